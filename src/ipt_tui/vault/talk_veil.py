"""Which talks are veiled: those whose event is, and those that tell of what must not be told.

A talk and its event are shown or veiled together: a line of either may say what the other hides.
So one that is revealed shows the talk.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import null, union_all
from sqlmodel import Session, col, select

from ipt_tui.records import (
    Alternative,
    Attempt,
    Event,
    EventPerson,
    Jotting,
    Mood,
    MoodPerson,
    Option,
    Rehearsal,
    Talk,
    TalkPerson,
    Turn,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from ipt_tui.vault.hidden import Hidden


PARTS: dict[str, Any] = {
    "turn": Turn,
    "alternative": Alternative,
    "option": Option,
    "rehearsal": Rehearsal,
    "attempt": Attempt,
}
"""The parts of a talk that hold words, by the names of their tables."""
ENTRIES: dict[Any, tuple[Any, tuple[Any, ...]]] = {
    Event: (
        (EventPerson.event_id, EventPerson.person_id),
        (Event.title, Event.note, Event.words, Event.happened_words),
    ),
    Mood: ((MoodPerson.mood_id, MoodPerson.person_id), (Mood.note, Mood.words, Mood.feelings)),
    Jotting: ((), (Jotting.text,)),
}
"""What the timeline shows, with how who is named is found and what it says."""


def veiled(
    session: Session, hidden: Hidden, client: int, talks: Collection[int] | None = None
) -> set[int]:
    """Return the numbers of the veiled talks of one client: of all, or of those asked about.

    Beside those that are veiled of themselves, a talk is with the event it was and with one in
    which something was tried, as moods and events are. However many there are, it takes the same
    few questions.
    """
    within = _within(client, talks)
    found = _of_themselves(session, hidden, within)
    was = select(Talk.id, Talk.event_id).where(*within)
    tried = select(Talk.id, Attempt.event_id).join(Attempt).where(*within)
    events = [*session.execute(was), *session.execute(tried)]
    its = (col(Event.client_id) == client, col(Event.id).in_({event for _, event in events}))
    unseen = veiled_entries(session, hidden, Event, its) if events else set()
    found |= {number for number, event in events if event in unseen}
    every = session.execute(select(Talk.id, Talk.uid).where(*within))
    return found - {number for number, uid in every if not hidden.veils(uid, True, (), ())}


def led_to(
    session: Session, hidden: Hidden, client: int, table: Any, within: Iterable[Any] = ()
) -> set[int]:
    """Return the events in which was tried what a talk led to, or the lines such were made from.

    `table` is Event or Jotting, `within` are conditions on it; of those talks only the ones that
    are veiled of themselves.
    """
    entry, talk = _LED_TO[table]
    query = select(entry, talk).join(table, table.id == entry)
    rows = session.execute(query.where(table.client_id == client, *within)).all()
    if not rows:
        return set()
    unseen = _of_themselves(session, hidden, _within(client, {number for _, number in rows}))
    return {number for number, talk in rows if talk in unseen}


_LED_TO: dict[Any, tuple[Any, Any]] = {
    Event: (Attempt.event_id, Attempt.talk_id),
    Jotting: (Talk.jotting_id, Talk.id),
}


def _within(client: int, talks: Collection[int] | None) -> list[Any]:
    within: list[Any] = [col(Talk.client_id) == client]
    if talks is not None:
        within.append(col(Talk.id).in_(talks))
    return within


def _of_themselves(session: Session, hidden: Hidden, within: list[Any]) -> set[int]:
    """Return the talks that are veiled of themselves: by their event, their people, their words.

    So is one made from a line that is.
    """
    told: dict[int, list[str]] = defaultdict(list)
    if hidden.has_words:
        for number, *texts in _texts(session, within):
            told[number] += texts
    people: dict[int, set[int]] = defaultdict(set)
    for number, person in _people(session, within):
        people[number].add(person)
    query = (
        select(Talk.id, Talk.uid, Event.uid, Event.sensitive, Jotting.uid, Jotting.sensitive)  # type: ignore[call-overload]
        .join(Event, col(Event.id) == Talk.event_id)
        .join(Jotting, col(Jotting.id) == Talk.jotting_id, isouter=True)
        .where(*within)
    )
    return {
        number
        for number, uid, event, sensitive, line, line_sensitive in session.execute(query)
        if hidden.veils(uid, True, (), ())
        and (
            hidden.veils(event, sensitive, people[number], told[number])
            or (line and hidden.veils(line, line_sensitive, (), ()))
        )
    }


def veiled_entries(session: Session, hidden: Hidden, table: Any, within: Iterable[Any]) -> set[int]:
    """Return the numbers of those events, moods or lines that the timeline veils.

    `within` are conditions on the table. However many there are, it takes the same few questions.
    """
    named, texts = ENTRIES[table]
    people: dict[int, set[int]] = defaultdict(set)
    tied: set[int] = set()
    if named:
        query = select(*named).join(table, table.id == named[0]).where(*within)
        for number, person in session.execute(query):
            people[number].add(person)
        tied = hidden.tied(table, within)
    query = select(table.id, table.uid, table.sensitive, *texts).where(*within)
    return {
        number
        for number, uid, sensitive, *said in session.execute(query)
        if hidden.veils(uid, sensitive, people[number], said, tied=number in tied)
    }


def _texts(session: Session, within: list[Any]) -> Iterator[Any]:
    """Yield what is written of talks, of their events and in their parts, by the talk's number."""
    spoken = ENTRIES[Event][1]
    query = select(Talk.id, *spoken, *_written(Talk)).join(Event, col(Event.id) == Talk.event_id)
    queries = [query.where(*within)]
    for part in PARTS.values():
        named = [part.speaker] if part is Turn else []
        query = select(part.talk_id, *named, *_written(part)).join(Talk, Talk.id == part.talk_id)
        queries.append(query.where(*within))
    widest = max(len(query.selected_columns) for query in queries)
    filled = (q.add_columns(*[null()] * (widest - len(q.selected_columns))) for q in queries)
    for number, *texts in session.execute(union_all(*filled)):
        yield number, *filter(None, texts)


def _people(session: Session, within: list[Any]) -> Iterator[Any]:
    """Yield who a talk was with and who else was in its event, by the talk's number."""
    was_with = select(Talk.id, TalkPerson.person_id).join(TalkPerson)
    there = select(Talk.id, EventPerson.person_id).join(
        EventPerson, col(EventPerson.event_id) == Talk.event_id
    )
    yield from session.execute(union_all(was_with.where(*within), there.where(*within)))


def _written(table: Any) -> list[Any]:
    """Return the columns of a table that search finds: whatever it can find may be veiled."""
    return [column for column in table.__table__.columns if column.info.get("searched")]

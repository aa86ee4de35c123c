"""What grows out of a talk, written: what got in the way, lines, options, rounds, tries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.people import Whose
from ipt_tui.records import (
    Alternative,
    Attempt,
    Difficulty,
    Event,
    EventPerson,
    Expectation,
    Option,
    Rehearsal,
    Talk,
    TalkPerson,
    Turn,
)
from ipt_tui.records.event import EventFields
from ipt_tui.records.talk import (
    AlternativeFields,
    AttemptFields,
    DifficultyFields,
    OptionFields,
    RehearsalFields,
)
from ipt_tui.vault.dating import on_one_day
from ipt_tui.vault.editing import changed, one, refuse_other_record, validated
from ipt_tui.vault.errors import Gone, NotValid
from ipt_tui.vault.hidden import hidden_for
from ipt_tui.vault.steps import describe
from ipt_tui.vault.talk_veil import veiled_entries

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from ipt_tui.ipt.moments import Moment

_PARTS: dict[str, tuple[Any, Any]] = {
    "alternative": (Alternative, AlternativeFields),
    "option": (Option, OptionFields),
    "rehearsal": (Rehearsal, RehearsalFields),
    "attempt": (Attempt, AttemptFields),
}
SAID = {
    "alternative": "a line to say",
    "option": "an option",
    "rehearsal": "a rehearsal",
    "attempt": "what was tried",
}
"""How they are called in the history, which says nothing of what they hold."""
_POINTS_AT_TURN = ("alternative",)


def add(
    session: Session, /, sort: str, talk_uid: str, turn: str | None = None, **values: Any
) -> str:
    """Add an alternative, an option or a rehearsal to a talk; return its uid.

    An alternative may name the turn it would stand in place of. Raises NotValid with one sentence.
    """
    talk = one(session, Talk, talk_uid)
    table, fields = _PARTS[sort]
    told = validated(fields, **values).model_dump()
    if sort in _POINTS_AT_TURN:
        told["turn_id"] = _turn(session, talk, turn)
    row = table(client_id=talk.client_id, talk_id=talk.id, **told)
    session.add(row)
    session.flush()
    describe(session, talk.client_id, f"a talk: {SAID[sort]} added")
    uid: str = row.uid
    return uid


def change(
    session: Session, /, sort: str, uid: str, seen: datetime | None = None, **values: Any
) -> None:
    """Change fields of a part; `seen` is the `updated_at` it was read with.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence.
    """
    table, fields = _PARTS[sort]
    row = one(session, table, uid, seen)
    changed(row, fields, values)
    describe(session, row.client_id, f"a talk: {SAID[sort]} changed")


def remove(session: Session, sort: str, uid: str) -> str:
    """Remove a part; return what it was, as the history calls it."""
    row = one(session, _PARTS[sort][0], uid)
    session.delete(row)
    describe(session, row.client_id, f"a talk: {SAID[sort]} removed")
    return SAID[sort]


def choose(session: Session, uid: str) -> None:
    """Choose an option, and no other of its talk; chosen once more it is not any longer."""
    option = one(session, Option, uid)
    wanted = not option.chosen
    for row in session.exec(select(Option).where(Option.talk_id == option.talk_id)):
        row.chosen = False
    session.flush()  # the file refuses a second one, however short
    option.chosen = wanted
    describe(
        session, option.client_id, "a talk: an option chosen" if wanted else "a talk: no option"
    )


def mark_all(session: Session, talk_uid: str, codes: Iterable[str]) -> None:
    """Say what got in the way of a talk, all of it; what stood and stands keeps its turn."""
    talk = one(session, Talk, talk_uid)
    wanted = dict.fromkeys(codes)
    rows = session.exec(select(Difficulty).where(Difficulty.talk_id == talk.id)).all()
    for row in rows:
        if row.code not in wanted:
            session.delete(row)
    known = {row.code for row in rows}
    for code in wanted:
        if code not in known:
            fields = validated(DifficultyFields, code=code)
            session.add(
                Difficulty(client_id=talk.client_id, talk_id=talk.id or 0, **fields.model_dump())
            )
    describe(session, talk.client_id, "a talk: what got in the way")


def point(session: Session, talk_uid: str, code: str, turn: str | None) -> None:
    """Let what got in the way point at the turn in which it did, or at none.

    Raises Gone where that is not said of the talk, NotValid for a turn of another talk.
    """
    talk = one(session, Talk, talk_uid)
    row = session.exec(
        select(Difficulty).where(Difficulty.talk_id == talk.id, Difficulty.code == code)
    ).first()
    if row is None:
        raise Gone
    row.turn_id = _turn(session, talk, turn)
    describe(session, talk.client_id, "a talk: what got in the way")


def attempt(
    session: Session,
    /,
    talk_uid: str,
    moment: Moment,
    title: str,
    event_uid: str | None = None,
    **values: Any,
) -> str:
    """Note that what a talk led to was tried; return the uid of the try.

    It is an event: `event_uid` where it stands on the timeline already, else a new one at `moment`
    called `title`, with those the talk was with. Raises NotValid with one sentence.
    """
    talk = one(session, Talk, talk_uid)
    event = one(session, Event, event_uid) if event_uid else _tried(session, talk, moment, title)
    refuse_other_record(talk.client_id, event.client_id)
    there = session.exec(
        select(Attempt).where(Attempt.talk_id == talk.id, Attempt.event_id == event.id)
    ).first()
    if there is not None:
        raise NotValid("That is noted as tried already; open it to change it.")
    fields = validated(AttemptFields, **values)
    row = Attempt(
        client_id=talk.client_id, talk_id=talk.id or 0, event_id=event.id or 0,
        **fields.model_dump(),
    )  # fmt: skip
    session.add(row)
    session.flush()
    describe(session, talk.client_id, "a talk: tried")
    return row.uid


def events_on(
    session: Session, talk_uid: str, day: str, revealed: frozenset[str] = frozenset()
) -> tuple[tuple[str, str], ...]:
    """Return the events of an ISO date that name whom a talk was with: uid and title.

    They may be what was tried; the event of the talk itself is none of them, nor is a veiled one.
    """
    talk = one(session, Talk, talk_uid)
    hidden = hidden_for(session, talk.client_id, revealed)
    query = (
        select(Event.id, Event.uid, Event.title)
        .join(EventPerson, col(EventPerson.event_id) == Event.id)
        .where(
            Event.client_id == talk.client_id,
            Event.first_day == day,
            Event.last_day == day,
            Event.id != talk.event_id,
            col(EventPerson.person_id).in_(_was_with(talk)),
        )
        .order_by(col(Event.id))
        .distinct()
    )
    found = session.exec(query).all()
    its = (col(Event.id).in_([number for number, _, _ in found]),)
    veiled = veiled_entries(session, hidden, Event, its) if found else set()
    return tuple((uid, title) for number, uid, title in found if number not in veiled)


def wishes(session: Session, talk_uid: str) -> tuple[tuple[str, str], ...]:
    """Return what the client wants of those a talk was with: uid and words of each."""
    talk = one(session, Talk, talk_uid)
    query = (
        select(Expectation.uid, Expectation.text)
        .where(
            Expectation.whose == Whose.MINE.value,
            col(Expectation.person_id).in_(_was_with(talk)),
        )
        .order_by(col(Expectation.id))
    )
    return tuple((uid, words) for uid, words in session.exec(query))


def _was_with(talk: Talk) -> Any:
    return select(TalkPerson.person_id).where(TalkPerson.talk_id == talk.id)


def _tried(session: Session, talk: Talk, moment: Moment, title: str) -> Event:
    whole = session.get_one(Event, talk.event_id)
    fields = validated(
        EventFields, title=title, category="", sensitive=whole.sensitive, **on_one_day(moment)
    )
    event = Event(client_id=talk.client_id, **fields.model_dump())
    session.add(event)
    session.flush()
    for person in session.exec(_was_with(talk)):
        session.add(EventPerson(client_id=talk.client_id, event_id=event.id or 0, person_id=person))
    session.flush()
    return event


def _turn(session: Session, talk: Talk, uid: str | None) -> int | None:
    """Return the number of a turn of a talk. Raises NotValid for one of another."""
    if uid is None:
        return None
    turn = one(session, Turn, uid)
    if turn.talk_id != talk.id:
        raise NotValid("That turn belongs to another talk.")
    return turn.id

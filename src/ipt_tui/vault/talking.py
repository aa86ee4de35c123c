"""Talks, written: told, with whom, removed, and the pieces other writes are made of."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, tuple_
from sqlmodel import Session, col, select

from ipt_tui.ipt.audience import listed
from ipt_tui.ipt.talk_questions import questions
from ipt_tui.records import (
    Alternative,
    Attempt,
    CourseEnding,
    Difficulty,
    Event,
    EventPerson,
    Jotting,
    Option,
    Outcome,
    Person,
    Practice,
    Rehearsal,
    Talk,
    TalkPerson,
    TidiedLine,
    Turn,
)
from ipt_tui.records.talk import TalkFields, TurnFields
from ipt_tui.vault import focus_links, lasting_veil, rounds
from ipt_tui.vault.editing import changed, one, refuse_other_record, validated
from ipt_tui.vault.errors import ChangedElsewhere, NotValid
from ipt_tui.vault.people import with_new
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

TITLE_LIMIT = 1000
GAP = 1024
"""How far apart the positions of new turns are, so that others fit between them."""
_AT_ONCE = timedelta(seconds=1)
"""What was written so little before a talk was written with it, as one step."""
_PARTS: tuple[Any, ...] = (TalkPerson, Difficulty, Alternative, Option, Rehearsal, Attempt, Turn)
"""What belongs to a talk and goes with it, children first."""


# The pieces that other writes are made of.


def new(
    session: Session,
    event: Event,
    people: Sequence[Person] = (),
    jotting: Jotting | None = None,
    **values: Any,
) -> Talk:
    """Add a talk to an event, with whom it was; they are in the event too. Nothing is described.

    Raises NotValid where the event has a talk already.
    """
    if of_event(session, event) is not None:
        raise NotValid("There is a talk of that already; open that one.")
    fields = validated(TalkFields, **values)
    talk = Talk(
        client_id=event.client_id,
        event_id=event.id or 0,
        jotting_id=jotting.id if jotting else None,
        **fields.model_dump(),
    )
    session.add(talk)
    session.flush()
    _be_with(session, talk, event, people)
    return talk


def say(session: Session, talk: Talk, speaker: str, said: str, after: Turn | None = None) -> Turn:
    """Add a turn at the end, or after another. Nothing is described."""
    fields = validated(
        TurnFields, position=_place(session, talk, after), speaker=speaker, said=said
    )
    turn = Turn(client_id=talk.client_id, talk_id=talk.id or 0, **fields.model_dump())
    session.add(turn)
    session.flush()
    return turn


def beside(session: Session, turn: Turn, direction: int) -> Turn | None:
    """Return the turn before (-1) or after (1) a turn, None at the ends.

    Two may stand in one place: where one that was removed is back, or in a file from elsewhere.
    """
    order = col(Turn.position), col(Turn.id)
    place, here = tuple_(*order), tuple_(turn.position, turn.id)
    query = select(Turn).where(Turn.talk_id == turn.talk_id).limit(1)
    if direction < 0:
        query = query.where(place < here).order_by(*(column.desc() for column in order))
    else:
        query = query.where(place > here).order_by(*order)
    return session.exec(query).first()


def spread(session: Session, talk: Talk) -> None:
    """Give every turn of a talk a place of its own with room after it. Nothing is described."""
    for number, turn in enumerate(_turns(session, talk), 1):
        turn.position = number * GAP
    session.flush()


def of_event(session: Session, event: Event) -> Talk | None:
    """Return the talk of an event, None if it has none."""
    return session.exec(select(Talk).where(Talk.event_id == event.id)).first()


def forget(session: Session, talk: Talk) -> None:
    """Delete a talk with all that belongs to it; nothing is described.

    What it changed for an expectation and what was practised stay, and do not point at it any
    more.
    """
    focus_links.loosen(session, talk)
    _loosen(session, talk)
    rounds.leave_talk(session, talk)
    for outcome in session.exec(select(Outcome).where(Outcome.talk_id == talk.id)):
        outcome.talk_id = None
    session.flush()
    for table in _PARTS:
        for row in session.exec(select(table).where(table.talk_id == talk.id)):
            session.delete(row)
        session.flush()
    session.delete(talk)
    session.flush()


def _loosen(session: Session, talk: Talk) -> None:
    for link in ("then_talk_id", "now_talk_id"):
        column = getattr(CourseEnding, link)
        for ending in session.exec(select(CourseEnding).where(column == talk.id)):
            setattr(ending, link, None)
    for line in session.exec(select(TidiedLine).where(TidiedLine.talk_id == talk.id)):
        line.talk_id = line.turn_id = None
    for practice in session.exec(select(Practice).where(Practice.talk_id == talk.id)):
        practice.talk_id = None


def _be_with(session: Session, talk: Talk, event: Event, people: Iterable[Person]) -> None:
    there = set(session.exec(select(EventPerson.person_id).where(EventPerson.event_id == event.id)))
    for person in {person.id: person for person in people}.values():
        refuse_other_record(talk.client_id, person.client_id)
        session.add(
            TalkPerson(client_id=talk.client_id, talk_id=talk.id or 0, person_id=person.id or 0)
        )
        if person.id not in there:
            session.add(
                EventPerson(
                    client_id=talk.client_id, event_id=event.id or 0, person_id=person.id or 0
                )
            )
    session.flush()


def _leave(session: Session, talk: Talk, event: Event, people: Iterable[Person]) -> None:
    """Take people out of the event who are in it only since the talk was begun."""
    for person in people:
        there = session.exec(
            select(EventPerson).where(
                EventPerson.event_id == event.id,
                EventPerson.person_id == person.id,
                EventPerson.created_at >= talk.created_at - _AT_ONCE,
            )
        ).first()
        if there is not None:
            session.delete(there)
    session.flush()


def called(people: Sequence[Person]) -> str:
    """Return what an event is called that is known by its talk alone: "talk with Sam"."""
    names = listed([person.name for person in people])
    return f"talk with {names}"[:TITLE_LIMIT] if names else "a talk"


def _place(session: Session, talk: Talk, after: Turn | None) -> int:
    """Return a position at the end, or right after a turn; others move only for want of room."""
    if after is None:
        last = session.exec(select(func.max(Turn.position)).where(Turn.talk_id == talk.id)).one()
        return (last or 0) + GAP
    following = beside(session, after, 1)
    if following is None:
        return after.position + GAP
    if following.position - after.position < 2:
        spread(session, talk)
        return _place(session, talk, after)
    return after.position + (following.position - after.position) // 2


def _turns(session: Session, talk: Talk) -> Sequence[Turn]:
    return session.exec(
        select(Turn).where(Turn.talk_id == talk.id).order_by(col(Turn.position), col(Turn.id))
    ).all()


# What a person does with a whole talk.


def tell(session: Session, /, uid: str, seen: datetime | None = None, **values: Any) -> None:
    """Change what is told of a talk; `seen` is the `updated_at` it was read with.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence.
    """
    talk = one(session, Talk, uid, seen)
    changed(talk, TalkFields, values)
    told = [label for name in values if (label := _label(name))]
    describe(session, talk.client_id, f"a talk: {', '.join(told) or 'told'}")


def _label(name: str) -> str:
    """Return how a field is called in the history, "" for one that only goes with another."""
    if name == "safe_on":
        return ""
    known = (question.label for question in questions().values() if question.field == name)
    return "whether it is safe" if name == "safe" else next(known, name.replace("_", " "))


def be_with(
    session: Session,
    uid: str,
    on: date,
    people: Iterable[str],
    new: Iterable[str] = (),
    over: Iterable[str] | None = None,
) -> None:
    """Set with whom a talk was, by their uids and by names that are `new` `on` that day.

    They are in its event too. Who is not any longer leaves the event, if they came into it with
    the talk. `over` are the uids this is told over. Raises Gone, ChangedElsewhere or NotValid.
    """
    talk = one(session, Talk, uid)
    wanted = with_new(session, talk.client_id, people, new, on)
    event = session.get_one(Event, talk.event_id)
    links = session.exec(select(TalkPerson).where(TalkPerson.talk_id == talk.id)).all()
    former = [session.get_one(Person, link.person_id) for link in links]
    if over is not None and {person.uid for person in former} != set(over):
        raise ChangedElsewhere
    for link in links:
        session.delete(link)
    session.flush()
    _leave(session, talk, event, [person for person in former if person not in wanted])
    if event.title == called(former):
        event.title = called(wanted)
    _be_with(session, talk, event, wanted)
    describe(session, talk.client_id, "a talk: with whom")


def remove(session: Session, uid: str) -> str:
    """Remove a talk with all that belongs to it; the event it was stays where it is.

    What was veiled with it stays so. Returns what it was, as the history calls it.
    """
    talk = one(session, Talk, uid)
    with lasting_veil.kept(session, talk.client_id):
        forget(session, talk)
    describe(session, talk.client_id, "a talk removed")
    return "a talk"


def people_of(session: Session, uids: Iterable[str] | None) -> list[Person]:
    """Return the people with these uids."""
    return [one(session, Person, uid) for uid in uids or ()]

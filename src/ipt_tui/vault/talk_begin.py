"""Talks begun: from an event, a person, a mood or a line, which all show it from then on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt import moments
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.records import (
    Event,
    EventPerson,
    Jotting,
    Mood,
    MoodLink,
    MoodPerson,
    Person,
    Talk,
)
from ipt_tui.records.event import EventFields
from ipt_tui.vault.dating import on_one_day
from ipt_tui.vault.editing import one, validated
from ipt_tui.vault.hidden import hidden_for
from ipt_tui.vault.steps import describe
from ipt_tui.vault.talking import called, new, of_event, people_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import time


def begin(session: Session, event_uid: str, people: Iterable[str] | None = None) -> str:
    """Begin a talk of an event; return its uid, also where there is one already.

    `people` are the uids of those it was with; without them, whoever was in the event if that was
    one alone.
    """
    event = one(session, Event, event_uid)
    if (there := of_event(session, event)) is not None:
        return there.uid
    named = people_of(session, people)
    if people is None:
        named = _there(session, EventPerson, EventPerson.event_id == event.id)
        named = named if len(named) == 1 else []
    talk = new(session, event, named)
    describe(session, event.client_id, "a talk begun")
    return talk.uid


def begin_of(
    session: Session,
    entry_uid: str,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> str:
    """Begin a talk of an entry of the timeline: an event, a mood or a line; return its uid.

    Of a line it is with the one it names, where that is one alone and not veiled. Raises Gone for
    what no talk can be made of.
    """
    if session.exec(select(Mood.id).where(Mood.uid == entry_uid)).first():
        return begin_from_mood(session, entry_uid, day_starts_at)
    line = session.exec(select(Jotting).where(Jotting.uid == entry_uid)).first()
    if line is None:
        return begin(session, entry_uid)
    hidden = hidden_for(session, line.client_id, revealed)
    named = {who.uid for who in hidden.named_in(line.text)}
    shown = {who.uid for number, who in hidden.people.items() if number not in hidden.numbers}
    with_ = named & shown if len(named) == 1 else ()
    return begin_from_line(session, entry_uid, with_, day_starts_at)


def begin_from_mood(session: Session, mood_uid: str, day_starts_at: time = DAY_STARTS_AT) -> str:
    """Begin a talk of the event a mood is tied to, else of a new one tied to it; return its uid."""
    mood = one(session, Mood, mood_uid)
    tied = session.exec(
        select(Event)
        .join(MoodLink, col(MoodLink.event_id) == Event.id)
        .where(MoodLink.mood_id == mood.id, MoodLink.status == "tied")
        .order_by(col(MoodLink.id).desc())  # as `pointers.across_tie` has it
    ).first()
    if tied is not None:
        return begin(session, tied.uid)
    people = _there(session, MoodPerson, MoodPerson.mood_id == mood.id)
    event = _event(
        session, mood.client_id, called(people), sensitive=mood.sensitive,
        **_when(mood, day_starts_at),
    )  # fmt: skip
    session.add(MoodLink(client_id=mood.client_id, mood_id=mood.id or 0, event_id=event.id or 0))
    talk = new(session, event, people)
    describe(session, mood.client_id, "a talk begun")
    return talk.uid


def begin_from_line(
    session: Session,
    jotting_uid: str,
    people: Iterable[str] = (),
    day_starts_at: time = DAY_STARTS_AT,
) -> str:
    """Begin a talk from a line, which stays and is its note; return its uid."""
    line = one(session, Jotting, jotting_uid)
    there = session.exec(select(Talk).where(Talk.jotting_id == line.id)).first()
    if there is not None:
        return there.uid
    named = people_of(session, people)
    event = _event(
        session, line.client_id, called(named), sensitive=line.sensitive,
        **_when(line, day_starts_at),
    )  # fmt: skip
    talk = new(session, event, named, line, note=line.text, words=line.text)
    describe(session, line.client_id, "a talk begun from a line")
    return talk.uid


def _there(session: Session, table: Any, here: Any) -> list[Person]:
    return list(
        session.exec(
            select(Person).join(table, table.person_id == Person.id).where(here).order_by(table.id)
        )
    )


def _when(entry: Mood | Jotting, day_starts_at: time) -> dict[str, Any]:
    """Return the date fields of an event at the time of a mood or a line: the day then lived."""
    return on_one_day(moments.read(entry.at, entry.offset, entry.known, day_starts_at))


def _event(session: Session, client_id: int, title: str, **values: Any) -> Event:
    fields = validated(EventFields, title=title, **values)
    event = Event(client_id=client_id, **fields.model_dump())
    session.add(event)
    session.flush()
    return event

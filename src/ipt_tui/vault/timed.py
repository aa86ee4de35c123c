"""Changing what stands on the timeline: moods, events, spells, jottings, and the ties between."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.records import (
    Attempt,
    Event,
    EventPerson,
    Jotting,
    Mood,
    MoodLink,
    MoodPerson,
    Spell,
    Talk,
)
from ipt_tui.records.event import EventFields, MoodLinkFields
from ipt_tui.records.jotting import JottingFields
from ipt_tui.records.mood import MoodFields
from ipt_tui.records.spell import SpellFields
from ipt_tui.vault import card_choices, focus_links, formulating, lasting_veil, talking
from ipt_tui.vault.editing import changed, one, refuse_other_record, validated
from ipt_tui.vault.errors import ChangedElsewhere, NotValid
from ipt_tui.vault.people import with_new
from ipt_tui.vault.scaled import scale_in
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

_TABLES: dict[str, tuple[Any, Any]] = {
    "mood": (Mood, MoodFields),
    "event": (Event, EventFields),
    "spell": (Spell, SpellFields),
    "jotting": (Jotting, JottingFields),
}
SAID = {"mood": "a mood", "event": "an event", "spell": "a spell", "jotting": "a line"}
"""How they are called in the history, which says nothing of what they hold."""


def change(
    session: Session,
    /,
    sort: str,
    uid: str,
    seen: datetime | None = None,
    over: Mapping[str, Any] | None = None,
    **values: Any,
) -> None:
    """Change fields of one entry; `seen` is the `updated_at` it was read with.

    `over` are the values of fields this is told over, where other fields may change meanwhile.
    Raises Gone, ChangedElsewhere, or NotValid with one sentence.
    """
    table, fields = _TABLES[sort]
    row = one(session, table, uid, seen)
    if any(getattr(row, name) != value for name, value in (over or {}).items()):
        raise ChangedElsewhere
    if sort == "mood" and "value" in values:
        _refuse_off_scale(row, values["value"])
    shows = sort == "event" and not values.keys().isdisjoint(("title", "sensitive"))
    if shows:
        card_choices.leave_out_veiled(session, row.client_id)
    stays = shows and row.sensitive and values.get("sensitive") is not False
    with lasting_veil.kept(session, row.client_id) if stays else nullcontext():
        what = changed(row, fields, values)
    describe(session, row.client_id, f"{SAID[sort]}: {what}")


def name_people(
    session: Session, sort: str, uid: str, on: date, people: Iterable[str], new: Iterable[str] = ()
) -> None:
    """Set who is named by a mood or was in an event, by uids and names `new` `on` that day."""
    table, key = _PEOPLE[sort]
    row = one(session, _TABLES[sort][0], uid)
    named = with_new(session, row.client_id, people, new, on)
    wanted = {person.id: person for person in named}
    for person in wanted.values():
        refuse_other_record(row.client_id, person.client_id)
    there = session.exec(select(table).where(getattr(table, key) == row.id)).all()
    for link in there:
        if link.person_id not in wanted:
            session.delete(link)
    known = {link.person_id for link in there}
    for number in wanted:
        if number not in known:
            session.add(table(client_id=row.client_id, person_id=number, **{key: row.id}))
    describe(session, row.client_id, f"{SAID[sort]}: who was there")


def remove(session: Session, sort: str, uid: str) -> str:
    """Remove one entry with its ties; return what it was, as the history calls it.

    With an event goes the talk it was, and what it was noted as a try of; a talk made from a line
    stays without it. What was veiled by it stays so.
    """
    row = one(session, _TABLES[sort][0], uid)
    with lasting_veil.kept(session, row.client_id):
        _take_out(session, sort, row)
    describe(session, row.client_id, f"{SAID[sort]} removed")
    return SAID[sort]


def _take_out(session: Session, sort: str, row: Any) -> None:
    _loosen(session, row)
    belonging: list[Any] = []
    if sort in _PEOPLE:
        table, key = _PEOPLE[sort]
        belonging += session.exec(select(table).where(getattr(table, key) == row.id)).all()
        tied = col(getattr(MoodLink, key)) == row.id
        belonging += session.exec(select(MoodLink).where(tied)).all()
    for link in belonging:
        session.delete(link)
    session.flush()
    session.delete(row)


def _loosen(session: Session, row: Any) -> None:
    """Take away what talks hold of an entry, so that nothing points at it any more."""
    if isinstance(row, Jotting):
        for talk in session.exec(select(Talk).where(Talk.jotting_id == row.id)):
            talk.jotting_id = None
    if isinstance(row, Event):
        focus_links.loosen(session, row)
        if (its_talk := talking.of_event(session, row)) is not None:
            talking.forget(session, its_talk)
        for tried in session.exec(select(Attempt).where(Attempt.event_id == row.id)):
            session.delete(tried)
        formulating.loosen(session, row)
    session.flush()


def tie(session: Session, mood_uid: str, event_uid: str, direction: str = "") -> None:
    """Tie a mood and an event together, as somebody says they belong."""
    _link(session, mood_uid, event_uid, "tied", direction)


def set_apart(session: Session, mood_uid: str, event_uid: str) -> None:
    """Say that a mood and an event near it do not belong together: it is not offered again."""
    _link(session, mood_uid, event_uid, "apart", "")


def untie(session: Session, mood_uid: str, event_uid: str) -> None:
    """Take a tie away. Raises NotValid where there is none."""
    mood, event = one(session, Mood, mood_uid), one(session, Event, event_uid)
    row = _found(session, mood, event)
    if row is None or row.status != "tied":
        raise NotValid("These two are not tied.")
    session.delete(row)
    describe(session, mood.client_id, "a mood and an event untied")


_PEOPLE: dict[str, tuple[Any, str]] = {
    "mood": (MoodPerson, "mood_id"),
    "event": (EventPerson, "event_id"),
}


def _link(session: Session, mood_uid: str, event_uid: str, status: str, direction: str) -> None:
    mood, event = one(session, Mood, mood_uid), one(session, Event, event_uid)
    refuse_other_record(mood.client_id, event.client_id)
    row = _found(session, mood, event)
    told = validated(MoodLinkFields, status=status, direction=direction)
    if row is None:
        row = MoodLink(client_id=mood.client_id, mood_id=mood.id or 0, event_id=event.id or 0)
        session.add(row)
    row.status, row.direction = told.status, told.direction
    said = "tied" if status == "tied" else "set apart"
    describe(session, mood.client_id, f"a mood and an event {said}")


def _found(session: Session, mood: Mood, event: Event) -> MoodLink | None:
    return session.exec(
        select(MoodLink).where(MoodLink.mood_id == mood.id, MoodLink.event_id == event.id)
    ).first()


def _refuse_off_scale(row: Mood, value: Any) -> None:
    scale = scale_in(row.model_dump())
    if not isinstance(value, int) or not scale.holds(value):
        raise NotValid(scale.refusal)

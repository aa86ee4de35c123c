"""The mood before and after a talk, told with it: a mood like any other, tied to its event."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from sqlmodel import Session, select

from ipt_tui.ipt import moments
from ipt_tui.ipt.joined import BEFORE_HOURS, moment_of, pair
from ipt_tui.ipt.moments import Known, Part, within
from ipt_tui.ipt.timeline import Zoom
from ipt_tui.records import Client, Event, EventPerson, Mood, MoodLink, MoodPerson
from ipt_tui.records.mood import MoodFields
from ipt_tui.vault.clients import scale_of
from ipt_tui.vault.dating import timed
from ipt_tui.vault.editing import changed, one, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.scaled import on_scale
from ipt_tui.vault.steps import describe
from ipt_tui.vault.timeline import Asked, timeline

if TYPE_CHECKING:
    from ipt_tui.ipt.talk import TalkLine
    from ipt_tui.ipt.timeline import Entry, MoodEntry, Timeline

EARLIER = timedelta(hours=1)
"""How long before the event a mood before it is taken to have been, where its time is known."""


def after(session: Session, event_uid: str, value: int, day_starts_at: time) -> str:
    """Note the mood after an event, at its own time and tied to it; return its uid.

    Raises NotValid for a number off the client's scale, or where the event has no day.
    """
    event = one(session, Event, event_uid)
    mood = _mood(session, event, value, _moment(event, day_starts_at))
    session.add(MoodLink(client_id=event.client_id, mood_id=mood.id or 0, event_id=event.id or 0))
    for person in session.exec(
        select(EventPerson.person_id).where(EventPerson.event_id == event.id)
    ):
        session.add(MoodPerson(client_id=event.client_id, mood_id=mood.id or 0, person_id=person))
    describe(session, event.client_id, "the mood after a talk")
    return mood.uid


def before(session: Session, event_uid: str, value: int, day_starts_at: time) -> str:
    """Note the mood before an event: an hour earlier, or that morning; return its uid.

    Raises NotValid for a number off the client's scale, or where the event has no day.
    """
    event = one(session, Event, event_uid)
    when = _moment(event, day_starts_at)
    if when.known is Known.DAY:
        earlier = moments.on_day(when.day, Part.MORNING)
    else:
        earlier = moments.moment(when.at - EARLIER, Known.TIME, day_starts_at)
    mood = _mood(session, event, value, earlier)
    describe(session, event.client_id, "the mood before a talk")
    return mood.uid


def move(session: Session, mood_uid: str, event_uid: str, day_starts_at: time) -> None:
    """Bring the mood after an event to the time at which that is by now.

    Raises NotValid where the event has no day.
    """
    mood, event = one(session, Mood, mood_uid), one(session, Event, event_uid)
    changed(mood, MoodFields, timed(_moment(event, day_starts_at)))
    describe(session, mood.client_id, "a mood: when")


def stood_around(
    session: Session, client_uid: str, line: TalkLine, asked: Asked
) -> tuple[int | None, int | None]:
    """Return the mood before and the mood after the event of a talk, as the timeline has them.

    The one before counts by itself too, on the scale of now: it is told before the one after.
    """
    if line.day is None:
        return None, None
    days = replace(asked, zoom=Zoom.WEEK, around=line.day)
    found = timeline(session, client_uid, days)
    entry = found.entry(line.event)
    if entry is None:
        return None, None
    there = pair(found, entry)
    stood = there.before if there.after else _last_before(found, entry)
    return stood.value if stood else None, there.after.value if there.after else None


def _last_before(found: Timeline, entry: Entry) -> MoodEntry | None:
    when = moment_of(entry)
    return next(
        (
            mood
            for mood in reversed(found.every_mood)
            if when is not None
            and mood.scale == found.scale
            and mood.when < when
            and within(mood.when, when, BEFORE_HOURS)
        ),
        None,
    )


def _moment(event: Event, day_starts_at: time) -> moments.Moment:
    if event.at:
        return moments.read(event.at, event.offset, event.known, day_starts_at)
    if not event.first_day or event.first_day != event.last_day:
        raise NotValid("Say first on which day it was; then a mood can stand before and after it.")
    return moments.on_day(datetime.fromisoformat(event.first_day).date())


def _mood(session: Session, event: Event, value: int, when: moments.Moment) -> Mood:
    scale = scale_of(session.get_one(Client, event.client_id))
    if not scale.holds(value):
        raise NotValid(scale.refusal)
    fields = validated(
        MoodFields, **timed(when), value=value, **on_scale(scale), sensitive=event.sensitive
    )
    mood = Mood(client_id=event.client_id, **fields.model_dump())
    session.add(mood)
    session.flush()
    return mood

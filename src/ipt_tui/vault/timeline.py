"""The timeline, read: only what the window shows, and the two days before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.dates import read as read_date
from ipt_tui.ipt.joined import near
from ipt_tui.ipt.timeline import Link, Named, Timeline, Window, Zoom, order
from ipt_tui.ipt.windows import COURSE_LOOKS_BACK, window
from ipt_tui.records import Client, Event, Jotting, Mood, Person, Spell
from ipt_tui.vault.clients import scale_of
from ipt_tui.vault.editing import one
from ipt_tui.vault.timeline_rows import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipt_tui.ipt.timeline import EventEntry, JottingEntry, MoodEntry

MARGIN = timedelta(days=3)
"""Read on both sides of the window: for the mood before its first entry and after its last."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which part of the time is asked for, and as who sees it.

    `around` is a day to be on screen, None for today. `person` is a uid to keep to. `split` is
    where sentences are split. `revealed` are the uids of people and entries to show unveiled.
    """

    today: date
    zoom: Zoom = Zoom.MONTH
    around: date | None = None
    person: str | None = None
    split: date | None = None
    revealed: frozenset[str] = frozenset()
    day_starts_at: time = DAY_STARTS_AT


def timeline(session: Session, client_uid: str, asked: Asked) -> Timeline:
    """Return the timeline of a client in the window asked for."""
    client = one(session, Client, client_uid)
    number = client.id or 0
    started, first = _started(session, number, asked.today), _first_ever(session, number)
    shown = window(asked.zoom, asked.around or asked.today, asked.today, started, first)
    reader = Reader(session, number, asked.revealed, asked.day_starts_at)
    person = _person(session, asked)
    moods = _moods(reader, shown)
    events = _events(reader, shown, started)
    spells = tuple(sorted(reader.spells(shown.first, shown.last), key=order))
    jottings = () if shown.zoom is Zoom.LIFE else _jottings(reader, shown)
    ties = reader.links([*(m.uid for m in moods), *(e.uid for e in events)])
    whole = Timeline(
        client.uid,
        client.code,
        shown,
        tuple(m for m in moods if shown.first <= m.first <= shown.last),
        events,
        spells,
        jottings,
        before=tuple(m for m in moods if m.first < shown.first),
        after=tuple(m for m in moods if m.first > shown.last),
        links=tuple(Link(m, e, direction) for m, e, status, direction in ties if status == "tied"),
        split=asked.split,
        onset=read_date(client.onset, words=client.onset_words) if client.onset else None,
        onset_words=client.onset_words,
        scale=scale_of(client),
        is_empty=first is None,
    )
    if shown.zoom is not Zoom.LIFE:
        apart = [(m, e) for m, e, status, _ in ties if status != "tied"]
        whole = replace(whole, near=near(whole, apart))
    return _only(whole, person) if person else whole


def next_day(session: Session, client_uid: str, beyond: Window, direction: int) -> date | None:
    """Return the day of the nearest mood, dated event or jotting outside the window, if any."""
    number = one(session, Client, client_uid).id
    before = beyond.first.isoformat()
    after = (beyond.last + timedelta(days=1)).isoformat()

    def nearest(table: Any, at: Any) -> str | None:
        query = select(at).where(table.client_id == number).limit(1)
        if direction < 0:
            query = query.where(at < before, at > _OPEN).order_by(at.desc())
        else:
            day_begins = after if table is Event else f"{after}T04"
            query = query.where(at >= day_begins).order_by(at)
        return session.exec(query).first()

    days = [day[:10] for table, at in _TIMES if (day := nearest(table, at))]
    if not days:
        return None
    return date.fromisoformat(max(days) if direction < 0 else min(days))


_TIMES = ((Mood, col(Mood.at)), (Event, col(Event.first_day)), (Jotting, col(Jotting.at)))
_OPEN = date.min.isoformat()
"""What is kept as the first day of an open start."""


def _started(session: Session, client: int, today: date) -> date | None:
    since = (today - timedelta(days=COURSE_LOOKS_BACK)).isoformat()
    first = session.exec(
        select(Mood.at)
        .where(Mood.client_id == client, col(Mood.at) >= since)
        .order_by(col(Mood.at))
        .limit(1)
    ).first()
    return date.fromisoformat(first[:10]) if first else None


def _first_ever(session: Session, client: int) -> date | None:
    """Return the first day of anything, `date.max` where all there is is undated."""
    times = [
        session.exec(
            select(at).where(table.client_id == client, at > _OPEN).order_by(at).limit(1)
        ).first()
        for table, at in (*_TIMES, (Spell, col(Spell.first_day)))
    ]
    times += [
        session.exec(
            select(table.last_day)
            .where(table.client_id == client, table.first_day == _OPEN)
            .order_by(col(table.last_day))
            .limit(1)
        ).first()
        for table in (Event, Spell)
    ]
    found = [day[:10] for day in times if day]
    undated = select(Event.id).where(Event.client_id == client).limit(1)
    if not found:
        return date.max if session.exec(undated).first() else None
    return date.fromisoformat(min(found))


def _person(session: Session, asked: Asked) -> Named | None:
    if not asked.person:
        return None
    row = session.exec(select(Person).where(Person.uid == asked.person)).first()
    if row is None:
        return None
    return Named(row.uid, "" if row.sensitive and row.uid not in asked.revealed else row.name)


def _moods(reader: Reader, shown: Window) -> tuple[MoodEntry, ...]:
    if shown.zoom is Zoom.LIFE:
        return ()
    return tuple(sorted(reader.moods(shown.first - MARGIN, shown.last + MARGIN), key=order))


def _events(reader: Reader, shown: Window, started: date | None) -> tuple[EventEntry, ...]:
    found: Iterable[EventEntry] = reader.events(shown.first, shown.last)
    if shown.zoom is Zoom.LIFE:
        found = (event for event in found if not _is_of_the_course(event, started))
    else:
        found = (event for event in found if event.when is not None)
    return tuple(sorted(found, key=order))


def _is_of_the_course(event: EventEntry, started: date | None) -> bool:
    """Whether it is one of the many days since the course began: the life leaves them out."""
    return (
        started is not None
        and not event.near_onset
        and event.when is not None
        and event.when.first == event.when.last
        and event.when.first >= started
    )


def _jottings(reader: Reader, shown: Window) -> tuple[JottingEntry, ...]:
    found = reader.jottings(shown.first, shown.last)
    return tuple(sorted((j for j in found if shown.first <= j.first <= shown.last), key=order))


def _only(whole: Timeline, person: Named) -> Timeline:
    """Keep to what names one person; the moods stay, as the ground it stands on."""
    events = tuple(e for e in whole.events if _names(e, person))
    uids = {event.uid for event in events}
    naming = {mood.uid for mood in whole.moods if _names(mood, person)}
    naming |= {link.mood for link in whole.links if link.event in uids}
    return replace(
        whole,
        events=events,
        jottings=tuple(j for j in whole.jottings if _names(j, person)),
        near=(),
        person=person,
        naming=frozenset(naming),
    )


def _names(entry: MoodEntry | EventEntry | JottingEntry, person: Named) -> bool:
    return any(named.uid == person.uid for named in entry.people)


def day_of(session: Session, entry_uid: str) -> date | None:
    """Return the day on which an entry stands, None if it has none or is no longer there."""
    for table, at in (*_TIMES, (Spell, col(Spell.first_day))):
        found = session.exec(select(at).where(table.uid == entry_uid)).first()
        if found and found > _OPEN:
            return date.fromisoformat(found[:10])
    return None

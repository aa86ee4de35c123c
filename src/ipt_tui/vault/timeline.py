"""The timeline, read: only what the window shows, and the two days before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, literal, select

from ipt_tui.ipt import moments
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.dates import read as read_date
from ipt_tui.ipt.joined import near
from ipt_tui.ipt.timeline import Link, Named, Timeline, Window, Zoom, order
from ipt_tui.ipt.windows import COURSE_LOOKS_BACK, window
from ipt_tui.records import (
    Client,
    Event,
    EventPerson,
    Jotting,
    Mood,
    MoodLink,
    MoodPerson,
    Person,
    Response,
    Spell,
)
from ipt_tui.vault import measures
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
    `audience` is for whom it is read: a client is not given the scores that are hidden.
    """

    today: date
    zoom: Zoom = Zoom.MONTH
    around: date | None = None
    person: str | None = None
    split: date | None = None
    revealed: frozenset[str] = frozenset()
    day_starts_at: time = DAY_STARTS_AT
    audience: Audience = Audience.PRACTITIONER


def timeline(session: Session, client_uid: str, asked: Asked) -> Timeline:
    """Return the timeline of a client in the window asked for."""
    client = one(session, Client, client_uid)
    number = client.id or 0
    started = _started(session, number, asked)
    first = _first_ever(session, number, asked.day_starts_at)
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
        scores=measures.scores(
            session, number, shown.first, shown.last, asked.day_starts_at, asked.audience
        ),
        sessions=() if shown.zoom is Zoom.LIFE else reader.sessions(shown.first, shown.last),
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


def next_day(
    session: Session, client_uid: str, shown: Window, direction: int, asked: Asked
) -> date | None:
    """Return the day of the nearest mood, dated event, jotting or score outside the window, if any.

    With a person set, of the nearest that names them, or is a mood tied to what does.
    """
    number = one(session, Client, client_uid).id
    day = shown.first if direction < 0 else shown.last + timedelta(days=1)
    found = []
    for table, at in (*_TIMES, _SCORED):
        edge = day.isoformat()
        if table is not Event:  # the hours after midnight belong to the day before
            edge += f"T{asked.day_starts_at:%H:%M}"
        query = select(at, _known(table)).where(table.client_id == number).limit(1)
        if table is Response:
            query = query.where(*measures.shown_scores(number or 0, asked.audience))
        if asked.person:
            query = query.where(_about(session, table, asked.person))
        if direction < 0:
            query = query.where(at < edge, at > _OPEN).order_by(at.desc())
        else:
            query = query.where(at >= edge).order_by(at)
        if row := session.exec(query).first():
            found.append(_lived(*row, asked.day_starts_at))
    return (max if direction < 0 else min)(found, default=None)


_TIMES = ((Mood, col(Mood.at)), (Event, col(Event.first_day)), (Jotting, col(Jotting.at)))
_SCORED = (Response, col(Response.at))
_OPEN = date.min.isoformat()
"""What is kept as the first day of an open start."""


def _known(table: Any) -> Any:
    """Return the column that says how exactly a wall time is known; a day has none."""
    return table.known if table in (Mood, Jotting, Response) else literal("")


def _lived(at: str, known: str, day_starts_at: time) -> date:
    """Return the day to which what is kept as a day or a wall time belongs."""
    return moments.read(at, 0, known, day_starts_at).day if "T" in at else date.fromisoformat(at)


def _about(session: Session, table: Any, person_uid: str) -> Any:
    """Return the condition that an entry names a person, or is a mood tied to what does."""
    person = one(session, Person, person_uid)
    if table is Response:
        return literal(False)
    events = select(EventPerson.event_id).where(EventPerson.person_id == person.id)
    if table is Event:
        return col(Event.id).in_(events)
    if table is Jotting:
        return col(Jotting.text).icontains(person.name, autoescape=True)
    named = select(MoodPerson.mood_id).where(MoodPerson.person_id == person.id)
    tied = select(MoodLink.mood_id).where(
        MoodLink.status == "tied", col(MoodLink.event_id).in_(events)
    )
    return col(Mood.id).in_(named) | col(Mood.id).in_(tied)


def _started(session: Session, client: int, asked: Asked) -> date | None:
    since = (asked.today - timedelta(days=COURSE_LOOKS_BACK)).isoformat()
    first = session.exec(
        select(Mood.at, Mood.known)
        .where(Mood.client_id == client, col(Mood.at) >= since)
        .order_by(col(Mood.at))
        .limit(1)
    ).first()
    return _lived(*first, asked.day_starts_at) if first else None


def _first_ever(session: Session, client: int, day_starts_at: time) -> date | None:
    """Return the first day of anything, `date.max` where all there is is undated."""
    times = [
        session.exec(
            select(at, _known(table))
            .where(table.client_id == client, at > _OPEN)
            .order_by(at)
            .limit(1)
        ).first()
        for table, at in (*_TIMES, _SCORED, (Spell, col(Spell.first_day)))
    ]
    times += [
        session.exec(
            select(table.last_day, literal(""))
            .where(table.client_id == client, table.first_day == _OPEN)
            .order_by(col(table.last_day))
            .limit(1)
        ).first()
        for table in (Event, Spell)
    ]
    found = [_lived(*row, day_starts_at) for row in times if row]
    undated = select(Event.id).where(Event.client_id == client).limit(1)
    if not found:
        return date.max if session.exec(undated).first() else None
    return min(found)


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
        and event.when.exact
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
        scores=(),
        near=(),
        person=person,
        naming=frozenset(naming),
    )


def _names(entry: MoodEntry | EventEntry | JottingEntry, person: Named) -> bool:
    return any(named.uid == person.uid for named in entry.people)


def day_of(
    session: Session, client_uid: str, entry_uid: str, day_starts_at: time = DAY_STARTS_AT
) -> date | None:
    """Return the day of an entry of a client, None if it has none or is no longer there."""
    client = one(session, Client, client_uid).id
    for table, at in (*_TIMES, _SCORED, (Spell, col(Spell.first_day))):
        query = select(at, _known(table)).where(table.uid == entry_uid, table.client_id == client)
        found = session.exec(query).first()
        if found and found[0] > _OPEN:
            return _lived(*found, day_starts_at)
    return None

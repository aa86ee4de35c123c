"""The moods of some days with what stands beside them; whatever is veiled is left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ipt_tui.ipt.joined import near
from ipt_tui.ipt.moments import follows
from ipt_tui.ipt.timeline import Link, Timeline, Window, Zoom, order
from ipt_tui.records import Client
from ipt_tui.vault.clients import scale_of
from ipt_tui.vault.editing import one
from ipt_tui.vault.timeline import MARGIN
from ipt_tui.vault.timeline_rows import Reader

if TYPE_CHECKING:
    from datetime import time

    from sqlmodel import Session

    from ipt_tui.ipt.moments import Moment


def back(day: date, by: timedelta) -> date:
    """Return a day so much earlier, as far back as there are days."""
    return day - min(by, day - date.min)


def days(
    session: Session,
    client_uid: str,
    first: date,
    last: date,
    revealed: frozenset[str],
    day_starts_at: time,
    *,
    since: Moment | None = None,
    until: Moment | None = None,
) -> Timeline:
    """Return the moods from `first` to `last`, the events near in time and those tied to them.

    On these days the moods follow `since` and go up to `until`, where those are given; see
    `moments.follows`. Nothing veiled is among them, nor counted.
    """
    client = one(session, Client, client_uid)
    reader = Reader(session, client.id or 0, revealed, day_starts_at)
    begin, end = back(first, MARGIN), last + min(MARGIN, date.max - last)
    every = (m for m in reader.moods(begin, last) if m.first <= last and not m.veiled)
    moods = sorted(every, key=order)
    ties = reader.links([mood.uid for mood in moods])
    tied = {event for _, event, status, _ in ties if status == "tied"}
    events = {event.uid: event for event in reader.events(begin, end)}
    events |= {event.uid: event for event in reader.events_of(tied - set(events))}
    begun = [m for m in moods if m.first >= first and (not since or follows(m.when, since))]
    here = [m for m in begun if until is None or not follows(m.when, until)]
    whole = Timeline(
        client.uid,
        client.code,
        Window(Zoom.OTHER, first, last, last),
        tuple(here),
        tuple(sorted((event for event in events.values() if not event.veiled), key=order)),
        before=tuple(mood for mood in moods if mood not in begun),
        links=tuple(Link(m, e, direction) for m, e, status, direction in ties if status == "tied"),
        scale=scale_of(client),
        is_empty=not moods,
    )
    return replace(
        whole, near=near(whole, [(m, e) for m, e, status, _ in ties if status != "tied"])
    )

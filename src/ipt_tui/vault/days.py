"""The moods of some days with what stands beside them; whatever is veiled is left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipt_tui.ipt.joined import near
from ipt_tui.ipt.timeline import Link, Timeline, Window, Zoom, order
from ipt_tui.records import Client
from ipt_tui.vault.clients import scale_of
from ipt_tui.vault.editing import one
from ipt_tui.vault.timeline import MARGIN
from ipt_tui.vault.timeline_rows import Reader

if TYPE_CHECKING:
    from datetime import date, time

    from sqlmodel import Session


def days(
    session: Session,
    client_uid: str,
    first: date,
    last: date,
    revealed: frozenset[str],
    day_starts_at: time,
) -> Timeline:
    """Return the moods from `first` to `last`, the events near in time and those tied to them.

    Nothing veiled is among them, nor counted.
    """
    client = one(session, Client, client_uid)
    reader = Reader(session, client.id or 0, revealed, day_starts_at)
    moods = sorted((m for m in reader.moods(first - MARGIN, last) if not m.veiled), key=order)
    ties = reader.links([mood.uid for mood in moods])
    tied = {event for _, event, status, _ in ties if status == "tied"}
    events = {event.uid: event for event in reader.events(first - MARGIN, last + MARGIN)}
    events |= {event.uid: event for event in reader.events_of(tied - set(events))}
    whole = Timeline(
        client.uid,
        client.code,
        Window(Zoom.OTHER, first, last, last),
        tuple(mood for mood in moods if first <= mood.first <= last),
        tuple(sorted((event for event in events.values() if not event.veiled), key=order)),
        before=tuple(mood for mood in moods if mood.first < first),
        links=tuple(Link(m, e, direction) for m, e, status, direction in ties if status == "tied"),
        scale=scale_of(client),
        is_empty=not moods,
    )
    return replace(
        whole, near=near(whole, [(m, e) for m, e, status, _ in ties if status != "tied"])
    )

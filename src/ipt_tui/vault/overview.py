"""Today, read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.overview import Overview
from ipt_tui.ipt.timeline import Zoom
from ipt_tui.records import Client
from ipt_tui.vault import draft_places
from ipt_tui.vault.editing import one
from ipt_tui.vault.expectations import unsaid
from ipt_tui.vault.people import circle
from ipt_tui.vault.talks import unopened
from ipt_tui.vault.timeline import Asked, timeline

if TYPE_CHECKING:
    from datetime import date, time

    from sqlmodel import Session


def overview(session: Session, client_uid: str, on: date, day_starts_at: time) -> Overview:
    """Return what Today shows of a client; the sensitive is always veiled here."""
    week = Asked(on, Zoom.WEEK, day_starts_at=day_starts_at)
    client = one(session, Client, client_uid)
    return Overview(
        client.code,
        client.status,
        client.onset_words,
        circle(session, client_uid, on),
        timeline(session, client_uid, week),
        unsaid(session, client.id, on),
        draft_places.waiting(session, client, on),
        unopened(session, client.id or 0, day_starts_at),
    )

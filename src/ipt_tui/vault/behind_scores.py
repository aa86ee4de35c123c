"""What stands behind the scores of a client: sessions held, and moods; no text of them is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt import moments
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.score_picture import Behind
from ipt_tui.records import Client, Mood
from ipt_tui.vault import sessions
from ipt_tui.vault.clients import scale_of
from ipt_tui.vault.editing import one
from ipt_tui.vault.scaled import scale_in

if TYPE_CHECKING:
    from datetime import date, time

_COLUMNS = (
    "value", "at", "offset", "known",
    "scale_low", "scale_high", "low_words", "high_words", "better",
)  # fmt: skip


def behind(
    session: Session, client_uid: str, since: date, day_starts_at: time = DAY_STARTS_AT
) -> Behind:
    """Return the sessions held since a day, and the moods on the scale the client has now."""
    client = one(session, Client, client_uid)
    held = sorted(
        (line.day, line.number)
        for line in sessions.of_client(session, client_uid, day_starts_at)
        if line.held and line.day is not None and line.day >= since
    )
    scale = scale_of(client)
    columns: Any = [getattr(Mood, name) for name in _COLUMNS]
    rows = session.execute(
        select(*columns)
        .where(Mood.client_id == client.id, col(Mood.at) >= since.isoformat())
        .order_by(col(Mood.at), col(Mood.id))
    ).mappings()
    moods = tuple(
        (moments.read(row["at"], row["offset"], row["known"], day_starts_at), row["value"])
        for row in rows
        if scale_in(row) == scale
    )
    return Behind(tuple(held), moods, scale)

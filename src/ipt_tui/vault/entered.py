"""What the lines of a note became on the timeline, by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.open_loop import Entered
from ipt_tui.records import Client, Event, Mood, MoodLink
from ipt_tui.vault.editing import one

if TYPE_CHECKING:
    from collections.abc import Collection

_WAYS: tuple[tuple[Any, Any], ...] = ((Event, MoodLink.event_id), (Mood, MoodLink.mood_id))


def entered(session: Session, client_uid: str, lines: Collection[str]) -> dict[str, Entered]:
    """Return by the words of a line the mood or event it became, and whether it is tied.

    Of several with the same words it is the newest; of a mood and an event the mood.
    """
    client = one(session, Client, client_uid)
    tied = select(MoodLink.id).where(MoodLink.status == "tied")
    found: dict[str, Entered] = {}
    for table, link in _WAYS:
        query = (
            select(table.words, table.uid, tied.where(link == table.id).exists())
            .where(table.client_id == client.id, col(table.words).in_(lines))
            .order_by(col(table.id))
        )
        found |= {words: Entered(uid, is_tied) for words, uid, is_tied in session.exec(query)}
    return found

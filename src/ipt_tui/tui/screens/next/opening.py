"""Opening the card for one's next session, in one's own vault alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.next_card import NOT_OWN
from ipt_tui.tui.own_client import own_client
from ipt_tui.vault import next_card

if TYPE_CHECKING:
    from ipt_tui.ipt.next_card import NextCard
    from ipt_tui.tui.app import IptApp


def open_next(app: IptApp) -> None:
    """Read the card, and show it; keys typed meanwhile wait for it."""
    client = own_client(app, NOT_OWN, writes=False)
    if client is not None:
        app.gate.shut()
        app.run_worker(_open(app, client), group="next")


async def read_card(app: IptApp, client: str) -> NextCard:
    """Return the card as it stands in the record by now. Raises VaultError."""
    today, starts = app.clock.today(), app.config.day_starts_at
    return await app.vault.read(next_card.card, client, today, starts, app.revealed)


async def _open(app: IptApp, client: str) -> None:
    from ipt_tui.tui.screens.next.screen import NextScreen

    with app.gate.held():
        found = await app.or_tell(read_card(app, client))
        if found is not None and not app.is_covered:
            await app.push_screen(NextScreen(client, found))

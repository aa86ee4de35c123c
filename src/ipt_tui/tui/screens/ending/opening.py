"""Opening the ending of the course of the client in hand, from wherever one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.tui.areas.area import NO_CLIENT
from ipt_tui.vault import endings
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from ipt_tui.tui.app import IptApp

NO_COURSE = "There is no course yet; on Today p sets one up."


def open_ending(app: IptApp) -> None:
    """Read the ending and show it; keys typed meanwhile wait for it."""
    if app.context.client is None:
        app.tell(NO_CLIENT)
        return
    app.gate.shut()
    app.run_worker(_open(app, app.context.client), group="ending")


async def _open(app: IptApp, client: str) -> None:
    from ipt_tui.tui.screens.ending.screen import EndingScreen

    with app.gate.held():
        starts, today = app.config.day_starts_at, app.clock.today()
        reading = app.vault.read(endings.ending, client, today, app.revealed, starts)
        try:
            found = await reading
        except VaultError as error:
            app.tell(str(error), bad=True)
            return
        if found is None:
            app.tell(NO_COURSE)
        elif not app.is_covered:
            await app.push_screen(EndingScreen(found))

"""Opening the halfway look at the course of the client in hand, from wherever one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.tui.areas.area import NO_CLIENT
from ipt_tui.vault import halfways

if TYPE_CHECKING:
    from datetime import date

    from ipt_tui.ipt.halfway import Halfway
    from ipt_tui.tui.app import IptApp

NO_COURSE = "No course of sessions goes on; on Today p sets one up."


def open_halfway(app: IptApp) -> None:
    """Read the course and show it; keys typed meanwhile wait for it."""
    if app.context.client is None:
        app.tell(NO_CLIENT)
        return
    app.gate.shut()
    app.run_worker(_open(app), group="halfway")


async def read_look(app: IptApp, on: date) -> Halfway | None:
    """Return the course of the client in hand as it is looked at on a day. Raises VaultError."""
    starts = app.config.day_starts_at
    return await app.vault.read(halfways.look, app.context.client or "", on, app.revealed, starts)


async def _open(app: IptApp) -> None:
    from ipt_tui.tui.screens.halfway.screen import HalfwayScreen

    with app.gate.held():
        look = await app.or_tell(read_look(app, app.clock.today()))
        if look is None:
            app.tell(NO_COURSE)
        elif not app.is_covered:
            await app.push_screen(HalfwayScreen(look))

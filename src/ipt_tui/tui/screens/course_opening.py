"""Opening the screens about the course of the client in hand, from wherever one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ipt_tui.tui.areas.area import NO_CLIENT
from ipt_tui.vault import endings, halfways
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import date

    from textual.screen import Screen

    from ipt_tui.ipt.ending import Ending
    from ipt_tui.ipt.halfway import Halfway
    from ipt_tui.tui.app import IptApp

T = TypeVar("T")
NONE_GOES_ON = "No course of sessions goes on; on Today p sets one up."
NONE_YET = "There is no course yet; on Today p sets one up."


def open_halfway(app: IptApp) -> None:
    """Read the course as it is looked at halfway, and show it; keys typed meanwhile wait."""
    _open(app, "halfway", _halfway)


def open_ending(app: IptApp) -> None:
    """Read the ending, and show it; keys typed meanwhile wait."""
    _open(app, "ending", _ending)


async def read_look(app: IptApp, on: date) -> Halfway | None:
    """Return the course of the client in hand as it is looked at on a day. Raises VaultError."""
    starts = app.config.day_starts_at
    return await app.vault.read(halfways.look, app.context.client or "", on, app.revealed, starts)


async def _read_ending(app: IptApp) -> Ending | None:
    client, starts = app.context.client or "", app.config.day_starts_at
    return await app.vault.read(endings.ending, client, app.clock.today(), app.revealed, starts)


def _open(app: IptApp, group: str, opening: Callable[[IptApp], Awaitable[None]]) -> None:
    if app.context.client is None:
        app.tell(NO_CLIENT)
        return
    app.gate.shut()
    app.run_worker(opening(app), group=group)


async def _halfway(app: IptApp) -> None:
    from ipt_tui.tui.screens.halfway.screen import HalfwayScreen

    await _show(app, read_look(app, app.clock.today()), HalfwayScreen, NONE_GOES_ON)


async def _ending(app: IptApp) -> None:
    from ipt_tui.tui.screens.ending.screen import EndingScreen

    await _show(app, _read_ending(app), EndingScreen, NONE_YET)


async def _show(
    app: IptApp, reading: Awaitable[T | None], screen: Callable[[T], Screen[None]], none: str
) -> None:
    with app.gate.held():
        try:
            found = await reading
        except VaultError as error:
            app.tell(str(error), bad=True)
            return
        if found is None:
            app.tell(none)
        elif not app.is_covered:
            await app.push_screen(screen(found))

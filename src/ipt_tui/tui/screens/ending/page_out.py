"""The page of an ending on its way out: the name of a file, and one question about it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from ipt_tui.exchange import ending_page
from ipt_tui.exchange.new_file import shown
from ipt_tui.tui.dialogs.file_form import FileForm
from ipt_tui.vault import endings

if TYPE_CHECKING:
    from pathlib import Path

    from ipt_tui.tui.app import IptApp

TITLE = "The page as a file"
HOLDS = (
    "What v shows. A name that ends in .html has the circle drawn; .md and .txt have it in words. "
    "What it says of people can be said without their names: o, before this, says who they are."
)
EXAMPLE = "a new file, like ~/Documents/then-and-now.html"


async def write_out(app: IptApp, client: str) -> None:
    """Ask for a name and who could read it there, and write the page."""
    today, starts = app.clock.today(), app.config.day_starts_at
    page = await app.or_tell(app.vault.read(endings.page_to_take, client, today, starts))
    if page is None or app.is_covered:
        app.gate.open()
        return

    async def write(path: Path) -> None:
        await asyncio.to_thread(ending_page.write, path, page)

    path = await app.push_screen_wait(
        FileForm(TITLE, HOLDS, write, EXAMPLE, fits=ending_page.fits, asks=True)
    )
    if path is not None:
        app.tell(f"Written to {shown(path)}.")

"""The demo opening: a throw-away vault is made and filled, nothing is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import work
from textual.screen import Screen
from textual.widgets import Static

from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from textual.app import ComposeResult


class OpeningScreen(Screen[None]):
    """Says what this is while the demo is made."""

    DEFAULT_CSS = """
    OpeningScreen { align: center middle; }
    OpeningScreen Static { width: auto; text-align: center; }
    """

    def compose(self) -> ComposeResult:
        """One quiet line."""
        yield Static("ipt-tui\n\na fictional course in a throw-away vault …", markup=False)

    def on_mount(self) -> None:
        """Begin at once."""
        self._open()

    @work
    async def _open(self) -> None:
        app: Any = self.app
        mine = app.demo == "me"

        def fill(vault: Any) -> None:
            from ipt_tui.exchange import demo

            demo.fill(vault, mine)

        try:
            await app.vault.create_throwaway(app.path, fill)
        except VaultError as error:
            self.query_one(Static).update(str(error))
            return
        app.open_record()

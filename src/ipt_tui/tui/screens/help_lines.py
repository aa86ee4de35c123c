"""The help lines: numbers first, reachable from everywhere, locked or not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, ClassVar

from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from ipt_tui.ipt.help_lines import help_page, region_of, regions, territory
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class HelpLinesScreen(Screen[None]):
    """One region's page; `,` and `.` turn to another region's."""

    HELP = "Numbers to call, by region. Nobody is monitoring this program."
    CSS_PATH = "help_lines.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("help-lines")]

    def __init__(self) -> None:
        """Begin with the region chosen in the settings."""
        super().__init__()
        self._regions = [code for code, _ in regions()]
        self._at = 0

    def compose(self) -> ComposeResult:
        """The page in the middle of the screen."""
        with VerticalScroll(id="lines"):
            yield Static("", id="page", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the region, and let the arrows scroll."""
        app: Any = self.app
        wished = (app.config.region, app.context.region, territory(os.environ))
        self._at = self._regions.index(region_of(wished))
        self._show()
        self.set_focus(self.query_one("#lines"))

    def _show(self) -> None:
        today = self.app.clock.today()  # type: ignore[attr-defined]
        page = help_page(self._regions[self._at], today)
        self.query_one("#page", Static).update("\n".join(page.lines()))

    def action_earlier(self) -> None:
        """The region before."""
        self._at = (self._at - 1) % len(self._regions)
        self._show()

    def action_later(self) -> None:
        """The next region."""
        self._at = (self._at + 1) % len(self._regions)
        self._show()

    def action_back(self) -> None:
        """Back to where one was."""
        self.dismiss()

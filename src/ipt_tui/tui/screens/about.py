"""What the program is and is not, in the words of `ipt.about`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from ipt_tui import __version__
from ipt_tui.exchange.new_file import shown
from ipt_tui.ipt import about
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType


class AboutScreen(Screen[None]):
    """One page of plain words."""

    HELP = "What this program is for, and what it is not."
    CSS_PATH = "about.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("about")]

    def compose(self) -> ComposeResult:
        """The words, paragraph by paragraph."""
        path = shown(self.app.path)  # type: ignore[attr-defined]
        with VerticalScroll(id="about"):
            yield Static(about.TITLE, classes="strong", markup=False)
            for paragraph in about.lines(__version__, path):
                of_not = paragraph in about.NOT
                yield Static(paragraph, classes="not" if of_not else "", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.set_focus(self.query_one("#about"))

    def action_back(self) -> None:
        """Back to where one was."""
        self.dismiss()

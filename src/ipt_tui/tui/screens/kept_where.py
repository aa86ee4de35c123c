"""What is kept where, and who could open it: before the first word is written, and later again."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from ipt_tui.exchange.config import config_path
from ipt_tui.exchange.new_file import shown
from ipt_tui.ipt import household
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.vault import backup

if TYPE_CHECKING:
    from textual.app import ComposeResult


class KeptWhereScreen(Screen[None]):
    """One page of plain words; enter goes on."""

    HELP = "What is kept where, how to hide it, and who could open it. e gives the window a name."
    CSS_PATH = "kept_where.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("kept-where"),
        Binding("ctrl+n", "name", "name of the window", key_display="ctrl+n"),
    ]

    def __init__(self, *, first_run: bool = False) -> None:
        """On the first run it stands before the passphrase: no file is there yet."""
        super().__init__()
        self._first_run = first_run

    def compose(self) -> ComposeResult:
        """The words, paragraph by paragraph."""
        app: Any = self.app
        path = shown(app.path)
        told = (
            (household.TITLE, *household.first_time(path))
            if self._first_run
            else (
                household.AGAIN,
                *household.again(
                    path, shown(backup.folder(app.path)), shown(config_path(os.environ))
                ),
            )
        )
        with VerticalScroll(id="kept-where"):
            for number, paragraph in enumerate(told):
                yield Static(paragraph, classes="" if number else "strong", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.set_focus(self.query_one("#kept-where"))
        self.app.gate.open()  # type: ignore[attr-defined]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """On the first run no letter does anything: it may be of a passphrase typed too soon."""
        if action in ("edit", "name"):
            return self._first_run is (action == "name")
        return True

    def action_edit(self) -> None:
        """Give the window another name."""
        from ipt_tui.tui.dialogs.window_name import WindowName

        self.app.push_screen(WindowName())

    action_name = action_edit

    def action_back(self) -> None:
        """Go on, or back to where one was."""
        self.dismiss()

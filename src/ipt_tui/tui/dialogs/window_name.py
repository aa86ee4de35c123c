"""What the window is called: on the terminal, and where the program is locked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from ipt_tui.ipt import household
from ipt_tui.tui.widgets.field import Line
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from textual.app import ComposeResult


class WindowName(ModalScreen[None]):
    """Asks for the name; the one there is stands in the line."""

    CSS_PATH = "file_form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "leave it", key_display="esc"),
        Binding("enter", "keep", "keep it", key_display="enter", priority=True),
    ]

    def compose(self) -> ComposeResult:
        """The question, the line, and what is wrong with it."""
        with Sheet(id="window-name"):
            yield Static(household.ASKED, classes="strong", markup=False)
            yield Static(household.NAME, classes="muted", markup=False)
            yield Line(str(self.app.title), placeholder="notes", id="name")
            yield Static("", id="name-said", classes="problem", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Wait for the name."""
        self.set_focus(self.query_one(Line))
        self.app.gate.open()  # type: ignore[attr-defined]

    async def action_keep(self) -> None:
        """Call the window so, from now on; with what is no name, say so and wait."""
        app, line = self.app, self.query_one(Line)
        asked: Any = app
        if await asked.asks_for_help(line.value):
            line.value = ""
        elif wrong := await asked.call_window(line.value):
            self.query_one("#name-said", Static).update(wrong)
        else:
            self.dismiss()

    def action_close(self) -> None:
        """Leave it as it is."""
        self.dismiss()

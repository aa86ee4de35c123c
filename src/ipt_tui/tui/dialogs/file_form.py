"""Where a file goes that leaves the vault: asked for by name, written as a whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.tui.widgets.field import Line
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.sheet import Sheet
from ipt_tui.vault import place
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.app import ComposeResult

WARNED = "It is not encrypted. Could anyone else read it where you put it?"
EXAMPLE = "a new file, like ~/Documents/note.txt"


class FileForm(ModalScreen["Path | None"]):
    """Asks for the path, writes, and gives back the path; None if nothing was written."""

    CSS_PATH = "file_form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "write nothing", key_display="esc"),
        Binding("enter", "write", "write it", key_display="enter", priority=True),
    ]

    def __init__(
        self,
        title: str,
        holds: str,
        write: Callable[[Path], Awaitable[None]],
        example: str = EXAMPLE,
    ) -> None:
        """Take what is said of the file, and what writes it: it raises ExchangeError."""
        super().__init__()
        self._said, self._example = (title, holds), example
        self._write = write

    def compose(self) -> ComposeResult:
        """What it will hold, who could read it, and the line for its name."""
        title, holds = self._said
        with Sheet(id="file-form"):
            yield Static(title, classes="strong", markup=False)
            yield Static(holds, classes="muted", markup=False)
            yield Static(WARNED, markup=False)
            yield Line(placeholder=self._example, id="file-path")
            yield Static("", id="file-said", classes="problem", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Wait for the name."""
        self.set_focus(self.query_one(Line))
        self.app.gate.open()  # type: ignore[attr-defined]

    @work
    async def action_write(self) -> None:
        """Write it; where that cannot be, say why and wait for another name."""
        with self.app.gate.held():  # type: ignore[attr-defined]
            line = self.query_one(Line)
            if await self.app.asks_for_help(line.value):  # type: ignore[attr-defined]
                line.value = ""
                return
            try:
                path = place.named(line.value)
                await self._write(path)
            except (ExchangeError, VaultError) as problem:
                self.query_one("#file-said", Static).update(str(problem))
                return
            self.dismiss(path)

    def action_close(self) -> None:
        """Write nothing."""
        self.dismiss(None)

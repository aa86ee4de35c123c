"""Where a file goes that leaves the vault: asked for by name, written as a whole or not at all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.exchange.new_file import refuse_taken
from ipt_tui.ipt.at_home import LEAVE, STAYS, WRITE
from ipt_tui.ipt.audience import Audience
from ipt_tui.tui.dialogs.home_question import ask_who_could_read
from ipt_tui.tui.widgets.field import Line
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.sheet import Sheet
from ipt_tui.vault import place
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from textual.app import ComposeResult

    from ipt_tui.tui.app import IptApp

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
        *,
        fits: Callable[[Path], object] = refuse_taken,
        asks: bool = False,
    ) -> None:
        """Take what is said of the file, and what writes it: it raises ExchangeError.

        So does `fits` for a name it cannot have, before anything is asked. With `asks` it is asked
        in any vault who could read it, else in one's own alone.
        """
        super().__init__()
        self._said, self._example = (title, holds), example
        self._write, self._fits, self._asks = write, fits, asks

    @property
    def _ipt(self) -> IptApp:
        return cast("IptApp", self.app)

    @property
    def _asks_first(self) -> bool:
        return self._asks or self._ipt.audience_of_vault is Audience.CLIENT

    def compose(self) -> ComposeResult:
        """What it will hold, who could read it, and the line for its name."""
        title, holds = self._said
        with Sheet(id="file-form"):
            yield Static(title, classes="strong", markup=False)
            yield Static(holds, classes="muted", markup=False)
            if not self._asks_first:
                yield Static(WARNED, markup=False)
            yield Line(placeholder=self._example, id="file-path")
            yield Static("", id="file-said", classes="problem", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Wait for the name."""
        self.set_focus(self.query_one(Line))
        self._ipt.gate.open()

    @work
    async def action_write(self) -> None:
        """Ask who could read it, where that is asked; for another name say why and wait."""
        self._ipt.gate.shut()
        line = self.query_one(Line)
        if await self._ipt.asks_for_help(line.value):
            line.value = ""
            self._ipt.gate.open()
            return
        try:
            path = place.named(line.value)
            self._fits(path)
            then = partial(self._answered, path)
            await ask_who_could_read(self._ipt, path, then, always=self._asks)
        except (ExchangeError, VaultError) as problem:
            self._refuse(problem)

    def _answered(self, path: Path, answer: str) -> None:
        if answer == WRITE:
            self._write_to(path)
        else:
            self._ipt.gate.open()
        if answer == LEAVE:
            self._ipt.tell(STAYS)
            self.dismiss(None)

    @work
    async def _write_to(self, path: Path) -> None:
        """Write it; where that cannot be, say why and wait for another name."""
        try:
            await self._write(path)
        except (ExchangeError, VaultError) as problem:
            self._refuse(problem)
        else:
            self._ipt.gate.open()
            self.dismiss(path)

    def _refuse(self, problem: Exception) -> None:
        self.query_one("#file-said", Static).update(str(problem))
        self._ipt.gate.open()

    def action_close(self) -> None:
        """Write nothing."""
        self.dismiss(None)

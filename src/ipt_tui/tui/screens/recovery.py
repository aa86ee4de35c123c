"""The recovery sheet: the one other way in, shown to be written down."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input, Static

from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.exchange.new_file import refuse_taken, shown, write_new
from ipt_tui.ipt.at_home import LEAVE, STAYS, WRITE
from ipt_tui.tui.dialogs.home_question import ask_who_could_read
from ipt_tui.tui.widgets.field import Line
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.sheet import Sheet
from ipt_tui.vault import place, recovery, settings
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

WORDS = (
    "If the passphrase is ever lost, these letters open the record. Nothing else does.\n"
    "Write them down, or save the sheet and print it; keep it away from this computer."
)


ASK_FOR_PATH = "Type a file to save the sheet to, like ~/sheet.txt; or ctrl+d, or esc for later."


class RecoveryScreen(Screen[bool]):
    """Shows the letters; gives back whether they were written down."""

    HELP = "Write the letters down on paper, or save the sheet to a file and print it."
    CSS_PATH = "recovery.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "later", "later today", key_display="esc"),
        Binding("ctrl+d", "done", "it is written down", key_display="ctrl+d", priority=True),
    ]

    def __init__(self, *, first_run: bool = False) -> None:
        """Show them; on the first run another screen follows, and keys wait for it."""
        super().__init__()
        self._first_run = first_run

    def compose(self) -> ComposeResult:
        """The letters, and a line to save them."""
        vault = self.app.vault.vault  # type: ignore[attr-defined]
        letters = recovery.encode(vault.key.raw)
        with Sheet(classes="sheet", id="recovery"):
            yield Static("Recovery sheet", classes="title", markup=False)
            yield Static(WORDS, classes="muted", markup=False)
            yield Static(_grouped(letters), id="letters", markup=False)
            yield Line(placeholder="a file to save the sheet to, like ~/sheet.txt", id="sheet-path")
            yield Static("", id="sheet-said", classes="problem", markup=False)
            yield Static(
                "ctrl+d when it is written down · esc later today (Today reminds you)",
                classes="muted",
                markup=False,
            )
        yield KeyLine()

    def on_mount(self) -> None:
        """Wait at the path."""
        self.add_class("page")
        self.set_focus(self.query_one(Input))
        self.app.gate.open()  # type: ignore[attr-defined]

    @on(Input.Submitted)
    async def _save(self, event: Input.Submitted) -> None:
        said = self.query_one("#sheet-said", Static)
        typed = event.value.strip()
        app: Any = self.app
        if await app.asks_for_help(typed):
            event.input.value = ""
            return
        if "/" not in typed and not typed.endswith(".txt"):
            said.update(ASK_FOR_PATH)
            return
        try:
            path = place.named(typed)
            refuse_taken(path)
            app.gate.shut()
            await ask_who_could_read(app, path, partial(self._answered, path))
        except (ExchangeError, VaultError) as error:
            app.gate.open()
            said.update(str(error))

    def _answered(self, path: Path, answer: str) -> None:
        """Write the sheet to a file, or say what else there is."""
        app: Any = self.app
        app.gate.open()
        vault = app.vault.vault
        told = STAYS if answer == LEAVE else ASK_FOR_PATH
        if answer == WRITE:
            text = recovery.sheet(vault.key.raw, vault.path.name, app.clock.today())
            try:
                write_new(path, [text])
                told = f"Saved to {shown(path)}. Print it, then remove the file. ctrl+d when done."
            except ExchangeError as error:
                told = str(error)
        self.query_one("#sheet-said", Static).update(told)

    @work
    async def action_done(self) -> None:
        """It is written down: Today need not say so any more."""
        app: Any = self.app
        app.gate.shut()
        try:
            await app.vault.keep(settings.put, settings.RECOVERY_SHEET_DUE, False)
        except VaultError as error:
            app.tell(str(error), bad=True)
        self._end(done=True)

    def action_later(self) -> None:
        """Later; Today keeps one quiet line until then."""
        self._end(done=False)

    def _end(self, *, done: bool) -> None:
        gate = self.app.gate  # type: ignore[attr-defined]
        if self._first_run:
            gate.shut()
        else:
            gate.open()
        self.dismiss(done)


def _grouped(letters: str) -> str:
    groups = letters.replace("-", " ").split()
    return "\n".join("   ".join(groups[n : n + 4]) for n in range(0, len(groups), 4))

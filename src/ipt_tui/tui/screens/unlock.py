"""The unlock screen: one line to type in, painted before anything of the database is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import work
from textual.binding import Binding
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Input, Static

from ipt_tui.ipt import household
from ipt_tui.ipt.about import PROGRAM
from ipt_tui.tui.widgets.field import Line
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.sheet import Sheet
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from textual.app import ComposeResult


class UnlockScreen(Screen[None]):
    """Asks for the passphrase, or the letters of the recovery sheet."""

    HELP = "Type the passphrase and press enter. The letters of the recovery sheet open it too."
    BINDINGS = [  # noqa: RUF012
        Binding("enter", "enter", "unlock", key_display="enter", priority=True),
        Binding("tab", "other_file", "another file", key_display="tab", priority=True),
    ]
    passphrase = query_one("#passphrase", Input)
    said = query_one("#said", Static)

    def __init__(self, problem: str | None = None) -> None:
        """Show `problem` as the first sentence, if there is one."""
        super().__init__()
        self._problem = problem

    def compose(self) -> ComposeResult:
        """The name, one field, one sentence."""
        with Sheet(id="unlock", classes="sheet"):
            yield Static(str(self.app.title), classes="title", markup=False)
            yield Static(self._locked(), id="state", markup=False)
            yield Input(password=True, placeholder="passphrase", id="passphrase")
            yield Line(placeholder="path of another vault, then enter", id="path")
            yield Static(self._worded(self._problem or ""), id="said", markup=False)
        yield KeyLine()

    def _locked(self) -> str:
        return "Locked." if self.app.after_lock else ""  # type: ignore[attr-defined]

    def _worded(self, sentence: str) -> str:
        """Return a sentence as it may stand here: a window of another name does not say whose."""
        app: Any = self.app
        if app.title == PROGRAM:
            return sentence
        return household.without_name(sentence, str(app.path), PROGRAM)

    def on_mount(self) -> None:
        """Wait at the passphrase; use the one given on the command line, if any."""
        self.add_class("page")
        self.set_focus(self.passphrase)
        self.query_one("#path").display = False
        app: Any = self.app
        given, app.typed = app.typed, None
        if given is not None and self._problem is None:
            self._try(given())

    def action_other_file(self) -> None:
        """Ask for the path of another vault, and back."""
        path = self.query_one("#path", Input)
        path.display = not path.display
        self.set_focus(path if path.display else self.passphrase)

    async def action_enter(self) -> None:
        """Take the path of another vault, or the passphrase; what is typed after it waits.

        "help" is neither: too weak for a passphrase, and it opens the help lines.
        """
        path = self.query_one("#path", Input)
        app: Any = self.app
        typed = path if path.has_focus else self.passphrase
        if await app.asks_for_help(typed.value):
            typed.value = ""
        elif path.has_focus:
            self._choose_file(path.value)
        elif self.passphrase.value:
            self._try(self.passphrase.value)

    def _choose_file(self, typed: str) -> None:
        from ipt_tui.vault import place

        try:
            path = place.named(typed)
            place.salt_of(path)
        except VaultError as error:
            self.said.update(self._worded(str(error)))
            return
        app: Any = self.app
        app.path = path
        self.said.update(f"Now for {path.name}.")
        self.action_other_file()

    @work(exclusive=True)
    async def _try(self, typed: str) -> None:
        app: Any = self.app
        self.said.update("…")
        self.passphrase.value = ""
        app.gate.shut()
        try:
            await app.vault.unlock(app.path, typed)
        except VaultError as error:
            self.said.update(self._worded(str(error)))
            self.set_focus(self.passphrase)
            app.gate.open()
            return
        app.open_record()

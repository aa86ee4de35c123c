"""One plain question to somebody who wrote that they are not safe; then the numbers to call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widgets import Static

from ipt_tui.ipt.help_lines import NOT_MONITORED
from ipt_tui.ipt.safe_now import ALONE, ANSWERS, BELOW, QUESTION, SAFE, Because
from ipt_tui.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

_APART = "\n\n"


class SafeNowScreen(Screen[None]):
    """Asks whether somebody is safe; any key that is not an answer changes nothing."""

    CSS_PATH = "safe_now.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"answer('{word}')", said, show=False) for key, word, said in ANSWERS),
        Binding("h", "lines", "help lines", show=False),
        Binding("escape,q", "close", "back", key_display="esc"),
    ]

    def __init__(self, because: Because) -> None:
        """Say what it is asked for."""
        super().__init__()
        self._because = because

    def compose(self) -> ComposeResult:
        """The words in the middle of the screen, far apart."""
        with VerticalScroll(id="safe-now"):
            yield Static("", id="safe-now-words", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask."""
        answers = _APART.join(f"   {key}   {said}" for key, _, said in ANSWERS)
        self._say(self._because.label, ALONE, QUESTION, answers, BELOW, NOT_MONITORED)
        self.set_focus(self.query_one("#safe-now"))

    def _say(self, *paragraphs: str) -> None:
        self.query_one("#safe-now-words", Static).update(_APART.join(paragraphs))

    def action_answer(self, word: str) -> None:
        """Go on: with the numbers, or where somebody is safe, with a word and a way on."""
        if word == ANSWERS[0][1]:
            self._say(*SAFE, NOT_MONITORED)
        else:
            self.action_lines()

    def action_lines(self) -> None:
        """Show the help lines in place of the question; from there it is back to where one was."""
        app: Any = self.app
        self.dismiss()
        app.call_later(app.action_help_lines)

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss()

"""One plain question to somebody who wrote that they are not safe; then the numbers to call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from ipt_tui.ipt.help_lines import NOT_MONITORED
from ipt_tui.ipt.safe_now import ALONE, ANSWERS, BELOW, FIRST, LIT, QUESTION, SAFE, Because
from ipt_tui.tui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

_APART = "\n\n"


class SafeNowScreen(Screen[None]):
    """Asks whether somebody is safe; a key lights an answer, enter gives it."""

    CSS_PATH = "safe_now.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(key, f"light('{word}')", said, show=False) for key, word, said in ANSWERS),
        Binding("up", "walk(-1)", show=False, priority=True),
        Binding("down", "walk(1)", show=False, priority=True),
        Binding("enter", "give", "answer", key_display="enter"),
        Binding("h", "lines", "help lines", show=False),
        Binding("escape", "close", "back", key_display="esc"),
    ]

    def __init__(self, because: Because) -> None:
        """Say what it is asked for."""
        super().__init__()
        self._because = because
        self._lit: str | None = None
        self._safe = False

    def compose(self) -> ComposeResult:
        """The words in the middle of the screen, far apart."""
        with VerticalScroll(id="safe-now"):
            yield Static("", id="safe-now-words", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Ask."""
        self.set_focus(self.query_one("#safe-now"))
        self._ask()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Once it is answered, there is the way to the help lines, and back."""
        return not self._safe or action in ("lines", "close")

    def _ask(self, hint: str = BELOW) -> None:
        """Show the question with what is lit."""
        answers = (
            Content.assemble((f"   {key}   {said}   {LIT}", "bold"))
            if word == self._lit
            else f"   {key}   {said}"
            for key, word, said in ANSWERS
        )
        self._say(self._because.label, ALONE, QUESTION, *answers, hint, NOT_MONITORED)

    def _say(self, *paragraphs: str | Content) -> None:
        parts = [Content(one) if isinstance(one, str) else one for one in paragraphs]
        words = Content(_APART).join(parts)
        self.query_one("#safe-now-words", Static).update(words)

    def action_light(self, word: str) -> None:
        """Light an answer."""
        self._lit = word
        self._ask()

    def action_walk(self, step: int) -> None:
        """Light the answer above or below."""
        words = [word for _, word, _ in ANSWERS]
        at = words.index(self._lit) + step if self._lit in words else 0 if step > 0 else -1
        self.action_light(words[max(-1, min(at, len(words) - 1))])

    def action_give(self) -> None:
        """Go on: with the numbers, or where somebody is safe, with a word and a way on."""
        if self._lit is None:
            self._ask(FIRST)
        elif self._lit == ANSWERS[0][1]:
            self._safe = True
            self._say(*SAFE, NOT_MONITORED)
            self.refresh_bindings()
        else:
            app: Any = self.app
            self.dismiss()
            app.call_later(app.action_help_lines)

    async def action_lines(self) -> None:
        """Show the help lines; from there it is back to the question, which is not answered yet."""
        app: Any = self.app
        await app.action_help_lines()

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss()

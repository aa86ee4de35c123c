"""Somebody marked an answer that matters: the person first, one plain question, then help.

No score, no reason asked, nothing hidden or locked, and no need to go on with the form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from ipt_tui.tui.widgets.answer_bar import ChoiceLine
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult

THANKS = "Thank you for saying that. What you marked matters. You don't have to handle it alone."
ALONE = "No one is monitoring this program: only you see what you write here."
SAFE_NOW = "Are you safe right now?"
THEN = "What would help now?"
SAFE, NOT_SURE, NOT = "safe", "not sure", "no"
GO_ON, STOP, LINES = "go on", "stop", "lines"
_SAFE = (("1", SAFE, "yes"), ("2", NOT_SURE, "not sure"), ("3", NOT, "no"))
_THEN = (
    ("1", LINES, "numbers to call, and to write to"), ("2", GO_ON, "go on here"),
    ("3", STOP, "stop here; it is kept"),
)  # fmt: skip


class SafeNowScreen(ModalScreen[str | None]):
    """Asks, and opens the help lines; gives back GO_ON or STOP."""

    CSS_PATH = "answering.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "not now", key_display="esc"),
        Binding("enter", "typed", show=False),
    ]

    def compose(self) -> ComposeResult:
        """What is said, what is asked, the answers."""
        with Vertical(id="safe-now"):
            yield Words(THANKS, classes="strong")
            yield Words(SAFE_NOW, id="safe-asked", classes="strong")
            yield ChoiceLine()
            yield Words(ALONE, classes="muted")
        yield KeyLine()

    def on_mount(self) -> None:
        """Wait for a digit."""
        self._ask(SAFE_NOW, _SAFE)
        self._open()

    def _ask(self, question: str, choices: tuple[tuple[str, str, str], ...]) -> None:
        self.query_one("#safe-asked", Words).say(question)
        line = self.query_one(ChoiceLine)
        line.ask(choices, "")
        self.set_focus(line)

    def _open(self) -> None:
        self.app.gate.open()  # type: ignore[attr-defined]

    async def on_choice_line_picked(self, message: ChoiceLine.Picked) -> None:
        """Help at once for who is not safe, or not sure; else ask what would help."""
        message.stop()
        await self._picked(message.word)

    async def action_typed(self) -> None:
        """Take an answer in words; help opens the help lines."""
        line, app = self.query_one(ChoiceLine), self._app
        if await app.asks_for_help(line.typed):
            line.ask(line.choices, "")
        elif (word := line.meant()) is not None:
            await self._picked(word)

    @property
    def _app(self) -> Any:
        return self.app

    async def _picked(self, word: str) -> None:
        if word in (GO_ON, STOP):
            self._open()
            self.dismiss(word)
            return
        self._ask(THEN, _THEN)
        if word != SAFE:
            await self._app.action_help_lines()
        self._open()

    def on_key(self, event: events.Key) -> None:
        """Nothing typed here is lost to a command behind it."""
        if event.character and event.character.isprintable() and event.character != "?":
            event.stop()

    def action_close(self) -> None:
        """Go on where one was."""
        self.dismiss(None)

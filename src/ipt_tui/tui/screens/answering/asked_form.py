"""The form that is answered: digits are answers, arrows go about, a word typed may ask for help."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ipt_tui.tui.widgets.answer_bar import HELP, LONGEST_WORD
from ipt_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual import events

_SIGN = re.compile(r"-|-?[0-9]{1,3}")
ONE_DIGIT = 9
FORM = "v"
"""The one letter that is a command, while no word is typed."""
NO_WORD = "“{}” is no answer: a digit answers, - is rather not to say."


class AskedForm(Rows):
    """Rows of a form. `give` takes a sign, `go` a place, `enter` what enter does."""

    def __init__(
        self,
        give: Callable[[str], Awaitable[None]],
        go: Callable[[int], None],
        enter: Callable[[], Awaitable[None]],
        *,
        id: str,  # noqa: A002
    ) -> None:
        """Take what is done with keys."""
        super().__init__(id=id)
        self._give, self._walk, self._enter = give, go, enter
        self._typed = ""

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        """Letters and digits are for the form, as in a text field."""
        if character is None or not character.isprintable() or character == HELP:
            return False
        return bool(self._typed) or character != FORM

    async def on_key(self, event: events.Key) -> None:
        """Answer with a digit; take a word letter by letter."""
        sign = event.character or ""
        if event.key == "enter":
            event.stop()
            await self._entered()
        elif event.key == "backspace":
            event.stop()
            self._type(self._typed[:-1])
        elif self.check_consume_key(event.key, event.character):
            event.stop()
            event.prevent_default()
            if not self._typed and not self._long and _SIGN.fullmatch(sign):
                await self._give(sign)
            elif sign != " " or self._typed:
                self._type(self._typed + sign)

    async def _entered(self) -> None:
        app: Any = self.app
        typed, self._typed = self._typed, ""
        if not typed:
            await self._enter()
        elif _SIGN.fullmatch(typed):
            await self._give(typed)
        elif not await app.asks_for_help(typed):
            self._complain(NO_WORD.format(typed))
        else:
            self._complain("")

    @property
    def _long(self) -> bool:
        """Whether an answer here may be more than one digit: it is typed, and enter gives it."""
        screen: Any = self.screen
        item = screen.filled.item
        return item is not None and (item.highest > ONE_DIGIT or item.lowest < 0)

    def _type(self, text: str) -> None:
        self._typed = text[:LONGEST_WORD]
        self._complain(f"▏{self._typed}" if self._typed else "")

    def _complain(self, words: str) -> None:
        screen: Any = self.screen
        screen.complain(words)

    @property
    def _at(self) -> int:
        screen: Any = self.screen
        at: int = screen.filled.at
        return at

    def action_move(self, step: int) -> None:
        """Go to the question before or after."""
        self._walk(self._at + step)

    def action_edge(self, index: int) -> None:
        """Go to the first question, or to the end."""
        screen: Any = self.screen
        self._walk(0 if index == 0 else screen.filled.end)

    def choose(self) -> None:
        """A click on what is lit answers nothing."""

    def _go(self, index: int) -> None:
        """A click goes to that question."""
        self._walk(int(self._keys[index].partition(":")[2]))

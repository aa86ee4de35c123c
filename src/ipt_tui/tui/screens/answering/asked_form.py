"""The form that is answered: digits are answers, arrows go about, a word typed may ask for help."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, ClassVar, Protocol, cast

from textual.binding import Binding, BindingType

from ipt_tui.tui.widgets.choice_line import HELP
from ipt_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual import events

    from ipt_tui.tui.app import IptApp
    from ipt_tui.tui.screens.answering.form_rows import Filled

_SIGN = re.compile(r"-|-?[0-9]{1,3}")
_BEGUN_SIGN = re.compile(r"-?[0-9]{0,3}")
ONE_DIGIT = 9
FORM = "v"
"""The one letter that is a command, while no word is typed."""
FOR_HELP = "help"
"""The one word that may be typed here."""
NO_WORD = "“{}” is no answer: a digit answers, - is rather not to say."


class Asks(Protocol):
    """Who asks: it says how far the form is filled in, and takes what is done with keys."""

    filled: Filled

    async def give(self, sign: str) -> None:
        """Take a digit, or the sign for what one would rather not say."""

    def go(self, to: int) -> None:
        """Go to a place of the form."""

    async def enter(self) -> None:
        """Do what enter does."""

    def complain(self, words: str) -> None:
        """Say what is wrong with what was typed, or what is typed so far."""


class AskedForm(Rows):
    """Rows of a form, asked by somebody."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", show=False),
        Binding("right", "move(1)", show=False),
    ]

    def __init__(self, asks: Asks, *, id: str) -> None:  # noqa: A002
        """Take who asks."""
        super().__init__(id=id)
        self._asks = asks
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
            self._go_back()
        elif self.check_consume_key(event.key, event.character):
            event.stop()
            event.prevent_default()
            if not self._typed and not self._long and _SIGN.fullmatch(sign):
                await self._asks.give(sign)
            elif sign != " ":
                self._type(self._typed + sign)

    def _go_back(self) -> None:
        """Take the last letter back; where nothing is typed, go to the question before."""
        if self._typed:
            self._type(self._typed[:-1])
        else:
            self.action_move(-1)

    async def _entered(self) -> None:
        typed, self._typed = self._typed, ""
        if not typed:
            await self._asks.enter()
        elif _SIGN.fullmatch(typed):
            await self._asks.give(typed)
        elif await cast("IptApp", self.app).asks_for_help(typed):
            self._asks.complain("")
        else:
            self._asks.complain(NO_WORD.format(typed))

    @property
    def _long(self) -> bool:
        """Whether an answer here may be more than one digit: it is typed, and enter gives it."""
        item = self._asks.filled.item
        return item is not None and (item.highest > ONE_DIGIT or item.lowest < 0)

    def _type(self, text: str) -> None:
        """Show what is typed; what can become neither an answer nor the one word goes at once.

        It would take the digits after it for its own.
        """
        number = self._long and _BEGUN_SIGN.fullmatch(text)
        if number or FOR_HELP.startswith(text.casefold()[: len(FOR_HELP)]):
            self._typed = text
            self._asks.complain(f"▏{text}" if text else "")
        else:
            self._typed = ""
            self._asks.complain(NO_WORD.format(text))

    def action_move(self, step: int) -> None:
        """Go to the question before or after."""
        self._asks.go(self._asks.filled.at + step)

    def action_edge(self, index: int) -> None:
        """Go to the first question, or to the end."""
        self._asks.go(0 if index == 0 else self._asks.filled.end)

    def choose(self) -> None:
        """A click on what is lit answers nothing."""

    def _go(self, index: int) -> None:
        """A click goes to that question."""
        self._asks.go(int(self._keys[index].partition(":")[2]))

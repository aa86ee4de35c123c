"""Choices with their digits: a digit answers, and so does the word of a choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from ipt_tui.tui.widgets.flowing import digit_at, flowed, for_digit

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Size

LONGEST = 1000
"""So many letters can be typed at a choice."""
HELP = "?"
"""The one sign that is a command even among choices."""
GOES_ON = {"answer('next')": "go on; a digit answers"}
"""What enter does while nothing is typed: the digit answers."""


class ChoiceLine(Widget, can_focus=True):
    """The choices with their digits.

    A digit answers while nothing is typed, and shuts the key gate: whoever takes the answer opens
    it. Within words that are typed it is a part of them, until these were refused.
    """

    DEFAULT_CSS = """
    ChoiceLine { height: auto; padding: 0 1; background: $panel; }
    ChoiceLine:focus { background: $surface; }
    """

    @dataclass
    class Picked(Message):
        """A digit was pressed; `word` is the stored word."""

        word: str

    one_a_line: bool = False
    """Whether each choice stands on a line of its own, however short they are."""
    shows_typed: ClassVar[bool] = True
    """Whether a word that is typed in place of a digit can be read."""

    class NoChoice(Message):
        """What was typed is none of the choices."""

    class Typed(Message):
        """A letter came or went."""

    def __init__(self) -> None:
        """Start without choices."""
        super().__init__()
        self.choices: tuple[tuple[str, str, str], ...] = ()
        self.value = ""
        self.typed = ""
        self.refused = ""
        """What was said to be none of the choices: enter on it again leaves the choice as it is."""

    def ask(self, choices: tuple[tuple[str, str, str], ...], value: str) -> None:
        """Offer other choices; nothing is typed yet."""
        self.choices, self.value, self.typed, self.refused = choices, value, "", ""
        self.refresh(layout=True)
        self.refresh_bindings()

    def take(self) -> str:
        """Return what is typed; nothing is any more."""
        typed, self.typed = self.typed.strip(), ""
        self.refresh(layout=True)
        return typed

    def refuse(self) -> None:
        """Say that what is typed is none of the choices; a digit chooses again."""
        self.refused = self.typed
        self.refresh_bindings()
        self.post_message(self.NoChoice())

    def meant(self) -> str | None:
        """Return the stored word of the one choice that what was typed begins, None for none."""
        wanted = self.typed.casefold().strip()
        found = [stored for _, stored, word in self.choices if word.casefold().startswith(wanted)]
        return found[0] if wanted and len(found) == 1 else None

    @property
    def needed(self) -> dict[str, str]:
        """What the key line says of enter here."""
        return {} if self._within_words else GOES_ON

    @property
    def can_be_pressed(self) -> str:
        """The digits in words: "1", "1 or 2", "1 to 4 or 0"."""
        *digits, last = (digit for digit, _, _ in self.choices)
        if len(digits) > 1:
            out_of_line = last < digits[-1]
            return f"{digits[0]} to {f'{digits[-1]} or {last}' if out_of_line else last}"
        return " or ".join([*digits, last])

    def render(self) -> Content:
        """Each digit with its word; the present answer marked."""
        return self._laid_out(self.content_size.width)

    def _laid_out(self, width: int) -> Content:
        """Return the choices in lines: no choice is broken, many long ones stand one a line."""
        parts = [
            for_digit(
                Content.assemble(
                    (digit, "bold $accent"),
                    " ",
                    (f"{word} ✓", "bold") if stored == self.value else word,
                ),
                digit,
            )
            for digit, stored, word in self.choices
        ]
        if self.typed and self.shows_typed:
            cut = len(self.typed) > max(width - 1, 1)
            parts.append(Content(f"▏…{self.typed[2 - width :]}" if cut else f"▏{self.typed}"))
        wide = self.one_a_line or sum(part.cell_length + 3 for part in parts) > 2 * width
        return Content("\n").join(parts) if wide else flowed(parts, width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the choices take in this width."""
        return len(self._laid_out(width).split("\n", allow_blank=True))

    def on_key(self, event: events.Key) -> None:
        """Answer with a digit, where no words stand that it may belong to."""
        word = next((stored for digit, stored, _ in self.choices if digit == event.character), None)
        if word is not None and not self._within_words:
            event.stop()
            event.prevent_default()
            self._pick(word)
        elif event.key == "backspace" and self.typed:
            event.stop()
            self._type(self.typed[:-1])
        elif event.character and self.check_consume_key(event.key, event.character):
            # or a word typed here would be commands, one after the other
            event.stop()
            event.prevent_default()
            self._type(self.typed + event.character)

    def on_click(self, event: events.Click) -> None:
        """Answer with what is clicked; until that is dealt with, a click is no other answer."""
        word = next((stored for digit, stored, _ in self.choices if digit == digit_at(event)), None)
        if word is not None and not self.app.gate.is_shut:  # type: ignore[attr-defined]
            event.stop()
            self._pick(word)

    def _pick(self, word: str) -> None:
        self.app.gate.shut()  # type: ignore[attr-defined]
        self.post_message(self.Picked(word))

    @property
    def _within_words(self) -> bool:
        """Whether a digit belongs to what is typed: words that were refused are over."""
        return bool(self.typed) and self.shows_typed and self.typed != self.refused

    def _type(self, text: str) -> None:
        within, self.typed = self._within_words, text[:LONGEST]
        self.refresh(layout=True)
        if within != self._within_words:
            self.refresh_bindings()
        self.post_message(self.Typed())

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        """Letters and digits are for this line, as in a text field; "?" asks for help."""
        return character is not None and character.isprintable() and character != HELP

"""A line at the foot that stays open: type, enter, and the next; what will be kept is shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, Static

from ipt_tui.tui.widgets.field import Field, safe_lines

if TYPE_CHECKING:
    from textual.app import ComposeResult


class ManyLines(Field):
    """A field that tells when several lines are pasted into it.

    `waiting` are those still to come; the draft is the field and all of them.
    """

    @dataclass
    class Pasted(Message):
        """Several lines were pasted."""

        lines: list[str]

    def __init__(self, place: str, *, placeholder: str) -> None:
        """Start empty, with nothing waiting."""
        super().__init__(place, placeholder=placeholder)
        self.waiting: list[str] = []

    @property
    def whole(self) -> str:
        """What is typed, and every line that waits."""
        return "\n".join([self.value, *self.waiting])

    def take(self, text: str) -> None:
        """Go on with the first of these lines; the others wait."""
        first, *self.waiting = [line for line in text.split("\n") if line.strip()] or [""]
        super().take(first)

    def take_next(self) -> str:
        """Go on with the next line that waits, with an empty field after the last; return it."""
        first = self.waiting.pop(0) if self.waiting else ""
        super().take(first)
        self.watch_value()
        return first

    def hold(self, text: str) -> None:
        """Have the lines of a text wait; where the field is empty the first comes now."""
        self.waiting += text.split("\n")
        if self.value:
            self.watch_value()
        else:
            self.take_next()

    def turn_to(self, place: str) -> None:
        """Belong to another place: lines that wait are in the draft of their own."""
        if place != self.place:
            self.waiting = []
        super().turn_to(place)

    def _on_paste(self, event: events.Paste) -> None:
        lines = [line.strip() for line in safe_lines(event.text).splitlines() if line.strip()]
        if len(lines) > 1:
            event.stop()
            event.prevent_default()
            self.post_message(self.Pasted(lines))


class OpenLine(Vertical):
    """Base of such lines. `said` reads what is typed, `send` asks for it to be kept."""

    HINT: ClassVar[str] = ""
    PLACE: ClassVar[str] = ""
    """The draft's name, before the client's uid."""
    DEFAULT_CSS = """
    OpenLine { height: auto; padding: 0 1; border-top: solid $ipt-line; display: none; }
    OpenLine.-open { display: block; }
    OpenLine .said { color: $ipt-faint; height: auto; min-height: 2; }
    OpenLine .said.-problem { color: $warning; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "finish", "keep", key_display="enter", priority=True),
        Binding("escape", "close", "close", key_display="esc"),
    ]
    field = query_one(ManyLines)

    @dataclass
    class Closed(Message):
        """The line was closed."""

        line: OpenLine

        @property
        def control(self) -> OpenLine:
            """The line it happened to."""
            return self.line

    def __init__(self, placeholder: str, *, id: str | None = None) -> None:  # noqa: A002
        """Start closed, and nobody's; see `turn_to`."""
        super().__init__(id=id)
        self._placeholder = placeholder
        self._given_back = ""
        self.client = ""
        self.begun_with = ""

    def compose(self) -> ComposeResult:
        """The field and what it would keep."""
        field = ManyLines("", placeholder=self._placeholder)
        field.select_on_focus = False  # a mark typed already must not be typed over
        yield field
        yield Static(self.HINT, classes="said", markup=False)

    def said(self, text: str) -> tuple[str, bool]:
        """Return what is said of a text being typed, and whether it cannot be kept as it is."""
        raise NotImplementedError

    def send(self, text: str) -> None:
        """Ask for a text that can be kept to be kept."""
        raise NotImplementedError

    def turn_to(self, client: str) -> None:
        """Belong to this client from now on: what was typed for another waits there."""
        self.client = client
        self.remove_class("-open")
        self.field.turn_to(f"{self.PLACE}:{client}")
        self.say(self.HINT)

    @property
    def is_open(self) -> bool:
        """Whether one can type in it."""
        return self.has_class("-open")

    def open(self) -> None:
        """Start typing."""
        self.add_class("-open")
        self.screen.set_focus(self.field)

    def say(self, sentence: str, *, problem: bool = False) -> None:
        """Show a sentence under the line."""
        said = self.query_one(".said", Static)
        said.update(sentence)
        said.set_class(problem, "-problem")

    def refused(self, text: str, sentence: str) -> None:
        """The text could not be kept: give the words back and say why."""
        self.field.hold(text)
        self._given_back = self.field.value
        self.say(sentence + self._more(), problem=True)

    def _more(self) -> str:
        """Say how many lines wait."""
        number = len(self.field.waiting)
        lines = "lines wait" if number > 1 else "line waits"
        return f" ({number} more {lines}.)" if number else ""

    def done(self, sentence: str) -> None:
        """The text was kept."""
        if not self.field.whole:
            self.field.saved()
            self.say(f"{sentence}   ·   next, or esc")

    @on(Input.Changed)
    def _preview(self, event: Input.Changed) -> None:
        event.stop()
        if event.value and event.value != self._given_back:
            sentence, problem = self.said(event.value)
            self.say(sentence + self._more(), problem=problem)

    @on(ManyLines.Pasted)
    async def _take_pasted(self, message: ManyLines.Pasted) -> None:
        message.stop()
        first, *waiting = message.lines
        self.field.waiting = [*waiting, *self.field.waiting]
        self.field.insert_text_at_cursor(first)
        await self.action_finish()

    async def action_finish(self) -> None:
        """Ask for the line to be kept; the field is free for the next one at once."""
        app: Any = self.app
        if await app.asks_for_help(self.field.value.removeprefix(self.begun_with)):
            self.field.restore()
            return
        text = self.field.value.strip() or self.field.take_next()
        while text and self._finished(text):
            text = self.field.take_next()

    def _finished(self, text: str) -> bool:
        """Ask for one line to be kept; one that cannot be stays, with a sentence."""
        sentence, problem = self.said(text)
        if problem:
            self.say(sentence + self._more(), problem=True)
            return False
        self.send(text)
        return True

    def action_close(self) -> None:
        """Close; what is typed stays as a draft."""
        self.remove_class("-open")
        self.post_message(self.Closed(self))

"""The line that stays open: name, who they are, up to three rings; enter, and the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, Static

from ipt_tui.ipt.add_line import PersonLine, parse_person, preview
from ipt_tui.ipt.kinds import Kinds
from ipt_tui.tui.widgets.field import Field, safe_lines

if TYPE_CHECKING:
    from textual.app import ComposeResult

HINT = (
    "name, who, how close now before hoped (1 closest – 4 outside)"
    " · Sam partner 1 · Dad father 1 died 2019"
)


NO_NAME = "Begin with a name; the rest can come later."


class PeopleField(Field):
    """The field of the line: of several pasted lines each is a person of their own."""

    @dataclass
    class Pasted(Message):
        """Several lines were pasted."""

        lines: list[str]

    def _on_paste(self, event: events.Paste) -> None:
        lines = [line.strip() for line in safe_lines(event.text).splitlines() if line.strip()]
        if len(lines) > 1:
            event.stop()
            event.prevent_default()
            self.post_message(self.Pasted(lines))


class AddLine(Vertical):
    """Shows what will be kept while it is typed; asks the area to keep it."""

    DEFAULT_CSS = """
    AddLine { height: auto; padding: 0 1; border-top: solid $ipt-line; display: none; }
    AddLine.-open { display: block; }
    AddLine #add-said { color: $ipt-faint; height: auto; }
    AddLine #add-said.-problem { color: $warning; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "finish", "add", key_display="enter", priority=True),
        Binding("escape", "close", "close", key_display="esc"),
    ]
    field = query_one(PeopleField)

    @dataclass
    class Typed(Message):
        """A line is finished; `client` is the uid of whose person it is."""

        client: str
        line: PersonLine
        text: str

    @dataclass
    class Closed(Message):
        """The line was closed."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start closed, and nobody's; see `turn_to`."""
        super().__init__(id=id)
        self._given_back = ""
        self.kinds = Kinds()
        self._client = ""
        self._waiting: list[str] = []

    def compose(self) -> ComposeResult:
        """The field and what it would keep."""
        yield PeopleField("", placeholder="Sam partner 1", id="add-field")
        yield Static(HINT, id="add-said", markup=False)

    def turn_to(self, client: str) -> None:
        """Belong to this client from now on: what was typed for another waits there."""
        self._client, self._waiting = client, []
        self.remove_class("-open")
        self.field.turn_to(f"people:add:{client}")
        self.say(HINT)

    def open(self) -> None:
        """Start typing."""
        self.add_class("-open")
        self.screen.set_focus(self.field)

    def say(self, sentence: str, *, problem: bool = False) -> None:
        """Show a sentence under the line."""
        said = self.query_one("#add-said", Static)
        said.update(sentence)
        said.set_class(problem, "-problem")

    def refused(self, text: str, sentence: str) -> None:
        """The line could not be kept: give the words back and say why."""
        self._given_back = f"{text} {self.field.value}".strip()
        self.field.value = self._given_back
        self.say(sentence, problem=True)

    def done(self, sentence: str) -> None:
        """The line was kept."""
        if not self.field.value:
            self.field.saved()
            self.say(f"{sentence}   ·   next, or esc")

    def _parsed(self, text: str) -> PersonLine:
        app: Any = self.app
        return parse_person(text, self.kinds, app.clock.today(app.config.day_starts_at))

    @on(Input.Changed)
    def _preview(self, event: Input.Changed) -> None:
        event.stop()
        if event.value and event.value != self._given_back:
            line = self._parsed(event.value)
            self.say(line.problem or preview(line), problem=bool(line.problem))

    @on(PeopleField.Pasted)
    def _take_pasted(self, message: PeopleField.Pasted) -> None:
        message.stop()
        first, *self._waiting = message.lines
        self.field.insert_text_at_cursor(first)
        self.action_finish()

    def action_finish(self) -> None:
        """Ask for the line to be kept; the field is free for the next one at once."""
        text = self.field.value.strip()
        if not text:
            self.action_close()
            return
        while text and self._finished(text):
            text = self._waiting.pop(0) if self._waiting else ""
            self.field.value = text

    def _finished(self, text: str) -> bool:
        """Ask for one line to be kept; one that is not understood stays, with a sentence."""
        line = self._parsed(text)
        problem = line.problem or ("" if line.name else NO_NAME)
        if problem:
            more = f" ({len(self._waiting)} more pasted lines wait.)" if self._waiting else ""
            self.say(problem + more, problem=True)
            return False
        self.post_message(self.Typed(self._client, line, text))
        return True

    def action_close(self) -> None:
        """Close; what is typed stays as a draft."""
        self.remove_class("-open")
        self.post_message(self.Closed())

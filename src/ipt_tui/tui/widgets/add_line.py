"""The line that stays open: name, who they are, up to three rings; enter, and the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from ipt_tui.ipt.add_line import PersonLine, parse_person, preview
from ipt_tui.ipt.kinds import Kinds
from ipt_tui.tui.widgets.field import Field

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult

HINT = "name, who, rings now before hoped (1 closest – 4 outside) · Sam partner 1 · Dad father 1 died 2019"


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

    @dataclass
    class Typed(Message):
        """A line is finished."""

        line: PersonLine
        text: str

    @dataclass
    class Closed(Message):
        """The line was closed."""

    def __init__(self, client_uid: str, today: date, *, id: str | None = None) -> None:  # noqa: A002
        """Drafts of this line belong to the client."""
        super().__init__(id=id)
        self._client = client_uid
        self._today = today
        self.kinds = Kinds()

    def compose(self) -> ComposeResult:
        """The field and what it would keep."""
        yield Field(f"people:add:{self._client}", placeholder="Sam partner 1", id="add-field")
        yield Static(HINT, id="add-said", markup=False)

    def open(self) -> None:
        """Start typing."""
        self.add_class("-open")
        self.screen.set_focus(self.query_one(Field))

    def say(self, sentence: str, *, problem: bool = False) -> None:
        """Show a sentence under the line."""
        said = self.query_one("#add-said", Static)
        said.update(sentence)
        said.set_class(problem, "-problem")

    def refused(self, text: str, sentence: str) -> None:
        """The line could not be kept: give the words back and say why."""
        field = self.query_one(Field)
        field.value = f"{text} {field.value}".strip()
        self.say(sentence, problem=True)

    @on(Input.Changed)
    def _preview(self, event: Input.Changed) -> None:
        if not event.value:
            return
        line = parse_person(event.value, self.kinds, self._today)
        self.say(line.problem or preview(line), problem=bool(line.problem))

    def action_finish(self) -> None:
        """Ask for the line to be kept; the field is free for the next one at once."""
        field = self.query_one(Field)
        text = field.value.strip()
        line = parse_person(text, self.kinds, self._today)
        if not text:
            self.action_close()
        elif line.problem:
            self.say(line.problem, problem=True)
        elif not line.name:
            self.say("Begin with a name; the rest can come later.", problem=True)
        else:
            field.value = ""
            self.post_message(self.Typed(line, text))

    def done(self, sentence: str) -> None:
        """The line was kept."""
        field = self.query_one(Field)
        if not field.value:
            field.saved()
            self.say(f"{sentence}   ·   next, or esc")

    def action_close(self) -> None:
        """Close; what is typed stays as a draft."""
        self.remove_class("-open")
        self.post_message(self.Closed())

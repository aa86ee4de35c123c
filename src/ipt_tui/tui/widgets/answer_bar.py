"""One question at a time, at the foot of a pane: a text, or a digit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static, TextArea

from ipt_tui.tui.widgets.editor import Editor
from ipt_tui.tui.widgets.flowing import flowed
from ipt_tui.tui.widgets.pick_line import PickLine

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.geometry import Size

    from ipt_tui.tui.key_gate import KeyGate


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to show. `choices` are (digit, stored word, shown word); without, a text.

    `value` is what the record holds, `place` the name of the draft, `hint` an example. `typed`
    stands in the field in place of the value and is no answer until it is given. `picks` are
    digits and the words that they put into the text.
    """

    key: str
    question: str
    value: str = ""
    choices: tuple[tuple[str, str, str], ...] = ()
    hint: str = ""
    place: str = ""
    typed: str = ""
    picks: tuple[tuple[str, str], ...] = ()


LONGEST_WORD = 60
HELP = "?"
"""The one sign that is a command even among choices."""


class ChoiceLine(Widget, can_focus=True):
    """The choices with their digits.

    A digit answers and shuts the key gate: whoever takes the answer opens it.
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

    def meant(self) -> str | None:
        """Return the stored word of the one choice that what was typed begins, None for none."""
        wanted = self.typed.casefold().strip()
        found = [stored for _, stored, word in self.choices if word.casefold().startswith(wanted)]
        return found[0] if wanted and len(found) == 1 else None

    def render(self) -> Content:
        """Each digit with its word; the present answer marked."""
        return self._laid_out(self.content_size.width)

    def _laid_out(self, width: int) -> Content:
        """Return the choices in lines: no choice is broken, many long ones stand one a line."""
        parts = [
            Content.assemble(
                (digit, "bold $accent"),
                " ",
                (f"{word} ✓", "bold") if stored == self.value else word,
            )
            for digit, stored, word in self.choices
        ]
        if self.typed and self.shows_typed:
            parts.append(Content(f"▏{self.typed}"))
        wide = self.one_a_line or sum(part.cell_length + 3 for part in parts) > 2 * width
        return Content("\n").join(parts) if wide else flowed(parts, width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the choices take in this width."""
        return len(self._laid_out(width).split("\n", allow_blank=True))

    def on_key(self, event: events.Key) -> None:
        """Answer with a digit."""
        word = next((stored for digit, stored, _ in self.choices if digit == event.character), None)
        if word is not None:
            event.stop()
            event.prevent_default()
            self.app.gate.shut()  # type: ignore[attr-defined]
            self.post_message(self.Picked(word))
        elif event.key == "backspace" and self.typed:
            event.stop()
            self._type(self.typed[:-1])
        elif event.character and self.check_consume_key(event.key, event.character):
            # or a word typed here would be commands, one after the other
            event.stop()
            event.prevent_default()
            self._type(self.typed + event.character)

    def _type(self, text: str) -> None:
        self.typed = text[:LONGEST_WORD]
        self.refresh(layout=True)

    def check_consume_key(self, key: str, character: str | None) -> bool:  # noqa: ARG002
        """Letters and digits are for this line, as in a text field; "?" asks for help."""
        return character is not None and character.isprintable() and character != HELP


class AnswerBar(Vertical):
    """Shows a question, takes the answer. It saves nothing itself."""

    DEFAULT_CSS = """
    AnswerBar { height: auto; padding: 0 1; border-top: solid $ipt-line; display: none; }
    AnswerBar.-open { display: block; }
    AnswerBar #question { text-style: bold; height: auto; }
    AnswerBar #answer-said { color: $ipt-faint; height: auto; min-height: 1; }
    AnswerBar #answer-said.-problem { color: $warning; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "answer('next')", "keep, next", priority=True, key_display="enter"),
        Binding("escape", "answer('close')", "keep, close", key_display="esc"),
        Binding("tab", "answer('next')", "next", show=False, priority=True),
        Binding("shift+tab", "answer('back')", "previous", show=False, priority=True),
        Binding("down", "leave('next')", "next", show=False, priority=True),
        Binding("up", "leave('back')", "previous", show=False, priority=True),
        Binding("ctrl+j", "newline", "new line", show=False, priority=True),
    ]
    editor = query_one(Editor)
    line = query_one(ChoiceLine)

    @dataclass
    class Answered(Message):
        """An answer. `value` is None where nothing was changed; `then` is next, back or close."""

        key: str
        value: str | None
        then: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start closed."""
        super().__init__(id=id)
        self.asked: Asked | None = None
        self._carried = ""
        """Words that were typed where a choice was asked for, for a text that is asked next."""

    @property
    def _gate(self) -> KeyGate:
        gate: KeyGate = self.app.gate  # type: ignore[attr-defined]
        return gate

    def compose(self) -> ComposeResult:
        """Question, field or choices, hint."""
        yield Static("", id="question", markup=False)
        yield PickLine()
        yield Editor(id="answer-text")
        yield ChoiceLine()
        yield Static("", id="answer-said", markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Up and down move within a text of several lines; from its ends to another question."""
        if action == "leave" and self.asked and not self.asked.choices:
            return not self.editor.can_go(str(parameters[0]))
        return True

    def open(self, asked: Asked) -> None:
        """Ask."""
        self.asked = asked
        self.add_class("-open")
        self.query_one("#question", Static).update(asked.question)
        self.say(asked.hint)
        self.query_one(PickLine).offer(asked.picks)
        self.editor.picks = asked.picks
        self.editor.display = not asked.choices
        self.line.display = bool(asked.choices)
        if asked.choices:
            self.line.ask(asked.choices, asked.value)
            self.screen.set_focus(self.line)
        else:
            typed = asked.typed or (self._carried if not asked.value else "")
            self.editor.open(asked.place, asked.value, typed)
            self.screen.set_focus(self.editor)
            self._carried = ""
        self._gate.open()

    def _carry(self) -> None:
        """Keep words that were typed at a choice for the text that may be asked next."""
        typed = self.line.typed.strip()
        self._carried = typed if " " in typed else self._carried

    def say(self, sentence: str, *, problem: bool = False) -> None:
        """Show a hint, or what is wrong with the answer; the text stays."""
        said = self.query_one("#answer-said", Static)
        said.update(sentence)
        said.set_class(problem, "-problem")
        if problem:
            self._gate.open()

    def close(self) -> None:
        """Go away."""
        self.asked, self._carried = None, ""
        self.remove_class("-open")
        self._gate.open()

    def kept(self) -> None:
        """The answer is in the record: its draft is not needed any more."""
        if self.asked and not self.asked.choices:
            self.editor.saved()

    async def action_leave(self, then: str) -> None:
        """Give the text as the answer, from its first or last line."""
        await self.action_answer(then)

    async def action_answer(self, then: str) -> None:
        """Give the text as the answer; "help" is none, and opens the help lines."""
        if self.asked is None:
            return
        value, app = None, cast("Any", self.app)
        if self.asked.choices and self.line.typed:
            if await app.asks_for_help(self.line.typed):
                self.line.ask(self.asked.choices, self.asked.value)
                return
            value = self.line.meant()
            if value is None and self.line.refused != self.line.typed:
                self.line.refused = self.line.typed
                self.line.post_message(ChoiceLine.NoChoice())
                return
            self._carry()
        if not self.asked.choices and self.editor.text.strip() != self.asked.value.strip():
            value = self.editor.text.strip()
        if value is not None and await app.asks_for_help(value):
            self.editor.restore()
            return
        self._gate.shut()
        self.post_message(self.Answered(self.asked.key, value, then))

    def action_newline(self) -> None:
        """Start a new line in the text."""
        if self.asked and not self.asked.choices:
            self.editor.insert("\n")

    def on_choice_line_picked(self, message: ChoiceLine.Picked) -> None:
        """Give the choice as the answer and go on."""
        message.stop()
        if self.asked:
            self._carry()
            self.post_message(self.Answered(self.asked.key, message.word, "next"))
        else:
            self._gate.open()

    def on_choice_line_no_choice(self, message: ChoiceLine.NoChoice) -> None:
        """Say what can be pressed."""
        message.stop()
        if self.asked and self.asked.choices:
            first, last = self.asked.choices[0][0], self.asked.choices[-1][0]
            digits = first if first == last else f"{first} to {last}"
            self.say(f"{digits} answers, or its word; enter leaves it as it is.")

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Typing again takes a complaint away."""
        message.stop()
        if self.asked and self.query_one("#answer-said").has_class("-problem"):
            self.say(self.asked.hint)

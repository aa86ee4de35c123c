"""One question at a time, at the foot of a pane: a text, or a digit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static, TextArea

from ipt_tui.tui.widgets.choice_line import ChoiceLine
from ipt_tui.tui.widgets.editor import Editor
from ipt_tui.tui.widgets.field import remember
from ipt_tui.tui.widgets.pick_line import PickLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ipt_tui.tui.key_gate import KeyGate


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to show. `choices` are (digit, stored word, shown word); without, a text.

    `value` is what the record holds, `place` the name of the draft, `hint` an example. `typed`
    stands in the field in place of the value and is no answer until it is given. `picks` are
    digits and the words that they put into the text. `takes_words` is whether any sentence is an
    answer here, as none is to a number, a day, a name, or safety. `again` is whether what the
    record holds is an answer once more where one goes on with it, as it is to whether one is safe;
    of choices, that enter gives the first.
    """

    key: str
    question: str
    value: str = ""
    choices: tuple[tuple[str, str, str], ...] = ()
    hint: str = ""
    place: str = ""
    typed: str = ""
    picks: tuple[tuple[str, str], ...] = ()
    takes_words: bool = False
    again: bool = False


SHORTEST_CARRIED = 3
"""So many letters typed at a choice are words to keep; fewer are keys that were meant as such."""


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
        self._carried: tuple[str, ...] = ()
        """What was typed where a choice was asked for, for the next question that takes words."""
        self.carried_place = ""
        """The name of their draft."""

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
            typed = asked.typed
            if asked.takes_words and not (asked.value or asked.typed):
                typed = "\n".join(self.carried())
            self.editor.open(asked.place, asked.value, typed)
            self.screen.set_focus(self.editor)
        self._gate.open()

    def _carry(self) -> None:
        """Keep words that were typed at a choice for a text that is asked for later."""
        typed = self.line.take()
        if len(typed) >= SHORTEST_CARRIED:
            self.carry(typed)

    def carry(self, words: str) -> None:
        """Keep words for a text that is asked for later."""
        self._carried = (*self._carried, words)
        self._remember()

    def carried(self) -> tuple[str, ...]:
        """Return the words that were typed at choices; whoever takes them has them to keep."""
        words, self._carried = self._carried, ()
        if words:
            self._remember()
        return words

    def _remember(self) -> None:
        """Keep as a draft what was typed at choices and stands nowhere yet."""
        if self.carried_place:
            typed = self.line.typed.strip() if self.asked and self.asked.choices else ""
            text = "\n".join(filter(None, (*self._carried, typed)))
            remember(self, self.carried_place, text)

    def on_choice_line_typed(self, message: ChoiceLine.Typed) -> None:
        """Have a word typed at a choice as safe as in any field."""
        message.stop()
        self._remember()

    def say(self, sentence: str, *, problem: bool = False) -> None:
        """Show a hint, or what is wrong with the answer; the text stays."""
        said = self.query_one("#answer-said", Static)
        said.update(sentence)
        said.set_class(problem, "-problem")
        if problem:
            self._gate.open()

    def close(self) -> None:
        """Go away."""
        self.asked = None
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
        if not self.asked.choices:
            await self.editor.looked()
        value, app = None, cast("Any", self.app)
        if self.asked.choices and self.line.typed:
            if await app.asks_for_help(self.line.typed):
                self.line.ask(self.asked.choices, self.asked.value)
                return
            value = self.line.meant()
            if value is None and then == "next" and self.line.refused != self.line.typed:
                self.line.refuse()
                return
            if value is None:
                self._carry()
            self.line.take()
        elif self.asked.choices and self.asked.again and then == "next":
            value = self.asked.choices[0][1]
        if not self.asked.choices and self._is_answer(self.editor.text.strip(), then):
            value = self.editor.text.strip()
        if value is not None and await app.asks_for_help(value):
            self.editor.restore()
            return
        self._gate.shut()
        self.post_message(self.Answered(self.asked.key, value, then))

    def _is_answer(self, typed: str, then: str) -> bool:
        asked = self.asked
        if asked is None or typed != asked.value.strip():
            return asked is not None
        return asked.again and bool(typed) and then == "next"

    def action_newline(self) -> None:
        """Start a new line in the text."""
        if self.asked and not self.asked.choices:
            self.editor.insert("\n")

    def on_pick_line_picked(self, message: PickLine.Picked) -> None:
        """Put the word that is clicked into the text."""
        message.stop()
        self.editor.pick(message.digit)

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
            enter = "leaves it as it is" if self.asked.value else "goes on without"
            self.say(f"Press {self.line.can_be_pressed}, or type the word; enter {enter}.")

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Typing again takes a complaint away."""
        message.stop()
        if self.asked and self.query_one("#answer-said").has_class("-problem"):
            self.say(self.asked.hint)

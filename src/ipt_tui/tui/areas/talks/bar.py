"""The line at the foot of Talks that asks: question after question about one talk."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from ipt_tui.ipt.hints import generality, hints
from ipt_tui.ipt.i_statement import check_feeling, check_request
from ipt_tui.ipt.talk import them_words
from ipt_tui.ipt.talk_questions import fields
from ipt_tui.ipt.talk_said import feeling
from ipt_tui.tui.areas.asking_bar import AskingBar
from ipt_tui.tui.areas.talks.inquiry import TalkInquiry
from ipt_tui.tui.areas.talks.keys import BUILD, NEW_LINE, NEW_TRY, WHICH_EVENT
from ipt_tui.tui.widgets.help_hint import help_hint
from ipt_tui.vault import turns
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from ipt_tui.tui.widgets.answer_bar import Asked

WHO = "On the table the column who changes whose it is."
_BUILT = tuple(f"build:{part}" for part in fields("build"))
"""The keys of the parts a line is built from."""


class TalkBar(AskingBar[TalkInquiry]):
    """Asks about one talk, and remarks on a line that is being composed.

    In a session it asks about other things, too; then it does no more than any such line.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "split", "two turns", priority=True, key_display="ctrl+t"),
        Binding("ctrl+o", "build", "build it", priority=True, key_display="ctrl+o"),
        Binding("ctrl+n", "dismiss", "no hint", priority=True, key_display="ctrl+n"),
    ]

    _dismissed: frozenset[str] = frozenset()
    _remarked: tuple[str, str] = "", ""

    def begin(self, about: TalkInquiry, key: str | None) -> None:
        """Ask this question first; what was left of the remarks may come again."""
        self._dismissed = frozenset()
        super().begin(about, key)

    def open(self, asked: Asked) -> None:
        """Ask; the keys are those this question can have."""
        self._remarked = asked.key, asked.hint
        super().open(asked)
        self.refresh_bindings()

    def kept(self) -> None:
        """The answer is in the record; what only leads to another waits until that is."""
        if self.asked is None or self.about is None:
            return
        key, held = self.asked.key, self.about.held
        if key.startswith("build:") or (key == NEW_TRY and "tried_at" in held):
            return
        super().kept()
        waited = {NEW_LINE: _BUILT, WHICH_EVENT: (NEW_TRY,)}.get(key, ())
        for other in waited:
            self.ipt.remember_draft(self.about.place(other), "")
        if name := held.pop("unknown", ""):
            self.ipt.tell(f"Nobody here is called “{name[:30]}”, so these stay one turn. {WHO}")

    # What can be done with the text beside answering.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what the question that stands can have."""
        key = self.asked.key if self.asked else ""
        if action == "split":
            return key.startswith("turn:") and key.endswith(":said")
        if action == "build":
            return key == NEW_LINE
        if action == "dismiss":
            return bool(self._remarks())
        return super().check_action(action, parameters)

    @work
    async def action_split(self) -> None:
        """Make two turns of one, where the cursor is; keys typed meanwhile are for the second."""
        with self._gate.held():
            await self._split()

    async def _split(self) -> None:
        asking, question = self.about, self.asked
        turn = asking.talk.turn(question.key.split(":")[1]) if asking and question else None
        if asking is None or question is None or turn is None:
            return
        at, editor = self.editor.cursor_location, self.editor
        first = editor.get_text_range((0, 0), at)
        rest = editor.get_text_range(at, editor.document.end)
        try:
            new = await self.ipt.vault.write(turns.split, turn.uid, first, rest, turn.updated_at)
            await asking.read()
        except VaultError as error:
            self.say(str(error), problem=True)
            return
        self.kept()
        self.post_message(self.Kept())
        self.ask(f"turn:{new}:said")

    def action_build(self) -> None:
        """Build the line from its parts; what is typed already stays before it."""
        if self.about is not None:
            self.about.held["begun"] = self.editor.text.strip()
            self.ask(BUILD)

    # Remarks, on a line that is being composed only.

    def _remarks(self) -> list[tuple[str, str]]:
        """Return what may be asked of the text as it stands: an id and the words."""
        asking, question = self.about, self.asked
        if not isinstance(asking, TalkInquiry) or question is None:
            return []
        if question.choices or self.ipt.together:
            return []
        text, whom = self.editor.text, them_words(asking.talk.line)
        found: list[tuple[str, str]] = []
        if question.key == NEW_LINE or question.key.endswith(":line"):
            if asking.talk.may_practise:
                found = [(h.id, f"{h.question} {h.reason}") for h in hints(text, whom)]
        elif question.key == "build:feel":
            found = [("feeling", check_feeling(text, whom))] if text.strip() else []
        elif question.key == "build:like":
            found = [("request", check_request(text, whom))] if text.strip() else []
        elif question.key == "head:about":
            found = [("generality", generality(text))]
        return [(name, said) for name, said in found if said and name not in self._dismissed]

    @on(TextArea.Changed)
    def _remark(self) -> None:
        question = self.asked
        if question is None or question.choices:
            return
        remarks = self._remarks()
        felt = feeling(self.editor.text)[0] if question.key.endswith(":felt") else ""
        hint = question.hint + help_hint(self.app, [felt])
        words = f"? {remarks[0][1]}   ctrl+n: not now" if remarks else hint
        if (question.key, words) != self._remarked:
            self._remarked = question.key, words
            self.say(words)
            self.refresh_bindings()

    def action_dismiss(self) -> None:
        """Leave the remark that stands; it does not come again for this line."""
        remarks = self._remarks()
        if remarks:
            self._dismissed |= {remarks[0][0]}
            self._remark()

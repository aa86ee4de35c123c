"""The line at the foot of Talks that asks: question after question about one talk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on, work
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import TextArea

from ipt_tui.ipt.hints import generality, hints
from ipt_tui.ipt.i_statement import check_feeling, check_request
from ipt_tui.ipt.talk import Choice, them_words
from ipt_tui.ipt.talk_questions import fields
from ipt_tui.ipt.talk_said import feeling
from ipt_tui.tui.areas.asking_bar import AskingBar
from ipt_tui.tui.areas.talk_answers import keep
from ipt_tui.tui.areas.talk_asking import asked
from ipt_tui.tui.areas.talk_flow import Asking
from ipt_tui.tui.areas.talk_grown_answers import Ground
from ipt_tui.tui.areas.talk_keys import BUILD, NEW_LINE, NEW_TRY, WHICH_EVENT
from ipt_tui.tui.widgets.help_hint import help_hint
from ipt_tui.vault import talk_parts, talks, turns
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from ipt_tui.tui.app import IptApp
    from ipt_tui.tui.widgets.answer_bar import AnswerBar

WHO = "On the table the column who changes whose it is."
_BUILT = tuple(f"build:{part}" for part in fields("build"))
"""The keys of the parts a line is built from."""


class TalkBar(AskingBar[Asking]):
    """Asks about one talk, and remarks on a line that is being composed."""

    DEFAULT_CSS = "TalkBar { height: auto; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "split", "two turns", priority=True, key_display="ctrl+t"),
        Binding("ctrl+o", "build", "build it", priority=True, key_display="ctrl+o"),
        Binding("ctrl+n", "dismiss", "no hint", priority=True, key_display="ctrl+n"),
    ]

    @dataclass
    class Stands(Message):
        """A question stands; `key` is what it asks of a talk, "" when all of it is asked."""

        talk: str
        key: str

    _dismissed: frozenset[str] = frozenset()
    _remarked: tuple[str, str] = "", ""

    @property
    def _ipt(self) -> IptApp:
        return cast("IptApp", self.app)

    def begin(self, asking: Asking, key: str) -> None:
        """Ask this question first."""
        self.about = asking
        self._dismissed = frozenset()
        self.ask(key)

    def ask(self, key: str | None) -> None:
        """Ask the question of a key; safety before the first line; stop where there is none."""
        if key is None or self.about is None:
            about, asked_last = self.about, self.asked
            if about and asked_last and asked_last.key == about.sequence[-1]:
                self.post_message(self.Stands(about.talk.uid, ""))
            self.stop()
            return
        gated = self.about.gated(key)
        question = asked(self.about, gated)
        if question is None:
            self.stop()
            return
        self._remarked = gated, question.hint
        self.open(question)
        self.post_message(self.Stands(self.about.talk.uid, gated))
        self.refresh_bindings()

    def following(self, message: AnswerBar.Answered) -> str | None:
        """Return the key of the question after an answer that is not the last."""
        if self.about is None:
            return None
        if message.then == "back":
            return self.about.before(message.key)
        return self.about.following(message.key, answered=message.value is not None)

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence."""
        if self.about is None:
            return
        await keep(self.about, self._ground(), key, value)
        if name := self.about.held.pop("unknown", ""):
            self._ipt.tell(f"Nobody here is called “{name[:30]}”, so these stay one turn. {WHO}")

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
            self._ipt.remember_draft(f"talk:{self.about.talk.uid}:{other}", "")

    async def read(self) -> None:
        """Read the talk as it is by now. Raises VaultError."""
        app, asking = self._ipt, self.about
        if asking is None:
            return
        revealed = app.revealed | {asking.talk.uid}
        talk = await app.vault.read(
            talks.talk, asking.talk.uid, app.clock.today(), revealed, app.config.day_starts_at
        )
        asking.talk = talk
        if tried_at := asking.held.get("tried_on"):
            found = await app.vault.read(
                talk_parts.events_on, talk.uid, tried_at, app.revealed | {talk.uid}
            )
            asking.events = tuple(Choice(*event) for event in found)

    def _ground(self) -> Ground:
        app = self._ipt
        return Ground(app.vault, app.clock.today(), app.southern, app.config.day_starts_at)

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
        self._gate.shut()
        asking, question = self.about, self.asked
        turn = asking.talk.turn(question.key.split(":")[1]) if asking and question else None
        if asking is None or question is None or turn is None:
            return
        at, editor = self.editor.cursor_location, self.editor
        first = editor.get_text_range((0, 0), at)
        rest = editor.get_text_range(at, editor.document.end)
        try:
            new = await self._ipt.vault.write(turns.split, turn.uid, first, rest, turn.updated_at)
            await self.read()
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
        if asking is None or question is None or question.choices or self._ipt.together:
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

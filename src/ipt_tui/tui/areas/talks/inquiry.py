"""A talk asked about: which question comes after which.

What the keys are is said in `keys`, how a question reads in `questions`, where its answer goes in
`answers`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.talk import Choice
from ipt_tui.ipt.talk_questions import fields
from ipt_tui.tui.areas.inquiry import Inquiry
from ipt_tui.tui.areas.talks import answers, questions
from ipt_tui.tui.areas.talks.grown import GROWN, after_grown
from ipt_tui.tui.areas.talks.keys import NEW_LINE, NEW_TURN, NOT_SAFE, NOTE, SAFE, SENSITIVE, beside
from ipt_tui.vault import talk_parts, talks

if TYPE_CHECKING:
    from ipt_tui.ipt.talk import Talk, TurnLine
    from ipt_tui.tui.widgets.answer_bar import Asked

_LOOKED_AT = tuple(name for name in fields("after") if name != "style")
"""The style of one's own words is an optional look, asked for only where somebody opens it."""
_LINES = ("say:new", "build:", "round:")
_SET_ASIDE = ("say:", "build:", "round:", "wish:")
_NEEDED = ("people", "when")
"""With whom and when: the least that has to be told of where a talk was."""


@dataclass
class TalkInquiry(Inquiry):
    """Asking about one talk. `events` may be what was tried.

    `one_by_one` is the form of one question at a time, in which each says how far one is: where
    it `counts`. Late at night, to the one who lives it, a count is a debt.
    """

    talk: Talk
    one_by_one: bool = False
    counts: bool = True
    events: tuple[Choice, ...] = ()

    @property
    def uid(self) -> str:
        """The talk asked about."""
        return self.talk.uid

    def asked(self, key: str) -> Asked | None:
        """Return the question of a key as it is shown, None if there is nothing to ask.

        Safety is asked before the first line; where it is not safe, that is said in its place.
        """
        return questions.asked(self, self.gated(key))

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
        await answers.keep(self, key, value)

    async def read(self) -> bool:
        """Read the talk as it is by now; Gone where it is not there any more. Raises VaultError."""
        ground, read = self.ground, self.ground.vault.read
        revealed = ground.revealed | {self.uid}
        self.talk = await read(talks.talk, self.uid, ground.today, revealed, ground.day_starts_at)
        if tried_on := self.held.get("tried_on"):
            found = await read(talk_parts.events_on, self.uid, tried_on, revealed)
            self.events = tuple(Choice(*event) for event in found)
        return True

    def is_last(self, key: str) -> bool:
        """Whether a question is the last of the whole talk."""
        return key == self.sequence[-1]

    @property
    def sequence(self) -> list[str]:
        """The keys of the whole talk in order: where, what was said, what it was, what now.

        The words come first, after what they cannot do without: with whom, and when. What was
        around them is asked in the form of one question at a time only.
        """
        around = [name for name in fields("head") if name not in _NEEDED and self.one_by_one]
        return [
            *(key for key in map("head:{}".format, _NEEDED) if not self.told(key)),
            *(f"turn:{turn.uid}:said" for turn in self.talk.turns),
            NEW_TURN,
            *(key for turn in self.talk.turns for key in meaning(turn)),
            *(key for key in map("head:{}".format, around) if self._applies(key)),
            *(key for key in map("after:{}".format, _LOOKED_AT) if self._applies(key)),
            *([NEW_LINE] if self.talk.may_practise else []),
            NOTE,
            SENSITIVE,
        ]

    def _applies(self, key: str) -> bool:
        """Whether it is to be asked: a mood not where one stands, nor where no day is known."""
        line = self.talk.line
        known = line.day is not None and (
            line.at is not None or bool(line.when and line.when.exact)
        )
        if key == "head:mood_before":
            return known and self.talk.mood_before is None
        if key == "after:mood_after":
            return known and self.talk.mood_after is None
        return True

    def progress(self, key: str) -> str:
        """Return "7 of 15", "" for a question that is no step of the whole."""
        keys = self.sequence
        return f"{keys.index(key) + 1} of {len(keys)}" if key in keys else ""

    def start(self, after: str = "") -> str:
        """Return the first question of which nothing is told, if it can be after this one."""
        keys = self.sequence
        if after in keys:
            keys = keys[keys.index(after) + 1 :] or keys
        return next((key for key in keys if not self.told(key)), keys[0])

    def gated(self, key: str) -> str:
        """Return the key to ask: safety first, once, before the first line; no line if unsafe.

        What is set aside while a concern is open is not asked at all, nor what was said aloud.
        """
        if self.talk.set_aside and key.startswith(_SET_ASIDE):
            return NOT_SAFE
        if not key.startswith(_LINES):
            return key
        if not self.talk.text("safe"):
            self.held["after"] = key
            return SAFE
        return key if self.talk.may_practise else NOT_SAFE

    def following(self, key: str, *, answered: bool) -> str | None:
        """Return the key of the next question, None at the end."""
        subject, _, rest = key.partition(":")
        if subject in GROWN:
            return after_grown(self, key, answered=answered)
        if key in (SAFE, NOT_SAFE):
            return self._past_safety(key)
        if key == NEW_TURN:
            return NEW_TURN if answered else self._after_words()
        if subject == "turn" and rest.endswith((":who", ":tone", ":body")):
            return self._down_the_column(key)
        return self._beside(key, 1) or self._under_the_fold(key)

    def _past_safety(self, key: str) -> str | None:
        """Return what was asked for if it may be, else why not; past both, the end of the talk."""
        after = self.held.get("after")
        if key == SAFE and self.talk.text("safe"):
            return after if self.talk.may_practise else NOT_SAFE
        return NOTE if self.one_by_one and after == NEW_LINE else None

    def before(self, key: str) -> str | None:
        """Return the key of the question before, None at the beginning."""
        part, _, rest = key.partition(":")
        if part == "build":
            names = fields("build")
            at = names.index(rest) - 1
            return f"build:{names[at]}" if at >= 0 else NEW_LINE
        return beside(key, -1) or self._beside(key, -1)

    def _beside(self, key: str, step: int) -> str | None:
        keys = self.sequence
        if key not in keys:
            return None
        at = keys.index(key) + step
        return keys[at] if 0 <= at < len(keys) else None

    def _under_the_fold(self, key: str) -> str | None:
        """Return what follows where somebody opened a question that is no step of the whole."""
        part, _, name = key.partition(":")
        names = fields("head") if part == "head" and key not in self.sequence else ()
        beyond = names[names.index(name) + 1 :] if name in names else ()
        return next((key for key in map("head:{}".format, beyond) if self._applies(key)), None)

    def _after_words(self) -> str | None:
        """Return what follows the words: the first thing of which nothing is told."""
        keys = self.sequence[self.sequence.index(NEW_TURN) + 1 :]
        return next((key for key in keys if not self.told(key)), None)

    def _down_the_column(self, key: str) -> str | None:
        _, uid, name = key.split(":")
        turns = [turn.uid for turn in self.talk.turns]
        at = turns.index(uid) + 1 if uid in turns else len(turns)
        return f"turn:{turns[at]}:{name}" if at < len(turns) else None

    def told(self, key: str) -> bool:
        """Whether something is told already of what a question asks."""
        part, _, rest = key.partition(":")
        talk = self.talk
        if part == "turn":
            turn = talk.turn(rest.split(":")[0])
            return turn is not None and is_told(turn, rest.rpartition(":")[2])
        told = {
            "head:people": bool(talk.line.people),
            "head:when": talk.line.day_said,
            "head:about": bool(talk.line.subject),
            "head:others": bool(talk.others),
            "after:way": bool(talk.difficulties),
            NEW_LINE: bool(talk.alternatives),
        }
        return told[key] if key in told else bool(talk.text(rest))


def meaning(turn: TurnLine) -> tuple[str, ...]:
    """Return what is asked of a turn once the words stand: of one's own, and of another's."""
    names = ("meant", "felt") if turn.is_mine else ("guessed",)
    return tuple(f"turn:{turn.uid}:{name}" for name in names)


def is_told(turn: TurnLine, name: str) -> bool:
    """Whether something stands in a column of a turn."""
    if name == "guessed":
        return bool(turn.guessed_meant or turn.guessed_felt or turn.asked)
    if name == "felt":
        return bool(turn.felt) or turn.strength is not None
    return bool(getattr(turn, name))

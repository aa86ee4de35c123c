"""What is asked about one thing to try: what it is, whom it is with, and how it went."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.heard import NotHeard, number
from ipt_tui.ipt.practice import SURE_ENOUGH, Tried
from ipt_tui.ipt.practice_words import own_done
from ipt_tui.ipt.safe_to_say import SAFE_HINT, danger_word, safe_heard
from ipt_tui.ipt.talk_vocabulary import Safe
from ipt_tui.tui.areas.inquiry import Inquiry
from ipt_tui.tui.areas.working.trying_rows import said
from ipt_tui.tui.widgets.answer_bar import Asked
from ipt_tui.vault import practices, rehearsal_answers, rehearsing
from ipt_tui.vault.errors import Gone

if TYPE_CHECKING:
    from ipt_tui.ipt.practice import Practice

SAFE = "safe"
NEW = ("what", "who", SAFE, "line", "when_words", "if_then", "sure")
_ASKS = {
    "what": ("What would you like to try?", "one small thing, in your own words"),
    "who": ("Is it with someone?", "a name, as on your circle; it can stay empty"),
    SAFE: ("Could trying this put you or anyone in danger?", SAFE_HINT),
    "line": ("What would you say?", "word for word, if you like; it can stay empty"),
    "when_words": ("When, and where?", "before Thursday, in the kitchen"),
    "if_then": ("If it does not go so, what will you do then?", "if he is tired, I ask for a day"),
    "sure": ("How sure are you that you can, 0 to 10?", f"under {SURE_ENOUGH}: make it smaller"),
    "done": ("How did it go?", ""),
    "happened": ("What happened?", "in a line; it can stay empty"),
    "learned": ("Is there something worth keeping from it?", "it can stay empty"),
}
_DONE = tuple(
    (str(n), each.value, own_done(each.value))
    for n, each in enumerate((Tried.FULL, Tried.PART, Tried.NO), 1)
)
TOO_BIG = f"Under {SURE_ENOUGH} it may be too big a step. What would be a smaller one?"
ONE_PERSON = "It is with one person at most; type one name."
NEEDS_WORDS = "It needs a few words; esc leaves it."


@dataclass
class TryingInquiry(Inquiry):
    """Asking about one thing to try; `practice` is None while a new one has no words yet.

    `new` is the uid it will have, `chain` the questions that follow each other. `safe` is what was
    answered to whether it is safe, "" for nothing: without a plain answer no line is asked for.
    """

    practice: Practice | None
    new: str = ""
    chain: tuple[str, ...] = ()
    safe: str = ""

    @property
    def uid(self) -> str:
        """What is asked about."""
        return self.practice.uid if self.practice is not None else self.new

    def first(self, key: str) -> str:
        """Return what is asked first to come to a question: whether it is safe, before a line."""
        return SAFE if key == "line" and not self._may_say else key

    @property
    def _may_say(self) -> bool:
        return Safe.read(self.safe) is Safe.YES

    def place(self, key: str) -> str:
        """Return the name of a draft; that of a new one is the same until it has words."""
        return f"new-try:{self.ground.client}" if self.practice is None else super().place(key)

    def asked(self, key: str) -> Asked | None:
        """Return the question as it is shown; what to say only where that is safe."""
        one = self.practice
        words, hint = _ASKS[key]
        if one is None:
            return Asked(key, words, "", (), hint, self.place(key)) if key == "what" else None
        if one.veiled or (key in (SAFE, "line") and one.set_aside):
            return None
        if key == "line" and not self._may_say:
            return None
        if key == SAFE:
            value = danger_word(self.safe)
            return Asked(key, words, value, (), hint, self.place(key), again=True)
        if key == "sure" and not one.small_enough:
            hint = TOO_BIG
        choices = _DONE if key == "done" else ()
        told = key in ("if_then", "happened", "learned")
        place = self.place(key)
        return Asked(key, words, said(one, key), choices, hint, place, takes_words=told)

    def following(self, key: str, *, answered: bool) -> str | None:
        """Return the question after this one; none after words that were not given, or danger."""
        unsafe = key == SAFE and self.safe and not self._may_say
        if unsafe or (self.practice is None and not answered):
            return None
        return self._beside(key, 1)

    def before(self, key: str) -> str | None:
        """Return the question before."""
        return self._beside(key, -1)

    def _beside(self, key: str, step: int) -> str | None:
        there = [each for each in self.chain if each == key or self.asked(each)]
        at = there.index(key) + step if key in there else -1
        return there[at] if 0 <= at < len(there) else None

    def is_last(self, key: str) -> bool:
        """Whether all of a chain was asked."""
        return bool(self.chain) and key == self.chain[-1]

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
        ground, one, write = self.ground, self.practice, self.ground.vault.write
        if one is None:
            if not value:
                raise NotHeard(NEEDS_WORDS)
            await write(practices.agree, ground.client, value, ground.today, uid=self.new)
        elif key == SAFE:
            await write(rehearsal_answers.answer, one.uid, SAFE, value, ground.today)
            if value:
                self.told_safe(safe_heard(value))
        elif key == "who":
            who = await ground.one_named(value, ONE_PERSON)
            await write(practices.point, one.uid, who, one.talk, one.updated_at)
            if one.talk is None and who != (one.who.uid if one.who else None):
                await write(rehearsal_answers.answer, one.uid, SAFE, "", ground.today)
        elif key == "done":
            await write(practices.look_at, one.uid, ground.today, value, one.updated_at)
        else:
            told = self._told(key, value)
            await write(practices.change, one.uid, one.updated_at, **{key: told})

    @staticmethod
    def _told(key: str, value: str) -> Any:
        if key == "sure":
            return number(value, 0, 10)
        if key == "what" and not value:
            raise NotHeard(NEEDS_WORDS)
        return value

    async def read(self) -> bool:
        """Read it as it is by now. Raises VaultError."""
        if self.practice is None and not self.new:
            return False
        read = self.ground.vault.read
        try:
            self.practice = await read(
                practices.practice, self.uid, self.ground.revealed | {self.uid}
            )
        except Gone:
            return self.practice is None
        self.safe = (await read(rehearsing.safe_of, (self.practice,)))[self.uid]
        return True

"""What is asked about an ending: its parts one at a time, and two talks to compare."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.ending_words import KEYS, shipped
from ipt_tui.ipt.talk_phrases import called, subject_words
from ipt_tui.tui.areas.inquiry import Inquiry
from ipt_tui.tui.widgets.answer_bar import Asked
from ipt_tui.vault import endings, talks

if TYPE_CHECKING:
    from ipt_tui.ipt.ending import Ending
    from ipt_tui.ipt.talk import TalkLine

THEN, NOW = "then", "now"
THEN_WHICH = "Which talk stands for then?"
NOW_WHICH = "Which one stands for now, with the same person?"
NO_PAIR = "Two talks with one person are needed to stand side by side."
_MOST = 9
"""So many have a digit."""


@dataclass
class EndingInquiry(Inquiry):
    """Asking about the ending of one course. `lines` are the talks there are, the newest first."""

    ending: Ending
    lines: tuple[TalkLine, ...] = ()

    @property
    def uid(self) -> str:
        """The course that ends."""
        return self.ending.told.course.uid

    def place(self, key: str) -> str:
        """Return the name of the draft of a question."""
        return f"ending:{self.uid}:{key}"

    def asked(self, key: str) -> Asked | None:
        """Return the question as it is shown; a part that is veiled is not asked about."""
        if key in (THEN, NOW):
            choices = self._choices(key)
            question = THEN_WHICH if key == THEN else NOW_WHICH
            return Asked(key, question, "", choices) if choices else None
        if key not in KEYS or key in self.ending.told.veiled:
            return None
        part, value = shipped().part(key), self.ending.told.texts.get(key, "")
        choices = tuple((str(n), word, says) for n, (word, says) in enumerate(part.choices, 1))
        if choices:
            return Asked(key, part.question, value, (*choices, ("0", "", "leave it open")))
        return Asked(key, part.question, value, (), part.hint, self.place(key), takes_words=True)

    def _choices(self, key: str) -> tuple[tuple[str, str, str], ...]:
        """Return the talks that can be chosen: the first ones for then, the last ones for now."""
        first = next((one for one in self.lines if one.uid == self.held.get(THEN)), None)
        if key == NOW:
            found = [one for one in self.lines if first and one != first and _together(one, first)]
        else:
            others = [[each for each in self.lines if each != one] for one in self.lines]
            found = [
                one
                for one, rest in zip(self.lines, others, strict=True)
                if any(_together(one, each) for each in rest)
            ][::-1]
        return tuple(
            (str(number), one.uid, self._words(one)) for number, one in enumerate(found[:_MOST], 1)
        )

    def _words(self, line: TalkLine) -> str:
        subject = subject_words(line)
        return called(line, self.ground.today) + (f": {subject}" if subject else "")

    def following(self, key: str, *, answered: bool) -> str | None:
        """Return the part that follows; what comes next goes without words where it is open."""
        if key in (THEN, NOW):
            return NOW if key == THEN and answered else None
        at = KEYS.index(key) + 1
        return KEYS[at] if at < len(KEYS) else None

    def before(self, key: str) -> str | None:
        """Return the part before."""
        if key in (THEN, NOW):
            return THEN if key == NOW else None
        at = KEYS.index(key)
        return KEYS[at - 1] if at else None

    def is_last(self, key: str) -> bool:
        """Whether it is the last part."""
        return key == KEYS[-1]

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError with a sentence; then nothing changed."""
        write, seen = self.ground.vault.write, self.ending.told.seen
        if key == THEN:
            self.held[THEN] = value
        elif key == NOW:
            await write(endings.compare, self.uid, self.held.get(THEN), value, seen)
        else:
            await write(endings.tell, self.uid, seen, **{key: value})

    async def read(self) -> bool:
        """Read the ending anew; return whether its course is still there. Raises VaultError."""
        ground = self.ground
        found = await ground.vault.read(
            endings.ending, ground.client, ground.today, ground.revealed, ground.day_starts_at
        )
        if found is None or found.told.course.uid != self.uid:
            return False
        self.ending = found
        return True

    async def read_talks(self) -> None:
        """Read the talks that can be chosen, without those that are veiled. Raises VaultError."""
        ground = self.ground
        found = await ground.vault.read(
            talks.talks, ground.client, ground.today, None, ground.revealed, ground.day_starts_at
        )
        self.lines = tuple(line for line in found.lines if not line.veiled)


def _together(one: TalkLine, other: TalkLine) -> bool:
    """Whether two talks were with one person."""
    return any(who in other.people for who in one.people)

"""What is asked about one goal: its words, where it stands, where to, and what it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipt_tui.ipt import heard
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.goal import HIGHEST, LOWEST
from ipt_tui.ipt.goal_words import AREA, PERSON, PRACTICE, WHY
from ipt_tui.ipt.heard import NotHeard
from ipt_tui.ipt.talk_phrases import on_one_line
from ipt_tui.tui.areas.focus.goal_rows import RATING, TARGET, TEXT
from ipt_tui.tui.areas.inquiry import YES_NO, Inquiry
from ipt_tui.tui.widgets.answer_bar import Asked
from ipt_tui.vault import goals
from ipt_tui.vault.errors import Gone

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ipt_tui.ipt.goal import Goal, Rating

RATE, NOTE, REWORD, SENSITIVE = "rate", "note", "reword", "sensitive"
NEW = (TEXT, RATE, TARGET)
RATED = (RATE, NOTE)
REWORDED = (REWORD, WHY)
WHOLE = (RATE, TEXT, TARGET, PERSON, AREA, SENSITIVE)
NONE = "none"
MOST_AREAS = 8
_ONE_PERSON = "A goal is with one person at most; name one, or nobody."
_ASKS = {
    TEXT: ("What is to become different?", "What would you like to become different?"),
    RATE: ("Where does it stand, 0 to 10?", "Where are you with it, 0 to 10?"),
    TARGET: ("Where is it to come to, 0 to 10?", "Where would you like it to come to, 0 to 10?"),
    NOTE: ("Something about it, in words?", "Something about it, in words?"),
    REWORD: ("What is the goal now, in new words?", "What would you like now, in new words?"),
    WHY: ("Why?", "Why?"),
    PERSON: ("With whom is it?", "With whom is it?"),
    AREA: ("Which problem area does it belong to?", "What is it part of?"),
    PRACTICE: ("Which practices are for it?", "What are you trying for it?"),
    SENSITIVE: ("Is it to be veiled until it is asked for?", "Is it to be veiled?"),
}
_HINTS = {
    TEXT: "in the client's own words",
    RATE: "6, or 6 on 17 Nov for another day; 0 is not at all",
    TARGET: "a number; it can stay open",
    NOTE: "enter goes on without",
    REWORD: "the ratings stay with the old words",
    WHY: "enter goes on without",
    PERSON: "a name from the circle; it can stay empty",
}
_HINTS_OWN = {TEXT: "in your own words"}
_WITH_FAMILY = {
    TEXT: (
        "What do they and theirs want to become different?",
        "What would you and yours like to become different?",
    ),
    REWORD: ("What do they and theirs want now?", "What would you and yours like now?"),
}
"""Asked where a family decides together."""


@dataclass
class GoalInquiry(Inquiry):
    """Asking about one goal, the questions of a `chain` one after the other.

    `goal` is None while a new one has no words yet; `new` is the uid it will have. `areas` are the
    problem areas in words by their uids, `tried` the practices there are, uid and words. `on` is
    the day of the last rating given here. `family` is whether a family decides together.
    """

    goal: Goal | None
    new: str = ""
    chain: tuple[str, ...] = ()
    areas: Mapping[str, str] = field(default_factory=dict)
    tried: tuple[tuple[str, str], ...] = ()
    on: date | None = None
    family: bool = False

    @property
    def uid(self) -> str:
        """The goal asked about."""
        return self.goal.uid if self.goal is not None else self.new

    def place(self, key: str) -> str:
        """Return the name of a draft, "" for a number, which is not kept as one.

        That of a new goal is the same until it has words.
        """
        if key in (RATE, TARGET) or key.startswith(RATING):
            return ""
        return f"new-goal:{self.ground.client}" if self.goal is None else super().place(key)

    def asked(self, key: str) -> Asked | None:
        """Return the question as it is shown."""
        kind = key.partition(":")[0]
        pick = self.ground.audience.pick
        asks = _ASKS | _WITH_FAMILY if self.family else _ASKS
        question = pick(*asks[RATE if kind == RATING[:-1] else kind])
        if kind == AREA:
            return self._asked_area(question) if self.areas else None
        if kind == SENSITIVE:
            kept = "yes" if self.goal is not None and self.goal.sensitive else "no"
            return Asked(key, question, kept, YES_NO)
        if kind == PRACTICE:
            return self._asked_practices(question)
        if kind == RATING[:-1]:
            return self._asked_rating(key, question)
        hint = pick(_HINTS[key], _HINTS_OWN.get(key, _HINTS[key]))
        told = key in (NOTE, WHY)
        return Asked(key, question, self._value(key), (), hint, self.place(key), takes_words=told)

    def _value(self, key: str) -> str:
        goal = self.goal
        if goal is None or key in (RATE, REWORD):
            return ""
        if key == NOTE:
            rating = self._rated(goal)
            return rating.note if rating is not None else ""
        target = "" if goal.target is None else str(goal.target)
        person = goal.person.name if goal.person else ""
        return {TEXT: goal.text, TARGET: target, WHY: goal.why, PERSON: person}[key]

    def _asked_area(self, question: str) -> Asked:
        words = tuple(self.areas.items())[:MOST_AREAS]
        choices = tuple((str(n), uid, said) for n, (uid, said) in enumerate(words, 1))
        kept = self.goal.area if self.goal is not None and self.goal.area else NONE
        return Asked(AREA, question, kept, (*choices, ("0", NONE, "none of them")))

    def _asked_practices(self, question: str) -> Asked | None:
        if not self.tried or self.goal is None:
            return None
        tied = {practice.uid for practice in self.goal.practices}
        numbered = tuple(enumerate(self.tried, 1))
        value = ", ".join(str(n) for n, (uid, _) in numbered if uid in tied)
        hint = "   ".join([*(f"{n} {on_one_line(words)}" for n, (_, words) in numbered), "1, 2"])
        return Asked(PRACTICE, question, value, (), hint, self.place(PRACTICE))

    def _asked_rating(self, key: str, question: str) -> Asked | None:
        rating = self.goal.rating(key.removeprefix(RATING)) if self.goal is not None else None
        if rating is None:
            return None
        hint = f"{rating.value} on {short(rating.day, self.ground.today)}; enter leaves it"
        return Asked(key, question, "", (), hint, self.place(key))

    def following(self, key: str, *, answered: bool) -> str | None:
        """Return the question after this one; without words or a rating there is none."""
        if not answered and (key in (REWORD, NOTE) or (key == TEXT and self.goal is None)):
            return None
        if key == RATE and not answered and self.chain == RATED:
            return None
        if key.startswith(RATING) or (key == RATE and answered and self.chain == WHOLE):
            return NOTE
        if key not in self.chain:
            return None
        after = self.chain[self.chain.index(key) + 1 :]
        return next((each for each in after if each != AREA or self.areas), None)

    def before(self, key: str) -> str | None:
        """Return the question before; there is no way back to words that made another goal."""
        if key not in self.chain or key == WHY:
            return None
        earlier = self.chain[: self.chain.index(key)]
        return next((each for each in reversed(earlier) if each != AREA or self.areas), None)

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
        ground, write, goal = self.ground, self.ground.vault.write, self.goal
        if goal is None:
            await write(goals.add, ground.client, value, ground.today, uid=self.new)
        elif key in (RATE, NOTE) or key.startswith(RATING):
            await self._keep_rating(goal, key, value)
        elif key == REWORD:
            await write(goals.reword, goal.uid, value, ground.today)
        elif key == PERSON:
            await write(
                goals.about,
                goal.uid,
                await self.ground.one_named(value, _ONE_PERSON),
                goal.updated_at,
            )
        elif key == AREA:
            area = None if value == NONE else value
            await write(goals.belongs, goal.uid, area, goal.updated_at)
        elif key == PRACTICE:
            offered = [uid for uid, _ in self.tried]
            await write(goals.tie, goal.uid, heard.among(value, self.tried), offered)
        else:
            told: str | int | bool | None = value
            if key == TARGET:
                told = heard.number(value, LOWEST, HIGHEST)
            elif key == SENSITIVE:
                told = value == "yes"
            await write(goals.change, goal.uid, goal.updated_at, **{key: told})

    async def _keep_rating(self, goal: Goal, key: str, value: str) -> None:
        write, today = self.ground.vault.write, self.ground.today
        if key == NOTE:
            rating = self._rated(goal)
            if rating is None:
                raise Gone
            await write(goals.note, rating.uid, value, rating.updated_at)
            return
        again = goal.rating(key.removeprefix(RATING))
        if again is None:
            number, self.on = heard.rating_when(value, today)
        else:
            number, self.on = _whole(value), again.day
        await write(goals.rate, goal.uid, number, self.on)

    def _rated(self, goal: Goal) -> Rating | None:
        """Return the rating that was given here."""
        return next((each for each in goal.ratings if each.day == self.on), None)

    async def read(self) -> bool:
        """Read the goal anew; return whether it is still there. Raises VaultError."""
        ground, uid = self.ground, self.uid
        found = await ground.vault.read(
            goals.of_client, ground.client, ground.today, ground.revealed | {uid}
        )
        there = next((goal for goal in found if goal.uid == uid), None)
        began = self.goal is not None
        self.goal = there
        return there is not None or not began


def _whole(typed: str) -> int:
    """Read a rating of a day that is known. Raises NotHeard, also for nothing typed."""
    number = heard.number(typed, LOWEST, HIGHEST)
    if number is None:
        raise NotHeard("Please type a number from 0 to 10; x takes a rating out.")
    return number

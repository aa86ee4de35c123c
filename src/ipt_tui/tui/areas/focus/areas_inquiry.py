"""What is asked about a problem area, and which question follows which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.focus import Rank, prompts_for
from ipt_tui.tui.areas.focus import areas_answers
from ipt_tui.tui.areas.focus.areas_questions import (
    ABOUT,
    AGREES,
    INSTEAD,
    RANK,
    SENSITIVE,
    SIDE,
    STAGE,
    TEXT,
    WHICH,
    WHO,
    WHY,
    asked,
    prompt_in,
)
from ipt_tui.tui.areas.inquiry import Inquiry
from ipt_tui.vault import problem_areas

if TYPE_CHECKING:
    from ipt_tui.ipt.focus import Focus, Pointer, ProblemArea
    from ipt_tui.ipt.workbench import Prompt
    from ipt_tui.tui.areas.inquiry import Ground
    from ipt_tui.tui.widgets.answer_bar import Asked

ANOTHER = "another-area"
"""The identity of asking about an area that is not there yet."""
_NEW, _THERE = (WHICH, WHO, ABOUT), (WHO, ABOUT, SENSITIVE)
_OTHER_RUNS = ((AGREES, WHY), (SIDE, TEXT))
_FIELDS = {
    "choice": (AGREES, WHY, "day"),
    "at": (STAGE, WHY, "day"),
    "evidence": (SIDE, TEXT, SENSITIVE),
    "answer": (TEXT, "rating", SENSITIVE),
}
"""What is asked of one row, in order."""


@dataclass
class AreaInquiry(Inquiry):
    """Asking about one area, or one that is added first. `joinable` may go with an answer.

    `alone` is whether it began at what was answered already: then nothing else is asked.
    """

    focus: Focus
    target: str = ""
    begun: str = ANOTHER
    joinable: tuple[Pointer, ...] = ()
    alone: bool = False

    @classmethod
    def about(
        cls, ground: Ground, focus: Focus, area: ProblemArea, joinable: tuple[Pointer, ...] = ()
    ) -> AreaInquiry:
        """Ask about an area that is there."""
        return cls(ground, focus, area.uid, area.uid, joinable)

    @property
    def uid(self) -> str:
        """The area asked about; of one that is added something that stays while it asks."""
        return self.begun

    @property
    def area(self) -> ProblemArea | None:
        """The area as it was read last."""
        return self.focus.get(self.target)

    @property
    def in_place(self) -> ProblemArea | None:
        """What is in the place that was asked for."""
        return self.has_place(self.held.get(RANK, ""))

    def has_place(self, rank: str) -> ProblemArea | None:
        """Return the other area that is first, or second, None where the place is free."""
        held = {Rank.FIRST: self.focus.first, Rank.SECOND: self.focus.second}.get(
            Rank.read(rank) or Rank.NONE
        )
        return held if held is not None and held.uid != self.target else None

    def place(self, key: str) -> str:
        """Return the name of a draft: that of the area itself as soon as it is there."""
        return f"{self.target or self.uid}:{key}"

    def asked(self, key: str) -> Asked | None:
        """Return the question of a key as it is shown, None if there is nothing to ask."""
        return asked(self, key)

    def following(self, key: str, *, answered: bool) -> str | None:
        """Return the key of the next question, None at the end."""
        what, _, rest = key.partition(":")
        if what == RANK:
            return self._after_rank(answered=answered)
        if what == INSTEAD:
            return AGREES if self.area is not None and self.area.rank == rest else None
        if what == STAGE:
            return f"at:{self.held[STAGE]}:{WHY}" if answered else None
        if what == "prompt":
            return self._after_prompt(rest, answered=answered)
        if what == "answer" and answered and rest.endswith(f":{TEXT}"):
            return None  # it was changed, and that is all
        if what in _FIELDS:
            return self._after_field(key, 1)
        if what == TEXT:  # one more, until nothing is typed
            return TEXT if answered else None
        if what == SIDE:
            return TEXT if self.held.get(SIDE) else None
        return self._beside(key, 1)

    def before(self, key: str) -> str | None:
        """Return the key of the question before, None at the beginning."""
        what, _, rest = key.partition(":")
        if what == "prompt":
            return self._prompt_beside(rest, -1) or key
        if what in _FIELDS:
            return self._after_field(key, -1)
        return self._beside(key, -1)

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
        if key == RANK:
            self.held[RANK] = value
        await areas_answers.keep(self, key, value)

    async def read(self) -> bool:
        """Read the areas anew; return whether this one is still there. Raises VaultError."""
        ground = self.ground
        self.focus = await ground.vault.read(
            problem_areas.of_client, ground.client, ground.today,
            ground.revealed | {self.target}, ground.day_starts_at,
        )  # fmt: skip
        return not self.target or self.area is not None

    def _after_rank(self, *, answered: bool) -> str | None:
        rank = self.held.get(RANK, "")
        if answered and self.has_place(rank) is not None:
            return f"{INSTEAD}:{rank}"
        chosen = self.area is not None and self.area.rank != Rank.NONE
        return AGREES if chosen else WHY if answered else None

    def _after_prompt(self, name: str, *, answered: bool) -> str | None:
        """The same again where it takes many; else how an answer is rated, or the next prompt."""
        prompt = self.area.kind.prompt(name) if self.area else None
        if prompt is None:
            return None
        if answered and prompt.rating and (uid := self.held.pop("answer", "")):
            self.held["rated"] = name
            return f"answer:{uid}:rating"
        if answered and prompt.many:
            return f"prompt:{name}"
        return None if self.alone else self._prompt_beside(name, 1)

    def _prompt_beside(self, name: str, step: int) -> str | None:
        """Return the next prompt, or the one before, that is worked through now."""
        if self.area is None:
            return None
        every = [
            prompt.id
            for prompt in prompts_for(self.area, self.ground.audience)
            if prompt.id == name or not self.area.holds_back(prompt)
        ]
        at = every.index(name) + step if name in every else -1
        return f"prompt:{every[at]}" if 0 <= at < len(every) else None

    def _after_field(self, key: str, step: int) -> str | None:
        what, uid, field = key.split(":")
        if field == "rating" and (name := self.held.pop("rated", "")):
            return f"prompt:{name}"  # it was just given: one more, or the next
        fields = [name for name in _FIELDS[what] if self._has(uid, name)]
        at = fields.index(field) + step if field in fields else -1
        return f"{what}:{uid}:{fields[at]}" if 0 <= at < len(fields) else None

    def _has(self, uid: str, field: str) -> bool:
        """Whether a field is asked of a row."""
        return field != "rating" or bool((found := self._prompt_of(uid)) and found.rating)

    def _prompt_of(self, uid: str) -> Prompt | None:
        return prompt_in(self.area, uid) if self.area else None

    def _beside(self, key: str, step: int) -> str | None:
        for run in (_NEW if self.begun == ANOTHER else _THERE, *_OTHER_RUNS):
            if key in run:
                at = run.index(key) + step
                return run[at] if 0 <= at < len(run) else None
        return None

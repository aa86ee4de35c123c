"""What is asked on an evening: whether to go on, how long, the questions, and at the end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipt_tui.ipt import moments, review
from ipt_tui.ipt.review import BYE, END, LENGTH, RESUME, Kind, questions
from ipt_tui.ipt.review_words import ANEW, ask, how_long
from ipt_tui.tui.areas.inquiry import Inquiry
from ipt_tui.tui.widgets.answer_bar import Asked
from ipt_tui.vault import review_answers, review_read, reviewing

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.ipt.review import Evening

NEW_LINE = "ctrl+j: a new line"


@dataclass
class ReviewInquiry(Inquiry):
    """Asking on one evening; `evening` is one that was left, until it goes on or a new one begins.

    `going` is whether it does.
    """

    clock: Clock
    evening: Evening | None = None
    going: bool = field(default=False, kw_only=True)

    @property
    def uid(self) -> str:
        """The evening of whose vault it is."""
        return f"review:{self.ground.client}"

    @property
    def first(self) -> str:
        """The key of the first question: whether to go on, where something was left."""
        return RESUME if self.evening is not None and self.evening.can_go_on else LENGTH

    def asked(self, key: str) -> Asked | None:
        """Return a question as it is shown."""
        if key == LENGTH or self.evening is None:
            asked = how_long()
        else:
            asked = ask(key, self.evening, self.ground.today)
        question = questions().get(key)
        several = question is not None and question.kind is Kind.LINES
        hint = f"{asked.hint} · {NEW_LINE}" if several else asked.hint
        return Asked(key, asked.words, asked.value, asked.choices, hint, self.place(key))

    def following(self, key: str, *, answered: bool) -> str | None:  # noqa: ARG002
        """Return the question after this one; how long has to be said before there is one."""
        if key == RESUME:
            self.going = self.held.get(RESUME) != ANEW
        if not self.going or self.evening is None:
            return LENGTH
        if key == RESUME:
            return self.evening.at
        if key == LENGTH:
            return review.first(self.evening)
        after = review.following(key, self.evening)
        if after != BYE:
            return after
        return f"{BYE}:{self.held[END]}" if self.held.get(END) else None

    def before(self, key: str) -> str | None:
        """Return the question before; the first of them stays."""
        return (review.before(key, self.evening) if self.evening else None) or key

    def place(self, key: str) -> str:
        """Return the name of the draft of a question, of this evening alone."""
        day = self.evening.day.isoformat() if self.evening is not None else ""
        return f"{self.uid}:{day}:{key}"

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
        ground = self.ground
        if key == LENGTH:
            await ground.vault.keep(reviewing.begin, ground.client, value, ground.today)
            self.going = True
        elif key in questions():
            now = moments.moment(self.clock.now(), day_starts_at=ground.day_starts_at)
            self.unsafe = await ground.vault.write(
                review_answers.answer, ground.client, key, value, now, ground.day_starts_at
            )
        else:
            self.held[key] = value

    async def stands(self, key: str) -> None:
        """Remember the question that stands. Raises VaultError."""
        if self.going and (key in questions() or key == END):
            await self.ground.vault.keep(reviewing.stand, self.ground.client, key)

    async def read(self) -> bool:
        """Read the evening anew; return whether it is still there. Raises VaultError."""
        ground = self.ground
        self.evening = await ground.vault.read(
            review_read.evening, ground.client, ground.today, ground.day_starts_at, ground.revealed
        )
        return self.evening is not None or not self.going

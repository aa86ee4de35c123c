"""What is asked of a set: whether to go on, how long or to begin, the questions, and at the end."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from ipt_tui.ipt import moments, review
from ipt_tui.ipt.heard import NotHeard
from ipt_tui.ipt.question_sets import FIT, REVIEW, Kind, sets
from ipt_tui.ipt.review import BYE, END, LENGTH, RESUME
from ipt_tui.ipt.review_words import ANEW, HELP, ask, because, how_long, opening, refused
from ipt_tui.ipt.safe_now import Because
from ipt_tui.tui.areas.inquiry import Inquiry
from ipt_tui.tui.widgets.answer_bar import Asked
from ipt_tui.vault import review_answers, review_read, reviewing
from ipt_tui.vault.errors import Gone

if TYPE_CHECKING:
    from collections.abc import Callable

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.ipt.review import Evening

NEW_LINE = "ctrl+j: a new line"


@dataclass
class ReviewInquiry(Inquiry):
    """Asking one set; `evening` is one that was left, until it goes on or a new one begins.

    `going` is whether it does, `which` the set. What fits somebody goes on at the question `start`.
    `called` is what one wants to be called; `revealed` returns what is unveiled by now.
    """

    clock: Clock
    revealed: Callable[[], frozenset[str]]
    which: str = REVIEW
    start: str = ""
    evening: Evening | None = None
    called: str = ""
    going: bool = field(default=False, kw_only=True)
    skips: frozenset[str] = field(default=frozenset(), kw_only=True)
    """What is not asked while somebody looks on."""
    _near: str | None = field(default=None, init=False)
    """The question near which is read, None for all of it."""
    _seen: frozenset[str] = field(default=frozenset(), init=False)
    """What was unveiled where the evening was read: an answer is given over what was seen so."""

    @property
    def uid(self) -> str:
        """The set, and whose vault it is asked in."""
        return f"{self.which}:{self.ground.client}"

    @property
    def first(self) -> str:
        """The key of the first question: whether to go on, where something was left."""
        if self.start:
            return self.start
        return RESUME if self.evening is not None and self.evening.can_go_on else LENGTH

    def asked(self, key: str) -> Asked | None:
        """Return a question as it is shown."""
        if key == LENGTH or self.evening is None:
            asked = how_long(self.called) if self.which == REVIEW else opening(sets()[self.which])
        else:
            asked = ask(key, self.evening, self.ground.today)
        question = self.evening.question(key) if self.evening is not None else None
        several = question is not None and question.several_lines
        told = question is not None and question.takes_words
        hint = f"{asked.hint} · {NEW_LINE}" if several else asked.hint
        begins = key == LENGTH and len(asked.choices) == 1
        place = self.place(key)
        again = begins or (question is not None and question.kind is Kind.SAFE)
        return Asked(
            key, asked.words, asked.value, asked.choices, hint, place,
            picks=asked.picks, again=again, takes_words=told,
        )  # fmt: skip

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
        word = self.held.pop(END, "")
        if word == HELP:
            return END
        after = review.following(key, self.evening)
        while after in self.skips:
            after = review.following(after, self.evening)
        if after != BYE:
            return after
        return f"{BYE}:{word}" if word else None

    def before(self, key: str) -> str | None:
        """Return the question before; the first of them stays."""
        before = review.before(key, self.evening) if self.evening else None
        while before in self.skips and self.evening:
            before = review.before(before, self.evening)
        return before or key

    def place(self, key: str) -> str:
        """Return the name of the draft of a question, of this evening alone."""
        return review.draft(self.ground.client, self.which, key, self.evening)

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
        ground = self.ground
        if key == LENGTH:
            await ground.vault.keep(reviewing.begin, ground.client, value, ground.today, self.which)
            self.going = True
        elif self.evening is not None and self.evening.question(key) is not None:
            await self._write(review.taken_by(key, value, self.evening), value, self.evening)
        else:
            self.held[key] = value
            self.unsafe, self.because = (key, value) == (END, HELP), Because.HELP

    async def _write(self, key: str, value: str, evening: Evening) -> None:
        ground, starts, over = self.ground, self.ground.day_starts_at, evening.shown(key)
        now = moments.moment(self.clock.now(), day_starts_at=starts)
        self._near = key
        try:
            self.unsafe = await ground.vault.write(
                review_answers.answer,
                ground.client, key, value, now, starts, self.which, over, self._seen,
            )  # fmt: skip
        except NotHeard as error:
            raise NotHeard(refused(key, evening, str(error))) from None
        self.because = because(key, evening)

    async def ready(self, key: str) -> str:
        """Read what there is to try, a goal, whom one can talk to, where that is asked about.

        Raises Gone where the evening is not there any more, or another VaultError.
        """
        if self.evening is None or key not in self.evening.unread:
            return key
        self._near = key
        if not await self.read() or self.evening is None:
            raise Gone
        if self.evening.question(key) is None or review.asks(key, self.evening):
            return key
        return await self.ready(review.following(key, self.evening) or END)

    async def stands(self, key: str) -> None:
        """Remember the question that stands. Raises VaultError."""
        asked = self.evening is not None and self.evening.question(key) is not None
        if self.going and self.which != FIT and (asked or key == END):
            await self.ground.vault.keep(reviewing.stand, self.ground.client, key, self.which)

    async def read(self) -> bool:
        """Read the evening anew; return whether it is still there. Raises VaultError."""
        ground, starts, near = self.ground, self.ground.day_starts_at, self._near
        self._near, self._seen = None, self.revealed()
        found = await ground.vault.read(
            review_read.evening,
            ground.client, ground.today, starts, self._seen, self.which, near,
        )  # fmt: skip
        by_day = review.is_by_day(self.clock.now(), starts)
        self.evening = found and replace(found, for_whom=ground.audience, by_day=by_day)
        return self.evening is not None or not self.going

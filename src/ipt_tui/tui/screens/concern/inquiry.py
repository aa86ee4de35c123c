"""What is asked about a concern: kind, whom it is about, words, and at last what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.concern import kinds
from ipt_tui.tui.areas.inquiry import Inquiry
from ipt_tui.tui.screens.concern.rows import FIELDS, KIND, OUTCOME, SURE, WHO, WORDS
from ipt_tui.tui.widgets.answer_bar import Asked
from ipt_tui.vault import concerns

if TYPE_CHECKING:
    from ipt_tui.ipt.concern import Concern

YES = "yes"
_OPENS = {
    WHO: ("Whom is it about?", "Sam, Noor; @Kim adds somebody; enter leaves it open"),
    WORDS: ("What is it, in your words? It can stay empty.", "nobody else sees it here"),
    OUTCOME: (
        "What came of it?",
        "who was told, what was agreed, the next contact; one question more records it",
    ),
}
_CLOSE = "Close the concern with this outcome? That is final."
_CLOSING = (("1", "yes, record it", YES), ("2", "not yet", "no"))


@dataclass
class ConcernInquiry(Inquiry):
    """Asking about one concern. `named` is who is offered as the one it is about."""

    concern: Concern
    named: str = ""

    @property
    def uid(self) -> str:
        """The concern asked about."""
        return self.concern.uid

    def asked(self, key: str) -> Asked | None:
        """Return the question as it is shown; of a closed concern nothing is asked."""
        concern = self.concern
        if not concern.is_open or key not in (*FIELDS, SURE):
            return None
        if key == KIND:
            choices = tuple((kind.key, kind.id, kind.title) for kind in kinds())
            return Asked(key, "What is it about?", concern.kind, choices)
        if key == SURE:
            choices = tuple((digit, word, label) for digit, label, word in _CLOSING)
            return Asked(key, _CLOSE, "", choices) if concern.outcome.strip() else None
        question, hint = _OPENS[key]
        value = {
            WHO: ", ".join(who.name for who in concern.people),
            WORDS: concern.words,
            OUTCOME: concern.outcome,
        }[key]
        typed = self.named if key == WHO and not value else ""
        told = key in (WORDS, OUTCOME)
        return Asked(key, question, value, (), hint, self.place(key), typed, takes_words=told)

    def following(self, key: str, *, answered: bool) -> str | None:  # noqa: ARG002
        """Return what follows: the words after who it is about, the last question after these."""
        return {WHO: WORDS, OUTCOME: SURE}.get(key)

    def before(self, key: str) -> str | None:
        """Return the question before."""
        return {WORDS: WHO, SURE: OUTCOME}.get(key)

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
        write, concern = self.ground.vault.write, self.concern
        if key == WHO:
            people, new = await self.ground.named(value)
            await write(concerns.name, concern.uid, self.ground.today, people, new)
            self.named = ""
        elif key == SURE:
            if value == YES:
                await write(concerns.conclude, concern.uid, concern.outcome, concern.updated_at)
        else:
            await write(concerns.tell, concern.uid, concern.updated_at, **{key: value})

    async def read(self) -> bool:
        """Read the concern anew; return whether it is still there. Raises VaultError."""
        ground, uid = self.ground, self.uid
        found = await ground.vault.read(
            concerns.all_for, ground.client, ground.today, ground.revealed | {uid},
            ground.day_starts_at,
        )  # fmt: skip
        there = next((concern for concern in found if concern.uid == uid), None)
        self.concern = there or self.concern
        return there is not None

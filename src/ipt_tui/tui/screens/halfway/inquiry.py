"""What is asked at the halfway look: is the focus right, what is better, missing, changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.halfway import FIELDS, FITS, question
from ipt_tui.tui.areas.inquiry import YES_PARTLY_NO, Inquiry
from ipt_tui.tui.widgets.answer_bar import Asked
from ipt_tui.vault import halfways

if TYPE_CHECKING:
    from ipt_tui.ipt.halfway import Halfway

HINT = "in the words that are said; enter goes on without"


@dataclass
class HalfwayInquiry(Inquiry):
    """Asking about one course, halfway."""

    look: Halfway

    @property
    def uid(self) -> str:
        """The course asked about."""
        return self.look.course

    def asked(self, key: str) -> Asked | None:
        """Return the question of a key as it is shown."""
        if key not in FIELDS or (self.look.said is not None and self.look.said.veiled):
            return None
        words, kept = question(key, self.ground.audience), self.look.answer(key)
        if key == FITS:
            return Asked(key, words, kept, YES_PARTLY_NO)
        return Asked(key, words, kept, (), HINT, self.place(key), takes_words=True)

    def following(self, key: str, *, answered: bool) -> str | None:  # noqa: ARG002
        """Return the question after this one, None after the last."""
        after = FIELDS.index(key) + 1
        return FIELDS[after] if after < len(FIELDS) else None

    def before(self, key: str) -> str | None:
        """Return the question before, None before the first."""
        at = FIELDS.index(key)
        return FIELDS[at - 1] if at else None

    def is_last(self, key: str) -> bool:
        """Whether a question is the last of the look."""
        return key == FIELDS[-1]

    async def keep(self, key: str, value: str) -> None:
        """Write an answer, dated today. Raises VaultError; then nothing changed."""
        ground, said = self.ground, self.look.said
        seen = said.updated_at if said is not None else None
        await ground.vault.write(halfways.tell, self.uid, ground.today, seen, **{key: value})

    async def read(self) -> bool:
        """Read the course anew; return whether it is still there. Raises VaultError."""
        ground, said = self.ground, self.look.said
        revealed = ground.revealed | ({said.uid} if said is not None else frozenset())
        look = await ground.vault.read(
            halfways.look, ground.client, ground.today, revealed, ground.day_starts_at
        )
        if look is None or look.course != self.uid:
            return False
        self.look = look
        return True

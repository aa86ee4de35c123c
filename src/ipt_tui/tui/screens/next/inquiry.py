"""What the card asks: a line of one's own to bring."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.tui.areas.inquiry import Inquiry
from ipt_tui.tui.widgets.answer_bar import Asked
from ipt_tui.vault import bringing, next_card

if TYPE_CHECKING:
    from ipt_tui.ipt.next_card import CardLine

TEXT = "bring:text"
QUESTION = "What would you like to bring?"
HINT = "how to ask for a free evening · a thing I can't say at home"


@dataclass
class BringInquiry(Inquiry):
    """Asking about one line of one's own; about new ones where `line` is None."""

    line: CardLine | None = None

    @property
    def uid(self) -> str:
        """The line asked about; of a new one a name that is no uid."""
        return self.line.key if self.line else f"bring:{self.ground.client}"

    def asked(self, key: str) -> Asked | None:
        """Return the question as it is shown."""
        value = self.line.words if self.line else ""
        return Asked(key, QUESTION, value, (), HINT, self.place(key))

    def following(self, key: str, *, answered: bool) -> str | None:
        """Return the question once more, empty, after a new line; None after any other."""
        return key if answered and self.line is None else None

    def before(self, key: str) -> str | None:  # noqa: ARG002
        """There is no question before."""
        return None

    async def keep(self, key: str, value: str) -> None:  # noqa: ARG002
        """Write the line. Raises VaultError with a sentence; then nothing changed."""
        vault = self.ground.vault
        if self.line is not None:
            await vault.write(bringing.change, self.line.key, value, self.line.updated_at)
        elif value:
            await vault.write(bringing.add, self.ground.client, value)

    async def read(self) -> bool:
        """Read the line anew; return whether it is still there. Raises VaultError."""
        if self.line is None:
            return True
        ground = self.ground
        seen = ground.revealed | {self.line.key}
        found = await ground.vault.read(
            next_card.card, ground.client, ground.today, ground.day_starts_at, seen
        )
        there = found.line(self.line.key)
        self.line = there or self.line
        return there is not None

"""What is asked of the contract of a course, one thing after another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.contract import asked as asked_fields
from ipt_tui.tui.areas.focus.contract_rows import FIELD
from ipt_tui.tui.areas.inquiry import YES_NO, Inquiry
from ipt_tui.tui.widgets.answer_bar import Asked
from ipt_tui.vault import contracts

if TYPE_CHECKING:
    from ipt_tui.ipt.contract import Contract

_IDS = [each.id for each in asked_fields()]
FIRST = f"{FIELD}{_IDS[0]}"


@dataclass
class ContractInquiry(Inquiry):
    """Asking about the contract of one course, `course` its uid.

    `begun` is the contract's own uid, that of the course where nothing was told of it at first.
    """

    contract: Contract
    course: str
    begun: str

    @property
    def uid(self) -> str:
        """What is asked about, the same to the end."""
        return self.begun

    def asked(self, key: str) -> Asked | None:
        """Return the question as it is shown."""
        one = next((each for each in asked_fields() if f"{FIELD}{each.id}" == key), None)
        contract, audience = self.contract, self.ground.audience
        if one is None or contract.veiled:
            return None
        question, told = one.asked(contract.code, audience), contract.told(one.id)
        if one.choice:
            return Asked(key, question, told, YES_NO)
        return Asked(key, question, told, (), one.hint, self.place(key), takes_words=True)

    def following(self, key: str, *, answered: bool) -> str | None:  # noqa: ARG002
        """Return the next field."""
        return self._beside(key, 1)

    def before(self, key: str) -> str | None:
        """Return the field before."""
        return self._beside(key, -1)

    def _beside(self, key: str, step: int) -> str | None:
        at = _IDS.index(key.removeprefix(FIELD)) + step
        return f"{FIELD}{_IDS[at]}" if 0 <= at < len(_IDS) else None

    def is_last(self, key: str) -> bool:
        """Whether that was the last field."""
        return self._beside(key, 1) is None

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError with a sentence; then nothing changed."""
        name = key.removeprefix(FIELD)
        one = next(each for each in asked_fields() if each.id == name)
        told = value == "yes" if one.choice else value
        today, seen = self.ground.today, self.contract.seen
        await self.ground.vault.write(contracts.tell, self.course, today, seen, **{name: told})

    async def read(self) -> bool:
        """Read the contract anew; return whether its course still goes on. Raises VaultError."""
        ground = self.ground
        own = {self.contract.uid} if self.contract.uid else set()
        self.contract = await ground.vault.read(
            contracts.of_client, ground.client, ground.today, ground.revealed | own,
            ground.day_starts_at,
        )  # fmt: skip
        course = self.contract.course
        return course is not None and course.uid == self.course

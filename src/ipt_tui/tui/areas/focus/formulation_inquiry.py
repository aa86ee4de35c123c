"""What is asked of a version of the formulation: its parts, one after another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.formulation import parts
from ipt_tui.tui.areas.focus.formulation_rows import PART
from ipt_tui.tui.areas.inquiry import Inquiry
from ipt_tui.tui.widgets.answer_bar import Asked
from ipt_tui.vault import formulating, formulations

if TYPE_CHECKING:
    from ipt_tui.ipt.formulation import Formulation

_IDS = [part.id for part in parts()]
FIRST = f"{PART}{_IDS[0]}"


@dataclass
class FormulationInquiry(Inquiry):
    """Asking about one version, `begun` its uid.

    What changes one that is agreed begins the next: `holds` is the uid of the version in which what
    was answered last stands, `version` that one as it was read last.
    """

    version: Formulation
    begun: str
    holds: str = ""

    @property
    def uid(self) -> str:
        """The version it began with."""
        return self.begun

    def asked(self, key: str) -> Asked | None:
        """Return the question as it is shown."""
        part = next((each for each in parts() if f"{PART}{each.id}" == key), None)
        if part is None:
            return None
        told = self.version.parts.get(part.id, "")
        return Asked(key, part.ask, told, (), part.hint, self.place(key), takes_words=True)

    def following(self, key: str, *, answered: bool) -> str | None:  # noqa: ARG002
        """Return the next part."""
        return self._beside(key, 1)

    def before(self, key: str) -> str | None:
        """Return the part before."""
        return self._beside(key, -1)

    def _beside(self, key: str, step: int) -> str | None:
        at = _IDS.index(key.removeprefix(PART)) + step
        return f"{PART}{_IDS[at]}" if 0 <= at < len(_IDS) else None

    def is_last(self, key: str) -> bool:
        """Whether that was the last part."""
        return self._beside(key, 1) is None

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError with a sentence; then nothing changed."""
        one, part = self.version, key.removeprefix(PART)
        today = self.ground.today
        self.holds = await self.ground.vault.write(
            formulating.tell, one.uid, today, one.updated_at, **{part: value}
        )

    async def read(self) -> bool:
        """Read the version anew; return whether it is still there, and may be changed."""
        ground, uid = self.ground, self.holds or self.version.uid
        found = await ground.vault.read(
            formulations.of_client, ground.client, ground.today, ground.revealed | {uid},
            ground.day_starts_at,
        )  # fmt: skip
        there = next((each for each in found if each.uid == uid), None)
        self.version = there or self.version
        return there is not None and (there.is_draft or there.uid == found[-1].uid)

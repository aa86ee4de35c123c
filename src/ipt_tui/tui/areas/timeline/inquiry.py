"""The questions about one entry of the timeline: which question comes after which.

What the keys are is said in `keys`, how a question reads in `questions`, where its answer goes in
`answers`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.entry_words import sort_of
from ipt_tui.ipt.timeline import Told
from ipt_tui.tui.areas.inquiry import Inquiry
from ipt_tui.tui.areas.timeline import answers, questions
from ipt_tui.tui.areas.timeline.keys import FIELDS
from ipt_tui.vault import timeline as timelines

if TYPE_CHECKING:
    from ipt_tui.ipt.timeline import Timeline
    from ipt_tui.tui.widgets.answer_bar import Asked


@dataclass
class EntryInquiry(Inquiry):
    """Asking about one entry, among the days it stands in."""

    timeline: Timeline
    entry: Told

    @property
    def uid(self) -> str:
        """The entry asked about."""
        return self.entry.uid

    @property
    def first(self) -> str:
        """The key of the first question."""
        return FIELDS[sort_of(self.entry)][0]

    def asked(self, key: str) -> Asked | None:
        """Return the question of a field as it is shown, None where there is nothing to ask."""
        return questions.asked(self, key)

    def following(self, key: str, *, answered: bool) -> str | None:  # noqa: ARG002
        """Return the next field, None after the last."""
        return self._beside(key, 1)

    def before(self, key: str) -> str | None:
        """Return the field before, None before the first."""
        return self._beside(key, -1)

    def _beside(self, key: str, step: int) -> str | None:
        fields = FIELDS[sort_of(self.entry)]
        at = fields.index(key) + step if key in fields else -1
        return fields[at] if 0 <= at < len(fields) else None

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
        await answers.keep(self, key, value)

    async def read(self) -> bool:
        """Read the entry as it is by now, wherever in time it came to stand. Raises VaultError."""
        ground, read = self.ground, self.ground.vault.read
        window = self.timeline.window
        day = await read(timelines.day_of, ground.client, self.uid, ground.day_starts_at)
        wanted = timelines.Asked(
            window.today, window.zoom, day, None, None, ground.revealed | {self.uid},
            ground.day_starts_at, ground.audience,
        )  # fmt: skip
        found = await read(timelines.timeline, ground.client, wanted)
        entry = found.entry(self.uid)
        if not isinstance(entry, Told):
            return False
        self.timeline, self.entry = found, entry
        return True

"""What is asked about one response: the day it was answered on, its note, who may see that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.dates import short
from ipt_tui.ipt.heard import NotHeard, been
from ipt_tui.tui.areas.inquiry import YES_NO, Inquiry
from ipt_tui.tui.widgets.answer_bar import Asked
from ipt_tui.vault import measures, measuring

if TYPE_CHECKING:
    from ipt_tui.ipt.measures import Response

DAY, NOTE, SENSITIVE = "day", "note", "sensitive"
NO_DAY = "Please type one day: yesterday, 3d, 12 nov."


@dataclass
class ResponseInquiry(Inquiry):
    """Asking about one time a measure was answered; each question stands alone."""

    response: Response

    @property
    def uid(self) -> str:
        """The response asked about."""
        return self.response.uid

    def asked(self, key: str) -> Asked | None:
        """Return the question of a key as it is shown."""
        given, place = self.response, self.place(key)
        if key == DAY:
            day = short(given.day, self.ground.today)
            words = f"On which day was {given.name} answered?"
            return Asked(key, words, "", (), f"now {day}; yesterday, 3d, 12 nov", place)
        if key == NOTE:
            return Asked(
                key, "A note beside it", given.note, (), "esc keeps it", place, takes_words=True
            )
        if key == SENSITIVE and given.note:
            return Asked(key, "Is the note to be veiled until it is asked for?", "", YES_NO)
        return None

    def following(self, key: str, *, answered: bool) -> str | None:
        """Return whether the note is sensitive after a new note; else nothing more."""
        return SENSITIVE if key == NOTE and answered and self.response.note else None

    def before(self, key: str) -> str | None:
        """Return the question before."""
        return NOTE if key == SENSITIVE else None

    async def keep(self, key: str, value: str) -> None:
        """Write an answer. Raises VaultError or NotHeard with a sentence; then nothing changed."""
        write, given = self.ground.vault.write, self.response
        if key == DAY:
            ground = self.ground
            starts = ground.day_starts_at
            _, at = been(value, ground.today, southern=ground.southern, day_starts_at=starts)
            if at is None:
                raise NotHeard(NO_DAY)
            await write(measuring.tell, given.uid, given.updated_at, when=at, day_starts_at=starts)
        elif key == NOTE:
            await write(measuring.tell, given.uid, given.updated_at, note=value)
        else:
            yes = value == "yes"
            await write(measuring.tell, given.uid, given.updated_at, sensitive=yes)

    async def read(self) -> bool:
        """Read the response as it is by now. Raises VaultError."""
        ground = self.ground
        self.response = await ground.vault.read(
            measures.response, self.uid, ground.revealed | {self.uid}, ground.day_starts_at
        )
        return True

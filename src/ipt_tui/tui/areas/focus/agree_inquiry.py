"""Asking whether something is agreed: who did and on which day, and then once more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.dates import short
from ipt_tui.ipt.heard import NotHeard
from ipt_tui.tui.areas.inquiry import Inquiry
from ipt_tui.tui.widgets.answer_bar import Asked

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import date

WHO, SURE = "agree:who", "agree:sure"
YES = "yes"
_CHOICES = (("1", YES, "yes, agreed"), ("2", "no", "not yet"))
_HINT = "a day after the comma where it was another one: K7, 20 Oct"


@dataclass
class AgreeInquiry(Inquiry):
    """Asking of one thing whether it is agreed.

    `about` is its uid, `what` how it is called in the question, `after` what is said of it then.
    `agree` writes: the day, and who. `there` says whether it still is. `begun` is the day on which
    it was, and an earlier one is said to be that.
    """

    about: str
    code: str
    what: str
    after: str
    agree: Callable[[date, str], Awaitable[object]]
    there: Callable[[], Awaitable[bool]]
    begun: date | None = None
    told: tuple[date, str] | None = None

    @property
    def uid(self) -> str:
        """What is to be agreed."""
        return self.about

    def asked(self, key: str) -> Asked | None:
        """Return the question as it is shown."""
        if key == WHO:
            usual = f"{self.code}, {short(self.ground.today, self.ground.today)}"
            question = f"Who agreed to {self.what}, and on which day?"
            return Asked(key, question, "", (), _HINT, self.place(key), usual)
        if self.told is None:
            return None
        day, who = self.told
        by = f" by {who}" if who else ""
        today = self.ground.today
        early = ""
        if self.begun is not None and day < self.begun:
            early = f", before it began ({short(self.begun, today)})"
        question = f"Agreed{by} on {short(day, today)}{early}, as it stands? {self.after}"
        return Asked(key, question, "", _CHOICES)

    def following(self, key: str, *, answered: bool) -> str | None:
        """Return the last question after who it was; nobody named, nothing is agreed."""
        return SURE if key == WHO and answered else None

    def before(self, key: str) -> str | None:
        """Return the question before."""
        return WHO if key == SURE else None

    async def keep(self, key: str, value: str) -> None:
        """Hold who agreed; write after the last question. Raises VaultError or NotHeard."""
        if key == WHO:
            self.told = self._heard(value)
        elif value == YES and self.told is not None:
            await self.agree(*self.told)

    def _heard(self, typed: str) -> tuple[date, str]:
        """Return the day and who, as they were typed: the day stands after the last comma, if any.

        Raises NotHeard for a day that has still to come, or that is not one.
        """
        who, comma, when = typed.rpartition(",")
        words = when if comma else typed
        try:
            self.ground.when(words)
        except NotHeard:
            if words.strip()[:1].isdecimal():
                raise NotHeard(
                    f"“{words.strip()[:40]}” is not a day; type one, like 20 oct."
                ) from None
            return self.ground.today, typed.strip()
        told, _ = self.ground.been(words)
        if told.first != told.last:
            raise NotHeard("That is more than one day; type one, like 20 oct.")
        return told.first, who.strip()

    async def read(self) -> bool:
        """Say whether it is still there. Raises VaultError."""
        return await self.there()

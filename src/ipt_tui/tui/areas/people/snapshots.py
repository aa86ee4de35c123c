"""Which day of the circle is on screen, and the day it is compared with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass
class Snapshots:
    """Steps through the days on which somebody moved.

    `on_day` is None while today is on screen; `since` is None while the first day is compared
    with. `days` are all days there are, also while an earlier one is on screen.
    """

    on_day: date | None = None
    since: date | None = None
    days: tuple[date, ...] = ()

    def seen(self, days: tuple[date, ...]) -> None:
        """Take the days of the circle just read: of an earlier day it knows no later ones."""
        if self.on_day is None:
            self.days = days

    def step(self, direction: int, today: date) -> bool:
        """Step to the day before (-1) or after (1); after the last one comes today.

        Returns whether there was such a day.
        """
        stops: list[date | None] = [day for day in self.days if day != today]
        stops.append(None)
        at = stops.index(self.on_day) if self.on_day in stops else len(stops) - 1
        to = max(0, min(len(stops) - 1, at + direction))
        self.on_day = stops[to]
        return to != at

    def compare(self) -> None:
        """Compare from the day on screen; once more, or from today, from the first again."""
        self.since = None if self.since == self.on_day else self.on_day

    def restart(self) -> None:
        """Go back to today, compared with the first day."""
        self.on_day, self.since, self.days = None, None, ()

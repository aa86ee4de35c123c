"""Which days of the timeline are on screen, and the day its sentence is split at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.timeline import ZOOMS, Zoom
from ipt_tui.ipt.windows import COURSE_LOOKS_BACK, stepped

if TYPE_CHECKING:
    from datetime import date

    from ipt_tui.ipt.timeline import Entry, Window

UNDATED_FROM = 9000
"""The year in which entries without a date stand, behind all others."""


@dataclass
class Days:
    """Zooms and steps. `around` is a day that has to be seen, None for the days up to today."""

    zoom: Zoom = Zoom.MONTH
    around: date | None = None
    split: date | None = None

    def restart(self) -> None:
        """Go to today, at the same zoom."""
        self.around, self.split = None, None

    def hold(self, day: date) -> None:
        """Have a day on screen; in a life the days of the course are not."""
        self.around = day
        self.zoom = Zoom.MONTH if self.zoom is Zoom.LIFE else self.zoom

    def turn(self, direction: int, lit: Entry | None, today: date) -> bool:
        """Show less time (-1) or more (1), around what is lit; return whether there is."""
        at = ZOOMS.index(self.zoom) + direction
        if not 0 <= at < len(ZOOMS):
            return False
        self.zoom = ZOOMS[at]
        if lit is not None and lit.first.year < UNDATED_FROM:
            far = self.zoom is Zoom.COURSE and (today - lit.first).days > COURSE_LOOKS_BACK
            self.around = None if far or self.zoom is Zoom.LIFE else min(lit.first, today)
        return True

    def leaves_out(self, lit: Entry | None) -> bool:
        """Whether what is lit need not be on screen: a life and a course leave much out."""
        return self.zoom is Zoom.LIFE or (
            self.zoom is Zoom.COURSE and lit is not None and self.around is None
        )

    def step(self, shown: Window, direction: int, today: date) -> str:
        """Go half a screen of days back (-1) or on (1); return why not, "" if it did."""
        if shown.zoom in (Zoom.LIFE, Zoom.COURSE):
            return f"The whole {shown.zoom.label} is on screen; + shows less of it."
        if direction > 0 and shown.last >= today:
            return "This is today."
        self.around = min(stepped(shown, direction), today)
        return ""

    def split_at(self, day: date) -> None:
        """Split the sentence at a day; at the same one again, no more."""
        self.split = None if self.split == day else day

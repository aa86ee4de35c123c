"""Phases: how the sessions of a course fall into a beginning, a middle and an ending."""

from __future__ import annotations

from dataclasses import dataclass

from ipt_tui.ipt.words import Vocabulary

MOST_SESSIONS = 500


class Phase(Vocabulary):
    """A phase of a course. BEFORE is the meeting before a group begins."""

    BEFORE = "before", "before the group"
    INITIAL = "initial", "beginning"
    MIDDLE = "middle", "middle"
    ENDING = "ending", "ending"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Bounds:
    """How a number of sessions falls into phases.

    They are numbered from 1 to `planned`: the middle phase begins with `middle_from`, the ending
    with `ending_from`; a phase may be empty. An open course has 0 for all three.
    """

    planned: int = 0
    middle_from: int = 0
    ending_from: int = 0

    @property
    def problem(self) -> str:
        """What is wrong with them as one sentence, "" where nothing is."""
        if self.planned == 0:
            whole = self.middle_from == self.ending_from == 0
            return "" if whole else "A course without an end has no phases."
        if 1 <= self.middle_from <= self.ending_from <= self.planned + 1:
            return ""
        return "The phases follow one another: the middle begins before the ending does."

    def of(self, number: int) -> Phase | None:
        """Return the phase of a session; after the last one the ending goes on. None while open."""
        if number < 1:
            return Phase.BEFORE
        if self.planned == 0:
            return None
        if number < self.middle_from:
            return Phase.INITIAL
        return Phase.MIDDLE if number < self.ending_from else Phase.ENDING

    @property
    def spans(self) -> tuple[tuple[Phase, int, int], ...]:
        """The phases that are not empty, each with its first and last session."""
        ends = (
            (Phase.INITIAL, 1, self.middle_from - 1),
            (Phase.MIDDLE, self.middle_from, self.ending_from - 1),
            (Phase.ENDING, self.ending_from, self.planned),
        )
        return tuple(span for span in ends if self.planned and span[1] <= span[2])

    def scaled(self, planned: int) -> Bounds:
        """Return the bounds of another number of sessions, the phases as long in proportion.

        As many as there is room for have a session at least: the beginning before the ending, and
        both before the middle. An open course is taken to be one of three equal phases.
        """
        if planned <= 0:
            return Bounds()
        if planned == self.planned:
            return self
        initial, ending, whole = 1, 1, 3
        if self.planned:
            initial, whole = self.middle_from - 1, self.planned
            ending = self.planned + 1 - self.ending_from
        first = max(1, _share(initial, planned, whole))
        last = max(1, _share(ending, planned, whole)) if planned > 1 else 0
        middle = 1 if planned > 2 else 0
        while first + last + middle > planned:
            if first > last:
                first -= 1
            else:
                last -= 1
        return Bounds(planned, first + 1, planned + 1 - last)


def _share(part: int, planned: int, whole: int) -> int:
    """Return the part of a whole that the same part of `planned` is, rounded half up."""
    return (2 * part * planned + whole) // (2 * whole)

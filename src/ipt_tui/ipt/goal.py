"""A goal as one value: in the client's words, with how it was rated from 0 to 10 over time.

Nothing here weighs a rating: a goal is met, changed or dropped when somebody says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.spark import spark
from ipt_tui.ipt.words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from ipt_tui.ipt.timeline import Named

LOWEST, HIGHEST = 0, 10


class GoalStatus(Vocabulary):
    """What became of a goal."""

    ACTIVE = "active", "going on"
    MET = "met", "met"
    CHANGED = "changed", "changed"
    DROPPED = "dropped", "dropped"
    OTHER = "other"

    @property
    def closed(self) -> bool:
        """Whether it says that nobody works on the goal any more."""
        return self in (GoalStatus.MET, GoalStatus.CHANGED, GoalStatus.DROPPED)


@dataclass(frozen=True, slots=True)
class Rating:
    """Where a goal stood on a day, 0 to 10. A veiled one has no note."""

    uid: str
    day: date
    value: int
    note: str = ""
    veiled: bool = False
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class GoalPractice:
    """A practice that was agreed for a goal, on a day; a veiled one has no words."""

    uid: str
    day: date
    what: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal, set on `day`; see `records.goal.GoalFields` for what its fields hold.

    `closed` is the day it was met, changed or dropped, None while it goes on. `succeeds` is the uid
    of the goal it was changed from, `area` that of the problem area it belongs to. `ratings` are
    oldest first. A veiled one has its day and what became of it, and no more.
    """

    uid: str
    day: date
    text: str = ""
    target: int | None = None
    status: str = GoalStatus.ACTIVE.value
    closed: date | None = None
    why: str = ""
    succeeds: str = ""
    ratings: tuple[Rating, ...] = ()
    person: Named | None = None
    area: str | None = None
    practices: tuple[GoalPractice, ...] = ()
    sensitive: bool = False
    veiled: bool = False
    updated_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether it goes on."""
        return self.closed is None

    @property
    def first(self) -> Rating | None:
        """The first rating, None where there is none."""
        return self.ratings[0] if self.ratings else None

    @property
    def last(self) -> Rating | None:
        """The last rating, None where there is none."""
        return self.ratings[-1] if self.ratings else None

    @property
    def spark(self) -> str:
        """A bar for each rating, from 0 to 10."""
        return spark((each.value for each in self.ratings), LOWEST, HIGHEST)

    def rating(self, uid: str) -> Rating | None:
        """Return one of its ratings."""
        return next((each for each in self.ratings if each.uid == uid), None)


def ordered(goals: Iterable[Goal]) -> tuple[Goal, ...]:
    """Return the goals as they are listed: those that go on as they were set, then the closed."""
    found = tuple(goals)
    closed = sorted(
        (goal for goal in found if goal.closed is not None),
        key=lambda goal: goal.closed or goal.day,
        reverse=True,
    )
    return (*(goal for goal in found if goal.open), *closed)


def followed_by(goal: Goal, goals: Iterable[Goal]) -> Goal | None:
    """Return the goal that took the place of one, None where none did or it is veiled."""
    return next((one for one in goals if one.succeeds == goal.uid and not one.veiled), None)


def came_from(goal: Goal, goals: Iterable[Goal]) -> Goal | None:
    """Return the goal that one was changed from, None where there is none or it is veiled."""
    return next((one for one in goals if one.uid == goal.succeeds and not one.veiled), None)

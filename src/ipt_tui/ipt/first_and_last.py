"""What belongs to a course of all that was given over time: its scores, and ratings of goals.

Given a little before the course began, it is where the course began from.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from ipt_tui.ipt.measure_schedule import BEFORE_START

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from ipt_tui.ipt.goal import Goal


class Dated(Protocol):
    """Something given on a day."""

    @property
    def day(self) -> date:
        """When it was given."""


Given = TypeVar("Given", bound=Dated)


def of_course(given: Iterable[Given], start: date | None) -> tuple[Given, ...]:
    """Return what was given in a course that began on a day; all of it where there is no course."""
    return tuple(each for each in given if start is None or start - each.day <= BEFORE_START)


def ends(given: Iterable[Given], start: date | None) -> tuple[Given, ...]:
    """Return the first of a course and the last; one alone, or none, where there is no more."""
    found = of_course(given, start)
    return (found[0], found[-1]) if len(found) > 1 else found


def goals_of(goals: Iterable[Goal], start: date) -> Iterator[Goal]:
    """Yield the goals of a course with their ratings in it, without those closed before it."""
    for goal in goals:
        if goal.closed is None or goal.closed >= start:
            yield replace(goal, ratings=of_course(goal.ratings, start))

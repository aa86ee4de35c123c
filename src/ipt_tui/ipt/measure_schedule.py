"""When a measure is due: said once, never pressed for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from ipt_tui.ipt.words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

BEFORE_START = timedelta(days=14)
"""So long before a course begins, an answer counts as its first."""


class Often(Vocabulary):
    """How often a measure is asked for in a course."""

    EVERY = "every", "every session"
    FOURTH = "fourth", "every 4th session"
    HALVES = "halves", "at the start, halfway and at the end"
    NEVER = "never", "only when chosen"
    OTHER = "other"


USUAL: Mapping[str, Often] = {"phq9": Often.FOURTH, "gad7": Often.FOURTH}
"""What is asked for in a course of which nobody has said anything else, by ids of instruments."""
USUAL_OWN: Mapping[str, Often] = {"who5": Often.HALVES}
"""The same in one's own vault: a form that asks how well one is, and of nothing one must fear."""
_FOUR = 4


@dataclass(frozen=True, slots=True)
class CourseDays:
    """What of a course says when something is due.

    `planned` is how many sessions there are to be, 0 in an open course. `number` is that of the
    session that runs or is next, `first` that of the first one noted here. `held` are the days of
    those that took place, by their numbers.
    """

    start: date
    planned: int
    number: int
    first: int = 1
    held: Mapping[int, date] = field(default_factory=dict)


def asked_at(often: Often, number: int, planned: int, first: int = 1) -> bool:
    """Whether a measure asked for so often is due at the session of that number."""
    if number < first or often not in (Often.EVERY, Often.FOURTH, Often.HALVES):
        return False
    if number == first or often is Often.EVERY:
        return True
    ends = planned > 0 and number == planned
    if often is Often.FOURTH:
        return number % _FOUR == 0 or ends
    return ends or (planned > 0 and number == -(-planned // 2))


def due_since(
    often: Often, course: CourseDays, answered: Iterable[date], said: date | None = None
) -> int | None:
    """Return the number of the session since which a measure is due, None while it is not.

    It is due from a session on at which it is asked for, until it was answered later than on the
    day of the session before that one. The first may have been answered up to two weeks before
    the course began. Where it was left more than once, it is due since the first of these,
    but of those held before the day it was `said` that it is to be asked for none was left.
    """
    first = max(1, course.first)
    asked = [
        number
        for number in range(first, course.number + 1)
        if asked_at(often, number, course.planned, first)
    ]
    newest = max(answered, default=None)
    since = None
    for number in reversed(asked):
        if newest is not None and _counts(course, number, newest):
            break
        if since is not None and said is not None and course.held.get(number, said) < said:
            break
        since = number
    return since


def _counts(course: CourseDays, number: int, day: date) -> bool:
    """Whether an answer of that day counts for a session, or for one after it."""
    earlier = [held for other, held in course.held.items() if other < number]
    return day > max(earlier) if earlier else day >= course.start - BEFORE_START

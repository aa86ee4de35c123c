"""The right side of Today as rows: the brief of the client in hand, or the overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.brief import HALFWAY as LOOK
from ipt_tui.ipt.brief import POINT, brief, heading
from ipt_tui.ipt.course import afterwards
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.first_week import line
from ipt_tui.ipt.next_card import NAME
from ipt_tui.ipt.overview import overview_lines
from ipt_tui.tui.areas.today.keys import (
    DRAFTS,
    DUE,
    HALFWAY,
    NEXT,
    RECOVERY,
    REVIEW,
    START,
    TALKS,
    THIS_WEEK,
    WEEK,
)
from ipt_tui.tui.verbs import VERBS
from ipt_tui.tui.widgets.row import Cell, Row, lines
from ipt_tui.tui.widgets.rows import BAR_WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from textual.geometry import Size

    from ipt_tui.ipt.audience import Audience
    from ipt_tui.ipt.course import Course
    from ipt_tui.ipt.today import DayOf

NO_PEOPLE = "2 opens the circle of people; n adds the first."
NO_COURSE = "p sets up the course: how many sessions, and when."
NEXT_COURSE = "p agrees on what comes next, as a course of its own."
SHEET_DUE = "The recovery sheet has not been written down yet; enter shows it."
HOW_ARE_YOU = " are you right now?"
WEEK_KEY = VERBS["week"].shown
OVERVIEW_LABEL = 14
_DUE = ("Due", "To fill in")
_KEYS = dict.fromkeys(_DUE, DUE) | {"Drafts": DRAFTS, "This week": THIS_WEEK, "Talks": TALKS}
_LOOK = f"{POINT}{LOOK}"
"""With this ends the row that leads to the halfway look."""
LABELS = ((90, 26), (48, 17), (0, 14))
"""In a pane of so many cells a label of the brief has so many; a longer one takes two lines."""


def rows(
    day: DayOf, today: date, audience: Audience, *, own: bool, together: bool, size: Size
) -> tuple[Row, ...]:
    """Return all of the right side, for a pane of this size; what has no room gives up its gaps.

    `own` is whether it is one's own vault, `together` whether one looks at it together.
    """
    found: list[Row] = []
    if day.brief is not None:
        found += [_title(heading(day.brief, audience)), Row(None)]
        label = next(cells for least, cells in LABELS if size.width >= least)
        found += _told(brief(day.brief, audience), label)
    elif day.overview is not None:
        title = "Today" if own else day.overview.code
        found += [_title(f"{title}   {today:%A %-d %B}"), Row(None)]
        agrees = not own and not together and day.overview.status == "active"
        follows = [_what_follows(day.before, today)] if day.before and agrees else []
        found += _told([*overview_lines(day.overview, audience), *follows], OVERVIEW_LABEL)
        if not day.overview.circle.people:
            found.append(_sentence(START, NO_PEOPLE, "muted"))
        if agrees and not follows:
            found += [Row(None), _sentence("course", NO_COURSE, "muted")]
    if own and found:
        called = f"{day.called}, how" if day.called else "How"
        quiet = [_sentence(WEEK, words, "muted")] if (words := line(day.week, WEEK_KEY)) else []
        found[2:2] = [
            _sentence(REVIEW, f"{called}{HOW_ARE_YOU}", "accent"),
            _sentence(NEXT, NAME, "accent"),
            *quiet,
            Row(None),
        ]
    if day.sheet_due and not together:
        found += [Row(None), _sentence(RECOVERY, SHEET_DUE, "accent")]
    if sum(len(lines(row, size.width - BAR_WIDTH)) for row in found) > size.height:
        found = [row for row in found if row.cells]
    return tuple(found)


def _what_follows(course: Course, today: date) -> tuple[str, str]:
    """Return what comes after a course, as the course calls it, and how that is agreed."""
    ended = short(course.ended or today, today)
    return afterwards(course).capitalize(), f"The course ended {ended}; {NEXT_COURSE}"


def _title(words: str) -> Row:
    return Row(None, (Cell(words, "heading"),), wraps=True)


def _sentence(key: str, words: str, role: str) -> Row:
    return Row(key, (Cell(words, role),), wraps=True)


def _told(pairs: Iterable[tuple[str, str]], width: int) -> list[Row]:
    return [
        Row(
            HALFWAY if text.endswith(_LOOK) else _KEYS.get(label, f"day:{number}"),
            (Cell(label, "label", width, wraps=True), Cell(text)),
            wraps=True,
        )
        for number, (label, text) in enumerate(pairs)
    ]

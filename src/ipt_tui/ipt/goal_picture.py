"""The ratings of a goal as a picture: over time, with the target as a line.

Only what was rated is drawn: between two ratings there is nothing. Higher numbers stand higher.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from ipt_tui.ipt import timeline_axis
from ipt_tui.ipt.goal import HIGHEST, LOWEST
from ipt_tui.ipt.timeline_axis import Axis, Piece
from ipt_tui.ipt.timeline_sheet import Part, Run, Sheet

if TYPE_CHECKING:
    from datetime import date

    from ipt_tui.ipt.goal import Goal

POINT, TARGET = "●", "┈"
_ROWS = HIGHEST - LOWEST + 1
"""Each number has a row of its own, or a rating would seem to lie on a target it is not at."""
_LEFT = 4
_BELOW = 2
_FEWEST_CELLS = 24
_FEWEST_DAYS = 14
_BEFORE = 2
"""Days left free before the first rating."""


def picture(goal: Goal, today: date, width: int) -> tuple[str, ...]:
    """Return the lines of the picture; none without a rating, and where there is no room.

    Args:
        goal: Whose ratings are drawn.
        today: The last day shown.
        width: In cells.
    """
    if not goal.ratings or goal.veiled or width - _LEFT < _FEWEST_CELLS:
        return ()
    sheet = Sheet(width, _ROWS + _BELOW)
    first, last = goal.ratings[0].day, max(today, goal.ratings[-1].day)
    first = min(first - timedelta(days=_BEFORE), last - timedelta(days=_FEWEST_DAYS))
    axis = Axis((Piece(first, (last - first).days + 1, _LEFT, width - _LEFT),))
    timeline_axis.draw(sheet, axis, _ROWS, 2, today)
    _scale(sheet, goal)
    for rating in goal.ratings:
        row, column = HIGHEST - rating.value, axis.column(timeline_axis.day(rating.day))
        sheet.letters(row, column, POINT, Part.MOOD, rating.uid)
        _number(sheet, row, column, f"{rating.value}", axis)
    if goal.target is not None:
        words = f" target {goal.target}"
        row = HIGHEST - goal.target
        start = width - len(words)
        if sheet.free(row, start, len(words)):
            sheet.letters(row, start, words, Part.WORDS)
        sheet.fill(row, axis.left, TARGET * (axis.right - axis.left), Part.AXIS)
    return tuple("".join(run.text for run in row).rstrip() for row in sheet.rows())


def _scale(sheet: Sheet, goal: Goal) -> None:
    for row in range(_ROWS):
        sheet.put(row, _LEFT - 1, Run("│", Part.AXIS))
    for value in dict.fromkeys((HIGHEST, LOWEST, goal.target)):
        if value is not None:
            start = _LEFT - 2 - len(str(value))
            sheet.letters(HIGHEST - value, start, f"{value} ┤", Part.WORDS)


def _number(sheet: Sheet, row: int, column: int, text: str, axis: Axis) -> None:
    """Write the number of a point beside it, where there is room."""
    for words, start in ((f" {text}", column + 1), (f"{text} ", column - len(text) - 1)):
        if start >= axis.left and sheet.free(row, start, len(words)):
            sheet.letters(row, start, words, Part.NUMBER)
            return

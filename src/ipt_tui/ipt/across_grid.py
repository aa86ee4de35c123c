"""The small picture of what recurs: a row for what got in the way, a column for each talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import plural
from ipt_tui.ipt.difficulties import short
from ipt_tui.ipt.text import cells, one_line
from ipt_tui.ipt.wrapping import wrap

if TYPE_CHECKING:
    from ipt_tui.ipt.across import Across
    from ipt_tui.ipt.talk import TalkLine

THERE, NOT_THERE = "●", "·"
GAP = 2
LABEL = 24
"""A label takes so many cells at most, and at least LABEL_LEAST or there is no picture."""
LABEL_LEAST = 6


def grid(across: Across, width: int) -> list[str]:
    """Return a row for each obstacle and a column for each talk of which they are told, by time.

    Above stand the days, behind each row its count, over all talks. Where there is no room for
    all, the oldest columns go, and a line below says how many. Without an obstacle, or without
    room for a single column, there is no picture.
    """
    talks = across.told
    if not across.obstacles:
        return []
    names = {found.code: one_line(short(found.code), LABEL) for found in across.obstacles}
    heads = [_head(line, across) for line in talks]
    column = max(map(cells, heads)) + GAP
    counts = max(len(str(found.count)) for found in across.obstacles) + GAP
    longest = max(map(cells, names.values()))
    label = min(longest, width - column - counts)
    if label < min(LABEL_LEAST, longest):
        return []
    fitting = min(len(talks), (width - label - counts) // column)
    shown = range(len(talks) - fitting, len(talks))
    lines = [" " * label + "".join(_right(heads[at], column) for at in shown)]
    for found in across.obstacles:
        marks = (THERE if found.code in talks[at].difficulties else NOT_THERE for at in shown)
        name = one_line(names[found.code], label)
        name += " " * (label - cells(name))
        row = "".join(_right(mark, column) for mark in marks)
        lines.append(f"{name}{row}{found.count:>{counts}}")
    if left_out := len(talks) - fitting:
        are = "is" if left_out == 1 else "are"
        lines += wrap(f"{plural(left_out, 'earlier talk')} {are} not drawn.", width, cells)
    return lines


def _head(line: TalkLine, across: Across) -> str:
    """Return the day of a column: "9 Nov", or its year where no one day is known."""
    day = line.day
    if day is None:
        return "–"
    exact = line.at is not None or (line.when is not None and line.when.exact)
    if not exact:
        return f"{day.year}"
    return f"{day.day} {day:%b}" if day.year == across.today.year else f"{day:%b} {day.year}"


def _right(text: str, width: int) -> str:
    return " " * (width - cells(text)) + text

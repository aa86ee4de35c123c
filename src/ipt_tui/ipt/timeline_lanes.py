"""The rows under the plot: events by lane, notes, scores, and moods of other scales."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import NamedTuple

from ipt_tui.ipt.categories import Lane
from ipt_tui.ipt.categories import lane as lane_of
from ipt_tui.ipt.instrument import told
from ipt_tui.ipt.moments import Moment
from ipt_tui.ipt.timeline import EventEntry, JottingEntry, MoodEntry
from ipt_tui.ipt.timeline_axis import Axis, day, instant
from ipt_tui.ipt.timeline_marks import ScoreMark
from ipt_tui.ipt.timeline_sheet import OF_LANE, VEIL, Part, Run, Sheet

NOTE, SCORE = "·", "▪"
MANY = "+"
"""The sign for more than nine in one cell."""


class Sign(NamedTuple):
    """An entry on a row: its sign stands in the middle of the columns it may belong to."""

    first: int
    last: int
    text: str
    part: Part
    uid: str

    @property
    def column(self) -> int:
        """Where the sign stands."""
        return (self.first + self.last) // 2


def events(entries: Iterable[EventEntry], axis: Axis) -> dict[Lane, list[Sign]]:
    """Return the dated events as signs, by lane, in the order of the lanes."""
    lanes: dict[Lane, list[Sign]] = {lane: [] for lane in Lane}
    lane_for, columns_for = lru_cache(lane_of), lru_cache(partial(_columns, axis))
    for entry in entries:
        if entry.at is not None:
            first = last = axis.column(instant(entry.at))
        elif entry.when is not None:
            first, last = columns_for(entry.when.first, entry.when.last)
        else:
            continue
        lane = lane_for(entry.category)
        text, part = (VEIL, Part.VEILED) if entry.veiled else (lane.glyph, OF_LANE[lane])
        lanes[lane].append(Sign(first, last, text, part, entry.uid))
    return {lane: signs for lane, signs in lanes.items() if signs}


def _columns(axis: Axis, first: date, last: date) -> tuple[int, int]:
    """Return the columns between which something was; a single day stands at its noon."""
    if first == last:
        return axis.column(day(first)), axis.column(day(first))
    return axis.span(first, last)


def jottings(entries: Iterable[JottingEntry], axis: Axis) -> list[Sign]:
    """Return jottings as signs."""
    return [
        Sign(
            column, column, *((VEIL, Part.VEILED) if entry.veiled else (NOTE, Part.NOTE)), entry.uid
        )
        for entry in entries
        for column in (axis.column(instant(entry.when)),)
    ]


def signs(sheet: Sheet, row: int, entries: Iterable[Sign]) -> None:
    """Draw signs on a row; where several meet, how many they are.

    A crowd is lit as one, and stands for each of its entries.
    """
    cells: dict[int, list[Sign]] = {}
    for sign in entries:
        cells.setdefault(sign.column, []).append(sign)
    for column, here in cells.items():
        first, count = here[0], len(here)
        if count == 1:
            run = Run(first.text, first.part, first.uid, 1)
        else:
            run = Run(str(count) if count < 10 else MANY, Part.COUNT, first.uid, count)
        sheet.put(row, column, run)
        sheet.stand((sign.uid for sign in here), row, column)
    for here in cells.values():
        for sign in here:
            if sign.first < sign.last:
                sheet.fill(row, sign.first, span(sign.last - sign.first + 1), Part.SPAN)


def span(width: int) -> str:
    """Return the line over the days between which something was."""
    return "─" if width == 1 else f"╶{'─' * (width - 2)}╴"


def scores(entries: Iterable[ScoreMark], axis: Axis) -> list[Sign]:
    """Return scores as their numbers."""
    return [
        _number(axis, entry.when, told(entry.total), Part.SCORE, entry.uid) for entry in entries
    ]


def score_signs(entries: Iterable[ScoreMark], axis: Axis) -> list[Sign]:
    """Return scores of several measures as signs, which can stand on one row."""
    return [each._replace(text=SCORE) for each in scores(entries, axis)]


def moods(entries: Iterable[MoodEntry], axis: Axis) -> list[Sign]:
    """Return moods as their numbers, of the veiled ones nothing."""
    return [
        _number(
            axis,
            mood.when,
            *((VEIL, Part.VEILED) if mood.veiled else (str(mood.value), Part.NUMBER)),
            mood.uid,
        )
        for mood in entries
    ]


def _number(axis: Axis, when: Moment, text: str, part: Part, uid: str) -> Sign:
    column = axis.column(instant(when))
    return Sign(column, column, text, part, uid)


def numbers(sheet: Sheet, axis: Axis, row: int, entries: Sequence[Sign]) -> None:
    """Draw numbers on a row, counted where they would touch."""
    widest = max(len(f"×{len(entries)}"), *(len(sign.text) for sign in entries))
    groups: list[tuple[int, list[Sign]]] = []
    for sign in entries:
        column = max(axis.left, min(sign.column, axis.right - widest))
        if groups and column <= groups[-1][0] + widest:
            groups[-1][1].append(sign)
        else:
            groups.append((column, [sign]))
    for column, here in groups:
        first = here[0]
        text, part = f"×{len(here)}", Part.COUNT
        if len(here) == 1:
            text, part = first.text, first.part
        sheet.put(row, column, Run(text, part, first.uid, len(here)), len(text))
        sheet.stand((sign.uid for sign in here), row, column)

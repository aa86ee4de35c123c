"""The rows of signs under the plot: events by lane, notes, and moods of other scales."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import NamedTuple

from ipt_tui.ipt.categories import Lane
from ipt_tui.ipt.categories import lane as lane_of
from ipt_tui.ipt.timeline import EventEntry, JottingEntry, MoodEntry
from ipt_tui.ipt.timeline_axis import Axis, day, instant
from ipt_tui.ipt.timeline_sheet import OF_LANE, VEIL, Part, Run, Sheet

NOTE = "·"
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


def numbers(sheet: Sheet, axis: Axis, row: int, moods: Sequence[MoodEntry]) -> None:
    """Draw moods of other scales as their numbers, counted where they would touch."""
    widest = max(len(f"×{len(moods)}"), *(len(str(mood.value)) for mood in moods))
    groups: list[tuple[int, list[MoodEntry]]] = []
    for mood in moods:
        column = max(axis.left, min(axis.column(instant(mood.when)), axis.right - widest))
        if groups and column <= groups[-1][0] + widest:
            groups[-1][1].append(mood)
        else:
            groups.append((column, [mood]))
    for column, here in groups:
        text, part = f"×{len(here)}", Part.COUNT
        if len(here) == 1:
            veiled = here[0].veiled
            text, part = (VEIL, Part.VEILED) if veiled else (str(here[0].value), Part.NUMBER)
        sheet.put(row, column, Run(text, part, here[0].uid, len(here)), len(text))
        sheet.stand((mood.uid for mood in here), row, column)

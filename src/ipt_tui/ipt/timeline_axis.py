"""The time axis: which column a day stands in, and which days are named under it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from ipt_tui.ipt.edtf import MONTHS, WEEKDAYS, later
from ipt_tui.ipt.moments import Moment
from ipt_tui.ipt.timeline_marks import SessionMark
from ipt_tui.ipt.timeline_sheet import Part, Run, Sheet

NOON = 0.5
MINUTES = 24 * 60
END_OF_DAY = 1 - 1 / MINUTES
APART = 2
"""Cells between two labels."""
TICK, TODAY_TICK, SESSION, CORNER, RULE, BREAK = "┬", "┻", "┴", "└", "─", "≈"
TODAY = "today"


class Tick(NamedTuple):
    """A day that is named on the axis."""

    column: int
    label: str


class Piece(NamedTuple):
    """A stretch of the axis on which every day takes the same room."""

    first: date
    days: int
    left: int
    width: int


@dataclass(frozen=True, slots=True)
class Axis:
    """Days from left to right, in pieces that follow each other; sizes in cells."""

    pieces: tuple[Piece, ...]

    @property
    def left(self) -> int:
        """The first column."""
        return self.pieces[0].left

    @property
    def right(self) -> int:
        """The column after the last."""
        return self.pieces[-1].left + self.pieces[-1].width

    def dot(self, at: float, dots: int = 2) -> int:
        """Return the column of a time in days (see `day`), in parts of a cell; kept on the axis."""
        for piece in self.pieces:
            into = at - piece.first.toordinal()
            if into < piece.days:
                break
        first, last = piece.left * dots, (piece.left + piece.width) * dots - 1
        if into <= 0:
            return first
        return min(last, first + int(into * piece.width * dots / piece.days))

    def column(self, at: float) -> int:
        """Return the column of a time in days, in cells."""
        return self.dot(at, 1)

    def span(self, first: date, last: date) -> tuple[int, int]:
        """Return the first and the last column of some days."""
        return self.column(first.toordinal()), self.column(last.toordinal() + END_OF_DAY)

    def ticks(self) -> Iterator[Tick]:
        """Yield the days that are named, as many as have room."""
        for piece, after in pairwise((*self.pieces, None)):
            found = _ticks(self, piece) if piece else ()
            end = after.left if after else self.right
            yield from (tick for tick in found if after is None or tick.column + 4 < end)


def day(day: date, part: float = NOON) -> float:
    """Return a day as a time in days."""
    return day.toordinal() + part


def instant(moment: Moment) -> float:
    """Return a moment as a time in days; what was after midnight stands at the end of its day."""
    at, lived = moment.at, moment.day
    if at.day != lived.day:
        return lived.toordinal() + END_OF_DAY
    return lived.toordinal() + (at.hour * 60 + at.minute) / MINUTES


def draw(
    sheet: Sheet,
    axis: Axis,
    row: int,
    rows: int,
    today: date,
    sessions: Sequence[SessionMark] = (),
) -> None:
    """Draw the axis on one or two rows: the line, and the names of days in it or under it.

    In the line stand the sessions: "s8", where that has no room a tick upwards.
    """
    sheet.letters(row, axis.left - 1, CORNER + RULE * (axis.right - axis.left), Part.AXIS)
    last = axis.pieces[-1]
    shown = today if 0 <= (today - axis.pieces[0].first).days < _days(axis) else None
    taken: list[tuple[int, int]] = []
    if shown:
        column = axis.column(day(shown))
        sheet.put(row, column, Run(TODAY_TICK, Part.TODAY))
        start = min(column + (rows == 1), axis.right - len(TODAY))
        if start >= axis.left:
            sheet.letters(row + rows - 1, start, TODAY, Part.TODAY)
            taken.append((start, start + len(TODAY)))
    for tick in axis.ticks():
        start, end = tick.column + (rows == 1), tick.column + (rows == 1) + len(tick.label)
        if end <= axis.right and all(end < a or start > b for a, b in taken):
            if tick.column != (shown and axis.column(day(shown))):
                sheet.put(row, tick.column, Run(TICK, Part.AXIS))
            sheet.letters(row + rows - 1, start, tick.label, Part.WORDS)
            taken.append((start, end))
    if len(axis.pieces) > 1:
        sheet.put(row, last.left - 1, Run(BREAK, Part.AXIS))
    _sessions(sheet, axis, row, sessions)


def _sessions(sheet: Sheet, axis: Axis, row: int, sessions: Sequence[SessionMark]) -> None:
    """Draw sessions in the line, where nothing but the line and its ticks is."""
    cells = sheet.cells(row) if row < sheet.height else []
    line = [cell is not None and cell.part is Part.AXIS for cell in cells]
    for each in sessions:
        at, text = axis.column(instant(each.when)), f"s{each.number}"
        if at + len(text) > axis.right or not all(line[at - 1 : at + len(text) + 1]):
            text = SESSION
        if line[at : at + 1] == [True]:
            sheet.letters(row, at, text, Part.SESSION)
            line[at : at + len(text)] = [False] * len(text)


def _days(axis: Axis) -> int:
    return sum(piece.days for piece in axis.pieces)


Level = tuple[Callable[[date, date], Iterator[date]], Callable[[date], str]]
"""Days that could be named, and how they are."""


def _ticks(axis: Axis, piece: Piece) -> tuple[Tick, ...]:
    """Return the ticks of the finest level at which the names have room."""
    end = piece.first + timedelta(days=piece.days - 1)
    found: tuple[Tick, ...] = ()
    for days, name in _levels(piece.days):
        found = tuple(Tick(axis.column(at.toordinal()), name(at)) for at in days(piece.first, end))
        apart = pairwise(found)
        if all(b.column - a.column >= len(a.label) + APART for a, b in apart):
            break
    return found


def _levels(days: int) -> Iterator[Level]:
    if days <= 14:
        yield _weeks(1, every_day=True), lambda at: f"{WEEKDAYS[at.weekday()][:3]} {at.day}"
        yield _weeks(1, every_day=True), lambda at: f"{at.day}"
    if days <= 400:
        yield from ((_weeks(step), _day_and_month) for step in (1, 2, 4))
    if days <= 1200:
        yield _months(1), _month
    yield from ((_months(step), _month) for step in (3, 6) if days <= 3000)
    yield from ((_months(12 * step), lambda at: str(at.year)) for step in (1, 2, 5, 10, 20, 50))


def _day_and_month(at: date) -> str:
    return f"{at.day} {MONTHS[at.month - 1][:3]}"


def _month(at: date) -> str:
    return str(at.year) if at.month == 1 else MONTHS[at.month - 1][:3]


def _weeks(step: int, *, every_day: bool = False) -> Callable[[date, date], Iterator[date]]:
    """Return what yields every day, or every so-manieth Monday."""

    def days(first: date, last: date) -> Iterator[date]:
        apart = 1 if every_day else 7 * step
        start = first.toordinal() + (0 if every_day else -first.weekday() % 7)
        return map(date.fromordinal, range(start, last.toordinal() + 1, apart))

    return days


def _months(step: int) -> Callable[[date, date], Iterator[date]]:
    """Return what yields the first days of every so-manieth month."""

    def days(first: date, last: date) -> Iterator[date]:
        start = first if first.day == 1 else later(first, 1)
        if step < 12:
            start = later(start, -(start.month - 1) % step)
        else:
            years = step // 12
            year = start.year + (start.month > 1)
            start = date(year + -year % years, 1, 1)
        while start <= last:
            yield start
            start = later(start, step)

    return days

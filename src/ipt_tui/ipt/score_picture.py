"""The scores of one measure as a picture: over time, with what their authors call them beside.

Higher numbers stand higher. Sessions stand under the axis, moods behind as quiet dots, over the
whole height on a scale of their own, its better end where that of the scores is: see `legend`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from ipt_tui.ipt import timeline_axis
from ipt_tui.ipt.braille import DOWN, Canvas, line
from ipt_tui.ipt.instrument import Better, told
from ipt_tui.ipt.text import one_line
from ipt_tui.ipt.timeline_axis import Axis, Piece
from ipt_tui.ipt.timeline_sheet import Part, Run, Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ipt_tui.ipt.instrument import Band, Instrument
    from ipt_tui.ipt.measures import MeasureLine, Response
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.scales import Scale
    from ipt_tui.ipt.text import Measure
    from ipt_tui.ipt.timeline_sheet import Row

POINT, MOOD, BOUND = "●", "·", "┈"
SESSION = "session"
_LEFT = len(SESSION) + 2
_LONGEST_BAND = 20
_BELOW = 3
"""Rows under the plot: the axis, its names, the sessions."""
_FEWEST_ROWS, _FEWEST_CELLS = 4, 20
_FEWEST_DAYS = 14
_BEFORE = 2
"""Days left free before the first score."""


@dataclass(frozen=True, slots=True)
class Behind:
    """What stands behind scores: sessions held, and moods on one scale, oldest first."""

    sessions: tuple[tuple[date, int], ...] = ()
    moods: tuple[tuple[Moment, int], ...] = ()
    scale: Scale | None = None


@dataclass(frozen=True, slots=True)
class ScorePicture:
    """Rows of the picture, and the column and row of every score by its uid."""

    rows: tuple[Row, ...] = ()
    places: tuple[tuple[str, int, int], ...] = ()

    def at(self, row: int, column: int) -> str | None:
        """Return the uid of the score nearest to a cell, None where none is within three."""
        near = ((abs(c - column) + abs(r - row), uid) for uid, c, r in self.places)
        far, uid = min(near, default=(_LEFT, ""))
        return uid if far <= 3 else None


def legend(instrument: Instrument | None, behind: Behind) -> str:
    """Say what the quiet dots are and which way up they stand, "" where there are none."""
    if behind.scale is None or not behind.moods:
        return ""
    scale = behind.scale
    low = f"{scale.low} {scale.low_words}".strip()
    high = f"{scale.high} {scale.high_words}".strip()
    top, foot = (low, high) if _turned(instrument, scale) else (high, low)
    return f"{MOOD} behind it: moods, on their own scale, {top} at the top, {foot} at the foot."


def _turned(instrument: Instrument | None, scale: Scale) -> bool:
    """Whether low moods stand at the top: where scores get better downwards, moods do too."""
    better = instrument.better if instrument else Better.NEITHER
    return better is not Better.NEITHER and (better is Better.LOW) != (scale.better == "low")


def picture(
    shown: MeasureLine,
    behind: Behind,
    today: date,
    size: tuple[int, int],
    measure: Measure,
    lit: str | None = None,
    *,
    bands: bool = True,
) -> ScorePicture:
    """Return the picture of the scores that can be compared; an empty one where there is no room.

    Args:
        shown: The measure.
        behind: What stands behind the scores.
        today: The last day shown.
        size: Width and height in cells.
        measure: Returns how many cells a text takes.
        lit: The uid of the score that is lit.
        bands: Whether to name the bands of the authors.
    """
    width, height = size
    instrument, scores = shown.instrument, shown.compared
    plot = height - _BELOW
    if instrument is None or not scores or plot < _FEWEST_ROWS:
        return ScorePicture()
    named = instrument.bands if bands and _told_apart(instrument, plot) else ()
    right = min(_LONGEST_BAND, max((measure(band.words) + 2 for band in named), default=0))
    if width - _LEFT - right < _FEWEST_CELLS:
        return ScorePicture()
    sheet = Sheet(width, height)
    axis = _axis(scores[0].day, max(today, scores[-1].day), width - _LEFT - right)
    timeline_axis.draw(sheet, axis, plot, 2, today)
    _sessions(sheet, axis, plot + 2, behind)
    rows = {each.uid: _standing(instrument, each.total or 0, plot, named) for each in scores}
    places = tuple(_points(sheet, axis, rows, scores, lit))
    _joined(sheet, axis, plot, rows, scores)
    _moods(sheet, axis, plot, instrument, behind)
    _numbers(sheet, axis, plot, instrument)
    if named:
        _bands(sheet, axis, plot, instrument, measure)
    return ScorePicture(sheet.rows(), places)


def _axis(first: date, last: date, width: int) -> Axis:
    first = min(first - timedelta(days=_BEFORE), last - timedelta(days=_FEWEST_DAYS))
    days = (last - first).days + 1
    return Axis((Piece(first, days, _LEFT, width),))


def _down(value: float, low: float, high: float, steps: int) -> int:
    """Return how many of `steps` a value lies below the top."""
    return round((high - max(low, min(value, high))) / (high - low or 1) * (steps - 1))


def _row(instrument: Instrument, value: float, plot: int) -> int:
    return _down(value, instrument.lowest, instrument.highest, plot)


def _told_apart(instrument: Instrument, plot: int) -> bool:
    """Whether every band begins on a row of its own; else a score would seem to be in another."""
    return len({_row(instrument, band.low, plot) for band in instrument.bands}) == len(
        instrument.bands
    )


def _standing(instrument: Instrument, total: float, plot: int, named: Sequence[Band]) -> int:
    """Return the row of a score: below the line that it does not reach."""
    lines = [_row(instrument, band.low, plot) for band in named if band.low > total]
    return max(_row(instrument, total, plot), max(lines, default=-1) + 1)


def _points(
    sheet: Sheet,
    axis: Axis,
    rows: Mapping[str, int],
    scores: Sequence[Response],
    lit: str | None,
) -> list[tuple[str, int, int]]:
    """Draw the scores, then the numbers of those that have room: the lit one's, then the newest."""
    places = []
    for each in sorted(scores, key=lambda one: one.uid == lit):
        row, column = rows[each.uid], axis.column(timeline_axis.instant(each.at))
        places.append((each.uid, column, row))
        sheet.put(row, column, Run(POINT, Part.LIT if each.uid == lit else Part.MOOD, each.uid, 1))
    said = {each.uid: told(each.total or 0) for each in scores}
    for uid, column, row in reversed(places):
        part, text = Part.LIT if uid == lit else Part.NUMBER, said[uid]
        for words, start in ((f" {text}", column + 1), (f"{text} ", column - len(text) - 1)):
            if start >= axis.left and sheet.free(row, start, len(words)):
                sheet.letters(row, start, words, part, uid)
                break
    return places


def _joined(
    sheet: Sheet, axis: Axis, plot: int, rows: Mapping[str, int], scores: Sequence[Response]
) -> None:
    if len(scores) > (axis.right - axis.left) // 2:  # there would be nothing but dots
        return
    canvas = Canvas(axis.right, plot)
    dots = [
        (
            float(axis.dot(timeline_axis.instant(each.at))),
            float(rows[each.uid] * DOWN + 1),
        )
        for each in scores
    ]
    for start, end in pairwise(dots):
        canvas.put(line(start, end, 2.0))
    for row, (text, _) in enumerate(canvas.rows()):
        for column, sign in enumerate(text):
            if sign != " ":
                sheet.fill(row, column, sign, Part.LINE)


def _moods(sheet: Sheet, axis: Axis, plot: int, instrument: Instrument, behind: Behind) -> None:
    if behind.scale is None:
        return
    low, high = behind.scale.low, behind.scale.high
    turned = _turned(instrument, behind.scale)
    for at, value in behind.moods:
        when = timeline_axis.instant(at)
        if when >= axis.pieces[0].first.toordinal():
            down = _down(value, low, high, plot)
            row = plot - 1 - down if turned else down
            sheet.fill(row, axis.column(when), MOOD, Part.FAINT)


def _numbers(sheet: Sheet, axis: Axis, plot: int, instrument: Instrument) -> None:
    """Draw the line at the left, and the numbers at its ends."""
    for row in range(plot):
        sheet.put(row, axis.left - 1, Run("│", Part.AXIS))
    for value in (instrument.highest, instrument.lowest):
        _number(sheet, axis, _row(instrument, value, plot), value)


def _number(sheet: Sheet, axis: Axis, row: int, value: float) -> bool:
    """Write a number at the left; return whether there was room."""
    text = told(value)
    start = axis.left - 2 - len(text)
    if start < 0 or not sheet.free(row, 0, axis.left - 1):
        return False
    sheet.put(row, axis.left - 1, Run("┤", Part.AXIS))
    sheet.letters(row, start, text, Part.WORDS)
    return True


def _bands(sheet: Sheet, axis: Axis, plot: int, instrument: Instrument, measure: Measure) -> None:
    """Draw where each band begins, its lowest score at the left, its words at the right."""
    room = sheet.width - axis.right - 1
    for band in instrument.bands:
        row = _row(instrument, band.low, plot)
        words = one_line(band.words, room, measure)
        sheet.put(row, axis.right + 1, Run(words, Part.WORDS), measure(words))
        if band.low > instrument.lowest:
            sheet.fill(row, axis.left, BOUND * (axis.right - axis.left), Part.AXIS)
            _number(sheet, axis, row, band.low)


def _sessions(sheet: Sheet, axis: Axis, row: int, behind: Behind) -> None:
    """Write the numbers of the sessions under their days, as many as have room."""
    first, end = axis.pieces[0].first, axis.left - 1
    shown = [(day, number) for day, number in behind.sessions if day >= first]
    if shown:
        sheet.letters(row, axis.left - 1 - len(SESSION), SESSION, Part.WORDS)
    for day, number in shown:
        column, text = axis.column(timeline_axis.day(day)), str(number)
        if column > end and column + len(text) <= axis.right:
            sheet.letters(row, column, text, Part.NOTE)
            end = column + len(text)

"""The picture of a timeline, row by row: what stands there and whose it is.

Colours and what is lit are not in it, so it is made once for a timeline and a size. What is too
narrow gives way in this order: rows of spells, the row of notes, the rows of measures, the row of
the axis' names, the lanes; and only where signs meet are entries counted instead of drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from ipt_tui.ipt import timeline_axis, timeline_lanes, timeline_plot, timeline_spells
from ipt_tui.ipt.categories import Lane
from ipt_tui.ipt.life_picture import draw_life
from ipt_tui.ipt.scales import Scale
from ipt_tui.ipt.text import Measure, cells, one_line
from ipt_tui.ipt.timeline import EventEntry, MoodEntry, Timeline, Zoom
from ipt_tui.ipt.timeline_axis import Axis, Piece
from ipt_tui.ipt.timeline_lanes import Sign
from ipt_tui.ipt.timeline_lit import Picture
from ipt_tui.ipt.timeline_plot import Plot
from ipt_tui.ipt.timeline_sheet import Part, Run, Sheet
from ipt_tui.ipt.timeline_spells import Bar

EASY, LOWEST = 6, 4
"""Rows in which a plot reads easily, and in which it can still be read."""
ROOMY = 11
"""The most rows for which others give way so that each number of a scale has its own."""
MERGED = "events"
NOTES = "notes"
SPELLS = "spells"
SCORES = "scores"
MOST_MEASURES = 3
"""So many measures may have a row each; more share one."""
NUMBERS = "other scale"
NARROW, WIDE = 50, 90
"""Cells across below which rows have no names, and from which the gutter may be wide."""
ONSET_WORDS = "onset"


@dataclass(frozen=True, slots=True)
class _Rows:
    """What stands under the plot, row by row."""

    axis: int
    spells: list[list[Bar]]
    signs: list[tuple[str, list[Sign]]]
    numbers: list[tuple[str, list[Sign]]]
    """Rows of numbers: the scores of each measure, and moods of other scales."""

    @property
    def height(self) -> int:
        return self.axis + len(self.spells) + len(self.signs) + len(self.numbers)


def picture(
    timeline: Timeline, width: int, height: int, top: int = 0, measure: Measure = cells
) -> Picture:
    """Return the picture of a timeline on `width` × `height` cells.

    Args:
        timeline: What is to be drawn.
        width: Cells across.
        height: Cells down.
        top: In a whole life, how many of its rows lie above the picture.
        measure: How many cells a text takes.
    """
    sheet = Sheet(max(0, width), max(0, height))
    if width < 1 or height < 1:
        return Picture(sheet, timeline)
    if timeline.window.zoom is Zoom.LIFE:
        return draw_life(sheet, timeline, top, measure)
    scale, moods, others = timeline_plot.split(timeline)
    left = _gutter(scale, bool(others), width, measure) + 2
    window = timeline.window
    axis = Axis((Piece(window.first, window.days, left, max(1, width - left)),))
    rows = _rows(timeline, axis, scale, others, height, measure)
    plot = Plot(scale, axis, max(1, height - rows.height))
    timeline_plot.draw(sheet, plot, moods, timeline, measure)
    _onset(sheet, plot, timeline, measure)
    row = plot.height
    timeline_axis.draw(sheet, axis, row, rows.axis, window.today, timeline.sessions)
    _undated(sheet, row + rows.axis - 1, left - 2, timeline.events)
    _under(sheet, axis, row + rows.axis, rows, measure)
    return Picture(sheet, timeline, plot.height, left)


def _gutter(scale: Scale, others: bool, width: int, measure: Measure) -> int:
    """Return the cells left of the axis: for the words of the scale and the names of rows."""
    longest = 16 if width >= WIDE else 9 if width >= NARROW else 7
    names = 0 if width < NARROW else len(NUMBERS) if others and width >= WIDE else 8
    return max(names, timeline_plot.gutter(scale, longest, measure))


def _rows(
    timeline: Timeline,
    axis: Axis,
    scale: Scale,
    others: list[MoodEntry],
    height: int,
    measure: Measure,
) -> _Rows:
    """Return the rows under the plot, as many as leave it room."""
    events = timeline_lanes.events(timeline.events, axis)
    notes = timeline_lanes.jottings(timeline.jottings, axis)
    lanes = [(lane.label, signs) for lane, signs in events.items()]
    rest = events.pop(Lane.OTHER, []) + notes
    fewer = [(lane.label, signs) for lane, signs in events.items()]
    fewer += [(Lane.OTHER.label if lanes[len(fewer) :] else NOTES, rest)] if rest else []
    merged = [(MERGED, list(chain.from_iterable(signs for _, signs in fewer)))] if fewer else []
    bars = [timeline_spells.rows(timeline.spells, axis, most, measure) for most in (4, 2, 1)]
    room = axis.left - 2
    moods = [(NUMBERS if room >= len(NUMBERS) else "scales", timeline_lanes.moods(others, axis))]
    of_others = moods if others else []
    apart = [
        (one_line(name, room, measure), timeline_lanes.scores(scores, axis))
        for name, scores in timeline.measured.items()
    ]
    at_once = [(SCORES, timeline_lanes.score_signs(timeline.scores, axis))] if apart else []
    if len(apart) > MOST_MEASURES:
        apart, lanes = [], lanes + at_once
    named = [(NOTES, notes)] if notes else []
    rows = _Rows(2, bars[0], lanes + named, apart + of_others)
    each = scale.high - scale.low + 1
    roomy = each if each <= ROOMY else EASY
    few = replace(rows, spells=bars[2], signs=fewer + at_once, numbers=of_others)
    least = replace(few, axis=1, signs=merged + at_once)
    for enough, narrower in (
        (roomy, replace(rows, spells=bars[1])),
        (roomy, replace(rows, spells=bars[1], signs=fewer + ([] if apart else at_once))),
        (EASY, few),
        (EASY, replace(few, axis=1)),
        (LOWEST, least),
    ):
        if height - rows.height >= enough:
            break
        rows = narrower
    return rows


def _under(sheet: Sheet, axis: Axis, row: int, rows: _Rows, measure: Measure) -> None:
    """Draw the rows under the axis, their names in the gutter."""
    for bars in rows.spells:
        more = timeline_spells.draw(sheet, row, bars)
        name = SPELLS if bars is rows.spells[0] else ""
        _name(sheet, axis, row, f"{name}+{more}" if more else name)
        row += 1
    for name, signs in rows.signs:
        timeline_lanes.signs(sheet, row, signs)
        _name(sheet, axis, row, name)
        row += 1
    for name, signs in rows.numbers:
        timeline_lanes.numbers(sheet, axis, row, signs)
        _name(sheet, axis, row, name, measure)
        row += 1


def _name(sheet: Sheet, axis: Axis, row: int, name: str, measure: Measure = len) -> None:
    """Write the name of a row in the gutter, if it has room there."""
    width = measure(name)
    if width <= axis.left - 2:
        sheet.put(row, axis.left - 2 - width, Run(name, Part.WORDS), width)


def _undated(sheet: Sheet, row: int, room: int, events: Sequence[EventEntry]) -> None:
    """Count the events without a date in the gutter of the axis."""
    uids = [event.uid for event in events if event.when is None and event.at is None]
    if uids:
        count = f"{len(uids)}"
        text = f"{count} undated" if len(count) + 8 <= room else f"+{count}"
        column = max(0, room - len(text))
        sheet.put(row, column, Run(text, Part.COUNT, uids[0], len(uids)), len(text))
        sheet.stand(uids, row, column)


def _onset(sheet: Sheet, plot: Plot, timeline: Timeline, measure: Measure) -> None:
    """Draw a line where the low mood began, if that is in the window."""
    onset, window = timeline.onset, timeline.window
    if onset is None or not (window.first <= onset.first and onset.last <= window.last):
        return
    column = timeline_spells.onset(sheet, plot.axis, onset, plot.height)
    words = timeline.onset_words or ONSET_WORDS
    for text in (one_line(words, plot.axis.right - plot.axis.left, measure), ONSET_WORDS):
        width = measure(text)
        for at in (column + 2, column - 1 - width):
            if at > plot.axis.left and sheet.free(0, at - 1, width + 1):
                sheet.put(0, at, Run(text, Part.ONSET), width)
                return

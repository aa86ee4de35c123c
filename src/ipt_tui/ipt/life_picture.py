"""A whole life as rows: an event, a spell or a measure on each, at its place in the years.

The recent years, in which the present spell began, get half of the width where the life before
them is long; a sign on the axis says where the measure changes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ipt_tui.ipt import timeline_axis, timeline_spells
from ipt_tui.ipt.categories import lane as lane_of
from ipt_tui.ipt.dates import FuzzyDate, say
from ipt_tui.ipt.entry_words import UNDATED
from ipt_tui.ipt.text import Measure, one_line
from ipt_tui.ipt.timeline import EventEntry, SpellEntry, Timeline, order
from ipt_tui.ipt.timeline_axis import Axis, Piece, instant
from ipt_tui.ipt.timeline_lanes import SCORE, span
from ipt_tui.ipt.timeline_lit import Picture
from ipt_tui.ipt.timeline_marks import ScoreMark
from ipt_tui.ipt.timeline_sheet import OF_LANE, VEIL, Part, Run, Sheet

MARKED = "✓"
GUTTER = 3
LEAST = 3
"""Rows above the axis, however few there are to fill them."""
MORE = 6
"""Cells kept at the right for how many lie above and below."""
LONG = 6
"""Years from which a life is drawn in two measures."""
ROUGH = {"~": "~", "?": "?", "%": "~"}

Line = EventEntry | SpellEntry | ScoreMark
"""A measure is known by its last score."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """Which of the lines are on the picture, and how they are drawn."""

    sheet: Sheet
    axis: Axis
    timeline: Timeline
    measure: Measure


def draw_life(sheet: Sheet, timeline: Timeline, top: int, measure: Measure) -> Picture:
    """Draw the rows of a life from `top` on, its years, and where the present spell began."""
    lines = _lines(timeline)
    dated = sum(line.first < date.max for line in lines)
    every: list[Line | None] = [
        *lines[:dated],
        *([None] if dated < len(lines) else []),
        *lines[dated:],
    ]
    head = int(timeline.onset is not None and sheet.height >= 8)
    foot = 2 if sheet.height >= 10 else 1
    room = max(0, sheet.height - head - foot)
    top = max(0, min(top, len(every) - room))
    scrolls = len(every) > room
    room = min(room, max(len(every), LEAST))
    axis = life_axis(timeline, sheet.width - GUTTER - MORE * scrolls)
    rows = _Rows(sheet, axis, timeline, measure)
    for row, line in enumerate(every[top : top + room], head):
        _draw(rows, row, line)
    _onset(sheet, axis, timeline, head, room, measure)
    timeline_axis.draw(sheet, axis, head + room, foot, timeline.window.today)
    if scrolls:
        _more(sheet, head, "↑", top)
        _more(sheet, head + room - 1, "↓", len(every) - top - room)
    uids = tuple(line.uid if line else "" for line in every)
    return Picture(sheet, timeline, lines=uids, top=top, shown=room)


def life_axis(timeline: Timeline, width: int) -> Axis:
    """Return the years of a life on `width` cells, the recent ones wider where it is long."""
    window, width = timeline.window, max(1, width)
    onset = timeline.onset.first.year if timeline.onset else window.today.year
    recent = date(max(min(onset, window.today.year), window.today.year - 3, 2) - 1, 1, 1)
    if recent.year - window.first.year < LONG or width < 20:
        return Axis((Piece(window.first, max(1, window.days), GUTTER, width),))
    before = (recent - window.first).days
    half = width // 2
    return Axis(
        (
            Piece(window.first, before, GUTTER, half),
            Piece(recent, max(1, window.days - before), GUTTER + half, width - half),
        )
    )


def _lines(timeline: Timeline) -> Sequence[Line]:
    """Return what has a row, in the order of time: what is undated comes last."""
    spells = () if timeline.person else timeline.spells
    measures = (scores[-1] for scores in timeline.measured.values())
    return sorted((*timeline.events, *spells, *measures), key=order)


def _draw(rows: _Rows, row: int, line: Line | None) -> None:
    if line is None:
        rows.sheet.letters(row, GUTTER, UNDATED, Part.WORDS)
    elif isinstance(line, SpellEntry):
        first, text = timeline_spells.bar(line, rows.axis)
        rows.sheet.letters(row, first, text, Part.SPELL, line.uid)
        _title(rows, row, line, first, len(text))
    elif isinstance(line, ScoreMark):
        _measure(rows, row, line)
    else:
        _event(rows, row, line)


def _measure(rows: _Rows, row: int, last: ScoreMark) -> None:
    """Draw every score of a measure as a sign."""
    scores = rows.timeline.measured[last.name]
    columns = [rows.axis.column(instant(each.when)) for each in scores]
    for column in columns:
        rows.sheet.put(row, column, Run(SCORE, Part.SCORE, last.uid, len(scores)))
    _title(rows, row, last, columns[0], columns[-1] - columns[0] + 1)


def _event(rows: _Rows, row: int, event: EventEntry) -> None:
    """Draw an event: its sign, over the days between which it was, and how sure that is."""
    sheet, axis = rows.sheet, rows.axis
    lane = lane_of(event.category)
    sign, part = (VEIL, Part.VEILED) if event.veiled else (lane.glyph, OF_LANE[lane])
    if event.near_onset:
        sheet.put(row, 0, Run(MARKED, Part.MARK))
    if event.at is not None:
        first = last = axis.column(instant(event.at))
    elif event.when is None:
        first = last = axis.left
    else:
        first, last = axis.span(event.when.first, event.when.last)
    middle = (first + last) // 2
    if last - first < 2:
        first = last = middle
    sheet.letters(row, first, span(last - first + 1), Part.SPAN, event.uid)
    sheet.put(row, middle, Run(sign, part, event.uid, 1))
    rough = ROUGH.get(event.when.edtf[-1:], "") if event.when and event.at is None else ""
    if rough and first > axis.left:
        first -= 1
        sheet.put(row, first, Run(rough, Part.SPAN, event.uid, 1))
    _title(rows, row, event, first, last - first + 1)


def _title(rows: _Rows, row: int, line: Line, first: int, width: int) -> None:
    """Write the title right of a sign, or left of it where there is more room."""
    sheet, axis = rows.sheet, rows.axis
    sheet.stand((line.uid,), row, first)
    if line.veiled:
        return
    end = first + width
    after, before = axis.right - end - 1, first - 1 - axis.left
    said = line.title if isinstance(line, EventEntry) else line.name
    whole = one_line(said, sheet.width, rows.measure)
    wide = rows.measure(whole)
    title = one_line(whole, max(0, after, before), rows.measure)
    at = end + 1 if after >= min(wide, before) else first - 1 - rows.measure(title)
    sheet.put(row, at, Run(title, Part.TITLE, line.uid, 1), rows.measure(title))


def _onset(
    sheet: Sheet, axis: Axis, timeline: Timeline, head: int, room: int, measure: Measure
) -> None:
    """Draw a dotted line down from the words for how the present spell began."""
    onset = timeline.onset
    if onset is None or not head:
        return
    column = timeline_spells.onset(sheet, axis, onset, head + room)
    words = _words(timeline, onset)
    after, before = sheet.width - column - 2, column - 1
    text = one_line(words, max(0, after, before), measure)
    at = column + 2 if after >= min(measure(words), before) else column - 1 - measure(text)
    sheet.put(0, at, Run(text, Part.ONSET), measure(text))


def _words(timeline: Timeline, onset: FuzzyDate) -> str:
    return f"low mood began {timeline.onset_words or say(onset)}"


def _more(sheet: Sheet, row: int, arrow: str, count: int) -> None:
    """Say at the right how many rows lie above or below the picture."""
    text = f"{arrow}{count}"
    if count > 0:
        sheet.letters(row, sheet.width - len(text), text, Part.WORDS)

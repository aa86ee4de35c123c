"""The moods of one scale as points, joined by braille dots only where they lie close together.

Points are drawn for each column, never for each mood, so that ten thousand cost little more than
ten.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ipt_tui.ipt.braille import Canvas, Dot, line
from ipt_tui.ipt.scales import Scale
from ipt_tui.ipt.text import Measure, one_line
from ipt_tui.ipt.timeline import MoodEntry, Timeline
from ipt_tui.ipt.timeline_axis import Axis, day, instant
from ipt_tui.ipt.timeline_sheet import VEIL, Part, Run, Sheet

JOINED = 2
"""Days from one mood to the next over which they are joined; longer gaps stay gaps."""
LOOSE = 3
"""Points in one column up to which each has its sign; of more only the highest and lowest."""
POINT, POINTS, OTHERS, RANGE = "•", "◉", "◦", "╎"
SINCE = "since"

Group = tuple[int, Sequence[MoodEntry]]
"""A column of dots and its moods in the order of time."""
Standing = dict[int, dict[int, list[MoodEntry]]]
"""The moods of a plot by column and row."""


def split(timeline: Timeline) -> tuple[Scale, list[MoodEntry], list[MoodEntry]]:
    """Return the scale most moods have, the moods on it, and those on other scales.

    Where two are used as often it is the one that is asked for now.
    """
    every = {id(mood.scale): mood.scale for mood in timeline.moods}
    counts: Counter[Scale] = Counter()
    for key, count in Counter(id(mood.scale) for mood in timeline.moods).items():
        counts[every[key]] += count
    scale = max(counts, key=lambda one: (counts[one], one == timeline.scale, one), default=None)
    if scale is None:
        return timeline.scale, [], []
    if len(counts) == 1:
        return scale, list(timeline.moods), []
    same = {key for key, one in every.items() if one == scale}
    plotted = [mood for mood in timeline.moods if id(mood.scale) in same]
    return scale, plotted, [mood for mood in timeline.moods if id(mood.scale) not in same]


@dataclass(frozen=True, slots=True)
class Plot:
    """Where the numbers of a scale stand: over `height` rows, growing upwards."""

    scale: Scale
    axis: Axis
    height: int

    def down(self, value: int) -> int:
        """Return how many dots a number lies below the top of the plot.

        Where every number has a row of its own it is the middle of that row, so that the line
        meets the points; on fewer rows the line tells apart what the points cannot.
        """
        low, high = self.scale.low, self.scale.high
        share = (high - max(low, min(value, high))) / max(1, high - low)
        if high - low < self.height:
            return 4 * round(share * (self.height - 1)) + 1
        return round(1.5 + share * 4 * (self.height - 1))

    def row(self, value: int) -> int:
        """Return the row a number stands on."""
        return self.down(value) // 4


def gutter(scale: Scale, limit: int, measure: Measure) -> int:
    """Return how many cells the numbers and words at the ends of a scale take, at most `limit`."""
    return min(limit, max(measure(f"{words} {number}") for number, words in _ends(scale)))


def draw(
    sheet: Sheet, plot: Plot, moods: Sequence[MoodEntry], timeline: Timeline, measure: Measure
) -> None:
    """Draw the axis of the scale, the line and the points."""
    _scale(sheet, plot, measure)
    groups = tuple(columns(moods, plot.axis))
    standing = _standing(plot, groups)
    crowded = frozenset(column for column, rows in standing.items() if len(rows) > LOOSE)
    canvas = Canvas(plot.axis.right, plot.height)
    canvas.put(_line(plot, groups, crowded))
    for row, (text, _) in enumerate(canvas.rows()):
        for column, sign in enumerate(text):
            if sign != " ":
                sheet.put(row, column, Run(sign, Part.LINE))
    _points(sheet, standing, crowded, timeline)


def columns(moods: Sequence[MoodEntry], axis: Axis) -> Iterator[Group]:
    """Yield the moods of each column of dots, looking only for where columns end."""

    def column(mood: MoodEntry) -> int:
        return axis.dot(instant(mood.when))

    start = 0
    while start < len(moods):
        across, end = column(moods[start]), start + 1
        if end < len(moods) and column(moods[end]) <= across:
            end = bisect_right(moods, across, end + 1, key=column)
        yield across, moods[start:end]
        start = end


def _ends(scale: Scale) -> tuple[tuple[int, str], tuple[int, str]]:
    return (scale.high, scale.high_words), (scale.low, scale.low_words)


def _scale(sheet: Sheet, plot: Plot, measure: Measure) -> None:
    """Draw the axis at the left: both ends with their words, and the middle where it has a row."""
    left = plot.axis.left - 1
    for row in range(plot.height):
        sheet.put(row, left, Run("│", Part.AXIS))
    middle = (plot.scale.low + plot.scale.high) // 2
    for number, words in ((middle, ""), *reversed(_ends(plot.scale))):
        digits = str(number)
        room = left - 1 - len(digits) - 1
        said = one_line(words, room, measure)
        text = f"{said} {digits}" if said else digits
        width = measure(text)
        row = plot.row(number)
        sheet.put(row, left, Run("┤", Part.AXIS))
        sheet.put(row, left - 1 - width, Run(text, Part.WORDS), width)


def _line(plot: Plot, groups: Sequence[Group], crowded: frozenset[int]) -> Iterator[Dot]:
    """Yield the dots of the line: in each column from its lowest to its highest, and between.

    A mood of the days since some date is flat over them, and nothing leads up to it. Between and
    in crowded columns there would be nothing but dots.
    """
    before: tuple[int, MoodEntry] | None = None
    for across, group in groups:
        first, last = group[0], group[-1]
        full = across // 2 in crowded
        if len(group) > 1 and not full:
            downs = [plot.down(mood.value) for mood in group]
            yield from ((across, down) for down in range(min(downs), max(downs) + 1))
        if before and _joined(before[1], first) and not (full and before[0] // 2 in crowded):
            start = float(before[0]), float(plot.down(before[1].value))
            yield from line(start, (float(across), float(plot.down(first.value))))
        before = across, last
    for mood in (mood for _, group in groups for mood in group if mood.kind == SINCE):
        if mood.since:
            ends = plot.axis.dot(day(mood.since, 0)), plot.axis.dot(instant(mood.when))
            yield from ((across, plot.down(mood.value)) for across in range(ends[0], ends[1] + 1))


def _joined(earlier: MoodEntry, later: MoodEntry) -> bool:
    return later.kind != SINCE and (later.when.day - earlier.when.day).days <= JOINED


def _standing(plot: Plot, groups: Sequence[Group]) -> Standing:
    """Return the moods of each column, by row."""
    row_of = {
        value: plot.row(value) for value in {mood.value for _, group in groups for mood in group}
    }
    standing: Standing = {}
    for across, group in groups:
        rows = standing.setdefault(across // 2, {})
        for mood in group:
            rows.setdefault(row_of[mood.value], []).append(mood)
    return standing


def _points(sheet: Sheet, standing: Standing, crowded: frozenset[int], timeline: Timeline) -> None:
    """Draw the points; of a crowded column the highest and lowest, with a line through the rest."""
    for column, rows in standing.items():
        top, bottom = min(rows), max(rows)
        if column in crowded:
            for row in range(top + 1, bottom):
                sheet.put(row, column, Run(RANGE, Part.LINE))
        for row, here in rows.items():
            sheet.stand((mood.uid for mood in here), row, column)
            if column in crowded and row not in (top, bottom):
                sheet.put(row, column, Run(RANGE, Part.LINE, here[0].uid, len(here)))
            else:
                sheet.put(row, column, _point(here, timeline))


def _point(moods: Sequence[MoodEntry], timeline: Timeline) -> Run:
    """Return the sign for the moods of one cell; the first that names the person stands for all."""
    named = moods if timeline.person is None else [m for m in moods if m.uid in timeline.naming]
    shown = (named or moods)[0]
    if all(mood.veiled for mood in named or moods):
        return Run(VEIL, Part.VEILED, shown.uid, len(moods))
    if not named:
        return Run(OTHERS, Part.FAINT, shown.uid, len(moods))
    return Run(POINT if len(moods) == 1 else POINTS, Part.MOOD, shown.uid, len(moods))

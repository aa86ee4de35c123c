"""A drawn timeline: what stands at a cell, and how a row looks while an entry is lit."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from ipt_tui.ipt.timeline import MoodEntry, SpellEntry, Timeline
from ipt_tui.ipt.timeline_sheet import BLANK, Cells, Part, Place, Row, Run, Sheet, begins, put, runs

CAPS = "▐", "▌"
GUIDE = "│"
REACH = 1
"""Cells beside a sign at which a click still means it."""
UNDER_CAP = frozenset((Part.SPACE, Part.LINE, Part.SPAN, Part.ONSET, Part.SPELL))
"""What a cap may hide while it is shown."""


@dataclass(frozen=True)
class Picture:
    """A drawn timeline.

    `plot` is how many rows the plot of moods takes from the top, 0 where there is none, and
    `left` the first column of its days. In a whole life `lines` are the entries in the order of
    their rows, the undated ones last ("" is their heading); `top` of those rows lie above the
    picture and `shown` are on it.
    """

    sheet: Sheet
    timeline: Timeline
    plot: int = 0
    left: int = 0
    lines: tuple[str, ...] = ()
    top: int = 0
    shown: int = 0

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows from the top; each fills the width to the cell."""
        return self.sheet.rows()

    def place(self, uid: str | None) -> Place | None:
        """Return where an entry is drawn, None where it is not."""
        return self.sheet.places.get(uid or "")

    @cached_property
    def _standing(self) -> dict[Place, list[str]]:
        standing: dict[Place, list[str]] = {}
        for uid, place in self.sheet.places.items():
            standing.setdefault(place, []).append(uid)
        return standing

    def at(self, row: int, column: int, before: str | None = None) -> str | None:
        """Return whose sign is at a cell or next to it, None where nobody's is.

        Where a sign stands for several it is the one after `before`, so that clicking goes
        through them.
        """
        if not 0 <= row < self.sheet.height:
            return None
        line = self.sheet.cells(row)
        for beside in sorted(range(-REACH, REACH + 1), key=abs):
            cell = _piece(line, column + beside)
            if cell.uid:
                here = self._standing.get(self.sheet.places[cell.uid], [cell.uid])
                next_ = here.index(before) + 1 if before in here else here.index(cell.uid)
                return here[next_ % len(here)]
        return None

    def lit(self, uid: str | None) -> dict[int, Row]:
        """Return the rows that look different while an entry is lit.

        In the plot a line guides the eye through its column, and a mood has its number beside it.
        """
        place, entry = self.place(uid), self.timeline.entry(uid)
        if uid is None or place is None or entry is None:
            return {}
        cells = self.sheet.cells(place.row)
        if not self.plot or isinstance(entry, SpellEntry):
            _light_all(cells, uid, place.column)
            return {place.row: runs(cells)}
        rows = self._guide(place) if place.column >= self.left else {}
        value = str(entry.value) if isinstance(entry, MoodEntry) and place.row < self.plot else ""
        _light(cells, place.column, value)
        return rows | {place.row: runs(cells)}

    def _guide(self, place: Place) -> dict[int, Row]:
        """Return the rows of the line through a column: over the plot, and down to the sign."""
        rows: dict[int, Row] = {}
        for row in range(max(self.plot, place.row)):
            at = bisect_right(self._begins[row], place.column) - 1
            part = self.rows[row][at].part
            if part is Part.SPACE:
                rows[row] = self._split(row, at, place.column)
            elif part is Part.ONSET:
                cells = self.sheet.cells(row)
                put(cells, place.column, Run(GUIDE, Part.GUIDE))
                rows[row] = runs(cells)
        return rows

    def _split(self, row: int, at: int, column: int) -> Row:
        """Return a row with the guide in one of its blank runs, whose letters take a cell each."""
        blank, cut = self.rows[row][at], column - self._begins[row][at]
        before, after = blank.text[:cut], blank.text[cut + 1 :]
        pieces = (blank._replace(text=before), Run(GUIDE, Part.GUIDE), blank._replace(text=after))
        whole = (*self.rows[row][:at], *pieces, *self.rows[row][at + 1 :])
        return tuple(run for run in whole if run.text)

    @cached_property
    def _begins(self) -> tuple[tuple[int, ...], ...]:
        """The column at which each run of each row begins."""
        return tuple(begins(self.sheet.cells(row)) for row in range(self.sheet.height))


def _piece(cells: Cells, column: int) -> Run:
    """Return the run a cell belongs to, a blank one outside the row."""
    while 0 <= column < len(cells):
        cell = cells[column]
        if cell is not None:
            return cell
        column -= 1
    return BLANK


def _light_all(cells: Cells, uid: str, column: int) -> None:
    """Light all that stands on a row for an entry; where that is nothing, what counts it."""
    own = [at for at, cell in enumerate(cells) if cell is not None and cell.uid == uid]
    if not own:
        _light(cells, column, "")
        return
    end = own[-1] + 1
    while end < len(cells) and cells[end] is None:
        end += 1
    for at in range(own[0], end):
        cell = cells[at]
        if cell is not None:
            cells[at] = cell._replace(part=Part.LIT, uid=uid, many=1)
    _caps(cells, own[0], end)


def _light(cells: Cells, column: int, value: str) -> None:
    """Light a sign, with its value beside it on the side where less is hidden by it."""
    sign = _piece(cells, column)
    width = 1
    while column + width < len(cells) and cells[column + width] is None:
        width += 1
    start = column
    text = sign.text
    if value:
        right, left = f"{text} {value}", f"{value} {text}"
        beside = column - len(left) + 1
        if _hidden(cells, column, len(right)) <= _hidden(cells, beside, len(left)):
            text = right
        else:
            start, text = beside, left
        width = len(text)
    if start >= 0 and start + width <= len(cells):
        part = Part.LIT if _caps(cells, start, start + width) else Part.TIGHT
        put(cells, start, Run(text, part, sign.uid, sign.many), width)


def _hidden(cells: Cells, start: int, width: int) -> float:
    """Return how many signs would be hidden by a text; infinitely many where it has no room."""
    if start < 0 or start + width > len(cells):
        return float("inf")
    around = range(start - 1, start + width + 1)
    return sum(bool(_piece(cells, at).uid) or _piece(cells, at).part is Part.WORDS for at in around)


def _caps(cells: Cells, start: int, end: int) -> int:
    """Put caps around some cells where they hide no sign; return how many there are."""
    count = 0
    for at, cap in zip((start - 1, end), CAPS, strict=True):
        if 0 <= at < len(cells) and cells[at] is not None and _piece(cells, at).part in UNDER_CAP:
            put(cells, at, Run(cap, Part.CAP))
            count += 1
    return count

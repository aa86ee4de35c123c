"""Spells as bars with their names, several on a row where they leave room for each other."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ipt_tui.ipt.dates import FuzzyDate
from ipt_tui.ipt.text import Measure, one_line
from ipt_tui.ipt.timeline import SpellEntry
from ipt_tui.ipt.timeline_axis import Axis
from ipt_tui.ipt.timeline_sheet import BLANK, VEIL, Part, Run, Sheet

BAR, ON, EARLIER = "━", "▸", "◂"
ONSET = "┊"
INSET = 2
"""Cells of the bar before the name that stands in it."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A spell in cells; `name` stands at column `name_at`, in the bar or beside it."""

    uid: str
    first: int
    text: str
    name: str
    name_at: int
    name_width: int

    @property
    def start(self) -> int:
        """The first cell of bar and name."""
        return min(self.first, self.name_at) if self.name else self.first

    @property
    def end(self) -> int:
        """The cell after bar and name."""
        beside = self.name_at + self.name_width if self.name else 0
        return max(self.first + len(self.text), beside)


def bar(spell: SpellEntry, axis: Axis) -> tuple[int, str]:
    """Return where a spell begins and its bar, with signs where it reaches beyond the axis."""
    first, last = axis.span(spell.first, spell.last)
    width = last - first + 1
    if spell.veiled:
        return first, VEIL * width
    piece = axis.pieces[-1]
    text = BAR * width
    if spell.first < axis.pieces[0].first and width > 1:
        text = EARLIER + text[1:]
    if spell.last == date.max or (spell.last - piece.first).days >= piece.days:
        text = text[:-1] + ON
    return first, text


def onset(sheet: Sheet, axis: Axis, began: FuzzyDate, height: int) -> int:
    """Draw a dotted line where the low mood began, from the top down; return its column."""
    first, last = axis.span(began.first, began.last)
    column = (first + last) // 2
    for row in range(height):
        sheet.fill(row, column, ONSET, Part.ONSET)
    return column


def rows(spells: Sequence[SpellEntry], axis: Axis, most: int, measure: Measure) -> list[list[Bar]]:
    """Return the bars on as few rows as hold them, at most `most`; then the last holds the rest."""
    found: list[list[Bar]] = []
    for spell in spells:
        one = _bar(spell, axis, measure)
        row = next((row for row in found if _room(row, one)), None)
        if row is not None:
            row.append(one)
        elif len(found) < most:
            found.append([one])
        elif found:
            found[-1].append(one)
    return found


def draw(sheet: Sheet, row: int, bars: Sequence[Bar]) -> int:
    """Draw bars on a row; return for how many there was no room but the place of the first."""
    kept: list[Bar] = []
    for one in bars:
        if _room(kept, one):
            kept.append(one)
            sheet.letters(row, one.first, one.text, Part.SPELL, one.uid)
            if one.name:
                for at in (one.name_at - 1, one.name_at + one.name_width):
                    sheet.put(row, at, BLANK)
                run = Run(one.name, Part.TITLE, one.uid, 1)
                sheet.put(row, one.name_at, run, one.name_width)
            sheet.stand((one.uid,), row, one.first)
    rest = [one.uid for one in bars if one not in kept]
    if rest:
        sheet.stand(rest, row, kept[0].first)
    return len(rest)


def _bar(spell: SpellEntry, axis: Axis, measure: Measure) -> Bar:
    """Return a bar with its name in it if it is long enough, else where there is more room."""
    first, text = bar(spell, axis)
    end = first + len(text)
    inside, after, before = len(text) - 2 * INSET - 2, axis.right - end - 1, first - 1 - axis.left
    whole = "" if spell.veiled else one_line(spell.name, axis.right - axis.left, measure)
    width = measure(whole)
    if width <= inside or inside >= max(after, before):
        name = one_line(whole, max(0, inside), measure)
        return Bar(spell.uid, first, text, name, first + INSET + 1, measure(name))
    name = one_line(whole, max(after, before), measure)
    at = end + 1 if after >= min(width, before) else first - 1 - measure(name)
    return Bar(spell.uid, first, text, name, at, measure(name))


def _room(row: Sequence[Bar], one: Bar) -> bool:
    return all(one.start > other.end or one.end < other.start for other in row)

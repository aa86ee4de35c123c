"""The timeline in its other form: a list, one entry a line, grouped by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.categories import lane
from ipt_tui.ipt.entry_words import joined, row_words, when_words
from ipt_tui.ipt.placing import VEIL
from ipt_tui.ipt.timeline import Entry, EventEntry, JottingEntry, MoodEntry, Timeline
from ipt_tui.ipt.timeline_lanes import SCORE
from ipt_tui.ipt.timeline_marks import ScoreMark
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

WHEN, VALUE = 22, 4


def timeline_rows(timeline: Timeline) -> tuple[Row, ...]:
    """Return a row an entry, its uid the key; a date is named once, a tied mood under its event."""
    return tuple(_rows(timeline))


def _rows(timeline: Timeline) -> Iterator[Row]:
    said = ""
    for entry, moods in joined(timeline):
        when = when_words(entry, timeline)
        shown, said = "" if when == said else when, when
        yield _row(entry, shown, row_words(entry, timeline))
        for mood in moods:
            elsewhen = "" if mood.first == entry.first else when_words(mood, timeline)
            yield _row(mood, elsewhen, ", ".join(mood.feelings) or mood.note)


def _row(entry: Entry, when: str, what: str) -> Row:
    role = "accent" if isinstance(entry, EventEntry) else "strong"
    cells = (
        Cell(when, "label", WHEN),
        Cell(_sign(entry), role, VALUE),
        Cell(what, "muted" if entry.veiled else ""),
    )
    return Row(entry.uid, cells, wraps=True)


def _sign(entry: Entry) -> str:
    """Return a mood's number, an event's sign, and what the others are known by."""
    if isinstance(entry, MoodEntry):
        return f"{entry.value:>2}"
    if entry.veiled:
        return VEIL
    if isinstance(entry, ScoreMark):
        return f" {SCORE}"
    if isinstance(entry, EventEntry):
        return f" {lane(entry.category).glyph}"
    return " ·" if isinstance(entry, JottingEntry) else " ━"

"""The timeline as a picture: moods over time, what happened under them, and what is lit."""

from bisect import bisect_left
from functools import cached_property
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Offset, Region, Size
from textual.reactive import reactive
from textual.strip import Strip

from ipt_tui.ipt.timeline import Timeline, order
from ipt_tui.ipt.timeline_picture import picture
from ipt_tui.ipt.timeline_sheet import Part, Place, Row
from ipt_tui.ipt.walking import Direction
from ipt_tui.tui.widgets.picture import Picture

NAMES = {part: part.name.lower() for part in Part}
STEPS = {"left": -1, "up": -1, "right": 1, "down": 1}


class TimelinePicture(Picture):
    """The timeline of one client. It shows what is lit and tells what was clicked.

    What is drawn is worked out once for a timeline and a size; lighting an entry repaints its
    row and the line through its column. A whole life scrolls to what is lit.
    """

    STYLES: ClassVar[dict[str, str]] = {
        "space": "",
        "axis": "$ipt-line",
        "words": "$text-muted",
        "today": "$text-accent",
        "line": "$ipt-ring",
        "mood": "bold $foreground",
        "faint": "$ipt-faint",
        "number": "$foreground",
        "score": "bold $text-primary",
        "session": "$text-muted",
        "friction": "$text-warning",
        "contact": "$text-success",
        "change": "$text-primary",
        "loss": "bold $text-secondary",
        "other": "$text-muted",
        "count": "bold $foreground",
        "span": "$ipt-faint",
        "spell": "$ipt-line",
        "note": "bold $text-muted",
        "title": "$foreground",
        "veiled": "$ipt-faint",
        "onset": "$text-accent",
        "mark": "bold $text-accent",
        "guide": "$ipt-line",
        "guide:focus": "$accent",
        "lit": "bold $block-cursor-blurred-foreground on $block-cursor-blurred-background",
        "lit:focus": "bold $block-cursor-foreground on $block-cursor-background",
        "tight": "bold underline $background on $foreground",
        "cap": "$ipt-line",
        "cap:focus": "$accent",
    }
    timeline: reactive[Timeline | None] = reactive[Timeline | None](None, always_update=True)
    """What is drawn; None while nothing is loaded."""

    _kept: "_Layout | None" = None
    _top = 0

    def neighbour(self, direction: Direction) -> str | None:
        """Return the entry before or after the lit one in time, None where there is none.

        Up and down are for a whole life, whose entries stand below each other. With nothing lit
        it is the last entry, the nearest to today, and in a whole life the first.
        """
        layout = self._laid_out()
        if layout is None or (layout.picture.plot and direction in ("up", "down")):
            return None
        walk = layout.walk
        if layout.picture.place(self.selected) is None and self.selected not in layout.index:
            return (walk[-1] if layout.picture.plot else walk[0]) if walk else None
        at = layout.position(self.selected or "", STEPS[direction])
        return walk[at] if 0 <= at < len(walk) else None

    def watch_timeline(self) -> None:
        """Keep what is lit in view in the new timeline."""
        self._top = 0
        self._scroll()

    def watch_selected(self, old: str | None, new: str | None) -> None:
        """Repaint what is no longer lit and what now is; a whole life may have to scroll."""
        if self._scroll():
            self.refresh()
        elif self._kept:
            self.refresh(*self._kept.touched(old), *self._kept.touched(new))

    def on_resize(self) -> None:
        """Keep what is lit in view."""
        self._scroll()

    def uid_at(self, offset: Offset) -> str | None:
        """Return what stands at a cell; where several stand for one, the next of them."""
        layout = self._laid_out()
        return layout.picture.at(offset.y, offset.x, self.selected) if layout else None

    def ground(self) -> "_Layout | None":
        """The timeline in its size, as far as it is scrolled."""
        return self._laid_out()

    def looks(self, lines: range) -> list[tuple[int, str | None]]:
        """Rows look the same but for what is lit on them."""
        layout, uid = self._laid_out(), self.selected
        lit = layout.lit(uid) if layout else {}
        return [(y, uid if y in lit else None) for y in lines]

    def paint(self, y: int) -> Strip:
        """Return one row of the picture."""
        layout, width = self._laid_out(), self.size.width
        if layout is None or y >= len(layout.picture.rows):
            return Strip.blank(width, self.rich_style)
        row = layout.lit(self.selected).get(y, layout.picture.rows[y])
        style = self.style_of
        return Strip([Segment(run.text, style(NAMES[run.part])) for run in row], width)

    def _scroll(self) -> bool:
        """Bring what is lit into view in a whole life; return whether anything moved."""
        layout = self._laid_out()
        row = layout.line(self.selected) if layout else None
        if layout is None or row is None:
            return False
        top, shown = layout.picture.top, layout.picture.shown
        self._top = min(max(top, row - shown + 1), row)
        return self._top != top

    def _laid_out(self) -> "_Layout | None":
        """Return the layout for the timeline and size of now, made when one of them changed."""
        if self.timeline is None:
            self._kept = None
            return None
        kept = self._kept
        if kept is None or kept.timeline is not self.timeline or kept.cut != (self.size, self._top):
            self._kept = kept = _Layout(self.timeline, self.size, self._top)
        return kept


class _Layout:
    """What is worked out once for a timeline and a size."""

    def __init__(self, timeline: Timeline, size: Size, top: int) -> None:
        self.timeline = timeline
        self.cut = size, top
        self.picture = picture(timeline, size.width, size.height, top, cell_len)
        self._lit: tuple[str | None, dict[int, Row]] = None, {}

    def lit(self, uid: str | None) -> dict[int, Row]:
        """Return the rows that differ while an entry is lit."""
        if self._lit[0] != uid:
            self._lit = uid, self.picture.lit(uid)
        return self._lit[1]

    def touched(self, uid: str | None) -> list[Region]:
        """Return what has to be painted when an entry is lit or no longer is."""
        place: Place | None = self.picture.place(uid)
        if place is None:
            return []
        below = max(self.picture.plot, place.row)
        row = Region(0, place.row, self.picture.sheet.width, 1)
        return [row, Region(place.column, 0, 1, below)] if self.picture.plot else [row]

    def line(self, uid: str | None) -> int | None:
        """Return the row of an entry in a whole life, counted from its beginning."""
        return None if self.picture.plot or not uid else self._lines.get(uid)

    @cached_property
    def _lines(self) -> dict[str, int]:
        return {uid: row for row, uid in enumerate(self.picture.lines) if uid}

    @cached_property
    def walk(self) -> tuple[str, ...]:
        """What the cursor walks, in the order of time."""
        if not self.picture.plot:
            return tuple(uid for uid in self.picture.lines if uid)
        return tuple(entry.uid for entry in self.timeline.entries)

    @cached_property
    def index(self) -> dict[str, int]:
        """Where each entry stands in the walk."""
        return {uid: at for at, uid in enumerate(self.walk)}

    def position(self, uid: str, step: int) -> int:
        """Return where a step leads in the walk, also from what is drawn but left out of it."""
        if uid in self.index:
            return self.index[uid] + step
        entry = self.timeline.entry(uid)
        after = bisect_left(self.timeline.entries, order(entry), key=order) if entry else 0
        return after if step > 0 else after - 1

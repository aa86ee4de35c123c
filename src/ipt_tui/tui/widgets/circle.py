"""The closeness circle as a picture: three rings of braille dots, people with their glyphs."""

from functools import cached_property
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Offset, Region, Size
from textual.reactive import reactive
from textual.strip import Strip

from ipt_tui.ipt.circle import Circle
from ipt_tui.ipt.circle_picture import Part, Run, picture
from ipt_tui.ipt.people import Quality
from ipt_tui.ipt.placing import place
from ipt_tui.ipt.walking import Direction, Steps, order, steps
from ipt_tui.tui.widgets.picture import Picture

CAPS = {Part.BEFORE: "▐", Part.AFTER: "▌"}
"""The ends of the lit name, so that it is known without its colour."""
PLAIN = {Part.YOU: "you", Part.MORE: "more"}
QUALITIES = {
    Quality.SUPPORTIVE.value: "supportive",
    Quality.MIXED.value: "mixed",
    Quality.STRESSFUL.value: "stressful",
    Quality.UNSAFE.value: "unsafe",
}


class CirclePicture(Picture):
    """The circle of one client. It shows who is selected and tells who was clicked.

    What is drawn is worked out once for a circle and a size; selecting somebody repaints only
    the rows that change.
    """

    STYLES: ClassVar[dict[str, str]] = {
        "ring": "$ipt-ring",
        "you": "bold $foreground",
        "person": "$foreground",
        "faint": "$ipt-faint",
        "more": "$text-muted",
        "trail": "$ipt-trail",
        "trail-selected": "bold $text-accent",
        "supportive": "$text-success",
        "mixed": "$text-primary",
        "stressful": "$text-warning",
        "neutral": "$text-muted",
        "unsafe": "bold $text-error",
        "selected": "bold $block-cursor-blurred-foreground on $block-cursor-blurred-background",
        "selected:focus": "bold $block-cursor-foreground on $block-cursor-background",
        "cap": "$ipt-line",
        "cap:focus": "$accent",
    }
    circle: reactive[Circle | None] = reactive[Circle | None](None)
    """Who is drawn; None while nothing is loaded."""
    word: reactive[str] = reactive("you")
    """What stands in the centre."""

    _kept: "_Layout | None" = None

    def order(self) -> tuple[str, ...]:
        """Return everyone's uid for going round: clockwise from the top, the inner ring first."""
        layout = self._laid_out()
        return order(layout.placing) if layout else ()

    def neighbour(self, direction: Direction) -> str | None:
        """Return who is nearest to the selected person in a direction, None where nobody is.

        With nobody selected it is the first of all.
        """
        layout = self._laid_out()
        if layout is None:
            return None
        if layout.placing.spot(self.selected) is None:
            return next(iter(self.order()), None)
        return layout.steps.get((self.selected or "", direction))

    def watch_selected(self, old: str | None, new: str | None) -> None:
        """Repaint the rows of who was and of who is selected."""
        touched = self._kept.touched if self._kept else {}
        rows = {y for uid in (old, new) if uid for y in touched.get(uid, ())}
        if rows:
            self.refresh(*(Region(0, y, self.size.width, 1) for y in rows))

    def uid_at(self, offset: Offset) -> str | None:
        """Return whose glyph or name stands at a cell."""
        layout = self._laid_out()
        spot = layout.placing.at((offset.x, offset.y)) if layout else None
        return spot.person.uid if spot else None

    def ground(self) -> "_Layout | None":
        """The circle in its size."""
        return self._laid_out()

    def looks(self, lines: range) -> list[tuple[int, str | None]]:
        """Rows look the same but for who is lit on them."""
        layout, uid = self._laid_out(), self.selected
        lit = layout.touched.get(uid, ()) if layout and uid else ()
        return [(y, uid if y in lit else None) for y in lines]

    def paint(self, y: int) -> Strip:
        """Return one row of the picture."""
        layout, width = self._laid_out(), self.size.width
        if layout is None or y >= len(layout.rows):
            return Strip.blank(width, self.rich_style)
        return Strip([self._segment(run, layout.hidden) for run in layout.rows[y]], width)

    def _segment(self, run: Run, hidden: frozenset[str]) -> Segment:
        """Return a run in its colours, lit where it belongs to the selected person."""
        uids = hidden if run.part is Part.MORE else {run.person.uid} if run.person else ()
        lit = self.selected in uids
        if lit and run.part in CAPS:
            return Segment(CAPS[run.part], self.style_of("cap"))
        return Segment(run.text, self.style_of(_component(run, lit=lit)))

    def _laid_out(self) -> "_Layout | None":
        """Return the layout for the circle and the size of now, made when one of them changed."""
        if self.circle is None:
            self._kept = None
            return None
        made_for = self.circle, self.size, self.word
        if self._kept is None or self._kept.made_for != made_for:
            self._kept = _Layout(*made_for)
        return self._kept


class _Layout:
    """What is worked out once for a circle and a size."""

    def __init__(self, circle: Circle, size: Size, word: str) -> None:
        self.made_for = circle, size, word
        self.placing = place(circle, size.width, size.height, word, cell_len)
        self.rows = picture(self.placing)
        self.hidden = frozenset(spot.person.uid for spot in self.placing.hidden)

    @cached_property
    def steps(self) -> Steps:
        """Who is reached from whom; worked out when somebody first walks."""
        return steps(self.placing)

    @cached_property
    def touched(self) -> dict[str, set[int]]:
        """The rows on which something of each person stands: glyph, name, trail, the count."""
        rows: dict[str, set[int]] = {}
        for y, row in enumerate(self.rows):
            for run in row:
                if run.person:
                    rows.setdefault(run.person.uid, set()).add(y)
        if self.placing.more:
            rows |= {uid: {self.placing.more.y} for uid in self.hidden}
        return rows


def _component(run: Run, *, lit: bool) -> str:
    """Return the name of the style a run is drawn in."""
    if run.part is Part.TRAIL:
        return "trail-selected" if lit else "trail"
    if lit:
        return "selected"
    if run.person is None or run.part in CAPS:
        return PLAIN.get(run.part, "ring")
    if not run.person.asked or run.person.veiled:
        return "faint"
    if run.part is Part.NAME:
        return "person"
    return QUALITIES.get(run.person.quality or "", "neutral")

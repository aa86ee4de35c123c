"""The scores of one measure as a picture; the lit one is known by more than its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip

from ipt_tui.ipt.score_picture import ScorePicture, picture
from ipt_tui.tui.widgets.picture import Picture
from ipt_tui.tui.widgets.timeline import NAMES, STEPS

if TYPE_CHECKING:
    from datetime import date

    from textual.geometry import Offset

    from ipt_tui.ipt.measures import MeasureLine
    from ipt_tui.ipt.score_picture import Behind
    from ipt_tui.ipt.timeline_sheet import Row
    from ipt_tui.ipt.walking import Direction


class ScorePlot(Picture):
    """Scores over time. `shown` is the measure, what stands behind it, today, and whether bands."""

    STYLES: ClassVar[dict[str, str]] = {
        "space": "",
        "axis": "$ipt-line",
        "words": "$text-muted",
        "today": "$text-accent",
        "line": "$ipt-ring",
        "mood": "bold $foreground",
        "number": "$foreground",
        "faint": "$ipt-faint",
        "note": "$text-muted",
        "lit": "bold $block-cursor-blurred-foreground on $block-cursor-blurred-background",
        "lit:focus": "bold $block-cursor-foreground on $block-cursor-background",
    }
    shown: reactive[tuple[MeasureLine, Behind, date, bool] | None] = reactive(
        None, always_update=True
    )

    _kept: tuple[object, ScorePicture] = (None, ScorePicture())

    @property
    def drawn(self) -> ScorePicture:
        """The picture as it stands in this size, the lit score in it."""
        if self.shown is None:
            return ScorePicture()
        made_for = id(self.shown), self.size, self.selected
        if self._kept[0] != made_for:
            line, behind, today, bands = self.shown
            size = self.size.width, self.size.height
            self._kept = (
                made_for,
                picture(line, behind, today, size, cell_len, self.selected, bands=bands),
            )
        return self._kept[1]

    def watch_selected(self) -> None:
        """Paint what looks other now."""
        self.refresh()

    def neighbour(self, direction: Direction) -> str | None:
        """Return the score before or after the lit one, None where there is none."""
        uids = [each.uid for each in self.shown[0].responses] if self.shown else []
        at = uids.index(self.selected) + STEPS[direction] if self.selected in uids else -1
        return uids[at] if 0 <= at < len(uids) else None

    def uid_at(self, offset: Offset) -> str | None:
        """Return the score that is clicked, or is near."""
        return self.drawn.at(offset.y, offset.x)

    def ground(self) -> object:
        """The picture without what is lit: of another one all is painted anew."""
        return id(self.shown), self.size

    def looks(self, lines: range) -> list[tuple[int, Row]]:
        """Each row by what stands on it."""
        rows = self.drawn.rows
        return [(y, rows[y] if y < len(rows) else ()) for y in lines]

    def paint(self, y: int) -> Strip:
        """Return one row of the picture."""
        rows, width = self.drawn.rows, self.size.width
        if y >= len(rows):
            return Strip.blank(width, self.rich_style)
        return Strip([Segment(run.text, self.style_of(NAMES[run.part])) for run in rows[y]], width)

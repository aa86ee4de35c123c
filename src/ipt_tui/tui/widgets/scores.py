"""The scores of one measure as a picture, and under it what is said of the lit one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len

from ipt_tui.ipt.score_picture import ScorePicture, picture
from ipt_tui.tui.widgets.lined import Lined
from ipt_tui.tui.widgets.picture import Picture
from ipt_tui.tui.widgets.row import Cell, Row, lines
from ipt_tui.tui.widgets.timeline import NAMES, STEPS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from textual.geometry import Offset

    from ipt_tui.ipt.measures import MeasureLine
    from ipt_tui.ipt.score_picture import Behind
    from ipt_tui.ipt.walking import Direction
    from ipt_tui.tui.widgets.row import Line

_MOST_TOLD, _MOST_TOLD_LOW, _LOW = 9, 6, 18
"""Lines of sentences that stand under a picture, and in a pane lower than so many."""
_MOST_CREDIT = 2


@dataclass(eq=False)
class ScoreSheet:
    """A picture with its words, laid out once for a size.

    `pictured` says whether the scores are drawn, `bands` whether with what their authors call
    them; `lit` is the uid of the lit one. `flag` is what needs a person, `told` the sentences,
    `legend` says what stands behind the scores, `credit` whose the form is.
    """

    line: MeasureLine
    behind: Behind
    today: date
    pictured: bool
    bands: bool
    lit: str | None
    flag: str
    told: Sequence[str]
    legend: str
    credit: str

    _kept: _Laid | None = None

    def laid_out(self, width: int, height: int) -> _Laid:
        """Return the lines in a room of so many cells; where it is low the picture gives way."""
        if self._kept is None or self._kept.size != (width, height):
            self._kept = self._lay_out(width, height)
        return self._kept

    def _lay_out(self, width: int, height: int) -> _Laid:
        flag, legend = _words(self.flag, "accent", width), _words(self.legend, "muted", width)
        credit = _words(self.credit, "muted", width, _MOST_CREDIT)
        told, most = "\n".join(self.told), _MOST_TOLD if height >= _LOW else _MOST_TOLD_LOW
        under = [*flag, *_words(told, "", width, most), *legend, *credit]
        drawn = self._picture(width, height - len(under))
        if drawn.rows:
            above = [tuple((run.text, NAMES[run.part]) for run in row) for row in drawn.rows]
            return _Laid((width, height), [*above, *under], drawn)
        most = max(1, height - len(flag) - len(credit))
        return _Laid((width, height), [*flag, *_words(told, "", width, most), *credit])

    def _picture(self, width: int, height: int) -> ScorePicture:
        """Return the picture, an empty one where there is none or no room for it."""
        if not self.pictured:
            return ScorePicture()
        size = width, height
        return picture(
            self.line, self.behind, self.today, size, cell_len, self.lit, bands=self.bands
        )


class _Laid(NamedTuple):
    """A sheet in its size: the lines, and the picture at the top."""

    size: tuple[int, int]
    lines: Sequence[Line]
    picture: ScorePicture = ScorePicture()


def _words(words: str, role: str, width: int, most: int | None = None) -> Sequence[Line]:
    return lines(Row(None, (Cell(words, role),), wraps=True, most=most), width) if words else ()


class ScorePlot(Lined, Picture):
    """Scores over time, and what is said of them. The lit one is known by more than its colour."""

    STYLES: ClassVar[dict[str, str]] = Lined.STYLES | {
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
    sheet: ScoreSheet | None = None

    def show(self, sheet: ScoreSheet | None) -> None:
        """Show another sheet, the same measure or another; draw only what looks other."""
        self.sheet = sheet
        self.selected = sheet.lit if sheet else None
        self.show_others()

    @property
    def drawn(self) -> ScorePicture:
        """The picture as it stands in this size, the lit score in it."""
        return self.sheet.laid_out(*self.size).picture if self.sheet else ScorePicture()

    def laid_out(self, width: int, height: int) -> Sequence[Line]:
        """Return the picture, and the words under it."""
        return self.sheet.laid_out(width, height).lines if self.sheet else ()

    def neighbour(self, direction: Direction) -> str | None:
        """Return the score before or after the lit one, None where there is none."""
        uids = [each.uid for each in self.sheet.line.responses] if self.sheet else []
        at = uids.index(self.selected) + STEPS[direction] if self.selected in uids else -1
        return uids[at] if 0 <= at < len(uids) else None

    def uid_at(self, offset: Offset) -> str | None:
        """Return the score that is clicked, or is near."""
        return self.drawn.at(offset.y, offset.x)

"""The scores of one measure as a picture, and under it what is said of the lit one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from textual.binding import Binding, BindingType

from ipt_tui.ipt.audience import plural
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

_LEAST, _LEAST_LOW, _LOW = 11, 8, 18
"""How high a picture is at least, however much is said of it, and in a pane lower than so many."""
_FEWEST_TOLD = 4
"""So many lines of words are seen under it at least."""
_MORE, _ALL = "↓ {}: tab, pgdn", "↑ that is all: pgup"


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
        """Lay it out in a room of so many cells; where it is low the words are walked through."""
        if self._kept is None or self._kept.size != (width, height):
            self._kept = self._lay_out(width, height)
        return self._kept

    def _lay_out(self, width: int, height: int) -> _Laid:
        flag, told = _words(self.flag, "accent", width), _words("\n".join(self.told), "", width)
        legend, credit = _words(self.legend, "muted", width), _words(self.credit, "muted", width)
        least = min(height - len(flag) - _FEWEST_TOLD, _LEAST if height >= _LOW else _LEAST_LOW)
        under = len(flag) + len(told) + len(legend) + len(credit)
        drawn = self._picture(width, max(height - under, least))
        above = [tuple((run.text, NAMES[run.part]) for run in row) for row in drawn.rows]
        words = [*told, *(legend if above else ()), *credit]
        return _Laid((width, height), [*above, *flag], words, drawn)

    def _picture(self, width: int, height: int) -> ScorePicture:
        """Return the picture, an empty one where there is none or no room for it."""
        if not self.pictured:
            return ScorePicture()
        size = width, height
        return picture(
            self.line, self.behind, self.today, size, cell_len, self.lit, bands=self.bands
        )


class _Laid(NamedTuple):
    """A sheet in its size: what stands, the picture with what needs a person, and the words below.

    The words are walked through where there is no room for all of them.
    """

    size: tuple[int, int]
    stands: Sequence[Line]
    words: Sequence[Line]
    picture: ScorePicture

    @property
    def room(self) -> int:
        """How many lines of the words are seen at once; one of them says that there are more."""
        room = self.size[1] - len(self.stands)
        return room if len(self.words) <= room else max(1, room - 1)

    @property
    def deepest(self) -> int:
        """The first line that is seen once one has walked to the end."""
        return max(0, len(self.words) - self.room)

    def seen(self, top: int) -> Sequence[Line]:
        """Return all lines, the words from `top` on."""
        shown = [*self.stands, *self.words[top : top + self.room]]
        if not self.deepest:
            return shown
        more = len(self.words) - top - self.room
        words = _MORE.format(plural(more, "more line")) if more > 0 else _ALL
        return [*shown, ((words, "accent"),)]


def _words(words: str, role: str, width: int) -> Sequence[Line]:
    return lines(Row(None, (Cell(words, role),), wraps=True), width) if words else ()


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
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "read_on(1)", show=False),
        Binding("up,k", "read_on(-1)", show=False),
        Binding("pagedown", "read_on_page(1)", show=False),
        Binding("pageup", "read_on_page(-1)", show=False),
    ]

    sheet: ScoreSheet | None = None
    _top = 0

    def show(self, sheet: ScoreSheet | None) -> None:
        """Show another sheet, the same measure or another; draw only what looks other."""
        if sheet is not self.sheet:
            self._top = 0
        self.sheet = sheet
        self.selected = sheet.lit if sheet else None
        self.show_others()

    @property
    def drawn(self) -> ScorePicture:
        """The picture as it stands in this size, the lit score in it."""
        return self.sheet.laid_out(*self.size).picture if self.sheet else ScorePicture()

    def laid_out(self, width: int, height: int) -> Sequence[Line]:
        """Return the picture, and the words under it."""
        if self.sheet is None:
            return ()
        laid = self.sheet.laid_out(width, height)
        return laid.seen(min(self._top, laid.deepest))

    def action_read_on(self, step: int) -> None:
        """Go on in the words under the picture, or back."""
        if self.sheet is not None:
            deepest = self.sheet.laid_out(*self.size).deepest
            self._top = max(0, min(deepest, self._top + step))
            self.show_others()

    def action_read_on_page(self, direction: int) -> None:
        """The same by as many lines as are seen."""
        if self.sheet is not None:
            self.action_read_on(direction * max(1, self.sheet.laid_out(*self.size).room - 1))

    def on_mouse_scroll_down(self) -> None:
        """The wheel goes on in them, too."""
        self.action_read_on(1)

    def on_mouse_scroll_up(self) -> None:
        """And back."""
        self.action_read_on(-1)

    def neighbour(self, direction: Direction) -> str | None:
        """Return the score before or after the lit one, None where there is none."""
        uids = [each.uid for each in self.sheet.line.responses] if self.sheet else []
        at = uids.index(self.selected) + STEPS[direction] if self.selected in uids else -1
        return uids[at] if 0 <= at < len(uids) else None

    def uid_at(self, offset: Offset) -> str | None:
        """Return the score that is clicked, or is near."""
        return self.drawn.at(offset.y, offset.x)

"""Lines of words in a place that stays: other words are drawn, and nothing is laid out for them."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import ClassVar

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from ipt_tui.tui.widgets.painted import Painted
from ipt_tui.tui.widgets.row import Line, Row, lines


class Lined(Painted):
    """Mixed into a widget that shows lines: of others, those that look other than they did."""

    STYLES: ClassVar[dict[str, str]] = {
        "": "",
        "strong": "bold",
        "heading": "bold $primary",
        "muted": "$ipt-faint",
        "accent": "$accent",
        "warn": "bold $warning",
    }
    _laid: tuple[Size | None, Sequence[Line]] = None, ()

    def laid_out(self, width: int, height: int) -> Sequence[Line]:
        """Return what is to be shown in a room of so many cells."""
        raise NotImplementedError

    def show_others(self) -> None:
        """Lay out what is to be shown by now, and draw the lines that look other."""
        before, after = self._laid[1], self.laid_out(*self.size)
        self._laid = self.size, after
        width, pairs = self.size.width, enumerate(zip_longest(before, after))
        if regions := [Region(0, y, width, 1) for y, (old, new) in pairs if old != new]:
            self.refresh(*regions)

    def ground(self) -> Size:
        """The room there is."""
        return self.size

    def looks(self, lines: range) -> list[Line]:
        """What stands on each line."""
        if self._laid[0] != self.size:
            self._laid = self.size, self.laid_out(*self.size)
        shown = self._laid[1]
        return [shown[y] if y < len(shown) else () for y in lines]

    def paint(self, y: int) -> Strip:
        """Draw one line."""
        (line,) = self.looks(range(y, y + 1))
        strip = Strip([Segment(text, self.style_of(role)) for text, role in line])
        return strip.adjust_cell_length(self.size.width, self.style_of(""))


class Lines(Lined, Widget):
    """Rows, one below the other: as high as they are, and laid out anew only for another height."""

    DEFAULT_CSS = "Lines { height: auto; }"

    said: tuple[Row, ...] = ()

    def __init__(self, *, least: int = 0, id: str | None = None) -> None:  # noqa: A002
        """Start empty; it is never lower than `least` lines."""
        super().__init__(id=id)
        self.least = least

    def laid_out(self, width: int, height: int) -> Sequence[Line]:  # noqa: ARG002
        """Return the lines of all rows."""
        return [line for row in self.said for line in lines(row, width)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as there are in this width."""
        return max(self.least, len(self.laid_out(width, 0)))

    def say(self, *rows: Row) -> None:
        """Show other rows."""
        if rows != self.said:
            self.said = rows
            self.show_others()

    def show_others(self) -> None:
        """Draw what looks other; lay out anew where that is higher or lower."""
        super().show_others()
        if self.size.height != max(self.least, len(self._laid[1])):
            self.refresh(layout=True)

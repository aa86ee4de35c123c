"""A `TextArea` that paints a row once for what is to be seen on it.

Textual paints every row on the screen anew at each letter typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text
from textual.cache import LRUCache
from textual.widgets import TextArea

from ipt_tui.tui.widgets.long_line import LongLine

if TYPE_CHECKING:
    from textual.strip import Strip

LONG = 1000
"""Letters: a line of more is drawn row by row."""
ROWS = 200
"""So many painted rows are remembered."""


class RowedText(TextArea):
    """Wraps softly, without line numbers, syntax or suggestions, which are not looked at here."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty."""
        super().__init__(id=id, soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
        self._drawn = 0
        self._painted: LRUCache[Any, Strip] = LRUCache(ROWS)

    def _render_line(self, y: int) -> Strip:
        self._drawn = y + self.scroll_offset.y
        look = self._look()
        if look is None:
            return super()._render_line(y)
        strip = self._painted.get(look)
        if strip is None:
            strip = self._painted[look] = super()._render_line(y)
        return strip

    def _look(self) -> Any:
        """Return all that decides how the row looks, None where it is the cursor's or has a tab.

        So it is where several lines, or a part of one, are selected.
        """
        places = self.wrapped_document._offset_to_line_info  # noqa: SLF001
        start, (at, column) = self.selection
        if start != (at, column) or self._drawn >= len(places):
            return None
        number, row = places[self._drawn]
        line, theme = self.document.get_line(number), self._theme
        edges = [0, *self.wrapped_document.get_offsets(number), len(line)]
        first, last = edges[row : row + 2]
        bracket = self._matching_bracket_location
        here = number == at and first <= column <= last
        if here or (bracket and bracket[0] == number) or theme.base_style is None or "\t" in line:
            return None
        width, is_last = self.scrollable_content_region.width, row + 2 == len(edges)
        lit = theme.cursor_line_style if number == at else None
        return line[first:last], is_last, width, theme.base_style, lit, self._has_cursor

    def get_line(self, line_index: int) -> Text:
        """Return a line to be drawn, for Textual: of a long one the row that is drawn now."""
        text = self.document.get_line(line_index)
        if len(text) <= LONG:
            return Text(text, end="", no_wrap=True)
        line = LongLine(text, end="", no_wrap=True)
        line.wanted = self.wrapped_document._offset_to_line_info[self._drawn][1]  # noqa: SLF001
        return line

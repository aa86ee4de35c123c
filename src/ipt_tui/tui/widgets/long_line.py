"""One wrapped row of a long line, without cutting the whole line into rows for it.

Textual cuts a line anew for each of its rows on the screen, which takes a second where somebody
pasted a hundred thousand letters without a line end, and letters typed meanwhile wait.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Span, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_NOTHING = Text()


class LongLine(Text):
    """A line of which only the row `wanted`, counted from 0, is drawn."""

    wanted = 0

    def divide(self, offsets: Iterable[int]) -> Any:
        """Return the rows between the offsets: of the one that is drawn its text and styles."""
        return _Rows(self, [0, *offsets, len(self)], self.wanted)


class _Rows:
    """The rows of a line; of those that are not drawn only the tabs count."""

    def __init__(self, line: Text, edges: Sequence[int], wanted: int) -> None:
        self._line, self._edges, self._wanted = line, edges, wanted
        self._has_tabs = "\t" in line.plain

    def __getitem__(self, number: int) -> Text:
        if number != self._wanted and not self._has_tabs:
            return _NOTHING
        start, end = self._edges[number], self._edges[number + 1]
        row = Text(self._line.plain[start:end], style=self._line.style)
        row.spans = [
            Span(max(0, first - start), min(last, end) - start, style)
            for first, last, style in self._line.spans
            if first < end and last > start
        ]
        return row

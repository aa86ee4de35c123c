"""A list of rows in which the cursor also goes from cell to cell, where a row has columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import reactive

from ipt_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual import events

    from ipt_tui.tui.widgets.row import Row


class CellRows(Rows):
    """Rows with a cursor of a row and a column; rows without columns are lit as a whole."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "along(-1)", "left", show=False),
        Binding("right,l", "along(1)", "right", show=False),
    ]

    column: reactive[str] = reactive("", init=False, repaint=False)

    usual = ""
    """The column the cursor is in where the one it was in is not there."""
    _places: Mapping[str, int] = {}
    """Where each column stands among the cells of a row."""

    _by_key: Mapping[str, Row] = {}

    def watch_rows(self) -> None:
        """Take the rows by their keys, and the columns there are."""
        self._places = {
            cell.name: place
            for row in self.rows
            for place, cell in enumerate(row.cells)
            if cell.name
        }
        self._by_key = {row.key: row for row in self.rows if row.key is not None}
        super().watch_rows()

    def watch_column(self) -> None:
        """Draw the row anew whose cell is lit."""
        self._draw_others()

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        return self._by_key.get(self.cursor or "")

    @property
    def opens(self) -> str:
        """What the row under the cursor leads to, "" without one."""
        return self.row.leads_to if self.row else ""

    @property
    def at(self) -> str:
        """The column the cursor is in: the nearest the row has to the left, "" without columns."""
        names = _names(self.row)
        if self.column in names or not names:
            return self.column if names else ""
        here = self._places.get(self.column, self._places.get(self.usual, 0))
        left = [name for name in names if self._places[name] <= here]
        return left[-1] if left else names[0]

    def action_along(self, step: int) -> None:
        """Move to the next column of the row."""
        names = _names(self.row)
        if names:
            at = names.index(self.at) + step
            self.column = names[max(0, min(len(names) - 1, at))]

    @property
    def lit_cell(self) -> int | None:
        """Where the column the cursor is in stands among the cells of its row."""
        names = [cell.name for cell in self.row.cells] if self.row else []
        return names.index(self.at) if self.at else None

    def on_click(self, event: events.Click) -> None:
        """A click takes its column too."""
        number = event.y + int(self.scroll_offset.y)
        key = self.row_at(number)
        row = next((row for row in self.rows if row.key == key), None) if key else None
        x, start = event.x, 0
        for cell in row.cells if row else ():
            width = cell.width if cell.width is not None else self._rest(row)
            if cell.name and start <= x < start + width and cell.name != self.at:
                self.column = cell.name
                if key == self.cursor:  # another cell of the same row is no second click
                    event.prevent_default()
                    event.stop()
                break
            start += width

    def _rest(self, row: Row | None) -> int:
        fixed = sum(cell.width or 0 for cell in row.cells) if row else 0
        return max(4, self._width - fixed)


def _names(row: Row | None) -> list[str]:
    return [cell.name for cell in row.cells if cell.name] if row else []

"""One row of a list, and the lines it takes in a given width.

A row is a few cells; a cell of fixed width is cut with an ellipsis, the one cell without a
width takes what is left and wraps if it may.
"""

from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len, set_cell_size

from ipt_tui.ipt.text import clean
from ipt_tui.ipt.wrapping import wrap


@dataclass(frozen=True, slots=True)
class Cell:
    """A piece of a row. `role` names one of `Rows.STYLES`: "muted", "strong", "label"."""

    text: str
    role: str = ""
    width: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `key` is None for a row the cursor passes over. `wraps` lets it take more lines."""

    key: str | None
    cells: tuple[Cell, ...] = ()
    wraps: bool = False


Line = tuple[tuple[str, str], ...]
"""The pieces of a line: text, and the role it is drawn in."""


@lru_cache(1000)
def lines(row: Row, width: int) -> list[Line]:
    """Return the lines of a row in `width` cells."""
    fixed = sum(cell.width or 0 for cell in row.cells)
    rest = max(4, width - fixed)
    blocks = []
    for cell in row.cells:
        text = clean(cell.text)
        room = cell.width if cell.width is not None else rest
        if cell.width is None and row.wraps:
            pieces = wrap(text, room - (cell is not row.cells[-1]), cell_len)
        else:
            pieces = [
                _cut(text.replace("\n", " ").replace("\t", " "), room, last=cell.width is None)
            ]
        blocks.append((pieces, room, cell.role))
    height = max((len(pieces) for pieces, _, _ in blocks), default=1)
    return [
        tuple(
            (set_cell_size(pieces[n], room) if n < len(pieces) else " " * room, role)
            for pieces, room, role in blocks
        )
        for n in range(height)
    ]


def _cut(text: str, room: int, *, last: bool) -> str:
    """Return `text` in `room` cells, an ellipsis and a gap where it is cut."""
    keep = room if last else room - 1
    if cell_len(text) <= keep:
        return text
    return set_cell_size(text, max(0, keep - 1)) + "…"

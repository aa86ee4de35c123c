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
    """A piece of a row. `role` names one of `Rows.STYLES`: "muted", "strong", "label".

    One that `wraps` takes more lines in its own width. `name` is the column it is of, where the
    cursor goes from cell to cell. `marks` are signs within the text, where each opens and closes,
    and the role of what stands between them, with the signs.
    """

    text: str
    role: str = ""
    width: int | None = None
    wraps: bool = False
    name: str = ""
    marks: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `key` is None for a row the cursor passes over. `wraps` lets it take more lines.

    `most` is how many lines it takes at most; what is left over is given up for an ellipsis.
    `opens` is what it leads to, where several rows lead to the same. A `quiet` one is read, and
    does not show that the cursor is there.
    """

    key: str | None
    cells: tuple[Cell, ...] = ()
    wraps: bool = False
    most: int | None = None
    opens: str = ""
    quiet: bool = False

    @property
    def leads_to(self) -> str:
        """What choosing it opens: by its key, unless that is said apart."""
        return self.opens or self.key or ""


_LEAST_SAID = 8
_ENOUGH = 40
"""So many lines of letters are more than any row shows that has a `most`."""
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
        if cell.wraps or (cell.width is None and row.wraps):
            inner = max(1, room - (cell is not row.cells[-1]))
            pieces = wrap(text[: _ENOUGH * inner] if row.most else text, inner, cell_len)
            if row.most and len(pieces) > row.most:
                pieces = [*pieces[: row.most - 1], f"{pieces[row.most - 1][: inner - 1]}…"]
        else:
            text = text.replace("\n", " ").replace("\t", " ")
            pieces = [_cut(text, room, last=cell.width is None)]
            if cell.width is None and fixed and room < _LEAST_SAID and pieces[0] != text:
                pieces = [""]  # the end of a row in a narrow pane: a letter or two say nothing
        blocks.append(_drawn([set_cell_size(piece, room) for piece in pieces], cell, room))
    height = max((len(drawn) for drawn, _ in blocks), default=1)
    return [
        tuple(piece for drawn, empty in blocks for piece in (drawn[n] if n < len(drawn) else empty))
        for n in range(height)
    ]


def _drawn(texts: list[str], cell: Cell, room: int) -> tuple[list[Line], Line]:
    """Return the lines of a cell in pieces with their roles, and what stands where it has none."""
    empty: Line = ((" " * room, cell.role),)
    if not cell.marks:
        return [((text, cell.role),) for text in texts], empty
    found: list[Line] = []
    within: tuple[str, str, str] | None = None
    for text in texts:
        pieces, start = [], 0
        while start < len(text):
            if within is None:
                opens = [
                    (at, mark) for mark in cell.marks if (at := text.find(mark[0], start)) >= 0
                ]
                end, within = min(opens, default=(len(text), None))
                pieces.append((text[start:end], cell.role))
            else:
                closes = text.find(within[1], start)
                end = len(text) if closes < 0 else closes + len(within[1])
                pieces.append((text[start:end], within[2]))
                within = within if closes < 0 else None
            start = end
        found.append(tuple(piece for piece in pieces if piece[0]))
    return found, empty


def _cut(text: str, room: int, *, last: bool) -> str:
    """Return `text` in `room` cells, an ellipsis and a gap where it is cut."""
    keep = room if last else room - 1
    if cell_len(text) <= keep:
        return text
    return set_cell_size(text, max(0, keep - 1)) + "…"

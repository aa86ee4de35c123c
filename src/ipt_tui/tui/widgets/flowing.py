"""Pieces side by side, as many in a line as fit; none of them is broken."""

from collections.abc import Iterable

from textual.content import Content


def flowed(pieces: Iterable[Content], width: int, apart: int = 3) -> Content:
    """Return the pieces in lines of at most `width` cells, `apart` spaces between two."""
    lines: list[Content] = []
    for piece in pieces:
        if lines and lines[-1].cell_length + apart + piece.cell_length <= width:
            lines[-1] += Content(" " * apart) + piece
        else:
            lines.append(piece)
    return Content("\n").join(lines)

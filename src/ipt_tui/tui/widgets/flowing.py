"""Pieces side by side, as many in a line as fit; none of them is broken, each can be clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.style import Style

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events

_DIGIT = "digit"


def for_digit(piece: Content, digit: str) -> Content:
    """Return a piece that stands for a digit, wherever it comes to lie."""
    return piece.stylize(Style.from_meta({_DIGIT: digit}))


def digit_at(click: events.Click) -> str:
    """Return the digit of the piece under a click, "" beside all of them."""
    return str(click.style.meta.get(_DIGIT, ""))


def flowed(pieces: Iterable[Content], width: int, apart: int = 3) -> Content:
    """Return the pieces in lines of at most `width` cells, `apart` spaces between two."""
    lines: list[Content] = []
    for piece in pieces:
        if lines and lines[-1].cell_length + apart + piece.cell_length <= width:
            lines[-1] += Content(" " * apart) + piece
        else:
            lines.append(piece)
    return Content("\n").join(lines)

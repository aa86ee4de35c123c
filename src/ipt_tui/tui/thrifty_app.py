"""What the terminal shows already is not sent to it again.

Textual sends every line of a widget that changed, a new screen as a whole and often several times;
over a slow line that is seconds a key. Here what was sent is remembered cell by cell, and only
cells that look other than they did are sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from rich.cells import cell_len
from rich.control import Control
from rich.style import Style
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, RenderableType
    from textual.screen import Screen
    from textual.strip import Strip

T = TypeVar("T")
Cell: TypeAlias = tuple[str, Style | None]
"""What stands in a cell and how; the second cell of a wide letter is empty."""

_NEAR = 8
"""Cells that stay are sent all the same between two that change: going over them takes more."""


class Shown:
    """The cells that a terminal shows, as far as they are known."""

    def __init__(self) -> None:
        """Start with nothing known."""
        self._rows: dict[int, dict[int, Cell]] = {}

    def forget(self) -> None:
        """Know nothing any more: the next update is sent whole."""
        self._rows.clear()

    def sent(self, update: LayoutUpdate | ChopsUpdate, console: Console) -> str:
        """Return what has to be sent to show an update, and remember that it is shown."""
        return "".join(
            Control.move_to(x + start, y).segment.text
            + strip.crop(start, end).simplify().render(console)
            for y, x, strip in _pieces(update)
            for start, end in self._changed(y, x, _cells(strip))
        )

    def _changed(self, y: int, x: int, cells: list[Cell]) -> list[tuple[int, int]]:
        """Take over the cells of a piece of a line; return the ranges of them that changed."""
        row = self._rows.setdefault(y, {})
        found: list[tuple[int, int]] = []
        for at, cell in enumerate(cells):
            if row.get(x + at) == cell:
                continue
            row[x + at] = cell
            if found and at - found[-1][1] < _NEAR:
                found[-1] = found[-1][0], at + 1
            else:
                found.append((at, at + 1))
        return [_whole(start, end, cells) for start, end in found]


def _pieces(update: LayoutUpdate | ChopsUpdate) -> Iterator[tuple[int, int, Strip]]:
    """Yield the strips of an update, each once, with row and column."""
    if isinstance(update, LayoutUpdate):
        for y, line in enumerate(update.strips, update.region.y):
            x = update.region.x
            for strip in line:
                yield y, x, strip
                x += strip.cell_length
        return
    done = set()
    for y, first, last in update.spans:
        for end, (x, chop) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if chop is not None and x < last and end > first and (y, x) not in done:
                done.add((y, x))
                yield y, x, chop


def _cells(strip: Strip) -> list[Cell]:
    cells: list[Cell] = []
    for text, style, control in strip:
        if control:
            continue
        if text.isascii():
            cells += [(char, style) for char in text]
            continue
        for char in text:
            width = cell_len(char)
            if width or not cells:
                cells += [(char, style), ("", style)][: max(1, width)]
            else:  # an accent of its own
                at = -1 if cells[-1][0] else -2
                cells[at] = cells[at][0] + char, style
    return cells


def _whole(start: int, end: int, cells: list[Cell]) -> tuple[int, int]:
    """Widen a range so that no wide letter is cut in two."""
    while start and not cells[start][0]:
        start -= 1
    while end < len(cells) and not cells[end][0]:
        end += 1
    return start, end


class _Changes(CompositorUpdate):
    """An update of which only what changes is sent."""

    def __init__(self, update: LayoutUpdate | ChopsUpdate, shown: Shown) -> None:
        self._update, self._shown = update, shown

    def render_segments(self, console: Console) -> str:
        """Return what has to be sent."""
        return self._shown.sent(self._update, console)


class ThriftyApp(App[T]):
    """Sends its terminal only what changes."""

    def __init__(self) -> None:
        """Start with a terminal that shows nothing known."""
        super().__init__()
        self.shown = Shown()
        self._shown_size = self.size

    def begin_anew_on_resume(self) -> None:
        """Know nothing of a terminal that another program had meanwhile."""
        self.app_resume_signal.subscribe(self, lambda _: self.shown.forget())

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Display an update; after a change of size, and one of another sort, nothing is known."""
        if self.size != self._shown_size:
            self._shown_size = self.size
            self.shown.forget()
        if isinstance(renderable, LayoutUpdate | ChopsUpdate):
            changes: Any = _Changes(renderable, self.shown)
            super()._display(screen, changes)
            return
        if renderable is not None:
            self.shown.forget()
        super()._display(screen, renderable)

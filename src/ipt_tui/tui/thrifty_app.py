"""What the terminal shows already is not sent to it again.

Textual sends every line of a widget that changed, a new screen as a whole and often several times;
over a slow line that is seconds a key. Here what was sent is remembered cell by cell, and only
cells that look other than they did are sent.
"""

from __future__ import annotations

from itertools import groupby
from operator import is_not, ne, or_
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from rich.cells import cell_len
from rich.console import COLOR_SYSTEMS
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.app import App

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, RenderableType
    from rich.style import Style
    from textual.screen import Screen
    from textual.strip import Strip

T = TypeVar("T")
Cells: TypeAlias = tuple[list[str], list["Style | None"]]
"""What stands in the cells of a line and how; the second cell of a wide letter is empty."""

_NEAR = 8
"""Cells that stay are sent all the same between two that change: going over them takes more."""
_UNKNOWN = "\0"
_STYLES = 4096
"""More styles than that are not remembered: nothing is known then, and all is sent once."""
_RANGES = (
    (0x20, 0x7F), (0xA0, 0xAD), (0xAE, 0x300), (0x2010, 0x2028), (0x2190, 0x2194),
    (0x2500, 0x25FD), (0x2800, 0x2900),
)  # fmt: skip
_ONE_CELL = frozenset(chr(number) for first, end in _RANGES for number in range(first, end))
"""Letters of one cell, of which whole texts are gone over at once; the others one by one."""


class Shown:
    """The cells that a terminal shows, as far as they are known."""

    def __init__(self) -> None:
        """Start with nothing known."""
        self._rows: dict[int, Cells] = {}
        self._styles: dict[Style, Style] = {}

    def forget(self) -> None:
        """Know nothing any more: the next update is sent whole."""
        self._rows.clear()
        self._styles.clear()

    def sent(self, update: LayoutUpdate | ChopsUpdate, console: Console) -> str:
        """Return what has to be sent to show an update, and remember that it is shown."""
        if len(self._styles) > _STYLES:
            self.forget()
        system = COLOR_SYSTEMS[console.color_system] if console.color_system else None
        sequences: list[str] = []
        for y, x, strip in _pieces(update):
            letters, styles = self._cells(strip)
            for start, end in self._changed(y, x, letters, styles):
                sequences.append(f"\x1b[{y + 1};{x + start + 1}H")
                at = start
                for style, run in groupby(styles[start:end]):
                    stop = at + sum(1 for _ in run)
                    text = "".join(letters[at:stop])
                    sequences.append(style.render(text, color_system=system) if style else text)
                    at = stop
        return "".join(sequences)

    def _changed(
        self, y: int, x: int, letters: list[str], styles: list[Style | None]
    ) -> list[tuple[int, int]]:
        """Take over the cells of a piece of a line; return the ranges of them that changed."""
        shown, looks = self._rows.setdefault(y, ([], []))
        end = x + len(letters)
        if len(shown) < end:
            shown += [_UNKNOWN] * (end - len(shown))
            looks += [None] * (end - len(looks))
        if shown[x:end] == letters and looks[x:end] == styles:
            return []
        others = map(or_, map(ne, shown[x:end], letters), map(is_not, looks[x:end], styles))
        found: list[tuple[int, int]] = []
        for at, other in enumerate(others):
            if not other:
                continue
            if found and at - found[-1][1] < _NEAR:
                found[-1] = found[-1][0], at + 1
            else:
                found.append((at, at + 1))
        shown[x:end], looks[x:end] = letters, styles
        return [_whole(start, stop, letters) for start, stop in found]

    def _cells(self, strip: Strip) -> Cells:
        """Return the cells of a piece of a line; of styles that are alike always the same one."""
        letters: list[str] = []
        styles: list[Style | None] = []
        for text, style, control in strip:
            if control:
                continue
            one = style and self._styles.setdefault(style, style)
            known = len(letters)
            if _ONE_CELL.issuperset(text):
                letters += text
            else:
                _add(letters, text)
            styles += [one] * (len(letters) - known)
        return letters, styles


def _add(letters: list[str], text: str) -> None:
    """Add a text to the letters of cells; an accent of its own goes to the letter before it."""
    for char in text:
        width = cell_len(char)
        if width or not letters:
            letters += [char, ""][: max(1, width)]
        else:
            letters[-1 if letters[-1] else -2] += char


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


def _whole(start: int, end: int, letters: list[str]) -> tuple[int, int]:
    """Widen a range so that no wide letter is cut in two."""
    while start and not letters[start]:
        start -= 1
    while end < len(letters) and not letters[end]:
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

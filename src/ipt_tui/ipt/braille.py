"""A canvas of braille dots: every cell holds 2×4 dots, which terminals draw about square.

Dots are counted from the top left: cell (x, y) holds the dots 2x…2x+1 across, 4y…4y+3 down.
"""

from collections.abc import Iterable, Iterator
from math import atan2, cos, floor, hypot, pi, sin, tau

ACROSS, DOWN = 2, 4
"""Dots in one cell."""

_BIT = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
_TEXT = {0: " "} | {bits: chr(0x2800 + bits) for bits in range(1, 256)}

Point = tuple[float, float]
"""A place in dots; dot (3, 5) is the square around (3.0, 5.0)."""
Dot = tuple[int, int]


def ring(centre: Point, radius: float, apart: float = 1.0) -> Iterator[Dot]:
    """Yield the dots of a circle, evenly `apart` (dots along the arc).

    The count is a multiple of eight, so that the circle looks the same from every side.
    """
    across, down = centre
    count = max(8, 8 * round(tau * radius / apart / 8))
    for step in range(count):
        angle = tau * (step + 0.5) / count
        yield _near(across + radius * sin(angle)), _near(down - radius * cos(angle))


def line(start: Point, end: Point, apart: float = 1.0, bend: float = 0.0) -> Iterator[Dot]:
    """Yield the dots of a line from `start` to `end`, evenly `apart`, both ends included.

    `bend` is how far its middle swings out to the left of the way, in dots.
    """
    (x1, y1), (x2, y2) = start, end
    length = hypot(x2 - x1, y2 - y1)
    way = atan2(y2 - y1, x2 - x1)
    count = max(1, round(length / apart))
    for step in range(count + 1):
        along = step / count
        swing = bend * sin(pi * along)
        yield (
            _near(x1 + along * (x2 - x1) + swing * sin(way)),
            _near(y1 + along * (y2 - y1) - swing * cos(way)),
        )


class Canvas:
    """Dots on `width` × `height` cells. A cell has one ink, the highest that was put in it."""

    def __init__(self, width: int, height: int) -> None:
        """Make an empty canvas; sizes in cells."""
        self.width = max(0, width)
        self.height = max(0, height)
        self._bits = bytearray(self.width * self.height)
        self._inks = bytearray(self.width * self.height)

    def put(self, dots: Iterable[Dot], ink: int = 1) -> None:
        """Set dots in an ink (1–255); what lies outside the canvas is left out."""
        for across, down in dots:
            x, y = across // ACROSS, down // DOWN
            if 0 <= x < self.width and 0 <= y < self.height:
                at = y * self.width + x
                self._bits[at] |= _BIT[down % DOWN][across % ACROSS]
                self._inks[at] = max(self._inks[at], ink)

    def clear(self, x: int, y: int, width: int = 1) -> None:
        """Empty `width` cells from cell (x, y) on, as far as they lie on the canvas."""
        if 0 <= y < self.height:
            left, right = max(0, x), min(self.width, x + width)
            span = slice(y * self.width + left, y * self.width + max(left, right))
            self._bits[span] = self._inks[span] = bytes(len(self._bits[span]))

    def rows(self) -> Iterator[tuple[str, bytes]]:
        """Yield each row from the top: its text and the ink of each cell (0 where empty)."""
        for start in range(0, self.width * self.height, self.width or 1):
            span = slice(start, start + self.width)
            yield self._bits[span].decode("latin-1").translate(_TEXT), bytes(self._inks[span])


def cells_of(dots: Iterable[Dot]) -> frozenset[Dot]:
    """Return the cells (x, y) the dots lie in."""
    return frozenset((across // ACROSS, down // DOWN) for across, down in dots)


def _near(value: float) -> int:
    return floor(value + 0.5)

"""Finding a free place for one person after another on the picture of the circle.

A place is rated by what it costs to look at: how far it lies from where the person belongs, how
much of a ring its name covers, whether another name stands right above or below it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from ipt_tui.ipt.braille import DOWN, cells_of
from ipt_tui.ipt.braille import ring as ring_dots
from ipt_tui.ipt.people import Ring
from ipt_tui.ipt.rings import Cell, Rings

TURN = 0.5
"""How far somebody may be turned away from their own side, in radians."""
AIR = 1
"""Free cells kept on both sides of a name."""
LEFT_OF_THE_RIGHT, LEFT_OF_THE_LEFT = 5.0, 2.0
COVERS, TOUCHES, AT_THE_EDGE, ON_ITS_TRAIL = 0.5, 0.4, 2.0, 12.0
"""What things cost, in dots of distance from where somebody belongs."""
LEVEL = 4
"""A trail that goes this many cells aside for each row would run through a name on its side."""


@dataclass(frozen=True, slots=True)
class Span:
    """Cells (x, y) to (x + width - 1, y): one row of the picture."""

    x: int
    y: int
    width: int

    def __contains__(self, cell: object) -> bool:
        """Whether a cell (x, y) lies in it."""
        return (
            isinstance(cell, tuple)
            and cell[1] == self.y
            and self.x <= cell[0] < self.x + self.width
        )


@dataclass(frozen=True, slots=True)
class Seat:
    """Where somebody stands: the cell of the glyph and whether the name is on its left."""

    cell: Cell
    leftward: bool = False

    def span(self, length: int) -> Span:
        """Return the cells of the glyph and a name of `length` cells beside it."""
        x, y = self.cell
        width = length + 2 if length else 1
        return Span(x - width + 1 if self.leftward else x, y, width)


class Board:
    """What is taken on the picture: one integer a row, bit `x + AIR` for cell x."""

    def __init__(self, rings: Rings) -> None:
        """Begin with nobody there."""
        self._rings = rings
        self._width = rings.width
        self._taken = [0] * (rings.height + 2)
        self._lines = list(_lines(rings))

    def take(self, span: Span) -> None:
        """Keep others out of these cells."""
        self._taken[span.y] |= ((1 << span.width) - 1) << (span.x + AIR)

    def give(self, span: Span) -> None:
        """Give back what was taken."""
        self._taken[span.y] &= ~(((1 << span.width) - 1) << (span.x + AIR))

    def free(self, span: Span) -> bool:
        """Whether these cells lie on the picture and nobody is in them or right beside them."""
        if span.x < 0 or span.x + span.width > self._width or not 0 <= span.y < self._rings.height:
            return False
        return not self._taken[span.y] & ((1 << (span.width + 2 * AIR)) - 1) << span.x

    def line(self, cells: Iterable[Cell]) -> None:
        """Note that a line passes through these cells, which names had better not cover."""
        for x, y in cells:
            self._lines[y] |= 1 << (x + AIR)

    def seat(
        self, ring: Ring, angle: float, length: int, before: Ring | None = None
    ) -> Seat | None:
        """Return the best free place in a ring for a name of `length` cells, None if all taken.

        `before` is the ring they moved from: the name stays out of the way of the trail.
        """
        rings, best, lowest = self._rings, None, inf
        near, far = rings.band(ring)
        seen: set[Cell] = set()
        for away, radius, turn in _tries(rings, ring):
            if away >= lowest:
                break
            cell = rings.cell(angle + turn, radius)
            if cell in seen or not rings.holds(cell) or not near < rings.distance(cell) < far:
                continue
            seen.add(cell)
            for seat in (Seat(cell), Seat(cell, leftward=True)) if length else (Seat(cell),):
                span = seat.span(length)
                if self.free(span):
                    cost = away + self._cost(span, seat) + self._in_the_way(seat, before)
                    if cost < lowest:
                        best, lowest = seat, cost
        return best

    def _cost(self, span: Span, seat: Seat) -> float:
        mask = ((1 << span.width) - 1) << (span.x + AIR)
        near = self._taken[span.y - 1] | self._taken[span.y + 1]
        cost = COVERS * (mask & self._lines[span.y]).bit_count()
        cost += TOUCHES * (mask & near).bit_count()
        cost += AT_THE_EDGE * (span.x == 0 or span.x + span.width == self._width)
        if seat.leftward:
            right = seat.cell[0] >= self._rings.centre[0]
            cost += LEFT_OF_THE_RIGHT if right else LEFT_OF_THE_LEFT
        return cost

    def _in_the_way(self, seat: Seat, before: Ring | None) -> float:
        """Return the cost of a name that lies where its own trail runs."""
        if before is None:
            return 0.0
        (x0, y0), (x, y) = self._rings.centre, seat.cell
        share = self._rings.seat(before) / (self._rings.distance(seat.cell) or 1) - 1
        right, down = (x - x0) * share, (y - y0) * share
        level = abs(right) > LEVEL * abs(down)
        return ON_ITS_TRAIL if level and seat.leftward == (right < 0) else 0.0


@lru_cache(maxsize=64)
def _tries(rings: Rings, ring: Ring) -> tuple[tuple[float, float, float], ...]:
    """Return (cost, radius, turn) of the places to try in a ring, the best first."""
    near, far = rings.band(ring)
    best = rings.seat(ring)
    edge = 2.0 if far - near > 2 * DOWN else 0.0
    radii = [best] + [
        radius
        for step in range(1, int((far - near) / 2) + 1)
        for radius in (best - 2 * step, best + 2 * step)
        if near + edge <= radius <= far - edge
    ]
    step = max(0.02, 3 / max(best, 1))
    turns = [0.0] + [sign * step * n for n in range(1, int(TURN / step) + 1) for sign in (1, -1)]
    return tuple(
        sorted(
            (abs(turn) * best + abs(radius - best), radius, turn)
            for radius in radii
            for turn in turns
        )
    )


@lru_cache(maxsize=16)
def _lines(rings: Rings) -> tuple[int, ...]:
    """Return which cells the rings pass through, one integer a row."""
    rows = [0] * (rings.height + 2)
    for radius in rings.radii:
        for x, y in cells_of(ring_dots(rings.middle, radius, 2)):
            if 0 <= y < rings.height and 0 <= x < rings.width:
                rows[y] |= 1 << (x + AIR)
    return tuple(rows)

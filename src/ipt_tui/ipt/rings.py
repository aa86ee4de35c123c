"""The ground plan of the closeness circle: where the rings lie and which side each person has.

Lengths are in dots (a cell is 2 dots wide and 4 high, so that circles are round), angles in
radians clockwise from the top. The centre is the middle of a cell, the one "you" stands on.
"""

from dataclasses import dataclass
from math import atan2, cos, gcd, hypot, sin, tau

from ipt_tui.ipt.braille import ACROSS, DOWN, Point
from ipt_tui.ipt.people import Ring

INNER, MOST = 0.42, 0.6
"""How much of the whole radius the first ring takes, and the most where the picture is small."""
ROOM_FOR_THE_WORD = 7.5
"""Dots the first ring needs so that somebody can stand beside the word in the centre."""
SIDE_MARGIN, TOP_MARGIN = 5.0, 4.0
"""Dots kept free beyond the last ring, for those who stand outside."""
BEYOND = 0.32
"""How far beyond the last ring someone may stand, as a share of its radius."""

Cell = tuple[int, int]
"""A cell (x, y), counted from the top left."""


@dataclass(frozen=True, slots=True)
class Rings:
    """Three rings on a picture of `width` × `height` cells; `radii` in dots, from the inside."""

    width: int
    height: int
    centre: Cell
    radii: tuple[float, float, float]

    @classmethod
    def of(cls, width: int, height: int) -> "Rings":
        """Return the largest rings with a margin around them."""
        x, y = max(0, width - 1) // 2, max(0, height - 1) // 2
        reach = min(
            ACROSS * min(x, width - 1 - x) - SIDE_MARGIN, DOWN * min(y, height - 1 - y) - TOP_MARGIN
        )
        third = max(0.0, reach + 1.5)
        first = min(max(INNER * third, ROOM_FOR_THE_WORD), MOST * third)
        radii = int(first) + 0.5, int((first + third) / 2) + 0.5, int(third) + 0.5
        return cls(width, height, (x, y), radii)

    @property
    def middle(self) -> Point:
        """The centre in dots."""
        return self.dot(self.centre)

    def dot(self, cell: Cell) -> Point:
        """Return the middle of a cell, in dots."""
        return ACROSS * cell[0] + 0.5, DOWN * cell[1] + 1.5

    def cell(self, angle: float, radius: float) -> Cell:
        """Return the cell at an angle, `radius` dots from the centre."""
        x, y = self.centre
        return x + round(radius * sin(angle) / ACROSS), y - round(radius * cos(angle) / DOWN)

    def distance(self, cell: Cell) -> float:
        """Return how far a cell's middle is from the centre, in dots."""
        return hypot(ACROSS * (cell[0] - self.centre[0]), DOWN * (cell[1] - self.centre[1]))

    def angle(self, cell: Cell) -> float:
        """Return the side of the centre a cell lies on."""
        x, y = self.centre
        return atan2(ACROSS * (cell[0] - x), DOWN * (y - cell[1])) % tau

    def on_picture(self, cell: Cell) -> Cell:
        """Return the cell of the picture nearest to a cell that may lie beyond its edge."""
        return (
            max(0, min(self.width - 1, cell[0])),
            max(0, min(self.height - 1, cell[1])),
        )

    def holds(self, cell: Cell) -> bool:
        """Whether the cell lies on the picture."""
        return 0 <= cell[0] < self.width and 0 <= cell[1] < self.height

    def band(self, ring: Ring) -> tuple[float, float]:
        """Return the nearest and farthest a person in this ring may stand, in dots."""
        first, second, third = self.radii
        if ring is Ring.OUTSIDE:
            return third, third * (1 + BEYOND) + 2 * DOWN
        return {1: (0.0, first), 2: (first, second)}.get(ring, (second, third))

    def seat(self, ring: Ring) -> float:
        """Return where in its band a ring's people stand best, in dots from the centre."""
        near, far = self.band(ring)
        if ring is Ring.OUTSIDE:
            return near + 1.5 * DOWN
        return far * 0.64 if ring is Ring.CLOSEST else (near + far) / 2


def sides(count: int) -> tuple[float, ...]:
    """Return an angle for each of `count` people, evenly spread, in the order of the list.

    Those named one after another often stand in the same ring, so they are sent to different
    sides. A quarter of a step of turn gives each of them a row to themselves.
    """
    stride = max(range(1, count + 1), key=lambda step: _spread(step, count), default=1)
    return tuple(tau * ((index * stride) % count + 0.25) / count for index in range(count))


def _spread(stride: int, count: int) -> tuple[int, ...]:
    """Rate a stride around `count` places by how far it keeps neighbours of the list apart."""
    if gcd(stride, count) != 1:
        return (-1,)
    apart = [min(step * stride % count, -step * stride % count) for step in (1, 2, 3)]
    return min(apart), min(apart[:2]), apart[0], -stride

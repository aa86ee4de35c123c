"""The lines of the closeness circle in braille dots: the rings, and the trail of who moved."""

from dataclasses import dataclass
from math import dist

from ipt_tui.ipt.braille import Canvas, Dot, cells_of, line, ring
from ipt_tui.ipt.circle import Placed
from ipt_tui.ipt.placing import Placing, Spot
from ipt_tui.ipt.rings import Cell, Rings

RING, TRAIL = 1, 2
"""The inks: what a cell's colour is taken from."""
RING_APART, TRAIL_APART = 3.0, 2.0
"""Dots from one dot of a line to the next."""
MARK = 2.5
"""Dots around the beginning of a trail that belong to its mark."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """The lines of a picture: for each row its text and the ink of each cell (0: nothing there).

    `trails` tells whose trail passes through a cell.
    """

    rows: tuple[tuple[str, bytes], ...]
    trails: dict[Cell, Placed]


def draw(placing: Placing) -> Drawing:
    """Return the rings and trails of a picture, with some air around the word in the centre."""
    rings = placing.rings
    canvas = Canvas(rings.width, rings.height)
    for radius in rings.radii:
        if radius > 2:
            canvas.put(ring(rings.middle, radius, RING_APART), RING)
    trails: dict[Cell, Placed] = {}
    for spot in placing.spots:
        if spot.was and spot.was != spot.cell:
            dots = trail(rings, spot)
            for x, y in cells_of(dots):
                canvas.clear(x, y)
                trails[x, y] = spot.person
            canvas.put(dots, TRAIL)
    canvas.clear(placing.you.x - 1, placing.you.y, placing.you.width + 2)
    return Drawing(tuple(canvas.rows()), trails)


def trail(rings: Rings, spot: Spot) -> tuple[Dot, ...]:
    """Return the dots from where somebody stood, marked by a larger dot, to where they stand."""
    start, end = rings.dot(spot.was or spot.cell), rings.dot(spot.cell)
    left, top = int(start[0]), int(start[1])
    mark = ((left, top), (left + 1, top), (left, top + 1), (left + 1, top + 1))
    way = (dot for dot in line(start, end, TRAIL_APART) if dist(dot, start) > MARK)
    return (*mark, *way)

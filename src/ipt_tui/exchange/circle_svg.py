"""The closeness circle as a vector picture for a page: rings, names, and where each has come from.

It is laid out by the same rules as on the screen (`ipt.placing`), on a ground of cells as wide as a
letter: so no name lies on another, and everybody keeps their side in both pictures of a pair.
"""

from __future__ import annotations

from html import escape
from math import hypot
from typing import TYPE_CHECKING

from ipt_tui.ipt.circle_words import known_as
from ipt_tui.ipt.people import Ring
from ipt_tui.ipt.placing import place
from ipt_tui.ipt.text import cells, clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ipt_tui.ipt.circle import Circle
    from ipt_tui.ipt.placing import Placing, Spot
    from ipt_tui.ipt.rings import Cell

WIDE, HIGH = 9.0, 18.0
"""A cell in units of the picture: a letter of the font is a little narrower."""
FONT = 15
DOT, GONE = 4.5, 3.5
"""How large the sign of somebody is, and that of where they stood before."""
NEARER = 4
"""By how much a name moves to its sign: between them is a cell, which is much."""
SIZES = ((46, 23), (56, 28), (68, 34), (84, 42), (104, 52), (132, 66))
"""Grounds in cells; the first on which everybody's whole name has room is taken."""
_WIDE_LETTERS = frozenset("MWmw@%")


def size_for(circles: Iterable[Circle]) -> tuple[int, int]:
    """Return the smallest ground on which all names of these have room, else the largest."""
    circles = tuple(circles)
    for size in SIZES:
        if all(_has_room(place(circle, *size)) for circle in circles):
            return size
    return SIZES[-1]


def circle_svg(
    circle: Circle, title: str, words: str, size: tuple[int, int], name: str
) -> Iterator[str]:
    """Yield the picture as lines of SVG that can stand within a page.

    Args:
        circle: Who stands where; with a trail for whoever stood elsewhere before.
        title: What the picture is.
        words: What it shows, for whoever cannot see it.
        size: The ground in cells.
        name: By which the parts of the picture are known on the page, its own on each page.
    """
    placing = place(circle, *size)
    width, height = size[0] * WIDE, size[1] * HIGH
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" role="img"'
        f' aria-labelledby="{name}-title {name}-desc" font-size="{FONT}"'
        ' font-family="system-ui, sans-serif" fill="currentColor">'
    )
    yield f'<title id="{name}-title">{_told(title)}</title>'
    yield f'<desc id="{name}-desc">{_told(words)} {_told(_rings(circle))}</desc>'
    yield from _ground(placing)
    for spot in placing.spots:
        yield from _trail(spot)
    for spot in placing.spots:
        yield from _somebody(spot)
    if placing.hidden:
        others = ", ".join(known_as(spot.person) for spot in placing.hidden)
        yield (
            f'<text x="{width - 4:g}" y="{height - 6:g}" text-anchor="end">'
            f"+{len(placing.hidden)}<title>{_told(others)}</title></text>"
        )
    yield "</svg>"


def _has_room(placing: Placing) -> bool:
    """Whether everybody is drawn, each with the whole name."""
    whole = all(spot.text == " ".join(clean(spot.person.label).split()) for spot in placing.spots)
    return whole and not placing.hidden


def _ground(placing: Placing) -> Iterator[str]:
    x, y = _middle(placing.rings.centre)
    for number, radius in enumerate(placing.rings.radii):
        faint = 0.55 - 0.12 * number
        yield (
            f'<circle cx="{x:g}" cy="{y:g}" r="{radius * WIDE / 2:.1f}" fill="none"'
            f' stroke="currentColor" stroke-opacity="{faint:.2f}"/>'
        )
    yield _text(x, y, placing.word, "middle", ' font-weight="bold"')


def _trail(spot: Spot) -> Iterator[str]:
    """Yield where somebody stood before, and the way from there."""
    if spot.was is None or spot.was == spot.cell:
        return
    (x0, y0), (x1, y1) = _middle(spot.was), _middle(spot.cell)
    long = hypot(x1 - x0, y1 - y0)
    share = (GONE / long, max(0.0, 1 - (DOT + 2) / long))
    (ax, ay), (bx, by) = ((x0 + (x1 - x0) * s, y0 + (y1 - y0) * s) for s in share)
    yield (
        f'<circle cx="{x0:g}" cy="{y0:g}" r="{GONE}" fill="none" stroke="currentColor"/>'
        f'<line x1="{ax:.1f}" y1="{ay:.1f}" x2="{bx:.1f}" y2="{by:.1f}" stroke="currentColor"'
        ' stroke-width="1.6" stroke-dasharray="4 3"/>'
    )


def _somebody(spot: Spot) -> Iterator[str]:
    x, y = _middle(spot.cell)
    yield f'<circle cx="{x:g}" cy="{y:g}" r="{DOT}"/>'
    if not spot.text:
        return
    room, leftward = cells(spot.text) * WIDE, spot.text_x < spot.cell[0]
    fitted = (
        f' textLength="{room:g}" lengthAdjust="spacingAndGlyphs"' if _is_wide(spot.text) else ""
    )
    at = (spot.cell[0] - 1) * WIDE + NEARER if leftward else spot.text_x * WIDE - NEARER
    yield _text(at, y, spot.text, "end" if leftward else "start", fitted)


def _text(x: float, y: float, text: str, anchor: str, more: str = "") -> str:
    """Return a text whose middle is at a height, over a halo that the page's style can draw.

    Without that style it is the text twice in one place.
    """
    at = f'x="{x:g}" y="{y + FONT / 3:.1f}" text-anchor="{anchor}"{more}>{_told(text)}</text>'
    return f'<text class="halo" aria-hidden="true" {at}<text {at}'


def _is_wide(text: str) -> bool:
    """Whether the letters of a text may be wider than its cells, so that it has to be fitted."""
    return sum(letter in _WIDE_LETTERS or not letter.isascii() for letter in text) * 3 > len(text)


def _middle(cell: Cell) -> tuple[float, float]:
    return (cell[0] + 0.5) * WIDE, (cell[1] + 0.5) * HIGH


def _rings(circle: Circle) -> str:
    """Return who stands in which ring: "Closest: Sam, Dad †. Close: Jo."."""
    told = []
    for ring in (Ring.CLOSEST, Ring.CLOSE, Ring.WIDER, Ring.OUTSIDE):
        there = [
            person.label or known_as(person) for person in circle.people if person.ring is ring
        ]
        if there:
            told.append(f"{ring.label.capitalize()}: {', '.join(there)}.")
    return " ".join(told)


def _told(text: str) -> str:
    return escape(" ".join(clean(text).split()))

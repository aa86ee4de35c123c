"""The picture of the closeness circle, row by row: what stands there and whose it is.

Colours and who is selected are not in it, so it is made once for a circle and a size.
"""

from collections.abc import Iterator
from enum import Enum, auto
from itertools import groupby
from typing import NamedTuple

from ipt_tui.ipt.circle import Placed
from ipt_tui.ipt.circle_lines import TRAIL, Drawing, draw
from ipt_tui.ipt.placing import Placing, Spot
from ipt_tui.ipt.seating import Span


class Part(Enum):
    """What a run of text is: it decides the colour."""

    RING = auto()
    TRAIL = auto()
    YOU = auto()
    GLYPH = auto()
    NAME = auto()
    BEFORE = auto()
    """The free cell before somebody's glyph and name."""
    AFTER = auto()
    """The free cell after them."""
    MORE = auto()


class Run(NamedTuple):
    """Text on one row, all of one part and, where it is a person's, of one person."""

    text: str
    part: Part
    person: Placed | None = None


Row = tuple[Run, ...]


def picture(placing: Placing) -> tuple[Row, ...]:
    """Return the rows of a picture from the top; each fills the width to the cell."""
    drawing = draw(placing)
    written: list[list[tuple[Span, Row]]] = [[] for _ in drawing.rows]
    for spot in placing.spots:
        written[spot.cell[1]].append((spot.span, _of_person(spot)))
    if placing.word:
        written[placing.you.y].append((placing.you, (Run(placing.word, Part.YOU),)))
    if placing.more:
        count = f"+{len(placing.hidden)}".rjust(placing.more.width)
        written[placing.more.y].append((placing.more, (Run(count, Part.MORE),)))
    return tuple(tuple(_row(drawing, y, row)) for y, row in enumerate(written))


def _of_person(spot: Spot) -> Row:
    glyph = Run(spot.person.glyph, Part.GLYPH, spot.person)
    if not spot.text:
        return (glyph,)
    if spot.text_x < spot.cell[0]:
        return Run(spot.text + " ", Part.NAME, spot.person), glyph
    return glyph, Run(" " + spot.text, Part.NAME, spot.person)


def _row(drawing: Drawing, y: int, written: list[tuple[Span, Row]]) -> Iterator[Run]:
    """Yield the runs of one row: what is written, and the lines between."""
    x, width = 0, len(drawing.rows[y][0])
    for span, runs in sorted(written, key=lambda piece: piece[0].x):
        person = runs[0].person
        before = person is not None and span.x > x
        yield from _lines(drawing, y, x, span.x - before)
        if before:
            yield Run(" ", Part.BEFORE, person)
        yield from runs
        x = span.x + span.width
        if person and x < width:
            yield Run(" ", Part.AFTER, person)
            x += 1
    yield from _lines(drawing, y, x, width)


def _lines(drawing: Drawing, y: int, start: int, end: int) -> Iterator[Run]:
    text, inks = drawing.rows[y]

    def whose(x: int) -> Placed | None:
        return drawing.trails.get((x, y)) if inks[x] == TRAIL else None

    for person, xs in groupby(range(start, end), whose):
        run = list(xs)
        yield Run(text[run[0] : run[-1] + 1], Part.TRAIL if person else Part.RING, person)

"""Who stands where on the picture of the closeness circle.

Everyone keeps their side of the circle, whichever the view or the date, and stands in the band
of their ring. What gives way where it is narrow is, in this order: a few degrees, the end of the
name, the name; and only then is somebody counted instead of drawn.
"""

from dataclasses import dataclass
from functools import partial

from ipt_tui.ipt.circle import Circle, Placed
from ipt_tui.ipt.people import DIED_GLYPH, Life, Ring
from ipt_tui.ipt.rings import Cell, Rings, sides
from ipt_tui.ipt.seating import Board, Seat, Span
from ipt_tui.ipt.text import Measure, cells, fit, one_line

VEIL = "▒▒▒"
LONGEST = 24
"""Cells a name may take where there is all the room in the world."""
SHORTER = ((10,), (7,), (5,), (3,), (3, 0), (0,))
"""What names are cut to, one after another, until everyone has a place: (3, 0) leaves a name out
only where 3 cells are too many."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One person on the picture.

    `cell` is where the glyph stands and `text` what stands beside it, beginning at cell `text_x`;
    `span` covers both. `was` is the cell where they stood before, None if they have not moved or
    were not on the circle. `angle` is their own side, in radians clockwise from the top.
    """

    person: Placed
    angle: float
    cell: Cell
    text: str
    text_x: int
    span: Span
    was: Cell | None = None


@dataclass(frozen=True, slots=True)
class Placing:
    """The picture of a circle on `rings.width` × `rings.height` cells.

    `you` are the cells of `word` in the centre. `hidden` are those for whom there is no room;
    `more` are the cells for their count, None when everyone is drawn.
    """

    rings: Rings
    word: str
    you: Span
    spots: tuple[Spot, ...] = ()
    hidden: tuple[Spot, ...] = ()
    more: Span | None = None

    def at(self, cell: Cell) -> Spot | None:
        """Return who is drawn at a cell, glyph or name, None where nobody is."""
        return next((spot for spot in self.spots if cell in spot.span), None)

    def spot(self, uid: str | None) -> Spot | None:
        """Return where a person stands; for one who is hidden, where they would."""
        return next((spot for spot in self.spots + self.hidden if spot.person.uid == uid), None)


def place(
    circle: Circle, width: int, height: int, word: str = "you", measure: Measure = cells
) -> Placing:
    """Return where everyone stands on a picture of `width` × `height` cells.

    Args:
        circle: Who is to be drawn.
        width: Cells across.
        height: Cells down.
        word: What stands in the centre.
        measure: How many cells a text takes.
    """
    rings = Rings.of(width, height)
    word = one_line(word, min(width, max(3, int(rings.radii[0]) - 2)) if height else 0, measure)
    you = Span(rings.centre[0] - max(0, measure(word) - 1) // 2, rings.centre[1], measure(word))
    longest = min(LONGEST, max(6, width // 3))
    guests = _guests(circle, longest, measure)
    more: Span | None = None
    for lengths in ((longest,), *SHORTER):
        board, seats = _seat(rings, guests, lengths, (you,))
        if None not in seats:
            break
    else:
        more = _corner(rings, you, len(guests))
        board, seats = _seat(rings, guests, (0,), (you, more) if more else (you,), everyone=False)
    seats = _lengthened(board, guests, seats, longest)
    spots = tuple(map(partial(_spot, rings, measure), guests, seats))
    hidden = tuple(spot for spot, seat in zip(spots, seats, strict=True) if seat is None)
    drawn = tuple(spot for spot, seat in zip(spots, seats, strict=True) if seat)
    return Placing(rings, word, you, drawn, hidden, more if hidden else None)


Seated = tuple[Seat, str]
"""A seat and as much of the name as stands beside it."""


@dataclass(frozen=True, slots=True)
class _Guest:
    """Somebody to be seated: their ring, their side and their name as it is drawn."""

    person: Placed
    ring: Ring
    angle: float
    name: str
    died: bool
    measure: Measure

    def text(self, limit: int) -> str:
        """Return at most `limit` cells of the name; the sign for the dead is the last to go."""
        if not self.died:
            return fit(self.name, limit, self.measure)
        name = fit(self.name, limit - 2, self.measure)
        return f"{name} {DIED_GLYPH}" if name else DIED_GLYPH if limit else ""


def _guests(circle: Circle, longest: int, measure: Measure) -> list[_Guest]:
    """Return those who are drawn, the inner rings first: there the room is scarcest."""
    guests = []
    for person, angle in zip(circle.people, sides(len(circle.people)), strict=True):
        if person.ring is not None and person.on_circle:
            name = VEIL if person.veiled else one_line(person.name, longest, measure)
            died = person.life == Life.DIED and not person.veiled
            guests.append(_Guest(person, person.ring, angle, name, died, measure))
    return sorted(guests, key=lambda guest: guest.ring)


def _seat(
    rings: Rings,
    guests: list[_Guest],
    lengths: tuple[int, ...],
    kept: tuple[Span, ...],
    *,
    everyone: bool = True,
) -> tuple[Board, list[Seated | None]]:
    """Seat the guests, each with the first of the lengths for which there is room.

    Stops at the first for whom there is no place, unless it is known that not everyone fits.
    """
    board, seats = Board(rings), list[Seated | None]()
    for span in kept:
        board.take(span)
        board.line(
            (x, y) for x in range(span.x, span.x + span.width) for y in (span.y - 1, span.y + 1)
        )
    for guest in guests:
        seated = None
        for text in map(guest.text, lengths):
            width = guest.measure(text)
            seat = board.seat(guest.ring, guest.angle, width, _before(guest.person))
            if seat:
                seated = seat, text
                board.take(seat.span(width))
                was = _was(rings, guest.person, seat.cell)
                board.line((was,) if was else ())
                break
        seats.append(seated)
        if everyone and not seated:
            break
    return board, seats


def _lengthened(
    board: Board, guests: list[_Guest], seats: list[Seated | None], longest: int
) -> list[Seated | None]:
    """Give names back what was cut off where there is room, a little to each in turn."""
    seats = list(seats)
    for length in range(2, longest + 2, 2):
        for index, guest in enumerate(guests):
            seated, text = seats[index], guest.text(min(length, longest))
            if seated and guest.measure(text) > guest.measure(seated[1]):
                seat, shorter = seated
                narrow, wide = (seat.span(guest.measure(name)) for name in (shorter, text))
                board.give(narrow)
                fits = board.free(wide)
                board.take(wide if fits else narrow)
                seats[index] = seat, text if fits else shorter
    return seats


def _spot(rings: Rings, measure: Measure, guest: _Guest, seated: Seated | None) -> Spot:
    nowhere = Seat(rings.on_picture(rings.cell(guest.angle, rings.seat(guest.ring))))
    seat, text = seated or (nowhere, "")
    span = seat.span(measure(text))
    text_x = span.x if seat.leftward else span.x + 2
    was = _was(rings, guest.person, seat.cell)
    return Spot(guest.person, guest.angle, seat.cell, text, text_x, span, was)


def _was(rings: Rings, person: Placed, cell: Cell) -> Cell | None:
    """Return where somebody at `cell` stood before: on the same side, in the ring of then."""
    before = _before(person)
    if before is None:
        return None
    return rings.on_picture(rings.cell(rings.angle(cell), rings.seat(before)))


def _before(person: Placed) -> Ring | None:
    """Return the ring somebody moved from, None if they did not or were not on the circle."""
    return person.before if person.moved and person.before is not Ring.OFF else None


def _corner(rings: Rings, you: Span, count: int) -> Span | None:
    """Return the cells at the bottom right for "+5", None where "you" needs them."""
    width = len(f"+{count}")
    span = Span(rings.width - width, rings.height - 1, width)
    free = span.y > you.y or span.x > you.x + you.width
    return span if free and span.x >= 0 and span.y >= 0 else None

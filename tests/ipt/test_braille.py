from itertools import pairwise
from math import hypot, tau

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.braille import Canvas, Dot, cells_of, line, ring


def picture(canvas: Canvas) -> list[str]:
    return [text for text, _ in canvas.rows()]


@pytest.mark.parametrize(
    ("dot", "expected"),
    [
        ((0, 0), "⠁"),
        ((0, 1), "⠂"),
        ((0, 2), "⠄"),
        ((0, 3), "⡀"),
        ((1, 0), "⠈"),
        ((1, 1), "⠐"),
        ((1, 2), "⠠"),
        ((1, 3), "⢀"),
    ],
)
def test_each_dot_has_its_place_in_the_cell(dot: Dot, expected: str) -> None:
    canvas = Canvas(1, 1)
    canvas.put([dot])
    assert picture(canvas) == [expected]


def test_dots_of_one_cell_are_drawn_together() -> None:
    canvas = Canvas(3, 2)
    canvas.put([(2, 4), (3, 7)])
    canvas.put([(2, 5)])
    assert picture(canvas) == ["   ", " ⢃ "]


def test_what_lies_outside_is_left_out() -> None:
    canvas = Canvas(2, 2)
    canvas.put([(-1, 0), (0, -1), (4, 0), (0, 8), (400, 800)])
    assert picture(canvas) == ["  ", "  "]


def test_the_highest_ink_wins_whatever_the_order() -> None:
    canvas = Canvas(2, 1)
    canvas.put([(0, 0), (2, 0)], 3)
    canvas.put([(1, 0)], 2)
    canvas.put([(3, 0)], 5)
    assert list(canvas.rows()) == [("⠉⠉", bytes([3, 5]))]


def test_clearing_empties_text_and_ink_and_nothing_else() -> None:
    canvas = Canvas(4, 2)
    canvas.put([(x, y) for x in range(8) for y in range(8)])
    canvas.clear(1, 0, 2)
    canvas.clear(3, 1, 9)
    canvas.clear(-3, 1, 4)
    canvas.clear(0, 7)
    canvas.clear(9, 0)
    assert list(canvas.rows()) == [("⣿  ⣿", b"\1\0\0\1"), (" ⣿⣿ ", b"\0\1\1\0")]


@pytest.mark.parametrize("size", [(0, 0), (0, 3), (3, 0), (-1, 2)])
def test_a_canvas_without_cells_takes_dots_and_shows_none(size: tuple[int, int]) -> None:
    canvas = Canvas(*size)
    canvas.put([(0, 0)])
    canvas.clear(0, 0)
    assert "".join(picture(canvas)) == ""


@given(width=st.integers(1, 40), height=st.integers(1, 20), data=st.data())
def test_every_row_has_a_letter_and_an_ink_for_each_cell(
    width: int, height: int, data: st.DataObject
) -> None:
    canvas = Canvas(width, height)
    canvas.put(data.draw(st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90)))), 7)
    rows = list(canvas.rows())
    assert len(rows) == height
    for text, inks in rows:
        assert len(text) == len(inks) == width
        assert [letter != " " for letter in text] == [ink == 7 for ink in inks]


radii = st.integers(2, 120).map(lambda radius: radius + 0.5)


@given(radius=radii, apart=st.floats(1, 6))
def test_a_ring_is_round_and_the_same_from_every_side(radius: float, apart: float) -> None:
    dots = set(ring((200.5, 200.5), radius, apart))
    assert all(abs(hypot(x - 200.5, y - 200.5) - radius) < 0.75 for x, y in dots)
    assert dots == {(401 - x, y) for x, y in dots} == {(x, 401 - y) for x, y in dots}
    assert dots == {(y, x) for x, y in dots}


@given(radius=st.integers(8, 120).map(lambda radius: radius + 0.5), apart=st.floats(2, 6))
def test_the_dots_of_a_ring_are_evenly_apart(radius: float, apart: float) -> None:
    dots = list(ring((200.5, 200.5), radius, apart))
    gaps = [hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise([*dots, dots[0]])]
    even = tau * radius / len(dots)
    assert abs(tau * radius / apart - len(dots)) <= 4
    assert all(abs(gap - even) < 1.5 for gap in gaps)


def test_a_ring_without_gaps_is_closed() -> None:
    dots = list(ring((60.5, 60.5), 40.5, 1))
    assert all(max(abs(b[0] - a[0]), abs(b[1] - a[1])) <= 1 for a, b in pairwise([*dots, dots[0]]))


ends = st.tuples(st.integers(0, 200), st.integers(0, 200))


@given(start=ends, end=ends, apart=st.floats(1, 5), bend=st.floats(-20, 20))
def test_a_line_begins_and_ends_where_it_should(
    start: Dot, end: Dot, apart: float, bend: float
) -> None:
    dots = list(line(start, end, apart, bend))
    assert (dots[0], dots[-1]) == (start, end)


@given(start=ends, end=ends)
def test_a_straight_line_keeps_to_its_way(start: Dot, end: Dot) -> None:
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1
    for x, y in line(start, end, 2):
        aside = (x - start[0]) * (end[1] - start[1]) - (y - start[1]) * (end[0] - start[0])
        assert abs(aside) / length < 0.75


def test_a_bent_line_swings_out_to_the_left_of_its_way() -> None:
    rightward = list(line((0, 50), (40, 50), 2, bend=6))
    downward = list(line((50, 0), (50, 40), 2, bend=6))
    assert min(y for _, y in rightward) == 44
    assert max(y for _, y in rightward) == 50
    assert max(x for x, _ in downward) == 56


def test_cells_of_dots() -> None:
    assert cells_of([(0, 0), (1, 3), (2, 4)]) == {(0, 0), (1, 1)}

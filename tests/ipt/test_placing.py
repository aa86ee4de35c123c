"""What is true of every picture, whoever is on it and whatever its size."""

from dataclasses import replace
from itertools import pairwise
from math import pi, tau

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.circle import Circle
from ipt_tui.ipt.people import Ring
from ipt_tui.ipt.placing import place
from ipt_tui.ipt.rings import sides
from ipt_tui.ipt.text import cells
from tests.ipt.circles import check_room, circle, circles, heights, turned, widths


@given(circles(), widths, heights)
def test_everyone_has_a_place_of_their_own_on_the_picture(
    value: Circle, width: int, height: int
) -> None:
    check_room(place(value, width, height))


@given(circles(), widths, heights)
def test_everyone_is_drawn_or_counted(value: Circle, width: int, height: int) -> None:
    placing = place(value, width, height)
    uids = [spot.person.uid for spot in placing.spots + placing.hidden]
    assert sorted(uids) == sorted(person.uid for person in value.drawn)
    assert (placing.more is None) == (not placing.hidden)


@given(circles(), widths, heights)
def test_everyone_stands_in_the_band_of_their_ring_on_their_side(
    value: Circle, width: int, height: int
) -> None:
    placing = place(value, width, height)
    for spot in placing.spots:
        assert spot.person.ring is not None
        near, far = placing.rings.band(spot.person.ring)
        distance = placing.rings.distance(spot.cell)
        assert near < distance < far
        assert turned(placing, spot) <= 0.5 + 2.5 / distance  # a cell is 2×4 dots


@given(circles(), widths, heights)
def test_glyph_and_name_fill_their_cells(value: Circle, width: int, height: int) -> None:
    for spot in place(value, width, height).spots:
        assert spot.cell in spot.span
        assert spot.span.width == (2 + cells(spot.text) if spot.text else 1)
        if spot.text:
            left = spot.cell[0] == spot.span.x
            assert spot.text_x == (spot.cell[0] + 2 if left else spot.span.x)
            assert left or spot.cell[0] == spot.span.x + spot.span.width - 1


@given(circles(), widths, heights)
def test_the_same_input_gives_the_same_picture(value: Circle, width: int, height: int) -> None:
    assert place(value, width, height) == place(replace(value), width, height)


@given(circles(), st.data())
def test_a_side_depends_on_the_list_of_people_alone(value: Circle, data: st.DataObject) -> None:
    moved = circle(
        *(replace(p, ring=data.draw(st.sampled_from(list(Ring)[1:]))) for p in value.people)
    )
    now, then = place(value, 60, 28), place(moved, 90, 30)
    for spot in now.spots + now.hidden:
        again = then.spot(spot.person.uid)
        assert again is not None
        assert again.angle == spot.angle


@given(st.integers(1, 40))
def test_sides_are_evenly_spread(count: int) -> None:
    angles = sorted(sides(count))
    assert all(0 <= angle < tau for angle in angles)
    gaps = [after - before for before, after in pairwise(angles)]
    assert gaps == pytest.approx([tau / count] * (count - 1))


@given(st.integers(7, 40))
def test_who_is_named_in_one_breath_is_not_put_side_by_side(count: int) -> None:
    angles = sides(count)
    for before, after in pairwise(angles):
        assert abs((before - after + pi) % tau - pi) > 1.5 * tau / count


@given(st.text(), widths, heights)
def test_any_word_fits_the_centre(word: str, width: int, height: int) -> None:
    placing = place(circle(), width, height, word)
    assert cells(placing.word) == placing.you.width
    assert 0 <= placing.you.x <= width - placing.you.width

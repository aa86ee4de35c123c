"""Single pictures: the people of the case, crowds, the dead, the veiled, trails."""

from dataclasses import replace
from math import pi, tau

import pytest

from ipt_tui.ipt.circle import Placed
from ipt_tui.ipt.people import Ring
from ipt_tui.ipt.placing import place
from ipt_tui.ipt.rings import Rings
from ipt_tui.ipt.seating import Span
from tests.ipt.circles import K7, check_room, circle, crowd, k7, turned


@pytest.mark.parametrize("size", [(w, h) for w in (0, 1, 2, 5, 12, 23) for h in (0, 1, 3, 8)])
def test_where_there_is_no_room_people_are_counted(size: tuple[int, int]) -> None:
    placing = place(k7(), *size)
    assert len(placing.spots) + len(placing.hidden) == 9
    check_room(placing)


@pytest.mark.parametrize("ring", [1, 2, 3, 4])
@pytest.mark.parametrize("size", [(24, 9), (30, 12), (44, 21), (60, 28), (80, 40), (120, 60)])
def test_a_crowd_in_one_ring_has_room_or_is_counted(ring: int, size: tuple[int, int]) -> None:
    for count in (9, 16, 30):
        placing = place(crowd(count, ring, name="Margarethe"), *size)
        check_room(placing)
        assert len(placing.spots) + len(placing.hidden) == count
        assert size[0] < 44 or ring == 1 or not placing.hidden


def test_nine_people_have_their_whole_names_at_44_by_21() -> None:
    placing = place(k7(), 44, 21)
    assert not placing.hidden
    assert {spot.text for spot in placing.spots} == {*(n for n, *_ in K7 if n != "Dad"), "Dad †"}
    for spot in placing.spots:
        assert turned(placing, spot) < 0.3
        near, far = placing.rings.band(spot.person.ring or Ring.OFF)
        assert near + 2 < placing.rings.distance(spot.cell) < far - 2


def test_people_on_one_ring_stand_on_all_sides_of_it() -> None:
    placing = place(crowd(8, 2), 60, 28)
    angles = sorted(placing.rings.angle(spot.cell) for spot in placing.spots)
    gaps = [b - a for a, b in zip(angles, [*angles[1:], angles[0] + tau], strict=True)]
    assert max(gaps) < 1.5 * tau / 8


def test_a_move_of_one_leaves_the_others_where_they_are() -> None:
    before = k7()
    moved = replace(before.people[5], ring=Ring.OUTSIDE, before=Ring.WIDER)
    after = replace(before, people=(*before.people[:5], moved, *before.people[6:]))
    then, now = place(before, 60, 28), place(after, 60, 28)
    for spot in then.spots:
        other = now.spot(spot.person.uid)
        assert other is not None
        assert (other.cell == spot.cell) == (spot.person.uid != "Ben")


def test_names_are_cut_before_anybody_is_left_out() -> None:
    roomy, narrow = place(crowd(30, 1, 2, 3), 80, 40), place(crowd(30, 1, 2, 3), 40, 18)
    assert not roomy.hidden
    assert not narrow.hidden
    assert all(spot.text == spot.person.name for spot in roomy.spots)
    assert any(spot.text.endswith("…") for spot in narrow.spots)


def test_a_name_that_was_cut_gets_back_what_fits() -> None:
    placing = place(crowd(30, 3, name="Anna"), 60, 28)
    lengths = {len(spot.text) for spot in placing.spots}
    assert max(lengths) > min(lengths)
    assert any(spot.text == spot.person.name for spot in placing.spots)


def test_the_smallest_picture_has_room_for_four_in_the_closest_ring() -> None:
    assert not place(crowd(4, 1), 24, 9).hidden


def test_everyone_in_the_closest_ring_of_a_small_picture_is_counted() -> None:
    placing = place(crowd(30, 1), 24, 9)
    assert placing.hidden
    assert placing.more == Span(24 - 3, 8, 3)


def test_the_sign_for_the_dead_outlasts_the_name() -> None:
    dead = Placed(uid="d", name="Grandfather Augusto", ring=Ring.WIDER, life="died")
    (spot,) = place(circle(dead), 24, 20).spots
    assert spot.text == "Grand… †"


def test_a_veiled_person_has_neither_name_nor_sign() -> None:
    veiled = Placed(uid="v", name="Secret", ring=Ring.CLOSE, life="died", veiled=True)
    (spot,) = place(circle(veiled), 44, 21).spots
    assert spot.text == "▒▒▒"


def test_a_trail_begins_on_the_same_side_in_the_ring_of_before() -> None:
    placing = place(k7(), 80, 40)
    for spot in placing.spots:
        if not spot.person.moved:
            assert spot.was is None
            continue
        assert spot.was is not None
        assert spot.person.before is not None
        near, far = placing.rings.band(spot.person.before)
        assert near < placing.rings.distance(spot.was) < far
        side = placing.rings.angle(spot.was) - placing.rings.angle(spot.cell)
        assert abs((side + pi) % tau - pi) < 0.15


def test_a_name_stays_out_of_the_way_of_its_own_trail() -> None:
    placing = place(k7(), 44, 21)
    for spot in placing.spots:
        assert spot.was is None or spot.was not in spot.span
    priya = placing.spot("Priya")
    assert priya is not None
    assert priya.text_x < priya.cell[0]


@pytest.mark.parametrize("before", [None, Ring.OFF, Ring.CLOSE])
def test_no_trail_from_where_nobody_stood(before: Ring | None) -> None:
    (spot,) = place(circle(Placed("u", "Jo", ring=Ring.CLOSE, before=before)), 44, 21).spots
    assert spot.was is None


@pytest.mark.parametrize("before", [Ring.CLOSE, Ring.OUTSIDE])
@pytest.mark.parametrize("size", [(24, 9), (44, 21), (120, 20)])
def test_a_trail_begins_on_the_picture(before: Ring, size: tuple[int, int]) -> None:
    people = [Placed(str(n), "Jo", ring=Ring.WIDER, before=before) for n in range(9)]
    placing = place(circle(*people), *size)
    for spot in placing.spots:
        assert spot.was is not None
        assert placing.rings.holds(spot.was)


@pytest.mark.parametrize("size", [(24, 9), (44, 21), (60, 28), (80, 40), (120, 60), (120, 9)])
def test_the_rings_leave_a_margin_and_room_for_the_word(size: tuple[int, int]) -> None:
    rings = Rings.of(*size)
    assert rings.radii[0] < rings.radii[1] < rings.radii[2]
    x, y = rings.middle
    assert min(x, 2 * size[0] - 1 - x) - rings.radii[2] >= 5
    assert min(y, 4 * size[1] - 1 - y) - rings.radii[2] >= 4
    placing = place(circle(), *size)
    assert placing.word == "you"
    assert placing.you == Span(rings.centre[0] - 1, rings.centre[1], 3)


def test_names_are_measured_as_told() -> None:
    (spot,) = place(circle(Placed("u", "Jo", ring=Ring.CLOSE)), 44, 21, measure=_double).spots
    assert spot.span.width == 6


def _double(text: str) -> int:
    return 2 * len(text)


def test_who_stands_at_a_cell() -> None:
    placing = place(k7(), 44, 21)
    for spot in placing.spots:
        assert placing.at(spot.cell) is spot
        assert placing.at((spot.text_x, spot.cell[1])) is spot
        assert spot.cell[1] != 0
    assert placing.at((0, 0)) is None
    assert placing.spot("nobody") is None

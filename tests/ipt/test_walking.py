from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipt_tui.ipt import walking
from ipt_tui.ipt.circle import Circle, Placed
from ipt_tui.ipt.people import Ring, View
from ipt_tui.ipt.placing import Placing, place
from ipt_tui.ipt.walking import Steps, order, steps


def placed(rings: list[Ring], width: int = 60, height: int = 28) -> Placing:
    people = tuple(Placed(str(n), f"Person {n}", ring=ring) for n, ring in enumerate(rings))
    return place(Circle("c", "K7", View.NOW, date(2026, 11, 23), people=people), width, height)


def reached(found: Steps, start: str) -> set[str]:
    seen, new = {start}, [start]
    while new:
        here = new.pop()
        for (uid, _), other in found.items():
            if uid == here and other not in seen:
                seen.add(other)
                new.append(other)
    return seen


drawn = st.lists(st.sampled_from(list(Ring)[1:]), min_size=1, max_size=30)


@settings(max_examples=100, deadline=None)
@given(drawn, st.integers(24, 120), st.integers(9, 60))
def test_everyone_can_be_walked_to_from_everyone(
    rings: list[Ring], width: int, height: int
) -> None:
    placing = placed(rings, width, height)
    found = steps(placing)
    for start in order(placing):
        assert reached(found, start) == {str(n) for n in range(len(rings))}


@settings(max_examples=60, deadline=None)
@given(drawn)
def test_a_step_goes_where_it_says(rings: list[Ring]) -> None:
    placing = placed(rings, 90, 44)
    cells = {spot.person.uid: spot.cell for spot in placing.spots}
    for (uid, direction), other in steps(placing).items():
        (x, y), (to_x, to_y) = cells[uid], cells[other]
        ahead = {"left": x - to_x, "right": to_x - x, "up": y - to_y, "down": to_y - y}
        assert ahead[direction] > 0


def test_who_lies_more_ahead_than_aside_goes_first() -> None:
    found = walking._nearest({"here": (0, 0), "ahead": (20, 4), "aside": (4, 10)})
    assert found["here", "right"] == "ahead"
    assert found["here", "down"] == "aside"
    assert ("here", "up") not in found
    assert ("here", "left") not in found


def test_of_two_ahead_the_nearer_is_chosen() -> None:
    found = walking._nearest({"here": (0, 0), "far": (-30, 0), "near": (-12, 9)})
    assert found["here", "left"] == "near"


def test_who_lies_aside_is_reached_where_nobody_is_ahead() -> None:
    found = walking._nearest({"here": (0, 0), "aside": (1, 30)})
    assert found["here", "right"] == found["here", "down"] == "aside"


def test_where_the_nearest_leaves_someone_out_left_and_right_reach_all(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(walking, "_nearest", lambda places: {})
    placing = placed([Ring.CLOSE] * 6)
    found = steps(placing)
    assert reached(found, "0") == {str(n) for n in range(6)}
    by_x = sorted(placing.spots, key=lambda spot: spot.cell)
    assert found[by_x[0].person.uid, "right"] == by_x[1].person.uid
    assert (by_x[-1].person.uid, "right") not in found


def test_going_round_is_clockwise_from_the_top_and_inside_out() -> None:
    placing = placed([Ring(1 + n % 4) for n in range(20)])
    spots = {spot.person.uid: spot for spot in placing.spots + placing.hidden}
    turns = [
        (spots[uid].person.ring, placing.rings.angle(spots[uid].cell)) for uid in order(placing)
    ]
    assert len(turns) == 20
    assert turns == sorted(turns)
    assert turns[0][1] < 1.6  # the first lies to the right of the top


def test_those_without_room_are_walked_to_and_gone_round_too() -> None:
    placing = placed([Ring.CLOSEST] * 30, 24, 9)
    assert len(placing.hidden) > 10
    assert len(order(placing)) == 30
    assert reached(steps(placing), "0") == set(order(placing))


def test_one_alone_and_nobody() -> None:
    assert steps(placed([Ring.CLOSE])) == {}
    assert order(placed([Ring.CLOSE])) == ("0",)
    assert steps(placed([])) == {}
    assert order(placed([])) == ()

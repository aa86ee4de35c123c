"""Phases: whatever the number of sessions, each is in one phase and none is left out."""

from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.course import templates
from ipt_tui.ipt.phases import MOST_SESSIONS, Bounds, Phase

numbers = st.integers(1, MOST_SESSIONS)


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    """Bounds that follow one another."""
    planned = draw(numbers)
    middle = draw(st.integers(1, planned + 1))
    return Bounds(planned, middle, draw(st.integers(middle, planned + 1)))


def covered(of: Bounds) -> list[int]:
    return [number for _, first, last in of.spans for number in range(first, last + 1)]


@given(bounds())
def test_the_phases_cover_every_session_once_and_in_order(of: Bounds) -> None:
    assert of.problem == ""
    assert covered(of) == list(range(1, of.planned + 1))
    for phase, first, last in of.spans:
        assert {of.of(number) for number in (first, last)} == {phase}


@given(bounds() | st.just(Bounds()), st.integers(0, MOST_SESSIONS))
def test_another_number_of_sessions_has_phases_without_a_gap(of: Bounds, planned: int) -> None:
    scaled = of.scaled(planned)
    assert (scaled.planned, scaled.problem) == (planned, "")
    assert covered(scaled) == list(range(1, planned + 1))
    if planned != of.planned:
        assert len(scaled.spans) == min(planned, 3)


@given(bounds())
def test_as_many_sessions_as_before_stay_as_they_were_agreed(of: Bounds) -> None:
    assert of.scaled(of.planned) is of


def test_the_phases_are_as_long_in_proportion() -> None:
    usual = templates()["ipt16"].bounds
    assert usual.scaled(12) == Bounds(12, 3, 11)
    assert usual.scaled(20) == Bounds(20, 5, 17)
    assert usual.scaled(32) == Bounds(32, 7, 27)
    assert usual.scaled(2) == Bounds(2, 2, 2)
    assert usual.scaled(1) == Bounds(1, 2, 2)
    assert usual.scaled(0) == Bounds()
    assert Bounds().scaled(9) == Bounds(9, 4, 7)


def test_before_the_first_and_after_the_last() -> None:
    usual = Bounds(16, 4, 14)
    said = {number: usual.of(number) for number in (0, 1, 3, 4, 13, 14, 16, 17)}
    assert said == {
        0: Phase.BEFORE, 1: Phase.INITIAL, 3: Phase.INITIAL, 4: Phase.MIDDLE, 13: Phase.MIDDLE,
        14: Phase.ENDING, 16: Phase.ENDING, 17: Phase.ENDING,
    }  # fmt: skip
    assert Bounds().of(3) is None
    assert Bounds().of(0) is Phase.BEFORE


def test_what_does_not_follow_is_said() -> None:
    assert "follow one another" in Bounds(16, 14, 4).problem
    assert "follow one another" in Bounds(16, 0, 4).problem
    assert "follow one another" in Bounds(16, 4, 18).problem
    assert "no phases" in Bounds(0, 4, 14).problem

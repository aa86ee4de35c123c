"""A row of bars."""

from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.spark import BARS, spark


def test_the_ends_of_a_scale_are_the_ends_of_the_bars() -> None:
    assert spark([1, 10, 5], 1, 10) == "▁█▄"
    assert spark([0, 2, 3, 5, 6, 10], 0, 10) == "▁▂▃▅▅█"
    assert spark([], 1, 10) == ""


@given(st.lists(st.integers(-50, 50)), st.integers(-9, 9), st.integers(-9, 9))
def test_one_bar_a_number_and_none_is_higher_for_less(values: list[int], a: int, b: int) -> None:
    bars = [BARS.index(bar) for bar in spark(values, min(a, b), max(a, b))]
    assert len(bars) == len(values)
    ordered = sorted(zip(values, bars, strict=True))
    assert [bar for _, bar in ordered] == sorted(bars)

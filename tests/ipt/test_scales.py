"""Mood scales as people write them."""

import pytest

from ipt_tui.ipt.scales import HOW, Scale, compared, written


@pytest.mark.parametrize(
    ("typed", "scale"),
    [
        ("1 worst – 10 best", Scale()),
        ("0 calm - 10 worst", Scale(0, 10, "calm", "worst", "low")),
        ("-5 awful to 5 great", Scale(-5, 5, "awful", "great", "high")),
        (Scale(0, 4, "no pain", "a lot", "low").words, Scale(0, 4, "no pain", "a lot", "low")),
    ],
)
def test_a_scale_is_read(typed: str, scale: Scale) -> None:
    assert written(typed) == scale


def test_the_lowest_fifth_is_at_the_worse_end() -> None:
    assert [n for n in range(1, 11) if Scale().is_lowest(n)] == [1, 2]
    assert [n for n in range(11) if Scale(0, 10, "calm", "worst", "low").is_lowest(n)] == [9, 10]
    assert [n for n in range(5) if Scale(0, 4).is_lowest(n)] == [0]


@pytest.mark.parametrize("typed", ["", "x", "1-10", "10 worst – 1 best", "1 – 10 best", "1 " * 99])
def test_what_is_no_scale_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=HOW[:20]):
        written(typed)


def test_numbers_are_compared_as_numbers() -> None:
    assert [compared(3, 5), compared(5, 3), compared(3, 3)] == ["higher", "lower", "the same"]
    assert Scale(1, 10).holds(10)
    assert not Scale(1, 10).holds(11)

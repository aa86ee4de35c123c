"""Where a line may be broken, and where not."""

from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.wrapping import wrap


def test_numbers_stay_with_their_arrow_and_a_dot_at_the_end_of_a_line() -> None:
    assert wrap("Sam, both cried · mood 5 → 6 · talk", 27) == [
        "Sam, both cried · mood",
        "5 → 6 · talk",
    ]
    assert wrap("both cried · talk", 12) == ["both cried ·", "talk"]


def test_what_belongs_together_is_parted_before_a_word_is_broken() -> None:
    assert wrap("2 → 3 → 5 → 6", 5) == ["2 → 3", "→", "5 → 6"]
    assert wrap("evenings · 4", 8) == ["evenings", "· 4"]


@given(st.text("ab ·→", max_size=60), st.integers(1, 30))
def test_nothing_is_lost_and_no_line_is_too_long(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(len(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")

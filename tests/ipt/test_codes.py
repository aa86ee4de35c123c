"""A full name is noticed where a code is asked for; what may be a code is not."""

import pytest

from ipt_tui.ipt.codes import looks_like_a_name


@pytest.mark.parametrize(
    "code", ["Anna Smith", "anna smith", "Smith, Anna", "Jean-Pierre", "O'Neil Mary", "Åsa Öberg"]
)
def test_a_full_name_is_noticed(code: str) -> None:
    assert looks_like_a_name(code)


@pytest.mark.parametrize(
    "code", ["K7", "A11", "k 7", "heron", "J. S.", "J S", "Tue 14", "", "M2 b"]
)
def test_a_code_is_not(code: str) -> None:
    assert not looks_like_a_name(code)

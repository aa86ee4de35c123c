import pytest

from ipt_tui.ipt.areas import Area, find


@pytest.mark.parametrize(
    ("word", "area"),
    [
        ("dispute", Area.DISPUTE),
        ("Role-Dispute", Area.DISPUTE),
        ("role_dispute", Area.DISPUTE),
        ("loss", Area.GRIEF),
        ("change", Area.TRANSITION),
        ("loneliness", Area.DEFICITS),
        ("other", None),
        ("1", None),
        ("", None),
    ],
)
def test_an_area_is_found_by_its_words(word: str, area: Area | None) -> None:
    assert find(word) is area

"""What is typed as an answer: a time by the clock, some of a list."""

from __future__ import annotations

from datetime import date, time

import pytest

from ipt_tui.ipt.capture_names import Names
from ipt_tui.ipt.heard import NO_TIME, NotHeard, among, been, clock_time, named_or_new

TUESDAY, TODAY = date(2026, 11, 24), date(2026, 11, 27)
KNOWN = (("open", "open exploration"), ("role_play", "role play"), ("safety_work", "safety"))


@pytest.mark.parametrize(
    ("typed", "wall"),
    [
        ("14:05", "2026-11-24T14:05"),
        ("at 2.30 pm", "2026-11-24T14:30"),
        ("00:20", "2026-11-25T00:20"),
        ("25 nov 00:20", "2026-11-25T00:20"),
        ("2026-11-25 14:00", "2026-11-25T14:00"),
        ("yesterday 9:00", "2026-11-26T09:00"),
    ],
)
def test_a_mere_time_is_of_the_day_lived_and_a_date_is_the_calendars(typed: str, wall: str) -> None:
    at = clock_time(typed, TUESDAY, TODAY, southern=False, day_starts_at=time(4))
    assert at.wall == wall


@pytest.mark.parametrize("typed", ["24 nov", "yesterday evening", "soon", "25:00", "14", "x 14:05"])
def test_what_is_no_time_is_said_so(typed: str) -> None:
    with pytest.raises(NotHeard) as refused:
        clock_time(typed, TUESDAY, TODAY, southern=False, day_starts_at=time(4))
    assert str(refused.value) == NO_TIME


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("2", ("role_play",)),
        ("3, 1 1", ("safety_work", "open")),
        ("Role play; safety", ("role_play", "safety_work")),
        ("", ()),
    ],
)
def test_some_of_a_list_are_meant_by_number_or_in_words(typed: str, ids: tuple[str, ...]) -> None:
    assert among(typed, KNOWN) == ids


@pytest.mark.parametrize("typed", ["4", "0", "role"])
def test_what_is_none_of_a_list_is_said_so(typed: str) -> None:
    with pytest.raises(NotHeard, match="1 to 3"):
        among(typed, KNOWN)


def test_a_day_soon_to_come_is_no_day_of_last_year() -> None:
    def heard(typed: str) -> date:
        return been(typed, TODAY, southern=False, day_starts_at=time(4))[0].first

    for typed in ("30 nov", "30/11", "nov 30 14:05", "11 dec"):
        with pytest.raises(
            NotHeard, match=r"still to come; type (30 Nov|11 Dec) 2025 for last year"
        ):
            heard(typed)
    with pytest.raises(NotHeard, match="still to come; type the day"):
        heard("tomorrow")
    assert heard("30 nov 2025") == date(2025, 11, 30)
    assert heard("24 dec") == date(2025, 12, 24)
    assert heard("27 nov") == TODAY
    assert heard("48w") == date(2025, 12, 26)


def test_a_capital_or_a_space_never_makes_a_new_person() -> None:
    names = {"Mama": "1", "Sam": "2"}
    assert named_or_new("@mama , MAMA, @ Sam", names) == (("1", "2"), ())
    assert named_or_new("@Ana, @ana , ana", names) == ((), ("Ana",))
    assert named_or_new("mama", {**names, "mama": "3"}) == (("3",), ())
    assert Names(("Mama", "mama")).find("mama").name == "mama"
    assert Names(("Mama",)).mentions("late with @MAMA")[0].who.name == "Mama"
    with pytest.raises(NotHeard, match=r"“Anna” is not on the circle yet; @Anna adds that name\."):
        named_or_new("Anna", names)

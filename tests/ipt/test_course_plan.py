"""What is typed of a course: the form, how many, when, and the words for the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.course import Ending, Modality
from ipt_tui.ipt.course_plan import (
    CoursePlan,
    day,
    first_session,
    form,
    number,
    offered,
    one_of,
    phases_told,
    session_time,
    told,
)
from ipt_tui.ipt.course_typed import FIELDS, Hearing, words
from ipt_tui.ipt.heard import NotHeard
from ipt_tui.ipt.session import Kept

TODAY = date(2026, 11, 23)


def first(typed: str, today: date = TODAY) -> str:
    found = first_session(typed, today, DAY_STARTS_AT)
    return found.wall if found else ""


@pytest.mark.parametrize(
    ("typed", "wall"),
    [
        ("", ""),
        ("tue 14:00", "2026-11-24T14:00"),
        ("Tuesday 2pm", "2026-11-24T14:00"),
        ("mon 9.30", "2026-11-23T09:30"),
        ("sun 14:00", "2026-11-29T14:00"),
        ("tomorrow 14:00", "2026-11-24T14:00"),
        ("today 19:00", "2026-11-23T19:00"),
        ("14:00", "2026-11-23T14:00"),
        ("1 dec 14:00", "2026-12-01T14:00"),
        ("3 feb 14:00", "2027-02-03T14:00"),
        ("22 nov 14:00", "2027-11-22T14:00"),
        ("2026-12-01 14:00", "2026-12-01T14:00"),
        ("next fri 10:00", "2026-11-27T10:00"),
    ],
)
def test_the_next_such_time_is_meant(typed: str, wall: str) -> None:
    assert first(typed) == wall


@pytest.mark.parametrize(
    "typed",
    ["tue", "soon", "30 feb 14:00", "2025-12-01 14:00", "yesterday 14:00", "last tue 14:00",
     "tue 25:00", "spring 14:00", "[/] 14:00"],
)  # fmt: skip
def test_what_is_no_time_to_come_is_said_in_one_sentence(typed: str) -> None:
    with pytest.raises(NotHeard) as refused:
        first(typed)
    assert str(refused.value).endswith(".")


def test_a_form_has_a_digit_and_its_words() -> None:
    assert form("").id == "ipt16"
    assert form("3").id == offered()[2].id
    assert form("16 sessions").id == "ipt16"
    assert form("Maintenance").id == "maint"
    assert form("adolescents").id == "ipta12"
    for wrong in ("99", "0", "sessions", "shoes", "[b]"):
        with pytest.raises(NotHeard, match="type a number from 1 to"):
            form(wrong)


def test_how_many() -> None:
    assert [number(typed, 16) for typed in ("", "12", "open", "0")] == [16, 12, 0, 0]
    for wrong in ("many", "501", "-1", "1.5"):
        with pytest.raises(NotHeard):
            number(wrong, 16)


def test_words_and_their_beginnings() -> None:
    assert one_of("", Modality, "video") == "video"
    assert one_of("ph", Modality, "") == "phone"
    assert one_of("person", Modality, "") == "in_person"
    assert one_of("c", Ending, "") == "conclusion"
    assert [one_of(word, Kept, "") for word in ("brief", "in full", "dates")] == [
        "brief", "full", "dates",
    ]  # fmt: skip
    with pytest.raises(NotHeard, match="type in person, video or phone"):
        one_of("pigeon", Modality, "")


def test_what_will_be_planned_is_said() -> None:
    when = first_session("tue 14:00", TODAY, DAY_STARTS_AT)
    assert told(CoursePlan(now=8, first=when, every_days=7), TODAY) == (
        "Sessions 8 to 16, Tuesdays at 14:00, from 24 Nov to 19 Jan 2027"
    )
    assert told(CoursePlan(now=16, first=when), TODAY) == "Session 16, Tuesday 24 Nov at 14:00"
    assert told(CoursePlan(), TODAY) == ""


def test_phases_are_said_as_the_course_calls_them() -> None:
    plan = CoursePlan(planned=16, middle_from=4, ending_from=16, vocabulary="conclusion")
    assert phases_told(plan) == "beginning 1–3 · middle 4–15 · conclusion 16"
    assert phases_told(replace(plan, ending_from=3)).startswith("The phases follow one another")
    assert phases_told(CoursePlan(planned=0)) == ""


@pytest.mark.parametrize(
    ("typed", "found"),
    [("", None), ("today", "2026-11-23"), ("6 oct", "2026-10-06"), ("6 oct 2025", "2025-10-06")],
)
def test_a_day_that_has_been(typed: str, found: str | None) -> None:
    heard = day(typed, TODAY)
    assert (heard.isoformat() if heard else None) == found


@pytest.mark.parametrize("typed", ["tomorrow", "soon", "october", "24 nov 2026", "[/]"])
def test_no_day_that_has_been_is_said_in_one_sentence(typed: str) -> None:
    with pytest.raises(NotHeard) as refused:
        day(typed, TODAY)
    assert str(refused.value).endswith(".")


STOOD = CoursePlan(
    "ipt16", 8, 16, format="individual", middle_from=4, ending_from=14, minutes=50, every_days=7,
    start=date(2026, 10, 6),
)  # fmt: skip


def heard(stood: CoursePlan = STOOD, new: bool = False, **typed: str) -> CoursePlan:
    plan, wrong, problem = Hearing(stood, new, TODAY, DAY_STARTS_AT).all_heard(typed)
    assert (wrong, problem) == ("", None)
    return plan


def test_what_is_not_typed_stays_and_what_it_rests_on_carries_it_along() -> None:
    assert heard() == STOOD
    longer = heard(planned="20")
    assert (longer.middle_from, longer.ending_from, longer.minutes) == (5, 17, 50)
    assert heard(planned="20", middle_from="4").middle_from == 4
    group = heard(template="8")
    assert (group.minutes, group.format, group.planned) == (90, "group", 16)
    assert heard(template="8", minutes="75").minutes == 75
    unknown = replace(STOOD, template="one of mine", middle_from=3)
    assert heard(unknown) == unknown


def test_of_a_new_course_the_form_says_what_is_not_typed() -> None:
    fresh = heard(CoursePlan(), new=True, template="3")
    assert (fresh.planned, fresh.middle_from, fresh.ending_from) == (12, 4, 10)
    assert (fresh.minutes, fresh.every_days, fresh.start) == (50, 7, None)
    after = heard(CoursePlan("maint", planned=0), new=True)
    assert (after.template, after.planned, after.every_days) == ("maint", 0, 30)


def test_words_of_a_course_are_heard_as_what_they_say() -> None:
    told_words = words(STOOD)
    typed = {name: told_words[name] for name in FIELDS if told_words.get(name)}
    assert Hearing(STOOD, False, TODAY, DAY_STARTS_AT).all_heard(typed) == (STOOD, "", None)
    assert heard(ended="today").ended == TODAY
    assert heard(start="5 oct").start == date(2026, 10, 5)
    _, wrong, problem = Hearing(STOOD, False, TODAY, DAY_STARTS_AT).all_heard(
        {"minutes": "601", "ended": "tomorrow"}
    )
    assert wrong == "minutes"
    assert str(problem).endswith("0 to 600, or open.")


def test_a_session_is_moved_to_a_day_at_its_hour_or_to_an_hour_on_its_day() -> None:
    usual = first_session("tue 14:00", TODAY, DAY_STARTS_AT)
    assert usual is not None
    for typed, wall in (
        ("thu", "2026-11-26T14:00"), ("16:30", "2026-11-24T16:30"),
        ("1 dec 9:30", "2026-12-01T09:30"), ("at 3pm", "2026-11-24T15:00"),
    ):  # fmt: skip
        assert session_time(typed, TODAY, DAY_STARTS_AT, usual).wall == wall
    for typed in ("", "next week", "yesterday", "soon"):
        with pytest.raises(NotHeard):
            session_time(typed, TODAY, DAY_STARTS_AT, usual)
    later = session_time("12 dec 9:00", TODAY, DAY_STARTS_AT)
    assert session_time("thu 15:00", TODAY, DAY_STARTS_AT, later).wall == "2026-12-10T15:00"

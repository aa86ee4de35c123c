"""Moments: the wall time is kept, the instant orders, the day is the one that is lived."""

from __future__ import annotations

import time as _time
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.moments import (
    Known,
    Part,
    as_typed,
    at_time,
    moment,
    on_day,
    read,
    within,
    words,
)


def test_before_four_it_is_still_last_night() -> None:
    late = read("2026-11-24T00:40", 0, "time")
    assert late.day == date(2026, 11, 23)
    assert read("2026-11-24T04:00", 0, "time").day == date(2026, 11, 24)
    assert read("2026-11-24T00:40", 0, "time", time(0)).day == date(2026, 11, 24)


def test_a_time_before_the_day_starts_is_told_as_of_the_night_and_typed_as_of_the_day() -> None:
    today = date(2026, 11, 23)
    late, next_ = read("2026-11-24T00:40", 0, "time"), read("2026-11-24T04:00", 0, "time")
    assert words(late, today) == "night to 24 Nov 00:40"
    assert words(next_, today) == "Tue 24 Nov, 04:00"
    assert (as_typed(late, today), as_typed(next_, today)) == (
        "Mon 23 Nov 00:40",
        "Tue 24 Nov 04:00",
    )
    assert words(on_day(today, Part.NIGHT), today) == "Mon 23 Nov, night"


def test_a_time_after_midnight_stands_on_the_next_date() -> None:
    late = at_time(date(2026, 11, 23), time(0, 40))
    assert (late.wall, late.day) == ("2026-11-24T00:40", date(2026, 11, 23))


def test_the_hour_that_happens_twice_stays_in_its_order() -> None:
    first = read("2026-10-25T01:30", 60, "time")
    second = read("2026-10-25T01:10", 0, "time")
    assert first < second
    assert within(first, second, 1)
    assert not within(second, first, 1)


def test_a_part_of_the_day_stands_for_a_time_and_is_told_as_what_it_is() -> None:
    evening = on_day(date(2026, 11, 9), Part.EVENING)
    assert (evening.wall, evening.known, evening.part) == (
        "2026-11-09T20:00", Known.PART, Part.EVENING,
    )  # fmt: skip
    assert on_day(date(2026, 11, 9)).part is None


@pytest.mark.parametrize(
    ("days", "hours", "near"), [(0, 0, True), (2, 0, True), (3, 0, False), (-1, 0, False)]
)
def test_where_only_the_day_is_known_days_are_counted(days: int, hours: int, near: bool) -> None:
    first = on_day(date(2026, 11, 9), Part.MORNING)
    later = on_day(date(2026, 11, 9) + timedelta(days=days))
    assert within(first, later, 48) is near


def test_to_the_minute_where_both_times_are_known() -> None:
    start = moment(datetime(2026, 11, 9, 12, tzinfo=UTC))
    assert within(start, moment(datetime(2026, 11, 11, 12, tzinfo=UTC)), 48)
    assert not within(start, moment(datetime(2026, 11, 11, 12, 1, tzinfo=UTC)), 48)


@given(
    st.builds(datetime.combine, st.dates(date(1900, 1, 2)), st.times()).map(
        lambda at: at.replace(second=0, microsecond=0, year=min(at.year, 9000))
    ),
    st.integers(-14 * 60, 14 * 60),
)
def test_what_is_kept_is_read_again(at: datetime, offset: int) -> None:
    told = moment(at.replace(tzinfo=timezone(timedelta(minutes=offset))))
    assert read(told.wall, told.offset, str(told.known)) == told


def test_the_offset_is_that_of_the_zone_on_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Europe/London")
    _time.tzset()
    assert on_day(date(2026, 7, 1)).offset == 60
    assert on_day(date(2026, 12, 1)).offset == 0

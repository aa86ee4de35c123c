"""The clock: standing still, the local zone, and the night that belongs to the day before."""

import time as real_time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from ipt_tui.ipt.clock import VARIABLE, Clock

TOKYO = timezone(timedelta(hours=9))


def at(text: str) -> Clock:
    return Clock.from_environment({VARIABLE: text})


@pytest.fixture
def new_york(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "America/New_York")
    real_time.tzset()
    yield
    monkeypatch.undo()
    real_time.tzset()


def test_real_clock_is_aware_and_moves() -> None:
    clock = Clock.from_environment({})
    before, now, after = datetime.now(UTC), clock.now(), datetime.now(UTC)
    assert now.tzinfo is not None
    assert before <= now <= after
    assert clock.utc().tzinfo is UTC
    assert clock.monotonic() <= clock.monotonic()


def test_empty_variable_is_the_real_clock() -> None:
    assert at("  ").fixed is None


def test_fixed_clock_stands_still_but_waiting_goes_on() -> None:
    clock = at("2026-11-23T18:00")
    assert clock.now() == clock.now()
    assert clock.now().replace(tzinfo=None) == datetime(2026, 11, 23, 18)  # noqa: DTZ001
    first = clock.monotonic()
    real_time.sleep(0.002)
    assert clock.monotonic() > first


@pytest.mark.usefixtures("new_york")
def test_a_time_without_offset_is_local_wall_time() -> None:
    winter, summer = at("2026-11-23T18:00"), at("2026-07-23 18:00:30")
    assert winter.now().utcoffset() == timedelta(hours=-5)
    assert summer.now().utcoffset() == timedelta(hours=-4)
    assert winter.utc() == datetime(2026, 11, 23, 23, tzinfo=UTC)
    assert summer.utc() == datetime(2026, 7, 23, 22, 0, 30, tzinfo=UTC)


@pytest.mark.usefixtures("new_york")
def test_a_time_with_offset_is_shown_in_the_local_zone() -> None:
    clock = at("2026-11-23T18:00+01:00")
    assert clock.now().replace(tzinfo=None) == datetime(2026, 11, 23, 12)  # noqa: DTZ001
    assert clock.now().utcoffset() == timedelta(hours=-5)


@pytest.mark.parametrize(
    ("moment", "starts", "day"),
    [
        ("2026-11-23T18:00", time(4), date(2026, 11, 23)),
        ("2026-11-24T00:40", time(4), date(2026, 11, 23)),
        ("2026-11-24T03:59:59", time(4), date(2026, 11, 23)),
        ("2026-11-24T04:00", time(4), date(2026, 11, 24)),
        ("2027-01-01T01:00", time(4), date(2026, 12, 31)),
        ("2026-11-24T00:00", time(0), date(2026, 11, 24)),
        ("2026-11-24T05:15", time(5, 30), date(2026, 11, 23)),
    ],
)
def test_the_night_belongs_to_the_day_before(moment: str, starts: time, day: date) -> None:
    assert at(moment).today(starts) == day
    assert replace(at(moment), day_starts_at=starts).today() == day


def test_the_day_starts_at_four_unless_said() -> None:
    assert at("2026-11-24T03:30").today() == date(2026, 11, 23)
    assert at("2026-11-24T04:30").today() == date(2026, 11, 24)


@pytest.mark.parametrize(
    "wrong",
    ["soon", "2026-11-23", "2026-13-23T18:00", "2026-11-23T25:00", "18:00", "0001-01-01T00:00Zz"],
)
def test_a_wrong_value_is_refused_in_one_sentence(wrong: str) -> None:
    with pytest.raises(ValueError, match="like 2026-11-23T18:00") as caught:
        at(wrong)
    sentence = str(caught.value)
    assert wrong in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_fixed_moment_needs_an_offset() -> None:
    with pytest.raises(ValueError, match="offset"):
        Clock(datetime(2026, 11, 23, 18))  # noqa: DTZ001
    assert Clock(datetime(2026, 11, 23, 18, tzinfo=TOKYO)).utc().hour == 9

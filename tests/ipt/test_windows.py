"""Which days are on screen."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.ipt.timeline import ZOOMS, Zoom
from ipt_tui.ipt.windows import stepped, window

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(("zoom", "days"), [(Zoom.WEEK, 7), (Zoom.MONTH, 35)])
def test_a_week_and_a_month_end_today(zoom: Zoom, days: int) -> None:
    shown = window(zoom, TODAY, TODAY)
    assert (shown.last, shown.days) == (TODAY, days)


def test_a_day_of_the_past_stands_in_the_middle() -> None:
    shown = window(Zoom.WEEK, date(2026, 11, 12), TODAY)
    assert (shown.first, shown.last) == (date(2026, 11, 9), date(2026, 11, 15))


def test_the_course_begins_with_its_first_entry_on_a_monday() -> None:
    shown = window(Zoom.COURSE, TODAY, TODAY, date(2026, 10, 4))
    assert shown.first == date(2026, 9, 28)
    assert shown.last == TODAY


def test_a_life_begins_with_the_year_of_the_first_thing_known() -> None:
    assert window(Zoom.LIFE, TODAY, TODAY, None, date(2011, 12, 1)).first == date(2011, 1, 1)
    assert window(Zoom.LIFE, TODAY, TODAY).first == date(2023, 1, 1)


DAYS = st.dates(date(1950, 1, 1), date(2080, 1, 1))


@given(st.sampled_from(ZOOMS), DAYS, DAYS, st.none() | DAYS, st.none() | DAYS)
def test_the_day_looked_around_is_always_on_screen(
    zoom: Zoom, around: date, today: date, started: date | None, first: date | None
) -> None:
    if zoom is Zoom.LIFE and first is not None and around < first:
        return
    if zoom is Zoom.LIFE:
        around = max(around, today - timedelta(days=365))
    shown = window(zoom, around, today, started, first)
    assert shown.first <= around <= shown.last
    assert shown.first < shown.last


@pytest.mark.parametrize("zoom", [Zoom.WEEK, Zoom.MONTH, Zoom.COURSE])
def test_a_step_there_and_a_step_back_meet(zoom: Zoom) -> None:
    shown = window(zoom, TODAY, TODAY, date(2026, 10, 4))
    earlier = window(zoom, stepped(shown, -1), TODAY, date(2026, 10, 4))
    assert earlier.last <= shown.last
    assert earlier.last >= shown.first - timedelta(days=1)

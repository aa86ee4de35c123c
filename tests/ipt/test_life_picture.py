"""A whole life: one row each, fuzzy places, two measures, and how the low mood began."""

from dataclasses import replace
from datetime import date

from ipt_tui.ipt.life_picture import life_axis
from ipt_tui.ipt.timeline import Window, Zoom
from ipt_tui.ipt.timeline_picture import picture
from ipt_tui.ipt.timeline_sheet import Part
from tests.ipt.k7_autumn import TODAY, life
from tests.ipt.test_timeline_picture import text

ORDER = ("first", "met", "dad", "second", "house", "feb", "city", "abroad", "flat", "low")


def test_one_row_each_in_the_order_of_time_the_undated_last() -> None:
    drawn = picture(life(), 100, 30)
    assert drawn.lines == (*ORDER, "sertraline", "ipt", "", "piano")
    rows = [row.strip() for row in text(drawn)]
    assert rows[0].startswith("low mood began mid July 2026 ┊")
    assert rows[1].startswith("━ first low spell")
    assert rows[3].startswith("▼ Dad died")
    assert "no date yet" in rows[13]
    assert "○ learnt the piano" in rows[14]


def test_marked_events_and_rough_dates_have_their_signs() -> None:
    rows = text(picture(life(), 100, 30))
    flat = next(row for row in rows if "bigger flat" in row)
    assert flat.startswith("✓")
    assert "saying ~" in flat
    assert sum(row.startswith("✓") for row in rows) == 1


def test_a_veiled_event_has_its_place_and_no_word() -> None:
    drawn = picture(life(), 100, 30)
    place = drawn.place("feb")
    assert place is not None
    assert {run.part for run in drawn.rows[place.row] if run.uid} <= {Part.VEILED, Part.SPAN}


def test_recent_years_are_wider_only_where_the_life_is_long() -> None:
    axis = life_axis(life(), 90)
    assert [piece.first for piece in axis.pieces] == [date(2011, 1, 1), date(2025, 1, 1)]
    short = replace(life(), window=Window(Zoom.LIFE, date(2022, 1, 1), TODAY, TODAY))
    assert len(life_axis(short, 90).pieces) == 1
    assert "≈" in "".join(text(picture(life(), 100, 30)))
    assert "≈" not in "".join(text(picture(short, 100, 30)))


def test_a_long_life_scrolls_and_says_what_is_above_and_below() -> None:
    drawn = picture(life(), 76, 10, top=4)
    assert drawn.top == 4
    assert drawn.shown == 7
    rows = text(drawn)
    assert rows[1].endswith("↑4")
    assert rows[7].endswith("↓3")
    assert drawn.place("dad") is None
    assert drawn.place("city") is not None
    assert picture(life(), 76, 10, top=400).top == 7
    assert text(picture(life(), 76, 10))[1].endswith(" ")


def test_the_lit_row_is_lit_from_end_to_end() -> None:
    drawn = picture(life(), 100, 30)
    (row,) = drawn.lit("dad").values()
    assert "▐▼ Dad died▌" in "".join(run.text for run in row)
    assert [run.text for run in row if run.part is Part.LIT] == ["▼ Dad died"]


def test_nothing_there_is_an_axis_and_no_more() -> None:
    drawn = picture(replace(life(), events=(), spells=(), onset=None), 80, 20)
    assert drawn.lines == ()
    assert drawn.lit("dad") == {}
    assert any("2015" in row for row in text(drawn))

"""Daylio's CSV: its eight columns, both clocks, activities by bars, words left as they are."""

from pathlib import Path

import pytest

from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.ipt.imported import ImportedMood, Refused
from tests.exchange.mood_files import DAYLIO_HEADER, only, read


def test_a_row_is_a_mood_with_all_it_holds(tmp_path: Path) -> None:
    row = '2026-11-09,9 November,Monday,9:30 PM,rad,friends | good sleep,A day,"calm, ""new"""'
    assert only(read(tmp_path, DAYLIO_HEADER, row)) == ImportedMood(
        line=2,
        at="2026-11-09T21:30",
        offset=0,
        known="time",
        mood_words="rad",
        value=None,
        note='A day\ncalm, "new"\nactivities: friends, good sleep',
    )


def test_the_source_is_daylio_and_words_are_counted(tmp_path: Path) -> None:
    words = ["Très bon", "meh", "TRES  bon", "7"]
    rows = [f"2026-11-0{n},,,21:0{n},{word},,," for n, word in enumerate(words, 1)]
    found = read(tmp_path, DAYLIO_HEADER, *rows)
    assert found.source == "daylio"
    assert found.words() == (("Très bon", 2), ("meh", 1), ("7", 1))
    assert found.without_number({"meh": 4}) == (("Très bon", 2), ("7", 1))
    assert [mood.mood_words for mood in found.moods] == ["Très bon", "meh", "TRES bon", "7"]


@pytest.mark.parametrize(
    ("cell", "wall", "known"),
    [
        ("21:30", "21:30", "time"),
        ("9:30 PM", "21:30", "time"),
        ("9:30\u202fpm", "21:30", "time"),
        ("09:30 p.m.", "21:30", "time"),
        ("9 am", "09:00", "time"),
        ("12:00 AM", "00:00", "time"),
        ("12:05 pm", "12:05", "time"),
        ("0:40", "00:40", "time"),
        ("21.30", "21:30", "time"),
        ("21:30:59", "21:30", "time"),
        ("evening", "20:00", "part"),
        ("", "12:00", "day"),
    ],
)
def test_times(tmp_path: Path, cell: str, wall: str, known: str) -> None:
    mood = only(read(tmp_path, DAYLIO_HEADER, f"2026-11-09,,,{cell},rad,,,"))
    assert (mood.at, mood.known) == (f"2026-11-09T{wall}", known)


@pytest.mark.parametrize("cell", ["9", "13:00 pm", "0:10 am", "24:00", "21:60", "soon", "9:5"])
def test_times_that_are_none(tmp_path: Path, cell: str) -> None:
    found = read(tmp_path, DAYLIO_HEADER, f"2026-11-09,,,{cell},rad,,,", "2026-11-09,,,,meh,,,")
    why = "its time could not be read; write it like 21:30 or 9:30 pm."
    assert found.refused == (Refused(2, why),)
    assert len(found.moods) == 1


def test_rich_text_becomes_plain_lines_and_bars_in_a_note_stay(tmp_path: Path) -> None:
    note = "<p>one</p><b>two</b><br/>a &lt; b | c<ul><li>x</li></ul> 3 < 4"
    mood = only(read(tmp_path, DAYLIO_HEADER, f"2026-11-09,,,,rad,,,{note}"))
    assert mood.note == "one\ntwo\na &lt; b | c- x\n 3 < 4"


def test_a_column_of_a_later_version_is_kept(tmp_path: Path) -> None:
    header = DAYLIO_HEADER.replace("activities", "activities,Scales")
    mood = only(read(tmp_path, header, "2026-11-09,,,,rad,tea,sleep: 3,,"))
    assert mood.note == "activities: tea\nScales: sleep: 3"


def test_another_header_is_not_daylio(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match="is not an export of Daylio: it lacks full_date"):
        read(tmp_path, "date,mood", "2026-11-09,7", kind="daylio")


def test_rows_that_cannot_be_are_listed_and_the_others_kept(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        DAYLIO_HEADER,
        "2026-11-09,,,,,,,no mood",
        "2026-02-30,,,,rad,,,",
        ",,,21:00,rad,,,",
        '2026-11-09,,,,rad,,,"two\nlines"',
        "2026-11-09,,,,rad,,,one,too many",
        "2026-11-24,,,,rad,,,",
        "2026-11-23,,,18:01,rad,,,",
        "2026-11-23,,,18:00,rad",
        "2026-11-23,,,evening,rad,,,,,",
    )
    assert [mood.line for mood in found.moods] == [5, 10, 11]
    assert [row.line for row in found.refused] == [2, 3, 4, 7, 8, 9]
    whys = [row.why for row in found.refused]
    assert whys[0] == "it has no mood."
    assert "“2026-02-30”" in whys[1]
    assert whys[2].startswith("There is no date here")
    assert whys[3] == "it has 9 cells where the header has 8."
    assert whys[4] == whys[5] == "it lies in the future."

"""A plain CSV of moods: columns by name, dates that mean one day, numbers that are whole."""

import time
from pathlib import Path

import pytest

from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.exchange.mood_file import read as read_file
from ipt_tui.ipt.imported import ImportedMood
from tests.exchange.mood_files import DAYLIO_HEADER, NOW, only, read, written


def test_columns_are_known_by_name_in_any_order(tmp_path: Path) -> None:
    header = "Notes;With;SCORE;Event;Weather;Time;Day;Feelings"
    row = "in the kitchen;Sam, Jo;3;rota;rain;21:30;2026-11-09;hurt | left out"
    found = read(tmp_path, header, row)
    assert found.source == "csv"
    assert only(found) == ImportedMood(
        line=2,
        at="2026-11-09T21:30",
        offset=0,
        known="time",
        mood_words="3",
        value=3,
        feelings="hurt, left out",
        note="in the kitchen\nEvent: rota\nWeather: rain",
        people=("Sam", "Jo"),
    )


@pytest.mark.parametrize(
    ("cell", "at"),
    [
        ("2026-11-09", "2026-11-09T12:00"),
        ("20261109", "2026-11-09T12:00"),
        ("2026/11/9", "2026-11-09T12:00"),
        ("9 Nov 2026", "2026-11-09T12:00"),
        ("09.11.2026", "2026-11-09T12:00"),
        ("9.11.26", "2026-11-09T12:00"),
        ("25/9/2026", "2026-09-25T12:00"),
        ("2026-11-09T00:40", "2026-11-09T00:40"),
        ("2026-11-09 21:30:15", "2026-11-09T21:30"),
    ],
)
def test_dates(tmp_path: Path, cell: str, at: str) -> None:
    assert only(read(tmp_path, "date,mood", f"{cell},7")).at == at


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("9/11/2026", "“9/11/2026” could be 9 November or 11 September"),
        ("yesterday", "“yesterday” does not say of which year"),
        ("9 nov", "“9 nov” does not say of which year"),
        ("9.11.", "“9.11.” does not say of which year"),
        ("25/9", "“25/9” does not say of which year"),
        ("March 2026", "“March 2026” is not one day"),
        ("since 2017", "“since 2017” is not one day"),
        ("around 9 nov 2026", "“around 9 nov 2026” is not one day"),
        ("45971", "“45971” could not be read as a date"),
        ("=TODAY()", "“=TODAY()” could not be read as a date"),
        ("0001-01-01", "its date is one that cannot be kept."),
        ("9999-12-31", "it lies in the future."),
    ],
)
def test_dates_that_are_not_one_known_day(tmp_path: Path, cell: str, why: str) -> None:
    found = read(tmp_path, "date,mood", f"{cell},7")
    assert found.moods == ()
    assert found.refused[0].why.startswith(why)


def test_a_zone_in_the_file_is_kept(tmp_path: Path) -> None:
    mood = only(read(tmp_path, "date,mood", "2026-11-09T23:30+05:30,7"))
    assert (mood.at, mood.offset) == ("2026-11-09T23:30", 330)


def test_a_time_column_counts_where_there_are_two(tmp_path: Path) -> None:
    assert only(read(tmp_path, "date,time,mood", "2026-11-09 00:00,21:30,7")).at.endswith("21:30")


@pytest.mark.parametrize(
    ("day", "hour", "offset"),
    [
        ("2026-10-25", "02:30", 120),  # twice: the first of the two
        ("2026-10-25", "03:30", 60),
        ("2026-03-29", "02:30", 60),  # not at all: kept as it stands
        ("2026-07-01", "00:40", 120),
        ("2026-11-09", "00:40", 60),
    ],
)
def test_the_wall_time_stands_as_it_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, day: str, hour: str, offset: int
) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    mood = only(read(tmp_path, "date,time,mood", f"{day},{hour},7"))
    assert (mood.at, mood.offset) == (f"{day}T{hour}", offset)


@pytest.mark.parametrize(
    ("cell", "value"),
    [("7", 7), ("-3", -3), ("+4", 4), ("7.0", 7), ("−2", -2), ("rad", None), ("8/10", None)],
)
def test_numbers(tmp_path: Path, cell: str, value: int | None) -> None:
    mood = only(read(tmp_path, "date,mood", f"2026-11-09,{cell}"))
    assert (mood.mood_words, mood.value) == (cell, value)


@pytest.mark.parametrize("cell", ["7.5", '"7,5"', ".5", "3.25"])
def test_a_decimal_is_refused(tmp_path: Path, cell: str) -> None:
    found = read(tmp_path, "date,mood", f"2026-11-09,{cell}")
    assert found.refused[0].why == "its mood is not a whole number."


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["when,how"], "moods.csv needs a first row that names its columns date and mood."),
        (["2026-11-09,7"], "moods.csv needs a first row that names its columns date and mood."),
        (["date,note"], "moods.csv needs a first row that names its columns date and mood."),
        (["date,mood"], "moods.csv has a header and no rows under it."),
        ([DAYLIO_HEADER, "", ",,,"], "moods.csv has a header and no rows under it."),
        (["date,mood,score"], "moods.csv has 2 columns for the mood; please leave one."),
        (["date,day,mood"], "moods.csv has 2 columns for the date; please leave one."),
        ([""], "moods.csv is empty."),
    ],
)
def test_headers_that_do_not_do(tmp_path: Path, lines: list[str], sentence: str) -> None:
    with pytest.raises(ExchangeError) as caught:
        read(tmp_path, *lines)
    assert str(caught.value) == sentence


def test_a_plain_file_can_be_said_to_be_one(tmp_path: Path) -> None:
    found = read(tmp_path, "full_date,date,mood,activities", ",2026-11-09,7,tea | walk", kind="csv")
    assert found.source == "csv"
    assert only(found).note == "activities: tea, walk"


def test_what_could_steer_a_terminal_stays_out_of_words_and_names(tmp_path: Path) -> None:
    mood = only(read(tmp_path, "date,mood,with", '2026-11-09,"\x1b[2Jrad\x07","Sa\x1bm\nX"'))
    assert (mood.mood_words, mood.people) == ("[2Jrad", ("Sam X",))


def test_two_hundred_thousand_rows(tmp_path: Path) -> None:
    rows = (
        f"{2020 + n % 6}-01-{n % 28 + 1:02d},{n % 24:02d}:00,{n % 10 + 1},{n}"
        for n in range(200_000)
    )
    path = written(tmp_path, "date,time,mood,note", *rows)
    found = read_file(path, NOW)
    assert (len(found.moods), found.refused) == (200_000, ())
    assert found.moods[-1].line == 200_001

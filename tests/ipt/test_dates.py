from datetime import date

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from ipt_tui.ipt.dates import DateNotUnderstood, FuzzyDate, read, say, shown
from ipt_tui.ipt.spoken import parse

TODAY = date(2026, 11, 23)
PAST = st.dates(date(1500, 1, 1), TODAY)

EDTF = """
2026-11-09   | 2026-11-09 | 2026-11-09
2024-02      | 2024-02-01 | 2024-02-29
1900-02      | 1900-02-01 | 1900-02-28
2019         | 2019-01-01 | 2019-12-31
2019-04~     | 2019-04-01 | 2019-04-30
2019?        | 2019-01-01 | 2019-12-31
2019-XX      | 2019-01-01 | 2019-12-31
2019-04-XX   | 2019-04-01 | 2019-04-30
199X         | 1990-01-01 | 1999-12-31
2019-21      | 2019-03-01 | 2019-05-31
2019-22      | 2019-06-01 | 2019-08-31
2019-23      | 2019-09-01 | 2019-11-30
2011-24      | 2011-12-01 | 2012-02-29
2019-25      | 2019-03-01 | 2019-05-31
2019-29      | 2019-09-01 | 2019-11-30
2019-30      | 2019-12-01 | 2020-02-29
2019/2021    | 2019-01-01 | 2021-12-31
2017/..      | 2017-01-01 | 9999-12-31
2017/        | 2017-01-01 | 9999-12-31
../2019-06   | 0001-01-01 | 2019-06-30
9999-12      | 9999-12-01 | 9999-12-31
"""
REFUSED = """
2026-02-30|2026-13|2026-00|2026-11-00|99|0000|000X|2019-33|2019-21-04|2019-XX-04|199X-04
|2021/2019|../..|/|2017/2019/2021|2019-4|spring|2019~?|9999-24|２０１９| 2019
"""


def days(when: FuzzyDate) -> tuple[str, str]:
    return when.first.isoformat(), when.last.isoformat()


@pytest.mark.parametrize("row", EDTF.strip().splitlines())
def test_edtf_is_read_into_its_first_and_last_day(row: str) -> None:
    edtf, first, last = row.replace(" ", "").split("|")
    when = read(edtf, words="as typed")
    assert days(when) == (first, last)
    assert (when.edtf, when.words) == (edtf, "as typed")


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2019-21", "2019-09-01", "2019-11-30"),
        ("2019-22", "2019-12-01", "2020-02-29"),
        ("2019-23", "2019-03-01", "2019-05-31"),
        ("2019-24", "2019-06-01", "2019-08-31"),
        ("2019-25", "2019-03-01", "2019-05-31"),
        ("2019-04", "2019-04-01", "2019-04-30"),
    ],
)
def test_in_the_south_only_seasons_without_a_hemisphere_differ(
    edtf: str, first: str, last: str
) -> None:
    assert days(read(edtf, southern=True)) == (first, last)


@pytest.mark.parametrize("edtf", [*REFUSED.replace("\n", "").split("|"), "", "2019\n"])
def test_other_edtf_is_refused_with_a_sentence(edtf: str) -> None:
    with pytest.raises(DateNotUnderstood, match=r"\.$"):
        read(edtf)


def test_a_date_says_how_it_is_known() -> None:
    assert read("2026-11-09").exact
    assert not read("2026-11-09~").exact
    assert not read("2026-11").exact
    assert read("2026-11~").approximate
    assert not read("2026-11~").uncertain
    assert read("2026-11?").uncertain
    assert not read("2026-11?").approximate
    assert read("2026%").approximate
    assert read("2026%").uncertain
    assert read("2019/2021").span
    assert not read("2019/2021").ongoing
    assert read("2019/..").ongoing
    assert not read("../2019").ongoing
    assert not read("2019").ongoing


PARTS = PAST.flatmap(
    lambda d: st.sampled_from(
        [d.isoformat(), f"{d:%Y-%m}", f"{d:%Y}", f"{d:%Y}-21", f"{d:%Y}-24", f"{d.year // 10}X"]
    )
)
MARKED = st.builds(str.__add__, PARTS, st.sampled_from(["", "", "~", "?", "%"]))


@given(MARKED | MARKED.map("{}/..".format) | MARKED.map("../{}".format))
def test_calm_words_are_read_back_as_the_same_date(edtf: str) -> None:
    when = read(edtf)
    for today in (TODAY, None):
        assert parse(say(when, today), TODAY).edtf == edtf


@given(MARKED, MARKED)
@example("2000-01-01", "2026-01-01")
@example("202X", "2026-03-05")
@example("2026-03-05", "2026")
def test_so_are_those_of_spans(start: str, end: str) -> None:
    assume(read(start).first <= read(end).last)
    when = read(f"{start}/{end}")
    for today in (TODAY, None):
        said = say(when, today)
        assert parse(said, TODAY) == FuzzyDate(when.edtf, said, when.first, when.last)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("9 nov", "9 Nov"),
        ("9 nov 2019", "9 Nov 2019"),
        ("april", "April 2026"),
        ("2019-05-05~", "around 5 May 2019"),
        ("spring 2019", "spring 2019"),
        ("winter 2011/12", "winter 2011"),
        ("around march 2019", "around March 2019"),
        ("mid-july", "mid July 2026"),
        ("late 90s", "late 1990s"),
        ("early summer", "early summer 2026"),
        ("2017-2019", "2017 to 2019"),
        ("9 nov 2025 to 3 feb 2026", "9 Nov 2025 to 3 Feb 2026"),
        ("9 nov to 20 nov", "9 Nov to 20 Nov"),
        ("since 2017", "since 2017"),
        ("until 9 nov", "until 9 Nov"),
        ("maybe 2019", "perhaps 2019"),
    ],
)
def test_dates_are_said_calmly(typed: str, words: str) -> None:
    assert say(parse(typed, TODAY), TODAY) == words


def test_a_part_of_a_southern_season_is_said_too() -> None:
    assert say(parse("late spring 2019", TODAY, southern=True)) == "late spring 2019"


def test_without_today_the_year_is_always_said() -> None:
    assert say(read("2026-11-09")) == "9 Nov 2026"
    assert say(read("2019-30")) == "summer 2019"
    assert say(read("2019-XX")) == "2019"
    assert say(read("2019-04-XX")) == "April 2019"
    assert say(read("2026-11-09~")) == "around 9 Nov 2026"


def test_the_words_that_were_typed_are_shown() -> None:
    assert shown(parse("just after 9 nov".removeprefix("just after "), TODAY), TODAY) == "9 nov"
    assert shown(read("2019-21"), TODAY) == "spring 2019"

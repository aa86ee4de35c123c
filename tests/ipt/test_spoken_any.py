from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ipt_tui.ipt.dates import DateNotUnderstood, read
from ipt_tui.ipt.spoken import LONGEST, parse, parse_prefix

TODAY = date(2026, 11, 23)  # a Monday
PAST = st.dates(date(1500, 1, 1), TODAY)

PIECES = """
since from until between and to - / .. ~ ? about perhaps the of last next this early mid late
mon sunday march may nov winter spring 2019 1999 19 9 31 30 0 99 3d 2w ago days yesterday
9th 2026-02-30 2019-21 2017/.. 90s 1990s , . 9/11 25/9 9.11. now
"""


def test_what_was_typed_is_quoted_short_and_on_one_line() -> None:
    with pytest.raises(DateNotUnderstood) as caught:
        parse("x\x1b[31m\n" * 2000, TODAY)
    quoted = str(caught.value).partition("”")[0].removeprefix("“")
    assert len(quoted) == 40
    assert quoted.isprintable()


@given(st.text(), st.dates())
@example("winter 9999", date.max)
@example("9 nov", date.min)
@example("yesterday", date.min)
@example("last week", date.min)
@example("next year", date.max)
@example("9999w", date.min)
@example("\ud800", TODAY)
@example("9 nov " * 2000, TODAY)
@example("\u0660" * 10_000, TODAY)
def test_no_text_is_ever_another_error(text: str, today: date) -> None:
    for southern in (False, True):
        try:
            when = parse(text, today, southern)
        except DateNotUnderstood as problem:
            assert str(problem).endswith(".")  # noqa: PT017
        else:
            assert when.first <= when.last
            assert when.words == text.strip()


@given(
    st.lists(st.sampled_from(PIECES.split()), max_size=7).map(" ".join)
    | st.lists(st.sampled_from(PIECES.split()), max_size=4).map("".join),
    st.dates(),
)
def test_no_jumble_of_dates_is_ever_another_error(text: str, today: date) -> None:
    try:
        when = parse(text, today)
    except DateNotUnderstood:
        assert True
    else:
        assert when.first <= when.last
        assert read(when.edtf).first <= when.first <= when.last <= read(when.edtf).last
        assert len(when.edtf) <= 40
    found = parse_prefix(text, today)
    if found:
        assert text.endswith(found[1])
        assert text.lstrip().startswith(found[0].words)


@given(PAST, st.integers(1, 28), st.sampled_from(["jan", "march", "june", "dec"]))
def test_a_year_left_out_is_never_the_future(today: date, day: int, month: str) -> None:
    for typed in (f"{day} {month}", month, f"late {month}", "winter", "mid summer", "sunday"):
        assert parse(typed, today).first <= today
        assert parse(f"{typed} to {day} {month}", today).first <= today


@given(PAST)
def test_a_day_is_the_nearest_past_one(today: date) -> None:
    for back in (0, 1, 40, 364):
        day = today - timedelta(days=back)
        assert parse(f"{day.day} {day:%B}", today).first == day
    for back in range(7):
        day = today - timedelta(days=back)
        assert parse(f"{day:%A}", today).first == day
        assert parse(f"last {day:%a}", today).first == (day if back else day - timedelta(days=7))


@pytest.mark.parametrize(
    ("text", "edtf", "words", "rest"),
    [
        ("9 nov evening walk", "2026-11-09", "9 nov", "evening walk"),
        ("  Mon 9 Nov, evening", "2026-11-09", "Mon 9 Nov", ", evening"),
        ("2019 heart, sudden", "2019", "2019", "heart, sudden"),
        ("2019 to 2 pints", "2019", "2019", "to 2 pints"),
        ("2017 - 2019 in town", "2017/2019", "2017 - 2019", "in town"),
        ("mon to wed off work", "2026-11-16/2026-11-18", "mon to wed", "off work"),
        ("april-june was fine", "2026-04/2026-06", "april-june", "was fine"),
        ("9 nov - sun was out", "2026-11-09", "9 nov", "- sun was out"),
        ("since Sunday: low", "2026-11-22/..", "since Sunday", ": low"),
        ("Ma\u0301rz", None, "", ""),
        ("Ma\u0301rch\u0301 x", "2026-03", "Ma\u0301rch\u0301", "x"),
        ("yesterday", "2026-11-22", "yesterday", ""),
        ("sunny", None, "", ""),
        ("sun-dried tomatoes", None, "", ""),
        ("30 feb was", None, "", ""),
        ("2026-02-30", None, "", ""),
        ("9/11 rang", None, "", ""),
        ("9.30 rang", None, "", ""),
        ("between 2017", None, "", ""),
        ("", None, "", ""),
        ("kitchen yesterday", None, "", ""),
        ("yesterday " + "x" * 10_000, "2026-11-22", "yesterday", "x" * 10_000),
        ("9" + " " * (LONGEST - 4) + "november", None, "", ""),
    ],
)
def test_the_longest_date_at_the_start_is_taken(
    text: str, edtf: str | None, words: str, rest: str
) -> None:
    found = parse_prefix(text, TODAY)
    if edtf is None:
        assert found is None
    else:
        assert found is not None
        assert (found[0].edtf, found[0].words, found[1]) == (edtf, words, rest)


@given(st.text(), st.dates())
def test_the_start_of_any_text_can_be_asked(text: str, today: date) -> None:
    found = parse_prefix(text, today)
    assert found is None or text.endswith(found[1])

from datetime import date, timedelta

import pytest

from ipt_tui.ipt.dates import DateNotUnderstood, FuzzyDate, read
from ipt_tui.ipt.spoken import parse

TODAY = date(2026, 11, 23)  # a Monday

UNDERSTOOD = """
2026-11-09                     | 2026-11-09
2026-1-9                       | 2026-01-09
2026-11                        | 2026-11
2019                           | 2019
9 nov                          | 2026-11-09
24 nov                         | 2025-11-24
23 nov                         | 2026-11-23
29 feb                         | 2024-02-29
9 november 2019                | 2019-11-09
the 9th of November, 2019      | 2019-11-09
9-nov-2019                     | 2019-11-09
nov 9                          | 2026-11-09
NOV. 9th 2019                  | 2019-11-09
Mon 9 Nov                      | 2026-11-09
9.11.2019                      | 2019-11-09
9. 11. 2019                    | 2019-11-09
9.11.19                        | 2019-11-09
9.11.26                        | 2026-11-09
9.11.27                        | 1927-11-09
9.11.45                        | 1945-11-09
9.12.                          | 2025-12-09
25/9                           | 2026-09-25
9/25/2019                      | 2019-09-25
9/9                            | 2026-09-09
2019/11/09                     | 2019-11-09
april 2019                     | 2019-04
April                          | 2026-04
december                       | 2025-12
last november                  | 2025-11
november                       | 2026-11
next march                     | 2027-03
this december                  | 2026-12
spring 2019                    | 2019-21
Fall 2019                      | 2019-23
winter 2011/12                 | 2011-24
winter                         | 2025-24
last autumn                    | 2025-23
around march                   | 2026-03~
about 2019                     | 2019~
~2019                          | 2019~
c. 2019                        | 2019~
perhaps spring 2019            | 2019-21?
maybe around 2019              | 2019%
2019-04~                       | 2019-04~
yesterday                      | 2026-11-22
last night                     | 2026-11-22
the day before yesterday       | 2026-11-21
today                          | 2026-11-23
tonight                        | 2026-11-23
this morning                   | 2026-11-23
tomorrow                       | 2026-11-24
3d                             | 2026-11-20
2w                             | 2026-11-09
two weeks ago                  | 2026-11-09
10 days ago                    | 2026-11-13
3 months ago                   | 2026-08~
a year ago                     | 2025~
sun                            | 2026-11-22
Tuesday                        | 2026-11-17
monday                         | 2026-11-23
last monday                    | 2026-11-16
last sunday                    | 2026-11-22
next monday                    | 2026-11-30
last week                      | 2026-11-16/2026-11-22
last month                     | 2026-10
this year                      | 2026
next year                      | 2027
2017-2019                      | 2017/2019
2017 – 2019                    | 2017/2019
2017 to 2019                   | 2017/2019
from 2017 until 2019           | 2017/2019
between 2017 and 2019          | 2017/2019
2019/2021                      | 2019/2021
2017 to now                    | 2017/..
2017/..                        | 2017/..
since 2017                     | 2017/..
since sunday                   | 2026-11-22/..
until spring 2019              | ../2019-21
april to june 2019             | 2019-04/2019-06
april-june                     | 2026-04/2026-06
march 2025 to june             | 2025-03/2025-06
november 2025 to february      | 2025-11/2026-02
nov to feb                     | 2025-11/2026-02
9-12 nov                       | 2026-11-09/2026-11-12
9 nov to 12 nov                | 2026-11-09/2026-11-12
mon to wed                     | 2026-11-16/2026-11-18
last monday to friday          | 2026-11-16/2026-11-20
about 2017 to perhaps 2019     | 2017~/2019?
the 1990s                      | 199X
the 90s                        | 199X
'20s                           | 202X
in 2019                        | 2019
on 9 nov                       | 2026-11-09
Ápríl ２０１９                     | 2019-04
٩ nov                          | 2026-11-09
"""
REFUSED = """
99|9.11|31/31|13.13.2019|90s|winter 2011/13|april 2019 x|mayor|2026-11-9x|0000|December 9999
|9999 years ago|next|since|to 2019|2017 to|between 2017|2019-05-06-07|9 nov to|12-9 nov
|2017/18|../..|since ../2019|1/0|in|~|the
"""


def days(when: FuzzyDate) -> tuple[str, str]:
    return when.first.isoformat(), when.last.isoformat()


@pytest.mark.parametrize("row", UNDERSTOOD.strip().splitlines())
def test_what_people_type_is_understood(row: str) -> None:
    typed, _, edtf = row.rpartition("|")
    when = parse(typed, TODAY)
    assert when.edtf == edtf.strip()
    assert when.words == typed.strip()
    assert days(when) == days(read(when.edtf))


@pytest.mark.parametrize(
    ("typed", "edtf", "first", "last"),
    [
        ("mid july 2026", "2026-07~", "2026-07-11", "2026-07-20"),
        ("mid-July", "2026-07~", "2026-07-11", "2026-07-20"),
        ("early feb 2024", "2024-02~", "2024-02-01", "2024-02-10"),
        ("the end of feb 2024", "2024-02~", "2024-02-21", "2024-02-29"),
        ("late november", "2026-11~", "2026-11-21", "2026-11-30"),
        ("late dec", "2025-12~", "2025-12-21", "2025-12-31"),
        ("early spring 2019", "2019-21~", "2019-03-01", "2019-03-31"),
        ("late 2019", "2019~", "2019-09-01", "2019-12-31"),
        ("late winter 2011", "2011-24~", "2012-02-01", "2012-02-29"),
        ("since mid-july", "2026-07~/..", "2026-07-11", "9999-12-31"),
        ("since about mid-July 2026", "2026-07~/..", "2026-07-11", "9999-12-31"),
        ("early july to late august", "2026-07~/2026-08~", "2026-07-01", "2026-08-31"),
    ],
)
def test_early_mid_and_late_narrow_the_days(typed: str, edtf: str, first: str, last: str) -> None:
    when = parse(typed, TODAY)
    assert (when.edtf, *days(when)) == (edtf, first, last)


def test_the_numbers_to_twelve_may_be_words() -> None:
    words = "a one two three four five six seven eight nine ten eleven twelve"
    for count, word in enumerate(words.split()):
        day = TODAY - timedelta(days=count or 1)
        assert parse(f"{word} days ago", TODAY).first == day


def test_a_leap_day_can_be_eight_years_ago() -> None:
    assert parse("29 feb", date(1904, 2, 28)).edtf == "1896-02-29"


def test_last_and_next_year_are_those_of_the_calendar() -> None:
    for today in (date(2026, 1, 1), date(2026, 12, 31)):
        assert parse("last year", today).edtf == "2025"
        assert parse("next year", today).edtf == "2027"
        assert parse("last month", today).first.day == 1


def test_a_season_follows_the_hemisphere() -> None:
    assert days(parse("spring 2019", TODAY, southern=True)) == ("2019-09-01", "2019-11-30")
    assert parse("summer", TODAY, southern=True).edtf == "2025-22"
    assert parse("summer", TODAY, southern=False).edtf == "2026-22"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (
            "9/11",
            "“9/11” could be 9 November or 11 September; write 9 nov or 2026-11-09.",
        ),
        (
            "1/12/2019",
            "“1/12/2019” could be 1 December or 12 January; write 1 dec or 2019-12-01.",
        ),
        (
            "2026-02-30",
            "“2026-02-30” is not in the calendar: February 2026 has 28 days; check the day.",
        ),
        (
            "30 feb",
            "“30 feb” is not in the calendar: February 2026 has 28 days; check the day.",
        ),
        ("0/5", "“0/5” is not in the calendar: May 2026 has 31 days; check the day."),
        ("2026-13", "“2026-13” has no month 13; months are 01 to 12."),
        (
            "2019-21",
            "“2019-21” has no month 21; write years as 2019 to 2021, a season as spring 2019.",
        ),
        (
            "sun 9 nov",
            "“sun 9 nov” does not fit the calendar: 9 Nov 2026 is a Monday; check the day.",
        ),
        ("2019 to 2017", "“2019 to 2017” ends before it begins; write the earlier date first."),
        (
            "last Blursday",
            "“last Blursday” could not be read as a date; "
            "write it like 9 nov 2019, spring 2019 or yesterday.",
        ),
        ("", "There is no date here yet; write it like 9 nov 2019, spring 2019 or yesterday."),
        (" \n ", "There is no date here yet; write it like 9 nov 2019, spring 2019 or yesterday."),
    ],
)
def test_what_is_wrong_is_said_in_a_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(DateNotUnderstood) as caught:
        parse(typed, TODAY)
    assert str(caught.value) == sentence


@pytest.mark.parametrize("typed", REFUSED.strip().split("|"))
def test_other_texts_are_refused(typed: str) -> None:
    with pytest.raises(DateNotUnderstood):
        parse(typed, TODAY)

"""The Extended Date/Time Format of ISO 8601-2:2019, as far as a life needs it.

Read are the level 0 dates and intervals; of level 1 the seasons, open ends, decades (`199X`),
unspecified parts (`2019-XX`) and the qualifiers `~` about, `?` uncertain and `%` both; and the
seasons of level 2 that name their hemisphere. Times, other centuries' shorthands, negative years
and sets are not.

Where the standard leaves a choice, it is made here:

- A season is three whole months: northern spring is 1 March to 31 May, southern spring
  1 September to 30 November. The season that holds the turn of the year belongs to the year in
  which it begins: northern winter 2011 is December 2011 to February 2012.
- `~` does not widen the first and last day: nobody knows by how much.
- An open end is `date.max` and an open start `date.min`, so that dates can still be ordered.
"""

import re
from datetime import date, timedelta

from ipt_tui.ipt.text import one_line

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
OPEN = ("..", "")
"""How an interval says that its end is open, or not known."""

HOW = "write it like 9 nov 2019, spring 2019 or yesterday"
UNREADABLE = f"could not be read as a date; {HOW}"
_QUOTED = 40

_PART = re.compile(
    r"(?P<year>[0-9]{4}|[0-9]{3}X)(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?[~?%]?"
)


class DateNotUnderstood(ValueError):  # noqa: N818 - its name is read as a sentence, like its text
    """A text that is no date here. Its message is one sentence for the person who typed it.

    `why` is the sentence without the quoted text it begins with.
    """

    def __init__(self, typed: str, why: str = UNREADABLE) -> None:
        self.why = why
        quoted = one_line(typed.strip()[:200], _QUOTED)
        super().__init__(f"“{quoted}” {why}." if quoted else f"There is no date here yet; {HOW}.")


def bounds(edtf: str, southern: bool) -> tuple[date, date]:
    """Return the first and last day of an EDTF date or interval, both included.

    Seasons 21 to 24 are those of the hemisphere asked for, 25 to 28 are always northern and
    29 to 32 always southern.

    Raises:
        DateNotUnderstood: With one sentence that says what is wrong.
    """
    start, slash, end = edtf.partition("/")
    if not slash:
        return _part(edtf, start, southern)
    if start in OPEN and end in OPEN:
        raise DateNotUnderstood(edtf)
    first = date.min if start in OPEN else _part(edtf, start, southern)[0]
    last = date.max if end in OPEN else _part(edtf, end, southern)[1]
    if last < first:
        raise DateNotUnderstood(edtf, "ends before it begins; write the earlier date first")
    return first, last


def later(day: date, months: int) -> date:
    """Return the first day of the month that many months after the month of `day`.

    Raises:
        ValueError: If that is outside the years 1 to 9999.
    """
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def month_end(day: date) -> date:
    """Return the last day of the month of `day`."""
    return day.replace(day=31) if day.month == 12 else later(day, 1) - timedelta(days=1)


def third(first: date, last: date, which: int) -> tuple[date, date]:
    """Return the early (0), mid (1) or late (2) part of a span of whole months.

    Of one month these are the days 1-10, 11-20 and 21 to its end; of a season one month each, of
    a year four.
    """
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months == 1:
        end = last.day if which == 2 else which * 10 + 10
        return first.replace(day=which * 10 + 1), first.replace(day=end)
    last_month = later(first, months * (which + 1) // 3 - 1)
    return later(first, months * which // 3), month_end(last_month)


def _part(typed: str, part: str, southern: bool) -> tuple[date, date]:
    """Return the first and last day of one date; `typed` is what a sentence quotes."""
    found = _PART.fullmatch(part)
    if not found:
        raise DateNotUnderstood(typed)
    year, month, day = found["year"], found["month"] or "XX", found["day"] or "XX"
    if int(year[:3]) == 0 and year[3] in "0X":
        raise DateNotUnderstood(typed, "has no such year; years are 0001 to 9999")
    if month == "XX" and day != "XX":
        raise DateNotUnderstood(typed)
    if year[3] == "X":
        return _decade(typed, int(year[:3]) * 10, month)
    if month == "XX":
        return date(int(year), 1, 1), date(int(year), 12, 31)
    if int(month) > len(MONTHS):
        return _season(typed, int(year), int(month), day, southern)
    return _days(typed, int(year), int(month), day)


def _decade(typed: str, year: int, month: str) -> tuple[date, date]:
    """Return the ten years from `year`, whose months nobody can know."""
    if month != "XX":
        raise DateNotUnderstood(typed)
    return date(year, 1, 1), date(year + 9, 12, 31)


def _days(typed: str, year: int, month: int, day: str) -> tuple[date, date]:
    """Return a whole month, or one day of it."""
    if month == 0:
        raise DateNotUnderstood(typed, "has no month 00; months are 01 to 12")
    end = month_end(date(year, month, 1))
    if day == "XX":
        return end.replace(day=1), end
    if not 1 <= int(day) <= end.day:
        has = f"{MONTHS[month - 1]} {year} has {end.day} days"
        raise DateNotUnderstood(typed, f"is not in the calendar: {has}; check the day")
    return end.replace(day=int(day)), end.replace(day=int(day))


def _season(typed: str, year: int, code: int, day: str, southern: bool) -> tuple[date, date]:
    """Return the three months of a season."""
    if not 21 <= code <= 32:
        raise DateNotUnderstood(typed, f"has no month {code:02d}; months are 01 to 12")
    if day != "XX":
        raise DateNotUnderstood(typed)
    half_year_on = southern if code <= 24 else code >= 29
    month = ((code - 21) % 4 * 3 + 2 + (6 if half_year_on else 0)) % 12 + 1
    try:
        return date(year, month, 1), month_end(later(date(year, month, 1), 2))
    except ValueError:  # the winter in which year 9999 ends
        raise DateNotUnderstood(typed) from None

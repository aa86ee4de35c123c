"""Dates written in words: months, seasons, weekdays, and how long ago, in English."""

import re
from datetime import date, timedelta

from ipt_tui.ipt.dates import SEASONS
from ipt_tui.ipt.edtf import MONTHS, WEEKDAYS, DateNotUnderstood, later
from ipt_tui.ipt.said import WORD_END, YEAR, YEAR_LEFT_OUT, Said, Shape

_COUNT = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
_DAYS_AGO = {"day before yesterday": 2, "yesterday": 1, "last night": 1, "tomorrow": -1}
_DAY_NAMES = [name[:3].lower() for name in WEEKDAYS]
_MONTH_NAMES = [name[:3].lower() for name in MONTHS]

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    rf"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?){WORD_END}\.?"
)
_SEASON = rf"(?P<season>spring|summer|autumn|fall|winter){WORD_END}"
_WEEKDAY = (
    r"(?P<weekday>mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?"
    rf"|fri(?:day)?|sat(?:urday)?|sun(?:day)?){WORD_END}\.?"
)
_THIRD = r"(?P<third>early|beginning of|start of|mid|middle of|late|end of)[\s-]*"
_WHICH = r"(?P<which>last|next|this)\s+"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_ON = rf"(?:{_WEEKDAY},?\s+(?:the\s+)?)?"
_OF_YEAR = rf"(?:(?:\s+of)?[\s,-]*(?P<year>{YEAR}){WORD_END})?"
_OR_TWO_YEARS = rf"(?:(?:\s+of)?\s+(?P<year>{YEAR})(?:[-/](?P<over>[0-9]{{2}}))?{WORD_END})?"


def _day(match: re.Match[str], _today: date) -> Said:
    """Read 9 november 2019, nov 9 or Mon 9 Nov."""
    return Said(f"{_year(match)}-{_month(match)}-{int(match['day']):02d}", _weekday(match))


def _days(match: re.Match[str], _today: date) -> Said:
    """Read 9-12 nov."""
    month = f"{_year(match)}-{_month(match)}"
    return Said(f"{month}-{int(match['a']):02d}/{month}-{int(match['b']):02d}")


def _month_said(match: re.Match[str], today: date) -> Said:
    """Read april 2019, mid-July, last march."""
    year = _this_year(match, today)
    return Said(f"{year}-{_month(match)}", None, _third(match), _which(match))


def _season_said(match: re.Match[str], today: date) -> Said:
    """Read spring 2019, late summer, winter 2011/12."""
    year, over = _this_year(match, today), match["over"]
    if over and int(over) != (int(year) + 1) % 100:
        raise DateNotUnderstood(match[0])
    code = 21 + SEASONS.index(match["season"].replace("fall", "autumn"))
    return Said(f"{year}-{code}", None, _third(match), _which(match))


def _part_of_year(match: re.Match[str], _today: date) -> Said:
    """Read mid 2019."""
    return Said(match["year"], None, _third(match))


def _decade(match: re.Match[str], today: date) -> Said:
    """Read the 1990s, late 90s, '90s."""
    decade = int(match["decade"])
    if decade < 10:
        decade += today.year // 100 * 10
        decade -= 10 if decade * 10 > today.year else 0
    return Said(f"{decade:03d}X", None, _third(match))


def _weekday_said(match: re.Match[str], _today: date) -> Said:
    """Read sunday, last sunday, next sun; this sunday is the nearest past, as sunday is."""
    return Said("", _weekday(match), None, _which(match))


def _near(match: re.Match[str], today: date) -> Said:
    """Read today, tonight, this morning, yesterday, last night, tomorrow."""
    words = " ".join(match[0].split())
    return Said((today - timedelta(days=_DAYS_AGO.get(words, 0))).isoformat())


def _ago(match: re.Match[str], today: date) -> Said:
    """Read 3d, 2w, two weeks ago; of months and years ago only the month, the year, and about."""
    count, unit = int(_COUNT.get(match["n"]) or match["n"]), match["unit"][0]
    if unit in "my":
        month = later(today, -count * (12 if unit == "y" else 1))
        return Said(f"{month.isoformat()[: 7 if unit == 'm' else 4]}~")
    return Said((today - timedelta(days=count * (7 if unit == "w" else 1))).isoformat())


def _whole(match: re.Match[str], today: date) -> Said:
    """Read last week (Monday to Sunday), this month, next year."""
    step = {"last": -1, "next": 1}.get(match["which"], 0)
    if match["unit"] == "year":
        return Said(later(today, 12 * step).isoformat()[:4])
    if match["unit"] == "month":
        return Said(later(today, step).isoformat()[:7])
    monday = today + timedelta(days=7 * step - today.weekday())
    return Said(f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}")


def _year(match: re.Match[str]) -> str:
    return match["year"] or YEAR_LEFT_OUT


def _this_year(match: re.Match[str], today: date) -> str:
    return f"{today.year:04d}" if match["which"] == "this" else _year(match)


def _month(match: re.Match[str]) -> str:
    return f"{_MONTH_NAMES.index(match['month'][:3]) + 1:02d}"


def _weekday(match: re.Match[str]) -> int | None:
    return _DAY_NAMES.index(match["weekday"][:3]) if match["weekday"] else None


def _which(match: re.Match[str]) -> str:
    return (match["which"] or "").replace("this", "")


def _third(match: re.Match[str]) -> int | None:
    word = match["third"]
    if not word:
        return None
    return 1 if word.startswith("mid") else 2 if word in ("late", "end of") else 0


IN_WORDS: tuple[Shape, ...] = (
    (rf"{_ON}{_DAY}\.?(?:\s+of)?[\s-]*{_MONTH}{_OF_YEAR}", _day),
    (rf"{_ON}{_MONTH}\s*(?:the\s+)?{_DAY}{WORD_END}{_OF_YEAR}", _day),
    (rf"(?P<a>[0-9]{{1,2}})\s*(?:-|to)\s*(?P<b>[0-9]{{1,2}})\s+{_MONTH}{_OF_YEAR}", _days),
    (rf"(?:{_WHICH})?(?:{_THIRD})?{_MONTH}{_OF_YEAR}", _month_said),
    (rf"(?:{_WHICH})?(?:{_THIRD})?{_SEASON}{_OR_TWO_YEARS}", _season_said),
    (rf"{_THIRD}(?P<year>{YEAR}){WORD_END}", _part_of_year),
    (rf"(?:{_THIRD})?(?:the\s+)?(?P<decade>[12][0-9]{{2}})0'?s{WORD_END}", _decade),
    (rf"(?:(?<=the )|{_THIRD}(?:the\s+)?|(?='))'?(?P<decade>[0-9])0'?s{WORD_END}", _decade),
    (rf"(?:{_WHICH})?{_WEEKDAY}", _weekday_said),
    (rf"(?:today|tonight|tomorrow|yesterday|day\s+before\s+yesterday){WORD_END}", _near),
    (rf"(?:last\s+night|this\s+(?:morning|afternoon|evening)){WORD_END}", _near),
    (rf"(?P<n>[0-9]{{1,4}})(?P<unit>[dw])(?:\s+ago)?{WORD_END}", _ago),
    (
        rf"(?P<n>[0-9]{{1,4}}|{'|'.join(sorted(_COUNT, reverse=True))})\s+"
        rf"(?P<unit>days?|weeks?|months?|years?)\s+ago{WORD_END}",
        _ago,
    ),
    (rf"{_WHICH}(?P<unit>week|month|year){WORD_END}", _whole),
)
"""The shapes, in no order: the longest match counts."""

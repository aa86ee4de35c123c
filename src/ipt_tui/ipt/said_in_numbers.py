"""Dates written in numbers: ISO 8601, EDTF intervals, with slashes, with dots."""

import re
from datetime import date

from ipt_tui.ipt.edtf import MONTHS, DateNotUnderstood
from ipt_tui.ipt.said import NUMBER_END, YEAR, YEAR_LEFT_OUT, Said, Shape

_ISO = rf"{YEAR}(?:-[0-9]{{1,2}}){{0,2}}"
_EDTF = rf"(?:{YEAR}(?:-[0-9]{{2}}){{0,2}}[~?%]?|\.\.)"
_N = "[0-9]{1,2}"
_YEAR_OR_TWO_DIGITS = rf"(?P<year>{YEAR}|[0-9]{{2}})"


def _iso(match: re.Match[str], _today: date) -> Said:
    """Read 2026-11-09, 2026-11 or 2019; by 2019-21 a person rarely means spring."""
    year, *rest = match["iso"].split("-")
    if len(rest) == 1 and int(rest[0]) > max(len(MONTHS), int(year[2:])):
        meant = f"{year} to {year[:2]}{rest[0]}"
        raise DateNotUnderstood(
            match[0], f"has no month {rest[0]}; write years as {meant}, a season as spring {year}"
        )
    if rest and int(rest[0]) > len(MONTHS):
        raise DateNotUnderstood(match[0], f"has no month {rest[0]}; months are 01 to 12")
    return Said("-".join([year, *(number.zfill(2) for number in rest)]) + (match["mark"] or ""))


def _interval(match: re.Match[str], _today: date) -> Said:
    """Read an interval that is EDTF already, such as 2019/2021 or 2017/.. ."""
    return Said(match[0])


def _years(match: re.Match[str], _today: date) -> Said:
    """Read 2017-2019."""
    return Said(f"{match['a']}/{match['b']}")


def _year_first(match: re.Match[str], _today: date) -> Said:
    """Read 2019/11/09, which means one day everywhere."""
    return Said(f"{match['year']}-{int(match['b']):02d}-{int(match['a']):02d}")


def _slashes(match: re.Match[str], today: date) -> Said:
    """Read 25/9 or 9/25/2019, and refuse 9/11: half the world means another day by it."""
    a, b = int(match["a"]), int(match["b"])
    year = _full_year(match["year"], today)
    if a != b and min(a, b) > 0 and max(a, b) <= len(MONTHS):
        raise DateNotUnderstood(match[0], _either(a, b, year, today))
    day, month = (b, a) if b > len(MONTHS) else (a, b)
    return Said(f"{year}-{month:02d}-{day:02d}")


def _either(a: int, b: int, year: str, today: date) -> str:
    """Return why a/b is refused, and how to write the likelier of its two meanings."""
    if year == YEAR_LEFT_OUT:
        year = f"{today.year - ((b, a) > (today.month, today.day)):04d}"
    return (
        f"could be {a} {MONTHS[b - 1]} or {b} {MONTHS[a - 1]}; "
        f"write {a} {MONTHS[b - 1][:3].lower()} or {year}-{b:02d}-{a:02d}"
    )


def _dots(match: re.Match[str], today: date) -> Said:
    """Read 9.11.2019, 9.11.19 or 9.11.: where dots are written, the day comes first."""
    year = _full_year(match["year"], today)
    return Said(f"{year}-{int(match['b']):02d}-{int(match['a']):02d}")


def _full_year(written: str | None, today: date) -> str:
    """Return four digits: of two, the nearest year not after today's; YYYY where none."""
    if not written or len(written) == len(YEAR_LEFT_OUT):
        return written or YEAR_LEFT_OUT
    year = today.year // 100 * 100 + int(written)
    return f"{year - 100 if year > today.year else year:04d}"


IN_NUMBERS: tuple[Shape, ...] = (
    (rf"(?P<iso>{_ISO})(?P<mark>[~?%])?{NUMBER_END}", _iso),
    (rf"{_EDTF}/{_EDTF}{NUMBER_END}", _interval),
    (rf"(?P<a>{YEAR})-(?P<b>{YEAR}){NUMBER_END}", _years),
    (rf"(?P<year>{YEAR})/(?P<b>{_N})/(?P<a>{_N}){NUMBER_END}", _year_first),
    (rf"(?P<a>{_N})/(?P<b>{_N})(?:/{_YEAR_OR_TWO_DIGITS})?{NUMBER_END}", _slashes),
    (rf"(?P<a>{_N})\.\s?(?P<b>{_N})\.(?:\s?{_YEAR_OR_TWO_DIGITS})?{NUMBER_END}", _dots),
)
"""The shapes, in no order: the longest match counts."""

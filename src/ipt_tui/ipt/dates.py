"""Fuzzy dates: as exact as the person was, and no more.

A date is kept as EDTF (see `ipt_tui.ipt.edtf`) beside the words that were typed and the first and
last day it may mean. `ipt_tui.ipt.spoken` makes dates from words.
"""

from dataclasses import dataclass
from datetime import date

from ipt_tui.ipt.edtf import MONTHS, OPEN, DateNotUnderstood, bounds, third

__all__ = ["SEASONS", "THIRDS", "DateNotUnderstood", "FuzzyDate", "read", "say", "short", "shown"]

SEASONS = ("spring", "summer", "autumn", "winter")
"""In the order of the EDTF codes 21 to 24."""

THIRDS = ("early", "mid", "late")
_QUALIFIERS = {"~": "around ", "?": "perhaps ", "%": "perhaps around "}


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A date as it is known.

    `edtf` is what it means, `words` what was typed ("" where nobody typed it), `first` and `last`
    the days it lies between, both included; they can be closer than `edtf` alone would tell
    ("mid July"). Order by `(first, last)`; an open end is `date.max`, an open start `date.min`.
    """

    edtf: str
    words: str
    first: date
    last: date

    @property
    def exact(self) -> bool:
        """Whether it is one known day."""
        return self.first == self.last and not (self.approximate or self.uncertain)

    @property
    def approximate(self) -> bool:
        """Whether it was said as about, around, early, mid or late."""
        return "~" in self.edtf or "%" in self.edtf

    @property
    def uncertain(self) -> bool:
        """Whether it was said as perhaps."""
        return "?" in self.edtf or "%" in self.edtf

    @property
    def span(self) -> bool:
        """Whether it runs from one date to another, or has an open end."""
        return "/" in self.edtf

    @property
    def ongoing(self) -> bool:
        """Whether it has begun and no end is known, as in "since 2017"."""
        return self.span and self.edtf.partition("/")[2] in OPEN


def read(edtf: str, southern: bool = False, words: str = "") -> FuzzyDate:
    """Read a date from EDTF.

    Args:
        edtf: Such as `2026-11-09`, `2019-21`, `2019-04~`, `2019/2021` or `2017/..`.
        southern: Whether seasons 21 to 24 are those of the southern hemisphere.
        words: What the person typed, kept beside it.

    Raises:
        DateNotUnderstood: With one sentence that says what is wrong.
    """
    first, last = bounds(edtf, southern)
    return FuzzyDate(edtf, words, first, last)


def short(day: date, today: date | None = None) -> str:
    """Return "9 Nov", with the year where it is not that of `today`."""
    words = f"{day.day} {day:%b}"
    return words if today is not None and day.year == today.year else f"{words} {day.year}"


def say(when: FuzzyDate, today: date | None = None) -> str:
    """Return a date in calm words, whatever words were typed.

    A day of the year of `today` is said without it ("9 Nov"); anything else, and any day where
    `today` is not given, with it: "9 Nov 2019", "April 2019", "spring 2019", "around 2019",
    "mid July 2026", "1990s", "2017 to 2019", "since 2017", "until 2019". A span that begins or
    ends in another year has its years: "9 Nov 2025 to 3 Feb 2026".
    """
    start, slash, end = when.edtf.partition("/")
    if not slash:
        part = _narrowed(when)
        return f"{part} {_part(start[:-1], today)}" if part else _part(start, today)
    if end in OPEN:
        return f"since {_part(start, today)}"
    if start in OPEN:
        return f"until {_part(end, today)}"
    if start[:4] != end[:4]:
        today = None
    return f"{_part(start, today)} to {_part(end, today)}"


def shown(when: FuzzyDate, today: date | None = None) -> str:
    """Return the person's own words for a date, or calm words where there are none."""
    return when.words or say(when, today)


def _narrowed(when: FuzzyDate) -> str:
    """Return early, mid or late if the days are that third of what the EDTF says, else ""."""
    for southern in (False, True) if when.edtf.endswith("~") else ():
        whole = bounds(when.edtf, southern)
        for which, word in enumerate(THIRDS if whole[0] < whole[1] else ()):
            if third(*whole, which) == (when.first, when.last):
                return word
    return ""


def _part(part: str, today: date | None) -> str:
    """Return one EDTF date, not an interval, in words."""
    rough = _QUALIFIERS.get(part[-1], "")
    year, _, rest = (part[:-1] if rough else part).partition("-")
    month, _, day = rest.partition("-")
    if year.endswith("X"):
        return f"{rough}{year[:3]}0s"
    if month in ("", "XX"):
        return f"{rough}{year}"
    if int(month) > len(MONTHS):
        return f"{rough}{SEASONS[(int(month) - 21) % 4]} {year}"
    name = MONTHS[int(month) - 1]
    if day in ("", "XX"):
        return f"{rough}{name} {year}"
    short = f"{rough}{int(day)} {name[:3]}"
    return short if today and int(year) == today.year else f"{short} {year}"

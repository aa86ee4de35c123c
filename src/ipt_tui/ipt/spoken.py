"""Dates as people type them: "spring 2019", "around March", "since mid-july", "3d".

English words, ISO 8601 and EDTF intervals. The rules, where people leave something out:

- A year, or a week, that was left out is the nearest past one: the last that has begun by today,
  today included. "sunday" said on a Sunday is today; "last sunday" is the Sunday before, and
  "last spring" the last one that is over; "next" and "this" may lie ahead.
- In a span each end helps the other: "april to june 2019", "march 2025 to june", "nov to feb".
- "early", "mid" and "late" are a third (days 1-10, 11-20, 21 to the end), kept as about.
- 9/11 is refused, since it is another day on either side of an ocean; 25/9 and 9.11.2019 are not.
- A weekday that does not fit its date is refused rather than ignored.
"""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from ipt_tui.ipt.dates import FuzzyDate, read, say
from ipt_tui.ipt.edtf import UNREADABLE, WEEKDAYS, DateNotUnderstood, third
from ipt_tui.ipt.folding import fold
from ipt_tui.ipt.said import YEAR_LEFT_OUT, Reader, Said
from ipt_tui.ipt.said_in_numbers import IN_NUMBERS
from ipt_tui.ipt.said_in_words import IN_WORDS

LONGEST = 120
"""No date takes more characters than this."""

_LEAD = re.compile(r"(?:(since|from|until|till|between)\s+)?")
_ROUGH = re.compile(
    r"(?P<about>~|(?:about|around|circa|ca?\.?|approximately|approx\.?|roughly"
    r"|some\s?time\s+in)\s+)\s*|(?:perhaps|maybe|possibly|probably)\s+"
)
_FILLER = re.compile(r"(?:(?:on|in|at|the)\s+)*")
_TO = re.compile(r"\s*-\s*|\s+(?:to|until|till|through)\s+")
_AND = re.compile(r"\s+and\s+")
_NOW = re.compile(r"(?:now|the present|present)(?!\w)")
_COMPLETE = re.compile(r"(?!\w|[-/.:'~]\w)")


class _End(NamedTuple):
    """One date of an expression: what was said, its qualifier, and where its text ends."""

    said: Said
    mark: str
    stop: int


def parse(text: str, today: date, southern: bool = False) -> FuzzyDate:
    """Read a whole text as one date.

    Args:
        text: Anything a person may type.
        today: The day that is being lived, for what is left out and for "yesterday".
        southern: Whether seasons are those of the southern hemisphere.

    Returns:
        The date, with the text as its words.

    Raises:
        DateNotUnderstood: With one sentence that says what is wrong and what to do.
    """
    line = text.strip()
    if len(line) > LONGEST:
        raise DateNotUnderstood(line)
    plain, _ = fold(line)
    try:
        found = _expression(plain, today, southern)
    except DateNotUnderstood as problem:
        raise DateNotUnderstood(line, problem.why) from None
    except (ValueError, OverflowError):  # outside the years 1 to 9999
        raise DateNotUnderstood(line) from None
    if found is None or plain[found[1] :].strip(" .,;"):
        raise DateNotUnderstood(line)
    return replace(found[0], words=line)


def parse_prefix(text: str, today: date, southern: bool = False) -> tuple[FuzzyDate, str] | None:
    """Read the longest date at the start of a text.

    Returns:
        The date with its own words, and the rest of the text without the space before it; None
        where the text does not begin with a date, or with one that is refused ("30 feb").
    """
    body = text.lstrip()
    head = body[:LONGEST]
    plain, origin = fold(head)
    try:
        found = _expression(plain, today, southern)
    except (ValueError, OverflowError):
        return None
    if found is None or not _COMPLETE.match(plain, found[1]):
        return None
    stop = origin[found[1]] if found[1] < len(origin) else len(head)
    if stop == LONGEST < len(body):
        return None
    return replace(found[0], words=head[:stop].rstrip()), body[stop:].lstrip()


def _expression(plain: str, today: date, southern: bool) -> tuple[FuzzyDate, int] | None:
    """Read a date, a span or an open span at the start of folded text, and where it ends."""
    lead = _LEAD.match(plain)
    word = (lead and lead[1]) or ""
    start = _one(plain, lead.end() if lead else 0, today)
    if start is None:
        return None
    joint = (_AND if word == "between" else _TO).match(plain, start.stop)
    if joint and (now := _NOW.match(plain, joint.end())):
        return _join(_settle(start, today, southern), None), now.end()
    end = _one(plain, joint.end(), today) if joint else None
    if joint and end and _spans(plain, joint, end):
        return _span(start, end, today, southern), end.stop
    when = _settle(start, today, southern)
    if word in ("since", "from"):
        return _join(when, None), start.stop
    if word in ("until", "till"):
        return _join(None, when), start.stop
    return None if word else (when, start.stop)


def _one(plain: str, at: int, today: date) -> _End | None:
    """Read one date at a place: its qualifiers, then the longest shape there."""
    mark = ""
    while rough := _ROUGH.match(plain, at):
        mark, at = _both(mark, "~" if rough["about"] else "?"), rough.end()
    filler = _FILLER.match(plain, at)
    at = filler.end() if filler else at
    matches = [(pattern.match(plain, at), reader) for pattern, reader in _shapes()]
    best = max(
        ((match, reader) for match, reader in matches if match),
        key=lambda found: found[0].end(),
        default=None,
    )
    return _End(best[1](best[0], today), mark, best[0].end()) if best else None


@cache
def _shapes() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    return tuple((re.compile(pattern), reader) for pattern, reader in IN_NUMBERS + IN_WORDS)


def _spans(plain: str, joint: re.Match[str], end: _End) -> bool:
    """Whether a joint makes a span: a dash among spaces may also begin what happened."""
    if "-" not in joint[0] or " " not in joint[0]:
        return True
    return end.stop == len(plain) or any(c.isdigit() for c in plain[joint.end() : end.stop])


def _span(start: _End, end: _End, today: date, southern: bool) -> FuzzyDate:
    """Settle both ends of a span, each from the other where it floats."""
    if start.said.floats:
        last = _settle(end, today, southern)
        anchor = min(last.last, today) if end.said.floats else last.last
        return _join(_settle(start, anchor, southern), last)
    first = _settle(start, today, southern)
    if end.said.floats:
        return _join(first, _settle(end, first.first, southern, ahead=True))
    return _join(first, _settle(end, today, southern))


def _join(start: FuzzyDate | None, end: FuzzyDate | None) -> FuzzyDate:
    """Return the span from one date to another, None being an open end."""
    begins = start.edtf.partition("/")[0] if start else ".."
    ends = end.edtf.rpartition("/")[2] if end else ".."
    first, last = start.first if start else date.min, end.last if end else date.max
    edtf = f"{begins}/{ends}"
    if begins == ends == "..":
        raise DateNotUnderstood(edtf)
    if last < first:
        raise DateNotUnderstood(edtf, "ends before it begins; write the earlier date first")
    return FuzzyDate(edtf, "", first, last)


def _settle(end: _End, near: date, southern: bool, ahead: bool = False) -> FuzzyDate:
    """Return the date that was meant: the nearest begun by `near`, or not over if `ahead`."""
    said = end.said
    when = _choose(said, near, southern, ahead) if said.recurs else _fixed(said, southern)
    if said.edtf and said.weekday is not None and when.first.weekday() != said.weekday:
        day = f"{say(when)} is a {WEEKDAYS[when.first.weekday()]}"
        raise DateNotUnderstood(said.edtf, f"does not fit the calendar: {day}; check the day")
    parts = (p if p in ("..", "") else _marked(p, end.mark) for p in when.edtf.split("/"))
    return replace(when, edtf="/".join(parts))


def _choose(said: Said, near: date, southern: bool, ahead: bool) -> FuzzyDate:
    """Return the one that was meant of those that come round."""
    if not said.edtf:
        around = [near + timedelta(days=offset) for offset in range(-7, 8)]
        texts = [day.isoformat() for day in around if day.weekday() == said.weekday]
    else:  # 29 February can be eight years away
        years = [near.year + offset for offset in sorted(range(-8, 9), key=abs)]
        texts = [said.edtf.replace(YEAR_LEFT_OUT, f"{year:04d}") for year in years]
    dates, whys = [], []
    for text in texts:
        try:
            dates.append(_fixed(replace(said, edtf=text), southern))
        except DateNotUnderstood as problem:
            whys.append(problem.why)
    dates.sort(key=lambda d: d.first)
    if said.which == "next":
        dates = [d for d in dates if d.first > near][:1]
    elif ahead:
        dates = [d for d in dates if d.last >= near][:1]
    else:
        dates = [d for d in dates if (d.last < near if said.which else d.first <= near)]
    if not dates:
        raise DateNotUnderstood(said.edtf, whys[0] if whys else UNREADABLE)
    return dates[-1]


def _fixed(said: Said, southern: bool) -> FuzzyDate:
    """Return what was said where nothing was left out, narrowed to its third if one was said."""
    when = read(said.edtf, southern)
    if said.third is None:
        return when
    first, last = third(when.first, when.last, said.third)
    return FuzzyDate(_marked(when.edtf, "~"), "", first, last)


def _marked(part: str, mark: str) -> str:
    """Return an EDTF date with a qualifier added to the one it may have."""
    return part.rstrip("~?%") + _both(part[-1] if part[-1] in "~?%" else "", mark)


def _both(one: str, other: str) -> str:
    """Return the qualifier that says both."""
    return one or other if one == other or not (one and other) else "%"

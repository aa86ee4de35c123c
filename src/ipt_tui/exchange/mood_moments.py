"""When a row of a file was, from its cells for the date and the time.

What stands in the file is kept: 00:40 stays on its date, and of an hour that happens twice the
first is meant. A date has to name one day by itself, with its year.
"""

import re
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache

from ipt_tui.ipt import spoken
from ipt_tui.ipt.dates import DateNotUnderstood
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.imported import Unfit
from ipt_tui.ipt.moments import NOON, PARTS, Known, Part

_YEAR = re.compile(r"[0-9]{4}|[./].*[./]\s?[0-9]{2}$")
_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.h](?P<minute>[0-9]{2})(?::[0-9]{2}(?:[.,][0-9]+)?)?)?"
    r"\s*(?:(?P<half>[ap])\.?\s?m\.?)?"
)
_UNREADABLE_TIME = "its time could not be read; write it like 21:30 or 9:30 pm."
_HALF_DAY = 12


def told_when(day: str, hour: str, now: datetime) -> tuple[str, int, str]:
    """Return the wall time, minutes east of UTC and how much is known of it.

    `hour` may be empty, a time in 12 or 24 hours, or a part of the day.

    Raises Unfit or DateNotUnderstood, each with one sentence, also for what lies ahead of `now`.
    """
    said, aware = _day(day.strip(), now.date())
    at, known = _at(said, hour.strip())
    try:
        zone = said.tzinfo if aware else at.astimezone().tzinfo
        offset = at.replace(tzinfo=zone).utcoffset() or timedelta()
    except (ValueError, OverflowError, OSError):
        raise Unfit("its date is one that cannot be kept.") from None
    minutes = int(offset.total_seconds() // 60)
    moment = at.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    ahead = moment > now if known is Known.TIME else at.date() > now.date()
    if ahead:
        raise Unfit("it lies in the future.")
    return at.isoformat(timespec="minutes"), minutes, known.value


def _at(said: datetime, hour: str) -> tuple[datetime, Known]:
    if hour:
        at, known = _hour(hour)
        return datetime.combine(said.date(), at), known
    if said.time() == time.max:
        return datetime.combine(said.date(), NOON), Known.DAY
    return said.replace(tzinfo=None), Known.TIME


@lru_cache(maxsize=4096)
def _hour(text: str) -> tuple[time, Known]:
    """Return the time that is meant by a time or by a part of the day."""
    plain = " ".join(folded(text).split())
    part = Part.read(plain)
    if part in PARTS:
        return PARTS[part], Known.PART
    match = _TIME.fullmatch(plain)
    if match is None or not (match["minute"] or match["half"]):
        raise Unfit(_UNREADABLE_TIME)
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= _HALF_DAY:
            raise Unfit(_UNREADABLE_TIME)
        hour = hour % _HALF_DAY + (_HALF_DAY if match["half"] == "p" else 0)
    try:
        return time(hour, minute), Known.TIME
    except ValueError:
        raise Unfit(_UNREADABLE_TIME) from None


@lru_cache(maxsize=4096)
def _day(text: str, today: date) -> tuple[datetime, bool]:
    """Return the day, with `time.max` where no time stands there, and whether a zone does."""
    for read in (date.fromisoformat, datetime.fromisoformat):
        try:
            found = read(text)
        except ValueError:
            continue
        if isinstance(found, datetime):
            return found, found.tzinfo is not None
        return datetime.combine(found, time.max), False
    when = spoken.parse(text, today)
    if not _YEAR.search(folded(text)):
        raise DateNotUnderstood(text, "does not say of which year; write it like 9 nov 2019")
    if not when.exact:
        raise DateNotUnderstood(text, "is not one day; write it like 9 nov 2019")
    return datetime.combine(when.first, time.max), False

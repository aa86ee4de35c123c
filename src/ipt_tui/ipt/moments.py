"""Moments: local wall time with its offset from UTC, as exactly as it was told.

A moment belongs to the day that is being lived: before the hour at which the day starts (04:00
unless set otherwise) it is still last night.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.words import Vocabulary

WALL = "%Y-%m-%dT%H:%M"
"""How a wall time is kept."""


class Known(Vocabulary):
    """How much of a moment was told."""

    TIME = "time", "time"
    PART = "part", "part of the day"
    DAY = "day", "day"
    OTHER = "other"


class Part(Vocabulary):
    """A part of the day."""

    MORNING = "morning", "morning"
    AFTERNOON = "afternoon", "afternoon"
    EVENING = "evening", "evening"
    NIGHT = "night", "night"
    OTHER = "other"


PARTS = {
    Part.MORNING: time(9),
    Part.AFTERNOON: time(15),
    Part.EVENING: time(20),
    Part.NIGHT: time(23),
}
"""The time that stands for a part of the day."""
NOON = time(12)
"""The time that stands for a day of which nothing more is known."""


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """When something was: `instant` orders, `at` is the wall time there, `day` the day lived.

    Make one with `moment` or `at_wall`.
    """

    instant: datetime
    at: datetime
    day: date
    known: Known

    @property
    def wall(self) -> str:
        """The wall time as it is kept."""
        return self.at.strftime(WALL)

    @property
    def offset(self) -> int:
        """Minutes east of UTC."""
        return int((self.at.utcoffset() or timedelta()).total_seconds() // 60)

    @property
    def in_the_night(self) -> bool:
        """Whether it is after midnight, before the hour at which the next day starts."""
        return self.at.date() > self.day

    @property
    def part(self) -> Part | None:
        """The part of the day it stands for, None where a time or only the day is known."""
        if self.known is not Known.PART:
            return None
        return next((part for part, hour in PARTS.items() if hour == self.at.time()), Part.OTHER)


def moment(at: datetime, known: Known = Known.TIME, day_starts_at: time = DAY_STARTS_AT) -> Moment:
    """Return the moment of an aware date-time."""
    early = known is Known.TIME and at.time() < day_starts_at
    day = at.date() - timedelta(days=1) if early else at.date()
    return Moment(at.astimezone(UTC), at, day, known)


def read(wall: str, offset: int, known: str, day_starts_at: time = DAY_STARTS_AT) -> Moment:
    """Return the moment that is kept as a wall time, minutes east of UTC and what is known.

    Raises ValueError if `wall` is no wall time.
    """
    zone = timezone(timedelta(minutes=offset))
    at = datetime.strptime(wall, WALL).replace(tzinfo=zone)
    return moment(at, Known.read(known) or Known.TIME, day_starts_at)


def on_day(day: date, part: Part | None = None) -> Moment:
    """Return the moment that stands for a part of a day, or for a day, in the local zone."""
    hour, known = (PARTS[part], Known.PART) if part else (NOON, Known.DAY)
    return moment(datetime.combine(day, hour).astimezone(), known)


def at_time(day: date, hour: time, day_starts_at: time = DAY_STARTS_AT) -> Moment:
    """Return a time of the day that is being lived on `day`, in the local zone.

    Before `day_starts_at` it is in the night after: 00:40 of Monday is on Tuesday's date.
    """
    date_ = day + timedelta(days=1) if hour < day_starts_at else day
    return moment(datetime.combine(date_, hour).astimezone(), Known.TIME, day_starts_at)


def within(earlier: Moment, later: Moment, hours: int) -> bool:
    """Whether `later` follows at most `hours` after `earlier`, whole days where no time is known.

    A day has 24 hours here: within 48 hours of a day is up to two days later.
    """
    if Known.DAY in (earlier.known, later.known) or Known.PART in (earlier.known, later.known):
        return 0 <= (later.day - earlier.day).days <= hours // 24
    return timedelta() <= later.instant - earlier.instant <= timedelta(hours=hours)


def not_before(when: Moment, at: Moment, earlier: timedelta = timedelta()) -> bool:
    """Whether `when` is not before `at` moved so much earlier.

    Where of the same day no time is known, it is not.
    """
    if earlier and at.day - date.min <= earlier + timedelta(days=1):  # nothing is as early
        return True
    if when.day != at.day - earlier or when.known is Known.DAY:
        return when.day >= at.day - earlier
    return when.instant >= at.instant - earlier


def follows(when: Moment, end: Moment) -> bool:
    """Whether `when` comes after what ended at `end`; of the minute in which it ended it is part.

    Where of the same day no time is known, it does.
    """
    known = when.known is not Known.DAY
    return not_before(when, end) and not (known and when.instant == end.instant)


def words(moment: Moment, today: date) -> str:
    """Return "Mon 9 Nov", "Mon 9 Nov, evening" or "Mon 9 Nov, 21:30".

    Before the hour at which a day starts it is in the night to the next: "night to 10 Nov 00:15".
    """
    if moment.in_the_night:
        return f"night to {short(moment.at.date(), today)} {moment.at:%H:%M}"
    day = f"{moment.day:%a} {short(moment.day, today)}"
    if moment.known is Known.DAY:
        return day
    part = moment.part
    return f"{day}, {part.label if part else f'{moment.at:%H:%M}'}"


def as_typed(moment: Moment, today: date) -> str:
    """Return the same as it is typed, and read again: a time is of the day lived."""
    day = f"{moment.day:%a} {short(moment.day, today)}"
    return (
        f"{day} {moment.at:%H:%M}" if moment.in_the_night else words(moment, today).replace(",", "")
    )

"""The one clock of the program: what time it is, and which day it belongs to.

Everything that needs the time is given a `Clock`, so that tests and the demo can stand still.
"""

import time as _time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

VARIABLE = "IPT_TUI_NOW"
DAY_STARTS_AT = time(4)
SESSION_AT_MOST = timedelta(hours=3)
"""One that began longer ago was forgotten to be ended."""
_SHAPE = f"{VARIABLE} should be a local date and time like 2026-11-23T18:00"
_DATE_LENGTH = len("2026-11-23")


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells the time. `fixed`, if given, is an aware moment at which it stands still.

    Before `day_starts_at`, in local wall time, it is still the day before.
    """

    fixed: datetime | None = None
    day_starts_at: time = DAY_STARTS_AT

    def __post_init__(self) -> None:
        """Raise ValueError for a fixed moment without an offset: it would be no moment at all."""
        if self.fixed is not None and self.fixed.tzinfo is None:
            raise ValueError("A fixed clock needs a time with its offset from UTC.")

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> "Clock":
        """Return the clock of this process: fixed if IPT_TUI_NOW is set, else the real one.

        The value is an ISO 8601 date-time. Without an offset it is local wall time. A date alone
        is refused, since midnight belongs to the day before.

        Raises ValueError, one sentence to show, if the value is no such date-time.
        """
        text = env.get(VARIABLE, "").strip()
        if not text:
            return cls()
        if len(text) <= _DATE_LENGTH:
            raise ValueError(f"{_SHAPE}, and “{text}” has no time.")
        try:
            return cls(datetime.fromisoformat(text).astimezone())
        except (ValueError, OverflowError, OSError):
            raise ValueError(f"{_SHAPE}, and “{text}” is not.") from None

    def now(self) -> datetime:
        """Return this moment as an aware date-time in the local zone."""
        return self.fixed if self.fixed is not None else datetime.now().astimezone()

    def utc(self) -> datetime:
        """Return this moment as an aware date-time in UTC."""
        return self.now().astimezone(UTC)

    def today(self, day_starts_at: time | None = None) -> date:
        """Return the day that is being lived; `day_starts_at` goes before the clock's own."""
        now = self.now()
        early = now.time() < (day_starts_at or self.day_starts_at)
        return now.date() - timedelta(days=1) if early else now.date()

    def monotonic(self) -> float:
        """Return seconds that only ever grow, for waiting and idling; they run on when fixed."""
        return _time.monotonic()

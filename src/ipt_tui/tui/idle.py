"""Nobody there: the curtain after a while, the lock after a longer one, or when the lid closed."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock

LID_SECONDS = 30.0
SESSION_LOCK_SECONDS = 3600.0
"""While a session runs nobody has to press a key for so long: one listens."""


class Away(Enum):
    """What the time without a key asks for."""

    NOTHING = 0
    CURTAIN = 1
    LOCK = 2


class IdleWatch:
    """Counts the time since the last key. Minutes of 0 switch a step off."""

    def __init__(self, clock: Clock, curtain_minutes: float, lock_minutes: float) -> None:
        """Start counting now."""
        self._clock = clock
        self._curtain = curtain_minutes * 60
        self._lock = lock_minutes * 60
        self._touched = clock.monotonic()
        self._seen = (clock.utc(), clock.monotonic())

    def touch(self) -> Away:
        """Somebody is there; LOCK if the machine slept since the last look."""
        slept = self._slept()
        self._touched = self._clock.monotonic()
        return Away.LOCK if slept else Away.NOTHING

    @property
    def is_due(self) -> bool:
        """Whether the time without a key asks for something, if no session runs."""
        steps = [seconds for seconds in (self._curtain, self._lock) if seconds]
        return bool(steps) and self._idle >= min(steps)

    def look(self, *, in_session: bool = False) -> Away:
        """Return what is due now; while a session runs the curtain comes only by its key."""
        if self._slept():
            return Away.LOCK
        lock = max(self._lock, SESSION_LOCK_SECONDS) if in_session and self._lock else self._lock
        if lock and self._idle >= lock:
            return Away.LOCK
        curtain = 0 if in_session else self._curtain
        return Away.CURTAIN if curtain and self._idle >= curtain else Away.NOTHING

    @property
    def _idle(self) -> float:
        return self._clock.monotonic() - self._touched

    def _slept(self) -> bool:
        """Whether the wall clock ran on while the monotonic one stood: a closed lid."""
        wall, steady = self._clock.utc(), self._clock.monotonic()
        gap = (wall - self._seen[0]).total_seconds() - (steady - self._seen[1])
        self._seen = (wall, steady)
        return gap > LID_SECONDS

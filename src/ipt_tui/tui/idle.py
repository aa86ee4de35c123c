"""Nobody there: the curtain after a while, the lock after a longer one, or when the lid closed."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock

LID_SECONDS = 30.0


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

    def look(self) -> Away:
        """Return what is due now."""
        if self._slept():
            return Away.LOCK
        idle = self._clock.monotonic() - self._touched
        if self._lock and idle >= self._lock:
            return Away.LOCK
        return Away.CURTAIN if self._curtain and idle >= self._curtain else Away.NOTHING

    def _slept(self) -> bool:
        """Whether the wall clock ran on while the monotonic one stood: a closed lid."""
        wall, steady = self._clock.utc(), self._clock.monotonic()
        gap = (wall - self._seen[0]).total_seconds() - (steady - self._seen[1])
        self._seen = (wall, steady)
        return gap > LID_SECONDS

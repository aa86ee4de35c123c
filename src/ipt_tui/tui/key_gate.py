"""Keys in their order, each to where the one before it led.

Textual hands keys to the focused widget's own queue, so what is typed straight after `enter`
can still land in the field just left, and a binding can overtake letters that wait there. The
gate makes every key wait until the one before was handled, and, while an answer is being
saved, until the next question stands.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.widget import Widget

PATIENCE = 5.0
HANDLED = 0.5


class KeyGate:
    """Open but while something is being saved. Times are in seconds."""

    def __init__(self) -> None:
        """Start open."""
        self._open = asyncio.Event()
        self._open.set()

    def shut(self) -> None:
        """Let no key through until `open`."""
        self._open.clear()

    def open(self) -> None:
        """Let the keys through that waited, in their order."""
        self._open.set()

    async def passed(self) -> None:
        """Wait until the gate is open; for PATIENCE at most, so that keys can never be stuck."""
        if not self._open.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._open.wait(), PATIENCE)
            self._open.set()

    @staticmethod
    async def handled(widget: Widget | None) -> None:
        """Wait until the widget that was given a key has dealt with it."""
        done = asyncio.Event()
        if widget is not None and widget.call_later(done.set):
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(done.wait(), HANDLED)

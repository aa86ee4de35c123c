"""Keys in their order, each to where the one before it led.

Textual hands a key to the focused widget's own queue; a widget with no use for it passes it on to
its parent, and the last one back into the app's queue, behind whatever was typed meanwhile. So
letters typed straight after a command could be done before it, or in the field just left. The
gate has every key wait until the one before was dealt with, all the way, and, while an answer is
being saved, until the next question stands.
"""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.dom import DOMNode
    from textual.events import Event

PATIENCE = 5.0
"""So many seconds a key waits at most; a slow machine takes one for a letter while it starts."""


class KeyGate:
    """Open but while something is being saved. Times are in seconds."""

    def __init__(self) -> None:
        """Start open."""
        self._open = asyncio.Event()
        self._open.set()
        self._underway: Event | None = None
        self._came_back = False
        self._overtaken = 0.0

    @property
    def is_shut(self) -> bool:
        """Whether keys have to wait."""
        return not self._open.is_set()

    def shut(self) -> None:
        """Let no key through until `open`."""
        self._open.clear()

    def open(self) -> None:
        """Let the keys through that waited, in their order."""
        self._open.set()

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Let no key through while something is done that they are to come after."""
        self.shut()
        try:
            yield
        finally:
            self.open()

    def overtake(self, event: Event) -> None:
        """Let this key be done now; those that wait were meant for what it hides, and are lost."""
        self._overtaken = event.time

    async def passed(self, event: Event) -> bool:
        """Wait until the gate is open; return whether the key is still to be given.

        For PATIENCE at most, so that keys can never be stuck. What the key before has just begun
        takes its first step before that: it may shut the gate.
        """
        await asyncio.sleep(0)
        if self.is_shut:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._open.wait(), PATIENCE)
            self._open.set()
        return event.time >= self._overtaken

    def send(self, event: Event) -> None:
        """Follow this key from now on."""
        self._underway, self._came_back = event, False

    def comes_back(self, message: object) -> bool:
        """Return whether this is the key being followed, back with nobody's use for it."""
        if self._underway is None or message is not self._underway:
            return False
        self._came_back = True
        return True

    async def handled(self, node: DOMNode | None) -> bool:
        """Wait until the key was dealt with; return whether it came back unused.

        `node` is who was given it, then come the parents; the busy are waited for PATIENCE at most.
        """
        event = self._underway
        while node is not None and event is not None and event.is_forwarded:
            if not await _dealt_with(node) or self._came_back or event._stop_propagation:  # noqa: SLF001
                break
            node = node.parent
        self._underway = None
        return self._came_back


async def _dealt_with(node: DOMNode) -> bool:
    """Wait until a node has come to the end of its queue; return whether it did in time."""
    done = asyncio.Event()
    if node.call_later(done.set):
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(done.wait(), PATIENCE)
        return done.is_set()
    return True

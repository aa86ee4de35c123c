"""Text being typed, safe within a second or two, whatever happens to the program."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from ipt_tui.vault.asked import Asked
    from ipt_tui.vault.drafts import DraftLine

    Found = tuple[str, datetime | None]


class Drafting:
    """What was typed and has not reached the file yet: one text a place.

    `window` tells this run of the program from another that has the same file open.
    """

    def __init__(self, vault: Asked) -> None:
        """Keep drafts in this file once it is open: the record, or own notes."""
        self._vault = vault
        self._waiting: dict[str, tuple[str, str | None]] = {}
        self._offered: dict[str, tuple[DraftLine, ...]] = {}
        self.window = os.urandom(6).hex()

    @property
    def is_waiting(self) -> bool:
        """Whether something typed has not reached the file yet."""
        return bool(self._waiting)

    def remember(self, place: str, text: str, client: str | None) -> None:
        """Note the text of a field; an empty one forgets its draft."""
        self._waiting[place] = (text, client)

    async def find(self, place: str) -> str:
        """Return the draft of a field, "" if there is none: what waits here is newer."""
        waiting = self.waiting(place)
        return (await self.left(place))[0] if waiting is None else waiting

    def waiting(self, place: str) -> str | None:
        """Return what was typed at a place and has not reached the file, None for nothing."""
        return self._waiting[place][0] if place in self._waiting else None

    async def left(self, place: str) -> Found:
        """Return what was left behind at a place and when it was last typed at (UTC), or "", None.

        What several windows left is joined, each on a line of its own. What is typed there from now
        on is not of it: the file is asked first.
        """
        if not self._vault.is_open:
            return "", None
        from ipt_tui.vault import drafts

        lines = await self._vault.read(drafts.load_all, place)
        self._offered[place] = lines
        texts = dict.fromkeys(line.text for line in lines)
        return "\n".join(texts), lines[-1].at if lines else None

    async def places(self, start: str) -> frozenset[str]:
        """Return the fields whose names begin so, and in which something typed waits."""
        from ipt_tui.vault import drafts

        waiting = {place: text for place, (text, _) in self._waiting.items()}
        known = await self._vault.read(drafts.places, start)
        typed = {place for place, text in waiting.items() if text and place.startswith(start)}
        return frozenset(known - waiting.keys() | typed)

    async def flush(self) -> None:
        """Write all of it to the file; raises VaultError if it cannot be, and then it waits."""
        waiting = dict(self._waiting)
        if waiting and self._vault.is_open:
            from ipt_tui.vault import drafts

            await self._vault.keep(drafts.save_all, waiting, self.window, self._lines(waiting))
            self._written(waiting)

    def flush_now(self) -> None:
        """Write all of it without an event loop, in the last moment of a program that ends."""
        waiting = dict(self._waiting)
        if waiting and self._vault.is_open:
            from ipt_tui.vault import drafts

            with contextlib.suppress(Exception):
                self._vault.keep_now(drafts.save_all, waiting, self.window, self._lines(waiting))
                self._written(waiting)

    def _lines(self, places: Iterable[str]) -> tuple[DraftLine, ...]:
        """Return what was found at these places: it goes where something is kept there now."""
        return tuple(line for place in places for line in self._offered.get(place, ()))

    def _written(self, texts: dict[str, tuple[str, str | None]]) -> None:
        """Forget what is in the file now, but for what was typed meanwhile."""
        for place, text in texts.items():
            if self._waiting.get(place) == text:
                del self._waiting[place]

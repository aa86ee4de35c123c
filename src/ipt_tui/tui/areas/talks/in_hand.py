"""Which talk is in hand: that of the person, event, mood or line one came along with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.talk import latest
from ipt_tui.vault import talks

if TYPE_CHECKING:
    from ipt_tui.ipt.talk import Talks
    from ipt_tui.tui.app import IptApp
    from ipt_tui.tui.context import Context


@dataclass(frozen=True, slots=True)
class Entry:
    """Something a talk could be begun of: its uid, and how that is said.

    `name` is a person's, "" for an entry of the timeline.
    """

    uid: str
    words: str
    name: str = ""


class InHand:
    """Remembers what was in hand when one was here last, and finds the talk of what is now.

    `entry` is what one came along with and has no talk yet: its uid, and what it would be about.
    `offers` is whether it is to be lit.
    """

    def __init__(self) -> None:
        """Start with nothing in hand."""
        self.entry: Entry | None = None
        self.offers = False
        self._was: tuple[str | None, str | None, str | None] = None, None, None

    def is_new(self, context: Context) -> bool:
        """Whether one comes with something else in hand than one went with."""
        return (context.client, context.person, context.event) != self._was

    def remember(self, context: Context) -> None:
        """Take what is in hand as known from now on."""
        self._was = context.client, context.person, context.event

    async def find(self, app: IptApp, found: Talks, *, follows: bool) -> str | None:
        """Return the uid of the talk to open; with `follows` an entry without one is offered."""
        context, (_, person, event) = app.context, self._was
        uid = context.talk
        if self.entry is not None:  # by now it may be veiled, or have its talk
            self.entry = await self._entry(self.entry.uid, app)
        if context.event is not None and context.event != event:
            there = await app.vault.read(talks.uid_of, context.event)
            uid, self.entry = there or uid, None
            if follows and there is None:
                self.entry = await self._entry(context.event, app)
        elif follows and context.person is not None and context.person != person:
            uid = await self._with(context.person, app, found, uid)
        self.offers = follows and self.entry is not None
        line = latest(found, uid)
        return line.uid if line else None

    async def _with(self, person: str, app: IptApp, found: Talks, uid: str | None) -> str | None:
        """Return the talk in hand if it is with a person, else the newest that is."""
        self.entry = None
        lines = [line for line in found.lines if any(p.uid == person for p in line.people)]
        if lines:
            return next((line.uid for line in lines if line.uid == uid), lines[0].uid)
        self.entry = await self._entry(person, app)
        return uid

    async def _entry(self, uid: str, app: IptApp) -> Entry | None:
        """Return what a talk could be begun of, None where it is veiled or has a talk."""
        name = await app.vault.read(talks.name_of, uid, app.revealed)
        if name:
            return Entry(uid, f"a talk with {name}", name)
        if await app.vault.read(talks.uid_of, uid):
            return None
        words = await app.vault.read(talks.entry_words, uid, app.revealed)
        return Entry(uid, words) if words else None

"""The capture line at the foot of the record: it reads with the names known, and writes."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual import on, work
from textual.message import Message

from ipt_tui.ipt import moments
from ipt_tui.tui.areas.area import NO_CLIENT, READ_ONLY
from ipt_tui.tui.widgets.capture_line import CaptureLine
from ipt_tui.tui.widgets.open_line import OpenLine
from ipt_tui.vault import noting
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from textual.widget import Widget

    from ipt_tui.tui.app import IptApp

TURN_NEXT = " Its next turn may follow: me: …, or a name and a colon."
NOT_KEPT = "That was for this hour only, so it was not kept."


class CaptureBar(CaptureLine):
    """Opens over any area, keeps line after line, and gives the focus back."""

    @dataclass
    class Noted(Message):
        """Something was kept; `client` is whose record it is in."""

        client: str
        noted: noting.Noted

    _came_from: Widget | None = None
    _talk: str | None = None
    """The talk noted last: turns that follow are its own."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start closed, and nobody's."""
        super().__init__(id=id)
        self._in_order = asyncio.Lock()

    @property
    def _ipt(self) -> IptApp:
        return cast("IptApp", self.app)

    async def begin(self, text: str) -> None:
        """Open with `text` typed already, for the client in hand."""
        app = self._ipt
        client = app.context.client
        if client is None or app.vault.vault.read_only:
            app.tell(NO_CLIENT if client is None else READ_ONLY)
            return
        if client != self.client:
            self._talk = None
            self.turn_to(client)
        if not await self._read_ground(client):
            return
        if not self.is_open:
            self._came_from = self.screen.focused
            record = app.record
            over_talks = record is not None and record.switcher.current == "talks"
            self._talk = app.context.talk if over_talks else None
        was_open = self.is_open
        self.start(text)
        if not was_open:  # over a talk its turns may be captured too
            self.in_talk = self._talk is not None

    def leave(self, client: str) -> None:
        """Close where it is another client's: what was typed waits there."""
        if client != self.client and self.has_focus_within:
            self.action_close()
        elif client != self.client:
            self.remove_class("-open")

    @on(CaptureLine.Typed)
    @work
    async def _keep(self, message: CaptureLine.Typed) -> None:
        message.stop()
        app = self._ipt
        now = moments.moment(app.clock.now(), day_starts_at=app.config.day_starts_at)
        try:
            async with self._in_order:  # a turn needs the talk that the line before began
                noted = await app.vault.write(
                    noting.note, message.client, message.pieces, now, self._talk
                )
                self._talk = noted.talks[-1] if noted.talks else self._talk
        except VaultError as error:
            self.in_talk = False
            self.refused(message.text, str(error))
            return
        next_turn = TURN_NEXT if self.in_talk and noted.told else ""
        self.done(f"{noted.told} noted.{next_turn}" if noted.told else NOT_KEPT)
        self.post_message(self.Noted(message.client, noted))
        if noted.people:
            await self._read_ground(message.client)

    async def _read_ground(self, client: str) -> bool:
        """Read what a line is understood by; return whether that was possible."""
        app = self._ipt
        known = await app.or_tell(app.vault.read(noting.ground, client, app.revealed))
        if known is not None:
            self.names, self.offered, self.scale = known.names, known.offered, known.scale
            self.anchors = known.anchors
        return known is not None

    @on(OpenLine.Closed)
    def _give_back(self, message: OpenLine.Closed) -> None:
        message.stop()
        if self._came_from is not None and self._came_from.is_attached:
            self.screen.set_focus(self._came_from, scroll_visible=False)

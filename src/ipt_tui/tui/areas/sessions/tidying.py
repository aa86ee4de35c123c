"""Tidying: what waits below the note is taken, left or tied, each with one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on, work

from ipt_tui.tui.areas.sessions.clock import SessionsClock
from ipt_tui.tui.areas.sessions.note_pad import NotePad
from ipt_tui.tui.areas.sessions.rows import TIDY
from ipt_tui.tui.areas.timeline.inquiry import EntryInquiry
from ipt_tui.tui.areas.timeline.keys import TIE
from ipt_tui.vault import tidying
from ipt_tui.vault.timeline import Asked, day_of, timeline

if TYPE_CHECKING:
    from ipt_tui.ipt.tidy import TidyItem

NOTHING_OPEN = "Nothing is open here: each mood has its event, each event its feeling."
NOTHING_NEAR = "There is nothing near to tie it to yet; note that first."


class SessionsTidying(SessionsClock):
    """What the marks of the note become."""

    @on(NotePad.Line)
    def _line(self) -> None:
        self.show_tidy()

    def action_note(self) -> None:
        """To the note."""
        self.remove_class("-each")
        self.screen.set_focus(self.home())

    def action_tidy(self) -> None:
        """To what waits; the note is kept, so that what is taken back next is what was typed."""
        self.keep_note()
        self.remove_class("-each")
        if self.items:
            self.screen.set_focus(self.tidy)
        else:
            self.ipt.tell(self.why_no_note() or "Nothing waits to be tidied.")

    @property
    def item(self) -> TidyItem | None:
        """The line that waits and has the cursor, None while one is elsewhere."""
        cursor = self.tidy.cursor
        if not self.tidy.has_focus or cursor is None or not cursor.startswith(TIDY):
            return None
        at = int(cursor.removeprefix(TIDY))
        return self.items[at] if at < len(self.items) else None

    async def take_item(self, item: TidyItem) -> None:
        """Make of a line that waits what it says; back to the note after the last."""
        with self.ipt.gate.held():  # or one more enter would take it twice
            await self.make(item)
            await self.read_again()
        self._after_item()

    async def make(self, item: TidyItem) -> bool:
        """Make of a line that waits what it says; return whether that was possible."""
        session, found = self.session, self.read_last
        if session is None or found is None:
            return False
        await self.kept_now(session.uid)  # first, so that u takes back what was made, not the note
        at = session.line.at or self.now
        return bool(await self.write(tidying.take, session.uid, item, at, found.done))

    @work
    async def action_apart(self) -> None:
        """Leave a line as the text it is."""
        item, session, found = self.item, self.session, self.read_last
        if item is not None and session is not None and found is not None:
            with self.ipt.gate.held():
                await self.write(tidying.leave, session.uid, item, found.done)
                await self.read_again()
            self._after_item()

    def _after_item(self) -> None:
        if not self.items:
            self.action_note()

    @work
    async def action_tie(self) -> None:
        """Tie the mood or event that is open; what waits still is taken first."""
        loop, app = self.loop, self.ipt
        if loop is not None and loop.item is not None:
            await self.take_item(loop.item)
            loop = self.loop
        if loop is None or not loop.entry:
            app.tell(NOTHING_OPEN)
            return
        ground, starts = self.ground, app.config.day_starts_at
        day = await app.or_tell(app.vault.read(day_of, ground.client, loop.entry, starts))
        asked = Asked(self.today, around=day, revealed=app.revealed, day_starts_at=starts)
        found = await app.or_tell(app.vault.read(timeline, ground.client, asked))
        entry = found.entry(loop.entry) if found else None
        if found is None or entry is None:
            return
        about = EntryInquiry(ground, found, entry)
        if about.asked(TIE) is None:
            app.tell(NOTHING_NEAR)
        else:
            self.ask(about, TIE)

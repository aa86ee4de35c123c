"""Tidying: what waits below the note is taken, left or tied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.captured import Mark
from ipt_tui.ipt.timeline import Told
from ipt_tui.tui.areas.timeline.inquiry import EntryInquiry
from ipt_tui.tui.areas.timeline.keys import TIE
from ipt_tui.vault import tidying
from ipt_tui.vault.timeline import Asked, day_of, timeline

if TYPE_CHECKING:
    from ipt_tui.ipt.tidy import TidyItem
    from ipt_tui.tui.areas.sessions.view import SessionsView

NOTHING_OPEN = "Nothing is open here: each mood has its event, each event its feeling."
NO_TIE = "A mood or an event is tied; this line is neither."
TAKEN = "The line is taken; esc leaves it without a tie."
NOTHING_NEAR = "There is nothing near to tie it to yet; note that first."


class Tidying:
    """What the marks of the note of an area become."""

    def __init__(self, area: SessionsView) -> None:
        """Take whose note it is."""
        self._area = area

    async def take(self, item: TidyItem) -> None:
        """Make of a line that waits what it says, and show it."""
        with self._area.ipt.gate.held():  # or one more enter would take it twice
            await self.make(item)
            await self._area.read_again()

    async def make(self, item: TidyItem) -> bool:
        """Make of a line that waits what it says; return whether that was possible."""
        area, keeper = self._area, self._area.keeper
        found = keeper.found
        if found is None:
            return False
        uid = found.session.uid
        await keeper.kept_now(uid)  # first, so that u takes back what was made, not the note
        now, at = area.now, found.session.line.at
        at = at if at is not None and at.instant <= now.instant else now  # one still prepares
        if item.mark is Mark.CONCERN:
            at = now  # it stands open from here on, as one raised by its key does
        starts = area.ipt.config.day_starts_at
        return bool(await area.write(tidying.take, uid, item, at, found.done, starts))

    async def leave(self, item: TidyItem) -> None:
        """Leave a line as the text it is."""
        area, found = self._area, self._area.keeper.found
        if found is not None:
            with area.ipt.gate.held():
                await area.write(tidying.leave, found.session.uid, item, found.done)
                await area.read_again()

    async def tie(self, item: TidyItem | None) -> None:
        """Tie what a line says, else the mood or event that is open; what waits is taken first."""
        area, app, loop = self._area, self._area.ipt, self._area.loop
        if item is not None and item.mark not in (Mark.MOOD, Mark.EVENT):
            app.tell(NO_TIE)
            return
        item, entry = item or (loop.item if loop else None), loop.entry if loop else ""
        if item is not None:
            await self.take(item)
            became = area.keeper.entered.get(item.lines[0])
            entry = became.uid if became else ""
        if not entry:
            app.tell(NOTHING_OPEN)
            return
        ground, starts = area.ground, app.config.day_starts_at
        day = await app.or_tell(app.vault.read(day_of, ground.client, entry, starts))
        asked = Asked(area.today, around=day, revealed=app.revealed, day_starts_at=starts)
        found = await app.or_tell(app.vault.read(timeline, ground.client, asked))
        told = found.entry(entry) if found else None
        if found is None or not isinstance(told, Told):
            return
        about = EntryInquiry(ground, found, told)
        if about.asked(TIE) is None:
            app.tell(NOTHING_NEAR)
        else:
            area.ask(about, TIE)
            if item is not None:
                app.tell(TAKEN)

"""The clock of a session: it begins, it ends, its minutes are shown or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work

from ipt_tui.ipt import self_check
from ipt_tui.ipt.audience import plural
from ipt_tui.ipt.session import minutes_in
from ipt_tui.tui.areas.area import RecordChanged
from ipt_tui.tui.areas.sessions.inquiry import SessionInquiry
from ipt_tui.tui.areas.sessions.rows import SELF_CHECK
from ipt_tui.tui.areas.sessions.view import SessionsView
from ipt_tui.vault import session_begin, settings
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from ipt_tui.ipt.session import Session

NONE_THERE = "No session is in hand; on Today p sets up a course, and s begins its next session."
ENDED_BEFORE = "This session has ended; on Today s begins the next one."
ONCE_MORE = "s once more ends it."
JUST_BEGUN = f"It has only just begun. {ONCE_MORE}"


class SessionsClock(SessionsView):
    """Sessions that begin and end."""

    _asked_to_end = ""

    def take(self, uid: str) -> None:
        """Take another session in hand."""
        self._asked_to_end = ""
        super().take(uid)

    @work
    async def action_nearer(self) -> None:
        """Show the minutes, from now on."""
        await self._show_minutes(shown=True)

    @work
    async def action_farther(self) -> None:
        """Hide the minutes, until they are wanted again; they are counted all the same."""
        await self._show_minutes(shown=False)

    async def _show_minutes(self, *, shown: bool) -> None:
        keeping = self.ipt.vault.keep(settings.put, settings.SESSION_MINUTES, shown)
        with self.ipt.gate.held():
            await self.ipt.or_tell(keeping)
            await self.read_again()

    @work
    async def action_start(self) -> None:
        """Begin the session in hand; end the one that runs."""
        session = self.session
        with self.ipt.gate.held():
            if session is None:
                self.ipt.tell(NONE_THERE)
            elif not self.may_change():
                return
            elif session.line.running:
                if why := self._not_yet():
                    self.ipt.tell(why)
                else:
                    await self._end()
            elif session.line.ended is not None:
                self.ipt.tell(ENDED_BEFORE)
            elif await self._begin(session):
                self.focus_on(self.typed_note())

    def _not_yet(self) -> str:
        """Return why to ask before a session ends, "" if it is to end; each is asked once."""
        minutes = minutes_in(self.session.line, self.ipt.clock.now()) if self.session else None
        why = ""
        if not minutes and not self.pad.text.strip():
            why = JUST_BEGUN
        elif self.keeper.in_brief and (items := self.keeper.waiting(self.pad.text)):
            why = f"{len(items)} of its lines wait to be taken; the rest goes. {ONCE_MORE}"
        before, self._asked_to_end = self._asked_to_end, why
        return "" if why == before else why

    async def _begin(self, session: Session) -> bool:
        app = self.ipt
        try:
            starts = app.config.day_starts_at
            await app.vault.write(session_begin.start, session.uid, app.clock.now(), starts)
        except VaultError as error:
            app.tell(str(error), bad=True)
            return False
        self._asked_to_end = ""
        self.post_message(RecordChanged())
        await self.read_again()
        return True

    async def _end(self) -> None:
        async with self.keeper.in_order:
            await self.read_again()  # or what was told since would be a change from elsewhere
            left = len(self.keeper.waiting(self.pad.text)) if self.keeper.has_pad else 0
            kept = not self.keeper.in_brief
            ended = await self.keeper.close(self.now)
        if ended:
            waits = f" {plural(left, 'line waits', 'lines wait')} to be taken; Today lists them."
            self.ipt.tell(ended + waits if left and kept else ended)
            self.post_message(RecordChanged())
            await self.read_again()
            self._check_oneself()

    def _check_oneself(self) -> None:
        """Ask the self-check, once, where the settings have it asked; its row asks it later."""
        session, app = self.session, self.ipt
        if session is not None and app.config.self_check and not app.together:
            first = f"{SELF_CHECK}{self_check.lines()[0].id}"
            self.ask(SessionInquiry(self.ground, session), first)

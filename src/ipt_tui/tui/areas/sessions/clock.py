"""The clock of a session, and keeping its note: begin, end, and what is typed between."""

from __future__ import annotations

from textual import work

from ipt_tui.ipt.session_note import without_this_hour
from ipt_tui.tui.areas.area import RecordChanged
from ipt_tui.tui.areas.sessions.view import SessionsView
from ipt_tui.vault import progress_notes, session_times, session_told
from ipt_tui.vault.errors import ChangedElsewhere, VaultError

NONE_THERE = "No session is in hand; s on Today begins one."
ENDED = "The session has ended. A draft of its note waits, unsigned: v."


class SessionsClock(SessionsView):
    """Sessions that begin and end; what is typed in one is in the record when one leaves it."""

    def leave(self) -> None:
        """Go away: what was typed is kept in the record."""
        super().leave()
        self.keep_note()

    # The note.

    @work(group="note")
    async def keep_note(self) -> None:
        """Keep the note in the record as one step, but for what is for this hour only."""
        await self._keep_note()

    async def _keep_note(self) -> None:
        pad, app = self.pad, self.ipt
        uid, text = pad.session, without_this_hour(pad.text)
        if uid is None or self.in_brief or app.vault.vault.read_only:
            return
        if text != pad.kept:
            try:
                await app.vault.write(session_told.tell, uid, pad.seen, note=text)
            except ChangedElsewhere as error:
                app.tell(f"{error} What you typed is kept as a draft.", bad=True)
                pad.seen = None  # whoever has been told may keep it all the same
                return
            except VaultError as error:
                app.tell(str(error), bad=True)
                return
            if pad.session == uid:
                pad.in_record(text, None)
            self.post_message(RecordChanged())

    # The clock.

    @work
    async def action_start(self) -> None:
        """Begin the session in hand; end the one that runs."""
        session = self.session
        if session is None:
            self.ipt.tell(NONE_THERE)
        elif session.line.running:
            await self._end()
        elif await self._begin():
            self.screen.set_focus(self.home())

    async def _begin(self) -> bool:
        session = self.session
        if session is None or not self.may_change():
            return False
        try:
            await self.ipt.vault.write(session_times.start, session.uid, self.now)
        except VaultError as error:
            self.ipt.tell(str(error), bad=True)
            return False
        await self.read_again()
        return True

    async def _end(self) -> None:
        """End: the note is kept, what is for this hour only goes, a draft of the note is made."""
        session, app = self.session, self.ipt
        if session is None:
            return
        await self._keep_note()
        try:
            await app.vault.write(session_times.end, session.uid, self.now)
            await app.vault.write(
                progress_notes.draft, session.uid, day_starts_at=app.config.day_starts_at
            )
        except VaultError as error:
            app.tell(str(error), bad=True)
        else:
            if self.pad.session == session.uid:  # what was for this hour only goes
                app.remember_draft(self.pad.place, "")
                self.pad.open(self.pad.place, "" if self.in_brief else self.pad.kept)
            app.tell(ENDED)
        await self.read_again()

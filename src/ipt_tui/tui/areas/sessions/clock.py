"""The clock of a session, and keeping its note: begin, end, and what is typed between."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import work

from ipt_tui.ipt import self_check
from ipt_tui.ipt.session import Kept, minutes_in
from ipt_tui.ipt.session_note import without_this_hour
from ipt_tui.tui.areas.area import RecordChanged
from ipt_tui.tui.areas.sessions.copying import SessionsCopying
from ipt_tui.tui.areas.sessions.inquiry import SessionInquiry
from ipt_tui.tui.areas.sessions.rows import SELF_CHECK
from ipt_tui.vault import session_begin, session_end, session_told, settings
from ipt_tui.vault.errors import ChangedElsewhere, VaultError

if TYPE_CHECKING:
    from textual.worker import Worker

    from ipt_tui.ipt.session import Session

NONE_THERE = "No session is in hand; on Today p sets up a course, and s begins its next session."
ENDED = "The session has ended. A draft of its note waits, unsigned: v."
ONCE_MORE = "s once more ends it."
JUST_BEGUN = f"It has only just begun. {ONCE_MORE}"
ENDED_BARE = "The session has ended."
AS_DRAFT = "What you typed is kept as a draft; type on to have it kept in place of the other."


class SessionsClock(SessionsCopying):
    """Sessions that begin and end; what is typed in one is in the record when one leaves it."""

    def __init__(self, *, id: str) -> None:  # noqa: A002
        """Start with nothing asked and nothing on its way to the record."""
        super().__init__(id=id)
        self._asked_to_end = ""
        self._in_order = asyncio.Lock()

    def take(self, uid: str) -> None:
        """Take another session in hand."""
        self._asked_to_end = ""
        super().take(uid)

    def leave(self) -> None:
        """Go away: what was typed is kept in the record."""
        super().leave()
        self.keep_note()

    def turn_to_other_client(self) -> None:
        """Keep what was typed for the one before; begin anew with another client."""
        self.keep_note()
        super().turn_to_other_client()

    # The note.

    def keep_note(self) -> None:
        """Keep the note in the record as one step, but for what is for this hour only."""
        pad = self.pad
        if self._keep_typed() or pad.session is None or self.in_brief:
            return
        runs = self.session is not None and self.session.line.running
        if not runs and not pad.is_changed and pad.text != pad.kept:
            pad.forget_this_hour(pad.kept)

    def _keep_typed(self) -> Worker[None] | None:
        """Begin to keep what is typed in the pad, None where there is nothing to keep."""
        pad = self.pad
        if pad.session is None or self.in_brief or self.ipt.vault.vault.read_only:
            return None
        if not pad.is_changed or pad.refused:
            return None
        return self._keep_note(pad.session, pad.to_keep, pad.over)

    def show(self) -> None:
        """Show what was read; what is typed in the note of another session is kept first."""
        pad = self.pad
        if self.session is not None and pad.session not in (None, self.session.uid):
            self._keep_typed()
        super().show()

    @work(group="note")
    async def _keep_note(self, uid: str, text: str, over: dict[str, str] | None) -> None:
        pad, app = self.pad, self.ipt
        async with self._in_order:
            if pad.session == uid:  # something may have been kept before this came to its turn
                text, over = pad.to_keep, pad.over
                if not pad.is_changed or pad.refused:
                    return
            try:
                await app.vault.write(session_told.tell, uid, over=over, note=text)
            except VaultError as error:
                pad.refused = pad.refused or pad.session == uid
                more = f" {AS_DRAFT}" if isinstance(error, ChangedElsewhere) else ""
                app.tell(f"{error}{more}", bad=True)
                return
            self.notes_kept += 1
            if pad.session == uid:
                pad.in_record(text)
            elif await app.or_tell(app.drafting.find(session_told.note_place(uid))) == text:
                app.remember_draft(session_told.note_place(uid), "")  # or it would be offered again
        self.post_message(RecordChanged())

    async def kept_now(self, uid: str) -> bool:
        """Keep what is typed in the note of this session; return whether the record holds it."""
        pad = self.pad
        keeping = self._keep_typed() if pad.session == uid else None
        if keeping is not None:
            await keeping.wait()
        return pad.session != uid or not pad.is_changed

    # The clock.

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
            elif await self._begin():
                self.screen.set_focus(self.home())

    def _not_yet(self) -> str:
        """Return why to ask before a session ends, "" if it is to end; each is asked once."""
        minutes = minutes_in(self.session.line, self.ipt.clock.now()) if self.session else None
        why = ""
        if not minutes and not self.pad.text.strip():
            why = JUST_BEGUN
        elif self.in_brief and (items := self.items_in(self.pad.text)):
            why = f"{len(items)} of its lines wait to be taken; the rest goes. {ONCE_MORE}"
        before, self._asked_to_end = self._asked_to_end, why
        return "" if why == before else why

    async def _begin(self) -> bool:
        session, app = self.session, self.ipt
        if session is None:
            return False
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
        """End: the note is kept, what is for this hour only goes, a draft of the note is made."""
        async with self._in_order:
            await self.read_again()  # or what was told since would be a change from elsewhere
            ended = await self._end_in_hand()
        if ended:
            self.ipt.tell(ended)
            self.post_message(RecordChanged())
            await self.read_again()
            self._check_oneself()

    def _check_oneself(self) -> None:
        """Ask the self-check, once, where the settings have it asked."""
        found, app = self.read_last, self.ipt
        if found is not None and app.config.self_check and not app.together:
            first = f"{SELF_CHECK}{self_check.lines()[0].id}"
            self.ask(SessionInquiry(self.ground, found.session), first)

    async def _end_in_hand(self) -> str:
        """End the session in hand; return what to say, "" where it goes on."""
        session, app, pad = self.session, self.ipt, self.pad
        if session is None or self.read_last is None:
            return ""
        at_it, kept = pad.session == session.uid, self.read_last.kept
        bare = kept in (Kept.BRIEF, Kept.DATES)
        note: str | None = None
        try:
            await app.drafting.flush()  # or what waits could reach the file after the end
            if not bare:
                note = await self._last_words(session)
            await app.vault.write(
                session_end.close, session.uid, self.now, note,
                None if at_it or note is None else session.updated_at,
                over=pad.over if at_it else None, brief=bare, draft=kept is not Kept.DATES,
                pad=session_told.note_place(session.uid),
                window=None if bare else app.drafting.window,
                day_starts_at=app.config.day_starts_at,
            )  # fmt: skip
        except VaultError as error:
            more = f" {AS_DRAFT}" if isinstance(error, ChangedElsewhere) else ""
            pad.refused = bool(more)
            app.tell(f"{error}{more}", bad=True)
            return ""
        if at_it:
            pad.forget_this_hour("" if bare else note if note is not None else pad.kept)
        return ENDED_BARE if kept is Kept.DATES else ENDED

    async def _last_words(self, session: Session) -> str | None:
        """Return the note to be kept at the end, None where nothing of it changed.

        While one looks together the pad is empty, and what was typed is a draft. Raises VaultError.
        """
        if self.pad.session == session.uid:
            return self.pad.to_keep if self.pad.is_changed else None
        typed = await self.ipt.drafting.find(session_told.note_place(session.uid))
        return without_this_hour(typed) if typed else None

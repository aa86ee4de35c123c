"""The session in hand and its note: what was read, whether it may be seen, how it is kept."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from ipt_tui.ipt.open_loop import Loop, open_loop
from ipt_tui.ipt.session import Kept
from ipt_tui.ipt.session_note import without_this_hour
from ipt_tui.ipt.tidy import TidyItem, to_tidy
from ipt_tui.tui.areas.area import RecordChanged
from ipt_tui.tui.areas.sessions import words
from ipt_tui.tui.areas.sessions.note_pad import IN_THE_HOUR, JUST_TYPE
from ipt_tui.tui.areas.sessions.reading import Marks, Read, read_entered, read_session
from ipt_tui.vault import pads, session_end, session_told
from ipt_tui.vault.errors import ChangedElsewhere, VaultError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.worker import Worker

    from ipt_tui.ipt.captured import Captured
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.open_loop import Entered
    from ipt_tui.ipt.session import Session
    from ipt_tui.ipt.tidy import Tidied
    from ipt_tui.tui.areas.sessions.note_pad import NotePad
    from ipt_tui.tui.areas.sessions.view import SessionsView

ENDED = "The session has ended. A draft of its note waits, unsigned: v."
ENDED_BARE = "The session has ended."
AS_DRAFT = "What you typed is kept as a draft; type on to have it kept in place of the other."


class NoteKeeper:
    """Reads the session in hand for an area, and writes what is typed in its pad.

    `found` is what was read last, `entered` what the marked lines of its note became. `_pads` are
    the sessions in whose note something was typed while they were kept in brief, `_put_away` is
    what the record held of the notes that went from the screen half typed.
    """

    def __init__(self, area: SessionsView) -> None:
        """Start with nothing read and nothing on its way to the record."""
        self._area = area
        self.found: Read | None = None
        self.entered: Mapping[str, Entered] = {}
        self.in_order = asyncio.Lock()
        self._marks = Marks()
        self._pads: set[str] = set()
        self._put_away: dict[str, str] = {}
        self._times_kept = 0

    @property
    def pad(self) -> NotePad:
        """Where the note is typed."""
        return self._area.pad

    @property
    def session(self) -> Session | None:
        """The session in hand."""
        return self.found.session if self.found else None

    # Reading.

    async def read(self) -> None:
        """Read the session in hand, else the one that runs or is next. Raises VaultError."""
        app, ground = self._area.ipt, self._area.ground
        found, times = None, -1
        while ground.client and times != self._times_kept:  # or it is older than the pad
            times = self._times_kept
            found = await read_session(ground, app.context.session, together=app.together)
        if found is not None:
            self.entered = await read_entered(ground, self.pieces(self._note_of(found), found))
            if app.context.client == ground.client:
                app.context = replace(app.context, session=found.session.uid)
        self._see_brief()
        self.found = found

    def _note_of(self, found: Read) -> str:
        """Return the note as it is typed, else as the record holds it."""
        typed = self.pad.session == found.session.uid
        return self.pad.text if typed else found.session.text("note")

    def forget(self) -> None:
        """Know nothing any more, as of a client who is not in hand."""
        self.found, self.entered = None, {}

    def pieces(self, note: str, found: Read) -> tuple[Captured, ...]:
        """Return the marks of a note."""
        return self._marks.of(note, found, self._area.ground)

    def waiting(self, note: str, done: tuple[Tidied, ...] | None = None) -> tuple[TidyItem, ...]:
        """Return what waits to be taken in a note; `done` are the lines looked at, if not as read.

        The line one is typing in counts as well, unless it is left out of the note.
        """
        found = self.found
        if found is None:
            return ()
        pieces, uid = self.pieces(note, found), found.session.uid
        done = found.done if done is None else done
        return to_tidy(pieces, done, found.day, found.ground.scale, of=uid)

    def loop(self, items: tuple[TidyItem, ...]) -> Loop | None:
        """Return what is open in the finished lines, of which `items` wait."""
        found = self.found
        if found is None or not self.has_pad:
            return None
        uid, code = found.session.uid, found.session.line.code
        pieces = self.pieces(self.pad.finished, found)
        return open_loop(pieces, items, found.done, self.entered, code, of=uid)

    # Whether it may be seen.

    @property
    def has_pad(self) -> bool:
        """Whether the pad is that of the session in hand."""
        return self.session is not None and self.pad.session == self.session.uid

    @property
    def runs(self) -> bool:
        """Whether the session in hand has begun and not ended."""
        return self.session is not None and self.session.line.running

    @property
    def in_brief(self) -> bool:
        """Whether of a note only what is taken stays; a note of when more was kept stays."""
        found = self.found
        if found is None:
            return False
        brief = found.kept is Kept.BRIEF
        if found.session.line.running:
            return brief or found.session.uid in self._pads
        return brief and found.session.uid != self.pad.session

    def _see_brief(self) -> None:
        """Remember that what is typed was typed in brief: it stays a pad, whatever is agreed."""
        if self.session is not None and self.in_brief and self.has_pad and self.pad.is_changed:
            self._pads.add(self.session.uid)

    @property
    def is_veiled(self) -> bool:
        """Whether something of the session in hand is veiled."""
        session = self.session
        return session is not None and bool(
            session.veiled or any(line.veiled for line in session.agenda)
        )

    def why_unseen(self) -> str:
        """Return why the note is not shown, "" if it is."""
        found = self.found
        if found is None:
            return ""
        if self._area.ipt.together:
            return words.TOGETHER
        earlier = not self.runs and bool(found.session.text("note"))  # of when more was kept
        if found.kept is Kept.DATES and not earlier:
            return words.DATES_ONLY
        if found.kept is Kept.BRIEF and not self.runs and not earlier:
            return words.NO_PAD
        return words.VEILED if "note" in found.session.veiled else ""

    def fill_pad(self) -> None:
        """Put the note that was read into the pad; what is typed of another is kept first."""
        session, pad = self.session, self.pad
        if session is not None and pad.session not in (None, session.uid):
            self._keep_typed()
        if session is None or self.why_unseen():
            if pad.session is not None:
                self._put_away[pad.session] = pad.kept
            pad.turn_to(None, "", None)
        else:
            pad.placeholder = IN_THE_HOUR if self.runs else JUST_TYPE
            pad.turn_to(session.uid, session.text("note"), session.updated_at)

    # Keeping.

    def keep(self) -> None:
        """Keep the note in the record as one step, but for what is for this hour only."""
        pad = self.pad
        self._see_brief()
        if self._keep_typed() or pad.session is None or self.in_brief or self.runs:
            return
        if not pad.is_changed and pad.text != pad.kept:
            pad.forget_this_hour(pad.kept)

    def _keep_typed(self) -> Worker[None] | None:
        """Begin to keep what is typed in the pad, None where there is nothing to keep."""
        pad = self.pad
        if pad.session is None or self.in_brief or self._area.ipt.vault.vault.read_only:
            return None
        if not pad.is_changed or pad.refused:
            return None
        keeping = self._keep(pad.session, pad.to_keep, pad.over)
        return self._area.run_worker(keeping, group="note")

    async def _keep(self, uid: str, text: str, over: dict[str, str] | None) -> None:
        pad, app = self.pad, self._area.ipt
        async with self.in_order:
            if pad.session == uid:  # something may have been kept before this came to its turn
                text, over = pad.to_keep, pad.over
                if not pad.is_changed or pad.refused:
                    return
            try:
                await app.vault.write(session_told.tell, uid, over=over, note=text)
            except VaultError as error:
                self._refused(error, here=pad.session == uid)
                return
            self._times_kept += 1
            self._put_away[uid] = text
            if pad.session == uid:
                pad.in_record(text)
            elif await app.or_tell(app.drafting.find(pads.note_place(uid))) == text:
                app.remember_draft(pads.note_place(uid), "")  # or it would be offered again
        self._area.post_message(RecordChanged())

    def _refused(self, error: VaultError, *, here: bool) -> None:
        """Say why the note could not be kept; what is typed `here` stays a draft."""
        more = f" {AS_DRAFT}" if isinstance(error, ChangedElsewhere) else ""
        self.pad.refused = self.pad.refused or here
        self._area.ipt.tell(f"{error}{more}", bad=True)

    async def kept_now(self, uid: str) -> bool:
        """Keep what is typed in the note of this session; return whether the record holds it."""
        pad = self.pad
        keeping = self._keep_typed() if pad.session == uid else None
        if keeping is not None:
            await keeping.wait()
        return pad.session != uid or not pad.is_changed

    # The end of the hour.

    async def close(self, now: Moment) -> str:
        """End the session in hand; return what to say, "" where it goes on.

        The note is kept, what is for this hour only goes, a draft of the progress note is made.
        """
        found, app, pad = self.found, self._area.ipt, self.pad
        if found is None:
            return ""
        session, at_it = found.session, self.has_pad
        bare = found.kept in (Kept.BRIEF, Kept.DATES)
        note, before = None, self._put_away.get(session.uid)
        over = pad.over if at_it else {"note": before} if before is not None else None
        try:
            await app.drafting.flush()  # or what waits could reach the file after the end
            if not (bare or self.in_brief):
                note = await self._last_words(session)
            await app.vault.write(
                session_end.close, session.uid, now, note,
                None if at_it or note is None else session.updated_at,
                over=over, brief=bare, draft=found.kept is not Kept.DATES,
                pad=pads.note_place(session.uid),
                window=None if bare else app.drafting.window,
                day_starts_at=app.config.day_starts_at,
            )  # fmt: skip
        except VaultError as error:
            self._refused(error, here=isinstance(error, ChangedElsewhere))
            return ""
        if at_it:
            pad.forget_this_hour("" if bare else note if note is not None else pad.kept)
        return ENDED_BARE if found.kept is Kept.DATES else ENDED

    async def _last_words(self, session: Session) -> str | None:
        """Return the note to be kept at the end, None where nothing of it changed.

        While one looks together the pad is empty, and what was typed is a draft. Raises VaultError.
        """
        if self.pad.session == session.uid:
            return self.pad.to_keep if self.pad.is_changed else None
        typed = await self._area.ipt.drafting.find(pads.note_place(session.uid))
        words = without_this_hour(typed)
        return words if typed and words != self._put_away.get(session.uid) else None

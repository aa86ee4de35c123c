"""What is asked about a row of a session: of what is to do, or of the progress note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.concern import SET_ASIDE
from ipt_tui.ipt.ending import AGENDA_CODES
from ipt_tui.ipt.progress_note import SIGNED
from ipt_tui.tui.areas.area import VEILED
from ipt_tui.tui.areas.sessions import words
from ipt_tui.tui.areas.sessions.inquiry import SessionInquiry
from ipt_tui.tui.areas.sessions.note_inquiry import REASON, NoteInquiry
from ipt_tui.tui.areas.sessions.note_rows import ADD, ANEW
from ipt_tui.tui.areas.sessions.practice_inquiry import PracticeInquiry
from ipt_tui.tui.areas.sessions.rows import AGENDA, FILL, PRACTICE
from ipt_tui.tui.screens.course_opening import open_ending, open_halfway
from ipt_tui.vault import agendas, progress_notes

if TYPE_CHECKING:
    from ipt_tui.tui.areas.inquiry import Inquiry
    from ipt_tui.tui.areas.sessions.reading import Read
    from ipt_tui.tui.areas.sessions.view import SessionsView

HALFWAY = "halfway"
"""The code of the halfway look in an agenda."""
TO_COME = "This session is still to come; its note is drafted when it ends."


class RowAsks:
    """Asks what a row of an area asks."""

    def __init__(self, area: SessionsView) -> None:
        """Take whose rows they are."""
        self._area = area

    async def opened(self, row: str) -> None:
        """Open what an item of the agenda is done on; else ask about what is lit."""
        found = self._area.keeper.found
        agenda = found.session.agenda if found is not None else ()
        code = next((line.code for line in agenda if row == f"{AGENDA}{line.uid}"), "")
        if code in AGENDA_CODES:
            open_ending(self._area.ipt)
        elif code == HALFWAY:
            open_halfway(self._area.ipt)
        else:
            await self.lit(row)

    async def lit(self, row: str) -> None:
        """Ask about the part of the progress note under the cursor, else about this `row`."""
        found = self._area.keeper.found
        if found is None:
            return
        if self._area.progress_note.has_focus:
            await self._part(found, self._area.progress_note.cursor)
        elif row:
            await self.row(row)

    async def _part(self, found: Read, part: str | None) -> None:
        area, app = self._area, self._area.ipt
        if found.note is None:
            day = found.session.line.day
            if day is not None and day > area.today:
                app.tell(TO_COME)
                return
            starts = app.config.day_starts_at
            await area.write(progress_notes.draft, found.session.uid, day_starts_at=starts)
        elif part == ANEW:
            uid, form, starts = found.session.uid, found.note.format, app.config.day_starts_at
            if await area.write(progress_notes.draft, uid, form, day_starts_at=starts, anew=True):
                app.tell("The note is drafted anew. u brings back what was there.")
        elif part and not app.together:
            about = NoteInquiry(area.ground, found.note)
            key = REASON if part == ADD else part
            if about.asked(key) is None:
                app.tell(SIGNED)
            else:
                area.ask(about, key)

    async def row(self, row: str) -> None:
        """Ask about a row of what is to do."""
        area, app, found = self._area, self._area.ipt, self._area.keeper.found
        if found is None:
            return
        if app.together or area.keeper.is_veiled:
            app.tell(words.ALONE if app.together else VEILED)
            return
        if row == FILL:
            await area.write(agendas.fill, found.session.uid)
            return
        about: Inquiry = SessionInquiry(area.ground, found.session)
        kept = next((one for one in found.carried if f"{PRACTICE}{one.uid}" == row), None)
        if kept is not None and kept.set_aside:
            app.tell(SET_ASIDE)
            return
        with app.gate.held():
            if kept is not None:
                about = PracticeInquiry(area.ground, found.session.uid, kept)
                if await app.or_tell(about.read()) is None:
                    return
                row = about.first()
            if about.asked(row) is not None:
                area.ask(about, row)

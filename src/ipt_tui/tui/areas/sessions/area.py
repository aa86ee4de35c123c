"""Sessions: typing goes to the note; its marks are taken with a key; the clock runs silently."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from ipt_tui.ipt.concern import SET_ASIDE
from ipt_tui.ipt.progress_note import SIGNED
from ipt_tui.tui.areas.area import VEILED
from ipt_tui.tui.areas.sessions import words
from ipt_tui.tui.areas.sessions.inquiry import SessionInquiry
from ipt_tui.tui.areas.sessions.note_inquiry import REASON, NoteInquiry
from ipt_tui.tui.areas.sessions.note_rows import ADD
from ipt_tui.tui.areas.sessions.practice_inquiry import PracticeInquiry
from ipt_tui.tui.areas.sessions.rows import AGENDA, FILL, NEW, PRACTICE, USED, USED_NEW
from ipt_tui.tui.areas.sessions.talk_look import SessionsTalk
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.verbs import Target
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.vault import agendas, practices, progress_notes, session_told

if TYPE_CHECKING:
    from textual.binding import BindingType

    from ipt_tui.tui.areas.inquiry import Inquiry


IN_LOOK = ("open", "pane", "back")
TO_COME = "This session is still to come; its note is drafted when it ends."
LAST, FIRST = "There is no later session.", "There is no earlier session."


class SessionsArea(SessionsTalk):
    """The sessions of a course, one in hand."""

    HELP = """Type: it goes to the note, and is safe within two seconds. Marks such as ~7 calm or
!talk @Sam wait below once their line is done; take, leave or change each with a key.
esc leaves the note for the keys; tab goes on to what is to do. ctrl+g and a letter works while
you type: while a session runs p, c, e, l and t let you see whom or what the line names without
leaving it; the same letter once more goes there, esc closes.
A line that begins with -- is for this hour only."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("sessions")]
    GO: ClassVar[tuple[Target, ...]] = (
        Target("n", "note", "in_area('note')"),
        Target("a", "agenda", "in_area('agenda')"),
        Target("y", "tidy", "in_area('tidy')"),
        Target("w", "together", "in_area('together')"),
        Target(".", "end", "in_area('start')"),
    )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """In a look a letter is for the note; only what no letter begins can be done there."""
        if action in IN_LOOK or not self.is_mounted:
            return True
        return not (self.look.has_it and self.pad.display)

    # Going about.

    def action_agenda(self) -> None:
        """To what is to do; the note is kept."""
        self.keep_note()
        self.close_look()
        self.add_class("-each")
        self.screen.set_focus(self.each_time)

    def action_together(self) -> None:
        """Look together, or stop, from within the note, which is kept."""
        self.keep_note()
        if self.ipt.record is not None:
            self.ipt.record.action_together()

    def action_pane(self) -> None:
        """From the note to what is looked at, to what waits, to what is to do, and back."""
        in_note, in_look = self.pad.has_focus, self.look.has_it
        if self.look.look is not None and in_note:
            self.into_look()
        elif self.items and (in_note or (in_look and not self.is_over)):
            self.action_tidy()
        elif in_look or self.look.look is not None or self.each_time.has_focus:
            self.action_note()
        else:
            self.action_agenda()

    def action_back(self) -> None:
        """From a look to the note as it was left; from the note to the keys, and back to it."""
        if self.look.look is not None:
            self.close_look()
        elif self.pad.has_focus:
            self.keep_note()  # so that what is taken back next is what was typed
            self.screen.set_focus(self.tidy if self.items else self.each_time)
        else:
            self.action_note()

    def action_earlier(self) -> None:
        """The session before."""
        self._beside(-1, FIRST)

    def action_later(self) -> None:
        """The session after."""
        self._beside(1, LAST)

    def _beside(self, step: int, none: str) -> None:
        if uid := self.beside(step):
            self.keep_note()
            self.take(uid)
        else:
            self.ipt.tell(none)

    def action_form(self) -> None:
        """The note as it was typed, or the progress note that is filed."""
        if self.session is not None and not self.ipt.together:
            self.close_look()
            self.keep_note()
            self.as_progress_note = not self.as_progress_note
            self.show()
            shown = self.progress_note if self.progress_note.display else self.each_time
            self.screen.set_focus(shown)

    # What is to do, and what is told beside.

    @on(Rows.Chosen, "#tidy")
    @on(Rows.Chosen, "#each-time")
    @on(Rows.Chosen, "#progress-note")
    def _chosen(self) -> None:
        self.action_open()

    @work
    async def action_open(self) -> None:
        """Enter: take what waits; show what is veiled; else ask about the row."""
        session = self.session
        if session is None:
            return
        if item := self.item:
            await self.take_item(item)
        elif self.look.has_it:
            if not self.reveal_look():
                self.ask_talk()
        elif self.is_veiled and not self.ipt.together:
            self.ipt.revealed |= {session.uid}
            self.load()
        else:
            await self._ask_row()

    @work
    async def action_choose(self) -> None:
        """Tick what is done; take what waits."""
        cursor = self._row
        if not self._is_alone():
            return
        if item := self.item:
            await self.take_item(item)
        elif cursor.startswith(AGENDA) and cursor not in (NEW, FILL):
            await self.write(agendas.tick, cursor.removeprefix(AGENDA))

    @work
    async def action_edit(self) -> None:
        """Change the line that waits, in the note; else ask about the row."""
        if item := self.item:
            self.pad.go_to_line(item.number)
        else:
            await self._ask_row()

    async def _ask_row(self) -> None:
        """Ask about the row of the progress note, or of what is to do, that the cursor is on."""
        found, row = self.read_last, self.progress_note.cursor
        if not self.progress_note.has_focus:
            await self._ask(self.each_time.cursor)
        elif found is not None and found.note is None:
            day = found.session.line.day
            if day is not None and day > self.today:
                self.ipt.tell(TO_COME)
                return
            starts = self.ipt.config.day_starts_at
            await self.write(progress_notes.draft, found.session.uid, day_starts_at=starts)
        elif found and found.note and row and not self.ipt.together:
            about = NoteInquiry(self.ground, found.note)
            key = REASON if row == ADD else row
            if about.asked(key) is None:
                self.ipt.tell(SIGNED)
            else:
                self.ask(about, key)

    @work
    async def action_new(self) -> None:
        """Something else to do in this session."""
        await self._ask(NEW)

    @property
    def _row(self) -> str:
        """The row of what is to do that the cursor is on, "" while one is elsewhere."""
        return (self.each_time.cursor or "") if self.each_time.has_focus else ""

    def _is_alone(self) -> bool:
        """Whether nobody looks on; while somebody does, a sentence says that nothing is changed."""
        if self.ipt.together:
            self.ipt.tell(words.ALONE)
        return not self.ipt.together

    async def _ask(self, row: str | None) -> None:
        found = self.read_last
        if found is None or row is None:
            return
        if self.ipt.together or self.is_veiled:
            self.ipt.tell(words.ALONE if self.ipt.together else VEILED)
            return
        if row == FILL:
            await self.write(agendas.fill, found.session.uid)
            return
        about: Inquiry = SessionInquiry(self.ground, found.session)
        kept = next((one for one in found.carried if f"{PRACTICE}{one.uid}" == row), None)
        if kept is not None and kept.set_aside:
            self.ipt.tell(SET_ASIDE)
            return
        with self.ipt.gate.held():
            if kept is not None:
                about = PracticeInquiry(self.ground, found.session.uid, kept)
                if await self.ipt.or_tell(about.read()) is None:
                    return
                row = about.first()
            if about.asked(row) is not None:
                self.ask(about, row)

    @work
    async def action_remove(self) -> None:
        """Take out the row under the cursor; of the progress note, a draft that is not signed."""
        found, row = self.read_last, self._row
        kind, _, uid = row.partition(":")
        if found is None or row in (NEW, FILL, USED_NEW) or not self._is_alone():
            return
        if self.progress_note.has_focus and found.note is not None:
            if await self.write(progress_notes.remove, found.note.uid):
                self.ipt.tell("The draft of the note is taken out. u brings it back.")
        elif kind == AGENDA[:-1]:
            await self.write(agendas.remove, uid)
        elif kind == PRACTICE[:-1]:
            await self.write(practices.remove, uid)
        elif kind == USED[:-1]:
            others = [code for code in found.session.techniques if code != uid]
            await self.write(session_told.use, found.session.uid, others)

    @work
    async def action_turn_up(self) -> None:
        """Move what is to do one place up."""
        await self._move(-1)

    @work
    async def action_turn_down(self) -> None:
        """Move what is to do one place down."""
        await self._move(1)

    async def _move(self, step: int) -> None:
        cursor = self._row
        if cursor.startswith(AGENDA) and cursor not in (NEW, FILL) and self._is_alone():
            await self.write(agendas.move, cursor.removeprefix(AGENDA), step)

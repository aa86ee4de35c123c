"""Sessions: typing goes to the note; its marks are taken with a key; the clock runs silently."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding

from ipt_tui.tui.areas.sessions import words
from ipt_tui.tui.areas.sessions.copying import NoteOut
from ipt_tui.tui.areas.sessions.looking import SessionsLooks
from ipt_tui.tui.areas.sessions.note_pad import NotePad
from ipt_tui.tui.areas.sessions.row_asks import RowAsks
from ipt_tui.tui.areas.sessions.rows import AGENDA, FILL, NEW, PRACTICE, TIDY, USED, USED_NEW
from ipt_tui.tui.areas.sessions.where import needed_here
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.verbs import Target
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.vault import agendas, practices, progress_notes, session_told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.binding import BindingType

    from ipt_tui.ipt.tidy import TidyItem


IN_LOOK = ("open", "pane")
LAST, FIRST = "There is no later session.", "There is no earlier session."


class SessionsArea(SessionsLooks):
    """The sessions of a course, one in hand."""

    HELP = """While you are in the note you type: it is safe within two seconds, and marks such as
~7 calm or !talk @Sam wait below once their line is done; take, leave or change each with a key.
The line above says where typing goes. esc leaves the note for the keys, and one stays there; g n
types in the note again, from wherever one is, and tab goes from pane to pane. ctrl+g and a letter
works while you type: a leads to what is to do, y to what waits; while a session runs p, c, e, l and
t let you see whom or what the line names, or what is nearest above it, without leaving the note;
the same letter once more closes, as esc does. A line that begins with -- is for this hour only."""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("sessions"),
        Binding("shift+tab", "pane", show=False),  # Textual's own would lead into the note
    ]
    GO: ClassVar[tuple[Target, ...]] = (
        Target("n", "note", "in_area('note')"),
        Target("a", "agenda", "in_area('agenda')"),
        Target("y", "tidy", "in_area('tidy')"),
        Target("w", "together", "in_area('together')"),
        Target(".", "end", "in_area('start')"),
    )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """In a look a letter is for the note; only what no letter begins can be done there."""
        if not self.is_mounted:
            return True
        if action == "back":
            at_rest = self.screen.focused is self.rest() is not self.progress_note
            return self.look.look is not None or not at_rest
        return action in IN_LOOK or not (self.look.has_it and self.types)

    @property
    def needed(self) -> Mapping[str, str]:
        """What is needed most in the part one is in."""
        return needed_here(self)

    def __init__(self, *, id: str) -> None:  # noqa: A002
        """Start with nothing copied."""
        super().__init__(id=id)
        self._out = NoteOut(self)
        self._asks = RowAsks(self)

    # Going about.

    def action_note(self) -> None:
        """To the note as it is typed, from wherever one is."""
        self.focus_on(self.typed_note())

    def action_tidy(self) -> None:
        """To what waits; the note is kept, so that what is taken back next is what was typed."""
        self.keeper.keep()
        if self.items:
            self.focus_on(self.tidy)
        else:
            self.ipt.tell(self.keeper.why_unseen() or "Nothing waits to be tidied.")

    def action_agenda(self) -> None:
        """To what is to do; the note is kept."""
        self.keeper.keep()
        self.close_look()
        self.focus_on(self.each_time)

    @work
    async def action_together(self) -> None:
        """Look together, or stop, from within the note, which is kept; keys wait for it."""
        record = self.ipt.record
        if record is not None:
            with self.ipt.gate.held():  # or they would be typed into what is being put away
                self.keeper.keep()
                record.action_together()
                await self.read_again()

    def action_pane(self) -> None:
        """From pane to pane among the keys; while one types, to what is looked at and back."""
        if self.pad.has_focus:
            self.into_look()  # where nothing is, one stays in the note
        elif self.look.has_it and self.pad.display:
            self.action_note()
        else:
            note = self.note_pane if self.pad.display else self.progress_note
            panes = [pane for pane, there in (
                (note, note.display), (self.tidy, bool(self.items)),
                (self.each_time, self.look.look is None),
            ) if there]  # fmt: skip
            at = panes.index(self.screen.focused) if self.screen.focused in panes else -1
            self.focus_on(panes[(at + 1) % len(panes)])

    def action_back(self) -> None:
        """From a look to the note as it was left; from the note to the keys, and no further."""
        if self.look.look is not None:
            self.close_look()
        elif self.pad.has_focus:
            self.keeper.keep()  # so that what is taken back next is what was typed
            self.focus_on(self.tidy if self.items else self.rest())
        elif self.progress_note.has_focus:
            self.action_form()
        else:
            self.focus_on(self.rest())

    def action_earlier(self) -> None:
        """The session before."""
        self._beside(-1, FIRST)

    def action_later(self) -> None:
        """The session after."""
        self._beside(1, LAST)

    def _beside(self, step: int, none: str) -> None:
        if uid := self.beside(step):
            self.keeper.keep()
            self.take(uid)
        else:
            self.ipt.tell(none)

    def action_form(self) -> None:
        """The note as it was typed, or the progress note that is filed."""
        if self.ipt.together:
            self.ipt.tell(words.TOGETHER_FILED)
        elif self.session is not None:
            self.close_look()
            self.keeper.keep()
            self.as_progress_note = not self.as_progress_note
            self.show()
            self.focus_on(self.rest())

    def action_copy(self) -> None:
        """Copy the next section of the progress note."""
        self.run_worker(self._out.copy())

    def action_file(self) -> None:
        """Write the progress note to a file that the person names."""
        self._out.file()

    # What waits in the note.

    @on(NotePad.Line)
    def _line(self) -> None:
        self.show_tidy()

    @property
    def item(self) -> TidyItem | None:
        """The line that waits and has the cursor, None while one is elsewhere."""
        cursor = self.tidy.cursor
        if not self.tidy.has_focus or cursor is None or not cursor.startswith(TIDY):
            return None
        at = int(cursor.removeprefix(TIDY))
        return self.items[at] if at < len(self.items) else None

    async def _take(self, item: TidyItem) -> None:
        await self.tidying.take(item)
        self._after_item()

    def _after_item(self) -> None:
        """After the last go on in the keys, at the note as it is read: nobody asked to type."""
        if not self.items:
            self.focus_on(self.note_pane)

    @work
    async def action_apart(self) -> None:
        """Leave a line as the text it is."""
        if item := self.item:
            await self.tidying.leave(item)
            self._after_item()

    @work
    async def action_tie(self) -> None:
        """Tie the mood or event that is lit among what waits, else the one that is open."""
        await self.tidying.tie(self.item)

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
            await self._take(item)
        elif self.look.has_it:
            if not self.reveal_look():
                self.ask_talk()
        elif self.keeper.is_veiled and not self.ipt.together:
            self.ipt.revealed |= {session.uid}
            self.load()
        elif self.note_pane.has_focus:
            self.action_note()
        else:
            await self._asks.opened(self._row)

    @work
    async def action_choose(self) -> None:
        """Tick what is done; take what waits."""
        cursor = self._row
        if not self._is_alone():
            return
        if item := self.item:
            await self._take(item)
        elif cursor.startswith(AGENDA) and cursor not in (NEW, FILL):
            with self.ipt.gate.held():  # or a question after it would read it as it was
                await self.write(agendas.tick, cursor.removeprefix(AGENDA))
                await self.read_again()

    @work
    async def action_edit(self) -> None:
        """Change the line that waits, in the note; else ask about the row."""
        if item := self.item:
            self.pad.go_to_line(item.number)
        else:
            await self._asks.lit(self._row)

    @work
    async def action_new(self) -> None:
        """Something else to do in this session."""
        await self._asks.row(NEW)

    @property
    def _row(self) -> str:
        """The row of what is to do that the cursor is on, "" while one is elsewhere."""
        return (self.each_time.cursor or "") if self.each_time.has_focus else ""

    def _is_alone(self) -> bool:
        """Whether nobody looks on; while somebody does, a sentence says that nothing is changed."""
        if self.ipt.together:
            self.ipt.tell(words.ALONE)
        return not self.ipt.together

    @work
    async def action_remove(self) -> None:
        """Take out the row under the cursor; of the progress note, a draft that is not signed."""
        found, row = self.keeper.found, self._row
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
            there = found.session.techniques
            await self.write(session_told.use, found.session.uid, others, there)

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

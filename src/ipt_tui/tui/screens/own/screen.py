"""The screen of own notes: how it opens, and what each key does."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.own_note import session_words
from ipt_tui.tui.areas.area import NO_CLIENT
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.screens.own import copying
from ipt_tui.tui.screens.own.reading import read_own
from ipt_tui.tui.screens.own.view import NEW, READ_ONLY, OwnNotesView
from ipt_tui.tui.widgets.answer_bar import AnswerBar
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.vault import own_notes, place, undo
from ipt_tui.vault.errors import NothingToUndo, VaultError

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from textual.binding import BindingType

    from ipt_tui.ipt.own_note import OwnNote
    from ipt_tui.ipt.session import SessionLine
    from ipt_tui.tui.app import IptApp
    from ipt_tui.tui.screens.own.reading import OwnRead

TOGETHER = "That is not shown while you look together."
NO_NOTE_HERE = "Choose a note on the list first."
NOTHING_BACK = "There is nothing to take back here since you unlocked."
COPIED = "Copied below the note of {}."


def open_own_notes(app: IptApp) -> None:
    """Show the own notes about the client in hand over whatever is on screen.

    There are none in one's own vault, and they do not open looking together. Keys typed
    meanwhile wait for the pad.
    """
    if not app.vault.is_open or app.audience_of_vault is Audience.CLIENT:
        return
    there = next((s for s in app.screen_stack if isinstance(s, OwnNotesScreen)), None)
    if app.together:
        app.tell(TOGETHER)
    elif there is not None:
        there.pop_until_active()
    elif app.context.client is None:
        app.tell(NO_CLIENT)
    else:
        app.gate.shut()
        app.run_worker(_open(app, app.context.client), group="own")


async def _open(app: IptApp, client: str) -> None:
    with app.gate.held():
        found = await app.or_tell(read_own(app, client))
        if found is not None and not app.is_covered:
            screen = OwnNotesScreen(found)
            await app.push_screen(screen)
            await screen.begin()


class OwnNotesScreen(OwnNotesView):
    """The keys of own notes; letters are commands on the list, and text in the pad."""

    HELP = """What you write here is for you. It stands in a file of its own, and in no search and
no export of the record. tab goes to the notes written before and back; there y copies one into the
record, after one question. Lines marked in the pad are copied alone. esc goes back to where you
were, and keeps what you typed."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("own-notes")]

    def __init__(self, found: OwnRead) -> None:
        """Start with what was read."""
        super().__init__(found)
        self._to_copy: tuple[OwnNote, str, SessionLine] | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether something can be done now: nothing of this screen's own while it asks."""
        return self.bar.asked is None

    # Going about.

    @on(Rows.Moved)
    @work
    async def _moved(self, message: Rows.Moved) -> None:
        if message.key == self.listing.cursor:  # else one has moved on
            await self.keep()
            await self.turn_to(message.key)

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self.action_open()

    @work
    async def action_open(self) -> None:
        """Go on writing in the note under the cursor."""
        if self.found.problem:
            return
        with self.ipt.gate.held():
            await self.keep()
            if self.listing.cursor != (self.note.uid if self.note else NEW):
                await self.turn_to(self.listing.cursor)
            self.set_focus(self.pad)

    def action_edit(self) -> None:
        """Go on writing in the note under the cursor."""
        self.action_open()

    @work
    async def action_new(self) -> None:
        """Begin a note about the session in hand."""
        if self._may_change():
            with self.ipt.gate.held():
                await self.keep()
                await self.turn_to(NEW)
                self.set_focus(self.pad)

    @work
    async def action_pane(self) -> None:
        """From the note to the list of notes, and back."""
        if not self.pad.has_focus:
            self.action_open()
            return
        with self.ipt.gate.held():
            await self.keep()
            self.set_focus(self.listing)

    @work
    async def action_back(self) -> None:
        """Keep what is typed, and go back to where one was."""
        with self.ipt.gate.held():
            await self.keep()
            self.dismiss()

    def go(self) -> None:
        """Keep what is typed, and go back."""
        self.action_back()

    def action_help(self) -> None:
        """Show what this screen is for, and its keys."""
        from ipt_tui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen("own-notes", self.HELP, everywhere=("app",)))

    # Changing.

    def _may_change(self) -> bool:
        found = self.found
        if found.problem or found.read_only:
            self.ipt.tell(found.problem or READ_ONLY)
        return not (found.problem or found.read_only)

    @work
    async def action_remove(self) -> None:
        """Remove the note under the cursor."""
        note, app = self.note_of(self.listing.cursor), self.ipt
        if note is None or not self._may_change():
            return
        with app.gate.held():
            removing = app.vault.own.write(own_notes.remove, note.uid, note.updated_at)
            await app.or_tell(removing)
            await self._changed()

    @work
    async def action_undo(self) -> None:
        """Take back the last change to own notes about this client."""
        if self._may_take_back():
            own, client = self.ipt.vault.own, self.found.client
            await self._say_done("Taken back", own.write(undo.undo_for, client))

    @work
    async def action_redo(self) -> None:
        """Bring back what was taken back."""
        if self._may_take_back():
            own, client = self.ipt.vault.own, self.found.client
            await self._say_done("Brought back", own.write(undo.redo_for, client))

    def _may_take_back(self) -> bool:
        """Whether there can be something to take back: asking would make the file."""
        there = place.own_path(self.ipt.vault.vault.path).exists()
        if not there:
            self.ipt.tell(NOTHING_BACK)
        return there and self._may_change()

    async def _say_done(self, word: str, writing: Awaitable[str]) -> None:
        with self.ipt.gate.held():
            try:
                what = await writing
            except NothingToUndo:
                self.ipt.tell(NOTHING_BACK)
            except VaultError as error:
                self.ipt.tell(str(error))
            else:
                self.ipt.tell(f"{word}: {what}.")
                await self._changed()

    async def _changed(self) -> None:
        """Show what is there now, and in the pad the note that the cursor came to."""
        await self.read_again()
        await self.turn_to(self.listing.cursor)

    # Copying into the record.

    @work
    async def action_copy(self) -> None:
        """Ask whether the note, or what is marked in it, is to be copied into the record."""
        note, app = self.note_of(self.listing.cursor), self.ipt
        if note is None:
            app.tell(NO_NOTE_HERE)
        elif self._may_change():
            with app.gate.held():
                session = await app.or_tell(copying.session_for(app, self.found))
            if session is not None:
                in_pad = self.note is not None and self.note.uid == note.uid
                part = self.pad.selected_text.strip() if in_pad else ""
                self._to_copy = note, part, session
                self.bar.open(copying.question(self.found, session, note, part))

    @on(AnswerBar.Answered)
    @work
    async def _answered(self, message: AnswerBar.Answered) -> None:
        to_copy, app = self._to_copy, self.ipt
        if to_copy is not None and message.value == copying.YES:
            try:
                await copying.copy(app, *to_copy)
            except VaultError as error:
                app.tell(str(error), bad=True)
            else:
                app.tell(COPIED.format(session_words(to_copy[-1])))
            await self._changed()
        self.set_focus(self.listing)
        self.bar.close()

"""Own notes as one looks at them and types: the pad, the list, and what is kept by itself."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on
from textual.containers import Horizontal, Vertical

from ipt_tui.ipt import own_note
from ipt_tui.tui.screens.alone import AloneScreen
from ipt_tui.tui.widgets.answer_bar import AnswerBar
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.own_pad import OwnPad
from ipt_tui.tui.widgets.row import Cell, Row
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.tui.widgets.words import Words
from ipt_tui.vault import own_notes
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ipt_tui.ipt.own_note import OwnNote
    from ipt_tui.tui.screens.own.reading import OwnRead

APART = "own notes, kept apart"
BESIDE = "In no search, no export but their own. A client may still ask to read them."
READ_ONLY = "Own notes can only be read here."
EMPTY = "A note that is emptied stays as it was; x on the list removes it."
ELSEWHERE = (
    "This note was changed in another window meanwhile; what you typed is a note of its own."
)
NOT_LOST = "What you typed is not lost."
NEW = "new"
_FIRST = 200
"""So many letters of a note are more than its row can show."""


class OwnNotesView(AloneScreen):
    """A pad, and the notes written before; the one under the cursor of the list is in the pad."""

    CSS_PATH = "own.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012

    def __init__(self, found: OwnRead) -> None:
        """Start with what was read."""
        super().__init__()
        self.found = found
        self.note: OwnNote | None = None
        self.pad = OwnPad(id="own-pad")
        self.listing = Rows(id="own-list")
        self.bar = AnswerBar(id="own-answer")
        self._in_order = asyncio.Lock()

    def compose(self) -> ComposeResult:
        """What this is; the pad and what it holds; the notes written before; the question."""
        found = self.found
        whose = (APART, found.code, own_note.session_words(found.at_hand))
        yield Words(" · ".join(filter(None, whose)), id="own-title")
        yield Words(BESIDE, id="own-beside", classes="muted")
        yield Words(found.problem or (READ_ONLY if found.read_only else ""), id="own-said")
        with Horizontal(id="own-panes"):
            with Vertical(id="own-pad-pane"):
                yield Words("", id="own-about")
                yield self.pad
            with Vertical(id="own-list-pane"):
                yield self.listing
        yield self.bar
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what was read."""
        said = self.query_one("#own-said", Words)
        said.display = bool(said.content)
        self.query_one("#own-pad-pane").display = not self.found.problem
        self.pad.read_only = self.found.read_only
        self._show()

    async def begin(self) -> None:
        """Put the cursor into a new note, or where none can be written, on the newest."""
        found = self.found
        if not found.problem:
            await self.turn_to(self.listing.cursor)
        listed = found.problem or found.read_only
        self.set_focus(self.listing if listed else self.pad)

    # Showing.

    def _show(self) -> None:
        found, today = self.found, self.ipt.clock.today()
        days = [own_note.day_words(note.created_at, today) for note in found.notes]
        wide = max(map(len, [*days, "new"])) + 2
        new = Cell(own_note.session_words(found.at_hand) or found.code, "muted", 12)
        rows = [] if found.read_only else [Row(NEW, (Cell("new", "accent", wide), new))]
        for day, note in zip(days, found.notes, strict=True):
            about = own_note.about(note, found.sessions)
            cells = (Cell(day, "muted", wide), Cell(about, "muted", 12), Cell(note.text[:_FIRST]))
            rows.append(Row(note.uid, cells))
        self.listing.rows = () if found.problem else tuple(rows)
        self._show_about()

    def _show_about(self) -> None:
        """Say which note is in the pad."""
        note, found, today = self.note, self.found, self.ipt.clock.today()
        if note is None:
            parts = ["new", own_note.session_words(found.at_hand)]
        else:
            copied = note.copied_at
            parts = [own_note.day_words(note.created_at, today)]
            parts.append(own_note.about(note, found.sessions))
            when = own_note.day_words(copied, today) if copied else ""
            parts.append(f"copied into the record {when}" if copied else "")
        self.query_one("#own-about", Words).say(" · ".join(filter(None, parts)))

    def note_of(self, key: str | None) -> OwnNote | None:
        """Return the note of a row of the list, None where it is a new one."""
        return next((one for one in self.found.notes if one.uid == key), None)

    async def turn_to(self, key: str | None) -> None:
        """Have another note in the pad: what it holds, and what is typed in it and not kept."""
        async with self._in_order:
            found, note = self.found, self.note_of(key)
            self.listing.cursor = note.uid if note else NEW
            at = own_notes.place_of(found.client, note.uid) if note else found.place
            typed = await self.ipt.or_tell(self.ipt.own_drafting.find(at)) or ""
            self.note = note
            self.pad.open(at, note.text if note else "", typed)
            self._show_about()

    async def read_again(self) -> None:
        """Read the notes anew, and show them."""
        found, own = self.found, self.ipt.vault.own
        shelf = await self.ipt.or_tell(own.read(own_notes.shelf, found.client, found.place))
        if shelf is not None and self.is_attached:
            self.found = replace(found, notes=shelf.notes)
            self._show()

    # Keeping.

    async def keep(self) -> None:
        """Keep what is typed as a note, in one step; where it cannot be, it stays a draft.

        No other note comes into the pad meanwhile.
        """
        async with self._in_order:
            pad, note, found = self.pad, self.note, self.found
            if found.problem or found.read_only or not pad.is_changed:
                return
            text = pad.text
            if not text.strip():
                pad.restore()
                if note is not None:
                    self.ipt.tell(EMPTY)
                return
            try:
                kept = await self.ipt.vault.own.write(
                    own_notes.keep_typed, found.client, pad.place, text,
                    uid=note.uid if note else "",
                    subject=note.subject if note else found.subject,
                    seen=note.updated_at if note else None,
                    window=self.ipt.own_drafting.window,
                )  # fmt: skip
            except VaultError as error:
                self.ipt.tell(f"{error} {NOT_LOST}", bad=True)
                return
            if note is not None and note.uid != kept.uid:
                self.ipt.tell(ELSEWHERE)
            self.note = kept
            pad.in_note(own_notes.place_of(found.client, kept.uid), text)
            if self.is_attached:
                here = self.listing.cursor == (note.uid if note else NEW)
                await self.read_again()
                self.listing.cursor = kept.uid if here else self.listing.cursor

    @on(OwnPad.Left)
    def _left(self) -> None:
        self._keep_soon()

    def on_screen_suspend(self) -> None:
        """Keep what is typed: something lies over this screen, or takes its place."""
        self._keep_soon()

    def _keep_soon(self) -> None:
        """Keep it by a worker of the program, since this screen may go meanwhile."""
        self.ipt.run_worker(self.keep(), group="own")

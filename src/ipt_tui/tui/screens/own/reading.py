"""Reading own notes: those about the client in hand, and which session a new one is about."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ipt_tui.ipt import own_note
from ipt_tui.vault import own_notes, sessions
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from ipt_tui.ipt.own_note import OwnNote
    from ipt_tui.ipt.session import SessionLine
    from ipt_tui.tui.app import IptApp


@dataclass(frozen=True, slots=True)
class OwnRead:
    """Own notes as they were read. `at_hand` is the session a new one is about, None for none.

    `problem` is the sentence where their file does not open; then there are no notes. `place` is
    the name of the draft of a new one.
    """

    client: str
    code: str
    sessions: tuple[SessionLine, ...]
    at_hand: SessionLine | None
    notes: tuple[OwnNote, ...] = ()
    read_only: bool = False
    problem: str = ""

    @property
    def subject(self) -> str:
        """The uid of the session that a new one is about, "" for the client as a whole."""
        return self.at_hand.uid if self.at_hand else ""

    @property
    def place(self) -> str:
        """The name of the draft of a new one."""
        return own_notes.place_of_new(self.client, self.subject)


async def read_own(app: IptApp, client: str) -> OwnRead:
    """Read the own notes about a client; what was left unfinished before becomes notes.

    Whatever is wrong with their file stands in `problem`. Raises VaultError where the record
    cannot be read.
    """
    starts, context = app.config.day_starts_at, app.context
    lines = await app.vault.read(sessions.of_client, client, starts)
    area = app.record.area if app.record else None
    shown = context.session if area is not None and area.id == "sessions" else None
    at_hand = own_note.session_at_hand(lines, shown, app.clock.today())
    found = OwnRead(client, context.code, lines, at_hand)
    own, read_only = app.vault.own, app.vault.vault.read_only
    try:
        shelf = await own.read(own_notes.shelf, client, found.place)
        if shelf.unfinished and not (read_only or shelf.read_only):
            await own.write(own_notes.finish, client, found.place)
            shelf = await own.read(own_notes.shelf, client, found.place)
    except VaultError as error:
        return replace(found, problem=str(error))
    return replace(found, notes=shelf.notes, read_only=read_only or shelf.read_only)

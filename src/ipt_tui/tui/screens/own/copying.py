"""Copying an own note into the record: one question says what it means, then it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt import own_note
from ipt_tui.ipt.session import Kept
from ipt_tui.ipt.session_note import beyond_this_hour
from ipt_tui.tui.areas.area import RecordChanged
from ipt_tui.tui.widgets.answer_bar import Asked
from ipt_tui.vault import clients, own_notes, session_told
from ipt_tui.vault.errors import NotValid, VaultError

if TYPE_CHECKING:
    from ipt_tui.ipt.own_note import OwnNote
    from ipt_tui.ipt.session import SessionLine
    from ipt_tui.tui.app import IptApp
    from ipt_tui.tui.screens.own.reading import OwnRead

YES = "yes"
NO_SESSION = "There is no session yet whose note it could go into."
NO_NOTE = "Of these sessions no note is kept in full, so nothing can be copied into one."
DOTTED = " Its lines with -- get a dot before them, or they would go when the hour ends."
NOT_KEPT = "What is typed in the note of that session is not kept yet; please look at it first."


async def session_for(app: IptApp, found: OwnRead) -> SessionLine:
    """Return the session whose note a text can go into. Raises VaultError with one sentence."""
    session = own_note.session_to_copy_into(found.sessions)
    if session is None:
        raise NotValid(NO_SESSION)
    if await app.vault.read(clients.kept, found.client) is not Kept.FULL:
        raise NotValid(NO_NOTE)
    return session


def question(found: OwnRead, session: SessionLine, note: OwnNote, part: str) -> Asked:
    """Return the question asked before; `part` is what is marked, if only that would be copied."""
    what, text = ("what is marked", part) if part else ("this note", note.text)
    dotted = DOTTED if beyond_this_hour(text) != text else ""
    where = f"the note of {own_note.session_words(session)}"
    return Asked(
        "copy",
        f"Copy {what} into {where}? Then it is part of {found.code}'s record: it is found, "
        f"exported and disclosed like everything else there.{dotted}",
        choices=(("1", YES, "yes, copy it"), ("2", "no", "no")),
        hint="esc leaves it here only.",
    )


async def copy(app: IptApp, note: OwnNote, part: str, session: SessionLine) -> None:
    """Put a note, or the `part` of it that is marked, below the note of a session.

    What is being typed there is kept first. The history of own notes remembers it, then it is
    written into the record. Raises VaultError with one sentence.
    """
    from ipt_tui.tui.areas.sessions.area import SessionsArea

    if app.record is not None:
        for area in app.record.query(SessionsArea):
            if not await area.keeper.kept_now(session.uid):
                raise NotValid(NOT_KEPT)
    text = await app.vault.own.write(own_notes.copy_text, note.uid, note.updated_at)
    try:
        copied = beyond_this_hour(part or text)
        await app.vault.write(session_told.add_to_note, session.uid, copied)
    except VaultError as error:
        raise type(error)(f"{error} Nothing was copied into the record.") from None
    app.record_changed(RecordChanged())

"""Ending a session as one step: its note is kept, it ends, a progress note is drafted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.records import CourseSession, TidiedLine
from ipt_tui.vault import drafts, forgetting, pads, progress_notes, session_times, session_told
from ipt_tui.vault.editing import one
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, time

    from ipt_tui.ipt.moments import Moment


def forget_notes(session: Session, client_id: int) -> None:
    """Forget the notes of all sessions of a client that are over. Nothing is described."""
    over = CourseSession.client_id == client_id, CourseSession.ended != ""
    for row in session.exec(select(CourseSession).where(*over)).all():
        forget_note(session, row)
        drafts.forget(session, pads.note_place(row.uid))


def forget_note(session: Session, row: CourseSession) -> None:
    """Take a note out of the file, and what its lines that were left are known by.

    A short line could be guessed from that, also from the history.
    """
    left = TidiedLine.session_id == row.id, ~col(TidiedLine.taken)
    for line in session.exec(select(TidiedLine).where(*left)).all():
        forgetting.trace_of(session, line, "fingerprint")
        session.delete(line)
    session.flush()
    if row.note:
        forgetting.text_of(session, row, "note")


def close(
    session: Session,
    uid: str,
    now: Moment,
    note: str | None = None,
    seen: datetime | None = None,
    *,
    over: Mapping[str, str] | None = None,
    brief: bool = False,
    draft: bool = True,
    pad: str = "",
    window: str | None = None,
    day_starts_at: time = DAY_STARTS_AT,
) -> None:
    """End a session now, with the note as it is typed by then, and draft its progress note.

    `note` is None where nothing of it changed; `seen` is the `updated_at` the session was read
    with, `over` the note that is typed over. Of one kept in brief nothing is held of the lines that
    were left, nor of a note that was kept before that was agreed; the end is final then. `pad`
    names the draft of the note: that of a `window`, of all for None, goes in the same moment, out
    of the log as well.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence; then it goes on.
    """
    if note is not None:
        session_told.tell(session, uid, seen, over=over, note=note)
    session_times.end(session, uid, now)
    row = one(session, CourseSession, uid)
    pad_was_kept = brief and bool(row.note)  # where more was kept when the session began
    if brief:
        forget_note(session, row)
    if pad:
        drafts.forget(session, pad, window)
    drafts.let_go(session)  # what another window typed into it
    if draft:
        progress_notes.draft(session, uid, day_starts_at=day_starts_at)
    describe(session, row.client_id, "a session ended", final=pad_was_kept)

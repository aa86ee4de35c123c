"""The draft of a session's note, and what of it may stay once the hour is over."""

from __future__ import annotations

from sqlmodel import Session, col, select

from ipt_tui.ipt.session import Kept
from ipt_tui.ipt.session_note import without_this_hour
from ipt_tui.records import Client, CourseSession

_BEFORE, _AFTER = "session:", ":note"
NOTES = f"{_BEFORE}%{_AFTER}"
"""What the names of the drafts of notes are like, in SQL."""
DRAFTED = f"SELECT count(*) FROM draft WHERE place LIKE '{NOTES}'"  # noqa: S608


def note_place(uid: str) -> str:
    """Return the name of the draft of a session's note."""
    return f"{_BEFORE}{uid}{_AFTER}"


def may_stay(session: Session, place: str, text: str) -> str:
    """Return what may be kept as a draft of a text that is typed at a place.

    Of a session that has ended that is nothing which was for its hour only, and nothing at all
    where no note is kept: a window in which the hour goes on may still have it.
    """
    if not (place.startswith(_BEFORE) and place.endswith(_AFTER)):
        return text
    uid = place.removeprefix(_BEFORE).removesuffix(_AFTER)
    ended = CourseSession.uid == uid, col(CourseSession.ended) != ""
    row = session.exec(select(CourseSession).where(*ended)).first()
    if row is None:
        return text
    kept = Kept.read(session.get_one(Client, row.client_id).kept)
    if kept in (Kept.BRIEF, Kept.DATES) and not row.note:
        return ""
    left = without_this_hour(text)
    return "" if left == row.note else left

"""Progress notes: drafted from a session, told, signed for good, added to."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt import note_draft
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.note_forms import USUAL, form_of
from ipt_tui.ipt.progress_note import PARTS, SIGNED, AddendumLine
from ipt_tui.ipt.progress_note import ProgressNote as View
from ipt_tui.records import (
    Addendum,
    Client,
    CourseSession,
    ProgressNote,
)
from ipt_tui.records.progress_note import AddendumFields, ProgressNoteFields
from ipt_tui.vault import note_sources
from ipt_tui.vault.editing import changed, one, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.hidden import Hidden, hidden_for
from ipt_tui.vault.session_lines import lines
from ipt_tui.vault.session_veil import told
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from datetime import time

    from ipt_tui.ipt.session import SessionLine

_BY_SIGNING = ("signed_at", "signed_by")


def note(
    session: Session,
    uid: str,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> View:
    """Return one progress note; what of it tells of the sensitive is veiled.

    It is seen as its session is: one that is revealed shows all of it. Raises Gone if there is
    none.
    """
    row = one(session, ProgressNote, uid)
    owner = session.get_one(CourseSession, row.session_id)
    hidden = hidden_for(session, row.client_id, revealed)
    (line,) = lines(session, revealed, day_starts_at, CourseSession.id == row.session_id)
    texts = {name: getattr(row, name) for name in PARTS}
    values, veiled = told(hidden, owner.uid, owner.sensitive, texts)
    addenda = session.exec(
        select(Addendum)
        .where(Addendum.progress_note_id == row.id)
        .order_by(col(Addendum.day), col(Addendum.id))
    )
    return View(
        row.uid,
        line,
        row.format,
        values,
        veiled,
        datetime.fromisoformat(row.signed_at).astimezone(UTC) if row.signed_at else None,
        row.signed_by,
        tuple(_added(later, owner, hidden) for later in addenda),
        row.updated_at,
    )


def unsigned(
    session: Session,
    client_uid: str | None = None,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> tuple[SessionLine, ...]:
    """Return the sessions whose progress note is begun and not signed: of one client, or of all."""
    within: list[Any] = [ProgressNote.signed_at == ""]
    if client_uid is not None:
        within.append(CourseSession.client_id == one(session, Client, client_uid).id)
    return tuple(lines(session, revealed, day_starts_at, *within))


def draft(
    session: Session,
    session_uid: str,
    form: str = USUAL,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> str:
    """Begin the progress note of a session from what was noted of it; return its uid.

    Where there is one already, that one is it. `form` is the id of one of `note_forms`; what is
    veiled is left out.
    """
    row = one(session, CourseSession, session_uid)
    there = session.exec(select(ProgressNote).where(ProgressNote.session_id == row.id)).first()
    if there is not None:
        return there.uid
    today = session.info["clock"].today(day_starts_at)
    noted = note_sources.source(session, session_uid, today, revealed, day_starts_at)
    parts = note_draft.draft(noted, form_of(form)).parts
    texts = {name: part.text for name, part in zip(PARTS, parts, strict=False)}
    fields = validated(ProgressNoteFields, format=form, **texts)
    new = ProgressNote(client_id=row.client_id, session_id=row.id or 0, **fields.model_dump())
    session.add(new)
    session.flush()
    describe(session, row.client_id, "a progress note begun")
    return new.uid


def tell(session: Session, /, uid: str, seen: datetime | None = None, **values: Any) -> None:
    """Change parts of a note, or its form; `seen` is the `updated_at` it was read with.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence, also once it is signed.
    """
    row = _open(session, uid, seen)
    if signing := set(values) & set(_BY_SIGNING):
        raise KeyError(min(signing))
    changed(row, ProgressNoteFields, values)
    describe(session, row.client_id, "a progress note: told")


def sign(session: Session, uid: str, by: str, seen: datetime | None = None) -> None:
    """Sign a note at this moment; from then on nothing of it changes, and this is not taken back.

    `by` is who signs. Raises NotValid for nobody, and where there is nothing in it.
    """
    row = _open(session, uid, seen)
    if not any(getattr(row, name).strip() for name in PARTS):
        raise NotValid("There is nothing in this note yet that could be signed.")
    if not by.strip():
        raise NotValid("Say who signs.")
    at = session.info["clock"].utc().isoformat()
    changed(row, ProgressNoteFields, {"signed_at": at, "signed_by": by})
    describe(session, row.client_id, "a progress note signed", final=True)


def add(session: Session, uid: str, on: date, reason: str, text: str) -> str:
    """Add to a signed note on a day, and say why; return the uid of what was added.

    It stands as the note does: what is wrong in it is put right by adding once more. Raises
    NotValid for a note that is not signed, which can be changed itself.
    """
    row = one(session, ProgressNote, uid)
    if not row.signed_at:
        raise NotValid("This note is not signed yet; change the note itself.")
    fields = validated(AddendumFields, day=on.isoformat(), reason=reason, text=text)
    later = Addendum(client_id=row.client_id, progress_note_id=row.id or 0, **fields.model_dump())
    session.add(later)
    session.flush()
    describe(session, row.client_id, "a progress note added to", final=True)
    return later.uid


def remove(session: Session, uid: str) -> str:
    """Remove a note that is not signed; return what it was, as the history calls it."""
    row = _open(session, uid)
    for later in session.exec(select(Addendum).where(Addendum.progress_note_id == row.id)):
        session.delete(later)
    session.flush()
    session.delete(row)
    describe(session, row.client_id, "a progress note removed")
    return "a progress note"


def _open(session: Session, uid: str, seen: datetime | None = None) -> ProgressNote:
    """Return a note for editing. Raises NotValid once it is signed."""
    row = one(session, ProgressNote, uid, seen)
    if row.signed_at:
        raise NotValid(SIGNED)
    return row


def _added(row: Addendum, owner: CourseSession, hidden: Hidden) -> AddendumLine:
    texts = {"reason": row.reason, "text": row.text}
    texts, veiled = told(hidden, owner.uid, owner.sensitive, texts)
    day = date.fromisoformat(row.day)
    return AddendumLine(row.uid, day, texts["reason"], texts["text"], bool(veiled))

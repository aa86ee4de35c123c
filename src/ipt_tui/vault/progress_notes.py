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
from ipt_tui.ipt.tidy import fingerprint
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
    from collections.abc import Iterator, Mapping
    from datetime import time

    from ipt_tui.ipt.session import SessionLine

_NOT_TOLD = ("signed_at", "signed_by", "drafted")


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
    texts = _texts(row)
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
        () if row.signed_at else _newer(session, row, owner.uid, day_starts_at),
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
    *,
    anew: bool = False,
) -> str:
    """Begin the progress note of a session from what was noted of it; return its uid.

    Where there is one already, that one is it, and as long as nobody changed a word of the draft it
    is brought up to date; with `anew` one that was changed as well. `form` is the id of one of
    `note_forms`, one that is there has it with `anew`; what is veiled is left out. Raises NotValid
    with `anew` once it is signed.
    """
    row = one(session, CourseSession, session_uid)
    there = _of(session, row)
    if there is not None:
        if anew:
            _open(session, there.uid).format = form
            _put_draft(session, there, session_uid, revealed, day_starts_at)
        else:
            keep_up(session, session_uid, day_starts_at)
        describe(session, row.client_id, "a progress note drafted anew")
        return there.uid
    texts = _drafted(session, session_uid, form, revealed, day_starts_at)
    prints = _prints(texts, session_uid)
    fields = validated(ProgressNoteFields, format=form, drafted=prints, **texts)
    new = ProgressNote(client_id=row.client_id, session_id=row.id or 0, **fields.model_dump())
    session.add(new)
    session.flush()
    describe(session, row.client_id, "a progress note begun")
    return new.uid


def keep_up(session: Session, session_uid: str, day_starts_at: time = DAY_STARTS_AT) -> None:
    """Bring the note of a session up to date, if it has one that is still word for word its draft.

    Nothing is described.
    """
    there = _of(session, one(session, CourseSession, session_uid))
    if there is None or there.signed_at or there.drafted != _prints(_texts(there), session_uid):
        return
    _put_draft(session, there, session_uid, frozenset(), day_starts_at)


def tell(session: Session, /, uid: str, seen: datetime | None = None, **values: Any) -> None:
    """Change parts of a note, or its form; `seen` is the `updated_at` it was read with.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence, also once it is signed.
    """
    row = _open(session, uid, seen)
    if others := set(values) & set(_NOT_TOLD):
        raise KeyError(min(others))
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


def add(session: Session, uid: str, on: date, reason: str, text: str, by: str = "") -> str:
    """Add to a signed note on a day, and say why; return the uid of what was added.

    `by` is who adds it. It stands as the note does: what is wrong in it is put right by adding
    once more. Raises NotValid for a note that is not signed, which can be changed itself.
    """
    row = one(session, ProgressNote, uid)
    if not row.signed_at:
        raise NotValid("This note is not signed yet; change the note itself.")
    fields = validated(AddendumFields, day=on.isoformat(), reason=reason, text=text, signed_by=by)
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
    return AddendumLine(row.uid, day, texts["reason"], texts["text"], bool(veiled), row.signed_by)


def _of(session: Session, row: CourseSession) -> ProgressNote | None:
    return session.exec(select(ProgressNote).where(ProgressNote.session_id == row.id)).first()


def _texts(row: ProgressNote) -> dict[str, str]:
    return {name: getattr(row, name) for name in PARTS}


def _drafted(
    session: Session, uid: str, form: str, revealed: frozenset[str], day_starts_at: time
) -> dict[str, str]:
    """Return the parts of a draft of the note of the session `uid`, as it would be made now."""
    today = session.info["clock"].today(day_starts_at)
    noted = note_sources.source(session, uid, today, revealed, day_starts_at)
    parts = note_draft.draft(noted, form_of(form)).parts
    return {name: part.text for name, part in zip(PARTS, parts, strict=False)}


def _put_draft(
    session: Session, row: ProgressNote, uid: str, revealed: frozenset[str], day_starts_at: time
) -> None:
    texts = _drafted(session, uid, row.format, revealed, day_starts_at)
    changed(row, ProgressNoteFields, {**texts, "drafted": _prints(texts, uid)})


def _prints(texts: Mapping[str, str], uid: str) -> str:
    """Return what the lines of a note of the session `uid` are known by."""
    return " ".join(["-", *(_print(line, uid) for line in _lines(texts))])


def _print(line: str, uid: str) -> str:
    return fingerprint(line, uid)[:16]


def _lines(texts: Mapping[str, str]) -> Iterator[str]:
    for name in PARTS:
        yield from filter(None, map(str.strip, texts.get(name, "").split("\n")))


def _newer(session: Session, row: ProgressNote, uid: str, day_starts_at: time) -> tuple[str, ...]:
    """Return what a draft made now would say and the note's own did not; none of the veiled."""
    if not row.drafted:
        return ()
    known, typed = set(row.drafted.split()), set(_lines(_texts(row)))
    now = _drafted(session, uid, row.format, frozenset(), day_starts_at)
    return tuple(
        line for line in _lines(now) if _print(line, uid) not in known and line not in typed
    )

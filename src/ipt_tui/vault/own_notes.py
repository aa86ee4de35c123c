"""Own notes: written into a file of their own, and read from there alone.

The session is one of `OwnFile`. Clients and subjects are uids of the record, taken as they are:
whether they are still there is for whoever asks the record.
"""

from datetime import datetime

from sqlmodel import Session, col, select

from ipt_tui.ipt.own_note import OwnNote as Note
from ipt_tui.ipt.own_note import Subject
from ipt_tui.records import OwnClient, OwnNote, OwnNoteFields
from ipt_tui.vault.editing import changed, one, validated
from ipt_tui.vault.steps import describe, later


def add(
    session: Session, client_uid: str, text: str, subject: str = "", kind: str = Subject.CLIENT
) -> str:
    """Add a note about a client, or about what has the uid `subject`; return the note's uid.

    `kind` is a word of `Subject`. Raises NotValid for an empty text, or one that is too long.
    """
    fields = validated(OwnNoteFields, text=text, subject=subject, kind=str(kind))
    row = OwnNote(client_id=_number_of(session, client_uid), **fields.model_dump())
    session.add(row)
    session.flush()
    describe(session, row.client_id, "an own note added")
    return row.uid


def change(session: Session, /, uid: str, seen: datetime | None = None, **values: str) -> None:
    """Change the text of a note, or what it is about; `seen` is the `updated_at` it was read with.

    Raises Gone, ChangedElsewhere or NotValid.
    """
    row = one(session, OwnNote, uid, seen)
    changed(row, OwnNoteFields, values)
    describe(session, row.client_id, "an own note changed")


def remove(session: Session, uid: str, seen: datetime | None = None) -> None:
    """Remove a note; it can be taken back. Raises Gone or ChangedElsewhere."""
    row = one(session, OwnNote, uid, seen)
    session.delete(row)
    describe(session, row.client_id, "an own note removed")


def copy_text(session: Session, uid: str, seen: datetime | None = None) -> str:
    """Return the text of a note for the caller to write into the record, and note that it was.

    The one way from own notes into the record. It is final: what the record has by then stays
    there. Raises Gone or ChangedElsewhere.
    """
    row = one(session, OwnNote, uid, seen)
    now = session.info["clock"].utc()
    row.copied_at = later(now, row.copied_at) if row.copied_at else now
    describe(session, row.client_id, "an own note copied for the record", final=True)
    return row.text


def of_client(session: Session, client_uid: str) -> tuple[Note, ...]:
    """Return all notes about a client, whatever their subject, the newest first."""
    return _notes(session, col(OwnClient.uid) == client_uid)


def of_subject(session: Session, subject_uid: str) -> tuple[Note, ...]:
    """Return the notes about one session, person, …, the newest first."""
    return _notes(session, col(OwnNote.subject) == subject_uid) if subject_uid else ()


def _notes(session: Session, which: object) -> tuple[Note, ...]:
    rows = session.exec(
        select(OwnNote, OwnClient.uid)
        .join(OwnClient, col(OwnClient.id) == col(OwnNote.client_id))
        .where(which)  # type: ignore[arg-type]
        .order_by(col(OwnNote.id).desc())
    )
    return tuple(
        Note(
            uid=row.uid,
            client=client,
            subject=row.subject,
            kind=row.kind,
            text=row.text,
            created_at=row.created_at,
            updated_at=row.updated_at,
            copied_at=row.copied_at,
        )
        for row, client in rows
    )


def _number_of(session: Session, client_uid: str) -> int:
    """Return the number of a client in this file; one not named here yet is named now."""
    row = session.exec(select(OwnClient).where(OwnClient.uid == client_uid)).first()
    if row is None:
        row = OwnClient(uid=client_uid)
        session.add(row)
        session.flush()
    return row.id or 0

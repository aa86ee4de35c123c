"""Own notes: written into a file of their own, and read from there alone.

The session is one of `OwnFile`. Clients and subjects are uids of the record, taken as they are:
whether they are still there is for whoever asks the record.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import true
from sqlmodel import Session, col, select

from ipt_tui.ipt.own_note import OwnNote as Note
from ipt_tui.ipt.own_note import Subject
from ipt_tui.records import Draft, OwnClient, OwnNote, OwnNoteFields
from ipt_tui.records.base import TEXT_LIMIT
from ipt_tui.vault import drafts
from ipt_tui.vault.editing import changed, one, validated
from ipt_tui.vault.errors import ChangedElsewhere, Gone
from ipt_tui.vault.steps import describe, later

_SOON = timedelta(seconds=2)
"""Within it what is typed reaches the file; a note changed later than that was so elsewhere."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """What there is about one client: the notes, the newest first.

    `unfinished` is whether drafts were left that can become notes, `read_only` whether this file
    cannot be written.
    """

    notes: tuple[Note, ...]
    unfinished: bool
    read_only: bool


def place_of_new(client_uid: str, subject: str = "") -> str:
    """Return the name of the draft of a new note about a client, or about a session of theirs."""
    return f"own:{client_uid}:new:{subject}"


def place_of(client_uid: str, uid: str) -> str:
    """Return the name of the draft in which the note `uid` about a client is changed."""
    return f"own:{client_uid}:note:{uid}"


def shelf(session: Session, client_uid: str, place: str) -> Shelf:
    """Return what there is about a client; `place` is the draft one is about to go on with."""
    unfinished = any(_unfinished(session, client_uid, place))
    return Shelf(of_client(session, client_uid), unfinished, session.info["read_only"])


def keep_typed(
    session: Session,
    client_uid: str,
    place: str,
    text: str,
    *,
    uid: str = "",
    subject: str = "",
    seen: datetime | None = None,
    window: str = "",
) -> Note:
    """Keep what was typed as the text of the note `uid`, else as a new one; return the note.

    A new one is about the session `subject`, if one is given; a note that is gone, or was changed
    since it was read at `seen`, is left, and what was typed becomes one of its own. A new one that
    another window kept already, from the same draft, is gone on with. The draft of `window` at
    `place` is forgotten with it, so that nothing is kept twice. Raises NotValid.
    """
    there = None if uid else _begun_elsewhere(session, client_uid, text, subject)
    try:
        change(session, there or uid, None if there else seen, text=text)
    except (Gone, ChangedElsewhere):
        there, uid = None, add(session, client_uid, text, subject, _kind(subject))
    uid = there or uid
    drafts.save(session, place, "", window=window)
    session.flush()
    return _notes(session, col(OwnNote.uid) == uid)[0]


def _begun_elsewhere(session: Session, client_uid: str, text: str, subject: str) -> str | None:
    """Return the newest note about the same that a text goes on from, line for line."""
    for note in of_client(session, client_uid):
        begins = note.text.rstrip("\n")
        if note.subject == subject and f"{text}\n".startswith(f"{begins}\n"):
            return note.uid
    return None


def finish(session: Session, client_uid: str, place: str) -> None:
    """Keep as notes what was left unfinished about a client, but for the draft at `place`.

    What was typed in a note becomes its text, and a note of its own where that one is gone or was
    changed later. What is too long to be kept stays a draft. It is final: the drafts do not come
    back.
    """
    for draft in list(_unfinished(session, client_uid, place)):
        kind, _, uid = draft.place.removeprefix(f"own:{client_uid}:").partition(":")
        rows = session.exec(select(OwnNote).where(col(OwnNote.uid) == uid)).all()
        note = rows[0] if kind == "note" and rows else None
        if note and note.updated_at < draft.updated_at + _SOON:
            changed(note, OwnNoteFields, {"text": draft.text})
        elif draft.text.strip():
            about = uid if kind == "new" else note.subject if note else ""
            add(session, client_uid, draft.text, about, _kind(about))
        session.delete(draft)
    describe(
        session, _number_of(session, client_uid), "own notes left unfinished, kept", final=True
    )


def _unfinished(session: Session, client_uid: str, place: str) -> Iterator[Draft]:
    """Yield the drafts about a client that can become notes, but for the one at `place`."""
    for draft in session.exec(select(Draft).order_by(col(Draft.id))):
        mine = draft.place.startswith(f"own:{client_uid}:") and draft.place != place
        if mine and len(draft.text) <= TEXT_LIMIT:
            yield draft


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

    The one way from own notes into the record. Taken back, only that it was is: what the record
    has by then stays there. Raises Gone or ChangedElsewhere.
    """
    row = one(session, OwnNote, uid, seen)
    now = session.info["clock"].utc()
    row.copied_at = later(now, row.copied_at) if row.copied_at else now
    describe(session, row.client_id, "that an own note was copied; the copy stays in the record")
    return row.text


def of_client(session: Session, client_uid: str) -> tuple[Note, ...]:
    """Return all notes about a client, whatever their subject, the newest first."""
    return _notes(session, col(OwnClient.uid) == client_uid)


def of_all(session: Session) -> tuple[Note, ...]:
    """Return the notes about all clients, the newest first."""
    return _notes(session, true())


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


def _kind(subject: str) -> Subject:
    """Return what is typed about: a session, or the client as a whole."""
    return Subject.SESSION if subject else Subject.CLIENT


def _number_of(session: Session, client_uid: str) -> int:
    """Return the number of a client in this file; one not named here yet is named now."""
    row = session.exec(select(OwnClient).where(OwnClient.uid == client_uid)).first()
    if row is None:
        row = OwnClient(uid=client_uid)
        session.add(row)
        session.flush()
    return row.id or 0

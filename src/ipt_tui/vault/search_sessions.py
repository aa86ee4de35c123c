"""What search says of sessions and what is carried between them, and whether it is veiled."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.records import (
    Addendum,
    AgendaItem,
    Bring,
    CourseSession,
    Practice,
    ProgressNote,
    Rehearsal,
    Renegotiation,
    Response,
    Todo,
)
from ipt_tui.vault import session_veil
from ipt_tui.vault.search_owners import Owner, day_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ipt_tui.vault.hidden import Hidden

_IN_SESSIONS: dict[str, Any] = {
    "session": select(CourseSession.uid, CourseSession.id),
    "agenda_item": select(AgendaItem.uid, AgendaItem.session_id),
    "progress_note": select(ProgressNote.uid, ProgressNote.session_id),
    "addendum": select(Addendum.uid, ProgressNote.session_id).join(
        ProgressNote, col(ProgressNote.id) == Addendum.progress_note_id
    ),
}
"""What belongs to a session, with the question for its number."""
_APART: dict[str, Any] = {
    "practice": Practice, "todo": Todo, "renegotiation": Renegotiation, "response": Response,
    "bring": Bring,
}  # fmt: skip
_UIDS: dict[str, Any] = {
    "session": CourseSession.uid, "agenda_item": AgendaItem.uid,
    "progress_note": ProgressNote.uid, "addendum": Addendum.uid,
}  # fmt: skip
TABLES = frozenset({*_IN_SESSIONS, *_APART})


def owners(
    session: Session, kind: str, texts: Mapping[str, str], hidden: Callable[[int], Hidden]
) -> dict[str, Owner]:
    """Return whose the rows of one kind are; `texts` is all that each says, by its uid.

    `hidden` gives what must not be told of, by a client's number.
    """
    if kind in _IN_SESSIONS:
        return _in_sessions(session, kind, texts, hidden)
    table = _APART[kind]
    rows = session.exec(select(table).where(table.uid.in_(texts))).all()
    unseen = _veiled(session, kind, rows, hidden)
    sessions = _uids_of_sessions(session, rows)
    return {
        row.uid: Owner(
            row.client_id,
            _title(kind, row),
            row.id in unseen,
            session_uid=sessions.get(getattr(row, "session_id", None)),
        )
        for row in rows
    }


def rehearsed(
    session: Session, uids: set[str], hidden: Callable[[int], Hidden]
) -> dict[str, Owner]:
    """Return whose rehearsals are that are of a thing to try and no talk; veiled with the thing."""
    query = (
        select(Rehearsal.uid, Rehearsal.day, Practice)
        .join(Practice, col(Practice.id) == Rehearsal.practice_id)
        .where(col(Rehearsal.uid).in_(uids))
    )
    rows = session.exec(query).all() if uids else []
    unseen = _veiled(session, "practice", [thing for *_, thing in rows], hidden)
    return {
        uid: Owner(thing.client_id, f"rehearsal, {day_of(day)}", thing.id in unseen)
        for uid, day, thing in rows
    }


def _in_sessions(
    session: Session, kind: str, texts: Mapping[str, str], hidden: Callable[[int], Hidden]
) -> dict[str, Owner]:
    query = _IN_SESSIONS[kind].where(_UIDS[kind].in_(texts))
    belongs: dict[str, int] = dict(session.execute(query).all())
    asked = (
        CourseSession.id, CourseSession.uid, CourseSession.client_id, CourseSession.number,
        CourseSession.planned, CourseSession.started, CourseSession.sensitive,
    )  # fmt: skip
    its: Any = select(*asked).where(col(CourseSession.id).in_(set(belongs.values())))  # type: ignore[call-overload]
    rows = {row.id: row for row in session.execute(its)} if belongs else {}
    return {
        uid: Owner(
            row.client_id,
            ", ".join(filter(None, (f"session {row.number}", day_of(row.started or row.planned)))),
            hidden(row.client_id).veils(row.uid, row.sensitive, (), (texts[uid],)),
            session_uid=row.uid,
        )
        for uid, row in ((uid, rows[number]) for uid, number in belongs.items())
    }


def _veiled(
    session: Session, kind: str, rows: Any, hidden: Callable[[int], Hidden]
) -> set[int | None]:
    if kind == "practice":
        of_client: dict[int, list[Practice]] = defaultdict(list)
        for row in rows:
            of_client[row.client_id].append(row)
        secret = [
            session_veil.practices(session, hidden(client), client, some)
            for client, some in of_client.items()
        ]
        return set().union(*secret)
    names = session_veil.written(_APART[kind])
    return {
        row.id
        for row in rows
        if hidden(row.client_id).veils(
            row.uid, row.sensitive, (), [getattr(row, name) for name in names]
        )
    }


def _uids_of_sessions(session: Session, rows: Any) -> dict[int | None, str]:
    numbers = {getattr(row, "session_id", None) for row in rows} - {None}
    query = select(CourseSession.id, CourseSession.uid).where(col(CourseSession.id).in_(numbers))
    return dict(session.exec(query).all()) if numbers else {}


def _title(kind: str, row: Any) -> str:
    if kind == "todo":
        return "to-do"
    if kind == "bring":
        return "for the next meeting"
    if kind == "response":
        return ", ".join(filter(None, (row.name, day_of(row.at))))
    word = "practice" if kind == "practice" else "course, agreed anew"
    return f"{word}, {day_of(row.day)}"

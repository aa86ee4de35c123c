"""What is veiled of sessions and of what is carried between them.

A session is seen text by text: one that tells of somebody or something sensitive is veiled, the
others are not, so that a session can be read at all. A practice is veiled as a whole, also with
whom it is about and with the talk it grew out of.
"""

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
from ipt_tui.vault import talk_veil

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipt_tui.vault.hidden import Hidden


def written(table: Any) -> tuple[str, ...]:
    """Return the names of the columns of a table that search finds."""
    return tuple(c.name for c in table.__table__.columns if c.info.get("searched"))


def told(
    hidden: Hidden, uid: str, sensitive: bool, texts: dict[str, str]
) -> tuple[dict[str, str], frozenset[str]]:
    """Return texts by their names as they may be seen, and the names of those that are veiled.

    `uid` and `sensitive` are those of the session they belong to.
    """
    unseen = frozenset(
        name for name, text in texts.items() if text and hidden.veils(uid, sensitive, (), (text,))
    )
    return {name: "" if name in unseen else text for name, text in texts.items()}, unseen


def practices(session: Session, hidden: Hidden, client: int, rows: Iterable[Practice]) -> set[int]:
    """Return the numbers of those practices of one client that are veiled."""
    rows = list(rows)
    grown = {row.talk_id for row in rows if row.talk_id is not None}
    talks = talk_veil.veiled(session, hidden, client, grown) if grown else set()
    names, tried = written(Practice), _tried(session, client) if hidden.has_words else {}
    return {
        row.id or 0
        for row in rows
        if hidden.veils(
            row.uid,
            row.sensitive,
            () if row.person_id is None else (row.person_id,),
            [*(getattr(row, name) for name in names), *tried.get(row.id, ())],
            tied=row.talk_id in talks,
        )
    }


def _tried(session: Session, client: int) -> dict[int | None, list[str]]:
    """Return what was rehearsed for things to try, by their numbers."""
    found: defaultdict[int | None, list[str]] = defaultdict(list)
    columns = [getattr(Rehearsal, name) for name in written(Rehearsal)]
    its = (Rehearsal.client_id == client, col(Rehearsal.practice_id).is_not(None))
    query: Any = select(Rehearsal.practice_id, *columns).where(*its)
    for owner, *texts in session.execute(query):
        found[owner] += texts
    return found


def all_of(session: Session, hidden: Hidden, client: int) -> dict[Any, set[int]]:
    """Return the numbers of all that is veiled of one client's sessions, by table.

    A session counts as veiled with any text of its own, of its agenda or of its progress note.
    """
    every = session.exec(select(Practice).where(Practice.client_id == client)).all()
    found: dict[Any, set[int]] = {Practice: practices(session, hidden, client, every)}
    for table in (Todo, Renegotiation, Response, Bring):
        texts = [getattr(table, name) for name in written(table)]
        query = select(table.id, table.uid, table.sensitive, *texts)
        found[table] = {
            number
            for number, uid, sensitive, *said in session.execute(
                query.where(table.client_id == client)
            )
            if hidden.veils(uid, sensitive, (), said)
        }
    said_in = _texts(session, client)
    query = select(CourseSession.id, CourseSession.uid, CourseSession.sensitive)
    found[CourseSession] = {
        number or 0
        for number, uid, sensitive in session.exec(query.where(CourseSession.client_id == client))
        if hidden.veils(uid, sensitive, (), said_in[number])
    }
    return found


def _texts(session: Session, client: int) -> defaultdict[int | None, list[str]]:
    """Return all that is written in the sessions of one client, by their numbers."""
    found: defaultdict[int | None, list[str]] = defaultdict(list)
    for table, number in ((CourseSession, CourseSession.id), (AgendaItem, AgendaItem.session_id),
                          (ProgressNote, ProgressNote.session_id)):  # fmt: skip
        columns = [getattr(table, name) for name in written(table)]
        query: Any = select(number, *columns).where(table.client_id == client)
        for owner, *texts in session.execute(query):
            found[owner] += texts
    later = (
        select(ProgressNote.session_id, Addendum.reason, Addendum.text)
        .join(Addendum, col(Addendum.progress_note_id) == ProgressNote.id)
        .where(Addendum.client_id == client)
    )
    for owner, *texts in session.execute(later):
        found[owner] += texts
    return found

"""Practices: agreed, looked at again, changed, removed; and those of a client."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.concern import Thing
from ipt_tui.ipt.practice import Practice as View
from ipt_tui.records import Client, CourseSession, GoalPractice, Person, Practice, Talk
from ipt_tui.records.practice import PracticeFields
from ipt_tui.vault import rounds, session_veil, set_aside
from ipt_tui.vault.clients import own
from ipt_tui.vault.editing import changed, one, refuse_other_record, validated
from ipt_tui.vault.hidden import hidden_for
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

_SAME = (
    "what", "line", "when_words", "if_then", "sure", "done", "happened", "mood_before",
    "mood_after", "learned", "sensitive", "updated_at",
)  # fmt: skip


def of_client(
    session: Session,
    client_uid: str,
    revealed: frozenset[str] = frozenset(),
    *,
    session_uid: str | None = None,
) -> tuple[View, ...]:
    """Return a client's practices, those agreed last first; the veiled as their days alone.

    With `session_uid` those agreed in that session.
    """
    client = one(session, Client, client_uid)
    query = select(Practice).where(Practice.client_id == client.id)
    if session_uid is not None:
        query = query.where(Practice.session_id == one(session, CourseSession, session_uid).id)
    rows = session.exec(query.order_by(col(Practice.day).desc(), col(Practice.id).desc())).all()
    return tuple(_shown(session, client.id or 0, rows, revealed))


def practice(session: Session, uid: str, revealed: frozenset[str] = frozenset()) -> View:
    """Return one practice. Raises Gone if there is none."""
    row = one(session, Practice, uid)
    return next(_shown(session, row.client_id, [row], revealed))


def agree(
    session: Session,
    /,
    client_uid: str,
    what: str,
    on: date,
    person: str | None = None,
    talk: str | None = None,
    session_uid: str | None = None,
    uid: str | None = None,
    **values: Any,
) -> str:
    """Agree on a practice on a day; return its uid, which may be given.

    `person`, `talk` and `session_uid` are whom it is about, the talk it grew out of and the
    session it was agreed in. `values` are other fields of `PracticeFields`. Raises NotValid with
    one sentence, also for what belongs to somebody else's record, and while an open concern is
    about that person or whom the talk was with.
    """
    client = one(session, Client, client_uid)
    fields = validated(PracticeFields, what=what, day=on.isoformat(), **values)
    row = Practice(client_id=client.id or 0, **fields.model_dump())
    row.uid = uid or row.uid
    _point(session, row, Person, person)
    _point(session, row, Talk, talk)
    _point(session, row, CourseSession, session_uid)
    set_aside.refuse(session, row.client_id, row.person_id, row.talk_id)
    session.add(row)
    session.flush()
    _describe(session, row, " agreed", " added")
    return row.uid


def look_at(
    session: Session, /, uid: str, on: date, done: str, seen: datetime | None = None, **values: Any
) -> None:
    """Look at a practice again on a day: whether it was `done` (full, part, no), what came of it.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence.
    """
    row = one(session, Practice, uid, seen)
    changed(row, PracticeFields, {"looked_at": on.isoformat(), "done": done, **values})
    _describe(session, row, " looked at")


def change(session: Session, /, uid: str, seen: datetime | None = None, **values: Any) -> None:
    """Change fields of a practice; `seen` is the `updated_at` it was read with.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence.
    """
    row = one(session, Practice, uid, seen)
    changed(row, PracticeFields, values)
    _describe(session, row, " changed")


def point(
    session: Session,
    uid: str,
    person: str | None = None,
    talk: str | None = None,
    seen: datetime | None = None,
) -> None:
    """Say whom a practice is about and which talk it grew out of, or that it is none.

    `seen` is the `updated_at` it was read with. Raises Gone, ChangedElsewhere, or NotValid, as
    `agree` does.
    """
    row = one(session, Practice, uid, seen)
    _point(session, row, Person, person)
    _point(session, row, Talk, talk)
    set_aside.refuse(session, row.client_id, row.person_id, row.talk_id)
    _describe(session, row, ": whom it is about")


def remove(session: Session, uid: str) -> str:
    """Remove a practice; return what it was, as the history calls it."""
    row = one(session, Practice, uid)
    for link in session.exec(select(GoalPractice).where(GoalPractice.practice_id == row.id)):
        session.delete(link)
    rounds.leave_practice(session, row)
    session.delete(row)
    return _describe(session, row, " removed")


def _describe(session: Session, row: Practice, what: str, own_what: str = "") -> str:
    """Say what was done; in one's own vault a practice is a thing to try. Return what it is."""
    is_own = own(session, row.client_id)
    word = "a thing to try" if is_own else "a practice"
    describe(session, row.client_id, f"{word}{(is_own and own_what) or what}")
    return word


_POINTS: dict[Any, str] = {
    Person: "person_id",
    Talk: "talk_id",
    CourseSession: "session_id",
}


def _point(session: Session, row: Practice, table: Any, uid: str | None) -> None:
    number = None
    if uid is not None:
        there = one(session, table, uid)
        refuse_other_record(row.client_id, there.client_id)
        number = there.id
    setattr(row, _POINTS[table], number)


def _shown(
    session: Session, client: int, rows: Sequence[Practice], revealed: frozenset[str]
) -> Iterator[View]:
    if not rows:
        return
    hidden = hidden_for(session, client, revealed)
    veiled = session_veil.practices(session, hidden, client, rows)
    aside, paused = set_aside.people(session, client), set_aside.paused(session, client)
    of_talks = set_aside.talks(session, client) if aside else frozenset()
    talks = _uids(session, Talk, {row.talk_id for row in rows})
    sessions = _uids(session, CourseSession, {row.session_id for row in rows})
    tried = rounds.of_practices(session, client)
    for row in rows:
        day, looked = date.fromisoformat(row.day), row.looked_at
        at = date.fromisoformat(looked) if looked else None
        if row.id in veiled:
            yield View(row.uid, day, looked_at=at, veiled=True, updated_at=row.updated_at)
            continue
        yield View(
            row.uid,
            day,
            who=hidden.people.get(row.person_id or 0),
            looked_at=at,
            talk=talks.get(row.talk_id or 0),
            session=sessions.get(row.session_id or 0),
            set_aside=row.person_id in aside or row.talk_id in of_talks,
            paused=f"{Thing.PRACTICE}:{row.uid}" in paused,
            rounds=tried.get(row.id or 0, ()),
            **{name: getattr(row, name) for name in _SAME},
        )


def _uids(session: Session, table: Any, numbers: set[int | None]) -> dict[int, str]:
    query = select(table.id, table.uid).where(table.id.in_(numbers - {None}))
    return dict(session.exec(query).all())

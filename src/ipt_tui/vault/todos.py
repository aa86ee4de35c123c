"""The practitioner's to-dos: added, changed, done, removed; and those of a client."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from ipt_tui.ipt.practice import Todo as View
from ipt_tui.ipt.today import TodoOf
from ipt_tui.records import Client, CourseSession, Todo
from ipt_tui.records.practice import TodoFields
from ipt_tui.vault.editing import changed, one, refuse_other_record, validated
from ipt_tui.vault.hidden import Hidden, hidden_for
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from datetime import datetime


def of_client(
    session: Session,
    client_uid: str,
    revealed: frozenset[str] = frozenset(),
    *,
    still_open: bool = True,
) -> tuple[View, ...]:
    """Return the to-dos about a client, in the order they came up; unless told otherwise the open.

    The text of one that tells of somebody or something sensitive is veiled.
    """
    client = one(session, Client, client_uid)
    query = select(Todo).where(Todo.client_id == client.id)
    if still_open:
        query = query.where(Todo.done == "")
    rows = session.exec(query.order_by(col(Todo.id))).all()
    if not rows:
        return ()
    hidden = hidden_for(session, client.id or 0, revealed)
    sessions: dict[int | None, str] = dict(
        session.exec(
            select(CourseSession.id, CourseSession.uid).where(
                col(CourseSession.id).in_({row.session_id for row in rows})
            )
        ).all()
    )
    return tuple(_shown(row, hidden, sessions.get(row.session_id)) for row in rows)


def of_all(session: Session, revealed: frozenset[str] = frozenset()) -> tuple[TodoOf, ...]:
    """Return the open to-dos about all clients who are coming at present, as they came up."""
    rows = session.execute(
        select(Todo, Client.uid, Client.code)
        .join(Client, col(Client.id) == Todo.client_id)
        .where(Todo.done == "", Client.status == "active")
        .order_by(col(Todo.id))
    ).all()

    @cache
    def hidden(client: int) -> Hidden:
        return hidden_for(session, client, revealed)

    return tuple(
        TodoOf(client, code, _shown(row, hidden(row.client_id), None)) for row, client, code in rows
    )


def add(session: Session, client_uid: str, text: str, session_uid: str | None = None) -> str:
    """Add a to-do about a client, from a session if it came up in one; return its uid."""
    client = one(session, Client, client_uid)
    fields = validated(TodoFields, text=text)
    row = Todo(client_id=client.id or 0, **fields.model_dump())
    if session_uid is not None:
        there = one(session, CourseSession, session_uid)
        refuse_other_record(client.id, there.client_id)
        row.session_id = there.id
    session.add(row)
    session.flush()
    describe(session, client.id, "a to-do added")
    return row.uid


def change(session: Session, uid: str, text: str, seen: datetime | None = None) -> None:
    """Put other words in a to-do; `seen` is the `updated_at` it was read with."""
    row = one(session, Todo, uid, seen)
    changed(row, TodoFields, {"text": text})
    describe(session, row.client_id, "a to-do changed")


def tick(session: Session, uid: str, on: date) -> bool:
    """Say that a to-do was done on a day, or that it was not after all; return whether it is."""
    row = one(session, Todo, uid)
    row.done = "" if row.done else on.isoformat()
    describe(session, row.client_id, f"a to-do: {'done' if row.done else 'not done yet'}")
    return bool(row.done)


def remove(session: Session, uid: str) -> str:
    """Remove a to-do; return what it was, as the history calls it."""
    row = one(session, Todo, uid)
    session.delete(row)
    describe(session, row.client_id, "a to-do removed")
    return "a to-do"


def _shown(row: Todo, hidden: Hidden, session_uid: str | None) -> View:
    veiled = hidden.veils(row.uid, row.sensitive, (), (row.text,))
    done = date.fromisoformat(row.done) if row.done else None
    return View(row.uid, "" if veiled else row.text, done, session_uid, veiled, row.updated_at)

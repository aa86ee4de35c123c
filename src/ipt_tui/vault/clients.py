"""Clients: whose record it is. In one's own vault there is exactly one, `self`."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from ipt_tui.records import Client, Person
from ipt_tui.records.client import ClientFields
from ipt_tui.vault.editing import changed, one, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.steps import describe

STATUSES = ("active", "paused", "ended")
_SAID = {"paused": "paused", "ended": "ended", "active": "taken up again"}


@dataclass(frozen=True, slots=True)
class ClientLine:
    """A client as a list shows them; `people` is how many are in the inventory."""

    uid: str
    code: str
    role: str
    status: str
    region: str
    onset_words: str
    people: int
    updated_at: datetime


def listing(session: Session) -> tuple[ClientLine, ...]:
    """Return all clients: active ones first, then paused, then ended, each by code."""
    count = (
        select(func.count())
        .select_from(Person)
        .where(col(Person.client_id) == col(Client.id))
        .scalar_subquery()
    )
    rows = session.execute(
        select(  # type: ignore[call-overload]
            Client.uid,
            Client.code,
            Client.role,
            Client.status,
            Client.region,
            Client.onset_words,
            count,
            Client.updated_at,
        )
    )
    lines = [ClientLine(*row) for row in rows]
    return tuple(sorted(lines, key=lambda line: (_rank(line.status), line.code.casefold())))


def add(session: Session, /, code: str, **values: str) -> str:
    """Add a client under `code`; return the uid. Raises NotValid if the code is taken.

    `values` are other fields of `ClientFields`: role, region, onset, onset_words, about, ….
    """
    fields = validated(ClientFields, code=code, **values)
    _refuse_status(fields.status)
    _refuse_taken(session, fields.code)
    row = Client(**fields.model_dump())
    session.add(row)
    session.flush()
    describe(session, row.id, f"client {row.code} added")
    return row.uid


def change(session: Session, /, uid: str, seen: datetime | None = None, **values: str) -> None:
    """Change fields of a client; `seen` is the `updated_at` that was read with them."""
    row = one(session, Client, uid, seen)
    before, stood = row.code, row.status
    what = f"changed: {changed(row, ClientFields, values)}"
    if row.code != before:
        _refuse_taken(session, row.code, row.id)
    if row.status != stood:
        _refuse_status(row.status)
        what = _SAID[row.status]
    describe(session, row.id, f"client {before} {what}")


def fields_of(session: Session, uid: str) -> tuple[ClientFields, datetime]:
    """Return a client's fields for editing, and the `updated_at` to save them with."""
    row = one(session, Client, uid)
    return ClientFields(**row.model_dump(include=set(ClientFields.model_fields))), row.updated_at


def _refuse_taken(session: Session, code: str, own_id: int | None = None) -> None:
    rows = session.exec(select(Client.id, Client.code))
    if any(row_id != own_id and other.casefold() == code.casefold() for row_id, other in rows):
        raise NotValid(f"There is a client {code} already. Choose another code.")


def _refuse_status(status: str) -> None:
    if status not in STATUSES:
        raise NotValid("A client is active, paused or ended.")


def _rank(status: str) -> int:
    return STATUSES.index(status) if status in STATUSES else len(STATUSES)

"""Clients: whose record it is. In one's own vault there is exactly one, `self`."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from ipt_tui.ipt.scales import Scale
from ipt_tui.ipt.session import Kept
from ipt_tui.records import Client, Person
from ipt_tui.records.client import ClientFields
from ipt_tui.vault.editing import changed, one, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.steps import describe

CLIENT, SELF = "client", "self"
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


def kept(session: Session, uid: str) -> Kept:
    """Return how much of a client's sessions is kept."""
    return Kept.read(one(session, Client, uid).kept) or Kept.FULL


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


def add(session: Session, /, code: str, **values: Any) -> str:
    """Add a client under `code`; return the uid. Raises NotValid if the code is taken.

    One's own record cannot be taken back: nothing could be noted without it. `values` are other
    fields of `ClientFields`: role, region, onset, onset_words, about, ….
    """
    fields = validated(ClientFields, code=code, **values)
    _refuse_status(fields.status)
    _refuse_kept(fields.kept)
    _refuse_taken(session, fields.code)
    row = Client(**fields.model_dump())
    session.add(row)
    session.flush()
    own = row.role == SELF
    describe(session, row.id, f"{_known_as(row, row.code)} added", final=own)
    return row.uid


def change(session: Session, /, uid: str, seen: datetime | None = None, **values: Any) -> None:
    """Change fields of a client; `seen` is the `updated_at` that was read with them."""
    row = one(session, Client, uid, seen)
    before, stood, kept = row.code, row.status, row.kept
    what = f"changed: {changed(row, ClientFields, values)}"
    if row.code != before:
        _refuse_taken(session, row.code, row.id)
    if row.status != stood:
        _refuse_status(row.status)
        what = _SAID[row.status]
    if row.kept != kept:
        _refuse_kept(row.kept)
    describe(session, row.id, f"{_known_as(row, before)} {what}")


def fields_of(session: Session, uid: str) -> tuple[ClientFields, datetime]:
    """Return a client's fields for editing, and the `updated_at` to save them with."""
    row = one(session, Client, uid)
    return ClientFields(**row.model_dump(include=set(ClientFields.model_fields))), row.updated_at


def scale_of(client: ClientFields) -> Scale:
    """Return the scale on which a client's new moods are given."""
    return Scale(
        client.mood_low,
        client.mood_high,
        client.mood_low_words,
        client.mood_high_words,
        client.mood_better,
    )


def uid_of(session: Session, code: str) -> str | None:
    """Return the uid of the client with this code, upper and lower case alike, None if none."""
    wanted = code.strip().casefold()
    rows = session.exec(select(Client.uid, Client.code).order_by(col(Client.id)))
    return next((uid for uid, other in rows if other.casefold() == wanted), None)


def _known_as(row: Client, code: str) -> str:
    """Return what the history calls a record; nobody is a client in their own vault."""
    return "your record" if row.role == SELF else f"client {code}"


def own(session: Session, client_id: int) -> bool:
    """Return whether a record is kept by the one whose it is."""
    return session.get_one(Client, client_id).role == SELF


def _refuse_taken(session: Session, code: str, own_id: int | None = None) -> None:
    rows = session.exec(select(Client.id, Client.code))
    if any(row_id != own_id and other.casefold() == code.casefold() for row_id, other in rows):
        raise NotValid(f"There is a client {code} already. Choose another code.")


def _refuse_status(status: str) -> None:
    if status not in STATUSES:
        raise NotValid("A client is active, paused or ended.")


def _refuse_kept(kept: str) -> None:
    if Kept.read(kept) in (None, Kept.OTHER):
        raise NotValid("Sessions are kept in full, in brief, or as dates only.")


def _rank(status: str) -> int:
    return STATUSES.index(status) if status in STATUSES else len(STATUSES)

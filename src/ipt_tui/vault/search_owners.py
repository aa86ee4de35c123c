"""Whose what was found is: the client, the person, and whether it is veiled.

One question for each kind of hit, however many there are.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlmodel import Session, col, select

from ipt_tui.ipt.dates import short
from ipt_tui.records import Client, Concern, Expectation, Outcome, Person, Standing, Tie

if TYPE_CHECKING:
    from collections.abc import Iterable


class Owner(NamedTuple):
    """Whose a hit is; `person_uid` is None where no one person is meant.

    So are `talk_uid` and `session_uid` where it belongs to no talk and to no session. `focus` is
    the row of Focus it stands behind, "goal:<uid>".
    """

    client_id: int
    title: str
    veiled: bool
    person_uid: str | None = None
    talk_uid: str | None = None
    session_uid: str | None = None
    focus: str | None = None


_SHOWN = (Person.uid, Person.name, Person.sensitive, Person.client_id)
_PEOPLE: dict[str, tuple[Any, Any]] = {
    "person": (Person, select(Person.uid, *_SHOWN)),  # type: ignore[call-overload]
    "standing": (
        Standing,
        select(Standing.uid, *_SHOWN).join(Standing, col(Standing.person_id) == Person.id),  # type: ignore[call-overload]
    ),
    "expectation": (
        Expectation,
        select(Expectation.uid, *_SHOWN).join(  # type: ignore[call-overload]
            Expectation, col(Expectation.person_id) == Person.id
        ),
    ),
    "outcome": (
        Outcome,
        select(Outcome.uid, *_SHOWN)  # type: ignore[call-overload]
        .join(Expectation, col(Expectation.person_id) == Person.id)
        .join(Outcome, col(Outcome.expectation_id) == Expectation.id),
    ),
    "tie": (
        Tie,
        select(Tie.uid, *_SHOWN)  # type: ignore[call-overload]
        .join(Tie, (col(Tie.person_id) == Person.id) | (col(Tie.other_id) == Person.id))
        .order_by(col(Tie.other_id) == Person.id),
    ),
}


def owners(
    session: Session, kind: str, uids: Iterable[str], revealed: frozenset[str]
) -> dict[str, Owner]:
    """Return whose the rows of one kind are, by their uids.

    A tie is known by its first person, and veiled if either of the two is; a concern is always
    veiled.
    """
    if kind == "client":
        query = select(Client.uid, Client.id, Client.code).where(col(Client.uid).in_(uids))
        return {uid: Owner(number or 0, code, False) for uid, number, code in session.exec(query)}
    if kind == "concern":
        raised = select(Concern.uid, Concern.client_id, Concern.at)
        return {
            uid: Owner(number, f"concern, {day_of(at)}", uid not in revealed)
            for uid, number, at in session.exec(raised.where(col(Concern.uid).in_(uids)))
        }
    table, people = _PEOPLE[kind]
    found: dict[str, Owner] = {}
    for uid, person, name, sensitive, client in session.execute(
        people.where(col(table.uid).in_(uids))
    ):
        veiled = sensitive and person not in revealed
        first = found.get(uid, Owner(client, name, False, person))
        found[uid] = first._replace(veiled=first.veiled or veiled)
    return found


def day_of(stored: str) -> str:
    """Return a stored day or wall time as a short day, "" while it is not known."""
    day = date.fromisoformat(stored[:10]) if stored else None
    return short(day) if day and day.year > 1 else ""

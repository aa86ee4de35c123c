"""What is veiled of formulations and contracts: a version, or a contract, is veiled as a whole."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.records import Contract, Event, Formulation, FormulationLink
from ipt_tui.vault.search_owners import Owner, day_of
from ipt_tui.vault.talk_veil import veiled_entries

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ipt_tui.vault.hidden import Hidden

TABLES: dict[str, Any] = {"formulation": Formulation, "contract": Contract}


def formulations(session: Session, hidden: Hidden, client: int) -> set[int]:
    """Return the numbers of a client's versions that are veiled.

    A version is by its words, by who is ticked, and by an event ticked that is.
    """
    people: dict[int, list[int]] = defaultdict(list)
    events: dict[int, list[int]] = defaultdict(list)
    for link in session.exec(select(FormulationLink).where(FormulationLink.client_id == client)):
        if link.person_id is not None:
            people[link.formulation_id].append(link.person_id)
        if link.event_id is not None:
            events[link.formulation_id].append(link.event_id)
    numbers = {number for each in events.values() for number in each}
    unseen = veiled_events(session, hidden, client, numbers)
    rows = session.exec(select(Formulation).where(Formulation.client_id == client)).all()
    return {
        row.id or 0
        for row in rows
        if hidden.veils(
            row.uid, row.sensitive, people[row.id or 0], _texts(row),
            tied=not unseen.isdisjoint(events[row.id or 0]),
        )
    }  # fmt: skip


def contracts(session: Session, hidden: Hidden, client: int) -> set[int]:
    """Return the numbers of a client's contracts that are veiled: by what they say."""
    rows = session.exec(select(Contract).where(Contract.client_id == client)).all()
    return {row.id or 0 for row in rows if hidden.veils(row.uid, row.sensitive, (), _texts(row))}


def veiled_events(
    session: Session, hidden: Hidden, client: int, numbers: Iterable[int]
) -> set[int]:
    """Return those of a client's events with these numbers that are veiled."""
    wanted = list(numbers)
    if not wanted:
        return set()
    within = (col(Event.client_id) == client, col(Event.id).in_(wanted))
    return veiled_entries(session, hidden, Event, within)


def owners(
    session: Session, kind: str, uids: Iterable[str], hidden: Callable[[int], Hidden]
) -> dict[str, Owner]:
    """Return whose the versions, or the contracts, with these uids are, for the search."""
    table = TABLES[kind]
    rows = session.exec(select(table).where(table.uid.in_(uids))).all()
    find = formulations if table is Formulation else contracts
    unseen = {
        client: find(session, hidden(client), client) for client in {row.client_id for row in rows}
    }
    return {
        row.uid: Owner(row.client_id, _title(row), row.id in unseen[row.client_id], focus=kind)
        for row in rows
    }


def _title(row: Formulation | Contract) -> str:
    if isinstance(row, Contract):
        return "contract"
    return f"version {row.version}, {day_of(row.agreed or row.day)}"


def _texts(row: Formulation | Contract) -> list[str]:
    """Return all that a row says: whatever the search can find may be veiled."""
    columns = row.__table__.columns  # type: ignore[union-attr]
    return [getattr(row, column.name) for column in columns if column.info.get("searched")]

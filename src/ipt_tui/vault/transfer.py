"""The record as plain data and back: everything but history, drafts, settings and own notes.

References are by `uid`; rows are in the order of their `uid`, which is the order of making.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, Table, insert
from sqlalchemy import select as core_select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from ipt_tui.ipt.audience import plural
from ipt_tui.records import Client
from ipt_tui.vault import ones_own, outside, schema
from ipt_tui.vault.editing import one
from ipt_tui.vault.entries import Data, checked
from ipt_tui.vault.errors import NotValid, VaultError
from ipt_tui.vault.steps import describe


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do: rows by table that are new, the same, or differ from ours.

    `left_out` says that something in the file is for a practitioner alone, and this vault is one's
    own. `final` says that it adds what is final, such as a signed note, to a record that is here:
    then it cannot be taken back.
    """

    new: dict[str, int]
    same: int
    conflicts: tuple[str, ...]
    left_out: bool = False
    final: bool = False

    @property
    def total(self) -> int:
        """How many rows would be added."""
        return sum(self.new.values())


def dump(session: Session, client_uid: str | None = None) -> Data:
    """Return the rows of one client, or of all, with the relationship words in use."""
    client = one(session, Client, client_uid).id if client_uid else None
    owners = {to for table in schema.tables() for to in outside.references(table).values()}
    names = {name: _uids(session, name, client) for name in owners}
    data = {
        table.name: sorted(_rows(session, table, client, names), key=lambda row: row["uid"])
        for table in schema.tables()
    }
    if client is not None:
        used = {row["kind"].casefold() for row in data["person"] + data["tie"]}
        data["kind"] = [
            row for row in data["kind"] if used & {row[n].casefold() for n in ("word", "reverse")}
        ]
    return data


def is_empty(session: Session) -> bool:
    """Whether there is nothing that `dump` would return."""
    tables = schema.tables()
    return not any(session.execute(core_select(t.c.id).limit(1)).first() for t in tables)


def plan(session: Session, data: Data) -> Plan:
    """Return what `load` would do with `data`. Raises NotValid for rows that do not fit."""
    return _sorted(session, data)[0]


def load(session: Session, data: Data) -> Plan:
    """Add every row of `data` that is new; leave all others as they are. One step."""
    told, new = _sorted(session, data)
    for table in schema.tables():
        numbers = {
            name: {uid: number for number, uid in _uids(session, name).items()}
            for name in set(outside.references(table).values())
        }
        if rows := new[table.name]:
            _add(session, table, [_stored(table, row, numbers) for row in rows])
    clients = data.get("client", [])
    what = plural(len(clients), "client") if clients else "a file"
    client = None
    if len(clients) == 1:
        what, client = clients[0]["code"], one(session, Client, clients[0]["uid"]).id
    words = f"imported {what}: {plural(told.total, 'entry', 'entries')}"
    describe(session, client, words, final=told.final)
    return told


def _add(session: Session, table: Table, rows: list[dict[str, Any]]) -> None:
    """Add rows; raise NotValid where they do not go together with what is here."""
    try:
        session.execute(insert(table), rows)
        return
    except IntegrityError:
        pass  # the sentence is raised outside of it, or it would hang on to what was typed
    raise NotValid(f"In {table.name}: this does not fit with what is already kept here.")


def _sorted(session: Session, data: Data) -> tuple[Plan, Data]:
    """Return what is to be told of `data`, and the rows of it that are new."""
    whole, ours = checked(data), dump(session)
    theirs = ones_own.as_here(session, whole)
    _refuse_codes(theirs, ours)
    clients = {
        (n, r["uid"]): r["client"] for n, rows in ours.items() for r in rows if "client" in r
    }
    new: Data = {}
    same, conflicts = 0, []
    called: dict[tuple[str, str], str] = {}
    for table in schema.tables():
        known = {row["uid"]: row for row in ours[table.name]}
        taken = {claim: row for row in ours[table.name] for claim in outside.claims(table, row)}
        new[table.name] = []
        for number, given in enumerate(theirs[table.name], 1):
            row = _as_called_here(table, given, called)
            claimed = (taken[claim] for claim in outside.claims(table, row) if claim in taken)
            twin = known.get(row["uid"]) or next(claimed, None)
            if twin is None:
                _refuse_stranger(table, number, row, clients)
                if _is_closed(table, row, ours):
                    conflicts.append(f"{table.name} {number}")
                else:
                    new[table.name].append(row)
                continue
            called[table.name, row["uid"]] = twin["uid"]
            if _alike(row, twin):
                same += 1
            else:
                conflicts.append(f"{table.name} {number}")
    counts = {name: len(rows) for name, rows in new.items() if rows}
    here = {row["uid"] for row in ours["client"]}
    final = any(
        row["client"] in here and _is_final(table, row)
        for table in schema.tables()
        for row in new[table.name]
        if "client" in row
    )
    left_out = sum(map(len, theirs.values())) < sum(map(len, whole.values()))
    return Plan(counts, same, tuple(conflicts), left_out, final), new


def _is_final(table: Table, row: Mapping[str, Any]) -> bool:
    """Whether nothing of a row may change any more, as of a signed note."""
    column = table.info.get("final_once")
    return bool(column and row[column])


def _is_closed(table: Table, row: Mapping[str, Any], ours: Data) -> bool:
    """Whether a row would change something here that is final, as whom a closed concern is about.

    What may be added to it later, such as an addition to a signed note, is not meant.
    """
    owner = table.info.get("final_with")
    if owner is None:
        return False
    to = next(other for other in schema.tables() if other.name == outside.references(table)[owner])
    return any(there["uid"] == row[owner] and _is_final(to, there) for there in ours[to.name])


def _as_called_here(
    table: Table, row: dict[str, Any], called: Mapping[tuple[str, str], str]
) -> dict[str, Any]:
    """Return a row that points at what is here where theirs was made apart, under another uid."""
    references = outside.references(table).items()
    return row | {name: called.get((to, row[name]), row[name]) for name, to in references}


def _alike(row: Mapping[str, Any], twin: Mapping[str, Any]) -> bool:
    """Whether two rows say the same; if they were made apart, by all but their identity."""
    aside = () if row["uid"] == twin["uid"] else outside.IDENTITY
    return all(row[name] == twin[name] for name in row if name not in aside)


def _refuse_codes(theirs: Data, ours: Data) -> None:
    """Refuse two clients under one code."""
    taken = {row["code"].casefold(): row["uid"] for row in ours["client"]}
    for row in theirs["client"]:
        if taken.setdefault(row["code"].casefold(), row["uid"]) != row["uid"]:
            raise NotValid(
                f"There is another client {row['code']} here. "
                "Rename one of the two, then import again."
            )


def _refuse_stranger(
    table: Table, number: int, row: Mapping[str, Any], clients: Mapping[tuple[str, str], str]
) -> None:
    """Refuse a row about somebody who belongs to another client here."""
    for name, to in outside.references(table).items():
        if row[name] is None:
            continue
        if clients.get((to, row[name]), row["client"]) != row["client"]:
            raise NotValid(
                f"In {table.name}, entry {number}: it points at {outside.a(to)} of another client."
            )


def _uids(session: Session, name: str, client: int | None = None) -> dict[int, str]:
    """Return the uids of a table by number: of one client's rows, or of all."""
    table = next(t for t in schema.tables() if t.name == name)
    query = _of_client(core_select(table.c.id, table.c.uid), table, client)
    return {row.id: row.uid for row in session.execute(query)}


def _of_client(query: Select[Any], table: Table, client: int | None) -> Select[Any]:
    """Keep a question about a table to one client's rows, where rows belong to clients."""
    if client is None:
        return query
    if table.name == "client":
        return query.where(table.c.id == client)
    return query.where(table.c.client_id == client) if "client_id" in table.c else query


def _rows(
    session: Session, table: Table, client: int | None, names: Mapping[str, Mapping[int, str]]
) -> Iterator[dict[str, Any]]:
    columns = outside.columns(table)
    shape = [(outside.name_of(column), outside.owner(column)) for column in columns]
    for found in session.execute(_of_client(core_select(*columns), table, client)):
        yield {
            name: names[to][value] if to and value is not None else outside.plain(value)
            for (name, to), value in zip(shape, found, strict=True)
        }


def _stored(
    table: Table, row: Mapping[str, Any], numbers: Mapping[str, Mapping[str, int]]
) -> dict[str, Any]:
    stored: dict[str, Any] = {}
    for column in outside.columns(table):
        value, to = row[outside.name_of(column)], outside.owner(column)
        if to and value is not None:
            value = numbers[to][value]
        elif column.name in outside.TIMES:
            value = outside.moment(value)
        stored[column.name] = value
    return stored


__all__ = ["Data", "Plan", "VaultError", "dump", "load", "plan"]

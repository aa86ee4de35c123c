"""All a vault holds as plain values, and what a step changes of it."""

from typing import Any

from sqlalchemy import Table, text
from sqlmodel import Session

from ipt_tui.vault import schema
from ipt_tui.vault.vault import Vault

Row = dict[str, Any]
Rows = dict[str, dict[int, Row]]
"""The rows of every recorded table, by table and number."""
Change = dict[tuple[str, int], tuple[Row | None, Row | None]]
"""The rows that a step changed, each as it was before and after."""
TIME = "updated_at"


def rows(vault: Vault) -> Rows:
    """Return every row of every recorded table."""
    return {table.name: _rows_of(vault, table) for table in schema.tables()}


def _rows_of(vault: Vault, table: Table) -> dict[int, Row]:
    names = [column.name for column in table.columns]
    asked = ", ".join(f'"{name}"' for name in names)
    found = vault._raw.execute(f"SELECT {asked} FROM {table.name}")
    told = (dict(zip(names, row, strict=True)) for row in found)
    return {row["id"]: row for row in told}


def change(before: Rows, after: Rows) -> Change:
    """Return what is different."""
    return {
        (table, number): (was.get(number), now.get(number))
        for table, was in before.items()
        for now in [after[table]]
        for number in was.keys() | now.keys()
        if was.get(number) != now.get(number)
    }


def replayed(held: Rows, changes: Change, *, backwards: bool) -> Rows:
    """Return the rows after a change was taken back, or made once more."""
    result = {table: dict(there) for table, there in held.items()}
    for (table, number), sides in changes.items():
        old, new = reversed(sides) if backwards else sides
        if new is None:
            del result[table][number]
        elif old is None:
            result[table][number] = new
        else:
            moved = {name: value for name, value in new.items() if old[name] != value}
            result[table][number] = result[table][number] | moved
    return result


def untimed(held: Rows) -> Rows:
    """Return the rows without the times at which they were changed."""
    return {
        table: {n: {k: v for k, v in row.items() if k != TIME} for n, row in there.items()}
        for table, there in held.items()
    }


def index_problem(vault: Vault, held: Rows) -> str:
    """Return how the search index disagrees with the rows, "" if it does not."""
    wanted = {}
    for number, table in enumerate(schema.tables()):
        names = [column.name for column in table.columns if column.info.get("searched")]
        whose = "id" if table.name == "client" else "client_id"
        for row in held[table.name].values() if names else ():
            words = "\n".join(row[name] for name in names)
            at = number * schema._ROWS_PER_TABLE + row["id"]
            wanted[at] = (words, table.name, row["uid"], row[whose])
    found = vault._raw.execute("SELECT rowid, text, kind, uid, client_id FROM search")
    there = {row[0]: tuple(row)[1:] for row in found}
    if there == wanted:
        return ""
    odd = [at for at in there.keys() | wanted.keys() if there.get(at) != wanted.get(at)]
    return f"the search index is wrong about {len(odd)} rows"


def check_index(session: Session) -> None:
    """Have SQLite look whether its index is true to the texts it holds; call it by `keep`."""
    session.execute(text("INSERT INTO search(search, rank) VALUES('integrity-check', 1)"))

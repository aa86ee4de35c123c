"""Whether a file is whole: its pages, its pointers, and a history that leads to its rows."""

import json
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from ipt_tui.vault import schema


def contradiction(session: Session) -> str:
    """Return what is wrong with a file, "" if nothing is."""
    if ask(session, "PRAGMA integrity_check") != [("ok",)]:
        return "the file is not whole"
    if ask(session, "PRAGMA foreign_key_check"):
        return "something points at what is not there"
    if ask(session, "SELECT step FROM now") != [(None,)]:
        return "a step was left open"
    unfinished = "SELECT id FROM step WHERE what = '' OR id NOT IN (SELECT step FROM history)"
    if ask(session, unfinished):
        return "a step is not finished"
    for table in schema.tables(session.info["schema"].recorded):
        found = session.execute(text(f"SELECT * FROM {table.name}")).mappings()
        if {row["id"]: dict(row) for row in found} != _replayed(session, table.name):
            return f"the history of {table.name} does not lead to its rows"
    return ""


def ask(session: Session, sql: str) -> list[Any]:
    """Return the rows of a question of SQL."""
    return [tuple(row) for row in session.execute(text(sql))]


def _replayed(session: Session, table: str) -> dict[int, dict[str, Any]]:
    """Return the rows of a table as the whole history makes them from nothing."""
    rows: dict[int, dict[str, Any]] = {}
    sql = 'SELECT row, before, after FROM history WHERE "table" = :table ORDER BY id'
    for row, before, after in session.execute(text(sql), {"table": table}):
        if after is None:
            assert rows.pop(row) == json.loads(before)
        elif before is None:
            rows[row] = json.loads(after)
        else:
            old = json.loads(before)
            assert {name: rows[row][name] for name in old} == old
            rows[row] |= json.loads(after)
    return rows

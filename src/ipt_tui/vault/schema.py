"""The schema: tables, the history triggers and the search index, all made from the records."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from ipt_tui.records import KEPT, OWN_KEPT, OWN_RECORDED, RECORDED

VERSION = 1
APPLICATION_ID = 0x49505401
_ROWS_PER_TABLE = 1 << 40


@dataclass(frozen=True, slots=True)
class Schema:
    """What one sort of file holds: tables with a history, and tables kept without one.

    By its number of application a file of one sort is told from one of another.
    """

    application_id: int
    version: int
    recorded: tuple[Any, ...]
    kept: tuple[Any, ...]


RECORD = Schema(APPLICATION_ID, VERSION, RECORDED, KEPT)
OWN = Schema(0x49505402, 1, OWN_RECORDED, OWN_KEPT)

_SEARCH = """CREATE VIRTUAL TABLE search USING fts5(
  text, kind UNINDEXED, uid UNINDEXED, client_id UNINDEXED,
  tokenize="unicode61 remove_diacritics 2", prefix='1 2 3')"""


def tables(records: tuple[Any, ...] = RECORDED) -> list[Table]:
    """Return the tables of these records."""
    return [record.__table__ for record in records]


def statements(of: Schema = RECORD) -> list[str]:
    """Return every statement that makes an empty file of this sort, in order.

    One that has no text to be searched gets no search index.
    """
    dialect = sqlite.dialect()
    made = []
    for table in tables(of.kept[:1] + of.recorded + of.kept[1:]):
        made.append(str(CreateTable(table).compile(dialect=dialect)))
        made += [str(CreateIndex(index).compile(dialect=dialect)) for index in table.indexes]
    recorded = tables(of.recorded)
    if any(_searched(table) for table in recorded):
        made += [_SEARCH, "CREATE VIRTUAL TABLE search_words USING fts5vocab('search', 'row')"]
    made.append("INSERT INTO now(only, step) VALUES(1, NULL)")
    for number, table in enumerate(recorded):
        made += history_triggers(table) + search_triggers(table, number)
    return [
        *made,
        f"PRAGMA application_id={of.application_id}",
        f"PRAGMA user_version={of.version}",
    ]


def history_triggers(table: Table) -> list[str]:
    """Return the three triggers that write every change of `table` into the history.

    While no step is being written `now.step` is NULL, the history's NOT NULL refuses it, and so
    the change itself fails: nothing is changed without being remembered.
    """
    names = [column.name for column in table.columns]
    if "client_id" in names:
        client = "{row}.client_id"
    else:
        client = "{row}.id" if table.name == "client" else "NULL"
    columns = [(f"'{n}'", f'"{n}"') for n in names]
    image = "json_object(" + ", ".join(f"{k}, {{row}}.{c}" for k, c in columns) + ")"
    pairs = ", ".join(f"({k}, OLD.{c}, NEW.{c})" for k, c in columns)
    changed = f"""(WITH pair(name, old, new) AS (VALUES {pairs})
SELECT json_group_object(name, {{side}}) FROM pair WHERE old IS NOT new)"""  # noqa: S608
    differs = " OR ".join(f"OLD.{c} IS NOT NEW.{c}" for _, c in columns)

    def trigger(event: str, row: str, before: str, after: str, when: str = "") -> str:
        return f"""CREATE TRIGGER history_{table.name}_{event.lower()} AFTER {event}
ON {table.name} {when} BEGIN INSERT INTO history(step, "table", row, client_id, before, after)
VALUES ((SELECT step FROM now), '{table.name}', {row}.id, {client.format(row=row)},
{before}, {after}); END"""  # noqa: S608

    old, new = changed.format(side="old"), changed.format(side="new")
    return [
        trigger("INSERT", "NEW", "NULL", image.format(row="NEW")),
        trigger("UPDATE", "NEW", old, new, f"WHEN {differs}"),
        trigger("DELETE", "OLD", image.format(row="OLD"), "NULL"),
    ]


def search_triggers(table: Table, number: int) -> list[str]:
    """Return the triggers that keep the search index true to what `table` holds.

    `number` keeps the tables' rows apart in the index: files that exist have it written into
    their triggers, so a table keeps its number for good.
    """
    searched = _searched(table)
    if not searched:
        return []
    client = f"NEW.{_client_of(table)}"
    text = " || char(10) || ".join(f'NEW."{name}"' for name in searched)
    offset = number * _ROWS_PER_TABLE
    add = f"""INSERT INTO search(rowid, text, kind, uid, client_id)
VALUES ({offset} + NEW.id, {text}, '{table.name}', NEW.uid, {client});"""  # noqa: S608
    drop = f"DELETE FROM search WHERE rowid = {offset} + OLD.id;"  # noqa: S608
    columns = ", ".join(f'"{name}"' for name in searched)
    name = f"search_{table.name}"
    return [
        f"CREATE TRIGGER {name}_insert AFTER INSERT ON {table.name} BEGIN {add} END",
        f"CREATE TRIGGER {name}_update AFTER UPDATE OF {columns} ON {table.name} "
        f"BEGIN {drop} {add} END",
        f"CREATE TRIGGER {name}_delete AFTER DELETE ON {table.name} BEGIN {drop} END",
    ]


def search_numbers() -> str:
    """Return the question for the numbers in the search index of what belongs to `:client`."""
    return " UNION ALL ".join(
        f"SELECT {number * _ROWS_PER_TABLE} + id FROM {table.name} "  # noqa: S608
        f"WHERE {_client_of(table)} = :client"
        for number, table in enumerate(tables())
        if _searched(table)
    )


def _searched(table: Table) -> list[str]:
    return [column.name for column in table.columns if column.info.get("searched")]


def _client_of(table: Table) -> str:
    """Return the column of a searched table that says whose it is."""
    return "id" if table.name == "client" else "client_id"

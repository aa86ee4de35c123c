"""The entries of an imported record, checked one by one before anything is changed."""

import re
from collections.abc import Hashable, Mapping
from typing import Any

from sqlalchemy import Table

from ipt_tui.ipt.text import one_line
from ipt_tui.records import FIELDS
from ipt_tui.vault import outside, schema
from ipt_tui.vault.editing import validated
from ipt_tui.vault.errors import NotValid

Data = dict[str, list[dict[str, Any]]]
_ByUid = dict[str, dict[str, dict[str, Any]]]
_UID = re.compile(r"[0-9A-Za-z-]{1,36}")
_SHOWN = 40
_LARGEST = 2**63 - 1
"""No larger number has room in the file."""


def checked(data: Data) -> Data:
    """Return `data` with its tables in order and its times in UTC.

    Raises NotValid with one sentence that names the table and the faulty entry.
    """
    tables = {table.name: table for table in schema.tables()}
    if unknown := set(data) - set(tables):
        raise NotValid(f"This file holds “{_shown(unknown)}”, which is not known here.")
    by_uid = {name: _by_uid(rows) for name, rows in data.items()}
    return {name: _rows(table, data.get(name, []), by_uid) for name, table in tables.items()}


def _rows(table: Table, rows: list[dict[str, Any]], by_uid: _ByUid) -> list[dict[str, Any]]:
    seen: set[Hashable] = set()
    told = []
    for number, row in enumerate(rows, 1):
        try:
            told.append(_entry(table, row))
            _refuse_stray(table, row, by_uid)
            claimed = {row["uid"], *outside.claims(table, row)}
            if seen & claimed:
                raise NotValid("it stands in the file twice.")
            seen |= claimed
        except NotValid as error:
            raise NotValid(f"In {table.name}, entry {number}: {error}") from None
    return told


def _entry(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """Return one entry with its times in UTC; raise NotValid if it is not whole."""
    if not isinstance(row, dict):
        raise NotValid("it is not an entry.")
    expected = {outside.name_of(column) for column in outside.columns(table)}
    if missing := expected - set(row):
        raise NotValid(f"“{_shown(missing)}” is missing.")
    if unknown := set(row) - expected:
        raise NotValid(f"“{_shown(unknown)}” is not known here.")
    if not isinstance(row["uid"], str) or not _UID.fullmatch(row["uid"]):
        raise NotValid("its uid is not one.")
    fields = FIELDS[table.name]
    values = {name: row[name] for name in fields.model_fields}
    for name, value in validated(fields, **values).model_dump().items():
        if type(value) is not type(row[name]) or value != row[name]:
            raise NotValid(f"“{name}” has the wrong type, or signs in it that cannot be kept.")
        if isinstance(value, int) and abs(value) > _LARGEST:
            raise NotValid(f"“{name}” is a number too large to be kept.")
    times = {name: outside.plain(outside.moment(row[name])) for name in outside.TIMES}
    return row | times


def _refuse_stray(table: Table, row: Mapping[str, Any], by_uid: _ByUid) -> None:
    """Refuse an entry that points at nothing, at another client's, or at one thing twice."""
    may_be_none = outside.may_be_none(table)
    references = {
        name: to
        for name, to in outside.references(table).items()
        if row[name] is not None or name not in may_be_none
    }
    for name, to in references.items():
        uid = row[name]
        found = by_uid.get(to, {}).get(uid) if isinstance(uid, str) else None
        if found is None:
            raise NotValid(f"it points at {outside.a(to)} that is not in the file.")
        if found.get("client", row["client"]) != row["client"]:
            raise NotValid(f"it points at {outside.a(to)} of another client.")
    if len({(to, row[name]) for name, to in references.items()}) < len(references):
        raise NotValid("it points at the same one twice.")


def _by_uid(rows: Any) -> dict[str, dict[str, Any]]:
    if not isinstance(rows, list):
        raise NotValid("This file is damaged: a list of entries is something else.")
    entries = (row for row in rows if isinstance(row, dict))
    return {row["uid"]: row for row in entries if isinstance(row.get("uid"), str)}


def _shown(names: set[Any]) -> str:
    return one_line(min(map(str, names)), _SHOWN)

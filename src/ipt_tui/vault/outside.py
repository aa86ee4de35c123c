"""The shape of a row outside the vault: no `id`, references by `uid`, times as ISO 8601 in UTC.

A reference to nothing is None, where a column allows it.
"""

from collections.abc import Hashable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Table, UniqueConstraint

from ipt_tui.vault.errors import NotValid

TIMES = ("created_at", "updated_at")
IDENTITY = ("uid", *TIMES)


def columns(table: Table) -> list[Column[Any]]:
    """Return the columns that leave the vault."""
    return [column for column in table.columns if column.name != "id"]


def owner(column: Column[Any]) -> str | None:
    """Return the table a column points at, None if it points at none."""
    key = next(iter(column.foreign_keys), None)
    return str(key.column.table.name) if key is not None else None


def name_of(column: Column[Any]) -> str:
    """Return the name of a column outside the vault: a reference loses its `_id`."""
    return str(column.name).removesuffix("_id") if owner(column) else str(column.name)


def references(table: Table) -> dict[str, str]:
    """Return what a row of `table` points at: the names outside the vault, and the tables."""
    return {name_of(column): to for column in table.columns if (to := owner(column))}


def may_be_none(table: Table) -> set[str]:
    """Return the references of a row that may point at nothing."""
    return {name_of(column) for column in table.columns if owner(column) and column.nullable}


def a(table: str) -> str:
    """Return how one of a table is called in a sentence: "a person", "an event"."""
    return f"{'an' if table[0] in 'aeiou' else 'a'} {table}"


def claims(table: Table, row: Mapping[str, Any]) -> Iterator[Hashable]:
    """Return what no other row of the table may have as well, such as a person, view and day.

    Capitals make no difference, and neither does the order of two of the same sort.
    """
    for constraint in table.constraints:
        if not isinstance(constraint, UniqueConstraint):
            continue
        names = [name_of(column) for column in constraint.columns]
        if names == ["uid"]:
            continue
        values = tuple(str(row[name]).casefold() for name in names)
        pair = (
            len(
                {
                    owner(column) or name
                    for column, name in zip(constraint.columns, names, strict=True)
                }
            )
            == 1
        )
        yield tuple(names), tuple(sorted(values)) if pair else values


def plain(value: Any) -> Any:
    """Return a stored value as it is outside."""
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value


def moment(value: Any) -> datetime:
    """Return the moment an ISO 8601 text means; raise NotValid for one without an offset."""
    try:
        found = datetime.fromisoformat(value)
        if found.tzinfo is not None:
            return found.astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        raise NotValid("a time in it is not one.") from None
    raise NotValid("a time in it has no time zone.")

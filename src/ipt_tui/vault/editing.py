"""Editing: validated fields in, table rows changed, nothing overwritten that is newer."""

import re
from datetime import datetime
from typing import Any, TypeVar

from pydantic import ValidationError
from sqlmodel import Session, SQLModel, col, select

from ipt_tui.ipt.text import cells, clean
from ipt_tui.records.base import TEXT_LIMIT, Record
from ipt_tui.vault.errors import ChangedElsewhere, Gone, NotValid

R = TypeVar("R", bound=Record)
F = TypeVar("F", bound=SQLModel)

_NAMES = {
    "code": "The client's code",
    "name": "The name",
    "kind": "Who they are",
    "text": "The text",
    "word": "The relationship word",
    "day": "The date",
    "added": "The date",
}
_LINE_ENDS = re.compile(r"[\t\n\v\f\r\u2028\u2029]+")


def validated(fields: type[F], **values: Any) -> F:
    """Return `fields` made of these values, texts cleaned of control characters.

    Everything but long texts is brought on one line. Raises NotValid with one sentence that names
    the field and what would fit, and KeyError for an unknown field.
    """
    if unknown := set(values) - set(fields.model_fields):
        raise KeyError(min(unknown))
    cleaned = {name: _cleaned(fields, name, value) for name, value in values.items()}
    try:
        return fields.model_validate(cleaned)
    except ValidationError as error:
        sentence = _sentence(fields, error)
    raise NotValid(sentence)  # outside of the handling, or it would hang on to what was typed


def one(session: Session, table: type[R], uid: str, seen: datetime | None = None) -> R:
    """Return the row with this uid for editing.

    Raises Gone if there is none, ChangedElsewhere if it is not the one read at `seen`.
    """
    row = session.exec(select(table).where(col(table.uid) == uid)).first()
    if row is None:
        raise Gone
    if seen is not None and row.updated_at != seen:
        raise ChangedElsewhere
    return row


def of_day(session: Session, table: type[R], day: str, **belongs: int | None) -> R | None:
    """Return what there is of something on a day, where a day can have one; None for nothing.

    `belongs` are the columns that say of what: problem_area_id=3.
    """
    columns: dict[str, Any] = {"day": day, **belongs}
    query = select(table).where(*(getattr(table, name) == is_ for name, is_ in columns.items()))
    return session.exec(query).first()


def refuse_other_record(client: int | None, other: int | None) -> None:
    """Raise NotValid where what is to be joined is not of one client; both by their numbers."""
    if client != other:
        raise NotValid("These belong to different records.")


def changed(row: Record, fields: type[SQLModel], values: dict[str, Any]) -> str:
    """Put `values` into `row` after validating them; return the names changed, for the history.

    Raises NotValid for a value that does not fit and KeyError for an unknown field.
    """
    whole = {name: getattr(row, name) for name in fields.model_fields} | values
    result = validated(fields, **whole)
    names = [name for name in values if getattr(row, name) != getattr(result, name)]
    for name in names:
        setattr(row, name, getattr(result, name))
    return ", ".join(name.replace("_", " ") for name in names)


def _cleaned(fields: type[SQLModel], name: str, value: Any) -> Any:
    if not isinstance(value, str):
        return value
    limits = [getattr(rule, "max_length", 0) for rule in fields.model_fields[name].metadata]
    if TEXT_LIMIT not in limits:
        value = clean(_LINE_ENDS.sub(" ", value)).strip()
    value = clean(value)
    return value if cells(value.strip()) else ""


def _sentence(fields: type[SQLModel], error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False)[0]
    name = str(first["loc"][0]) if first["loc"] else "text"
    title = fields.model_fields[name].title if name in fields.model_fields else None
    what = title or _NAMES.get(name, name.replace("_", " ").capitalize())
    limits = first.get("ctx", {})
    if first["type"] == "string_too_long":
        return f"{what} can be {limits['max_length']:,} letters long at most; please shorten it."
    if first["type"] == "string_too_short":
        return f"{what} is empty; please type something."
    if first["type"] in ("less_than_equal", "greater_than_equal"):
        rules = fields.model_fields[name].metadata
        ends = [getattr(rule, end) for end in ("ge", "le") for rule in rules if hasattr(rule, end)]
        return f"{what} is a number from {' to '.join(map(str, ends))}."
    return f"{what} does not fit here; please check it."

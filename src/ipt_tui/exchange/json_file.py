"""The record as a JSON file: everything of it, for moving house and for keeping.

The file is an object: first a `header`, then one list of entries for each table. Entries are
flat, refer to each other by `uid`, and stand in an order that does not change, so that the same
record makes the same file but for its header. `docs/export.schema.json` describes it.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.exchange.given_file import readable
from ipt_tui.exchange.new_file import write_new
from ipt_tui.records import FIELDS
from ipt_tui.vault.key import SALT_LENGTH, is_ours
from ipt_tui.vault.transfer import Data

FORMAT = "ipt-tui record"
SCHEMA = 1
"""The version of the file's form; a file of a higher one is refused."""

_TIMES = ("created_at", "updated_at")
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


@dataclass(frozen=True, slots=True)
class Header:
    """When (ISO 8601 with its offset) and by which program and version a file was made."""

    made_at: str
    made_by: str
    schema: int = SCHEMA


def write(path: Path, data: Data, header: Header, *, replace: bool = False) -> None:
    """Write the record `data` to `path`, mode 0600, all of it or nothing.

    Raises ExchangeError with one sentence; see `new_file.write_new`.
    """
    write_new(path, _text(data, header), replace=replace)


def read(path: Path) -> tuple[Header, Data]:
    """Return the header and the record in the file at `path`.

    What the entries hold is not checked here but when they are planned and loaded.

    Raises ExchangeError with one sentence for anything that is not such a file.
    """
    with readable(path) as name:
        raw = path.read_bytes()
    return parse(raw, name)


def parse(raw: bytes, name: str) -> tuple[Header, Data]:
    """Return the header and the record in the bytes of a file, called `name` in sentences.

    Raises ExchangeError with one sentence for anything that is not such a file.
    """
    return record(_loaded(_decoded(raw, name), name), name)


def record(whole: Any, name: str) -> tuple[Header, Data]:
    """Return the header and the record in what JSON holds; `name` is the file's, for sentences.

    Raises ExchangeError with one sentence if it is not a record made of flat entries.
    """
    head = whole.get("header") if isinstance(whole, dict) else None
    if not isinstance(head, dict) or head.get("format") != FORMAT:
        raise ExchangeError(f"{name} is JSON, but it is not a record of ipt-tui.")
    schema = head.get("schema")
    if type(schema) is not int or schema < 1:
        raise ExchangeError(f"{name} does not say which version of a record it is.")
    if schema > SCHEMA:
        raise ExchangeError(f"{name} was made by a newer ipt-tui; please update to import it.")
    data = {table: rows for table, rows in whole.items() if table != "header"}
    for table, rows in data.items():
        if not isinstance(rows, list):
            raise ExchangeError(f"{name} is damaged: a list of entries is something else.")
        for number, row in enumerate(rows, 1):
            if not _flat(row):
                where = f"{table}, entry {number}" if table in FIELDS else f"entry {number}"
                raise ExchangeError(f"{name} is damaged: {where} is not an entry.")
    made = (head.get("made_at"), head.get("made_by"))
    at, by = (value if isinstance(value, str) else "" for value in made)
    return Header(at, by, schema), data


def _text(data: Data, header: Header) -> Iterator[str]:
    head = {
        "format": FORMAT,
        "schema": header.schema,
        "made_at": header.made_at,
        "made_by": header.made_by,
    }
    tables = {name: data.get(name, []) for name in (*FIELDS, *sorted(set(data) - set(FIELDS)))}
    whole = {"header": head} | {
        name: [_ordered(name, row) for row in rows] for name, rows in tables.items()
    }
    yield from json.JSONEncoder(ensure_ascii=False, indent=2).iterencode(whole)
    yield "\n"


def _ordered(table: str, row: dict[str, Any]) -> dict[str, Any]:
    """Return an entry in the order: uid, what it belongs to, its fields, its times."""
    fields = list(FIELDS[table].model_fields) if table in FIELDS else []
    belongs = sorted(set(row) - {"uid", *fields, *_TIMES})
    return {name: row[name] for name in ("uid", *belongs, *fields, *_TIMES) if name in row}


def _decoded(raw: bytes, name: str) -> str:
    if not raw.strip():
        raise ExchangeError(f"{name} is empty.")
    if raw.startswith(_WIDE) or b"\x00" in raw[:4]:
        raise ExchangeError(f"{name} is not UTF-8 but UTF-16 or the like; save it as UTF-8.")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if is_ours(raw[:SALT_LENGTH]):
            raise ExchangeError(f"{name} is a vault, not an export; open it instead.") from None
        line = raw.count(b"\n", 0, error.start) + 1
        raise ExchangeError(
            f"{name} is not UTF-8 text: line {line} has another encoding."
        ) from None


def _loaded(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        if error.pos >= len(text.rstrip()) or "Unterminated" in error.msg:
            raise ExchangeError(f"{name} ends too early; it was not copied whole.") from None
        raise ExchangeError(f"{name} is not JSON: line {error.lineno} cannot be read.") from None
    except (ValueError, RecursionError, MemoryError):
        raise ExchangeError(f"{name} is not a record: it cannot be read as one.") from None


def _flat(row: Any) -> bool:
    """Whether it is an object of texts, whole numbers, true, false and null."""
    return isinstance(row, dict) and all(
        value is None or isinstance(value, str | int) for value in row.values()
    )

"""Make `docs/export.schema.json`, the JSON Schema of an exported record, from the fields.

`python scripts/json_schema.py` writes the file.
"""

import json
from pathlib import Path
from typing import Any

from ipt_tui.exchange.json_file import FORMAT, SCHEMA
from ipt_tui.records import FIELDS, RECORDED

FILE = Path(__file__).parents[1] / "docs" / "export.schema.json"
_LEFT_OUT = ("title", "default")


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of an exported record."""
    tables = {record.__tablename__: record.__table__ for record in RECORDED}
    lists = {name: {"type": "array", "items": {"$ref": f"#/$defs/{name}"}} for name in FIELDS}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": FORMAT,
        "description": "A record exported by ipt-tui; entries refer to each other by uid.",
        **_object({"header": _header(), **lists}),
        "$defs": {name: _entry(name, tables[name]) for name in FIELDS},
    }


def text() -> str:
    """Return the schema as it stands in its file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _header() -> dict[str, Any]:
    return _object(
        {
            "format": {"const": FORMAT},
            "schema": {"const": SCHEMA, "description": "The version of the form of this file."},
            "made_at": {"type": "string", "format": "date-time"},
            "made_by": {"type": "string", "description": "Program and version."},
        }
    )


def _entry(name: str, table: Any) -> dict[str, Any]:
    fields = FIELDS[name].model_json_schema()
    described = " ".join(fields.get("description", "").split())
    properties = {
        "uid": {"type": "string", "minLength": 1, "maxLength": 36},
        **dict(_references(table)),
        **{field: _plain(shape) for field, shape in fields["properties"].items()},
        "created_at": {"type": "string", "format": "date-time"},
        "updated_at": {"type": "string", "format": "date-time"},
    }
    return {"description": described, **_object(properties)}


def _references(table: Any) -> list[tuple[str, dict[str, Any]]]:
    """Return what an entry belongs to: columns that point at another table, without `_id`.

    Where a column allows it, it may be null: the entry then points at nothing.
    """
    found = []
    for column in table.columns:
        for key in column.foreign_keys:
            what = f"The uid of a {key.column.table.name} in this file"
            shape = {"type": "string", "maxLength": 36, "description": f"{what}."}
            if column.nullable:
                shape |= {"type": ["string", "null"], "description": f"{what}, or null."}
            found.append((column.name.removesuffix("_id"), shape))
    return sorted(found, key=lambda reference: reference[0])


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(properties),
        "properties": properties,
    }


def _plain(shape: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in shape.items() if key not in _LEFT_OUT}


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")

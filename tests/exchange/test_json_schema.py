"""`docs/export.schema.json` is made from the fields, is current, and fits what is exported."""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from ipt_tui.exchange.json_file import Header, write
from ipt_tui.ipt.clock import Clock
from ipt_tui.vault import transfer
from ipt_tui.vault.key import random_key
from ipt_tui.vault.vault import Vault
from tests.exchange.k7_data import GOLDEN, data

ROOT = Path(__file__).parents[2]
SCHEMA = ROOT / "docs" / "export.schema.json"


def script() -> Any:
    spec = importlib.util.spec_from_file_location("json_schema", ROOT / "scripts/json_schema.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def faults(whole: Any) -> list[str]:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    checker = jsonschema.Draft202012Validator(schema)
    return sorted(error.message for error in checker.iter_errors(whole))


def golden() -> Any:
    return json.loads((GOLDEN / "k7.json").read_text("utf-8"))


def test_the_file_is_current() -> None:
    assert SCHEMA.read_text("utf-8") == script().text(), "run scripts/json_schema.py"


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(SCHEMA.read_text("utf-8")))


def test_an_export_fits(tmp_path: Path) -> None:
    vault = Vault.create(tmp_path / "a.ipt", random_key(), Clock())
    vault.write(transfer.load, data())
    write(tmp_path / "k7.json", vault.read(transfer.dump), Header("2026-11-23T18:00:00Z", "x 1"))
    vault.close()
    assert faults(json.loads((tmp_path / "k7.json").read_text("utf-8"))) == []
    assert faults(golden()) == []


def _broken() -> Iterator[Any]:
    for table, field, value in (
        ("person", "name", ""),
        ("person", "trust", 11),
        ("person", "sensitive", "yes"),
        ("standing", "ring", 5),
        ("standing", "person", None),
        ("outcome", "said", "yes"),
        ("outcome", "talk", 5),
        ("talk", "event", None),
        ("difficulty", "code", ""),
        ("client", "surname", "x"),
        ("header", "format", "another"),
    ):
        whole = golden()
        row = whole[table] if table == "header" else whole[table][0]
        row[field] = value
        yield pytest.param(whole, id=f"{table} {field}")
    for table in ("header", "kind"):
        whole = golden()
        del whole[table]
        yield pytest.param(whole, id=f"without {table}")
    whole = golden()
    del whole["tie"][0]["other"]
    yield pytest.param(whole, id="without a reference")


@pytest.mark.parametrize("whole", list(_broken()))
def test_what_would_not_be_exported_does_not_fit(whole: Any) -> None:
    assert len(faults(whole)) == 1


def test_the_schema_knows_every_key_of_an_entry() -> None:
    described = json.loads(SCHEMA.read_text("utf-8"))["$defs"]
    for table, rows in data().items():
        for row in rows:
            assert list(described[table]["properties"]) == list(_in_order(row, described[table]))


def _in_order(row: dict[str, Any], described: dict[str, Any]) -> list[str]:
    assert set(row) == set(described["required"])
    written = next(
        entry for rows in golden().values() if isinstance(rows, list) for entry in rows
        if entry["uid"] == row["uid"]
    )  # fmt: skip
    return list(written)

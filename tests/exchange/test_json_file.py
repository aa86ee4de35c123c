"""JSON files: their form, and that a record goes out and in without a loss."""

import json
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ipt_tui.exchange import json_file
from ipt_tui.exchange.json_file import Header, parse, read, write
from ipt_tui.ipt.clock import Clock
from ipt_tui.ipt.text import clean
from ipt_tui.vault import transfer
from ipt_tui.vault.key import random_key
from ipt_tui.vault.vault import Vault
from tests.exchange.k7_data import GOLDEN, data

HEADER = Header("2026-11-23T18:00:00+00:00", "ipt-tui 0")
SECRET = "never in a message"
HOSTILE = {
    "like": "[/] [bold]x[/bold]",
    "feels": "=cmd|' /C calc'!A0",
    "together": "\u200f\u05e2\u05d1\u05e8\u200e mixed",
    "can_talk": "e\u0301\u0302\u0303 \U0001f468\u200d\U0001f469 \u2764\ufe0f",
    "cannot_talk": '"quotes" \\back\\ \\u001b',
    "arguments": "one\n\ttwo\n",
    "good": "  spaces  ",
    "hard": "a\u2028\u2029\u00a0b\ufeff",
    "would_change": "字" * 9_999,
    "notes": "null",
    "onset_words": "';DROP TABLE person;-- &lt;<b> [31m",
}


@contextmanager
def vault_at(path: Path) -> Iterator[Vault]:
    vault = Vault.create(path, random_key(), Clock())
    try:
        yield vault
    finally:
        vault.close()


def test_the_form_of_the_file_never_changes_by_accident(tmp_path: Path) -> None:
    path = tmp_path / "k7.json"
    write(path, data(), HEADER)
    assert path.read_text("utf-8") == (GOLDEN / "k7.json").read_text("utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["k7.json"]


def test_what_was_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "k7.json"
    write(path, data(), HEADER)
    assert read(path) == (HEADER, data())


def test_a_record_goes_out_and_in_and_out_unchanged(tmp_path: Path) -> None:
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    with vault_at(tmp_path / "a.ipt") as vault:
        vault.write(transfer.load, data())
        write(first, vault.read(transfer.dump), HEADER)
    with vault_at(tmp_path / "b.ipt") as vault:
        vault.write(transfer.load, read(first)[1])
        write(second, vault.read(transfer.dump), Header("later", "another"))
    one, two = json.loads(first.read_text("utf-8")), json.loads(second.read_text("utf-8"))
    assert one.pop("header") != two.pop("header")
    assert json.dumps(one) == json.dumps(two)
    assert read(first)[1] == data()


def test_hostile_text_comes_through_verbatim(tmp_path: Path) -> None:
    rows = data()
    person = rows["person"][0]
    person.update(HOSTILE, name="[/] =1+1 \u200f\u05e9")
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    write(first, rows, HEADER)
    with vault_at(tmp_path / "a.ipt") as vault:
        vault.write(transfer.load, read(first)[1])
        back = vault.read(transfer.dump)
    assert back == rows
    write(second, back, HEADER)
    assert second.read_bytes() == first.read_bytes()


@given(st.text().map(clean))
def test_any_text_survives_the_file(text: str) -> None:
    rows: transfer.Data = {"person": [{"uid": "1", "notes": text}]}
    raw = "".join(json_file._text(rows, HEADER)).encode("utf-8")
    assert parse(raw, "x")[1]["person"] == rows["person"]


def test_order_does_not_depend_on_the_order_of_making(tmp_path: Path) -> None:
    rows = data()
    mixed = {
        name: [dict(reversed(row.items())) for row in entries]
        for name, entries in reversed(rows.items())
    }
    write(tmp_path / "1.json", rows, HEADER)
    write(tmp_path / "2.json", mixed, HEADER)
    assert (tmp_path / "1.json").read_bytes() == (tmp_path / "2.json").read_bytes()

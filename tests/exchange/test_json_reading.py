"""Reading a JSON file: one sentence for everything that is not a record, and nothing of it told."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from ipt_tui.exchange import given_file, json_file
from ipt_tui.exchange.json_file import Header, read
from tests.exchange.complaints import SECRET, complaint_of
from tests.exchange.k7_data import GOLDEN, data

HEADER = Header("2026-11-23T18:00:00+00:00", "ipt-tui 0")
UTF_16 = "is not UTF-8 but UTF-16 or the like; save it as UTF-8."
NO_VERSION = "does not say which version of a record it is."
ANOTHER = "is JSON, but it is not a record of ipt-tui."
TOO_SHORT = "ends too early; it was not copied whole."


def header(**values: Any) -> dict[str, Any]:
    return {"header": {"format": json_file.FORMAT, **values}}


def complaint(path: Path) -> str:
    return complaint_of(lambda: read(path))


def file_of(tmp_path: Path, content: bytes | str | Any) -> Path:
    path = tmp_path / "record.json"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content if isinstance(content, str) else json.dumps(content))
    return path


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty."),
        (b" \n\n", "is empty."),
        (f"{SECRET}\n".encode(), "is not JSON: line 1 cannot be read."),
        (b'{\n"header": {},\n"a" 1}', "is not JSON: line 3 cannot be read."),
        (f'{{"{SECRET}'.encode(), TOO_SHORT),
        (b'{"header": {"format": "ipt', TOO_SHORT),
        (f'"{SECRET}"'.encode(), ANOTHER),
        (b"[1, 2]", ANOTHER),
        (b'{"entries": []}', ANOTHER),
        (b'{"header": []}', ANOTHER),
        (b"[" * 100_000, "is not a record: it cannot be read as one."),
        (b"1" * 10_000, "is not a record: it cannot be read as one."),
        ("{}".encode("utf-16"), UTF_16),
        ("{}".encode("utf-16-le"), UTF_16),
        ("{}".encode("utf-32-be"), UTF_16),
        ('{\n"a": "é"}'.encode("latin-1"), "is not UTF-8 text: line 2 has another encoding."),
        (b"IPT\x01" + bytes(range(200, 240)), "is a vault, not an export; open it instead."),
    ],
)  # fmt: skip
def test_what_is_no_record(tmp_path: Path, content: bytes, sentence: str) -> None:
    assert complaint(file_of(tmp_path, content)) == f"record.json {sentence}"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (header(), NO_VERSION),
        (header(schema=True), NO_VERSION),
        (header(schema=0), NO_VERSION),
        (header(schema=2), "was made by a newer ipt-tui; please update to import it."),
        ({"person": {SECRET: 1}}, "is damaged: a list of entries is something else."),
        ({"person": [{}, SECRET]}, "is damaged: person, entry 2 is not an entry."),
        ({"person": [{"uid": [SECRET]}]}, "is damaged: person, entry 1 is not an entry."),
        ({"person": [{"trust": 1.5}]}, "is damaged: person, entry 1 is not an entry."),
        ({"person": [{"trust": float("nan")}]}, "is damaged: person, entry 1 is not an entry."),
        ({SECRET: [1]}, "is damaged: entry 1 is not an entry."),
    ],
)  # fmt: skip
def test_what_is_a_record_but_not_whole(
    tmp_path: Path, change: dict[str, Any], sentence: str
) -> None:
    whole = json.loads((GOLDEN / "k7.json").read_text("utf-8")) | change
    assert complaint(file_of(tmp_path, whole)) == f"record.json {sentence}"


def test_every_truncation_is_noticed(tmp_path: Path) -> None:
    whole = (GOLDEN / "k7.json").read_bytes().rstrip()
    for length in range(1, len(whole), 997):
        complaint(file_of(tmp_path, whole[:length]))


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = file_of(tmp_path, b"\xef\xbb\xbf" + (GOLDEN / "k7.json").read_bytes())
    assert read(path) == (HEADER, data())


def test_an_odd_header_is_read_as_empty(tmp_path: Path) -> None:
    odd = header(schema=1, made_at=5, made_by=None)
    assert read(file_of(tmp_path, odd)) == (Header("", ""), {})


def test_what_is_not_a_file(tmp_path: Path) -> None:
    assert complaint(tmp_path / "no.json") == f"There is no file {tmp_path}/no.json."
    assert complaint(tmp_path / "no" / "k7.json") == f"There is no file {tmp_path}/no/k7.json."
    assert complaint(tmp_path).endswith("is a folder; please name a file in it.")
    os.mkfifo(tmp_path / "pipe")
    assert complaint(tmp_path / "pipe") == "pipe is not a file that can be read as a whole."
    (tmp_path / "round").symlink_to(tmp_path / "round")
    assert complaint(tmp_path / "round") == "round cannot be read."


def test_a_huge_file_is_not_even_read(tmp_path: Path) -> None:
    path = file_of(tmp_path, b"{}")
    os.truncate(path, given_file.LARGEST + 1)
    assert complaint(path) == "record.json is larger than any record, so it was not read."


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, SECRET)

    path = file_of(tmp_path, b"{}")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert complaint(path) == "record.json cannot be read: this account has no permission."

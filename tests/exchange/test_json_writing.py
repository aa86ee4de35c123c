"""Writing a JSON file: all or nothing, never over another file, one sentence if it fails."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from ipt_tui.exchange import new_file
from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.exchange.json_file import Header, read, write
from tests.exchange.k7_data import data

HEADER = Header("2026-11-23T18:00:00+00:00", "ipt-tui 0")


def mine_at(folder: Path) -> Path:
    path = folder / "record.json"
    path.write_text("mine")
    return path


def test_a_file_that_is_there_is_left_alone(tmp_path: Path) -> None:
    path = mine_at(tmp_path)
    with pytest.raises(ExchangeError, match=r"already; it was left as it is\.$"):
        write(path, data(), HEADER)
    assert path.read_text() == "mine"
    write(path, data(), HEADER, replace=True)
    assert read(path)[1] == data()
    assert len(list(tmp_path.iterdir())) == 1


def test_a_link_to_nowhere_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ExchangeError, match="already"):
        write(path, data(), HEADER)
    assert path.is_symlink()
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_made_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "record.json"
    sync = os.fsync

    def slow(handle: int) -> None:
        path.write_text("mine")
        sync(handle)

    monkeypatch.setattr(os, "fsync", slow)
    with pytest.raises(ExchangeError, match="already"):
        write(path, data(), HEADER)
    assert path.read_text() == "mine"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_disk_without_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    path = tmp_path / "record.json"
    write(path, data(), HEADER)
    assert read(path)[1] == data()
    assert len(list(tmp_path.iterdir())) == 1
    path.write_text("mine")
    link = tmp_path / "link.json"
    link.symlink_to(tmp_path / "elsewhere")
    for taken in (path, link):
        with pytest.raises(ExchangeError, match="already"):
            write(taken, data(), HEADER)
    assert path.read_text() == "mine"
    assert link.is_symlink()


def test_folders_missing_or_in_the_way(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError, match=r"^There is no folder .*nowhere, so nothing"):
        write(tmp_path / "nowhere" / "k7.json", data(), HEADER)
    with pytest.raises(ExchangeError, match=r"is a folder; please name a file in it\.$"):
        write(tmp_path, data(), HEADER, replace=True)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("replace", [False, True])
@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(28, "No space left on device"), "The disk is full, so nothing was written."),
        (PermissionError(13, "Permission denied"), "Nothing can be written in {}: it refuses."),
        (OSError(30, "Read-only file system"), "Nothing can be written in {}: it refuses."),
        (
            FileNotFoundError(2, "No such file"),
            "In {} no file can be made, so nothing was written.",
        ),
        (OSError(5, "Input/output error"), "{}/k7.json could not be written: Input/output error."),
    ],
)
def test_nothing_half_written_stays(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    error: OSError,
    sentence: str,
    *,
    replace: bool,
) -> None:
    def fail(_: int) -> None:
        raise error

    path = tmp_path / "k7.json"
    if replace:
        path.write_text("mine")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ExchangeError) as caught:
        write(path, data(), HEADER, replace=replace)
    assert str(caught.value) == sentence.format(tmp_path)
    assert [p.read_text() for p in tmp_path.iterdir()] == (["mine"] if replace else [])


def test_ctrl_c_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "k7.json", data(), HEADER)
    assert not list(tmp_path.iterdir())


def test_a_real_limit_on_the_size_of_files(tmp_path: Path) -> None:
    """The operating system itself refuses to write on, as on a full disk."""
    program = """
import resource, sys
from pathlib import Path
from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.exchange.json_file import Header, write
resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))
rows = {"person": [{"uid": str(n), "notes": "x" * 100} for n in range(1_000)]}
try:
    write(Path(sys.argv[1]), rows, Header("", ""))
except ExchangeError as error:
    print(error)
"""
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "k7.json")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "The disk is full, so nothing was written.\n", done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ExchangeError, match="it refuses"):
        write(tmp_path / "k7.json", data(), HEADER)
    tmp_path.chmod(0o700)


def test_a_path_in_a_sentence_cannot_steer_the_terminal() -> None:
    assert new_file.shown(Path("/a/\x1b[31mb\nc")) == "/a/[31mb c"

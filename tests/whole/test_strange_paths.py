"""A path that is no vault: the screen says so in one sentence, and what is there stays as it is."""

from __future__ import annotations

import os
import re
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.prompt import Place
from tests.whole.record import PASSPHRASE, unlock
from tests.whole.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable


def plain_sqlite(path: Path) -> None:
    """Make what another program keeps in SQLite."""
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE diary(line)")
    plain.close()


STRANGE: dict[str, tuple[Callable[[Path], object], str]] = {
    "a folder": (Path.mkdir, "That path is a folder, not a vault. Name a file inside it."),
    "plain SQLite": (
        plain_sqlite,
        "That is an unencrypted SQLite file of another program, not a vault.",
    ),
    "empty": (
        Path.touch,
        "That file is empty, so it is not a vault. Remove it or choose another.",
    ),
    "another program's": (
        lambda path: path.write_bytes(b"%PDF-1.7" + bytes(9000)),
        "This is not an ipt-tui vault. It was left as it is.",
    ),
}
WITHOUT_RIGHTS = """
import ctypes, os, sys

if os.getuid() == 0:  # who may read everything, and gives that up here
    version, pid = 0x20080522, 0
    header, none = (ctypes.c_uint32 * 2)(version, pid), (ctypes.c_uint32 * 6)()
    assert ctypes.CDLL(None).capset(header, none) == 0
from ipt_tui.__main__ import main
sys.exit(main())
"""
UNREADABLE = "This file cannot be opened: this account has no permission to read it."


def as_it_stands(path: Path) -> tuple[object, ...]:
    """Return all that a careless program could change: content, mode, time, what is beside it."""
    stat = path.stat()
    beside = sorted(found.name for found in path.parent.iterdir())
    content = path.read_bytes() if path.is_file() else sorted(path.iterdir())
    return content, stat.st_mode, stat.st_mtime_ns, stat.st_ino, beside


def said(terminal: Terminal, sentence: str) -> None:
    """Wait until the sentence stands on the screen, broken over lines or not, and once only."""
    found = terminal.wait(r"\s+".join(map(re.escape, sentence.split())))
    text = " ".join(found.split())
    assert text.count(sentence) == 1
    assert "Traceback" not in text


def tried_all_the_same(terminal: Terminal, sentence: str) -> None:
    """Type a passphrase; a letter typed ahead stands alone once the answer is there."""
    terminal.answer(PASSPHRASE)
    terminal.press("x")
    terminal.wait(r"\A[^•]*•[^•]*\Z")
    said(terminal, sentence)


@pytest.mark.parametrize("name", STRANGE)
def test_a_path_that_is_no_vault_is_said_on_the_screen(name: str, tmp_path: Path) -> None:
    make, sentence = STRANGE[name]
    path = tmp_path / "there" / "thing.ipt"
    path.parent.mkdir()
    make(path)
    before = as_it_stands(path)
    with Terminal("--vault", str(path), home=tmp_path) as terminal:
        said(terminal, sentence)
        tried_all_the_same(terminal, sentence)
        terminal.control("q")
        assert terminal.ended() == 0
    assert as_it_stands(path) == before


def test_each_is_said_of_another_file_too_and_the_vault_still_opens(home: Path) -> None:
    with Terminal(home=home) as terminal:
        terminal.wait("passphrase")
        for name, (make, sentence) in STRANGE.items():
            path = home / "there" / name.replace(" ", "-")
            path.parent.mkdir(exist_ok=True)
            make(path)
            before = as_it_stands(path)
            terminal.press("tab")
            terminal.wait("path of another vault")
            terminal.answer(str(path))
            said(terminal, sentence)
            assert as_it_stands(path) == before
            terminal.type("\x15")
            terminal.press("tab")
            terminal.wait_gone("path of another vault")
        unlock(terminal)
        terminal.control("q")
        assert terminal.ended() == 0


@pytest.mark.skipif(os.getuid() == 0 and sys.platform != "linux", reason="root reads everything")
def test_a_file_that_may_not_be_read_is_said_on_the_screen(home: Path, tmp_path: Path) -> None:
    path, script = home / "record.ipt", tmp_path / "without_rights.py"
    script.write_text(WITHOUT_RIGHTS)
    content = path.read_bytes()
    path.chmod(0)
    before = path.stat()
    with Terminal("--vault", str(path), home=home, script=script) as terminal:
        said(terminal, UNREADABLE)
        tried_all_the_same(terminal, UNREADABLE)
        terminal.control("q")
        assert terminal.ended() == 0
    after = path.stat()
    assert (after.st_mode, after.st_mtime_ns) == (before.st_mode, before.st_mtime_ns)
    path.chmod(0o600)
    assert path.read_bytes() == content


@pytest.mark.parametrize("name", STRANGE)
def test_a_command_says_it_and_ends_with_one(name: str, tmp_path: Path) -> None:
    make, sentence = STRANGE[name]
    path = tmp_path / "there" / "thing.ipt"
    path.parent.mkdir()
    make(path)
    before = as_it_stands(path)
    done = Place(tmp_path).run("show", "people", "--vault", str(path))
    assert (done.code, done.out, done.err) == (1, "", f"{sentence}\n")
    assert as_it_stands(path) == before

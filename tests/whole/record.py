"""A small record for the whole program: how it is opened, and what its file holds meanwhile."""

from __future__ import annotations

import re
import time
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ipt_tui.vault import connection
from tests.whole.terminal import PATIENCE, Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from ipt_tui.vault.key import Key

PASSPHRASE = "seven lanterns over harbour"


@dataclass(frozen=True)
class Made:
    """A vault that is closed, and its key."""

    path: Path
    key: Key


def unlocked(home: Path, *, anew: bool = False) -> Terminal:
    """Start the program on the vault in `home` and unlock it; the screen shows the record."""
    terminal = Terminal(home=home, anew=anew)
    unlock(terminal)
    return terminal


def unlock(terminal: Terminal) -> None:
    """Type the passphrase and wait for the record."""
    terminal.wait("passphrase")
    terminal.answer(PASSPHRASE)
    terminal.wait("1 Today")


def asked_what_it_is_like(terminal: Terminal) -> None:
    """Come to the question "What is it like with Sam?"."""
    terminal.press("2")
    terminal.wait("Sam")
    terminal.settle()
    terminal.press("e")
    terminal.wait("Who is Sam")
    for words in ("Since when", "Is Sam living", "What is it like"):
        terminal.press("enter")
        terminal.wait(words)


def wait_for_draft(home: Path, key: Key, text: str) -> None:
    """Wait until the file itself holds this text as a draft, read by a window of its own."""
    until = time.monotonic() + PATIENCE
    while text not in _drafts(home, key):
        assert time.monotonic() < until, f"{text!r} never reached the file"
        time.sleep(0.05)


def _drafts(home: Path, key: Key) -> list[str]:
    with closing(connection.connect(home / "record.ipt", key)) as raw:
        return [text for (text,) in raw.execute("SELECT text FROM draft")]


_UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def comparable(record: dict[str, Any]) -> dict[str, Any]:
    """Return a record with identities replaced by their order; times and fingerprints left out."""
    names: dict[str, str] = {}
    for table, rows in record.items():
        if table != "header":
            for number, row in enumerate(sorted(rows, key=lambda row: row["uid"])):
                names[row["uid"]] = f"{table} {number}"
    return {
        table: [
            {
                key: _UID.sub(lambda found: names.get(found[0], found[0]), value)
                if isinstance(value, str)
                else value
                for key, value in row.items()
                if key not in ("created_at", "updated_at", "fingerprint", "drafted")
            }
            for row in sorted(rows, key=lambda row: row["uid"])
        ]
        for table, rows in record.items()
        if table != "header"
    }

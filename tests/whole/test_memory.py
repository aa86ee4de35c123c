"""Locking empties the memory: the same process, searched byte by byte before and after."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.whole.record import PASSPHRASE, Made, asked_what_it_is_like, unlocked

if TYPE_CHECKING:
    from collections.abc import Iterator

SENTINEL = "zwölf graue Reiher"
RUNNING = "the program itself"
PIECE = 1 << 24


def test_a_lock_leaves_nothing_readable_in_memory(home: Path, made: Made) -> None:
    _skip_where_memory_cannot_be_read()
    with unlocked(home, anew=True) as terminal:
        asked_what_it_is_like(terminal)
        terminal.type(SENTINEL)
        terminal.wait(SENTINEL)
        secrets = {
            "what was typed": (SENTINEL.encode(), SENTINEL.encode("latin-1")),
            "the name on screen": (b"Sam, partner",),
            "the passphrase": (PASSPHRASE.encode(),),
            RUNNING: (b"ipt_tui.tui.screens.unlock",),
            "the key": (made.key.raw, made.key.raw.hex().encode()),
        }
        before = found(terminal.pid, secrets)
        assert before >= {"what was typed", "the key", RUNNING}
        terminal.control("l")
        terminal.wait("Mo Tu We")
        terminal.control("l")
        terminal.wait("Locked")
        terminal.wait("passphrase")
        terminal.settle()
        assert found(terminal.pid, secrets) == {RUNNING}
        assert terminal.status is None, "the process that was searched has ended"


def found(pid: int, secrets: dict[str, tuple[bytes, ...]]) -> set[str]:
    """Return which of the secrets stand, in any of their forms, in the memory of a process."""
    longest = max(len(form) for forms in secrets.values() for form in forms)
    return {
        name
        for piece in memory(pid, longest)
        for name, forms in secrets.items()
        if any(form in piece for form in forms)
    }


def memory(pid: int, overlap: int) -> Iterator[bytes]:
    """Yield what a process has in memory of its own, in pieces that overlap."""
    maps = Path(f"/proc/{pid}/maps").read_text()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as file:
        for start, end in re.findall(r"^([0-9a-f]+)-([0-9a-f]+) rw", maps, re.MULTILINE):
            for at in range(int(start, 16), int(end, 16), PIECE):
                length = min(PIECE + overlap, int(end, 16) - at)
                try:
                    yield os.pread(file.fileno(), length, at)
                except OSError:
                    continue  # a page that was never there


def _skip_where_memory_cannot_be_read() -> None:
    """A process may be read by its parent on most systems, not on all."""
    try:
        with Path(f"/proc/{os.getpid()}/mem").open("rb"):
            pass
    except OSError:
        pytest.skip("the memory of a process cannot be read here")

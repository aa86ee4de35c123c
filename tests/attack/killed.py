"""Starts writers to be killed, each with one kind of write that it does, takes back, does again.

So whenever one is killed, it is in the middle of that write, of its undo or of its redo, or
between two of them.
"""

from __future__ import annotations

import dataclasses
import itertools
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.clock import Clock
from ipt_tui.ipt.imported import ImportedMood, MoodFile
from ipt_tui.vault import drafts, imported, noting, settings, undo
from ipt_tui.vault.vault import Vault
from tests.conftest import NOW
from tests.vault.killed import say, serve
from tests.vault.session_writes import FINAL
from tests.vault.world import LINES, WRITES, World, last_step, value
from tests.vault.world import NOW as MOMENT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ipt_tui.vault.key import Key

UIDS = tuple(field.name for field in dataclasses.fields(World) if field.name != "vault")
MOODS = tuple(
    ImportedMood(number, f"2026-09-{number:02}T09:00", 0, "time", "meh", 4, people=("Sam",))
    for number in range(1, 25)
)
KINDS: dict[str, Callable[[World], Any]] = {
    **WRITES,
    "noting.note many": lambda w: w.vault.write(noting.note, w.client, LINES * 8, MOMENT),
    "imported.load": lambda w: w.vault.write(imported.load, w.client, MoodFile("csv", MOODS), {}),
}
"""One write of every kind there is, and two that change very much."""
KEPT = ("drafts.save", "settings.put")
"""What is kept without a step."""


def do_until_killed(path: Path, key: Key, asked: dict[str, Any]) -> None:
    """Do one kind of write again and again, and say after each that it is kept."""
    vault = Vault.open(path, key, Clock(NOW))
    world = World(vault, **{name: asked[name] for name in UIDS})
    say("open 1")
    if asked["kind"] in KEPT:
        keep_until_killed(vault, asked["kind"])
    while True:
        KINDS[asked["kind"]](world)
        say(f"step {newest(vault)}")
        if asked["kind"] in FINAL:
            continue
        _, client = last_step(vault)
        for fn in (undo.undo, undo.redo, undo.undo):
            vault.write(fn, client)
            say(f"step {newest(vault)}")


def keep_until_killed(vault: Vault, kind: str) -> None:
    """Keep a draft or a setting again and again."""
    for number in itertools.count(1):
        if kind == "drafts.save":
            vault.keep(drafts.save, "person:notes", f"{number} {'x' * 4000}")
        else:
            vault.keep(settings.put, settings.PLACE, [number, "x" * 4000])
        say(f"kept {number}")


def newest(vault: Vault) -> int:
    """Return the number of the newest step."""
    return int(value(vault, "SELECT max(id) FROM step"))


if __name__ == "__main__":
    serve(do_until_killed)

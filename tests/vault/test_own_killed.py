"""Killed while own notes are written: what was said to be kept is there, and nothing is half done.

Nor does the record take any harm, at whatever moment that is.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from ipt_tui.vault import backup, drafts, own_notes, place
from ipt_tui.vault.key import Key, random_key
from ipt_tui.vault.own_file import OwnFile
from ipt_tui.vault.vault import Vault
from tests.attack.writers import describing, named_first
from tests.vault import own_killed
from tests.vault.test_killed import KILLS, LONGEST, Writers, started
from tests.vault.unbroken import contradiction

HALF = KILLS // 2
"""So many writers are killed: there are fewer ways to write than into the record."""

PER_VAULT = 6
"""Few, so that the making of the file is hit often."""


@pytest.fixture
def writers() -> Iterator[Writers]:
    yield from started(own_killed.__file__)


def test_every_kind_of_write_is_killed_here() -> None:
    assert describing(own=True) <= set(named_first(Path(own_killed.__file__), ("write",)))


def test_every_kept_write_is_there_and_no_half_of_one(tmp_path: Path, writers: Writers) -> None:
    seed = random.randrange(10**6)
    chance = random.Random(seed)
    kept = 0
    for number in range(HALF):
        path = tmp_path / f"{number // PER_VAULT}.ipt"
        if number % PER_VAULT == 0:
            key = random_key()
            Vault.create(path, key).close()
            least = {"step": 0, "draft": 0}
        lines = 0 if number % PER_VAULT == 0 else number % own_killed.LINES
        said = writers.kill_one(path, key, lines, chance.uniform(0, LONGEST))
        kept += "step" in said
        least |= {kind: said[kind] for kind in least if kind in said}
        problem = wrong_with(path, key, least)
        assert not problem, f"seed {seed}, kill {number}: {problem}"
    assert kept > HALF / 3, "too few writers lived long enough to write"


def wrong_with(path: Path, key: Key, least: dict[str, int]) -> str:
    """Return what is wrong with a vault whose writer was killed, "" if nothing is.

    `least` are the newest step and draft of which any writer has said that they are kept.
    """
    backup.verify(path, key)
    if place.own_path(path).exists():
        backup.verify(place.own_path(path), key)
    elif any(least.values()):
        return "the file of own notes is gone"
    vault = Vault.open(path, key)
    own = OwnFile(vault)
    try:
        if own_killed.newest(own) < least["step"]:
            return f"step {least['step']} was kept, and the last is {own_killed.newest(own)}"
        line = own.read(drafts.load, own_killed.PLACE)
        if (int(line.text.split()[0]) if line else 0) < least["draft"]:
            return "a draft that was kept is gone"
        own.read(own_notes.of_client, own_killed.CLIENT)
        own.write(own_notes.add, own_killed.CLIENT, "and it goes on")
        return own.read(contradiction) or vault.read(contradiction)
    finally:
        own.close()
        vault.close()

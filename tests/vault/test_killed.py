"""Ended in the middle of anything, at any moment: what was said to be kept is kept, whole."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest
from sqlmodel import Session

from ipt_tui.vault import backup, drafts, settings
from ipt_tui.vault.key import Key, random_key
from ipt_tui.vault.vault import Vault
from tests.attack.size import FULL
from tests.vault import killed
from tests.vault.unbroken import ask, contradiction
from tests.vault.world import value

PER_VAULT = 20
LONGEST = 0.02
LINES = killed.KINDS + 3
"""More than there are kinds of writes, so that each of them is hit."""
KILLS = int(os.environ.get("IPT_TUI_TEST_KILLS", 60 if FULL else LINES))
"""How many writers are killed; a few hundred for a long look."""
WHOLE = {
    "person _% added": 4, "imported %": 4, "a talk begun": 4, "a talk: said": 3,
    "a talk: a turn %": 2, "a talk removed": 8,
}  # fmt: skip
"""How many rows each of these writes changes, by what the history calls it."""


class Writers:
    """Starts writers and kills them."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        """Talk to the process that starts them."""
        assert process.stdin
        assert process.stdout
        self.asks: IO[str] = process.stdin
        self.answers: IO[str] = process.stdout
        assert self.answers.readline() == "ready\n"

    def kill_one(
        self, path: Path, key: Key, lines: int, after: float, **more: str
    ) -> dict[str, int]:
        """Start a writer and kill it; return the last it said of each kind.

        It is killed some seconds `after` it has said so many `lines`; `more` is told to it.
        """
        asked = more | {"path": str(path), "raw": key.raw.hex(), "salt": key.salt.hex()}
        self.asks.write(json.dumps(asked) + "\n")
        self.asks.flush()
        said: dict[str, int] = {}
        for count, line in enumerate(self.answers):
            kind, number = line.split()
            said[kind] = int(number)
            if kind == "end":
                assert said["end"] == -signal.SIGKILL, f"{more.get('kind')}: it ended by itself"
                return said
            if count == lines:
                time.sleep(after)
                os.kill(said["pid"], signal.SIGKILL)
        raise AssertionError("the writers ended")


@pytest.fixture
def writers() -> Iterator[Writers]:
    yield from started(killed.__file__)


def started(script: str) -> Iterator[Writers]:
    """Start the process that starts writers; end it afterwards."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    process = subprocess.Popen(
        [sys.executable, script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    yield Writers(process)
    assert process.stdin
    process.stdin.close()
    assert process.wait(timeout=20) == 0


def test_every_kept_write_is_there_and_no_half_of_one(tmp_path: Path, writers: Writers) -> None:
    seed = random.randrange(10**6)
    chance = random.Random(seed)
    kept = 0
    for number in range(KILLS):
        path = tmp_path / f"{number // PER_VAULT}.ipt"
        if number % PER_VAULT == 0:
            key = random_key()
            killed.make(path, key)
        said = writers.kill_one(path, key, number % LINES, chance.uniform(0, LONGEST))
        kept += "step" in said
        problem = wrong_with(path, key, said)
        assert not problem, f"seed {seed}, kill {number}: {problem}"
    assert kept > KILLS / 2, "too few writers lived long enough to write"


def wrong_with(path: Path, key: Key, said: dict[str, int]) -> str:
    """Return what is wrong with a vault whose writer was killed, "" if nothing is."""
    backup.verify(path, key)
    vault = Vault.open(path, key)
    try:
        last = value(vault, "SELECT max(id) FROM step")
        if last < said.get("step", 0):
            return f"step {said['step']} was kept, and the last is {last}"
        for kind, found in (("draft", draft_of(vault)), ("setting", setting_of(vault))):
            if found < said.get(kind, 0):
                return f"{kind} {said[kind]} was kept, and it is {found}"
        return vault.read(contradiction) or vault.read(_half_done)
    finally:
        vault.close()


def draft_of(vault: Vault) -> int:
    line = vault.read(drafts.load, "person:notes")
    return int(line.text.split()[0]) if line else 0


def setting_of(vault: Vault) -> int:
    return int(vault.read(settings.get, settings.PLACE, 0))


def _half_done(session: Session) -> str:
    counts = "SELECT count(*) FROM history h WHERE h.step = s.id"
    for like, rows in WHOLE.items():
        named = f"what LIKE '{like}' AND what NOT LIKE '%expectation%'"
        if ask(session, f"SELECT id FROM step s WHERE {named} AND ({counts}) <> {rows}"):
            return f"there is half of what is called {like}"
    return ""

"""What the measured programs run in: folders with vaults, and how each program is started."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Self

from benchmarks import big_vault, sessions
from benchmarks.measured import LONG_RESPONSES
from benchmarks.terminal import Program
from ipt_tui.exchange import demo
from ipt_tui.ipt.clock import Clock
from ipt_tui.vault import unlock

PASSPHRASE = "seven lanterns over harbour"
NOW = "2026-11-23T18:00"
FILE = "record.ipt"


@dataclass
class World:
    """The folders of one run of the benchmarks. `times` is how often a key is pressed."""

    folder: Path
    times: int
    big_clients: int

    @classmethod
    def make(cls, times: int, big_clients: int) -> Self:
        """Make an empty one; `remove` takes it away."""
        return cls(Path(tempfile.mkdtemp(prefix="ipt-tui-benchmarks-")), times, big_clients)

    def remove(self) -> None:
        """Take every file away."""
        shutil.rmtree(self.folder, ignore_errors=True)

    @cached_property
    def empty(self) -> Path:
        """A folder without a vault."""
        return self._room("empty")

    @cached_property
    def small(self) -> Path:
        """A folder with a vault that holds one course."""
        home = self._room("small")
        big_vault.fill(home / FILE, PASSPHRASE, 0)
        return home

    @cached_property
    def own(self) -> Path:
        """A folder with a vault of one's own, as the demo has it."""
        home = self._room("own")
        vault = unlock.create(home / FILE, PASSPHRASE, Clock(big_vault.NOW))
        demo.fill(vault, mine=True)
        vault.close()
        return home

    @cached_property
    def big(self) -> Path:
        """A folder with a vault that holds the same course among hundreds."""
        home = self._room("big")
        big_vault.fill(home / FILE, PASSPHRASE, self.big_clients)
        return home

    @cached_property
    def long(self) -> Path:
        """A folder with a vault in which one client has thousands of moods and events.

        And hundreds of scores.
        """
        home = self._room("long")
        moods, events = big_vault.LONG_MOODS, big_vault.LONG_EVENTS
        big_vault.fill(home / FILE, PASSPHRASE, 1, 5, moods, events, LONG_RESPONSES)
        return home

    @cached_property
    def in_session(self) -> Path:
        """A copy of the small one with a client whose session runs, its note 3,000 words long."""
        return self._with_session("in-session", self.small, at_it=True)

    @cached_property
    def before_session(self) -> Path:
        """A copy of the small one with a client whose session is the next."""
        return self._with_session("before-session", self.small, at_it=False)

    @cached_property
    def big_before_session(self) -> Path:
        """A copy of the big one with the same client."""
        return self._with_session("big-before-session", self.big, at_it=False)

    def copy(self, home: Path) -> Path:
        """Return a copy of a folder, for what would leave a draft in its vault."""
        copy = self.folder / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        return Path(shutil.copytree(home, copy))

    def floor(self, name: str) -> Program:
        """Start a bare app."""
        return Program([sys.executable, "-m", "benchmarks.floor", name], self.empty)

    def picture(self, people: int) -> Program:
        """Start the circle's picture alone."""
        return Program([sys.executable, "-m", "benchmarks.picture", str(people)], self.empty)

    def real(self, *arguments: str, home: Path | None = None) -> Program:
        """Start the real command."""
        command = [sys.executable, "-m", "ipt_tui", *arguments]
        return Program(command, home or self.empty, IPT_TUI_NOW=NOW)

    def derivation(self) -> float:
        """Return the ms of one key derivation in a process of its own."""
        command = [sys.executable, "-m", "benchmarks.derivation"]
        root = Path(__file__).parents[1]
        done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=root)
        return float(done.stdout)

    def _with_session(self, name: str, home: Path, *, at_it: bool) -> Path:
        room = self._room(name)
        shutil.copy2(home / FILE, room / FILE)
        sessions.add(room / FILE, PASSPHRASE, at_it=at_it)
        return room

    def _room(self, name: str) -> Path:
        home = self.folder / name
        home.mkdir(mode=0o700)
        return home

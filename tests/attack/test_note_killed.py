"""Killed while one types in a session's note: of what is older than two seconds no letter is lost.

What is in the files at a moment is what a process killed then would leave: so at most moments they
are copied, and each run ends with a real `kill -9` or a closed terminal. (To stop the program and
let it go on would not do: Textual then reads with two threads, and letters change places.)
"""

from __future__ import annotations

import random
import shutil
import signal
import statistics
import time
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ipt_tui.vault import clients, courses, drafts, sessions
from ipt_tui.vault.pads import note_place
from ipt_tui.vault.vault import Vault, side_files
from tests.attack.size import FULL, TALLY
from tests.whole.conftest import home, made
from tests.whole.record import Made, unlocked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.whole.terminal import Terminal

__all__ = ["home", "made"]

RUNS, MOMENTS = (10, 20) if FULL else (1, 4)
"""How often the program is started, and at how many moments of each run it is looked at."""
TODAY = date(2026, 11, 23)
SECONDS = 2.0
BETWEEN = (0.3, 2.5) if FULL else (0.2, 1.5)
"""Seconds of typing before the next moment."""
PACES = (0.03, 0.09, 0.16)
"""Seconds from letter to letter: in a hurry, quickly, usually."""
WORDS = ("she", "said", "nothing", "kitchen", "~7 calm", "again", "Tuesday", "“no”", "naïve", "Sam")


@dataclass
class Typing:
    """Somebody who types, and when each letter was on its way."""

    terminal: Terminal
    chance: random.Random
    text: str = ""
    when: list[float] = field(default_factory=list)

    def go_on(self, seconds: float) -> None:
        """Type for so long, at a person's pace; the moment of the end may be within a word."""
        until = time.monotonic() + seconds
        pace = self.chance.choice(PACES)
        while True:
            end = "\n" if self.chance.random() < 0.1 else " "
            for letter in self.chance.choice(WORDS) + end:
                if time.monotonic() > until:
                    return
                self.terminal.press("enter" if letter == "\n" else letter)
                self.text += letter
                self.when.append(time.monotonic())
                time.sleep(pace * self.chance.uniform(0.5, 1.5))

    def lost(self, found: str, moment: float) -> tuple[int, float]:
        """Return how many letters a file has not, and how long ago the first of them was typed."""
        assert self.text.startswith(found), f"{found[-40:]!r} is not what was typed"
        letters = len(self.text) - len(found)
        return letters, moment - self.when[len(found)] if letters else 0.0


@pytest.fixture(autouse=True)
def _course(home: Path, made: Made) -> None:
    """A course in that vault, so that a session can begin."""
    with closing(Vault.open(home / "record.ipt", made.key)) as vault:
        vault.write(courses.begin, vault.read(clients.listing)[0].uid, "ipt16", TODAY)


@pytest.mark.timeout(1800)
def test_no_letter_older_than_two_seconds_is_lost(home: Path, made: Made, tmp_path: Path) -> None:
    seed = random.randrange(10**6)
    chance = random.Random(seed)
    lost: list[tuple[int, float]] = []
    before = ""
    for run in range(RUNS):
        with in_note(home) as terminal:
            typing = Typing(terminal, chance, before, [0.0] * len(before))
            for _ in range(MOMENTS):
                typing.go_on(chance.uniform(*BETWEEN))
                moment = copied(home / "record.ipt", tmp_path / "copy.ipt")
                lost.append(typing.lost(kept(tmp_path / "copy.ipt", made), moment))
            typing.go_on(chance.uniform(*BETWEEN))
            moment = time.monotonic()
            if run % 2:
                terminal.settle()
                terminal.hang_up()
            else:
                terminal.kill(signal.SIGKILL)
        before = kept(home / "record.ipt", made)
        last = typing.lost(before, moment)
        assert not run % 2 or last[0] == 0, f"seed {seed}: a closed terminal lost letters"
        lost.append(last)
    letters, seconds = zip(*lost, strict=True)
    TALLY["moments at which a note was cut off"] += len(lost)
    TALLY["letters lost then, median"] = round(statistics.median(letters))
    TALLY["letters lost then, at most"] = max(letters)
    TALLY["thousandths of a second lost then, median"] = round(1000 * statistics.median(seconds))
    TALLY["thousandths of a second lost then, at most"] = round(1000 * max(seconds))
    assert max(seconds) <= SECONDS, f"seed {seed}: {sorted(seconds)[-5:]}"


def test_a_closed_terminal_loses_nothing_of_a_note(home: Path, made: Made) -> None:
    with in_note(home) as terminal:
        terminal.type("came in bright\r-- the clock\rand a last wor")
        terminal.wait("last wor")
        terminal.hang_up()
    assert kept(home / "record.ipt", made) == "came in bright\n-- the clock\nand a last wor"


def in_note(home: Path) -> Terminal:
    """Start the program and come to the note of its session, which runs from then on."""
    terminal = unlocked(home)
    terminal.settle()
    if "of 50 min" not in terminal.text:  # where one was comes back after a closed terminal
        terminal.press("s")
        terminal.wait("of 50 min")
    terminal.settle()
    return terminal


def copied(path: Path, copy: Path) -> float:
    """Copy the files of the program as they are at this moment; return when that was.

    Little enough is typed for the log not to be written into the file meanwhile.
    """
    moment = time.monotonic()
    for here, there in zip((side_files(path)[0], path), (side_files(copy)[0], copy), strict=True):
        there.unlink(missing_ok=True)
        if here.exists():
            shutil.copy2(here, there)
    side_files(copy)[1].unlink(missing_ok=True)
    return moment


def kept(path: Path, made: Made) -> str:
    """Return what the file holds of the note: its draft, or where there is none its text."""
    with closing(Vault.open(path, made.key)) as vault:
        client = vault.read(clients.listing)[0].uid
        line = vault.read(sessions.next_of, client, TODAY)
        assert line is not None
        assert line.running
        draft = vault.read(drafts.load, note_place(line.uid))
        told = vault.read(sessions.session, line.uid, TODAY, frozenset({line.uid}))
        return draft.text if draft else told.text("note")

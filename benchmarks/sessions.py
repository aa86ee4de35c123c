"""One client more for the vaults that are measured in, whose next session begins or is going on."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import TYPE_CHECKING

from benchmarks.big_vault import NOW, SEED
from ipt_tui.ipt.clock import Clock
from ipt_tui.ipt.moments import moment
from ipt_tui.vault import clients, courses, session_times, session_told, unlock

if TYPE_CHECKING:
    from pathlib import Path

CODE = "N1"
WORDS, A_LINE, MARKED = 3000, 14, 25
"""Of the note: how many words, so many in a line, and after how many lines one that is marked."""
LATER, BEGAN = moment(NOW + timedelta(minutes=30)), moment(NOW - timedelta(minutes=20))
_SAID = (
    "came",
    "in",
    "bright",
    "said",
    "nothing",
    "about",
    "the",
    "flat",
    "kitchen",
    "again",
    "and",
)


def add(path: Path, passphrase: str, *, at_it: bool) -> None:
    """Add the client to a vault that is closed: `at_it` the session runs, else it is planned."""
    vault = unlock.unlock(path, passphrase, Clock(NOW))
    try:
        course = vault.write(courses.begin, vault.write(clients.add, CODE), "ipt16", NOW.date())
        first, *_ = vault.write(session_times.plan_rest, course, BEGAN if at_it else LATER)
        if at_it:
            vault.write(session_times.start, first, BEGAN)
            vault.write(session_told.tell, first, note=note())
    finally:
        vault.close()


def note() -> str:
    """Return a note of 3,000 words in lines as they are typed, some of them marked."""
    chance = random.Random(SEED)
    words = chance.choices(_SAID, k=WORDS)
    lines = [" ".join(words[at : at + A_LINE]) for at in range(0, WORDS, A_LINE)]
    for number in range(0, len(lines), MARKED):
        lines[number] = f"~{number % 10 or 1} calm"
    return "\n".join(lines)

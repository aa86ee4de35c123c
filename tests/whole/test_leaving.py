"""Curtain, lock, a killed process, a closed terminal, a fault of the program: nothing is lost."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.whole.record import (
    PASSPHRASE,
    Made,
    asked_what_it_is_like,
    unlocked,
    wait_for_draft,
)
from tests.whole.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

TYPED = "she said [no] and nothing fell"


def test_the_curtain_hides_and_the_lock_starts_anew(home: Path) -> None:
    with unlocked(home) as terminal:
        terminal.press("2")
        terminal.wait("Sam")
        terminal.control("l")
        terminal.wait("Mo Tu We")
        assert "Sam" not in terminal.text
        terminal.press("esc")
        terminal.wait("Sam")
        terminal.control("l")
        terminal.wait("Mo Tu We")
        terminal.control("l")
        terminal.wait("Locked")
        terminal.wait("help lines")
        assert "Sam" not in terminal.text
        terminal.answer(PASSPHRASE)
        terminal.wait("before ▸ NOW")
        terminal.control("q")
        assert terminal.ended() == 0


def test_a_given_passphrase_is_not_used_again_after_a_lock(home: Path) -> None:
    (home / "given").write_text(PASSPHRASE + "\n")
    with Terminal("--passphrase-file", str(home / "given"), home=home) as terminal:
        terminal.wait("1 Today")
        terminal.control("l")
        terminal.wait("Mo Tu We")
        terminal.control("l")
        terminal.wait("Locked")
        terminal.settle()
        assert "1 Today" not in terminal.text


def test_keys_typed_after_the_passphrase_wait_for_the_record(home: Path) -> None:
    with Terminal(home=home, anew=True) as terminal:
        terminal.wait("passphrase")
        terminal.type(f"{PASSPHRASE}\r2nPriya friend 2\r")
        terminal.wait("Priya is here")


def test_the_right_passphrase_may_be_typed_straight_after_a_wrong_one(home: Path) -> None:
    with Terminal(home=home, anew=True) as terminal:
        terminal.wait("passphrase")
        terminal.type(f"something else\r{PASSPHRASE}\r")
        terminal.wait("1 Today")


def test_a_wrong_passphrase_is_said(home: Path) -> None:
    with Terminal(home=home) as terminal:
        terminal.wait("passphrase")
        terminal.answer("something else entirely")
        terminal.wait("That passphrase does not open this file.")


@pytest.mark.parametrize("how", ["kill -9", "terminate", "hang up"])
def test_what_was_typed_is_offered_again(how: str, home: Path, made: Made) -> None:
    with unlocked(home) as terminal:
        asked_what_it_is_like(terminal)
        terminal.type(TYPED)
        terminal.wait("nothing fell")
        if how == "kill -9":
            wait_for_draft(home, made.key, TYPED)
            terminal.kill(signal.SIGKILL)
        elif how == "terminate":
            terminal.kill(signal.SIGTERM)
        else:
            terminal.hang_up()
    with unlocked(home) as terminal:
        asked_what_it_is_like(terminal)
        terminal.wait("nothing fell")
        assert TYPED in terminal.text


def test_a_line_being_added_is_offered_again_after_a_kill(home: Path, made: Made) -> None:
    line = "Priya friend 2 1 1 from [training]"
    with unlocked(home) as terminal:
        terminal.press("2")
        terminal.wait("Sam")
        terminal.press("n")
        terminal.wait("name, who, how close")
        terminal.type(line)
        wait_for_draft(home, made.key, line)
        terminal.kill(signal.SIGKILL)
    with unlocked(home) as terminal:
        terminal.press("2")
        terminal.wait("Sam")
        assert "Priya" not in terminal.text
        terminal.press("n")
        terminal.wait(re.escape(line))
        terminal.press("enter")
        terminal.wait("Priya is here")
        terminal.control("q")
        assert terminal.ended() == 0


def test_the_help_lines_open_while_locked(home: Path) -> None:
    with Terminal(home=home, env={"LANG": "en_GB.UTF-8"}) as terminal:
        terminal.wait("passphrase")
        terminal.settle()
        terminal.control("g")
        terminal.wait(r"(?m)^ h help lines")
        terminal.press("h")
        terminal.wait("999")
        terminal.wait("No one is monitoring")


CRASHING = """
import sys
from ipt_tui.tui.areas.people.area import PeopleArea

def action_view(self):
    typed = "sentinel-of-a-local"
    raise RuntimeError(typed)

PeopleArea.action_view = action_view
from ipt_tui.__main__ import main
sys.argv = ["ipt-tui"]
sys.exit(main())
"""


def test_a_fault_of_the_program_shows_no_word_and_exits_with_one(home: Path) -> None:
    (home / "crashing.py").write_text(CRASHING)
    with Terminal(home=home, script=home / "crashing.py") as terminal:
        terminal.wait("passphrase")
        terminal.answer(PASSPHRASE)
        terminal.wait("1 Today")
        terminal.press("2")
        terminal.wait("Sam")
        terminal.settle()
        terminal.press("b")
        assert terminal.ended() == 1
        assert "stopped because of a fault of its own" in terminal.text.replace("\n", " ")
        assert b"sentinel-of-a-local" not in terminal.raw
    reports = list((home / "crashes").iterdir())
    assert len(reports) == 1
    assert "sentinel" not in reports[0].read_text()
    assert "action_view" in reports[0].read_text()


PAINTED = """
import asyncio, sys
from pathlib import Path
from ipt_tui.ipt.clock import Clock
from ipt_tui.tui.app import IptApp

async def look():
    app = IptApp(Path(sys.argv[1]), Clock())
    app.vault.warm = lambda *names: None
    async with app.run_test() as pilot:
        await pilot.pause()
        assert type(app.screen).__name__ == "UnlockScreen", app.screen
        heavy = {"sqlmodel", "sqlalchemy", "pydantic", "sqlcipher3"} & set(sys.modules)
        assert not heavy, heavy

asyncio.run(look())
"""


def test_the_unlock_screen_is_painted_before_the_database_is_imported(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PAINTED, str(home / "record.ipt")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_keys_typed_while_it_ends_are_no_fault(home: Path) -> None:
    with unlocked(home) as terminal:
        terminal.press("2")
        terminal.wait("Sam")
        terminal.type("\x11" + "jklh21" * 40)
        assert terminal.ended() == 0
    assert not (home / "crashes").exists()

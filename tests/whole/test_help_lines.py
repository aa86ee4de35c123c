"""The help lines over a lock: the region stays, and the page itself never disappears."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ipt_tui.ipt.help_lines import help_page
from tests.conftest import NOW
from tests.whole.record import unlock, unlocked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.whole.terminal import Terminal


def title(region: str) -> str:
    """Return the first line of a region's page."""
    return help_page(region, NOW.date()).lines()[0]


OF_THE_CLIENT = title("UK")
TURNED_TO = title("IE")


def help_lines(terminal: Terminal) -> None:
    """Go to the help lines, as one can from anywhere."""
    terminal.settle()
    terminal.control("g")
    terminal.wait("h help lines, plan")
    terminal.press("h")
    terminal.wait("No one is monitoring")


def lock(terminal: Terminal) -> None:
    """Draw the curtain, then lock."""
    terminal.control("l")
    terminal.wait("Mo Tu We")
    terminal.control("l")
    terminal.wait_gone("Mo Tu We")


def test_the_region_of_the_client_is_kept_over_a_lock(home: Path) -> None:
    with unlocked(home) as terminal:
        help_lines(terminal)
        terminal.wait(OF_THE_CLIENT)
        terminal.press("esc")
        terminal.wait("1 Today")
        lock(terminal)
        terminal.wait("passphrase")
        help_lines(terminal)
        assert OF_THE_CLIENT in terminal.text


def test_the_help_lines_lock_and_open_again_on_the_same_page(home: Path) -> None:
    with unlocked(home) as terminal:
        help_lines(terminal)
        terminal.press(".")
        before = terminal.wait(TURNED_TO)
        lock(terminal)
        terminal.wait("No one is monitoring")
        assert TURNED_TO in terminal.settle()
        assert numbers(terminal.text) == numbers(before)


def test_the_help_lines_stay_open_over_a_lock_and_the_record_is_locked(home: Path) -> None:
    with unlocked(home) as terminal:
        terminal.press("2")
        terminal.wait("Sam")
        help_lines(terminal)
        lock(terminal)
        terminal.wait("No one is monitoring")
        assert "Locked" not in terminal.settle()
        terminal.press("esc")
        terminal.wait("Locked")
        assert "Sam" not in terminal.text
        unlock(terminal)
        terminal.wait("Sam")


def numbers(screen: str) -> list[str]:
    """Return the lines of a page that hold a number to call."""
    return [line.strip() for line in screen.splitlines() if re.search(r"\d{3}", line)]

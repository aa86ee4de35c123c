"""A terminal too small to read in: a cover asks for more room, and nothing under it is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.whole.record import PASSPHRASE, asked_what_it_is_like, unlock, unlocked
from tests.whole.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

SMALL, ENOUGH = (40, 12), (100, 30)
COVER = "A little more room"


def test_everything_is_as_it_was_when_there_is_room_again(home: Path) -> None:
    with unlocked(home) as terminal:
        asked_what_it_is_like(terminal)
        terminal.type("she said [no] and left")
        terminal.wait("and left")
        before = terminal.settle()
        terminal.resize(*SMALL)
        covered = terminal.wait(COVER)
        assert "60 columns and 16 rows" in " ".join(covered.split())
        terminal.wait_gone("Sam")
        terminal.type("lost2")
        terminal.press("enter")
        terminal.settle()
        assert COVER in terminal.text
        terminal.resize(*ENOUGH)
        terminal.wait_gone(COVER)
        terminal.wait("and left")
        assert terminal.settle() == before
        terminal.type(", then")
        terminal.wait("and left, then")
        terminal.control("q")
        assert terminal.ended() == 0


def test_a_small_terminal_from_the_start(home: Path) -> None:
    with Terminal(home=home, size=SMALL) as terminal:
        terminal.wait(COVER)
        terminal.resize(*ENOUGH)
        unlock(terminal)
        terminal.resize(*SMALL)
        terminal.wait(COVER)
        terminal.wait_gone("K7")
        terminal.control("q")
        assert terminal.ended() == 0


def test_the_window_shrinks_while_the_vault_opens(home: Path) -> None:
    with Terminal(home=home, anew=True) as terminal:
        terminal.wait("passphrase")
        terminal.answer(PASSPHRASE)
        terminal.wait("…|1 Today")  # a size overtakes keys that are still on their way
        terminal.resize(*SMALL)
        terminal.wait(COVER)
        terminal.resize(*ENOUGH)
        terminal.wait("1 Today")
        terminal.wait_gone(COVER)
        terminal.press("2")
        terminal.wait("Sam")

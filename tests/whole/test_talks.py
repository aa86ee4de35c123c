"""A talk in the real program: kept through a kill, a closed terminal, ctrl+c, and resumed there."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from tests.whole.record import Made, unlocked, wait_for_draft

if TYPE_CHECKING:
    from pathlib import Path

    from tests.whole.terminal import Terminal

FIRST, SECOND = "Have you rung them [no] about it?", "I said I'd see it [/] Saturday."
HALF = "Do what you wa"


@pytest.mark.parametrize("how", ["kill -9", "hang up", "ctrl+c"])
def test_a_talk_left_in_the_middle_of_a_turn_goes_on_there(
    how: str, home: Path, made: Made
) -> None:
    with unlocked(home) as terminal:
        _begin(terminal)
        terminal.answer(FIRST)
        terminal.answer(SECOND)
        terminal.wait("K7 said, then")
        terminal.type(HALF)
        terminal.wait(HALF)
        _leave(terminal, how, home, made)
    with unlocked(home) as terminal:
        terminal.press("4")
        terminal.wait("Have you rung")
        terminal.settle()
        terminal.press("e")
        screen = terminal.wait(HALF)
        assert "[no]" in screen
        assert "[/]" in screen
        terminal.type("nt.")
        terminal.press("enter")
        terminal.wait("Sam said, then")
        terminal.wait("Do what you want")


def test_esc_keeps_the_turn_and_the_place(home: Path) -> None:
    with unlocked(home) as terminal:
        _begin(terminal)
        terminal.answer(FIRST)
        terminal.type(HALF)
        terminal.wait(HALF)
        terminal.press("esc")
        terminal.wait_gone("said, then")
        terminal.control("q")
        assert terminal.ended() == 0
    with unlocked(home) as terminal:
        terminal.press("4")
        terminal.wait(HALF)
        terminal.settle()
        terminal.press("e")
        terminal.wait("K7 said, then")


def test_a_talk_captured_in_a_hurry_is_one_talk_with_its_turns(home: Path) -> None:
    with unlocked(home) as terminal:
        terminal.press("c")
        terminal.wait("a mood")
        terminal.type("!talk @Sam kitchen\rme: the flat?\rsam: Saturday.\rme: as you like\r")
        terminal.wait("1 turn noted")
        terminal.press("esc")
        terminal.settle()
        terminal.press("4")
        screen = terminal.wait("as you like")
        assert screen.index("the flat?") < screen.index("Saturday.") < screen.index("as you like")
        assert screen.count("kitchen") >= 1


def _begin(terminal: Terminal) -> None:
    """Come to the first words of a talk with Sam."""
    terminal.press("c")
    terminal.wait("a mood")
    terminal.answer("!talk @Sam kitchen")
    terminal.wait("1 talk noted")
    terminal.press("esc")
    terminal.settle()
    terminal.press("4")
    terminal.wait("kitchen")
    terminal.settle()
    terminal.press("e")
    terminal.wait("K7 said, first")


def _leave(terminal: Terminal, how: str, home: Path, made: Made) -> None:
    if how == "kill -9":
        wait_for_draft(home, made.key, HALF)
        terminal.kill(signal.SIGKILL)
    elif how == "hang up":
        terminal.hang_up()
    else:
        terminal.control("c")
        terminal.settle()
        terminal.kill(signal.SIGTERM)

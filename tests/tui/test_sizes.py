"""Every screen works at every size, in every theme; on too small a terminal it asks for room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipt_tui.exchange.config import Config
from ipt_tui.tui.screens.help_lines import HelpLinesScreen
from ipt_tui.tui.themes import NAMES
from ipt_tui.vault import courses
from tests.tui.running import FIRST_DAY, filled, press, resize, running, screen_text, write

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

SIZES = ((80, 24), (100, 30), (160, 50))
PLACES = {
    "today": ("1",),
    "people": ("2",),
    "list": ("2", "v"),
    "card": ("2", "tab"),
    "question": ("2", "e"),
    "adding": ("2", "n"),
    "talks": ("4",),
    "talks, asked in": ("4", "n"),
    "sessions": ("5",),
    "measures": ("6",),
    "which measure": ("6", "n"),
    "answering": ("6", "n", "enter"),
    "from paper": ("6", "i", "enter"),
    "focus": ("7",),
    "focus, asked": ("7", "n"),
    "focus, in hand": ("7", "tab"),
    "formulation, asked": ("7", "down", "n"),
    "contract, asked": ("7", "down", "down", "e"),
    "goal, asked": ("7", "end", "up", "up", "n"),
    "halfway look": ("7", "end", "up", "enter"),
    "ending": ("7", "end", "enter"),
    "search": ("slash",),
    "history": ("g", "u"),
    "own notes": ("g", "o"),
    "concern": ("exclamation_mark", "v", "escape"),
    "help": ("question_mark",),
    "help lines": ("g", "h"),
    "new client": ("1", "n"),
    "course": ("1", "p"),
    "to-do": ("1", "end", "n"),
}
WITH_COURSE = ("contract, asked", "goal, asked", "halfway look", "ending")


@pytest.mark.parametrize(("number", "place"), [*enumerate(PLACES)], ids=str)
async def test_the_last_line_is_whole_and_something_has_the_focus(
    number: int, place: str, vault: Vault, clock: Clock
) -> None:
    client = filled(vault)
    if place in WITH_COURSE:
        vault.write(courses.begin, client, "ipt16", FIRST_DAY)
    first = SIZES[number % len(SIZES)]  # each is opened at one of them, and brought to the others
    async with running(vault, clock, size=first) as pilot:
        await press(pilot, *PLACES[place])
        for size in (first, *SIZES):
            await resize(pilot, size)
            lines = screen_text(pilot).splitlines()
            assert lines[-1].rstrip().endswith("help lines")
            assert len(lines) == size[1]
            assert all(len(line) <= size[0] for line in lines)
            assert pilot.app.screen.focused is not None


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize("no_color", [False, True], ids=["colour", "NO_COLOR"])
async def test_every_theme_draws_the_circle(
    theme: str, no_color: bool, vault: Vault, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    filled(vault)
    async with running(vault, clock, config=Config(theme=theme)) as pilot:
        await press(pilot, "2")
        assert "◆" in screen_text(pilot) or "○" in screen_text(pilot)
        assert pilot.app.theme == theme


async def test_too_small_a_terminal_asks_for_room_and_loses_nothing(
    vault: Vault, clock: Clock
) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "n")
        await write(pilot, "Lena fri")
        await resize(pilot, (40, 12))
        assert "A little more room" in screen_text(pilot)
        await resize(pilot, (100, 30))
        assert "Lena fri" in screen_text(pilot)
        await press(pilot, "escape")
        await resize(pilot, (40, 12))
        assert "g h help lines" in screen_text(pilot)
        await press(pilot, "g", "h")
        assert isinstance(pilot.app.screen, HelpLinesScreen)

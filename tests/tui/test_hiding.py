"""Leaving fast in one's own vault: the curtain over any question, the lock on it, nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.tui.dialogs.window_name import WindowName
from ipt_tui.tui.screens.curtain import CurtainScreen
from ipt_tui.tui.screens.review.screen import ReviewScreen
from tests.tui.running import filled, press, running, screen_text, write

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


async def hides(pilot: Pilot[str], words: str) -> None:
    """Draw the curtain over some words, and draw it back to where they stand."""
    on = pilot.app.screen
    assert words in " ".join(screen_text(pilot).split())
    await press(pilot, "ctrl+l")
    assert isinstance(pilot.app.screen, CurtainScreen)
    shown = screen_text(pilot)
    assert "November 2026" in shown
    assert words not in " ".join(shown.split())
    assert "ipt" not in shown
    await press(pilot, "escape")
    assert pilot.app.screen is on
    assert words in " ".join(screen_text(pilot).split())


async def test_every_question_and_page_hides_at_once_and_what_is_typed_stays(
    vault: Vault, clock: Clock
) -> None:
    filled(vault, whose="me")
    async with running(vault, clock, size=(80, 24)) as pilot:
        await hides(pilot, "How are you right now?")
        await press(pilot, "7", "enter")
        await hides(pilot, "Guide")
        await press(pilot, "escape", "5", "n")
        await write(pilot, "be less alone")
        await hides(pilot, "be less alone")
        await press(pilot, "escape")
        pilot.app.screen.action_kept_where()  # type: ignore[attr-defined]
        await press(pilot, "e")
        assert isinstance(pilot.app.screen, WindowName)
        await write(pilot, "my days")
        await hides(pilot, "my days")
        await press(pilot, "escape", "escape", "1", "s", "2", "4", "enter", "enter")
        await write(pilot, "the car, half a w")
        await hides(pilot, "the car, half a w")
        await press(pilot, "ctrl+l", "ctrl+l")
        assert pilot.app.return_value is not None  # locked
    async with running(vault, clock, size=(80, 24)) as pilot:
        await press(pilot, "1", "s", "1")
        assert isinstance(pilot.app.screen, ReviewScreen)
        assert "the car, half a w" in screen_text(pilot)

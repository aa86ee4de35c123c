"""The self-check: asked once after a session, where the settings say so, and skipped at will."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.exchange.config import Config
from ipt_tui.vault import sessions
from tests.conftest import NOW
from tests.tui.running import press, running, screen_text, write
from tests.tui.sitting import to_row
from tests.vault.k7_met import meet

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

ASKED = "Was a mood tied to what happened"


def kept(vault: Vault, uid: str) -> str:
    return vault.read(sessions.session, uid, NOW.date()).text("self_check")


async def test_it_is_asked_once_answered_by_digits_and_taken_back(
    vault: Vault, clock: Clock
) -> None:
    met = meet(vault)
    vault.begin()
    config = Config(self_check=True)
    async with running(vault, clock, size=(160, 50), config=config) as pilot:
        await press(pilot, "1", "s")
        await write(pilot, "came in bright")
        await press(pilot, "escape", "s")
        assert ASKED in screen_text(pilot)
        await press(pilot, "1", "enter", "2")
        assert kept(vault, met.sessions[7]) == "mood_event yes, affect partly"
        shown = " ".join(screen_text(pilot).split())
        assert "mood and event: yes" in shown
        assert ASKED not in shown
        await press(pilot, "w")
        assert "self-check" not in screen_text(pilot)
        await press(pilot, "w", "u")
        assert kept(vault, met.sessions[7]) == "mood_event yes"
        await press(pilot, "u", "u", "s")
        assert ASKED in screen_text(pilot)  # it runs once more, and ends once more
        await press(pilot, "escape")
        assert ASKED not in screen_text(pilot)
        assert kept(vault, met.sessions[7]) == ""
        await to_row(pilot, "self:")  # what was left out can be asked later
        await press(pilot, "enter", "1")
        assert kept(vault, met.sessions[7]) == "mood_event yes"


async def test_it_is_off_unless_the_settings_say_so(vault: Vault, clock: Clock) -> None:
    meet(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "s")
        await write(pilot, "came in bright")
        await press(pilot, "escape", "s")
        assert ASKED not in screen_text(pilot)
        assert "has ended" in screen_text(pilot)

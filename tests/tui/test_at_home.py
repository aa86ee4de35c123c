"""In one's own vault it is asked of the recovery sheet, too, who could read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.at_home import STAYS
from ipt_tui.tui.dialogs.home_question import HomeQuestion
from ipt_tui.tui.screens.recovery import ASK_FOR_PATH, RecoveryScreen
from tests.tui.running import filled, press, running, screen_text, write

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


async def saved(pilot: Pilot[str], path: Path) -> None:
    """Ask for the sheet, and for a file of it."""
    await pilot.app.push_screen(RecoveryScreen())
    await write(pilot, str(path))
    await press(pilot, "enter")


async def test_of_ones_own_recovery_sheet_it_is_asked(
    vault: Vault, clock: Clock, tmp_path: Path
) -> None:
    filled(vault, whose="me")
    path = tmp_path / "sheet.txt"
    async with running(vault, clock) as pilot:
        await saved(pilot, path)
        assert isinstance(pilot.app.screen, HomeQuestion)
        assert "1  nobody could, or they may: write it" in screen_text(pilot)
        await press(pilot, "2")
        assert STAYS in screen_text(pilot)
        await press(pilot, "enter", "3")
        assert ASK_FOR_PATH[:30] in screen_text(pilot)
        assert not path.exists()
        await press(pilot, "enter", "1")
        assert "Saved to" in screen_text(pilot)
        assert path.exists()


async def test_a_practitioner_is_not_asked(vault: Vault, clock: Clock, tmp_path: Path) -> None:
    filled(vault)
    path = tmp_path / "sheet.txt"
    async with running(vault, clock) as pilot:
        await saved(pilot, path)
        assert "Saved to" in screen_text(pilot)
        pilot.app.copy_to_clipboard("a section")
        assert not pilot.app._notifications

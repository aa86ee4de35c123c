"""The guide stands in one's own vault, under the digit that is Focus in a practitioner's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.guide import pages
from ipt_tui.tui.screens.help_lines import HelpLinesScreen
from tests.tui.running import filled, press, running, screen_text, settle

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


async def test_a_page_is_read_and_leads_on(vault: Vault, clock: Clock) -> None:
    filled(vault, whose="me")
    first, *_, last = pages()
    async with running(vault, clock, size=(80, 24)) as pilot:
        await press(pilot, "7")
        assert "7 Guide" in screen_text(pilot)
        assert first.title in screen_text(pilot)
        assert first.to not in screen_text(pilot)
        await press(pilot, "enter", "end")
        assert first.to in screen_text(pilot)
        await press(pilot, "enter")
        assert pilot.app.screen.area.id == "people"  # type: ignore[attr-defined]
        await press(pilot, "7", "escape", "end", "tab", "end", "enter")
        await settle(pilot)
        assert last.leads == "help"
        assert isinstance(pilot.app.screen, HelpLinesScreen)
        await press(pilot, "escape", "escape")
        assert last.title in screen_text(pilot)


async def test_a_practitioners_vault_has_focus_there(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "7")
        assert "7 Focus" in screen_text(pilot)
        assert "Guide" not in screen_text(pilot)
        assert pilot.app.screen.area.id == "focus"  # type: ignore[attr-defined]
        await press(pilot, "question_mark")
        assert "Short pages about IPT" not in screen_text(pilot)

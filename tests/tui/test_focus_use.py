"""Focus as somebody new to it uses it: what is typed, refused, asked and said where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.running import filled, press, running, screen_text, write
from tests.tui.test_focus_areas import answered, area

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


async def test_a_draft_belongs_to_its_own_question(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "7", "end", "home", "n", "2")
        await answered(pilot, "Sam is awful to me")
        assert "Nobody here is called" in screen_text(pilot)
        await press(pilot, "escape", "x", "n", "1")
        assert "Who died?" in screen_text(pilot)
        assert "awful" not in screen_text(pilot)
        await press(pilot, "escape")
        # a number that is refused waits nowhere for the next time
        area(pilot).listing.cursor = "goal:new"
        await press(pilot, "n")
        await answered(pilot, "rest")
        await press(pilot, "enter")
        await answered(pilot, "99")
        assert "from 0 to 10" in screen_text(pilot)
        await press(pilot, "escape", "e", "enter")
        assert "Where is it to come to" in screen_text(pilot)
        assert "99" not in screen_text(pilot)
        await write(pilot, "8")
        await press(pilot, "enter")

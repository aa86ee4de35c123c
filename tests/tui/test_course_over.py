"""A course that is over: what was agreed and said in it is read, and changed no more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ipt_tui.tui.areas.focus.area import FocusArea
from ipt_tui.vault import contracts, courses, halfways
from ipt_tui.vault.courses import OVER
from tests.tui.running import NOW, press, running, said, screen_text, write
from tests.vault.k7_met import meet

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


async def test_a_hit_leads_to_what_was_agreed_and_said_in_it(vault: Vault, clock: Clock) -> None:
    met = meet(vault)
    vault.write(contracts.tell, met.course, NOW.date(), role="zebrafinch words")
    vault.write(halfways.tell, met.course, NOW.date(), better="quokka sleep")
    vault.write(courses.end, met.course, date(2026, 11, 22))
    vault.begin()
    async with running(vault, clock, size=(120, 60)) as pilot:
        for word, row in (("zebrafinch", "contract"), ("quokka", "halfway")):
            await press(pilot, "slash")
            await write(pilot, word)
            await press(pilot, "enter")
            area = pilot.app.screen.query_one(FocusArea)
            assert area.listing.cursor == row
            assert word in screen_text(pilot)
        area.listing.cursor = "contract"
        await press(pilot, "tab", "e")
        assert area.bar.asked is None
        area.pane.cursor = "field:role"
        await press(pilot, "enter")
        assert area.bar.asked is None
        assert said(pilot)[-1] == OVER

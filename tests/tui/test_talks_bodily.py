"""Tone and body of each turn: unfolded, asked down the column, folded away again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.running import press, running, screen_text, settle
from tests.tui.talking import WORDS, answer, area, asked, kitchen, on_sheet, to, told

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


async def test_plus_unfolds_tone_and_body_and_minus_folds_them(vault: Vault, clock: Clock) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        head = next(line for line in screen_text(pilot).splitlines() if "said" in line)
        assert "tone" not in head
        await press(pilot, "plus")
        head = next(line for line in screen_text(pilot).splitlines() if " said" in line)
        assert "tone" in head
        assert "body" in head
        await press(pilot, "minus")
        head = next(line for line in screen_text(pilot).splitlines() if " said" in line)
        assert "tone" not in head
        assert "K7 guessed" in head


async def test_with_room_enough_the_meaning_stays_beside_tone_and_body(
    vault: Vault, clock: Clock
) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock, size=(160, 50)) as pilot:
        await on_sheet(pilot)
        await press(pilot, "plus")
        head = next(line for line in screen_text(pilot).splitlines() if " said" in line)
        assert all(name in head for name in ("said", "tone", "body", "meant", "felt", "K7 guessed"))


async def test_tone_and_body_are_asked_down_their_column(vault: Vault, clock: Clock) -> None:
    uid = kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await press(pilot, "plus")
        await to(pilot, "turn:", "said")
        await press(pilot, "right", "right", "enter")
        assert asked(pilot).endswith("what did the body do?")
        await answer(pilot, "at the sink", "on the phone", "", "by the door")
        assert asked(pilot) == ""
        assert [turn.body for turn in told(vault, uid).turns] == [
            "at the sink", "on the phone", "", "by the door",
        ]  # fmt: skip
        await to(pilot, "turn:", "tone")
        await press(pilot, "enter")
        assert asked(pilot).endswith("in what tone?")
        await answer(pilot, "flat")
        assert asked(pilot) == "“I said I'd see it Saturday.”: in what tone?"
        await press(pilot, "escape", "minus")
        assert [turn.tone for turn in told(vault, uid).turns] == ["flat", "", "", ""]


async def test_the_cursor_goes_from_cell_to_cell_and_enter_opens_the_one_it_is_in(
    vault: Vault, clock: Clock
) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await to(pilot, "turn:", "said")
        walked = [area(pilot).pane.rows.at]
        for key in ("right", "right", "right", "left", "down"):
            await press(pilot, key)
            walked.append(area(pilot).pane.rows.at)
        assert walked == ["said", "meant", "felt", "felt", "meant", "said"]
        await press(pilot, "right", "enter")
        assert "what did K7 guess Sam meant or felt?" in asked(pilot)


async def test_a_click_puts_the_cursor_in_its_cell_and_a_second_opens_it(
    vault: Vault, clock: Clock
) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        sheet = area(pilot).pane.rows
        lines = screen_text(pilot).splitlines()
        head = next(line for line in lines if " said" in line)
        row = next(n for n, line in enumerate(lines) if "Do what you" in line)
        at = head.index("felt") - sheet.region.x + 1, row - sheet.region.y
        await pilot.click(sheet, offset=at)
        assert (area(pilot).pane.lit, sheet.at) == (area(pilot).talk.turns[2].uid, "felt")  # type: ignore[union-attr]
        await pilot.click(sheet, offset=at)
        await settle(pilot)
        assert "what did K7 feel" in asked(pilot)

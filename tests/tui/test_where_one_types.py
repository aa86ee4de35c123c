"""Where typing goes in a session: said on the screen, and never into a note that is not seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.tui.areas.area import is_shown
from tests.tui.running import press, resize, running, screen_text, send, settle, write
from tests.tui.sitting import area, begin, eighth

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


def types(pilot: Pilot[str]) -> bool:
    """Whether one types into the note, and sees it."""
    return area(pilot).pad.has_focus and is_shown(area(pilot).pad)


async def test_esc_leaves_the_note_for_the_keys_and_stays_there(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "5")
        assert "keys · tab types in the note" in screen_text(pilot)  # nothing runs here
        assert " s begins" in screen_text(pilot)
        assert "esc s begins" not in screen_text(pilot), "one is with the keys already"
        assert "s ends the session" not in screen_text(pilot)
        assert not types(pilot)
        await begin(pilot, "so it was")
        assert "you are typing in the note" in screen_text(pilot)
        await press(pilot, "escape", "escape", "q", "escape")
        assert area(pilot).each_time.has_focus
        await press(pilot, "1", "5", "1", "5")  # the digits stay what they are
        assert "keys · tab types in the note" in screen_text(pilot)
        await press(pilot, "tab")
        assert types(pilot)
        await resize(pilot, (80, 24))
        await press(pilot, "escape", "escape", "x", "space")  # no row is acted on unseen
        assert "so it was" in screen_text(pilot)
        assert "keys · enter types in the note" in screen_text(pilot)
        assert "How has it been" not in screen_text(pilot)
        await press(pilot, "tab")
        assert "How has it been" in screen_text(pilot)
        assert area(pilot).each_time.has_focus
        await press(pilot, "escape", "enter")
        await write(pilot, "x")
        assert area(pilot).pad.text == "so it was\nx"
        agenda = eighth(vault, client).agenda
        assert agenda
        assert not any(line.done for line in agenda)


async def test_looking_together_nothing_is_typed_into_the_note_that_is_put_away(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock, size=(80, 24)) as pilot:
        await begin(pilot, "Sam rang")
        pad = area(pilot).pad
        await press(pilot, "ctrl+g", "d", "w", "5")  # from the note to Today, and back together
        assert "looking together · keys only" in screen_text(pilot)
        assert not types(pilot)
        await press(pilot, "w")
        assert "keys · tab types in the note" in screen_text(pilot)
        await press(pilot, "g", "s")
        assert types(pilot)
        send(pilot, "up", "ctrl+g", "p", "ctrl+g", "w", "z", "j")
        await settle(pilot)
        assert not types(pilot)
        assert pad.text == ""
        await press(pilot, "ctrl+g", "w", "escape")
        focused = pilot.app.screen.focused
        assert focused is not None
        assert is_shown(focused)
        assert eighth(vault, client).text("note") == pad.text == "Sam rang\n"
        await press(pilot, "tab", "escape", "v")
        foot = screen_text(pilot).splitlines()[-1]
        assert "y copy" in foot  # what is needed there, also at 80 columns
        assert "esc back" in foot
        assert "? help" in foot

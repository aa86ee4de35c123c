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


KEYS = "keys · g n types in the note"


def types(pilot: Pilot[str]) -> bool:
    """Whether one types into the note, and sees it."""
    return area(pilot).pad.has_focus and is_shown(area(pilot).pad)


def look(pilot: Pilot[str], row: int) -> object:
    """Return the colour of the letters at the end of a row of the note."""
    parts = [part for part in area(pilot).pad.render_line(row) if part.text.strip()]
    assert parts[-1].style
    return parts[-1].style.color


async def test_esc_leaves_the_note_for_the_keys_and_one_key_leads_back(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "5")
        assert KEYS in screen_text(pilot)  # nothing runs here
        assert " s begins" in screen_text(pilot)
        assert "esc s begins" not in screen_text(pilot), "one is with the keys already"
        assert "s ends the session" not in screen_text(pilot)
        assert not types(pilot)
        await begin(pilot, "so it was")
        await press(pilot, "tab", "shift+tab")  # neither leaves the note, nor types
        assert types(pilot)
        assert area(pilot).pad.text == "so it was\n"
        assert "you are typing in the note · esc leads to the keys" in screen_text(pilot)
        await press(pilot, "escape", "escape", "q", "escape")
        assert area(pilot).each_time.has_focus
        await press(pilot, "1", "5", "1", "5")  # the digits stay what they are
        assert KEYS in screen_text(pilot)
        await press(pilot, "tab", "tab", "shift+tab")
        assert KEYS in screen_text(pilot)
        await press(pilot, "g", "n")
        assert types(pilot)
        await resize(pilot, (80, 24))
        await press(pilot, "escape", "escape", "x", "space")  # no row is acted on unseen
        assert "so it was" in screen_text(pilot)
        assert KEYS in screen_text(pilot)
        assert "How has it been" not in screen_text(pilot)
        await press(pilot, "tab")
        assert "How has it been" in screen_text(pilot)
        assert KEYS in screen_text(pilot)
        assert area(pilot).each_time.has_focus
        await press(pilot, "g", "n")
        await write(pilot, "x")
        assert area(pilot).pad.text == "so it was\nx"
        await press(pilot, "ctrl+g", "a")
        assert "How has it been" in screen_text(pilot)
        agenda = eighth(vault, client).agenda
        assert agenda
        assert not any(line.done for line in agenda)
        await press(pilot, "c")  # what stands above is true of the lines below, too
        assert "typing in the line below · esc closes it" in screen_text(pilot)
        await press(pilot, "escape", "e")
        assert "answering the question below · esc closes it" in screen_text(pilot)
        await press(pilot, "escape")
        assert KEYS in screen_text(pilot)


async def test_s_and_enter_on_today_always_lead_into_the_note(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock, size=(80, 24)) as pilot:
        await press(pilot, "5", "ctrl+g", "a", "e", "ctrl+g", "d", "enter")  # a question was open
        await write(pilot, "a")
        assert types(pilot)
        assert "you are typing in the note" in screen_text(pilot)
        await press(pilot, "escape", "v", "1", "enter")  # the filed note was in front
        await write(pilot, "b")
        await press(pilot, "escape", "v", "1", "s")
        await write(pilot, "c")
        assert types(pilot)
        assert eighth(vault, client).line.running
        await press(pilot, "escape", "v", "g", "n")
        await write(pilot, "d")
        assert area(pilot).pad.text == "abcd"


async def test_after_the_last_line_one_stays_in_the_keys_and_t_ties_the_one_that_is_lit(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "~4 hurt", ">breathe", "~2 tired")
        await press(pilot, "ctrl+g", "y", "down", "t")
        assert area(pilot).bar.asked is None  # what is agreed has nothing to be tied to
        await press(pilot, "up", "t")
        assert "The line is taken; esc leaves it without a tie." in screen_text(pilot)
        about = area(pilot).bar.about
        assert about is not None
        assert about.uid == area(pilot).keeper.entered["~4 hurt"].uid
        assert "Which event goes with mood 4, hurt?" in screen_text(pilot)
        await press(pilot, "escape", "enter", "enter")
        assert area(pilot).items == ()
        assert KEYS in screen_text(pilot)
        await press(pilot, "t")
        assert "Which event goes with mood 2, tired?" in screen_text(pilot)
        await press(pilot, "escape")
        assert area(pilot).pad.text == "~4 hurt\n>breathe\n~2 tired\n"


async def test_only_what_can_be_done_is_offered(vault: Vault, client: str, clock: Clock) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "5", "escape", "w")
        foot = screen_text(pilot).splitlines()[-1]
        assert "s begin" in foot
        assert "v filed note" not in foot
        await press(pilot, "v")
        assert "not shown while you look together" in screen_text(pilot)
        await press(pilot, "w", "comma")
        assert "begin" not in screen_text(pilot).splitlines()[-1]
        assert "9 left after it" in screen_text(pilot)
        await press(pilot, "s")
        assert "This session has ended" in screen_text(pilot)


async def test_what_is_for_this_hour_looks_so_and_is_not_joined_in_silence(
    vault: Vault, client: str, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await begin(pilot, "she came", "-- the clock", "at last")
        pad = area(pilot).pad
        looks = [look(pilot, y) for y in range(3)]
        assert looks[0] == looks[2] != looks[1]
        await press(pilot, "up", "up")  # also where the cursor is in it
        assert look(pilot, 1) == looks[1]
        await press(pilot, "down", "backspace")
        assert pad.text.startswith("she came\n-- the clockat last")
        assert "all of it goes at the end" in screen_text(pilot)
        await press(pilot, "home", "backspace")
        assert "in this line now, and stays" in screen_text(pilot)


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
        assert KEYS in screen_text(pilot)
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
        await press(pilot, "g", "n", "escape", "v")
        foot = screen_text(pilot).splitlines()[-1]
        assert "y copy" in foot  # what is needed there, also at 80 columns
        assert "esc back" in foot
        assert "? help" in foot

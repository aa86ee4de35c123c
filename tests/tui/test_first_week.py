"""The first week and what fits one, on the screen: begun, stopped, gone on with, put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.first_week import TITLE
from ipt_tui.ipt.review_words import HOW_LONG
from ipt_tui.tui.screens.review.fit_screen import FitScreen
from ipt_tui.tui.screens.review.screen import ReviewScreen
from ipt_tui.tui.screens.review.week_screen import WeekScreen
from ipt_tui.vault import fits, people
from tests.tui.running import filled, press, running, screen_text, write
from tests.tui.test_review import give, seen

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


async def test_an_evening_is_stopped_gone_on_with_and_the_week_put_away(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, lines=(), whose="me")
    async with running(vault, clock, size=(80, 24)) as pilot:
        assert "First week: 0 of 7 · a" in screen_text(pilot)
        await press(pilot, "a")
        assert isinstance(pilot.app.screen, WeekScreen)
        assert TITLE in seen(pilot)
        assert "1 Who is around me new" in seen(pilot)
        await press(pilot, "enter")
        assert "Names, and who each of them is to you." in seen(pilot)
        await press(pilot, "1")
        await write(pilot, "Sam, mum, sam , SÁM")
        await press(pilot, "ctrl+j")
        await give(pilot, "Jo")
        assert "people who have died" in seen(pilot)
        await press(pilot, "1")
        assert "Who is Sam to you?" in seen(pilot)
        await give(pilot, "1")
        assert "Who is mum to you?" in seen(pilot)
        await write(pilot, "my mo")
        await press(pilot, "escape")
        assert isinstance(pilot.app.screen, WeekScreen)
        assert "1 Who is around me begun" in seen(pilot)
        assert sorted(vault.read(people.names, client)) == ["Jo", "Sam", "mum"]
    async with running(vault, clock, size=(100, 30)) as pilot:
        await press(pilot, "1", "a", "enter")
        assert "You stopped earlier today, at: “Who is mum to you?”" in seen(pilot)
        await press(pilot, "1")
        assert "my mo" in seen(pilot)
        await give(pilot, "ther", "a friend from work")
        assert "Three people stand in People now. 2 shows them." in seen(pilot)
        await press(pilot, "1")
        assert "1 Who is around me done" in seen(pilot)
        await press(pilot, "down", "enter", "1")
        assert "How near does Sam feel to you now?" in seen(pilot)
        await press(pilot, "1", "2", "enter")
        assert "Two people stand on your circle now. 2 shows them." in seen(pilot)
        await press(pilot, "1", "escape")
        assert "First week: 2 of 7 · a" in screen_text(pilot)
        await press(pilot, "a", "z", "escape")
        assert "First week" not in screen_text(pilot)
        await press(pilot, "2")
        assert "mum" in screen_text(pilot)


async def test_what_fits_changes_how_one_is_spoken_to(vault: Vault, clock: Clock) -> None:
    client = filled(vault, whose="me")
    async with running(vault, clock) as pilot:
        await press(pilot, "a", *["down"] * 7, "enter")
        assert isinstance(pilot.app.screen, FitScreen)
        await press(pilot, "e")
        assert isinstance(pilot.app.screen, ReviewScreen)
        await give(pilot, "Ana", "", "", "saudade, heavy heart", "", "", "Dad")
        assert "How far is your family" in seen(pilot)
        await press(pilot, "4", "escape")
        assert "we decide together" in screen_text(pilot)
        assert "Must not know (covered; enter shows it)" in seen(pilot)
        await press(pilot, *["down"] * 6, "enter")
        assert "Must not know Dad" in seen(pilot)
        await press(pilot, "escape", "escape")
        assert "Ana, how are you right now?" in screen_text(pilot)
        await press(pilot, "s")
        assert f"Ana, {HOW_LONG[:1].lower()}{HOW_LONG[1:]}" in seen(pilot)
        await press(pilot, "1")
        await give(pilot, "4")
        assert "1 saudade 2 heavy heart 3 low" in seen(pilot)
        assert "8 numb 9 don't know" in seen(pilot)
        await press(pilot, "2", "9")
        assert "heavy heart, don't know" in seen(pilot)
        await press(pilot, "enter")
        assert "You noted: 4, heavy heart, don't know." in seen(pilot)
        await press(pilot, "1", "5", "n")
        assert "What would you and yours like to become different?" in seen(pilot)
    told = vault.read(fits.fit, client)
    assert (told.called, told.decides_with_family) == ("Ana", True)


async def test_a_practitioner_asks_it_of_a_client(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock, size=(80, 24)) as pilot:
        assert "First week" not in screen_text(pilot)
        await press(pilot, "a", ":")
        await write(pilot, "what fits")
        await press(pilot, "down", "enter")
        assert isinstance(pilot.app.screen, FitScreen)
        assert "What fits K7 and theirs" in seen(pilot)
        await press(pilot, *["down"] * 4, "enter")
        assert "What does K7's family call this, and what does K7?" in seen(pilot)
        await give(pilot, "nerves")
        await press(pilot, "escape")
        assert "It is called nerves" in seen(pilot)


async def test_enter_begins_and_what_was_skipped_is_not_done(vault: Vault, clock: Clock) -> None:
    filled(vault, lines=("Sam partner 1",), whose="me")
    async with running(vault, clock, size=(100, 30)) as pilot:
        await press(pilot, "a", "enter", "enter")
        assert "1 begin" not in seen(pilot)
        assert "shift+tab back" in seen(pilot)
        await press(pilot, "f1")
        keys = seen(pilot)
        for said in ("enter next Keep the answer", "shift+tab back Back to", "esc stop Stop here"):
            assert said in keys
        await press(pilot, "escape")
        await press(pilot, *["enter"] * 3)
        assert isinstance(pilot.app.screen, WeekScreen)
        assert "1 Who is around me skipped" in seen(pilot)
        await press(pilot, "enter", "enter")
        await give(pilot, "Mum")
        await press(pilot, *["enter"] * 3)
        assert "1 Who is around me done" in seen(pilot)
        await press(pilot, *["enter"] * 5)
        assert "1 Who is around me done" in seen(pilot)

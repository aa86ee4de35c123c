"""What I'm working on: one's own goals, and things to try, in a vault of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.tui.areas.working.trying_inquiry import TOO_BIG
from ipt_tui.tui.screens.safe_now import SafeNowScreen
from ipt_tui.vault import goals, practices, rehearsing
from tests.tui.running import filled, press, running, screen_text, settle, write

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


async def test_something_to_try_is_begun_looked_at_and_belongs_to_a_goal(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, whose="me")
    async with running(vault, clock, size=(100, 30)) as pilot:
        await press(pilot, "5")
        assert "5 What I'm working on" in screen_text(pilot)
        assert "Things to try" in screen_text(pilot)
        await press(pilot, "end", "n")
        for typed in ("ring Jo", "", "n", "I'd like to see you", "on Sunday", "then I write", "6"):
            await write(pilot, typed)
            await press(pilot, "enter")
        assert TOO_BIG not in screen_text(pilot)
        (one,) = vault.read(practices.of_client, client)
        told = (one.what, one.line, one.when_words, one.if_then, one.sure)
        assert told == ("ring Jo", "I'd like to see you", "on Sunday", "then I write", 6)
        await press(pilot, "space")
        assert "1 done" in screen_text(pilot)
        assert "3 not now" in screen_text(pilot)
        await press(pilot, "3", "escape")
        (one,) = vault.read(practices.of_client, client)
        assert (one.done, one.looked_at) == ("no", clock.today())
        assert "not now 23 Nov" in screen_text(pilot)
        await press(pilot, "home", "n")
        for typed in ("see my friends", "2", "7"):
            await write(pilot, typed)
            await press(pilot, "enter")
        await press(pilot, "t")
        await write(pilot, "1")
        await press(pilot, "enter")
        (goal,) = vault.read(goals.of_client, client, clock.today())
        assert [step.what for step in goal.practices] == ["ring Jo"]
        await press(pilot, "o")
        assert "m reached" in screen_text(pilot)
        assert "d left aside" in screen_text(pilot)


async def test_with_somebody_one_is_asked_first_whether_it_is_safe(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, whose="me")
    async with running(vault, clock, size=(80, 24)) as pilot:
        await press(pilot, "5", "end", "n")
        await write(pilot, "tell him about the flat")
        await press(pilot, "enter")
        await write(pilot, "Sam")
        await press(pilot, "enter")
        assert "put you or anyone in danger" in screen_text(pilot)
        await write(pilot, "not sure")
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(pilot.app.screen, SafeNowScreen)
        await press(pilot, "escape")
        assert "What would you say?" not in screen_text(pilot)
        (one,) = vault.read(practices.of_client, client)
        assert (one.what, one.line) == ("tell him about the flat", "")
        assert one.who is not None
        await press(pilot, "e")
        assert "What would you like to try?" in screen_text(pilot)
        await press(pilot, "enter", "enter")
        assert "put you or anyone in danger" in screen_text(pilot)
        await press(pilot, "enter")  # as it stands it leads to help once more
        assert isinstance(pilot.app.screen, SafeNowScreen)
        await press(pilot, "escape", "e", "enter", *["backspace"] * 3)
        await write(pilot, "Jo")
        await press(pilot, "enter")
        assert "put you or anyone in danger" in screen_text(pilot)  # with her nobody has said
        await press(pilot, "enter")
        assert "When, and where?" in screen_text(pilot)
        await press(pilot, "shift+tab")
        await write(pilot, "n")
        await press(pilot, "enter")
        assert "What would you say?" in screen_text(pilot)
        await press(pilot, "escape", "e", "enter", "enter", "enter")
        assert "What would you say?" in screen_text(pilot)
        assert vault.read(rehearsing.safe_of, (one,)) == {one.uid: "yes"}


async def test_a_practitioners_vault_has_sessions_there(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "5")
        assert pilot.app.screen.area.id == "sessions"  # type: ignore[attr-defined]

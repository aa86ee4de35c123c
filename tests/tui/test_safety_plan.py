"""The safety plan on the page of the help lines: two keys away, written, kept, opened locked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from ipt_tui.exchange import plan_copy
from ipt_tui.exchange.config import Config
from ipt_tui.ipt.clock import Clock
from ipt_tui.tui.app import IptApp
from ipt_tui.tui.dialogs.plan_form import BOTH, PlanForm
from ipt_tui.tui.screens.curtain import CurtainScreen
from ipt_tui.vault import drafts, people, place, safety_plans
from tests.tui.running import (
    FIRST_DAY,
    NOW,
    filled,
    press,
    running,
    said,
    screen_text,
    settle,
    write,
)

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.vault.vault import Vault

UK = Config(region="UK")
TODAY = NOW.date()


def words(pilot: Pilot[Any]) -> str:
    """Return what stands on the screen, as one line without the frame."""
    return " ".join(screen_text(pilot).replace("│", " ").split())


def told(vault: Vault, client: str) -> dict[str, str]:
    return vault.read(safety_plans.plan, client, TODAY).texts


async def test_it_is_written_read_taken_back_and_no_word_is_lost(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault)
    names = vault.read(people.names, client)
    vault.write(people.stand, names["Jo"], FIRST_DAY, confide="yes")
    vault.write(people.stand, names["Sam"], FIRST_DAY, confide="yes", quality="unsafe")
    async with running(vault, clock, size=(80, 24), config=UK) as pilot:
        await press(pilot, "g", "h")
        assert "No safety plan yet." in screen_text(pilot)
        await press(pilot, "e")
        await write(pilot, "I stop answering")
        await press(pilot, "ctrl+j")
        await write(pilot, "[bold]no sleep[/]")
        await press(pilot, "enter", "enter", "enter")
        asked = screen_text(pilot)
        assert "Someone you can talk to: Jo." in asked
        await write(pilot, "@Jo, by message")
        await press(pilot, "enter", "enter", "enter", "enter")
        await write(pilot, "never")
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, PlanForm)
        assert "It stays as a draft" in words(pilot)
        await press(pilot, *["backspace"] * 5)
        await write(pilot, "4 weeks")
        await press(pilot, "enter")
        page = screen_text(pilot)
        assert page.splitlines()[1].startswith(" In an emergency  call 999")
        assert "Safety plan of K7" in page
        assert "[bold]no sleep[/]" in page
        assert "To be looked at again on 21 December 2026." in page
        texts = told(vault, client)
        assert texts["signs"] == "I stop answering\n[bold]no sleep[/]"
        assert [who.name for who in vault.read(safety_plans.plan, client, TODAY).named] == ["Jo"]
        await press(pilot, "u")
        assert said(pilot) == ["Taken back: the safety plan written."]
        assert "No safety plan yet." in screen_text(pilot)
        await press(pilot, "U")
        assert told(vault, client) == texts
        await press(pilot, "escape", "slash")
        await write(pilot, "answering")
        await press(pilot, "down", "enter")
        assert "call 999" in screen_text(pilot), "what is found of it leads to it"
        assert "check" not in str(
            pilot.app.screen.active_bindings.get("Y")
        )  # no copy of a client's
        await press(pilot, "Y")
        assert not plan_copy.is_there(vault.path)


async def test_what_is_typed_waits_where_the_plan_was_changed_elsewhere(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault)
    async with running(vault, clock, config=UK) as pilot:
        await press(pilot, "g", "h", "e")
        await write(pilot, "mine")
        await pilot.app.vault.write(safety_plans.tell, client, None, alone="theirs")  # type: ignore[attr-defined]
        await press(pilot, "escape")
        assert BOTH in words(pilot)
        assert "mine" in screen_text(pilot)
        assert "theirs" in screen_text(pilot)
        await press(pilot, "escape")
        assert {k: v for k, v in told(vault, client).items() if v} == {
            "signs": "mine", "alone": "theirs"
        }  # fmt: skip


async def test_one_part_changed_in_both_windows_loses_no_words_of_either(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault)
    vault.write(safety_plans.tell, client, None, ask="Noor, 0170 111")
    seen = vault.read(safety_plans.plan, client, TODAY).seen
    async with running(vault, clock, config=UK) as pilot:
        await press(pilot, "g", "h", "e", "enter", "enter", "enter")
        await write(pilot, " after six")
        vault.clock = Clock(NOW + timedelta(minutes=1))
        vault.write(safety_plans.tell, client, seen, ask="Mum, 0170 999")
        await press(pilot, "escape")
        assert BOTH in words(pilot)
        assert told(vault, client)["ask"] == "Mum, 0170 999"
        await press(pilot, "escape")
        assert told(vault, client)["ask"] == "Mum, 0170 999\nNoor, 0170 111 after six"
        await pilot.app.drafting.flush()  # type: ignore[attr-defined]
    seen = vault.read(safety_plans.plan, client, TODAY).seen
    vault.keep(drafts.save, f"plan:{client}:ask", "and Jo", client, "a window that was killed")
    vault.clock = Clock(NOW + timedelta(minutes=2))
    vault.write(safety_plans.tell, client, seen, ask="Mum, 0170 333")
    async with running(vault, clock, config=UK) as pilot:
        await press(pilot, "g", "h", "e", "escape")
        assert told(vault, client)["ask"] == "Mum, 0170 333\nand Jo"


async def test_looking_together_shows_it_and_what_is_sensitive_waits_for_a_key(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault)
    names = vault.read(people.names, client)
    vault.write(safety_plans.tell, client, None, ask="Mum at seven", signs="no sleep")
    vault.write(people.tell, names["Mum"], sensitive=True)
    vault.begin()
    async with running(vault, clock, config=UK) as pilot:
        await press(pilot, "w", "g", "h")
        page = screen_text(pilot)
        assert "My safety plan" in page
        assert "no sleep" in page
        assert "Mum" not in page
        await press(pilot, "e")
        assert "Mum" not in screen_text(pilot)
        await press(pilot, "escape", "enter")
        assert "Mum at seven" in screen_text(pilot)
        assert told(vault, client)["signs"] == "no sleep"


async def test_looked_on_ones_own_plan_does_not_say_who_is_unsafe(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, whose="me")
    vault.write(safety_plans.tell, client, None, ask="Sam at seven")
    vault.write(people.stand, vault.read(people.names, client)["Sam"], TODAY, quality="unsafe")
    async with running(vault, clock, config=UK) as pilot:
        await press(pilot, "g", "h")
        assert "not safe" in words(pilot)
        await press(pilot, "escape", "w", "g", "h")
        assert "Sam at seven" in words(pilot)
        assert "not safe" not in words(pilot)


async def test_nobody_there_and_behind_the_curtain_only_the_numbers_stay(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, whose="me")
    vault.write(safety_plans.tell, client, None, signs="no sleep")
    async with running(vault, clock, config=UK) as pilot:
        app: Any = pilot.app
        await press(pilot, "g", "h")
        assert "no sleep" in screen_text(pilot)
        await app.draw_curtain()
        await settle(pilot)
        assert "no sleep" not in screen_text(pilot)
        assert "call 999" in screen_text(pilot)
        await press(pilot, "escape")
        assert isinstance(app.screen, CurtainScreen)
        await press(pilot, "g", "h")
        assert "no sleep" not in screen_text(pilot)
        await press(pilot, "escape", "escape", "g", "h")
        assert "no sleep" in screen_text(pilot)


async def test_a_copy_opens_while_locked_only_by_choice_follows_and_goes_again(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, whose="me")
    vault.write(safety_plans.tell, client, None, signs="no sleep")
    vault.begin()
    path = place.plan_copy(vault.path)
    async with running(vault, clock, config=UK) as pilot:
        await press(pilot, "g", "h", "Y")
        assert "Anyone who can open this computer can read it" in words(pilot)
        await press(pilot, "enter", "escape")
        assert not path.exists(), "only the one key makes it"
        await press(pilot, "Y", "Y")
        assert "no sleep" in path.read_text()
        assert "x takes it away" in screen_text(pilot)
        assert "no sleep" in await locked(vault, clock)
        await press(pilot, "e", "enter")
        await write(pilot, "walk")
        await press(pilot, "escape")
        assert "walk" in path.read_text()
        assert said(pilot)[-1] == plan_copy.FOLLOWED
        await press(pilot, "x")
        assert not path.exists()
        assert "walk" not in await locked(vault, clock)
        await press(pilot, "Y", "Y", "u")
        assert "walk" not in path.read_text(), "it follows what is taken back, too"
        assert "no sleep" in path.read_text()
        await press(pilot, "e", *["backspace"] * len("no sleep"), "escape")
        assert not path.exists(), "with the plan its copy goes"


async def locked(vault: Vault, clock: Clock) -> str:
    """Return the page of the help lines before any passphrase."""
    app = IptApp(vault.path, clock, config=UK)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "ctrl+g", "h")
        return screen_text(pilot)

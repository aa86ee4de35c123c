"""What is asked about, where it goes away meanwhile: nothing typed is lost, no key goes astray."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.vault import clients, drafts, people, turns
from tests.tui.running import filled, press, running, said, screen_text, send, settle, write
from tests.tui.talking import WORDS, another, event, heard, kitchen, on_sheet, to, told
from tests.vault import autumn

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

GONE = "no longer there"


def here(pilot: Pilot[str]) -> Any:
    """Return the area on screen."""
    return pilot.app.screen.area  # type: ignore[attr-defined]


def person(pilot: Pilot[str], name: str) -> str:
    """Return somebody's uid."""
    circle = here(pilot).inventory.circle
    return str(next(p.uid for p in circle.people if p.name == name))


@pytest.mark.parametrize("column", ["said", "meant"])
async def test_an_answer_about_a_turn_that_is_gone_is_refused_and_kept_as_a_draft(
    column: str, vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    last = told(vault, uid).turns[2].uid
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await to(pilot, f"turn:{last}", column)
        await press(pilot, "enter")
        vault.write(turns.remove, last)
        await write(pilot, "a word that must not be lost")
        for _ in range(2):
            await press(pilot, "enter")
            assert GONE in " ".join([screen_text(pilot), *said(pilot)])
        await press(pilot, "escape")
        await pilot.app._flush_drafts()  # type: ignore[attr-defined]
        kept = vault.read(drafts.load, f"{uid}:turn:{last}:{column}")
        assert "a word that must not be lost" in str(kept)


async def test_two_turns_cannot_be_made_of_one_that_is_gone_and_no_key_waits(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    last = told(vault, uid).turns[2].uid
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        await to(pilot, f"turn:{last}", "said")
        await press(pilot, "enter")
        vault.write(turns.remove, last)
        await write(pilot, " more")
        await press(pilot, "enter", "ctrl+t")
        assert not pilot.app.gate.is_shut  # type: ignore[attr-defined]


async def test_who_else_was_meant_may_be_gone_before_it_is_asked_what_they_are(
    vault: Vault, clock: Clock
) -> None:
    filled(vault, ("Sam partner 1", "Jo colleague 3"))
    async with running(vault, clock) as pilot:
        await press(pilot, "2")
        area = here(pilot)
        area.take(person(pilot, "Sam"))
        jo = person(pilot, "Jo")
        await press(pilot, "t")
        area.bar.about.held["other"] = jo
        vault.write(people.remove, jo)
        await area.bar.about.read()
        area.bar.ask("tie:kind")
        await settle(pilot)
        assert area.bar.asked is None
        assert "Sam" in screen_text(pilot)


async def test_what_was_shown_for_asking_is_veiled_in_the_other_lenses_too(
    vault: Vault, clock: Clock
) -> None:
    kitchen(vault, WORDS)
    (client,) = vault.read(clients.listing)
    async with running(vault, clock, size=(120, 36)) as pilot:
        await press(pilot, "4", "3")
        here(pilot).take(event(vault, "kitchen"))
        here(pilot)._ask("people")
        await settle(pilot)
        kim = vault.write(people.add, client.uid, PersonLine(name="Kim"), autumn.TODAY)
        vault.write(people.tell, kim, None, sensitive=True)
        await press(pilot, "end")
        await write(pilot, ", Kim")
        await press(pilot, "enter", "ctrl+g", "t")
        await press(pilot, "3", "escape")
        assert here(pilot).bar.asked is None
        assert pilot.app.revealed == frozenset()  # type: ignore[attr-defined]
        await press(pilot, "4")
        assert "Do what you want." not in screen_text(pilot)


async def test_a_question_that_names_what_was_unveiled_ends_when_it_is_veiled(
    vault: Vault, clock: Clock
) -> None:
    filled(vault, ("Sam partner 1", "Mum mother 2"))
    async with running(vault, clock) as pilot:
        await press(pilot, "2")
        mum = person(pilot, "Mum")
        vault.write(people.tell, mum, None, sensitive=True)
        await here(pilot).load().wait()
        here(pilot).take(mum)
        await press(pilot, "tab", "enter")
        assert "Mum" in screen_text(pilot)
        here(pilot).take(person(pilot, "Sam"))
        here(pilot)._ask("tie:who")
        await settle(pilot)
        assert "Mum" in screen_text(pilot)
        await press(pilot, "ctrl+l", "enter")
        assert "Mum" not in screen_text(pilot)
        assert here(pilot).bar.asked is None


@pytest.mark.parametrize("begins", [False, True], ids=["new", "begun"])
async def test_what_is_typed_ahead_of_a_new_talk_is_no_row_of_commands(
    begins: bool, vault: Vault, clock: Clock
) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock, size=(120, 36)) as pilot:
        if begins:
            await press(pilot, "3")
            here(pilot).take(event(vault, "February"))
            await settle(pilot)
            await press(pilot, "g", "t")
        else:
            await press(pilot, "4")
        send(pilot, "enter" if begins else "n", *"weekend")
        await settle(pilot)
        assert not pilot.app.together  # type: ignore[attr-defined]
        assert "weekend" in screen_text(pilot)


async def test_across_talks_nothing_is_added_to_the_one_that_is_not_on_screen(
    vault: Vault, clock: Clock
) -> None:
    uid = kitchen(vault, WORDS)
    another(vault, "February")
    async with running(vault, clock) as pilot:
        await press(pilot, "4", "end", "enter", "n")
        assert here(pilot).bar.asked is None
        assert len(heard(vault, uid)) == len(WORDS)


async def test_with_another_client_nothing_stays_unveiled_and_no_line_open(
    vault: Vault, clock: Clock
) -> None:
    filled(vault, ("Sam partner 1",))
    vault.write(clients.add, "M2", role="client")
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "tab")
        pilot.app.revealed = frozenset({person(pilot, "Sam")})  # type: ignore[attr-defined]
        await press(pilot, "c")
        await write(pilot, "!only of this one")
        await press(pilot, "ctrl+g", "d", "down")
        assert pilot.app.context.code == "M2"  # type: ignore[attr-defined]
        assert pilot.app.revealed == frozenset()  # type: ignore[attr-defined]
        assert "only of this one" not in screen_text(pilot)
        await press(pilot, "up", "c")
        assert "only of this one" in screen_text(pilot)

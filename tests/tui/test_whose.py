"""One's own vault speaks to "you" and shows no list of clients; a practitioner's keeps several."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from ipt_tui.tui.screens.review.fit_screen import open_fit
from ipt_tui.vault import cards, clients, expectations, fits, people
from tests.tui.running import filled, press, running, said, screen_text, settle, write

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.tui.app import IptApp
    from ipt_tui.vault.vault import Vault


async def test_ones_own_vault_shows_no_client_list(vault: Vault, clock: Clock) -> None:
    filled(vault, whose="me")
    async with running(vault, clock) as pilot:
        shown = screen_text(pilot)
        assert "Clients" not in shown
        assert "K7" not in shown
        assert "my record" in shown
        await press(pilot, "n")
        assert "New client" not in screen_text(pilot)
        await press(pilot, "2", "e")
        assert "Who is Sam to you?" in screen_text(pilot)


COLD = re.compile(r"\b(friction|rings?|confide|expectations?|clients?|realistic)\b", re.IGNORECASE)


async def test_ones_own_vault_speaks_no_practitioners_words(vault: Vault, clock: Clock) -> None:
    client = filled(vault, whose="me")
    sam = vault.read(cards.inventory, client, clock.today()).circle.people[0].uid
    vault.write(people.stand, sam, clock.today(), friction=7, gives=8, gets=2, confide="yes")
    wish = vault.write(expectations.add, sam, "evenings together")
    vault.write(expectations.note, wish, clock.today(), said=True, met="partly")
    vault.write(clients.change, client, about="a line")
    async with running(vault, clock, size=(160, 50)) as pilot:
        screens = [screen_text(pilot)]
        for keys in (
            ("2",),
            ("v",),
            ("tab", "end", "enter"),
            ("g", "u"),
            ("escape", "question_mark"),
        ):
            await press(pilot, *keys)
            screens.append(screen_text(pilot))
        await press(pilot, "escape", "slash")
        await write(pilot, "evenings")
        await settle(pilot)
        screens.append(screen_text(pilot))
    shown = "\n".join(screens)
    for words in (
        "tension 7",
        "Close before",
        "a wish added",
        "your record changed",
        "as you hope",
    ):
        assert words in shown
    assert [line for line in shown.splitlines() if COLD.search(line)] == []


async def test_looking_together_hides_the_other_clients(vault: Vault, clock: Clock) -> None:
    filled(vault)
    vault.write(clients.add, "M2")
    async with running(vault, clock) as pilot:
        await press(pilot, "1")
        assert "M2" in screen_text(pilot)
        await press(pilot, "w")
        assert "M2" not in screen_text(pilot)
        await press(pilot, "w")
        assert "M2" in screen_text(pilot)


async def test_looked_on_ones_own_vault_says_neither_who_is_unsafe_nor_who_must_not_know(
    vault: Vault, clock: Clock
) -> None:
    client = filled(vault, whose="me")
    sam = vault.read(cards.inventory, client, clock.today()).circle.people[0].uid
    vault.write(people.stand, sam, clock.today(), quality="unsafe")
    vault.write(fits.tell, client, "may_know", "Jo")
    vault.write(fits.tell, client, "not_know", "Sam")
    async with running(vault, clock, size=(120, 40)) as pilot:
        await press(pilot, "2", "v")
        assert "▲ Sam" in screen_text(pilot)
        assert "unsafe" in screen_text(pilot)
        await press(pilot, "w")
        looked_on = screen_text(pilot)
        await press(pilot, "v")
        looked_on += screen_text(pilot)
        assert "Sam" in looked_on
        assert "▲" not in looked_on
        assert "unsafe" not in looked_on
        open_fit(cast("IptApp", pilot.app))
        await settle(pilot)
        shown = screen_text(pilot)
        assert "What fits me and mine · looking together" in shown
        assert "know" not in shown
        await press(pilot, "e", *["enter"] * 5)
        assert "How far is your family" in screen_text(pilot)
        await press(pilot, "escape", "w")
        assert "Must not know" in screen_text(pilot)


async def test_a_client_is_added_paused_and_ended(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "n")
        await write(pilot, "M2")
        await press(pilot, "enter", "enter", "enter", "enter", "enter", "enter")
        assert "The course of M2" in screen_text(pilot)
        await press(pilot, "escape")
        assert [line.code for line in vault.read(clients.listing)] == ["K7", "M2"]
        await press(pilot, "e", *["down"] * 0, "tab", "tab", "tab", "tab", "tab", "tab")
        for _ in range(6):
            await press(pilot, "backspace")
        await write(pilot, "paused")
        await press(pilot, "enter")
        assert "paused" in screen_text(pilot)
        assert {line.code: line.status for line in vault.read(clients.listing)}["M2"] == "paused"


async def test_a_full_name_for_a_code_is_warned_of_once_and_never_refused(
    vault: Vault, clock: Clock
) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "n")
        await write(pilot, "Anna Smith")
        await press(pilot, "enter")
        assert "A code like K7 keeps the name off" in screen_text(pilot)
        assert pilot.app.focused
        assert pilot.app.focused.id == "code"
        await press(pilot, "enter")
        assert "A code like K7 keeps the name off" not in screen_text(pilot)
        await press(pilot, "enter", "enter", "enter", "enter", "enter")
        assert "Anna Smith" in [line.code for line in vault.read(clients.listing)]


async def test_a_code_that_is_taken_is_refused_and_stays(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "1", "n")
        await write(pilot, "k7")
        await press(pilot, "enter", "enter", "enter", "enter", "enter", "enter")
        assert "There is a client k7 already" in screen_text(pilot).replace("\n", " ")
        assert len(vault.read(clients.listing)) == 1


async def test_nothing_to_take_back_is_said(vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "u")
        assert "Nothing to take back" in said(pilot)[-1]

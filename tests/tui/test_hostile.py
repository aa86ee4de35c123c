"""Whatever is typed stays as typed, is never markup, and breaks nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from ipt_tui.ipt.text import clean
from ipt_tui.vault import cards, clients, expectations
from tests.tui.running import filled, press, running, screen_text, settle

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

HOSTILE = (
    "[/]",
    "she said [no] [b]",
    "\x1b[31mred\x1b[0m",
    "\u202eevil\u202c",
    "👨‍👩‍👧 🙂 é̷̡̛",
    "x" * 10_000,
    "$HOME `id` {0} %s \\n",
)


async def paste(pilot: Pilot[str], text: str) -> None:
    """Paste a text into whatever has the focus, as a terminal does."""
    pilot.app.post_message(events.Paste(text))
    await settle(pilot)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_an_answer_is_kept_as_typed(text: str, vault: Vault, clock: Clock) -> None:
    filled(vault, ("Sam partner 1",))
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "e", "enter", "enter", "enter")
        await paste(pilot, text)
        await press(pilot, "enter", "escape")
        client = vault.read(clients.listing)[0].uid
        (card,) = vault.read(cards.inventory, client, clock.today()).cards.values()
        assert card.values["like"] == clean(text).strip()
        assert screen_text(pilot)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_a_name_is_kept_or_refused_in_a_sentence_and_stays(
    text: str, vault: Vault, clock: Clock
) -> None:
    filled(vault, ())
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "n")
        await paste(pilot, f'"{text}" friend 1')
        await press(pilot, "enter")
        client = vault.read(clients.listing)[0].uid
        found = vault.read(cards.inventory, client, clock.today()).cards
        if found:
            (card,) = found.values()
            assert card.name == clean(text).strip()
        else:
            assert "long" in screen_text(pilot) or "name" in screen_text(pilot)
        await press(pilot, "escape", "v", "g", "u")
        assert screen_text(pilot)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
async def test_the_search_takes_anything(text: str, vault: Vault, clock: Clock) -> None:
    filled(vault)
    async with running(vault, clock) as pilot:
        await press(pilot, "slash")
        await paste(pilot, text)
        await press(pilot, "enter")
        assert screen_text(pilot)


async def test_markup_in_a_name_is_shown_in_a_toast(vault: Vault, clock: Clock) -> None:
    filled(vault, ('"[/] [no]" friend 1',))
    async with running(vault, clock) as pilot:
        await press(pilot, "2", "x")
        assert "[/] [no] taken out" in screen_text(pilot)


async def test_an_expectation_with_markup_stands_on_the_card(vault: Vault, clock: Clock) -> None:
    client = filled(vault, ("Sam partner 1",))
    uid = next(iter(vault.read(cards.inventory, client, clock.today()).cards))
    vault.write(expectations.add, uid, "that he [b]asks[/b] [/]")
    async with running(vault, clock) as pilot:
        await press(pilot, "2")
        assert "[b]asks[/b]" in screen_text(pilot)

"""What is marked sensitive is veiled on every screen until asked for. One rule, one test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipt_tui.vault import cards, clients, people
from tests.tui.running import filled, press, running, screen_text, write

if TYPE_CHECKING:
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

NAME = "Quillon"


@pytest.fixture
def veiled(vault: Vault, clock: Clock) -> Vault:
    client = filled(vault, ("Sam partner 1", f"{NAME} friend 2 zebrafinch in a note"))
    found = vault.read(cards.inventory, client, clock.today()).cards
    uid = next(uid for uid, card in found.items() if card.name == NAME)
    vault.write(people.tell, uid, None, sensitive=True)
    assert vault.read(clients.listing)[0].people == 2
    return vault


@pytest.mark.parametrize(
    "keys",
    [
        ("1",),
        ("2",),
        ("4",),
        ("6",),
        ("2", "right", "g", "t"),
        ("2", "v"),
        ("2", "right", "tab"),
        ("2", "b"),
        ("2", "g", "u"),
        ("2", "t"),
    ],
    ids=" ".join,
)  # fmt: skip
async def test_the_name_and_the_words_stand_nowhere(
    keys: tuple[str, ...], veiled: Vault, clock: Clock
) -> None:
    async with running(veiled, clock) as pilot:
        await press(pilot, *keys)
        assert NAME not in screen_text(pilot)
        assert "zebrafinch" not in screen_text(pilot)


async def test_the_search_finds_it_veiled(veiled: Vault, clock: Clock) -> None:
    async with running(veiled, clock) as pilot:
        await press(pilot, "2", "slash")
        await write(pilot, "zebraf")
        await press(pilot, "down")
        shown = screen_text(pilot)
        assert "sensitive" in shown
        assert "zebrafinch" not in shown
        assert NAME not in shown


async def test_enter_shows_it_and_looking_together_hides_it_again(
    veiled: Vault, clock: Clock
) -> None:
    async with running(veiled, clock) as pilot:
        await press(pilot, "2", "v", "down")
        assert NAME not in screen_text(pilot)
        await press(pilot, "enter")
        assert NAME in screen_text(pilot)
        await press(pilot, "w")
        assert NAME not in screen_text(pilot)


async def test_behind_the_curtain_it_is_veiled_again(veiled: Vault, clock: Clock) -> None:
    async with running(veiled, clock) as pilot:
        await press(pilot, "2", "v", "down", "enter")
        assert NAME in screen_text(pilot)
        await press(pilot, "ctrl+l", "space")
        assert "People" in screen_text(pilot)
        assert NAME not in screen_text(pilot)

"""What is marked sensitive is veiled on every screen until asked for. One rule, one test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipt_tui.vault import (
    cards,
    clients,
    contracts,
    courses,
    endings,
    fits,
    formulating,
    goals,
    halfways,
    people,
    problem_areas,
)
from tests.tui.running import filled, press, running, screen_text, to_focus, write

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


async def test_nor_do_they_in_any_row_of_focus(veiled: Vault, clock: Clock) -> None:
    client, today = veiled.read(clients.listing)[0].uid, clock.today()
    uid = veiled.read(people.names, client)[NAME]
    course = veiled.write(courses.begin, client, "ipt16", today)
    for area, who, about in (("role_dispute", uid, ""), ("grief", None, f"losing {NAME}")):
        veiled.write(problem_areas.add, client, area, who, about)
    version = veiled.write(formulating.begin, client, today)
    veiled.write(formulating.tick, version, "person", uid, today)
    veiled.write(contracts.tell, course, today, None, needs_to_know=NAME)
    goal = veiled.write(goals.add, client, "see my friend", today)
    veiled.write(goals.about, goal, uid)
    veiled.write(halfways.tell, course, today, better=f"{NAME} wrote")
    veiled.write(endings.tell, course, changed=f"{NAME} and I talk")
    veiled.write(fits.tell, client, "may_know", f"{NAME} may")
    async with running(veiled, clock, size=(120, 40)) as pilot:
        await press(pilot, "7")
        rows = [row.key for row in pilot.app.screen.area.listing.rows if row.key]  # type: ignore[attr-defined]
        assert len(rows) == 10
        for row in rows:
            await to_focus(pilot, row)
            shown = screen_text(pilot)
            assert NAME not in shown
            assert not any(words in shown for words in ("see my friend", "wrote", "and I talk"))
        for row in ("halfway", "ending", "fit"):
            await to_focus(pilot, row)
            await press(pilot, "enter")
            assert NAME not in screen_text(pilot)
            await press(pilot, "escape")


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

"""A sensitive talk is veiled wherever talks stand, shown by enter, and veiled again together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipt_tui.vault import talk_begin, talk_parts, talking, timed, turns
from tests.once import once
from tests.tui.running import press, running, said, screen_text, settle, write
from tests.tui.talking import (
    WORDS,
    another,
    area,
    ask_at,
    asked,
    event,
    kitchen,
    on_sheet,
    to,
    told,
)

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault

SECRETS = ("kitchen", "zebrafinch", "quagga", "okapi", "axolotl", "Do what")
"""Words of the veiled talk: its event, a turn, a meaning, a line, what came of it."""


@pytest.fixture
@once
def veiled(vault: Vault) -> str:
    """Keep a sensitive talk, and another that is not and older, both with Sam."""
    uid = kitchen(vault, (*WORDS, ("me", "zebrafinch, I said")))
    vault.write(turns.tell, told(vault, uid).turns[4].uid, meant="quagga")
    vault.write(talk_parts.add, "alternative", uid, line="okapi, please")
    vault.write(talking.tell, uid, result="axolotl", safe="yes", safe_on="2026-11-20")
    vault.write(timed.change, "event", event(vault, "kitchen"), None, sensitive=True)
    another(vault, "argued about Noor", (("me", "What are these?"), ("them", "Papers.")))
    vault.begin()
    return uid


def nothing_of_it(pilot: Pilot[str]) -> bool:
    """Whether not a word of it stands on the screen."""
    return not [word for word in SECRETS if word in screen_text(pilot)]


@pytest.mark.parametrize(
    "keys",
    [
        ("1",), ("4",), ("4", "tab"), ("4", "tab", "d"), ("4", "tab", "r"), ("4", "tab", "v"),
        ("4", "tab", "b"), ("4", "end"), ("4", "end", "enter"), ("4", "f"), ("4", "down", "b"),
        ("4", "down", "tab", "b", "comma"), ("4", "tab", "plus"), ("4", "tab", "e"),
        ("4", "tab", "n"), ("4", "tab", "space"), ("4", "tab", "t"), ("4", "g", "p"),
        ("4", "g", "l"), ("3",), ("3", "v"), ("4", "g", "u"),
    ],
    ids=" ".join,
)  # fmt: skip
async def test_not_a_word_of_it_stands_anywhere(
    keys: tuple[str, ...], veiled: str, vault: Vault, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, *keys)
        assert nothing_of_it(pilot)
        assert not [word for word in SECRETS for told_ in said(pilot) if word in told_]


async def test_the_list_and_the_sheet_say_that_there_is_one_and_enter_shows_it(
    veiled: str, vault: Vault, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "4")
        assert "▒" in screen_text(pilot)
        assert "A sensitive talk. enter shows it." in screen_text(pilot)
        await press(pilot, "enter")
        assert "Do what you want." in screen_text(pilot)
        await press(pilot, "w")
        assert nothing_of_it(pilot)
        assert area(pilot).talk is not None
        await press(pilot, "w")
        assert nothing_of_it(pilot), "it is shown when asked for again"


async def test_in_the_sheet_enter_shows_it_too(veiled: str, vault: Vault, clock: Clock) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "4", "tab", "enter")
        assert "Do what you want." in screen_text(pilot)


@pytest.mark.parametrize("key", ["d", "r", "v", "b", "e"])
async def test_looking_together_closes_what_is_open_of_it(
    key: str, veiled: str, vault: Vault, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "4", "enter", "tab", key, "escape")
        await press(pilot, "w")
        assert nothing_of_it(pilot)


async def test_beside_another_it_is_veiled_too_where_only_one_person_is_shown(
    veiled: str, vault: Vault, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "4", "enter", "f", "down", "b")
        assert "two talks with Sam" in screen_text(pilot)
        assert not nothing_of_it(pilot)
        await press(pilot, "w")
        assert nothing_of_it(pilot)
        assert "What could be done" not in screen_text(pilot)


async def test_a_question_about_it_goes_behind_the_curtain(
    veiled: str, vault: Vault, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        await press(pilot, "4", "enter", "tab")
        await to(pilot, "turn:", "said")
        await press(pilot, "enter")
        assert "Have you rung" in screen_text(pilot)
        await press(pilot, "ctrl+l", "escape")
        assert "Have you rung" not in screen_text(pilot)
        assert nothing_of_it(pilot)
        assert pilot.app.screen.focused is not None


async def test_the_search_finds_it_without_a_word_of_it(
    veiled: str, vault: Vault, clock: Clock
) -> None:
    async with running(vault, clock) as pilot:
        for word in ("zebraf", "quagg", "okap", "axolo"):
            await press(pilot, "1", "slash")
            await write(pilot, word)
            await press(pilot, "down")
            shown = screen_text(pilot)
            assert "sensitive" in shown
            assert "zebrafinch" not in shown
            assert "quagga" not in shown
            assert "okapi" not in shown
            assert "axolotl" not in shown
            await press(pilot, "escape", "escape")


async def test_a_talk_made_sensitive_at_its_end_is_veiled_once_one_has_left(
    vault: Vault, clock: Clock
) -> None:
    kitchen(vault, WORDS)
    async with running(vault, clock) as pilot:
        await ask_at(pilot, "fold")
        await to(pilot, "end:sensitive")
        await press(pilot, "enter")
        assert "Is it sensitive?" in asked(pilot)
        await press(pilot, "1")
        await press(pilot, "ctrl+l", "escape", "4")
        await settle(pilot)
        assert "Do what you want." not in screen_text(pilot)
        assert "▒" in screen_text(pilot)


async def test_another_talk_begun_with_somebody_veiled_is_veiled_with_them(
    veiled: str, vault: Vault, clock: Clock
) -> None:
    from ipt_tui.vault import clients, people

    (client, *_) = vault.read(clients.listing)
    lena = vault.read(people.names, client.uid)["Lena"]
    uid = vault.write(talk_begin.begin, event(vault, "wrote to Lena"))
    vault.write(turns.add, uid, (("me", "ocelot"),))
    vault.write(people.tell, lena, None, sensitive=True)
    async with running(vault, clock) as pilot:
        await on_sheet(pilot)
        for _ in range(3):
            assert "ocelot" not in screen_text(pilot)
            assert "Lena" not in screen_text(pilot)
            await press(pilot, "tab", "down")

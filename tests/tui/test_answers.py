"""Where an answer goes, while another window may have answered meanwhile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from ipt_tui.ipt import content
from ipt_tui.ipt.questions import questions
from ipt_tui.tui.areas.people.inquiry import PersonInquiry
from ipt_tui.vault import cards, expectations, people
from ipt_tui.vault.errors import ChangedElsewhere
from ipt_tui.vault.thread import VaultThread
from tests.tui.running import FIRST_DAY, filled, ground

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from ipt_tui.ipt.card import Card
    from ipt_tui.ipt.clock import Clock
    from ipt_tui.vault.vault import Vault


@pytest.fixture
def interview(vault: Vault, clock: Clock, thread: VaultThread) -> PersonInquiry:
    """Asking about Sam, of whom one thing is wanted, as it was read a while ago."""
    client = filled(vault, ("Sam partner 1",))
    sam = next(iter(vault.read(cards.inventory, client, clock.today()).cards))
    vault.write(expectations.add, sam, "a rota")
    found = vault.read(cards.inventory, client, clock.today())
    asked = questions(content.load("card.toml"))
    return PersonInquiry(ground(thread, client), asked, found, sam)


@pytest.fixture
async def thread(vault: Vault, clock: Clock) -> AsyncIterator[VaultThread]:
    """The vault as the screen has it."""
    thread = VaultThread(clock)
    await thread.open(vault.path, vault.key)
    yield thread
    await thread.close()


def now(vault: Vault, interview: PersonInquiry) -> Card:
    """Sam's card as it is in the file."""
    found = vault.read(cards.inventory, interview.card.client_uid, interview.ground.today)
    return found.cards[interview.person]


async def test_an_expectation_changed_elsewhere_is_not_saved_over(
    vault: Vault, interview: PersonInquiry
) -> None:
    (line,) = interview.card.expectations
    vault.write(expectations.change, line.uid, text="hers")
    with pytest.raises(ChangedElsewhere):
        await interview.keep(f"wish:{line.uid}:text", "mine")
    assert now(vault, interview).expectations[0].text == "hers"


@pytest.mark.parametrize(("southern", "edtf"), [(False, "2026-22"), (True, "2025-22")])
async def test_seasons_are_those_of_where_the_client_lives(
    vault: Vault, interview: PersonInquiry, southern: bool, edtf: str
) -> None:
    interview.ground = replace(interview.ground, southern=southern)
    await interview.keep("field:since", "summer")
    stored = "SELECT since FROM person"
    assert vault.read(lambda session: session.execute(text(stored)).scalar()) == edtf


@pytest.mark.parametrize(("step", "typed"), [("why", "mine"), ("day", "20 nov")])
async def test_a_move_changed_elsewhere_is_not_saved_over(
    vault: Vault, interview: PersonInquiry, step: str, typed: str
) -> None:
    (move,) = interview.card.moves
    vault.write(people.redate, move.uid, why="hers")
    with pytest.raises(ChangedElsewhere):
        await interview.keep(f"move:{move.uid}:{step}", typed)
    (kept,) = now(vault, interview).moves
    assert (kept.why, kept.day) == ("hers", FIRST_DAY.isoformat())

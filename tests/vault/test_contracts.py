"""The contract in the vault: told, agreed, renegotiated, agreed again; what it only shows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from ipt_tui.exchange.plain_contract import contract_lines
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.contract import asked, state
from ipt_tui.vault import (
    clients,
    contracts,
    courses,
    goals,
    people,
    problem_areas,
    search,
    steps,
    undo,
)
from ipt_tui.vault.errors import ChangedElsewhere, NotValid
from tests.vault.world import TODAY, last_step

if TYPE_CHECKING:
    from ipt_tui.ipt.contract import Contract
    from tests.vault.world import World

AGREED = date(2026, 10, 20)


@pytest.fixture
def world(world: World) -> World:
    """The small record before anything was agreed in it."""
    world.vault.write(undo.undo_step, last_step(world.vault)[0])
    return world


def contract(world: World, *revealed: str, on: date = TODAY) -> Contract:
    return world.vault.read(contracts.of_client, world.client, on, frozenset(revealed))


def tell(world: World, **values: object) -> None:
    world.vault.write(contracts.tell, world.course, TODAY, contract(world).seen, **values)


def test_it_is_told_agreed_renegotiated_and_agreed_again(world: World) -> None:
    write = world.vault.write
    assert contract(world).seen is None
    assert state(contract(world), TODAY) == ""
    tell(world, relieved="overtime, hosting Christmas")
    tell(world, crisis_told=True)
    assert state(contract(world), TODAY) == "draft"
    uid = contract(world).uid or ""
    write(contracts.agree, uid, AGREED, "K7 and me", contract(world).seen)
    assert state(contract(world), TODAY) == "agreed 20 Oct by K7 and me"
    with pytest.raises(NotValid, match="agreed stays"):
        write(contracts.remove, uid)
    tell(world, relieved="overtime")
    changed = contract(world)
    assert state(changed, TODAY).endswith("changed 23 Nov: to be agreed again")
    assert changed.agreed == AGREED
    write(contracts.agree, uid, TODAY, "both", changed.seen)
    assert state(contract(world), TODAY) == "agreed 23 Nov by both"
    said = [line.what for line in world.vault.read(steps.listing_for, world.client)][:5]
    assert said == [f"the contract: {each}" for each in (
        "agreed again", "renegotiated", "agreed", "changed", "told",
    )]  # fmt: skip
    for _ in said:
        write(undo.undo, world.client_id)
    assert contract(world).seen is None


def test_what_does_not_fit_is_refused_and_nothing_is_lost(world: World) -> None:
    write = world.vault.write
    with pytest.raises(KeyError):
        tell(world, agreed="2026-10-20")
    tell(world, role="moments with people")
    first = contract(world)
    with pytest.raises(ChangedElsewhere):  # another window told of one that was not there yet
        write(contracts.tell, world.course, TODAY, None, role="mine")
    tell(world, role="")
    with pytest.raises(NotValid, match="nothing to agree on"):
        write(contracts.agree, first.uid or "", AGREED, "")
    with pytest.raises(NotValid, match="letters long at most"):
        tell(world, role="x" * 100_001)
    assert write(contracts.remove, first.uid or "") == "the contract"
    write(undo.undo, world.client_id)
    assert contract(world).uid == first.uid
    other = write(clients.add, "K9")
    assert world.vault.read(contracts.of_client, other, TODAY).course is None
    tell(world, role="moments with people")
    write(courses.end, world.course, date(2026, 11, 20))
    over = contract(world)  # it can be read, and changed no more
    assert (over.told("role"), state(over, TODAY)) == (
        "moments with people", "draft; ended 20 Nov",
    )  # fmt: skip
    assert contract_lines(over, Audience.PRACTITIONER, TODAY)[1] == "draft; ended 20 Nov"
    with pytest.raises(NotValid, match="has ended"):
        tell(world, role="mine")
    with pytest.raises(NotValid, match="has ended"):
        write(contracts.agree, over.uid or "", TODAY, "", over.seen)
    write(courses.begin, world.client, "ipt16", TODAY)
    assert contract(world).told("role") == ""


def test_what_stands_elsewhere_is_shown_and_not_copied(world: World) -> None:
    tell(world, relieved="overtime", responsible="coming here", confidentiality="all of it")
    found = contract(world)
    assert found.beside.plan
    assert (found.beside.ends, found.beside.ends_about) == (date(2027, 3, 2), True)
    assert found.beside.measures == ("PHQ-9 every session", "GAD-7 every 4th session")
    lines = contract_lines(found, Audience.PRACTITIONER, TODAY)
    assert lines[:5] == [
        "K7, contract", "draft", "", "What can be set aside for now", "set aside: overtime",
    ]  # fmt: skip
    assert "still K7's: coming here" in lines
    assert "meetings: 16 meetings, weekly, 50 minutes each, until about 2 Mar 2027" in lines
    assert "working on: dispute with Sam (the ferry times)" in lines
    assert "goals: say it the same day" in lines
    assert "safety plan: written" in lines
    together = contract_lines(found, Audience.CLIENT, TODAY)
    assert together[0] == "What we agreed"
    assert "still yours: coming here" in together
    assert "working on: the ferry times" in together
    assert not any("K7" in line for line in together)
    assert {each.id for each in asked()} >= {"relieved", "crisis_told", "afterwards"}


def test_it_is_veiled_by_what_it_says_and_stays_so(world: World) -> None:
    tell(world, needs_to_know="Sam, and the lighthouse")
    world.vault.write(people.tell, world.sam, sensitive=True)
    unseen = contract(world)
    assert unseen.veiled
    assert not unseen.texts
    assert "who needs to know: veiled" in contract_lines(unseen, Audience.PRACTITIONER, TODAY)
    assert contract(world, unseen.uid or "").told("needs_to_know").startswith("Sam")
    hits = world.vault.read(search.find, "lighthouse", world.client).hits
    assert [hit.veiled for hit in hits if hit.kind == "contract"] == [True]
    world.vault.write(people.remove, world.sam)
    assert contract(world).veiled
    world.vault.write(contracts.veil, unseen.uid or "", sensitive=False)
    assert not contract(world).veiled


def test_what_it_was_agreed_with_is_kept_and_said_where_that_is_another_now(world: World) -> None:
    write, read = world.vault.write, world.vault.read
    tell(world, relieved="overtime")
    uid = contract(world).uid or ""
    write(contracts.agree, uid, AGREED, "K7", contract(world).seen)
    goal = next(g.uid for g in read(goals.of_client, world.client, TODAY) if g.open)
    write(goals.close, goal, "met", TODAY)
    assert state(contract(world), TODAY) == "agreed 20 Oct by K7", "met is not another goal"
    write(goals.take_up, goal)
    later = write(goals.add, world.client, "rest on Sundays", TODAY)
    write(goals.change, later, sensitive=True)
    area = read(problem_areas.of_client, world.client, TODAY).areas[0].uid
    write(problem_areas.tell, area, about="the winter timetable")
    found = contract(world)
    assert found.to_agree_again
    assert state(found, TODAY) == (
        "agreed 20 Oct by K7, the focus and the goals changed since: to be agreed again"
    )
    lines = contract_lines(found, Audience.PRACTITIONER, TODAY)
    assert (
        "working on: agreed: dispute with Sam (the ferry times). Now: dispute with Sam (the winter "
        "timetable), to be agreed again."
    ) in lines
    own = contract_lines(found, Audience.CLIENT, TODAY)
    assert any("agreed: the ferry times. Now: the winter timetable" in line for line in own)
    assert not any("dispute" in line for line in own)
    assert not any("Sundays" in line for line in (*own, *lines))
    write(contracts.agree, uid, TODAY, "both", found.seen)
    assert not contract(world).to_agree_again
    # what is veiled by then is veiled there, and what is taken out has no words left
    write(goals.change, goal, sensitive=True)
    write(goals.change, goal, text="said at once")
    assert "same day" not in str(contract(world))
    assert "same day" in str(contract(world, goal).then)
    write(goals.remove, goal)
    assert "same day" not in str(contract(world, goal))
    write(undo.undo, world.client_id)
    assert "same day" in str(contract(world, goal).then)

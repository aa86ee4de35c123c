"""The safety plan in the vault: written whole, linked to people, veiled part by part, found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ipt_tui.vault import clients, people, safety_plans, search, undo
from ipt_tui.vault.errors import ChangedElsewhere, NotValid
from tests.vault.session_writes import tell_plan
from tests.vault.world import TODAY, value

if TYPE_CHECKING:
    from ipt_tui.ipt.safety_plan import SafetyPlan
    from tests.vault.world import World


def plan(world: World, revealed: frozenset[str] = frozenset()) -> SafetyPlan:
    return world.vault.read(safety_plans.plan, world.client, TODAY, revealed)


def test_it_is_written_changed_and_emptied_step_by_step(world: World) -> None:
    first = plan(world)
    assert first.texts["alone"] == "a walk to the lighthouse"
    tell_plan(world, alone="", around="", ask="", look_again="")
    assert plan(world).seen is None
    assert value(world.vault, "SELECT count(*) FROM safety_plan") == 0
    assert world.vault.write(undo.undo, world.client_id) == "the safety plan emptied"
    assert plan(world).texts == first.texts
    with pytest.raises(ChangedElsewhere):
        world.vault.write(safety_plans.tell, world.client, None, alone="x")
    other = world.vault.write(clients.add, "K9")
    with pytest.raises(NotValid, match="begins with one of its parts"):
        world.vault.write(safety_plans.tell, other, None, look_again="2026-12-20")
    with pytest.raises(NotValid, match=r"\.$"):
        tell_plan(world, look_again="soon")
    assert plan(world).texts == first.texts


def test_ones_own_is_told_as_ones_own(world: World) -> None:
    assert world.vault.read(safety_plans.mine, TODAY) is None
    world.vault.write(clients.change, world.client, role="self")
    tell_plan(world, matters="the cat")
    found = world.vault.read(safety_plans.mine, TODAY)
    assert found is not None
    assert found.texts["matters"] == "the cat"
    assert world.vault.write(undo.undo, world.client_id) == "your safety plan changed"


def test_whom_it_names_is_linked_and_still_is_under_another_name(world: World) -> None:
    tell_plan(world, ask="Noor, by message", around="the pool with @Sam")
    assert [who.name for who in plan(world).named] == ["Sam", "Noor"]
    world.vault.write(people.tell, world.noor, name="N.", life="died")
    world.vault.write(people.stand, world.sam, TODAY, quality="unsafe", confide="yes")
    found = plan(world)
    assert found.doubtful == (
        "Named here, and marked as not safe on the circle: Sam.",
        "Named here, and has died: N..",
    )
    assert found.offered == ()
    world.vault.write(people.remove, world.sam)
    assert [who.name for who in plan(world).named] == ["N."]
    assert plan(world).texts["around"] == "the pool with @Sam"


def test_only_the_part_that_names_somebody_sensitive_is_veiled(world: World) -> None:
    tell_plan(world, ask="Noor, by message", signs="no sleep")
    world.vault.write(people.stand, world.noor, TODAY, confide="yes")
    assert plan(world).offered == ("Noor",)
    world.vault.write(people.tell, world.noor, sensitive=True)
    found = plan(world)
    assert found.veiled == {"ask"}
    assert (found.texts["ask"], found.texts["signs"]) == ("", "no sleep")
    assert (found.offered, [who.name for who in found.named]) == ((), ["Sam"])
    assert plan(world, frozenset({found.uid or ""})).texts["ask"] == "Noor, by message"
    (hit,) = world.vault.read(search.find, "lighthouse").hits
    assert (hit.kind, hit.veiled, hit.snippet) == (search.PLAN, True, "")
    world.vault.write(people.remove, world.noor)
    assert plan(world).veiled >= {"ask"}, "what was veiled with somebody stays so without them"


def test_it_is_found(world: World) -> None:
    (hit,) = world.vault.read(search.find, "lighthouse").hits
    assert (hit.kind, hit.title, hit.veiled) == (search.PLAN, "safety plan", False)

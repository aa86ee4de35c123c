"""What a session begins with: what the one before it left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.capture import parse
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.session import Before
from ipt_tui.ipt.tidy import to_tidy
from ipt_tui.vault import people, practices, session_before, session_told, tidying
from tests.vault.world import NOW, TODAY

if TYPE_CHECKING:
    from tests.vault.world import World


def before(world: World, uid: str) -> Before:
    return world.vault.read(session_before.before, uid, TODAY, frozenset(), DAY_STARTS_AT)


def test_it_is_the_talks_looked_at_and_the_practices_agreed_and_nothing_veiled(
    world: World,
) -> None:
    write = world.vault.write
    assert before(world, world.held) == Before()
    there = before(world, world.prepared).done
    assert there == ("talk with Sam: the spare key", "ask for one evening")
    write(session_told.tell, world.held, plan_next="look halfway")
    note = "!talk @Noor february\nnoor: hm"
    (item,) = to_tidy(parse(note, TODAY, ("Sam", "Noor")), (), TODAY)
    write(tidying.take, world.held, item, NOW)
    practice = write(practices.agree, world.client, "wave", TODAY, None, None, world.held)
    write(practices.look_at, practice, TODAY, "part")
    found = before(world, world.prepared)
    assert found.plan == "look halfway"
    new = {"talk with Noor: february", "wave, part"}
    assert set(found.done) == {*there, *new}
    write(people.tell, world.noor, sensitive=True)
    assert set(before(world, world.prepared).done) == {*there, "wave, part"}

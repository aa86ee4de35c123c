"""Where one left off in each talk is remembered, for the talks one was in last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.vault import left, settings
from ipt_tui.vault.vault import Vault
from tests.vault.world import content, history

if TYPE_CHECKING:
    from tests.vault.world import World


def test_nothing_was_left_in_a_new_vault(vault: Vault) -> None:
    assert vault.read(left.known) == {}


def test_the_question_that_stood_is_remembered_talk_by_talk(world: World) -> None:
    world.vault.keep(left.leave, world.talk, "after:hoped")
    world.vault.keep(left.leave, "another", "turn:new")
    assert world.vault.read(left.known) == {world.talk: "after:hoped", "another": "turn:new"}
    world.vault.keep(left.leave, world.talk, "end:note")
    assert world.vault.read(left.known) == {"another": "turn:new", world.talk: "end:note"}


def test_it_is_remembered_when_the_vault_is_opened_again(world: World) -> None:
    world.vault.keep(left.leave, world.talk, "after:hoped")
    world.vault.close()
    again = Vault.open(world.vault.path, world.vault.key)
    try:
        assert again.read(left.known) == {world.talk: "after:hoped"}
    finally:
        again.close()


def test_only_the_last_two_hundred_are_remembered(world: World) -> None:
    for number in range(left.MOST):
        world.vault.keep(left.leave, str(number), "head:when")
    world.vault.keep(left.leave, "0", "end:note")
    world.vault.keep(left.leave, "one more", "head:when")
    known = world.vault.read(left.known)
    assert len(known) == left.MOST == 200
    assert list(known) == [*map(str, range(2, 200)), "0", "one more"]
    assert known["0"] == "end:note"


def test_it_is_no_step_and_changes_nothing_of_the_record(world: World) -> None:
    before = world.vault.read(content), world.vault.read(history)
    world.vault.keep(left.leave, world.talk, "after:hoped")
    assert (world.vault.read(content), world.vault.read(history)) == before


def test_what_cannot_be_read_is_as_if_nothing_was_left(world: World) -> None:
    for strange in (["after:hoped"], "after:hoped", 3, None):
        world.vault.keep(settings.put, left.LEFT, strange)
        assert world.vault.read(left.known) == {}
    world.vault.keep(left.leave, world.talk, "after:hoped")
    assert world.vault.read(left.known) == {world.talk: "after:hoped"}

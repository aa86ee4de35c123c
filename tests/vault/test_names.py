"""What can be called a name, and what is kept of anything that is typed."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.text import cells, clean
from ipt_tui.records import Person
from ipt_tui.vault import people
from ipt_tui.vault.editing import one
from ipt_tui.vault.errors import NotValid
from tests.vault.world import TODAY, World


def told(world: World, uid: str, name: str) -> Any:
    return world.vault.read(lambda session: getattr(one(session, Person, uid), name))


def drawn(world: World, uid: str) -> str:
    person = world.vault.read(people.circle, world.client, TODAY).person(uid)
    assert person
    return person.name


NAMES = [
    "[/]", "[bold red]Sam", "Ärztin Ö.", "\u05e9\u05e8\u05d4", "Sam\u200f", "👩\u200d👧",
    "e\u0301\u0302", "字", "'; DROP TABLE person;--", "O'Neill", 'the "ex"', "x" * 120, "NULL",
    "0", "\\", "a  b", ":name", "%s {x}",
]  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_kept_exactly(world: World, name: str) -> None:
    uid = world.vault.write(people.add, world.client, PersonLine(name), TODAY)
    assert told(world, uid, "name") == name
    assert drawn(world, uid) == name
    world.vault.write(people.tell, world.sam, name=name)
    assert told(world, world.sam, "name") == name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("Sam\x1b[2J", "Sam[2J"), ("\u202eSam", "Sam"), ("Sam\nNoor", "Sam Noor"), (" Sam\t", "Sam"),
     ("S\x00am", "Sam"), ("Sam\ud800", "Sam"), ("Sam\r\nand\u2028Co", "Sam and Co")],
)  # fmt: skip
def test_what_could_steer_the_screen_is_taken_out_of_it(
    world: World, typed: str, kept: str
) -> None:
    world.vault.write(people.tell, world.sam, name=typed)
    assert told(world, world.sam, "name") == kept


@pytest.mark.parametrize("name", ["", "   ", "\n", "\x1b\x00", "\u200b\u200d", "\u0301"])
def test_a_name_nobody_can_see_is_none(world: World, name: str) -> None:
    for refused in (
        lambda: world.vault.write(people.add, world.client, PersonLine(name), TODAY),
        lambda: world.vault.write(people.tell, world.sam, name=name),
    ):
        with pytest.raises(NotValid) as caught:
            refused()
        assert str(caught.value) == "The name is empty; please type something."


def test_an_endless_name_is_refused_in_one_sentence(world: World) -> None:
    with pytest.raises(NotValid) as caught:
        world.vault.write(people.add, world.client, PersonLine("x" * 10_000), TODAY)
    assert str(caught.value) == "The name can be 120 letters long at most; please shorten it."


@given(st.text(st.characters(codec=None)), st.text(st.characters(codec=None)))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_words_are_kept_but_for_what_steers(world: World, name: str, notes: str) -> None:
    wanted = clean(notes) if cells(clean(notes).strip()) else ""
    try:
        world.vault.write(people.tell, world.sam, name=name, notes=notes)
    except NotValid:
        name = clean(name).strip()
        assert len(name) > 120 or not cells(name)
    else:
        assert told(world, world.sam, "notes") == wanted
        assert drawn(world, world.sam)

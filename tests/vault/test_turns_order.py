"""Turns stay in the order they were put in: moved, between two without room, and very many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event as happening

from ipt_tui.records import Talk, Turn
from ipt_tui.vault import steps, turns, undo
from ipt_tui.vault.editing import one
from ipt_tui.vault.errors import Gone
from tests.vault.talk_reading import opened, rows, said
from tests.vault.talked import begin_with
from tests.vault.world import World, content, last_step

if TYPE_CHECKING:
    from sqlmodel import Session

AT_ONE_PLACE = 300


def words(world: World, talk: str) -> str:
    """Return what was said in a talk of turns of one letter."""
    return "".join(turn for _, turn in said(world, talk))


def talk_of(world: World, letters: str) -> tuple[str, dict[str, str]]:
    """Begin a talk in which these are said; return its uid, and that of each turn."""
    talk = world.vault.write(begin_with, world.sam)
    if letters:
        world.vault.write(turns.add, talk, [("me", letter) for letter in letters])
    return talk, {turn.said: turn.uid for turn in opened(world, talk).turns}


# Moved.


def test_a_turn_moves_by_one_place(world: World) -> None:
    talk, uids = talk_of(world, "abcd")
    assert world.vault.write(turns.move, uids["c"], -1)
    assert words(world, talk) == "acbd"
    assert world.vault.write(turns.move, uids["a"], 1)
    assert words(world, talk) == "cabd"
    for _ in range(2):
        assert world.vault.write(turns.move, uids["c"], 1)
    assert words(world, talk) == "abcd"


@pytest.mark.parametrize(("letter", "direction"), [("a", -1), ("d", 1)])
def test_at_the_ends_it_stays_and_nothing_is_written(
    world: World, letter: str, direction: int
) -> None:
    talk, uids = talk_of(world, "abcd")
    talk_of(world, "xyz")
    step = last_step(world.vault)
    assert world.vault.write(turns.move, uids[letter], direction) is False
    assert (words(world, talk), last_step(world.vault)) == ("abcd", step)


def test_one_that_is_gone_does_not_move(world: World) -> None:
    with pytest.raises(Gone):
        world.vault.write(turns.move, "gone", 1)


def test_turns_in_one_place_are_moved_and_put_between_all_the_same(world: World) -> None:
    """One that was removed may come back where another stands by now."""
    talk, uids = talk_of(world, "ab")
    world.vault.write(turns.remove, uids["b"])
    removed, _ = last_step(world.vault)
    c = world.vault.write(turns.add, talk, [("me", "c")])
    world.vault.write(undo.undo_step, removed)
    assert words(world, talk) == "abc"
    assert len({row["position"] for row in rows(world, "turn") if row["talk"] == talk}) == 2
    world.vault.write(turns.add, talk, [("me", "x")], uids["b"])
    assert words(world, talk) == "abxc"
    world.vault.write(turns.remove, c)
    world.vault.write(undo.undo_for, world.client)
    world.vault.write(undo.undo_for, world.client)
    assert words(world, talk) == "abc"
    assert world.vault.write(turns.move, c, -1)
    assert words(world, talk) == "acb"
    assert world.vault.write(turns.move, c, 1)
    assert words(world, talk) == "abc"
    assert world.vault.write(turns.move, uids["b"], 1)
    assert words(world, talk) == "acb"


@pytest.mark.parametrize("letter", list("abc"))
@pytest.mark.parametrize("direction", [-1, 1])
def test_turns_that_all_stand_in_one_place_are_put_in_order(
    world: World, letter: str, direction: int
) -> None:
    """A file from elsewhere may have it so."""
    talk, uids = talk_of(world, "abc")

    def flatten(session: Session) -> None:
        for uid in uids.values():
            one(session, Turn, uid).position = 0
        steps.describe(session, one(session, Talk, talk).client_id, "put in one place")

    world.vault.write(flatten)
    at = "abc".index(letter)
    expected = list("abc")
    if moved := 0 <= at + direction <= 2:
        expected[at], expected[at + direction] = expected[at + direction], expected[at]
    assert world.vault.write(turns.move, uids[letter], direction) is moved
    assert words(world, talk) == "".join(expected)


# Between two.


def test_hundreds_after_the_same_turn_keep_the_order(world: World) -> None:
    talk, uids = talk_of(world, "ab")

    def one_by_one(session: Session) -> None:
        for number in range(AT_ONE_PLACE):
            turns.add(session, talk, [("me", str(number))], uids["a"])

    world.vault.write(one_by_one)
    found = [turn for _, turn in said(world, talk)]
    assert found == ["a", *map(str, reversed(range(AT_ONE_PLACE))), "b"]


def test_hundreds_each_after_the_last_before_the_same_turn(world: World) -> None:
    talk, uids = talk_of(world, "ab")
    many = [("me", str(number)) for number in range(AT_ONE_PLACE)]
    last = world.vault.write(turns.add, talk, many, uids["a"])
    assert said(world, talk) == [("me", "a"), *many, ("me", "b")]
    assert opened(world, talk).turns[-2].uid == last


def test_undo_brings_back_the_places_that_made_room(world: World) -> None:
    talk, uids = talk_of(world, "ab")
    for _ in range(12):
        before = world.vault.read(content)
        world.vault.write(turns.add, talk, [("me", "x"), ("me", "y")], uids["a"])
        world.vault.write(undo.undo_for, world.client)
        assert world.vault.read(content) == before
        world.vault.write(undo.redo_for, world.client)
    assert words(world, talk) == f"a{'xy' * 12}b"


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    doings=st.lists(
        st.tuples(st.sampled_from(["end", "after", "up", "down", "split", "out"]), st.integers(0)),
        max_size=25,
    )
)
def test_whatever_is_done_the_order_is_that_of_a_list(
    world: World, doings: list[tuple[str, int]]
) -> None:
    talk, _ = talk_of(world, "")
    shelf: list[str] = []

    def do(session: Session) -> None:
        for number, (what, pick) in enumerate(doings):
            if what == "end" or not shelf:
                shelf.append(turns.add(session, talk, [("me", str(number))]))
                continue
            at = pick % len(shelf)
            uid = shelf[at]
            if what == "after":
                shelf.insert(at + 1, turns.add(session, talk, [("me", "x")], uid))
            elif what == "split":
                shelf.insert(at + 1, turns.split(session, uid, "one", "two"))
            elif what == "out":
                turns.remove(session, uid)
                session.flush()
                shelf.remove(uid)
            else:
                to = at + (-1 if what == "up" else 1)
                moved = turns.move(session, uid, -1 if what == "up" else 1)
                session.flush()
                assert moved is (0 <= to < len(shelf))
                if moved:
                    shelf.insert(to, shelf.pop(at))

    world.vault.write(do)
    assert [turn.uid for turn in opened(world, talk).turns] == shelf


# Very many, and very long.


def test_hundreds_of_turns_are_read_with_as_many_questions_as_one(world: World) -> None:
    many = [("me" if number % 2 else "them", f"line {number}") for number in range(AT_ONE_PLACE)]
    talk, _ = talk_of(world, "a")
    asked: list[str] = []
    happening.listen(
        world.vault._engine, "before_cursor_execute", lambda *args: asked.append(args[2])
    )
    opened(world, talk)
    few = len(asked)
    world.vault.write(turns.add, talk, many)
    asked.clear()
    assert said(world, talk) == [("me", "a"), *many]
    assert len(asked) == few
    assert [turn.number for turn in opened(world, talk).turns] == list(range(1, AT_ONE_PLACE + 2))


def test_a_turn_of_fifty_thousand_letters_is_kept_to_the_letter(world: World) -> None:
    long = ("é[/] " * 10_000).strip()
    last = world.vault.write(turns.add, world.talk, [("me", long)])
    assert said(world)[-1] == ("me", long)
    world.vault.write(turns.split, last, long[:25_000], long[25_000:])
    assert "".join(turn for _, turn in said(world)[2:]).replace(" ", "") == long.replace(" ", "")

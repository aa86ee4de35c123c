"""A talk is veiled with its event, and by whatever is told in it; a reveal of either shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event as happening

from ipt_tui.ipt.captured import Captured, Mark, Mentioned
from ipt_tui.records import Alternative, Attempt, Option, Rehearsal, Talk, Turn
from ipt_tui.vault import clients, noting, people, talk_veil, timed
from ipt_tui.vault.editing import one
from ipt_tui.vault.hidden import Hidden
from ipt_tui.vault.steps import describe
from tests.vault.world import NOW, TODAY, World, value

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlmodel import Session

SECRET = "about Noor, at last"


def veiled(world: World, *revealed: str, only: Collection[int] | None = None) -> set[int]:
    client = world.client_id

    def ask(session: Session) -> set[int]:
        hidden = Hidden(session, client, frozenset(revealed))
        return talk_veil.veiled(session, hidden, client, only)

    return world.vault.read(ask)


def put(world: World, table: Any, **values: Any) -> None:
    """Change the first row of a table, as nobody would through the program."""

    client = world.client_id

    def write(session: Session) -> None:
        row = session.get_one(table, 1)
        for name, said in values.items():
            setattr(row, name, said)
        describe(session, client, "changed")

    world.vault.write(write)


def another(world: World, words: str = "the bus") -> int:
    """Add a talk with nobody; return its number."""
    pieces = (
        Captured(Mark.TALK, 0, f"!talk {words}", words),
        Captured(Mark.TURN, 1, "me: so", "so", speaker="me"),
    )
    noted = world.vault.write(noting.note, world.client, pieces, NOW)
    return world.vault.read(lambda session: one(session, Talk, noted.talks[0]).id or 0)


def test_nothing_is_veiled_where_nothing_is_sensitive(world: World) -> None:
    another(world)
    assert veiled(world) == set()


def test_a_sensitive_event_veils_its_talk_until_one_of_them_is_revealed(world: World) -> None:
    another(world)
    world.vault.write(timed.change, "event", world.event, sensitive=True)
    assert veiled(world) == {1}
    assert veiled(world, world.talk) == veiled(world, world.event) == set()
    assert veiled(world, world.mood, world.tried, world.sam) == {1}


def test_somebody_sensitive_veils_the_talks_they_are_in(world: World) -> None:
    another(world)
    world.vault.write(people.tell, world.sam, sensitive=True)
    assert veiled(world) == {1}
    assert veiled(world, world.sam) == set()
    assert veiled(world, world.talk) == set(), "it was asked for"


def test_with_whom_it_was_counts_without_being_there_otherwise(world: World) -> None:
    world.vault.write(timed.name_people, "event", world.event, TODAY, [])
    world.vault.write(timed.name_people, "mood", world.mood, TODAY, [])
    for table in (Talk, Turn, Alternative, Option, Rehearsal, Attempt):
        put(world, table, **dict.fromkeys(words_of(table), "x"))
    world.vault.write(timed.change, "event", world.event, title="x", note="", words="")
    world.vault.write(timed.change, "mood", world.mood, note="", words="")
    world.vault.write(people.tell, world.sam, sensitive=True)
    assert veiled(world) == {1}


def test_who_was_there_besides_counts_too(world: World) -> None:
    names = [world.sam, world.noor]
    world.vault.write(timed.name_people, "event", world.event, TODAY, names)
    world.vault.write(people.tell, world.noor, sensitive=True)
    assert veiled(world) == {1}


def test_a_veiled_mood_veils_the_talk_it_is_tied_to(world: World) -> None:
    world.vault.write(timed.change, "mood", world.mood, sensitive=True)
    assert veiled(world) == {1}
    assert veiled(world, world.mood) == set()
    world.vault.write(timed.untie, world.mood, world.event)
    assert veiled(world) == set()


def words_of(table: Any) -> list[str]:
    return [c.name for c in table.__table__.columns if c.info.get("searched")]


@pytest.mark.parametrize(
    ("table", "name"),
    [
        (table, name)
        for table in (Talk, Turn, Alternative, Option, Rehearsal, Attempt)
        for name in (*words_of(table), *(["speaker"] if table is Turn else []))
    ],
)
def test_whatever_is_told_in_a_talk_may_veil_it(world: World, table: Any, name: str) -> None:
    another(world)
    world.vault.write(people.tell, world.noor, sensitive=True)
    assert veiled(world) == set()
    put(world, table, **{name: SECRET})
    assert veiled(world) == {1}
    assert veiled(world, world.noor) == veiled(world, world.talk) == set()


@pytest.mark.parametrize("name", ["title", "note", "words", "happened_words"])
def test_whatever_is_told_of_its_event_may_veil_it(world: World, name: str) -> None:
    world.vault.write(people.tell, world.noor, sensitive=True)
    world.vault.write(timed.change, "event", world.event, None, None, **{name: SECRET})
    assert veiled(world) == {1}


def test_only_those_asked_about_are_told_of(world: World) -> None:
    number = another(world, "the bus with Noor")
    world.vault.write(people.tell, world.noor, sensitive=True)
    world.vault.write(people.tell, world.sam, sensitive=True)
    assert veiled(world) == {1, number}
    assert veiled(world, only=[number]) == {number}
    assert veiled(world, only=[]) == set()


def test_talks_of_others_are_never_told_of(world: World) -> None:
    other = world.vault.write(clients.add, "M3")
    sam = (Mentioned("Sam"),)
    pieces = (Captured(Mark.TALK, 0, "!talk @Sam", names=sam),)
    world.vault.write(noting.note, other, pieces, NOW)
    world.vault.write(people.tell, world.sam, sensitive=True)
    assert veiled(world) == {1}
    assert value(world.vault, "SELECT count(*) FROM talk") == 2


def test_many_talks_take_as_many_questions_as_few(world: World) -> None:
    asked: list[str] = []
    happening.listen(
        world.vault._engine, "before_cursor_execute", lambda *args: asked.append(args[2])
    )

    def questions() -> int:
        asked.clear()
        veiled(world)
        return len(asked)

    few = questions()
    for _ in range(5):
        another(world)
    assert questions() == few

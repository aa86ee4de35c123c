"""Practices and to-dos: agreed, looked at, changed, removed; and what they point at."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date
from typing import Any

import pytest

from ipt_tui.ipt.practice import Practice, tried_words
from ipt_tui.vault import (
    clients,
    people,
    practices,
    session_times,
    session_told,
    sessions,
    steps,
    talking,
    talks,
    timed,
    todos,
)
from ipt_tui.vault.errors import ChangedElsewhere, Gone, NotValid
from tests.vault.world import TODAY, World, content

LATER = date(2026, 11, 30)
TOLD: dict[str, Any] = {
    "line": "Could Tuesday be ours?", "when_words": "before thursday", "if_then": "then on Sunday",
    "sure": 6, "mood_before": 4,
}  # fmt: skip


def all_of(world: World, **kept: Any) -> tuple[Practice, ...]:
    return world.vault.read(practices.of_client, world.client, **kept)


@pytest.fixture
def agreed(world: World) -> str:
    return world.vault.write(
        practices.agree, world.client, "ask for Tuesdays", TODAY, world.sam, world.talk,
        world.held, **TOLD,
    )  # fmt: skip


def test_what_is_agreed_says_with_whom_and_where_it_grew_from(world: World, agreed: str) -> None:
    found = world.vault.read(practices.practice, agreed)
    assert (found.what, found.day, found.talk, found.session) == (
        "ask for Tuesdays", TODAY, world.talk, world.held,
    )  # fmt: skip
    assert found.who is not None
    assert (found.who.uid, found.who.name) == (world.sam, "Sam")
    assert {name: getattr(found, name) for name in TOLD} == TOLD
    assert found.open
    assert not found.small_enough
    assert tried_words(found) == "ask for Tuesdays"
    alone = world.vault.write(practices.agree, world.client, "rest", TODAY)
    found = world.vault.read(practices.practice, alone)
    assert (found.who, found.talk, found.session, found.sure) == (None, None, None, None)
    assert found.small_enough


def test_what_came_of_it_is_kept_with_its_day(world: World, agreed: str) -> None:
    seen = world.vault.read(practices.practice, agreed).updated_at
    told = {"happened": "he listened", "mood_after": 6, "learned": "say the day"}
    world.vault.write(practices.look_at, agreed, LATER, "part", seen, **told)
    found = world.vault.read(practices.practice, agreed)
    assert (found.looked_at, found.done, found.happened, found.mood_after, found.learned) == (
        LATER, "part", "he listened", 6, "say the day",
    )  # fmt: skip
    assert tried_words(found) == "ask for Tuesdays · part"
    with pytest.raises(ChangedElsewhere):
        world.vault.write(practices.look_at, agreed, LATER, "no", seen)
    with pytest.raises(ChangedElsewhere):
        world.vault.write(practices.change, agreed, seen, what="x")


def test_the_newest_stands_first_and_may_be_kept_to_some(world: World, agreed: str) -> None:
    (first,) = (one.uid for one in all_of(world) if one.uid != agreed)
    later = world.vault.write(practices.agree, world.client, "wave", LATER)
    assert [one.uid for one in all_of(world)] == [later, agreed, first]
    world.vault.write(practices.look_at, agreed, LATER, "full")
    assert [one.uid for one in all_of(world) if one.open] == [later, first]
    assert [one.uid for one in all_of(world, session_uid=world.held)] == [agreed, first]
    assert all_of(world, session_uid=world.planned) == ()


def test_a_change_changes_alone(world: World, agreed: str) -> None:
    before = world.vault.read(practices.practice, agreed)
    world.vault.write(practices.change, agreed, what="ask once", sure=8)
    after = world.vault.read(practices.practice, agreed)
    assert after == replace(before, what="ask once", sure=8, updated_at=after.updated_at)
    world.vault.write(practices.point, agreed, world.noor)
    moved = world.vault.read(practices.practice, agreed)
    assert moved.who is not None
    assert (moved.who.name, moved.talk, moved.session) == ("Noor", None, world.held)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"what": ""}, r"^The practice is empty; please type something\.$"),
        ({"what": "x", "sure": 11}, "How sure you are is a number from 0 to 10"),
        ({"what": "x", "looked_at": "soon"}, "does not fit here"),
    ],
)
def test_what_does_not_fit_is_not_agreed(
    world: World, values: dict[str, Any], sentence: str
) -> None:
    before = world.vault.read(content)
    with pytest.raises(NotValid, match=sentence):
        world.vault.write(practices.agree, world.client, on=TODAY, **values)
    assert world.vault.read(content) == before


def test_whom_it_is_about_is_not_said_over_what_another_window_told(
    world: World, agreed: str
) -> None:
    seen = world.vault.read(practices.practice, agreed).updated_at
    world.vault.write(practices.change, agreed, seen, what="ask him twice")
    with pytest.raises(ChangedElsewhere):
        world.vault.write(practices.point, agreed, None, None, seen)
    used = world.vault.read(sessions.session, world.prepared, TODAY).techniques
    world.vault.write(session_told.use, world.prepared, [*used, "role_play"], used)
    with pytest.raises(ChangedElsewhere):
        world.vault.write(session_told.use, world.prepared, [], used)
    found = world.vault.read(talks.talk, world.talk, TODAY).line
    people_ = [person.uid for person in found.people]
    world.vault.write(talking.be_with, world.talk, TODAY, [], (), people_)
    with pytest.raises(ChangedElsewhere):
        world.vault.write(talking.be_with, world.talk, TODAY, [world.sam], (), people_)
    with pytest.raises(ChangedElsewhere):
        world.vault.write(
            timed.change, "event", found.event, over={"happened": "2019"}, happened=""
        )


def test_nothing_points_into_another_record(world: World) -> None:
    other = world.vault.write(clients.add, "M3")
    before = world.vault.read(content)
    for whose in ({"person": world.sam}, {"talk": world.talk}, {"session_uid": world.held}):
        with pytest.raises(NotValid, match="different records"):
            world.vault.write(practices.agree, other, "x", TODAY, **whose)
    with pytest.raises(NotValid, match="different records"):
        world.vault.write(todos.add, other, "x", world.held)
    assert world.vault.read(content) == before


# What it points at is removed.


def test_a_practice_stays_without_its_person_its_talk_and_its_session(
    world: World, agreed: str
) -> None:
    whole = asdict(world.vault.read(practices.practice, agreed))
    world.vault.write(people.remove, world.sam)
    assert world.vault.read(practices.practice, agreed).who is None
    world.vault.write(talking.remove, world.talk)
    assert world.vault.read(practices.practice, agreed).talk is None
    other = world.vault.write(practices.agree, world.client, "x", TODAY, session_uid=world.prepared)
    world.vault.write(session_times.remove, world.prepared)
    assert world.vault.read(practices.practice, other).session is None
    left = asdict(world.vault.read(practices.practice, agreed))
    changed = {name for name in whole if whole[name] != left[name]}
    assert changed == {"who", "talk", "updated_at"}


def test_what_is_removed_is_gone(world: World, agreed: str) -> None:
    assert world.vault.write(practices.remove, agreed) == "a practice"
    assert agreed not in [one.uid for one in all_of(world)]
    for read in (
        lambda: world.vault.read(practices.practice, agreed),
        lambda: world.vault.write(practices.remove, agreed),
        lambda: world.vault.write(practices.change, agreed, what="x"),
    ):
        with pytest.raises(Gone):
            read()


def test_each_is_one_step_that_tells_no_word(world: World, agreed: str) -> None:
    write = world.vault.write
    write(practices.look_at, agreed, LATER, "no")
    write(practices.change, agreed, what="y")
    write(practices.point, agreed)
    write(practices.remove, agreed)
    newest = [line.what for line in world.vault.read(steps.listing, world.client_id)[:5]]
    assert newest == [
        "a practice removed", "a practice: whom it is about", "a practice changed",
        "a practice looked at", "a practice agreed",
    ]  # fmt: skip


# To-dos.


def todo_texts(world: World, **kept: Any) -> list[tuple[str, date | None]]:
    found = world.vault.read(todos.of_client, world.client, **kept)
    return [(todo.text, todo.done) for todo in found]


def test_a_to_do_is_open_until_it_is_done(world: World) -> None:
    uid = world.vault.write(todos.add, world.client, "book the room", world.planned)
    assert todo_texts(world) == [("letter to the surgery", None), ("book the room", None)]
    found = world.vault.read(todos.of_client, world.client)[1]
    assert (found.uid, found.session) == (uid, world.planned)
    assert world.vault.write(todos.tick, uid, LATER) is True
    assert todo_texts(world) == [("letter to the surgery", None)]
    assert todo_texts(world, still_open=False)[1] == ("book the room", LATER)
    assert world.vault.write(todos.tick, uid, LATER) is False
    assert len(todo_texts(world)) == 2


def test_a_to_do_is_changed_and_removed(world: World) -> None:
    found = world.vault.read(todos.of_client, world.client)[0]
    world.vault.write(todos.change, found.uid, "ring the surgery", found.updated_at)
    assert todo_texts(world) == [("ring the surgery", None)]
    with pytest.raises(ChangedElsewhere):
        world.vault.write(todos.change, found.uid, "over it", found.updated_at)
    with pytest.raises(NotValid, match="The text is empty"):
        world.vault.write(todos.change, found.uid, "")
    assert world.vault.write(todos.remove, found.uid) == "a to-do"
    assert todo_texts(world, still_open=False) == []
    with pytest.raises(Gone):
        world.vault.write(todos.tick, found.uid, LATER)

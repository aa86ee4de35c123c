"""The ending of a course: told part by part, ticked for its page, and whole after what goes."""

from datetime import date
from typing import Any

import pytest

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.concern import PAGES
from ipt_tui.vault import (
    clients,
    concerns,
    courses,
    endings,
    goals,
    people,
    problem_areas,
    search,
    talk_begin,
    talking,
    timed,
    undo,
)
from ipt_tui.vault.errors import ChangedElsewhere, NotValid
from ipt_tui.vault.hidden import EVERYTHING
from tests.vault.talk_writes import first
from tests.vault.world import TODAY, World, value

SECRET = "Perpetua"
NEWEST_GOAL = "SELECT uid FROM goal ORDER BY id DESC LIMIT 1"


def ending(world: World, revealed: frozenset[str] = frozenset()) -> Any:
    found = world.vault.read(endings.ending, world.client, TODAY, revealed)
    assert found is not None
    return found


def tell(world: World, **values: str) -> None:
    world.vault.write(endings.tell, world.client, TODAY, None, **values)


def second_talk(world: World) -> str:
    """Make a talk of the try, with Sam too."""
    other = world.vault.write(talk_begin.begin, world.tried)
    world.vault.write(talking.be_with, other, TODAY, [world.sam])
    return other


def test_parts_are_told_one_by_one_and_a_newer_one_is_not_written_over(world: World) -> None:
    seen = ending(world).told.seen
    tell(world, did="one thing", coming="stop")
    found = ending(world)
    assert (found.told.texts["did"], found.told.texts["changed"]) == (
        "one thing",
        "the kettle is mine now",
    )
    with pytest.raises(ChangedElsewhere):
        world.vault.write(endings.tell, world.client, TODAY, seen, did="another")
    with pytest.raises(NotValid):
        tell(world, agreed="soon")
    assert ending(world) == found


def test_what_was_done_is_offered_in_the_clients_words_and_taken_as_a_line(world: World) -> None:
    assert [offer.words for offer in ending(world).offers] == []  # the try has no day
    days: dict[str, Any] = dict.fromkeys(("happened", "first_day", "last_day"), "2026-11-12")
    world.vault.write(timed.change, "event", world.tried, None, **days)
    (offer,) = ending(world).offers
    assert (offer.what, offer.words, offer.taken) == ("tried", "asked at breakfast (12 Nov)", False)
    world.vault.write(endings.take, world.client, TODAY, offer.words)
    assert ending(world).offers[0].taken
    world.vault.write(endings.take, world.client, TODAY, offer.words)
    assert ending(world).told.texts["did"] == ""


def test_two_talks_stand_side_by_side_only_with_one_person(world: World) -> None:
    other = second_talk(world)
    compare = (world.client, TODAY, world.talk)
    world.vault.write(endings.compare, *compare, other)
    pair = ending(world).page.talks
    assert (pair.who, pair.then.uid, pair.now.uid) == ("Sam", world.talk, other)
    with pytest.raises(NotValid, match="not the same"):
        world.vault.write(endings.compare, *compare, world.talk)
    world.vault.write(talking.be_with, other, TODAY, [world.noor])
    assert ending(world).page.talks is None
    with pytest.raises(NotValid, match="same person"):
        world.vault.write(endings.compare, *compare, other)


@pytest.mark.parametrize("goes", ["talk", "event", "person"])
def test_what_it_points_at_may_go_and_comes_back(world: World, goes: str) -> None:
    other = second_talk(world)
    world.vault.write(endings.compare, world.client, TODAY, world.talk, other)
    before = ending(world)
    if goes == "talk":
        world.vault.write(talking.remove, world.talk)
    elif goes == "event":
        world.vault.write(timed.remove, "event", world.tried)
    else:
        world.vault.write(people.remove, world.sam)
    assert ending(world).page.talks is None
    world.vault.write(undo.undo_for, world.client)
    assert ending(world) == before


def _secret(world: World) -> str:
    line = PersonLine(SECRET, "somebody")
    uid = world.vault.write(people.add, world.client, line, TODAY)
    world.vault.write(people.tell, uid, sensitive=True)
    return uid


def test_what_names_somebody_sensitive_is_on_the_page_only_if_it_was_ticked(world: World) -> None:
    secret = _secret(world)
    tell(world, not_done=f"{SECRET} and I", plan="a walk")
    found = ending(world)
    assert found.told.veiled == {"not_done"}
    assert found.page.texts["not_done"] == ""
    assert [(one.key, one.words, one.ticked) for one in found.left_out] == [
        (secret, "", False), ("not_done", "", False),
    ]  # fmt: skip
    # revealing unveils the screen, and not the page
    shown = ending(world, EVERYTHING)
    assert shown.told.texts["not_done"] == f"{SECRET} and I"
    assert [one.words for one in shown.left_out] == [SECRET, f"{SECRET} and I"]
    assert shown.page == found.page
    world.vault.write(endings.tick, world.client, TODAY, "not_done")
    assert ending(world).page.texts["not_done"] == f"{SECRET} and I"
    world.vault.write(endings.tick, world.client, TODAY, "not_done")
    world.vault.write(endings.tick, world.client, TODAY, secret)
    assert ending(world).page.texts["not_done"] == f"{SECRET} and I"
    assert SECRET in [p.name for p in ending(world).page.circle.people]
    # a search veils it, and it stays veiled when the one for whom it was goes
    (hit,) = world.vault.read(search.find, "Perpetua and", world.client).hits
    assert (hit.kind, hit.veiled, hit.title) == ("ending", True, "")
    world.vault.write(people.remove, secret)
    assert ending(world).told.veiled == {"changed", "not_done", "plan"}
    assert f"{SECRET} and I" not in str(ending(world).page.texts)


def test_a_sensitive_talk_stands_side_by_side_only_if_it_was_ticked(world: World) -> None:
    world.vault.write(endings.compare, world.client, TODAY, world.talk, second_talk(world))
    world.vault.write(timed.change, "event", world.event, None, sensitive=True)
    assert ending(world).page.talks is None
    left, agreed = ending(world).left_out
    assert (left.key, left.kind, left.words) == (world.talk, "talk", "")
    assert (agreed.kind, agreed.words) == ("how it hangs together", "")  # the talk's event is in it
    assert ending(world, frozenset({world.talk})).left_out[0].words.startswith("Sam, ")
    world.vault.write(endings.tick, world.client, TODAY, world.talk)
    assert ending(world).page.talks.then.uid == world.talk


def test_what_points_at_something_sensitive_is_not_on_the_page(world: World) -> None:
    """A goal of an area that is veiled, and a formulation with an event ticked that is."""
    write, page = world.vault.write, ending(world).page
    assert [goal.text for goal in page.goals] == ["say it the same day"]
    assert "a shift" in page.formulation
    write(goals.belongs, str(value(world.vault, NEWEST_GOAL)), world.grief)
    write(problem_areas.tell, world.grief, sensitive=True)
    write(timed.change, "event", world.event, None, title="the quarrel", sensitive=True)
    unseen = ending(world)
    assert (unseen.page.goals, unseen.page.formulation) == ((), "")
    assert [(one.kind, one.words) for one in unseen.left_out] == [
        ("how it hangs together", ""), ("goal", ""),
    ]  # fmt: skip
    write(endings.tick, world.client, TODAY, unseen.left_out[0].key)
    assert ending(world).page.formulation == page.formulation


def test_no_page_is_handed_out_while_pages_are_paused(world: World) -> None:
    """An open concern of the small record has them paused."""
    with pytest.raises(NotValid, match="set aside for now") as refused:
        world.vault.read(endings.page_to_take, world.client, TODAY)
    assert "concern" not in str(refused.value)
    world.vault.write(concerns.resume, first(world, "concern"), PAGES)
    assert world.vault.read(endings.page_to_take, world.client, TODAY) is not None


def test_the_page_of_an_ended_course_stays_when_another_begins(world: World) -> None:
    tell(world, changed="I ask first")
    world.vault.write(courses.end, world.course, date(2026, 11, 24))
    later = date(2026, 12, 8)
    page = world.vault.read(endings.page, world.client, later)
    assert page is not None
    assert page.on == date(2026, 11, 24)
    world.vault.write(courses.begin, world.client, "maint", later)
    same = world.vault.read(endings.page, world.client, later)
    assert same is not None
    assert same.texts["changed"] == "I ask first"
    found = world.vault.read(endings.told, world.client, later)
    assert found is not None
    assert found.course.uid == world.course


def test_without_a_course_there_is_none(world: World) -> None:
    other = world.vault.write(clients.add, "M2")
    assert world.vault.read(endings.ending, other, TODAY) is None
    assert world.vault.read(endings.page, other, TODAY) is None
    with pytest.raises(NotValid):
        world.vault.write(endings.tell, other, TODAY, changed="much")
    assert value(world.vault, "SELECT count(*) FROM ending") == 1

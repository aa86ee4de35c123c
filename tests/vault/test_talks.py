"""Talks as they stand in the list and opened: newest first, how far looked at, what came of it."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.ipt.moments import Moment, Part, at_time, on_day
from ipt_tui.ipt.talk_vocabulary import Stage
from ipt_tui.vault import (
    clients,
    expectations,
    noting,
    talk_parts,
    talking,
    talks,
    timed,
    turns,
)
from ipt_tui.vault.dating import on_one_day
from ipt_tui.vault.errors import Gone
from tests.vault.talk_reading import listed, note, opened
from tests.vault.talked import begin_with
from tests.vault.world import EARLIER, NOW, TODAY, World, value

if TYPE_CHECKING:
    from ipt_tui.ipt.talk import TalkLine

DAY = date(2026, 11, 20)


def begun(world: World, about: str, when: Moment | dict[str, str] | None, person: str = "") -> str:
    """Begin a talk about something; return its uid."""
    fields = on_one_day(when) if isinstance(when, Moment) else when or {}
    uid = world.vault.write(begin_with, person or world.noor, **fields)
    world.vault.write(talking.tell, uid, about=about)
    return uid


def line(world: World, uid: str) -> TalkLine:
    found = listed(world).line(uid)
    assert found is not None
    assert found == opened(world, uid).line, "list and talk say the same"
    return found


# The list.


def test_the_newest_stands_first_and_what_has_no_day_last(world: World) -> None:
    begun(world, "evening", on_day(DAY, Part.EVENING))
    begun(world, "undated", None)
    begun(world, "spring", {"happened": "2019-21", "first_day": "2019-03-01",
                            "last_day": "2019-05-31"})  # fmt: skip
    begun(world, "after midnight", at_time(DAY, time(0, 30)))
    begun(world, "morning", on_day(DAY, Part.MORNING))
    begun(world, "that day", on_day(DAY))
    begun(world, "the day after", at_time(date(2026, 11, 21), time(7)))
    assert [talk.about for talk in listed(world).lines] == [
        "the spare key", "the day after", "after midnight", "evening", "morning", "that day",
        "spring", "undated",
    ]  # fmt: skip


def test_of_one_day_the_one_noted_last_stands_first(world: World) -> None:
    for about in "abc":
        begun(world, about, on_day(DAY))
    assert [talk.about for talk in listed(world).lines][1:] == ["c", "b", "a"]


def test_a_line_says_when_and_with_whom_it_was(world: World) -> None:
    at = on_day(DAY, Part.EVENING)
    uid = begun(world, "the flat", at)
    world.vault.write(talking.be_with, uid, TODAY, [world.noor, world.sam])
    world.vault.write(talking.tell, uid, note="so it was", got_across="no")
    found = line(world, uid)
    assert [person.name for person in found.people] == ["Noor", "Sam"]
    assert (found.at, found.day) == (at, DAY)
    assert (found.about, found.note) == ("the flat", "so it was")
    assert found.title == "talk with Noor and Sam"
    assert (found.got_across, found.jotting, found.subject) == ("no", None, "the flat")
    assert line(world, world.talk).jotting == world.jotting


def test_with_a_person_the_list_keeps_to_the_talks_with_them(world: World) -> None:
    uid = begun(world, "the flat", on_day(DAY))
    assert [t.uid for t in listed(world).lines] == [world.talk, uid]
    only = listed(world, person=world.noor)
    assert [t.uid for t in only.lines] == [uid]
    assert only.person is not None
    assert (only.person.uid, only.person.name) == (world.noor, "Noor")
    world.vault.write(talking.be_with, uid, TODAY, [world.sam])
    assert listed(world, person=world.noor).lines == (), "she was only there"
    assert len(listed(world, person=world.sam).lines) == 2
    assert (listed(world, person="gone").person, len(listed(world, person="gone").lines)) == (
        None, 2,
    )  # fmt: skip


def test_the_talks_of_others_are_not_in_it(world: World) -> None:
    other = world.vault.write(clients.add, "M3")
    pieces = (Captured(Mark.TALK, 0, "!talk x", "x"),)
    (uid,) = world.vault.write(noting.note, other, pieces, NOW).talks
    assert [t.uid for t in listed(world).lines] == [world.talk]
    theirs = world.vault.read(talks.talks, other, TODAY)
    assert ([t.uid for t in theirs.lines], theirs.code, theirs.wishes) == ([uid], "M3", (0, 0))
    assert opened(world, uid).client == other
    for gone in ("gone", world.event):
        with pytest.raises(Gone):
            opened(world, gone)


# How far it has been looked at.


@pytest.mark.parametrize(
    "told",
    [
        {name: "x"}
        for name in (
            "lead_up", "hoped", "need", "result", "got_across", "checked", "their_side", "style",
        )
    ],
)  # fmt: skip
def test_with_anything_told_a_talk_is_begun(world: World, told: dict[str, Any]) -> None:
    uid = begun(world, "the flat", on_day(DAY))
    world.vault.write(talking.tell, uid, note="n", words="w", place="p", channel="phone")
    assert line(world, uid).stage is Stage.NEW
    world.vault.write(talking.tell, uid, **told)
    assert line(world, uid).stage is Stage.BEGUN


@pytest.mark.parametrize("sort", ["turn", "way", "alternative", "option", "rehearsal", "tried"])
def test_with_anything_grown_from_it_a_talk_is_begun(world: World, sort: str) -> None:
    uid = begun(world, "the flat", on_day(DAY))
    if sort == "turn":
        world.vault.write(turns.add, uid, [("Noor", "so")])
    elif sort == "way":
        world.vault.write(talk_parts.mark_all, uid, ["silence"])
    elif sort == "tried":
        world.vault.write(talk_parts.attempt, uid, NOW, "tried")
    else:
        told = {"option": {"text": "x"}, "alternative": {"line": "x"}}
        values: dict[str, Any] = told.get(sort, {"day": "2026-11-20"})
        world.vault.write(talk_parts.add, sort, uid, **values)
    assert line(world, uid).stage is Stage.BEGUN


@pytest.mark.parametrize("other", ["them", "Noor"])
def test_with_both_sides_and_what_came_of_it_a_talk_is_looked_at(world: World, other: str) -> None:
    uid = begun(world, "the flat", on_day(DAY))
    world.vault.write(turns.add, uid, [("me", "so")])
    world.vault.write(talking.tell, uid, result="silence")
    assert line(world, uid).stage is Stage.BEGUN
    world.vault.write(turns.add, uid, [(other, "well")])
    assert line(world, uid).stage is Stage.LOOKED_AT
    world.vault.write(talking.tell, uid, result="")
    assert line(world, uid).stage is Stage.BEGUN


# What is counted over several.


def test_what_got_in_the_way_and_what_was_tried_is_in_the_line(world: World) -> None:
    found = line(world, world.talk)
    assert found.difficulties == ("silence", "bad_timing")
    (tried,) = found.tried
    assert (tried.event, tried.title, tried.day) == (world.tried, "asked at breakfast", None)
    assert (tried.done, tried.happened) == ("yes", "a nod")


def test_wishes_are_counted_once_they_are_said_aloud(world: World) -> None:
    assert (listed(world).wishes, line(world, world.talk).wishes_said) == ((0, 1), 0)
    other = world.vault.write(expectations.add, world.noor, "a call")
    world.vault.write(expectations.add, world.noor, "that I ring", whose="theirs")
    assert listed(world).wishes == (0, 2)
    for day in (EARLIER, TODAY):
        world.vault.write(expectations.note, world.wish, day, said=True, talk=world.talk)
    assert (listed(world).wishes, line(world, world.talk).wishes_said) == ((1, 2), 1)
    world.vault.write(expectations.note, other, TODAY, said=True, talk=world.talk)
    world.vault.write(expectations.note, other, EARLIER, met="no")
    assert (listed(world).wishes, line(world, world.talk).wishes_said) == ((2, 2), 2)
    assert listed(world, person=world.noor).wishes == (1, 1)
    assert listed(world, person=world.sam).wishes == (1, 1)


# Opened.


def test_what_it_changed_for_a_wish_stands_with_its_day(world: World) -> None:
    world.vault.write(expectations.note, world.wish, EARLIER, said=True, talk=world.talk)
    world.vault.write(expectations.note, world.wish, TODAY, met="partly")
    world.vault.write(expectations.change, world.wish, text="that he asks")
    told = [(n.expectation, n.text, n.day, n.said, n.met) for n in opened(world).news]
    assert told == [
        (world.wish, "that he asks", EARLIER, True, None),
        (world.wish, "that he asks", TODAY, False, "partly"),
    ]


def test_who_else_was_there_is_told_apart_from_whom_it_was_with(world: World) -> None:
    world.vault.write(timed.name_people, "event", world.event, TODAY, [world.noor, world.sam])
    talk = opened(world)
    assert [person.name for person in talk.line.people] == ["Sam"]
    assert [person.name for person in talk.others] == ["Noor"]


def test_the_moods_are_those_of_the_timeline(world: World) -> None:
    assert (opened(world).mood_before, opened(world).mood_after) == (None, 3)
    note(world, Mark.MOOD, "~7", at=at_time(TODAY, time(9)), value=7)
    assert (opened(world).mood_before, opened(world).mood_after) == (7, 3)
    world.vault.write(timed.untie, world.mood, world.event)
    world.vault.write(timed.remove, "mood", world.mood)
    assert (opened(world).mood_before, opened(world).mood_after) == (7, 6), "the nearest after"
    assert value(world.vault, "SELECT count(*) FROM mood") == 2


def test_many_talks_take_as_many_questions_as_few(world: World) -> None:
    from sqlalchemy import event as happening

    asked: list[str] = []
    happening.listen(
        world.vault._engine, "before_cursor_execute", lambda *args: asked.append(args[2])
    )

    def questions() -> int:
        asked.clear()
        listed(world)
        return len(asked)

    few = questions()
    for number in range(5):
        uid = begun(world, f"{number}", on_day(DAY))
        world.vault.write(talk_parts.attempt, uid, NOW, "tried")
    assert questions() == few

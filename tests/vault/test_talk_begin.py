"""A talk is begun from an event, a person, a mood or a line; each of them shows it from then on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt.captured import Mark
from ipt_tui.ipt.moments import Part, moment, on_day
from ipt_tui.ipt.timeline import EventEntry, JottingEntry
from ipt_tui.vault import clients, people, talk_begin, talking, talks, timed
from ipt_tui.vault.dating import on_one_day
from ipt_tui.vault.errors import Gone, NotValid
from tests.vault.talk_reading import month, note, opened, rows
from tests.vault.talked import begin_with
from tests.vault.world import TODAY, World, content, last_step

if TYPE_CHECKING:
    from ipt_tui.ipt.talk import Talk

EVENING = on_day(date(2026, 11, 20), Part.EVENING)
SMALL_HOURS = moment(datetime(2026, 11, 21, 1, 30, tzinfo=UTC))


def with_whom(talk: Talk) -> list[str]:
    return [person.name for person in talk.line.people]


def happened(world: World, talk: Talk) -> EventEntry:
    """Return the event of a talk as the timeline shows it."""
    entry = month(world).entry(talk.line.event)
    assert isinstance(entry, EventEntry)
    return entry


def leads_to(world: World, entry: str) -> str | None:
    return world.vault.read(talks.uid_of, entry)


# From an event.


@pytest.mark.parametrize(
    ("there", "with_"), [(("Noor",), ["Noor"]), (("Sam", "Noor"), []), ((), [])]
)
def test_of_an_event_it_is_with_the_one_who_was_there(
    world: World, there: tuple[str, ...], with_: list[str]
) -> None:
    event = note(world, Mark.EVENT, "tea", *there, at=EVENING)
    talk = opened(world, world.vault.write(talk_begin.begin, event))
    assert (talk.line.event, talk.line.title, with_whom(talk)) == (event, "tea", with_)
    assert [p.name for p in happened(world, talk).people] == list(there), "nobody came or went"
    assert leads_to(world, event) == talk.uid


@pytest.mark.parametrize("named", [[], ["noor"], ["noor", "sam", "noor"]])
def test_it_is_with_those_who_are_named(world: World, named: list[str]) -> None:
    event = note(world, Mark.EVENT, "tea", "Sam")
    uids = [getattr(world, name) for name in named]
    talk = opened(world, world.vault.write(talk_begin.begin, event, uids))
    assert [person.uid for person in talk.line.people] == list(dict.fromkeys(uids))
    assert {"sam", *named} == {p.name.casefold() for p in happened(world, talk).people}


def test_of_an_event_there_is_one_talk(world: World) -> None:
    before = world.vault.read(content)
    assert world.vault.write(talk_begin.begin, world.event, [world.noor]) == world.talk
    assert world.vault.read(content) == before


def test_nobody_of_another_record_is_in_it(world: World) -> None:
    other = replace(world, client=world.vault.write(clients.add, "M3"))
    event, line = note(other, Mark.EVENT, "tea"), note(other, Mark.TEXT, "so that")
    before = world.vault.read(content)
    for begin, entry in ((talk_begin.begin, event), (talk_begin.begin_from_line, line)):
        with pytest.raises(NotValid, match="different records"):
            world.vault.write(begin, entry, [world.sam])
    assert world.vault.read(content) == before


# From a person.


def test_of_a_person_it_is_an_event_with_them(world: World) -> None:
    day = on_one_day(EVENING)
    talk = opened(world, world.vault.write(begin_with, world.noor, **day))
    event = happened(world, talk)
    assert (event.title, event.at) == ("talk with Noor", EVENING)
    assert [p.name for p in event.people] == with_whom(talk) == ["Noor"]


def test_of_a_person_it_need_not_have_a_day(world: World) -> None:
    talk = opened(world, world.vault.write(begin_with, world.noor))
    assert (talk.line.day, talk.line.when, talk.line.at) == (None, None, None)
    assert talk.line.event in [row["uid"] for row in rows(world, "event")]


# From a mood.


def test_of_a_mood_it_is_the_talk_of_its_event(world: World) -> None:
    assert leads_to(world, world.mood) == world.talk
    assert world.vault.write(talk_begin.begin_from_mood, world.mood) == world.talk
    event = note(world, Mark.EVENT, "tea", "Noor")
    world.vault.write(timed.tie, world.other_mood, event)
    uid = world.vault.write(talk_begin.begin_from_mood, world.other_mood)
    assert (opened(world, uid).line.event, with_whom(opened(world, uid))) == (event, ["Noor"])
    assert leads_to(world, world.other_mood) == uid


def test_a_tie_that_was_set_apart_is_none(world: World) -> None:
    world.vault.write(timed.set_apart, world.other_mood, world.event)
    assert leads_to(world, world.other_mood) is None
    assert world.vault.write(talk_begin.begin_from_mood, world.other_mood) != world.talk


def test_of_a_mood_with_no_event_there_is_a_new_one_tied_to_it(world: World) -> None:
    mood = note(world, Mark.MOOD, "~4", "Sam", "Noor", at=EVENING)
    uid = world.vault.write(talk_begin.begin_from_mood, mood)
    talk = opened(world, uid)
    event = happened(world, talk)
    assert (event.title, event.at) == ("talk with Sam and Noor", EVENING)
    assert [p.name for p in event.people] == with_whom(talk) == ["Sam", "Noor"]
    assert month(world).tied(mood) == (event.uid,)
    assert leads_to(world, mood) == leads_to(world, event.uid) == uid
    assert world.vault.write(talk_begin.begin_from_mood, mood) == uid


@pytest.mark.parametrize("sensitive", [True, False])
def test_what_is_sensitive_stays_so(world: World, sensitive: bool) -> None:
    for sort, entry, begin in (
        ("mood", world.other_mood, talk_begin.begin_from_mood),
        ("jotting", note(world, Mark.TEXT, "so that"), talk_begin.begin_from_line),
    ):
        world.vault.write(timed.change, sort, entry, sensitive=sensitive)
        talk = opened(world, world.vault.write(begin, entry))
        assert (talk.line.sensitive, talk.line.veiled) == (sensitive, sensitive)


@pytest.mark.parametrize("mark", [Mark.MOOD, Mark.TEXT])
def test_after_midnight_it_is_still_the_day_before(world: World, mark: Mark) -> None:
    entry = note(world, mark, "~4", at=SMALL_HOURS)
    talk = opened(world, world.vault.write(talk_begin.begin_of, entry))
    assert talk.line.at == SMALL_HOURS
    assert talk.line.day == talk.line.when.first == date(2026, 11, 20)  # type: ignore[union-attr]
    early = time(0)
    entry = note(world, mark, "~5", at=SMALL_HOURS)
    uid = world.vault.write(talk_begin.begin_of, entry, day_starts_at=early)
    event = next(r for r in rows(world, "event") if r["uid"] == opened(world, uid).line.event)
    assert event["happened"] == event["first_day"] == event["last_day"] == "2026-11-21"


@pytest.mark.parametrize("mark", [Mark.MOOD, Mark.TEXT])
def test_of_a_day_no_hour_is_made_up(world: World, mark: Mark) -> None:
    entry = note(world, mark, "~4", at=on_day(date(2026, 11, 20)))
    talk = opened(world, world.vault.write(talk_begin.begin_of, entry))
    assert (talk.line.day, talk.line.at) == (date(2026, 11, 20), None)


# From a line.


def test_a_line_stays_and_is_the_note_of_its_talk(world: World) -> None:
    text = "came home late, [no] words\n\twith [/]"
    line = note(world, Mark.TEXT, text, at=EVENING)
    uid = world.vault.write(talk_begin.begin_from_line, line, [world.sam])
    talk = opened(world, uid)
    assert (talk.line.note, talk.text("words"), talk.line.jotting) == (text, text, line)
    assert (talk.line.at, talk.line.title) == (EVENING, "talk with Sam")
    assert [p.name for p in happened(world, talk).people] == with_whom(talk) == ["Sam"]
    there = month(world).entry(line)
    assert isinstance(there, JottingEntry)
    assert there.text == text
    assert last_step(world.vault)[1] == world.client_id


def test_a_second_time_it_is_the_same_talk(world: World) -> None:
    line = note(world, Mark.TEXT, "came home late")
    uid = world.vault.write(talk_begin.begin_from_line, line, [world.sam])
    before = world.vault.read(content)
    assert world.vault.write(talk_begin.begin_from_line, line, [world.noor]) == uid
    assert leads_to(world, line) == uid
    assert world.vault.read(content) == before
    world.vault.write(talking.remove, uid)
    assert leads_to(world, line) is None
    assert world.vault.write(talk_begin.begin_from_line, line) != uid


# Whatever it is.


def test_of_any_entry_it_is_as_of_its_sort(world: World) -> None:
    event = note(world, Mark.EVENT, "tea", "Noor")
    for entry in (event, world.other_mood, note(world, Mark.TEXT, "so that")):
        assert leads_to(world, entry) is None
        uid = world.vault.write(talk_begin.begin_of, entry)
        assert leads_to(world, entry) == uid
        assert world.vault.write(talk_begin.begin_of, entry) == uid
    assert world.vault.write(talk_begin.begin_of, world.jotting) == world.talk


@pytest.mark.parametrize("uid", ["spell", "sam", "talk", "nobody's"])
def test_of_anything_else_there_is_none(world: World, uid: str) -> None:
    before = world.vault.read(content)
    for begin in (talk_begin.begin_of, talk_begin.begin, talk_begin.begin_from_line):
        with pytest.raises(Gone):
            world.vault.write(begin, getattr(world, uid, uid))
    assert world.vault.read(content) == before


@pytest.mark.parametrize(
    ("text", "with_"),
    [("Sam came late", ["Sam"]), ("@noor rang", ["Noor"]), ("Sam and Noor", []), ("quiet", [])],
)
def test_of_a_line_it_is_with_the_one_it_names(world: World, text: str, with_: list[str]) -> None:
    uid = world.vault.write(talk_begin.begin_of, note(world, Mark.TEXT, text))
    assert with_whom(opened(world, uid)) == with_


def test_it_is_not_with_a_veiled_one_until_they_are_shown(world: World) -> None:
    world.vault.write(people.tell, world.sam, sensitive=True)
    hidden, shown = note(world, Mark.TEXT, "Sam came"), note(world, Mark.TEXT, "Sam left")
    uid = world.vault.write(talk_begin.begin_of, hidden)
    assert with_whom(opened(world, uid, uid)) == []
    assert opened(world, uid, uid).line.title == "a talk"
    uid = world.vault.write(talk_begin.begin_of, shown, frozenset({world.sam}))
    assert with_whom(opened(world, uid, uid)) == ["Sam"]


def test_every_one_of_them_is_one_step(world: World) -> None:
    for begin, part in (
        (talk_begin.begin, note(world, Mark.EVENT, "tea")),
        (begin_with, world.noor),
        (talk_begin.begin_from_mood, world.other_mood),
        (talk_begin.begin_from_line, note(world, Mark.TEXT, "so that")),
    ):
        step, _ = last_step(world.vault)
        world.vault.write(begin, part)
        assert last_step(world.vault) == (step + 1, world.client_id)
        assert opened(world, rows(world, "talk")[-1]["uid"]).today == TODAY

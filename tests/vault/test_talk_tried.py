"""What a talk led to, tried: an event that stands already or a new one; and what is wished for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt.captured import Mark
from ipt_tui.ipt.moments import Part, on_day
from ipt_tui.ipt.timeline import EventEntry
from ipt_tui.vault import clients, expectations, people, talk_parts, talking, timed
from ipt_tui.vault.errors import Gone, NotValid
from tests.vault.talk_reading import month, note, opened, rows
from tests.vault.world import NOW, TODAY, World, content, last_step

if TYPE_CHECKING:
    from ipt_tui.ipt.talk import AttemptLine

DAY = date(2026, 11, 20)
EVENING = on_day(DAY, Part.EVENING)


def tried(world: World) -> list[AttemptLine]:
    return list(opened(world).attempts)


def on(world: World, day: date = DAY, *revealed: str) -> list[str]:
    """Return the titles of what may be what was tried on a day."""
    shown = frozenset(revealed)
    found = world.vault.read(talk_parts.events_on, world.talk, day.isoformat(), shown)
    return [title for _, title in found]


# A new event.


def test_it_is_a_new_event_on_its_day_with_those_it_was_with(world: World) -> None:
    world.vault.write(talking.be_with, world.talk, TODAY, [world.noor, world.sam])
    uid = world.vault.write(
        talk_parts.attempt, world.talk, EVENING, "tried: the key", done="part", what="asked"
    )
    line = tried(world)[-1]
    assert (line.uid, line.title, line.day) == (uid, "tried: the key", DAY)
    assert (line.done, line.what, line.happened) == ("part", "asked", "")
    entry = month(world).entry(line.event)
    assert isinstance(entry, EventEntry)
    assert (entry.title, entry.at, entry.category) == ("tried: the key", EVENING, "")
    assert {person.name for person in entry.people} == {"Noor", "Sam"}
    assert opened(world).line.tried == tuple(tried(world))


def test_of_a_day_no_hour_is_made_up(world: World) -> None:
    world.vault.write(talk_parts.attempt, world.talk, on_day(DAY), "tried")
    (event,) = [row for row in rows(world, "event") if row["title"] == "tried"]
    assert (event["happened"], event["at"], event["known"]) == ("2026-11-20", "", "")


@pytest.mark.parametrize("sensitive", [True, False])
def test_it_is_as_sensitive_as_the_talk(world: World, sensitive: bool) -> None:
    world.vault.write(timed.change, "event", world.event, sensitive=sensitive)
    world.vault.write(talk_parts.attempt, world.talk, EVENING, "tried")
    (event,) = [row for row in rows(world, "event") if row["title"] == "tried"]
    assert event["sensitive"] is sensitive


def test_without_a_title_there_is_no_try(world: World) -> None:
    before = world.vault.read(content)
    with pytest.raises(NotValid):
        world.vault.write(talk_parts.attempt, world.talk, EVENING, " ")
    assert world.vault.read(content) == before


# An event that stands there.


def test_it_is_an_event_that_stands_on_the_timeline(world: World) -> None:
    event = note(world, Mark.EVENT, "breakfast", "Noor", at=EVENING)
    before = rows(world, "event_person")
    step, _ = last_step(world.vault)
    world.vault.write(talk_parts.attempt, world.talk, NOW, "unused", event, done="yes")
    assert (tried(world)[-1].event, tried(world)[-1].title) == (event, "breakfast")
    assert rows(world, "event_person") == before, "nobody came"
    assert "unused" not in [row["title"] for row in rows(world, "event")]
    assert last_step(world.vault) == (step + 1, world.client_id)


def test_what_is_noted_as_tried_is_not_noted_twice(world: World) -> None:
    before = world.vault.read(content)
    with pytest.raises(NotValid, match=r"^That is noted as tried already; open it to change it\.$"):
        world.vault.write(talk_parts.attempt, world.talk, NOW, "again", world.tried)
    assert world.vault.read(content) == before


def test_it_is_no_event_of_another_record(world: World) -> None:
    other = replace(world, client=world.vault.write(clients.add, "M3"))
    event = note(other, Mark.EVENT, "tea", at=EVENING)
    before = world.vault.read(content)
    with pytest.raises(NotValid, match="different records"):
        world.vault.write(talk_parts.attempt, world.talk, NOW, "tea", event)
    with pytest.raises(Gone):
        world.vault.write(talk_parts.attempt, world.talk, NOW, "tea", world.mood)
    assert world.vault.read(content) == before
    assert on(world) == []


def test_tries_stand_in_the_order_of_their_days(world: World) -> None:
    for day in (22, 19, 21):
        moment = on_day(date(2026, 11, day))
        world.vault.write(talk_parts.attempt, world.talk, moment, f"on {day}")
    assert [line.day and line.day.day for line in tried(world)] == [None, 19, 21, 22]


# What may be what was tried.


def test_the_events_of_the_day_that_name_them_may_be_it(world: World) -> None:
    world.vault.write(talking.be_with, world.talk, TODAY, [world.sam, world.noor])
    note(world, Mark.EVENT, "breakfast", "Sam", "Noor", at=EVENING)
    note(world, Mark.EVENT, "tea", "Noor", at=on_day(DAY))
    note(world, Mark.EVENT, "alone", at=EVENING)
    note(world, Mark.EVENT, "another day", "Sam", at=on_day(date(2026, 11, 21)))
    assert on(world) == ["breakfast", "tea"]


def test_the_event_of_the_talk_itself_is_not_it(world: World) -> None:
    assert on(world, TODAY) == []
    note(world, Mark.EVENT, "breakfast", "Sam")
    assert on(world, TODAY) == ["breakfast"]


@pytest.mark.parametrize("how", ["sensitive", "title", "person", "note", "mood"])
def test_what_is_veiled_is_not_offered_until_it_is_shown(world: World, how: str) -> None:
    names = ("Sam", "Noor") if how == "person" else ("Sam",)
    title = "tea, then Noor rang" if how == "title" else "tea"
    event = note(world, Mark.EVENT, title, *names, at=EVENING)
    if how == "note":
        world.vault.write(timed.change, "event", event, note="Noor rang")
    mood = note(world, Mark.MOOD, "~4", at=EVENING)
    world.vault.write(timed.tie, mood, event)
    assert on(world) == [title]
    if how == "mood":
        world.vault.write(timed.change, "mood", mood, sensitive=True)
    elif how == "sensitive":
        world.vault.write(timed.change, "event", event, sensitive=True)
    else:
        world.vault.write(people.tell, world.noor, sensitive=True)
    entry = month(world).entry(event)
    assert isinstance(entry, EventEntry)
    assert entry.veiled
    assert on(world) == []
    assert on(world, DAY, event) == [title]


# What is wished for.


def test_the_clients_own_wishes_of_those_it_was_with(world: World) -> None:
    noor = world.vault.write(expectations.add, world.noor, "a call on Sundays")
    world.vault.write(expectations.add, world.sam, "that I cook", whose="theirs")
    wish = (world.wish, "that he asks before he swaps the rota")
    assert world.vault.read(talk_parts.wishes, world.talk) == (wish,)
    world.vault.write(talking.be_with, world.talk, TODAY, [world.noor, world.sam])
    assert world.vault.read(talk_parts.wishes, world.talk) == (wish, (noor, "a call on Sundays"))
    assert [(choice.uid, choice.words) for choice in opened(world).wishes] == [
        wish,
        (noor, "a call on Sundays"),
    ]
    world.vault.write(talking.be_with, world.talk, TODAY, [])
    assert world.vault.read(talk_parts.wishes, world.talk) == ()

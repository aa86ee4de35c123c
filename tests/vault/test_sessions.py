"""Sessions, read: one opened, those of a day, the next one and the last; and what is told."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from ipt_tui.ipt.moments import Moment, moment
from ipt_tui.vault import (
    clients,
    courses,
    drafts,
    pads,
    session_times,
    session_told,
    sessions,
    steps,
)
from ipt_tui.vault.errors import ChangedElsewhere, Gone, NotValid
from tests.vault.talk_reading import rows
from tests.vault.work import work
from tests.vault.world import NOW, TODAY, World

TUESDAY = date(2026, 11, 24)


def at(day: int, hour: int, minute: int = 0) -> Moment:
    return moment(datetime(2026, 11, day, hour, minute, tzinfo=UTC))


def next_one(world: World, on: date = TODAY) -> int | None:
    line = world.vault.read(sessions.next_of, world.client, on)
    return line.number if line else None


def test_a_session_opened_is_all_that_is_told_of_it(world: World) -> None:
    found = world.vault.read(sessions.session, world.held, TODAY)
    assert (found.uid, found.line.number, found.line.of) == (world.held, 1, 16)
    assert (found.line.client, found.line.code, found.line.course) == (
        world.client, "K7", world.course,
    )  # fmt: skip
    assert (found.line.started, found.line.ended) == (at(10, 14, 2), at(10, 14, 52))
    assert found.text("note") == "an umbrella left here"
    assert (found.text("since_last"), found.text("plan_next")) == ("foggy", "halfway")
    assert (found.techniques, found.line.signed, found.veiled) == (
        ("role_play",), True, frozenset(),
    )  # fmt: skip
    assert found.progress_note == rows(world, "progress_note")[0]["uid"]
    assert found.course == world.vault.read(courses.course, world.course)
    other = world.vault.read(sessions.session, world.prepared, TODAY)
    assert [(item.code, item.text, item.done) for item in other.agenda] == [
        ("since_last", "How has it been?", False), ("", "bring the forms", False),
    ]  # fmt: skip
    assert (other.line.plan, other.line.signed) == ("the lantern", False)
    with pytest.raises(Gone):
        world.vault.read(sessions.session, world.talk, TODAY)


def test_what_is_told_is_kept_and_not_saved_over(world: World) -> None:
    before = world.vault.read(sessions.session, world.prepared, TODAY)
    told: dict[str, Any] = {
        "note": "first line\nsecond", "plan": "look", "plan_next": "write", "since_last": "calmer",
        "safety_asked": "yes", "safety_summary": "nothing new", "question": "how to wait",
        "place": "room 3", "attendees": "with Noor's mother", "self_check": "focus yes",
    }  # fmt: skip
    world.vault.write(session_told.tell, world.prepared, before.updated_at, **told)
    after = world.vault.read(sessions.session, world.prepared, TODAY)
    assert dict(after.values) == told
    assert (after.line.place, after.line.plan) == ("room 3", "look")
    with pytest.raises(ChangedElsewhere):
        world.vault.write(session_told.tell, world.prepared, before.updated_at, note="over it")
    with pytest.raises(ChangedElsewhere):
        world.vault.write(
            session_told.tell, world.prepared, over={"note": "first line"}, note="over it"
        )
    world.vault.write(
        session_told.tell, world.prepared, over={"note": told["note"]}, note="first line"
    )
    with pytest.raises(KeyError):
        world.vault.write(session_told.tell, world.prepared, shoes="x")
    with pytest.raises(NotValid, match="Note can be 100,000 letters"):
        world.vault.write(session_told.tell, world.prepared, note="x" * 100_001)


def test_a_text_put_below_a_note_stands_below_what_is_typed_there_too(world: World) -> None:
    vault, place = world.vault, pads.note_place(world.held)
    vault.keep(drafts.save, place, "an umbrella left here\nhers?", world.client)
    vault.write(session_told.add_to_note, world.held, "first\nsecond")
    vault.write(session_told.add_to_note, world.planned, "alone")
    held, planned = (
        vault.read(sessions.session, uid, TODAY).text("note") for uid in (world.held, world.planned)
    )
    assert (held, planned) == ("an umbrella left here\nfirst\nsecond", "alone")
    line = vault.read(drafts.load, place)
    assert line is not None
    assert line.text == "an umbrella left here\nhers?\nfirst\nsecond"
    assert vault.read(drafts.load, pads.note_place(world.planned)) is None
    with pytest.raises(NotValid, match="Note can be 100,000 letters"):
        vault.write(session_told.add_to_note, world.planned, "x" * 100_000)


def test_the_history_says_which_fields_and_no_word_of_them(world: World) -> None:
    world.vault.write(
        session_told.tell, world.held, note="umbrella", plan_next="b", safety_asked="yes"
    )
    world.vault.write(session_told.tell, world.planned, planned="", planned_offset=0)
    newest = [line.what for line in world.vault.read(steps.listing, world.client_id)[:2]]
    assert newest == [
        "a session: planned",
        "a session: note, the plan for next time, whether safety was asked about",
    ]


def test_the_techniques_of_a_session_are_those_that_were_said_last(world: World) -> None:
    for codes in (["clarification", "role_play", "role_play"], ["from later"], []):
        world.vault.write(session_told.use, world.held, codes)
        found = world.vault.read(sessions.session, world.held, TODAY).techniques
        assert sorted(found) == sorted(set(codes))
    with pytest.raises(NotValid):
        world.vault.write(session_told.use, world.held, [""])
    assert [row["code"] for row in rows(world, "technique")] == ["clarification"]


# The next, the last, a day.


def test_next_is_the_first_that_is_planned_from_today_on(world: World) -> None:
    assert next_one(world) == 2
    assert next_one(world, TUESDAY) == 2
    assert next_one(world, date(2026, 11, 25)) == 3
    assert next_one(world, date(2026, 12, 2)) is None
    world.vault.write(session_times.plan, world.course)
    assert next_one(world, date(2026, 12, 2)) == 4
    world.vault.write(session_times.attend, world.prepared, "cancelled_me")
    assert next_one(world) == 3
    world.vault.write(session_times.start, world.planned, NOW)
    assert next_one(world) == 3
    world.vault.write(session_times.end, world.planned, NOW)
    assert next_one(world) == 4


def test_a_running_session_is_next_until_it_ends(world: World) -> None:
    world.vault.write(session_times.start, world.planned, NOW)
    assert next_one(world) == 3
    assert next_one(world, date(2027, 6, 1)) == 3


def test_what_is_planned_for_the_night_belongs_to_the_evening_before(world: World) -> None:
    world.vault.write(session_times.move, world.prepared, at(25, 0, 30))
    assert next_one(world, TUESDAY) == 2
    assert next_one(world, date(2026, 11, 25)) == 3


def test_in_a_course_that_has_ended_nothing_is_next(world: World) -> None:
    world.vault.write(courses.end, world.course, TODAY)
    assert next_one(world) is None


def test_the_last_one_before_is_the_last_that_took_place(world: World) -> None:
    def last(uid: str) -> int | None:
        line = world.vault.read(sessions.last_before, uid)
        return line.number if line else None

    assert (last(world.held), last(world.prepared), last(world.planned)) == (None, 1, 1)
    world.vault.write(session_times.attend, world.prepared, "no_show")
    assert last(world.planned) == 1
    world.vault.write(session_times.attend, world.prepared, "attended")
    assert last(world.planned) == 2


def test_a_day_has_the_sessions_of_all_clients_in_order_of_time(world: World) -> None:
    vault = world.vault
    other = vault.write(clients.add, "M3")
    course = vault.write(courses.begin, other, "ipt12", TODAY)
    vault.write(session_times.plan, course, at(24, 9, 30))
    vault.write(session_times.plan, course, at(25, 1))
    vault.write(session_times.plan, course, at(24, 3))

    def day(on: date) -> list[tuple[str, int]]:
        return [(line.code, line.number) for line in vault.read(sessions.day, on)]

    assert day(TUESDAY) == [("M3", 1), ("K7", 2), ("M3", 2)]
    assert day(TODAY) == [("M3", 3)]
    assert day(date(2026, 11, 26)) == []
    assert day(date.min) == day(date.max) == []
    vault.write(session_times.start, world.prepared, at(26, 9))
    assert day(TUESDAY) == [("M3", 1), ("M3", 2)]
    assert day(date(2026, 11, 26)) == [("K7", 2)]


def test_a_day_costs_what_is_on_it_however_many_sessions_there_are(world: World) -> None:
    vault = world.vault
    before = work(vault, sessions.day, TUESDAY)
    first = moment(datetime(2028, 1, 4, 14, tzinfo=UTC))
    vault.write(courses.change, world.course, planned=400)
    vault.write(session_times.plan_rest, world.course, first)
    assert work(vault, sessions.day, TUESDAY) < before * 1.2
    assert len(vault.read(sessions.day, first.day + timedelta(days=7))) == 1

"""A course set up in one step, and changed: what is planned follows, what is held stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.course_plan import CoursePlan
from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.phases import Bounds
from ipt_tui.vault import (
    agendas,
    clients,
    course_setup,
    courses,
    session_begin,
    sessions,
    undo,
)
from ipt_tui.vault.errors import ChangedElsewhere, NotValid
from tests.conftest import NOW
from tests.vault.world import TODAY, World, content

if TYPE_CHECKING:
    from ipt_tui.ipt.session import SessionLine
    from ipt_tui.vault.course_setup import Standing
    from ipt_tui.vault.vault import Vault

TUESDAY = moment(datetime(2026, 11, 24, 14, tzinfo=UTC))
THURSDAY = moment(datetime(2026, 11, 26, 9, tzinfo=UTC))
OF_FORM = ("minutes", "every_days", "middle_from", "ending_from")
PLAN = CoursePlan(now=8, first=TUESDAY, place="room 2", modality="video", kept="brief")


@pytest.fixture
def client(vault: Vault) -> str:
    uid = vault.write(clients.add, "K7")
    vault.write(course_setup.set_up, uid, PLAN, TODAY)
    return uid


def stands(vault: Vault, client: str) -> Standing:
    return vault.read(course_setup.standing, client, TODAY, DAY_STARTS_AT)


def lines(vault: Vault, client: str) -> tuple[SessionLine, ...]:
    course = stands(vault, client).course
    assert course is not None
    return vault.read(sessions.of_course, course.uid)


def change(vault: Vault, client: str, **values: object) -> None:
    stood = stands(vault, client)
    plan = replace(stood.plan, **dict.fromkeys(OF_FORM) | values)  # type: ignore[arg-type]
    vault.write(course_setup.change, client, stood, plan, TODAY)


def test_all_of_it_is_kept_in_one_step(vault: Vault, client: str) -> None:
    stood = stands(vault, client)
    assert stood.plan == replace(
        PLAN, format="individual", middle_from=4, ending_from=14, minutes=50, every_days=7,
        start=date(2026, 10, 6),
    )  # fmt: skip
    assert stood.course is not None
    assert stood.course.start == date(2026, 10, 6)
    assert [(line.number, line.place, line.modality) for line in lines(vault, client)] == [
        (number, "room 2", "video") for number in range(8, 17)
    ]
    fields, _ = vault.read(clients.fields_of, client)
    assert (fields.kept, fields.kept_since) == ("brief", "2026-11-23")


def test_a_room_without_an_hour_is_not_lost(vault: Vault) -> None:
    uid = vault.write(clients.add, "M2")
    vault.write(course_setup.set_up, uid, CoursePlan(place="room 4"), TODAY)
    assert stands(vault, uid).plan.place == "room 4"


def test_a_course_without_an_end_plans_the_next(vault: Vault) -> None:
    uid = vault.write(clients.add, "M2")
    plan = CoursePlan("maint", planned=0, first=TUESDAY)
    vault.write(course_setup.set_up, uid, plan, TODAY)
    assert len(lines(vault, uid)) == 1


def test_more_sessions_are_planned_and_why_is_kept(vault: Vault, client: str) -> None:
    change(vault, client, planned=20, why="a hard winter")
    course = stands(vault, client).course
    assert course is not None
    assert [(a.before, a.after, a.reason) for a in course.renegotiations] == [
        (16, 20, "a hard winter")
    ]
    assert [line.number for line in lines(vault, client)] == list(range(8, 21))
    assert str(lines(vault, client)[-1].day) == "2027-02-16"


def test_fewer_take_away_only_what_holds_nothing(vault: Vault, client: str) -> None:
    last = lines(vault, client)[-1]
    vault.write(agendas.add, last.uid, "say goodbye")
    vault.write(agendas.fill, lines(vault, client)[-2].uid)
    change(vault, client, planned=12)
    assert [line.number for line in lines(vault, client)] == [8, 9, 10, 11, 12, 16]


def test_another_hour_moves_what_is_to_come(vault: Vault, client: str) -> None:
    change(vault, client, first=THURSDAY, place="room 4", modality="in_person")
    told = {(line.place, line.modality, f"{line.planned.at:%a %H}") for line in
            lines(vault, client) if line.planned}  # fmt: skip
    assert told == {("room 4", "in_person", "Thu 09")}
    assert len(lines(vault, client)) == 9


def test_another_form_keeps_how_many(vault: Vault, client: str) -> None:
    change(vault, client, template="group8")
    course = stands(vault, client).course
    assert course is not None
    assert (course.template, course.planned, course.minutes) == ("group8", 16, 90)


def test_all_that_is_agreed_can_be_changed_at_once(vault: Vault, client: str) -> None:
    change(
        vault, client, planned=20, why="a hard winter", by="both", middle_from=6, minutes=45,
        every_days=14, format="joint", start=date(2026, 10, 5), vocabulary="conclusion",
    )  # fmt: skip
    course = stands(vault, client).course
    assert course is not None
    assert course.bounds == Bounds(20, 6, 17)
    assert (course.minutes, course.every_days, course.format) == (45, 14, "joint")
    assert (course.start, course.vocabulary) == (date(2026, 10, 5), "conclusion")
    assert course.renegotiations[-1].agreed_by == "both"
    coming = lines(vault, client)
    assert {line.format for line in coming} == {"joint"}
    assert str(coming[1].day) == "2026-12-08"
    change(vault, client, anew_why="a hard year", anew_day=date(2026, 11, 20))
    (anew,) = vault.read(courses.course, course.uid).renegotiations
    assert (anew.reason, anew.day, anew.after) == ("a hard year", date(2026, 11, 20), 20)


def test_a_course_ends_and_maintenance_is_offered_as_a_new_one(vault: Vault, client: str) -> None:
    before = vault.read(content)
    vault.write(agendas.add, lines(vault, client)[-1].uid, "say goodbye")
    change(vault, client, ended=TODAY)
    after = stands(vault, client)
    assert (after.course, after.plan.template, after.plan.planned) == (None, "maint", 0)
    assert (after.plan.now, after.plan.modality) == (1, "video")
    assert after.before is not None
    assert [line.number for line in vault.read(sessions.of_course, after.before.uid)] == [16]
    uid = vault.write(course_setup.set_up, client, after.plan, TODAY)
    assert stands(vault, client).plan.every_days == 30
    assert vault.read(courses.course, uid).planned == 0
    for _ in range(3):
        vault.write(undo.undo_for, client)
    assert vault.read(content) == before


def test_a_session_that_runs_is_ended_first(vault: Vault, client: str) -> None:
    vault.write(session_begin.start_next, client, NOW, TODAY, DAY_STARTS_AT)
    with pytest.raises(NotValid, match="Session 8 still runs"):
        change(vault, client, ended=TODAY)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"now": 17}, "The next is session 17, and there are to be 16"),
        ({"template": "shoes"}, "no such form"),
        ({"planned": 501}, "from 0 to 500"),
        ({"kept": "less"}, "in full, in brief"),
    ],
)
def test_what_does_not_fit_is_not_begun(
    vault: Vault, values: dict[str, object], sentence: str
) -> None:
    uid = vault.write(clients.add, "M2")
    with pytest.raises(NotValid, match=sentence):
        vault.write(course_setup.set_up, uid, replace(PLAN, **values), TODAY)  # type: ignore[arg-type]
    assert stands(vault, uid).course is None


def test_fewer_than_were_held_are_refused(world: World) -> None:
    change(world.vault, world.client, planned=3)
    held = stands(world.vault, world.client)
    assert held.held == 1
    assert held.course is not None
    with pytest.raises(NotValid, match="held already"):
        world.vault.write(
            course_setup.change, world.client, replace(held, held=9),
            replace(held.plan, planned=8, middle_from=None, ending_from=None), TODAY,
        )  # fmt: skip


def test_what_another_window_changed_is_not_overwritten(vault: Vault, client: str) -> None:
    stood = stands(vault, client)
    assert stood.course is not None
    vault.write(courses.change, stood.course.uid, minutes=45)
    with pytest.raises(ChangedElsewhere):
        vault.write(course_setup.change, client, stood, replace(stood.plan, planned=20), TODAY)

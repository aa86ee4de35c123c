"""Courses: begun as a template has them or in the middle, changed, agreed anew, ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ipt_tui.ipt.course import Course, templates
from ipt_tui.ipt.phases import Bounds
from ipt_tui.vault import clients, courses, people, session_times, sessions, steps
from ipt_tui.vault.errors import ChangedElsewhere, Gone, NotValid
from tests.vault.world import TODAY, World, content, value

OCTOBER = date(2026, 10, 6)


@pytest.fixture
def other(world: World) -> World:
    """A client of whom there is nothing yet."""
    return replace(world, client=world.vault.write(clients.add, "M3"), course="")


def begun(world: World, template: str = "ipt16", **values: Any) -> Course:
    uid = world.vault.write(courses.begin, world.client, template, OCTOBER, **values)
    return world.vault.read(courses.course, uid)


@pytest.mark.parametrize("template", templates())
def test_a_course_begins_as_its_template_has_it(other: World, template: str) -> None:
    form, course = templates()[template], begun(other, template)
    assert (course.bounds, course.minutes, course.every_days, course.format) == (
        form.bounds, form.minutes, form.every_days, form.format,
    )  # fmt: skip
    assert (course.client, course.code, course.start) == (other.client, "M3", OCTOBER)
    assert course.numbered_from == (0 if template == "group8" else 1)
    assert course.ended is None


def test_in_mid_course_it_is_numbered_from_there(other: World) -> None:
    course = begun(other, now=2)
    uid = other.vault.write(session_times.plan, course.uid)
    following = other.vault.write(session_times.plan, course.uid)
    lines = other.vault.read(sessions.of_course, course.uid)
    assert [(line.uid, line.number, line.of) for line in lines] == [
        (uid, 2, 16), (following, 3, 16),
    ]  # fmt: skip


def test_what_differs_from_the_template_is_kept_and_the_phases_are_in_proportion(
    other: World,
) -> None:
    course = begun(other, planned=12, minutes=45, modality="video", vocabulary="conclusion")
    assert course.bounds == Bounds(12, 3, 11)
    assert (course.minutes, course.modality, course.vocabulary) == (45, "video", "conclusion")


@pytest.mark.parametrize(
    ("template", "values", "sentence"),
    [
        ("shoes", {}, "no such form of a course"),
        ("ipt16", {"middle_from": 15}, "follow one another"),
        ("ipt16", {"planned": 0, "middle_from": 3}, "has no phases"),
        ("ipt16", {"planned": 501}, "^The number of sessions is a number from 0 to 500"),
        ("ipt16", {"ended": "2026-10-05"}, "the day it began or later"),
    ],
)
def test_what_does_not_fit_is_not_begun(
    other: World, template: str, values: dict[str, Any], sentence: str
) -> None:
    before = other.vault.read(content)
    with pytest.raises(NotValid, match=sentence):
        begun(other, template, **values)
    assert other.vault.read(content) == before


def test_one_course_goes_on_at_a_time(world: World) -> None:
    with pytest.raises(NotValid, match="goes on already"):
        begun(world)
    world.vault.write(courses.end, world.course, TODAY)
    following = begun(world, "maint")
    with pytest.raises(NotValid, match="goes on already"):
        world.vault.write(courses.change, world.course, ended="")
    assert {c.uid for c in world.vault.read(courses.of_client, world.client)} == {
        world.course, following.uid,
    }  # fmt: skip


def test_the_current_course_is_the_one_that_goes_on_else_one_not_over_yet(world: World) -> None:
    def current(on: date) -> str | None:
        found = world.vault.read(courses.current, world.client, on)
        return found.uid if found else None

    assert current(TODAY) == world.course
    world.vault.write(courses.end, world.course, TODAY)
    assert current(TODAY) == world.course
    assert current(date(2026, 11, 24)) is None
    following = begun(world, "maint")
    assert current(TODAY) == following.uid


def test_no_course_is_current_where_there_is_none(other: World) -> None:
    assert other.vault.read(courses.current, other.client, TODAY) is None
    assert other.vault.read(courses.of_client, other.client) == ()


def test_a_change_keeps_the_rest_and_is_not_saved_over(world: World) -> None:
    course = world.vault.read(courses.course, world.course)
    world.vault.write(courses.change, world.course, course.updated_at, minutes=45, every_days=14)
    after = world.vault.read(courses.course, world.course)
    assert after == replace(course, minutes=45, every_days=14, updated_at=after.updated_at)
    with pytest.raises(ChangedElsewhere):
        world.vault.write(courses.change, world.course, course.updated_at, minutes=50)
    with pytest.raises(Gone):
        world.vault.write(courses.change, world.client, minutes=50)
    with pytest.raises(KeyError):
        world.vault.write(courses.change, world.course, shoes=1)


def test_another_number_has_its_phases_in_proportion_unless_they_are_given(world: World) -> None:
    world.vault.write(courses.change, world.course, planned=12)
    assert world.vault.read(courses.course, world.course).bounds == Bounds(12, 3, 11)
    world.vault.write(courses.change, world.course, planned=10, middle_from=4)
    assert world.vault.read(courses.course, world.course).bounds == Bounds(10, 4, 9)
    with pytest.raises(NotValid, match="follow one another"):
        world.vault.write(courses.change, world.course, ending_from=2)


def test_what_is_agreed_anew_is_kept_with_its_reason(world: World) -> None:
    write, read = world.vault.write, world.vault.read
    uid = write(courses.renegotiate, world.course, TODAY, 20, "a hard winter", "both")
    course = read(courses.course, world.course)
    assert course.bounds == Bounds(20, 5, 17)
    anew = course.renegotiations[-1]
    assert (anew.uid, anew.day, anew.before, anew.after, anew.reason, anew.agreed_by) == (
        uid, TODAY, 16, 20, "a hard winter", "both",
    )  # fmt: skip
    with pytest.raises(NotValid, match="planned already"):
        write(courses.renegotiate, world.course, TODAY, 20)
    write(courses.correct, uid, reason="a harder one", day="2026-11-20")
    after = read(courses.course, world.course).renegotiations[-1]
    assert (after.reason, after.day) == ("a harder one", date(2026, 11, 20))
    with pytest.raises(KeyError):
        write(courses.correct, uid, after=3)


def test_what_was_agreed_anew_for_somebody_sensitive_is_veiled(world: World) -> None:
    write = world.vault.write
    uid = write(courses.renegotiate, world.course, TODAY, 20, "because of Noor")
    write(people.tell, world.noor, sensitive=True)
    anew = world.vault.read(courses.course, world.course).renegotiations[-1]
    assert (anew.veiled, anew.reason, anew.after) == (True, "", 20)
    shown = world.vault.read(courses.course, world.course, frozenset({uid})).renegotiations[-1]
    assert shown.reason == "because of Noor"


def test_a_course_ends_after_it_began(world: World) -> None:
    with pytest.raises(NotValid, match="the day it began or later"):
        world.vault.write(courses.end, world.course, date(2026, 10, 5))
    world.vault.write(courses.end, world.course, OCTOBER)
    assert world.vault.read(courses.course, world.course).ended == OCTOBER


def test_each_is_one_step_that_tells_no_word(world: World) -> None:
    write = world.vault.write
    uid = write(courses.renegotiate, world.course, TODAY, 20, "a hard winter", "both")
    write(courses.correct, uid, reason="a harder one")
    write(courses.change, world.course, minutes=45)
    write(courses.end, world.course, TODAY)
    newest = [line.what for line in world.vault.read(steps.listing, world.client_id)[:4]]
    assert newest == [
        "a course ended", "a course changed", "a course: what was agreed anew, corrected",
        "a course: how many sessions, agreed anew",
    ]  # fmt: skip


def test_how_much_of_a_session_is_kept_is_agreed_on_a_day(world: World) -> None:
    fields, _ = world.vault.read(clients.fields_of, world.client)
    assert (fields.kept, fields.kept_since) == ("full", "")
    world.vault.write(clients.change, world.client, kept="brief", kept_since="2026-11-20")
    sql = "SELECT kept || ' ' || kept_since FROM client WHERE uid = :uid"
    assert value(world.vault, sql, uid=world.client) == "brief 2026-11-20"
    with pytest.raises(NotValid, match="in full, in brief, or as dates only"):
        world.vault.write(clients.change, world.client, kept="nothing")
    with pytest.raises(NotValid, match="in full, in brief, or as dates only"):
        world.vault.write(clients.add, "L1", kept="nothing")

"""When sessions are: planned one by one or all that are left, begun, ended, missed, removed."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.ipt.moments import Moment, moment
from ipt_tui.vault import (
    agendas,
    courses,
    practices,
    progress_notes,
    session_times,
    session_told,
    sessions,
    steps,
    todos,
)
from ipt_tui.vault.errors import Gone, NotValid
from tests.vault.talk_reading import rows
from tests.vault.world import NOW, TODAY, World, content

if TYPE_CHECKING:
    from ipt_tui.ipt.session import SessionLine

TUESDAY = moment(datetime(2026, 11, 24, 14, tzinfo=UTC))


def lines(world: World) -> dict[int, SessionLine]:
    """Return the sessions of the course by their numbers."""
    return {line.number: line for line in world.vault.read(sessions.of_course, world.course)}


def later(minutes: int, than: Moment = NOW) -> Moment:
    return moment(than.at + timedelta(minutes=minutes))


# Planned.


def test_a_session_is_planned_as_the_next_one_and_as_the_course_is(world: World) -> None:
    world.vault.write(courses.change, world.course, modality="video", format="joint")
    uid = world.vault.write(session_times.plan, world.course, TUESDAY, place="room 2", plan="look")
    line = lines(world)[4]
    assert (line.uid, line.planned, line.place, line.plan) == (uid, TUESDAY, "room 2", "look")
    assert (line.modality, line.format, line.attendance) == ("video", "joint", "planned")
    assert line.ahead
    world.vault.write(session_times.plan, world.course, number=9, modality="phone")
    assert (lines(world)[9].modality, lines(world)[9].planned) == ("phone", None)


def test_a_number_is_taken_once(world: World) -> None:
    with pytest.raises(NotValid, match=r"^There is a session 2 in this course already\.$"):
        world.vault.write(session_times.plan, world.course, number=2)
    with pytest.raises(NotValid, match="There is a session 2"):
        world.vault.write(session_told.tell, world.planned, number=2)
    world.vault.write(session_told.tell, world.planned, number=3)
    world.vault.write(session_told.tell, world.planned, number=7)
    assert lines(world)[7].uid == world.planned


def test_what_is_left_of_a_course_is_planned_week_by_week(world: World) -> None:
    uids = world.vault.write(session_times.plan_rest, world.course, TUESDAY)
    new = [line for line in lines(world).values() if line.uid in uids]
    assert [line.number for line in new] == list(range(4, 17))
    days = [line.planned.at for line in new if line.planned]
    assert days == [TUESDAY.at + timedelta(days=7 * n) for n in range(13)]
    with pytest.raises(NotValid, match="planned already"):
        world.vault.write(session_times.plan_rest, world.course, TUESDAY)


def test_the_hour_stays_where_the_clocks_change(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/London")
    __import__("time").tzset()
    summer = timezone(timedelta(hours=1))
    first = moment(datetime(2026, 10, 20, 14, tzinfo=summer))
    uids = world.vault.write(session_times.plan_rest, world.course, first, 2)
    planned = [line.planned for line in lines(world).values() if line.uid in uids]
    assert [(at.wall, at.offset) for at in planned if at] == [
        ("2026-10-20T14:00", 60), ("2026-10-27T14:00", 0),
    ]  # fmt: skip


def test_a_course_without_an_end_needs_to_be_told_how_many(world: World) -> None:
    world.vault.write(courses.change, world.course, planned=0, every_days=0)
    with pytest.raises(NotValid, match="say how many"):
        world.vault.write(session_times.plan_rest, world.course, TUESDAY)
    assert len(world.vault.write(session_times.plan_rest, world.course, TUESDAY, 2)) == 2
    assert lines(world)[5].planned == moment(TUESDAY.at + timedelta(days=7))


@pytest.mark.parametrize("count", [0, -1, 501])
def test_as_many_as_there_are_not_cannot_be_planned(world: World, count: int) -> None:
    with pytest.raises(NotValid):
        world.vault.write(session_times.plan_rest, world.course, TUESDAY, count)


def test_no_session_is_planned_beyond_all_days(world: World) -> None:
    last = moment(datetime(9999, 12, 30, 14, tzinfo=UTC))
    before = world.vault.read(content)
    with pytest.raises(NotValid, match="too far ahead"):
        world.vault.write(session_times.plan_rest, world.course, last, 2)
    assert world.vault.read(content) == before


# Moved, begun, ended.


def test_a_session_is_moved_until_it_begins(world: World) -> None:
    world.vault.write(session_times.attend, world.prepared, "cancelled_client")
    world.vault.write(session_times.move, world.prepared, TUESDAY)
    line = lines(world)[2]
    assert (line.planned, line.attendance) == (TUESDAY, "planned")
    world.vault.write(session_times.move, world.prepared, None)
    assert lines(world)[2].planned is None
    world.vault.write(session_times.start, world.prepared, NOW)
    with pytest.raises(NotValid, match="has begun already"):
        world.vault.write(session_times.move, world.prepared, TUESDAY)


def test_a_session_begins_with_the_agenda_of_its_course(world: World) -> None:
    world.vault.write(session_times.start, world.planned, NOW)
    line = lines(world)[3]
    assert (line.started, line.running, line.attendance) == (NOW, True, "attended")
    agenda = world.vault.read(sessions.session, world.planned, TODAY).agenda
    codes = [item.code for item in agenda]
    assert codes[0] == "since_last"
    assert {"choose_focus", "contract"} <= set(codes)
    with pytest.raises(NotValid, match="begun already"):
        world.vault.write(session_times.start, world.planned, NOW)


def test_what_is_on_an_agenda_already_stays_alone(world: World) -> None:
    world.vault.write(session_times.start, world.prepared, NOW)
    agenda = world.vault.read(sessions.session, world.prepared, TODAY).agenda
    assert [item.text for item in agenda] == ["How has it been?", "bring the forms"]


def test_by_video_the_agenda_begins_with_who_hears(world: World) -> None:
    world.vault.write(session_told.tell, world.planned, modality="video")
    world.vault.write(session_times.start, world.planned, NOW)
    first = world.vault.read(sessions.session, world.planned, TODAY).agenda[0]
    assert (first.code, first.text[:9]) == ("overheard", "Where are")


def test_who_came_late_stays_late(world: World) -> None:
    world.vault.write(session_times.attend, world.planned, "late")
    world.vault.write(session_times.start, world.planned, NOW)
    assert lines(world)[3].attendance == "late"


def test_two_of_a_course_do_not_run_at_a_time(world: World) -> None:
    world.vault.write(session_times.start, world.planned, NOW)
    for write in (
        lambda: world.vault.write(session_times.start, world.prepared, NOW),
        lambda: world.vault.write(session_times.plan, world.course, started="2026-11-23T18:00"),
    ):
        with pytest.raises(NotValid, match="is running; end that one first"):
            write()
    world.vault.write(session_times.end, world.planned, later(50))
    world.vault.write(session_times.start, world.prepared, later(60))
    assert lines(world)[2].running


def test_a_session_ends_once_and_only_after_it_began(world: World) -> None:
    with pytest.raises(NotValid, match="only after it has begun"):
        world.vault.write(session_times.end, world.planned, NOW)
    world.vault.write(session_times.start, world.planned, NOW)
    with pytest.raises(NotValid, match="before it began at 18:00"):
        world.vault.write(session_times.end, world.planned, later(-1))
    world.vault.write(session_times.end, world.planned, later(50))
    assert lines(world)[3].ended == later(50)
    with pytest.raises(NotValid, match="ended already"):
        world.vault.write(session_times.end, world.planned, later(60))


def test_it_may_run_over_midnight_and_belongs_to_the_day_it_began(world: World) -> None:
    late = moment(datetime(2026, 11, 24, 23, 40, tzinfo=UTC))
    world.vault.write(session_times.start, world.planned, late)
    with pytest.raises(NotValid, match="the next day"):
        world.vault.write(session_told.tell, world.planned, ended="2026-11-24T00:20")
    world.vault.write(session_times.end, world.planned, later(50, late))
    assert lines(world)[3].day == late.day
    early = moment(datetime(2026, 11, 25, 1, 30, tzinfo=UTC))
    world.vault.write(session_times.start, world.prepared, early)
    assert lines(world)[2].day == late.day
    (other,) = (
        line
        for line in world.vault.read(
            sessions.of_course, world.course, frozenset(), day_starts_at=time(1)
        )
        if line.number == 2
    )
    assert other.day == early.at.date()


@pytest.mark.parametrize(
    "values",
    [
        {"started": "2026-11-24T25:00"},
        {"started": "noon"},
        {"planned": "0001-01-01T00:00", "planned_offset": 600},
        {"started_offset": 1440},
        {"number": -1},
        {"number": 501},
    ],
)
def test_a_time_that_is_none_is_refused(world: World, values: dict[str, Any]) -> None:
    before = world.vault.read(content)
    with pytest.raises(NotValid):
        world.vault.write(session_told.tell, world.planned, **values)
    assert world.vault.read(content) == before


# Missed and removed.


@pytest.mark.parametrize("word", ["no_show", "cancelled_client", "cancelled_me", "planned"])
def test_one_that_did_not_take_place_has_no_times(world: World, word: str) -> None:
    world.vault.write(session_times.start, world.prepared, NOW)
    world.vault.write(session_times.end, world.prepared, later(50))
    world.vault.write(session_times.attend, world.prepared, word)
    line = lines(world)[2]
    assert (line.attendance, line.started, line.ended) == (word, None, None)
    assert line.planned is not None


def test_when_and_where_it_was_stays_once_its_note_is_signed(world: World) -> None:
    with pytest.raises(NotValid, match="is signed"):
        world.vault.write(session_times.attend, world.held, "no_show")
    with pytest.raises(NotValid, match="is signed"):
        world.vault.write(session_told.tell, world.held, place="room 3")
    with pytest.raises(NotValid, match="is signed"):
        world.vault.write(session_told.tell, world.held, ended="2026-11-10T15:30")
    world.vault.write(session_told.tell, world.held, plan_next="the rota")


@pytest.mark.parametrize("word", ["", "asleep", "other"])
def test_a_word_that_says_nothing_is_refused(world: World, word: str) -> None:
    with pytest.raises(NotValid, match=r"^A session is planned"):
        world.vault.write(session_times.attend, world.held, word)


def test_with_a_session_goes_what_belongs_to_it_and_the_rest_stays(world: World) -> None:
    vault = world.vault
    agreed = vault.write(practices.agree, world.client, "wave", TODAY, session_uid=world.prepared)
    todo = vault.write(todos.add, world.client, "key", world.prepared)
    vault.write(session_told.use, world.prepared, ["role_play"])
    assert vault.write(session_times.remove, world.prepared) == "a session"
    assert set(lines(world)) == {1, 3}
    assert rows(world, "agenda_item") == []
    assert [row["session"] for row in rows(world, "technique")] == [world.held]
    assert vault.read(practices.practice, agreed).session is None
    assert {t.uid: t.session for t in vault.read(todos.of_client, world.client)}[todo] is None
    assert len(rows(world, "progress_note")) == 1
    with pytest.raises(Gone):
        vault.write(session_times.remove, world.prepared)


def test_a_session_whose_note_is_signed_stays(world: World) -> None:
    before = world.vault.read(content)
    with pytest.raises(NotValid, match="is signed, so the session stays"):
        world.vault.write(session_times.remove, world.held)
    assert world.vault.read(content) == before


def test_each_is_one_step_that_tells_no_word(world: World) -> None:
    write = world.vault.write
    uid = write(session_times.plan, world.course, TUESDAY, plan="the lantern")
    write(session_times.move, uid, NOW)
    write(session_times.start, uid, NOW)
    write(session_times.end, uid, later(50))
    write(session_times.attend, uid, "late")
    write(session_times.remove, uid)
    newest = [line.what for line in world.vault.read(steps.listing, world.client_id)[:6]]
    assert newest == [
        "a session removed", "what became of a session", "a session ended",
        "a session begun", "a session moved", "a session planned",
    ]  # fmt: skip


def test_nothing_is_done_with_what_is_no_session(world: World) -> None:
    write: Any = world.vault.write
    for uid in ("gone", world.course, world.talk):
        for fn, more in (
            (session_times.start, [NOW]), (session_times.end, [NOW]), (session_times.remove, []),
            (session_times.move, [NOW]), (session_times.attend, ["late"]),
            (session_told.use, [["role_play"]]), (agendas.fill, []), (progress_notes.draft, []),
        ):  # fmt: skip
            with pytest.raises(Gone):
                write(fn, uid, *more)

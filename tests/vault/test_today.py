"""Today, read: who comes next, what is still to be done, and who is at the door."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.course import Course
from ipt_tui.ipt.course_plan import CoursePlan
from ipt_tui.ipt.moments import Moment, moment
from ipt_tui.ipt.phases import Bounds
from ipt_tui.ipt.today import ClientDay, Today, place, when
from ipt_tui.vault import (
    clients,
    course_setup,
    courses,
    people,
    progress_notes,
    session_begin,
    session_times,
    session_told,
    sessions,
    today,
    todos,
)
from ipt_tui.vault.errors import NotValid
from tests.conftest import NOW
from tests.vault.world import TODAY

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault


def at(day: int, hour: int = 14, minute: int = 0) -> Moment:
    return moment(datetime(2026, 11, day, hour, minute, tzinfo=UTC))


def listed(vault: Vault, now: datetime = NOW) -> Today:
    return vault.read(today.today, now, TODAY, frozenset(), DAY_STARTS_AT)


def client(vault: Vault, code: str, first: Moment | None = None, now: int = 1) -> str:
    uid = vault.write(clients.add, code)
    if first is not None:
        vault.write(course_setup.set_up, uid, CoursePlan(now=now, first=first), TODAY)
    return uid


def test_clients_come_in_the_order_of_their_next_sessions(vault: Vault) -> None:
    client(vault, "Z9")
    client(vault, "K7", at(24), now=8)
    client(vault, "M2", at(23, 19), now=3)
    client(vault, "A11", at(27), now=15)
    paused = client(vault, "B1", at(24, 9))
    vault.write(clients.change, paused, status="paused")
    told = [(c.code, place(c), when(c, TODAY)) for c in listed(vault).clients]
    assert told == [
        ("M2", "session 3 of 16", "today 19:00"),
        ("K7", "session 8 of 16", "tomorrow 14:00"),
        ("A11", "ending: 2 left", "Fri 14:00"),
        ("Z9", "", ""),
        ("B1", "paused", ""),
    ]


def test_one_that_runs_stands_first_and_is_not_over(vault: Vault) -> None:
    client(vault, "M2", at(23, 17), now=3)
    uid = client(vault, "K7", at(24), now=8)
    vault.write(session_begin.start_next, uid, NOW, TODAY, DAY_STARTS_AT)
    found = listed(vault, NOW + timedelta(minutes=5))
    assert [(c.code, when(c, TODAY)) for c in found.clients[:2]] == [
        ("M2", "today 17:00"),
        ("K7", "since 18:00"),
    ]
    assert [owed.words for owed in found.running] == ["K7 session 8"]
    assert [owed.words for owed in found.unsaid] == ["M2 session 3"]


def test_without_a_plan_the_number_goes_on(vault: Vault) -> None:
    uid = vault.write(clients.add, "K7")
    course = vault.write(courses.begin, uid, "ipt16", TODAY, 4)
    assert listed(vault).clients[0].number == 4
    there = vault.write(session_times.plan, course)
    vault.write(session_times.attend, there, "attended")
    (line,) = listed(vault).clients
    assert (line.number, line.at) == (5, None)


def test_drafts_of_notes_and_to_dos_of_all_are_listed(vault: Vault) -> None:
    uid = client(vault, "K7", at(24), now=8)
    begun = vault.write(session_begin.start_next, uid, NOW, TODAY, DAY_STARTS_AT)
    note = vault.write(progress_notes.draft, begun.uid)
    vault.write(todos.add, uid, "letter to the GP")
    found = listed(vault)
    assert [owed.words for owed in found.unsigned] == ["K7 session 8"]
    assert [(one.code, one.todo.text) for one in found.todos] == [("K7", "letter to the GP")]
    vault.write(progress_notes.tell, note, first="well")
    vault.write(progress_notes.sign, note, "K. Aalto")
    vault.write(todos.tick, found.todos[0].todo.uid, TODAY)
    assert (listed(vault).unsigned, listed(vault).todos) == ((), ())
    other = client(vault, "M2", at(24), now=3)
    begun = vault.write(session_begin.start_next, other, NOW, TODAY, DAY_STARTS_AT)
    vault.write(session_times.end, begun.uid, moment(NOW + timedelta(hours=1)))
    assert listed(vault).unsigned == ()
    vault.write(session_told.tell, begun.uid, note="came in bright")
    assert [owed.words for owed in listed(vault).unsigned] == ["M2 session 3"]


def test_a_to_do_that_names_somebody_sensitive_is_veiled(vault: Vault) -> None:
    from ipt_tui.ipt.add_line import PersonLine

    uid = client(vault, "K7")
    who = vault.write(people.add, uid, PersonLine("Quillon", "friend"), TODAY)
    vault.write(people.tell, who, None, sensitive=True)
    vault.write(todos.add, uid, "ask about Quillon")
    (one,) = listed(vault).todos
    assert (one.todo.text, one.todo.veiled) == ("", True)


@pytest.mark.parametrize(("minutes", "there"), [(-11, False), (-10, True), (10, True), (11, False)])
def test_within_ten_minutes_of_its_hour_a_session_is_near(
    vault: Vault, minutes: int, there: bool
) -> None:
    uid = client(vault, "K7", at(24), now=8)
    client(vault, "M2", at(24, 9), now=8)
    now = at(24).at + timedelta(minutes=minutes)
    assert vault.read(today.near, now, DAY_STARTS_AT) == (uid if there else None)


def test_the_next_session_begins_planned_or_not(vault: Vault) -> None:
    uid = client(vault, "K7")
    with pytest.raises(NotValid, match="no course"):
        vault.write(session_begin.start_next, uid, NOW, TODAY, DAY_STARTS_AT)
    course = vault.write(courses.begin, uid, "ipt16", TODAY, 3)
    begun = vault.write(session_begin.start_next, uid, NOW, TODAY, DAY_STARTS_AT)
    again = vault.write(session_begin.start_next, uid, NOW, TODAY, DAY_STARTS_AT)
    assert (begun.number, begun.before, again.uid, again.before) == (3, False, begun.uid, True)
    (line,) = vault.read(sessions.of_course, course)
    assert line.running


def test_a_clock_set_back_begins_nothing(vault: Vault) -> None:
    uid = client(vault, "K7", at(23), now=3)
    begun = vault.write(session_begin.start_next, uid, NOW, TODAY, DAY_STARTS_AT)
    vault.write(session_times.end, begun.uid, moment(NOW + timedelta(minutes=50)))
    with pytest.raises(NotValid, match="17:00, before session 3 began"):
        vault.write(session_begin.start_next, uid, NOW - timedelta(hours=1), TODAY, DAY_STARTS_AT)


def test_late_begins_and_missed_does_not(vault: Vault) -> None:
    uid = client(vault, "K7", at(23, 18), now=3)
    late = vault.write(session_begin.came_late, uid, NOW, TODAY, DAY_STARTS_AT)
    line = vault.read(sessions.session, late.uid, TODAY).line
    assert (line.attendance, line.running) == ("late", True)
    with pytest.raises(NotValid, match="begun already"):
        vault.write(session_begin.missed, late.uid, "no_show")
    vault.write(session_times.end, late.uid, moment(NOW))
    vault.write(session_begin.late, late.uid, NOW, DAY_STARTS_AT)  # once more changes nothing
    course = vault.read(courses.current, uid, TODAY)
    assert course is not None
    after = vault.read(sessions.of_course, course.uid)[1]
    vault.write(session_begin.missed, after.uid, "no_show")
    assert vault.read(sessions.session, after.uid, TODAY).line.attendance == "no_show"
    begun = vault.write(session_begin.late, vault.read(sessions.of_course, course.uid)[2].uid,
                        NOW + timedelta(hours=2), DAY_STARTS_AT)  # fmt: skip
    assert (begun.number, begun.before) == (5, False)
    assert vault.read(sessions.session, begun.uid, TODAY).line.running


def test_words_of_a_place() -> None:
    course = Course("u", "c", "K7", "ipt16", TODAY, Bounds(16, 4, 14), vocabulary="conclusion")
    one = ClientDay("c", "K7", people=2, course=course, number=16)
    assert place(one) == "conclusion: 1 left"
    assert place(ClientDay("c", "K7", course=course, number=17)) == "session 17 of 16"
    assert place(ClientDay("c", "K7", course=course, number=8), brief=True) == "8 of 16"
    assert place(ClientDay("c", "K7", people=1)) == "1 person"

"""The sessions to come: planned from today on, of courses that go on, and no place that tells."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from ipt_tui.ipt.appointment import Appointment
from ipt_tui.vault import appointments, clients, courses, people, session_times, session_told
from tests.vault.k7_met import Met, at, meet
from tests.vault.world import TODAY

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault


def numbers(vault: Vault, today: date = TODAY, client: str | None = None) -> list[tuple[str, int]]:
    return [(each.code, each.number) for each in vault.read(appointments.coming, today, client)]


def test_what_is_planned_from_today_on(vault: Vault) -> None:
    met: Met = meet(vault)
    assert vault.read(appointments.coming, TODAY) == (
        Appointment(met.sessions[7], "K7", 8, datetime(2026, 11, 24, 14, tzinfo=UTC), 50, "room 2"),
    )
    other = vault.write(clients.add, "M2")
    course = vault.write(courses.begin, other, "ipt12", TODAY)
    vault.write(session_times.plan, course, at(TODAY, 9))
    vault.write(session_times.plan, course)
    away = vault.write(session_times.plan, course, at(date(2026, 11, 30)))
    vault.write(session_times.attend, away, "cancelled_me")
    assert numbers(vault) == [("M2", 1), ("K7", 8)]
    assert numbers(vault, client=met.client) == [("K7", 8)]
    assert numbers(vault, date(2026, 11, 25)) == []
    vault.write(session_times.start, met.sessions[7], at(TODAY))
    assert numbers(vault) == [("M2", 1)]
    vault.write(courses.end, course, TODAY)
    assert numbers(vault) == []


def test_a_place_that_tells_of_somebody_sensitive_is_left_out(vault: Vault) -> None:
    met: Met = meet(vault)
    vault.write(session_told.tell, met.sessions[7], place="at Mum's")
    vault.write(people.tell, met.mum, sensitive=True)
    (found,) = vault.read(appointments.coming, TODAY)
    assert found.place == ""

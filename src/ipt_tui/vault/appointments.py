"""The sessions to come, read for a calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.appointment import Appointment
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.records import Client, Course, CourseSession
from ipt_tui.vault.editing import one
from ipt_tui.vault.session_lines import lines

if TYPE_CHECKING:
    from datetime import date, time


def coming(
    session: Session,
    today: date,
    client_uid: str | None = None,
    day_starts_at: time = DAY_STARTS_AT,
) -> tuple[Appointment, ...]:
    """Return what is planned from `today` on, of one client or of all, in the order of time.

    A place that tells of somebody sensitive is left out.
    """
    going = select(Course.id).where(Course.ended == "")
    within: list[Any] = [
        col(CourseSession.planned) >= today.isoformat(),
        col(CourseSession.course_id).in_(going),
    ]
    if client_uid is not None:
        within.append(CourseSession.client_id == one(session, Client, client_uid).id)
    minutes: dict[str, int] = dict(session.exec(select(Course.uid, Course.minutes)).all())
    found = [
        Appointment(
            line.uid,
            line.code,
            line.number,
            line.planned.instant,
            minutes[line.course],
            line.place,
        )
        for line in lines(session, frozenset(), day_starts_at, *within)
        if line.ahead and line.planned is not None and line.planned.day >= today
    ]
    return tuple(sorted(found, key=lambda each: (each.start, each.uid)))

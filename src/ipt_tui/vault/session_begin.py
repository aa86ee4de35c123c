"""Beginning: the next session of a client now, planned or not; and one that began late."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from ipt_tui.ipt.moments import moment
from ipt_tui.ipt.session import Attendance
from ipt_tui.records import Course, CourseSession
from ipt_tui.vault import session_times, sessions
from ipt_tui.vault.courses import current
from ipt_tui.vault.editing import one
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.session_lines import moment_of
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from ipt_tui.ipt.moments import Moment

NO_COURSE = "There is no course of sessions yet."


@dataclass(frozen=True, slots=True)
class Begun:
    """The session that runs now. `planned` is when it was to begin, None where nobody had said.

    `before` says that it was running already.
    """

    uid: str
    number: int
    planned: Moment | None = None
    before: bool = False


def start_next(
    session: Session, client_uid: str, now: datetime, today: date, day_starts_at: time
) -> Begun:
    """Begin the next session of a client now, planning it first where none is planned.

    One that runs already is left as it is. Raises NotValid without a course, and where by the
    clock it would begin before the last one did.
    """
    line = sessions.next_of(session, client_uid, today, frozenset(), day_starts_at)
    if line is not None and line.running:
        return Begun(line.uid, line.number, line.planned, before=True)
    course = current(session, client_uid, today)
    if course is None or course.ended:
        raise NotValid(NO_COURSE)
    _refuse_a_clock_set_back(session, course.uid, now, day_starts_at)
    uid = session_times.plan(session, course.uid) if line is None else line.uid
    session_times.start(session, uid, moment(now, day_starts_at=day_starts_at))
    row = session.exec(select(CourseSession).where(CourseSession.uid == uid)).one()
    describe(session, row.client_id, "a session begun")
    return Begun(uid, row.number, line.planned if line else None)


def start(session: Session, uid: str, now: datetime, day_starts_at: time) -> None:
    """Begin this session now.

    Raises NotValid where it has begun or was said not to take place, where another of the course
    runs, and where by the clock it would begin before the last one did.
    """
    row = one(session, CourseSession, uid)
    known = Attendance.read(row.attendance)
    if known is not None and known.absent:
        raise NotValid(f"It was noted of this session: {known.label}. o on Today says otherwise.")
    course = session.get_one(Course, row.course_id)
    _refuse_a_clock_set_back(session, course.uid, now, day_starts_at)
    session_times.start(session, uid, moment(now, day_starts_at=day_starts_at))


def came_late(
    session: Session, client_uid: str, now: datetime, today: date, day_starts_at: time
) -> Begun:
    """Say that a client came late: to the session that runs, else the next begins now."""
    begun = start_next(session, client_uid, now, today, day_starts_at)
    session_times.attend(session, begun.uid, Attendance.LATE.value)
    return begun


def late(session: Session, uid: str, now: datetime, day_starts_at: time) -> Begun:
    """Say that a client came late to this session; one that has not begun begins now.

    Raises NotValid as `start` does.
    """
    row = one(session, CourseSession, uid)
    before = bool(row.started)
    if not before:
        start(session, uid, now, day_starts_at)
    session_times.attend(session, uid, Attendance.LATE.value)
    return Begun(uid, row.number, moment_of(row, "planned", day_starts_at), before)


def missed(session: Session, uid: str, word: str) -> bool:
    """Say of a session that it does not take place, by such a word; return True.

    Raises NotValid once it has begun.
    """
    if one(session, CourseSession, uid).started:
        raise NotValid("That session has begun already; somebody came.")
    session_times.attend(session, uid, word)
    return True


def _refuse_a_clock_set_back(
    session: Session, course: str, now: datetime, day_starts_at: time
) -> None:
    last = session.exec(
        select(CourseSession)
        .join(Course, col(Course.id) == CourseSession.course_id)
        .where(Course.uid == course, CourseSession.started != "")
        .order_by(col(CourseSession.started).desc())
        .limit(1)
    ).first()
    began = moment_of(last, "started", day_starts_at) if last else None
    if last is not None and began is not None and began.instant > now:
        raise NotValid(
            f"By the clock it is {now:%H:%M}, before session {last.number} began; "
            "please check the clock of this machine."
        )

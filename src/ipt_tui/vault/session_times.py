"""When sessions are: planned, moved, begun, ended, missed, removed."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from ipt_tui.ipt import moments
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.phases import MOST_SESSIONS
from ipt_tui.ipt.session import Attendance, clock_problem
from ipt_tui.records import (
    Addendum,
    AgendaItem,
    Course,
    CourseSession,
    Practice,
    ProgressNote,
    Response,
    Technique,
    TidiedLine,
    Todo,
)
from ipt_tui.records.session import SessionFields
from ipt_tui.vault.agendas import prefill
from ipt_tui.vault.editing import changed, one, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.session_lines import moment_of
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipt_tui.ipt.agenda import Agendas
    from ipt_tui.ipt.moments import Moment

_NO_CLOCK: dict[str, Any] = {
    "started": "", "started_offset": 0, "ended": "", "ended_offset": 0,
}  # fmt: skip
_CLOCKS = ("planned", "started", "ended")
_HEADER = (
    *_CLOCKS, *(f"{name}_offset" for name in _CLOCKS), "number", "place", "modality", "format",
    "attendance", "attendees",
)  # fmt: skip
"""What stands above a progress note."""
WEEK = 7


# What a person does with a session.


def plan(
    session: Session,
    /,
    course_uid: str,
    at: Moment | None = None,
    number: int | None = None,
    **values: Any,
) -> str:
    """Plan one session of a course, at a time if one is known; return its uid.

    Without a `number` it is the next one. `values` are other fields of `SessionFields`; one meets
    as the course does unless they say otherwise. Raises NotValid for a number that is taken.
    """
    course = one(session, Course, course_uid)
    row = _new(session, course, next_number(session, course) if number is None else number,
               timed("planned", at), values)  # fmt: skip
    describe(session, course.client_id, "a session planned")
    return row.uid


def plan_rest(
    session: Session,
    /,
    course_uid: str,
    first: Moment,
    count: int | None = None,
    **values: Any,
) -> tuple[str, ...]:
    """Plan the sessions of a course that are left, at the same hour each; return their uids.

    They are as far apart as the course says, a week if it says nothing. `count` is how many, which
    an open course needs. `values` are other fields of `SessionFields`. Raises NotValid where none
    are left.
    """
    course = one(session, Course, course_uid)
    number = next_number(session, course)
    if count is None:
        if not course.planned:
            raise NotValid("This course has no end; say how many sessions to plan.")
        count = course.planned + 1 - number
    if not 1 <= count <= MOST_SESSIONS:
        raise NotValid("All sessions of this course are planned already.")
    apart = course.every_days or WEEK
    rows = [
        _new(session, course, number + index, timed("planned", later(first, index * apart)), values)
        for index in range(count)
    ]
    describe(session, course.client_id, "the sessions of a course planned")
    return tuple(row.uid for row in rows)


def move(session: Session, uid: str, at: Moment | None) -> None:
    """Plan a session for another time, or for none that is known; one that was missed as well.

    Raises NotValid once it has begun.
    """
    row = one(session, CourseSession, uid)
    if row.started:
        raise NotValid("This session has begun already; its times can be changed instead.")
    values = timed("planned", at) | {"attendance": Attendance.PLANNED.value}
    refuse_signed(session, row, values)
    changed(row, SessionFields, values)
    describe(session, row.client_id, "a session moved")


def start(session: Session, uid: str, now: Moment, agendas: Agendas | None = None) -> None:
    """Begin a session now; one without an agenda gets that of its course.

    Raises NotValid where it has begun already, or another of the course is running.
    """
    row = one(session, CourseSession, uid)
    if row.started:
        raise NotValid("This session has begun already.")
    came = row.attendance if row.attendance == Attendance.LATE else Attendance.ATTENDED.value
    row.attendance = came
    put(session, row, timed("started", now))
    prefill(session, row, agendas)
    describe(session, row.client_id, "a session begun")


def end(session: Session, uid: str, now: Moment) -> None:
    """End a session now. Raises NotValid where it has not begun, or the clock is before that."""
    row = one(session, CourseSession, uid)
    if row.ended:
        raise NotValid("This session has ended already.")
    put(session, row, timed("ended", now))
    describe(session, row.client_id, "a session ended")


def attend(session: Session, uid: str, word: str) -> None:
    """Say whether a session took place: a word of `Attendance`.

    One that did not has no times any more, but the one it was planned for. Raises NotValid for an
    unknown word.
    """
    row = one(session, CourseSession, uid)
    known = Attendance.read(word)
    if known is None or known is Attendance.OTHER:
        raise NotValid("A session is planned, or somebody came, came late, did not come, or it was "
                       "cancelled.")  # fmt: skip
    clocks = _NO_CLOCK if known.absent or known is Attendance.PLANNED else {}
    values = {"attendance": known.value, **clocks}
    refuse_signed(session, row, values)
    changed(row, SessionFields, values)
    describe(session, row.client_id, "what became of a session")


def remove(session: Session, uid: str) -> str:
    """Remove a session with its agenda, its techniques and a note that is not signed.

    Practices, to-dos and measures stay, and do not point at it any more. Raises NotValid where its
    progress note is signed. Returns what it was, as the history calls it.
    """
    row = one(session, CourseSession, uid)
    notes = session.exec(select(ProgressNote).where(ProgressNote.session_id == row.id)).all()
    if any(note.signed_at for note in notes):
        raise NotValid("The progress note of this session is signed, so the session stays.")
    for note in notes:
        _delete(session, Addendum, col(Addendum.progress_note_id) == note.id)
    for table in (AgendaItem, Technique, TidiedLine, ProgressNote):
        _delete(session, table, table.session_id == row.id)
    for carried in (Practice, Todo, Response):
        for kept in session.exec(select(carried).where(carried.session_id == row.id)):
            kept.session_id = None
    session.flush()
    session.delete(row)
    describe(session, row.client_id, "a session removed")
    return "a session"


# The pieces that other writes are made of.


def next_number(session: Session, course: Course) -> int:
    """Return the number of the session after the last one noted in a course."""
    here = CourseSession.course_id == course.id
    last: int | None = session.exec(select(func.max(CourseSession.number)).where(here)).one()
    return course.numbered_from if last is None else last + 1


def timed(name: str, at: Moment | None) -> dict[str, Any]:
    """Return the fields of a time of a session, empty where none is known."""
    return {name: at.wall if at else "", f"{name}_offset": at.offset if at else 0}


def put(session: Session, row: CourseSession, values: dict[str, Any]) -> str:
    """Change fields of a session; return their names. Nothing is described.

    Raises NotValid for a number that is taken, an end before the beginning, and where two of a
    course would run at a time.
    """
    refuse_signed(session, row, values)
    whole = {name: getattr(row, name) for name in SessionFields.model_fields} | values
    fields = validated(SessionFields, **whole)
    _refuse(session, fields, row.course_id, row.id)
    names = changed(row, SessionFields, values)
    session.flush()
    return names


def refuse_signed(session: Session, row: CourseSession, values: Mapping[str, Any]) -> None:
    """Refuse to change what stands above a note that is signed: when, where, who was there."""
    others = {name for name in values if name in _HEADER and values[name] != getattr(row, name)}
    if not others:
        return
    note = select(ProgressNote.id).where(
        ProgressNote.session_id == row.id, ProgressNote.signed_at != ""
    )
    if session.exec(note).first() is not None:
        raise NotValid(
            "The progress note of this session is signed, so when and where it was stays."
        )


def _new(
    session: Session, course: Course, number: int, when: dict[str, Any], values: dict[str, Any]
) -> CourseSession:
    usual = {"number": number, "modality": course.modality, "format": course.format, **when}
    fields = validated(SessionFields, **usual | values)
    _refuse(session, fields, course.id or 0)
    row = CourseSession(client_id=course.client_id, course_id=course.id or 0, **fields.model_dump())
    session.add(row)
    session.flush()
    return row


def _refuse(session: Session, fields: SessionFields, course: int, own: int | None = None) -> None:
    try:
        _, started, ended = (moment_of(fields, name, DAY_STARTS_AT) for name in _CLOCKS)
    except (ValueError, OverflowError):
        raise NotValid("That time does not fit here; please check it.") from None
    if problem := clock_problem(started, ended):
        raise NotValid(problem)
    others = select(CourseSession.id).where(CourseSession.course_id == course)
    taken = others.where(CourseSession.number == fields.number)
    if any(number != own for number in session.exec(taken)):
        raise NotValid(f"There is a session {fields.number} in this course already.")
    if fields.started and not fields.ended:
        running = others.where(CourseSession.started != "", CourseSession.ended == "")
        if any(number != own for number in session.exec(running)):
            raise NotValid("Another session of this course is running; end that one first.")


def later(first: Moment, days: int) -> Moment:
    """Return the same hour some days later, in the local zone. Raises NotValid past the year 9999.

    The first day keeps the offset it was given.
    """
    if not days:
        return first
    try:
        at = (first.at.replace(tzinfo=None) + timedelta(days=days)).astimezone()
    except (OverflowError, ValueError, OSError):
        raise NotValid("That is too far ahead.") from None
    return moments.moment(at, first.known)


def _delete(session: Session, table: Any, where: Any) -> None:
    for row in session.exec(select(table).where(where)):
        session.delete(row)
    session.flush()

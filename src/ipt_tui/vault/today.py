"""Today, read: every client with the session that is next, and what is still to be done.

Nothing a person wrote is read here but the to-dos, so that nothing else has to be veiled.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, func, literal, or_, text
from sqlmodel import Session, col, select

from ipt_tui.ipt.first_week import AWAY
from ipt_tui.ipt.moments import WALL
from ipt_tui.ipt.session import Attendance, Kept
from ipt_tui.ipt.today import ClientDay, DayOf, Owed, Today, in_order
from ipt_tui.records import Client, Course, CourseSession, ProgressNote
from ipt_tui.vault import (
    briefs,
    clients,
    concerns,
    courses,
    fits,
    settings,
    to_tidy,
    todos,
    week_read,
)
from ipt_tui.vault.days import back
from ipt_tui.vault.overview import overview
from ipt_tui.vault.session_lines import moment_of

if TYPE_CHECKING:
    from collections.abc import Iterator

NEAR = timedelta(minutes=10)
"""So near to its hour a session is what the program is opened for."""
_SAID = tuple(
    word.value for word in Attendance if word not in (Attendance.PLANNED, Attendance.OTHER)
)
_RUNNING = text("session.started <> '' AND session.ended = ''")
_NOT_SIGNED = text("progress_note.signed_at = ''")


def today(
    session: Session,
    now: datetime,
    on: date,
    revealed: frozenset[str],
    day_starts_at: time,
) -> Today:
    """Return what Today lists on the day lived, at the moment `now`.

    A to-do that tells of somebody or something sensitive is veiled unless it is `revealed`.
    """
    going = courses.going(session)
    ahead = _ahead(session, on, day_starts_at)
    last = _last_numbers(session)
    listed = []
    for line in clients.listing(session):
        course = going.get(line.uid)
        base = (line.uid, line.code, line.status, line.region, line.people)
        if course is None:
            listed.append(ClientDay(*base))
        elif row := ahead.get(course.uid):
            name = "started" if row.started else "planned"
            at = moment_of(row, name, day_starts_at)
            listed.append(ClientDay(*base, course, row.number, at, bool(row.started), row.session))
        else:
            number = last[course.uid] + 1 if course.uid in last else course.numbered_from
            listed.append(ClientDay(*base, course, number))
    waiting, counted = to_tidy.waiting(session, on)
    return Today(
        on,
        in_order(listed),
        tuple(_owed(session, day_starts_at, _unsigned(on))),
        tuple(_owed(session, day_starts_at, _RUNNING)),
        tuple(_unsaid(session, now, on, day_starts_at)),
        todos.of_all(session, revealed),
        waiting,
        concerns.everywhere(session, day_starts_at),
        counted,
    )


def day_of(session: Session, client_uid: str | None, on: date, day_starts_at: time) -> DayOf:
    """Return what there is to say of a client, None for nobody; the sensitive is always veiled."""
    sheet_due = bool(settings.get(session, settings.RECOVERY_SHEET_DUE, False))
    if client_uid is None:
        return DayOf(sheet_due=sheet_due)
    brief = briefs.source(session, client_uid, on, frozenset(), day_starts_at)
    day = DayOf(brief, sheet_due=sheet_due)
    if settings.get(session, settings.AUDIENCE) == "me":
        week = week_read.first_week(session, client_uid)
        if brief is not None and not week.done | week.begun:  # who meets somebody began long ago
            week = AWAY
        day = replace(day, week=week, called=fits.fit(session, client_uid).called)
    if brief is None:
        whole = overview(session, client_uid, on, day_starts_at)
        return replace(day, overview=whole, before=courses.last_ended(session, client_uid))
    return day


def near(session: Session, now: datetime, day_starts_at: time) -> str | None:
    """Return whose planned session is nearest, if that is within a few minutes; else None."""
    planned = _to_come(_wall(now - NEAR), _wall(now + NEAR))
    best: tuple[timedelta, str] | None = None
    for owed in _owed(session, day_starts_at, *planned):
        if owed.at is not None:
            apart = abs(owed.at.instant - now)
            if apart <= NEAR and (best is None or apart < best[0]):
                best = apart, owed.client
    return best[1] if best else None


def _ahead(session: Session, on: date, day_starts_at: time) -> dict[str, Any]:
    """Return of each course that goes on the session that runs, else the next to come.

    That is the one planned for the earliest time from this day on, else the first without a time.
    """
    row = CourseSession
    rank: Any = case(
        (col(row.started) != "", "0"),
        (col(row.planned) != "", literal("1").concat(row.planned)),
        else_=func.printf("2%04d", row.number),
    )
    begins = f"{on.isoformat()}T{day_starts_at:%H:%M}"
    columns: tuple[Any, ...] = (
        row.number, row.planned, row.planned_offset, row.started, row.started_offset, Course.uid,
        row.uid.label("session"),  # type: ignore[attr-defined]
        func.min(rank),  # of each group SQLite gives the row that has the least
    )  # fmt: skip
    query = (
        select(*columns)
        .join(Course, col(Course.id) == row.course_id)
        .where(
            col(Course.ended) == "",
            col(row.ended) == "",
            (col(row.started) != "")
            | (
                col(row.attendance).not_in(_SAID)
                & ((col(row.planned) == "") | (col(row.planned) >= begins))
            ),
        )
        .group_by(col(row.course_id))
    )
    return {found.uid: found for found in session.execute(query)}


def _last_numbers(session: Session) -> dict[str, int]:
    """Return the number of the last session noted in each course that goes on."""
    last = (
        select(func.max(CourseSession.number))
        .where(col(CourseSession.course_id) == Course.id)
        .scalar_subquery()
    )
    rows = session.execute(select(Course.uid, last).where(col(Course.ended) == ""))
    return {uid: number for uid, number in rows if number is not None}


def _unsigned(on: date) -> Any:
    """Return the condition of what is to be signed: a draft, or a note of late that has none."""
    row = CourseSession
    without = and_(
        col(ProgressNote.id).is_(None),
        col(row.ended) != "",
        col(row.started) >= back(on, to_tidy.SINCE).isoformat(),
        func.octet_length(row.note) > 0,  # which does not read it
        col(Client.kept) != Kept.DATES.value,
    )
    return or_(_NOT_SIGNED, without)


def _unsaid(session: Session, now: datetime, on: date, day_starts_at: time) -> Iterator[Owed]:
    begins = datetime.combine(on, day_starts_at).strftime(WALL)
    for owed in _owed(session, day_starts_at, *_to_come(begins, _wall(now))):
        if owed.at is not None and owed.at.instant < now:
            yield owed


def _to_come(first: str, last: str) -> tuple[Any, ...]:
    """Return the conditions of what was planned between two walls, and of which nothing is said."""
    return (
        col(CourseSession.planned).between(first, last),
        col(CourseSession.started) == "",
        col(CourseSession.attendance).not_in(_SAID),
        col(CourseSession.course_id).in_(select(Course.id).where(Course.ended == "")),
    )


def _owed(session: Session, day_starts_at: time, *within: Any) -> Iterator[Owed]:
    row = CourseSession
    columns: tuple[Any, ...] = (
        row.uid, row.number, row.planned, row.planned_offset, row.started, row.started_offset,
        Client.uid.label("client"), Client.code,  # type: ignore[attr-defined]
    )  # fmt: skip
    query = (
        select(*columns)
        .join(Client, col(Client.id) == row.client_id)
        .join(ProgressNote, col(ProgressNote.session_id) == row.id, isouter=True)
        .where(*within)
        .order_by(row.started, row.planned, col(row.id))
    )
    for found in session.execute(query):
        at = moment_of(found, "started" if found.started else "planned", day_starts_at)
        yield Owed(found.uid, found.client, found.code, found.number, at)


def _wall(at: datetime) -> str:
    return at.astimezone().strftime(WALL)

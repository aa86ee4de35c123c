"""Sessions, read: one opened, those of a course and of a day, and the one that is next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import union_all
from sqlmodel import Session, col, select

from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.moments import WALL
from ipt_tui.ipt.session import AgendaLine, Attendance, Kept, SessionLine
from ipt_tui.ipt.session import Session as SessionView
from ipt_tui.ipt.session_note import without_this_hour
from ipt_tui.records import (
    AgendaItem,
    Client,
    Course,
    CourseSession,
    ProgressNote,
    Technique,
)
from ipt_tui.vault import drafts
from ipt_tui.vault.courses import as_value
from ipt_tui.vault.editing import one
from ipt_tui.vault.hidden import Hidden, hidden_for
from ipt_tui.vault.pads import note_place
from ipt_tui.vault.session_lines import lines
from ipt_tui.vault.session_veil import told, written

if TYPE_CHECKING:
    from datetime import datetime, time

_ABSENT = tuple(word.value for word in Attendance if word.absent)


def session(
    session: Session,
    uid: str,
    today: date,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> SessionView:
    """Return one session with its agenda; what of it tells of the sensitive is veiled.

    Raises Gone if there is none.
    """
    row = one(session, CourseSession, uid)
    hidden = hidden_for(session, row.client_id, revealed)
    (line,) = lines(session, revealed, day_starts_at, CourseSession.id == row.id)
    texts = {name: getattr(row, name) for name in _texts()}
    values, veiled = told(hidden, uid, row.sensitive, texts)
    note = session.exec(select(ProgressNote.uid).where(ProgressNote.session_id == row.id)).first()
    return SessionView(
        line,
        as_value(session, session.get_one(Course, row.course_id), revealed),
        today,
        values,
        veiled,
        agenda(session, row, hidden),
        tuple(
            session.exec(
                select(Technique.code)
                .where(Technique.session_id == row.id)
                .order_by(col(Technique.id))
            )
        ),
        note,
        row.updated_at,
    )


def _texts() -> tuple[str, ...]:
    return (*written(CourseSession), "safety_asked", "self_check")


def as_typed(
    session: Session, found: SessionView, revealed: frozenset[str] = frozenset()
) -> SessionView:
    """Return a session that runs with its note as it is typed by now; any other as it is.

    What is for this hour only is left out, and the pad of one that is kept in brief.
    """
    row = one(session, CourseSession, found.uid)
    client = session.get_one(Client, row.client_id)
    if not found.line.running or Kept.read(client.kept) not in (Kept.FULL, None):
        return found
    typed = drafts.load(session, note_place(found.uid))
    if typed is None:
        return found
    hidden = hidden_for(session, row.client_id, revealed)
    texts = {"note": without_this_hour(typed.text)}
    note, veiled = told(hidden, found.uid, row.sensitive, texts)
    return replace(
        found, values={**found.values, **note}, veiled=(found.veiled - {"note"}) | veiled
    )


def agenda(session: Session, row: CourseSession, hidden: Hidden) -> tuple[AgendaLine, ...]:
    """Return the agenda of a session, in its order."""
    items = session.exec(
        select(AgendaItem)
        .where(AgendaItem.session_id == row.id)
        .order_by(col(AgendaItem.position), col(AgendaItem.id))
    )
    return tuple(_agenda_line(item, row, hidden) for item in items)


def of_course(
    session: Session,
    course_uid: str,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> tuple[SessionLine, ...]:
    """Return the sessions of a course, in the order of their numbers."""
    course = one(session, Course, course_uid)
    here = CourseSession.course_id == course.id
    return tuple(lines(session, revealed, day_starts_at, here))


def of_client(
    session: Session, client_uid: str, day_starts_at: time = DAY_STARTS_AT
) -> tuple[SessionLine, ...]:
    """Return the sessions of a client, course by course, in the order of their numbers."""
    client = one(session, Client, client_uid)
    return tuple(lines(session, frozenset(), day_starts_at, CourseSession.client_id == client.id))


def next_of(
    session: Session,
    client_uid: str,
    today: date,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> SessionLine | None:
    """Return the session of a client that runs, else the next one to come; None for none.

    Next is the one planned for the earliest day from today on, else the first that has no day.
    """
    client = one(session, Client, client_uid)
    to_come = (
        CourseSession.client_id == client.id,
        col(CourseSession.ended) == "",
        col(CourseSession.attendance).not_in(_ABSENT),
        col(CourseSession.course_id).in_(select(Course.id).where(Course.ended == "")),
    )
    found = list(lines(session, revealed, day_starts_at, *to_come))
    running = [line for line in found if line.running]
    ahead = [line for line in found if line.ahead]
    dated = [line for line in ahead if line.day is not None and line.day >= today]
    dated.sort(key=_when)
    undated = [line for line in ahead if line.day is None]
    return next(iter((*running, *dated, *undated)), None)


def one_runs(session: Session, since: datetime) -> bool:
    """Whether a session that began since then is still running, whosever it is."""
    began = col(CourseSession.started) >= since.strftime(WALL)
    running = select(CourseSession.id).where(began, CourseSession.ended == "")
    return session.exec(running.limit(1)).first() is not None


def day(
    session: Session,
    on: date,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> tuple[SessionLine, ...]:
    """Return the sessions of all clients on the day lived, in the order of their times."""
    first, last = _around(on)
    number = select(CourseSession.id)  # two questions, each of which an index answers
    near: Any = union_all(
        number.where(col(CourseSession.planned).between(first, last)),
        number.where(col(CourseSession.started).between(first, last)),
    )
    there = lines(session, revealed, day_starts_at, col(CourseSession.id).in_(near))
    found = (line for line in there if line.day == on)
    return tuple(sorted(found, key=_when))


def last_before(
    session: Session,
    uid: str,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> SessionLine | None:
    """Return the last session before this one in its course that took place; None for none."""
    row = one(session, CourseSession, uid)
    earlier = (
        CourseSession.course_id == row.course_id,
        CourseSession.number < row.number,
        col(CourseSession.attendance).not_in(_ABSENT),
    )
    found = [line for line in lines(session, revealed, day_starts_at, *earlier) if line.held]
    return found[-1] if found else None


def _agenda_line(item: AgendaItem, row: CourseSession, hidden: Hidden) -> AgendaLine:
    veiled = hidden.veils(row.uid, row.sensitive, (), (item.text,))
    text = "" if veiled else item.text
    return AgendaLine(item.uid, item.code, text, item.done, veiled, item.updated_at)


def _around(on: date) -> tuple[str, str]:
    """Return walls between which all times of a lived day lie: its night is on the next date."""
    after = on + timedelta(days=2) if on <= date.max - timedelta(days=2) else date.max
    return on.isoformat(), after.isoformat()


def _when(line: SessionLine) -> tuple[float, str]:
    return line.at.instant.timestamp() if line.at else 0.0, line.uid

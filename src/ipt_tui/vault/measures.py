"""The measures of a client, read; what a note says of somebody sensitive is veiled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt import moments
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.instruments import in_use
from ipt_tui.ipt.kept_answers import read_answers, read_flags, read_number, read_parts
from ipt_tui.ipt.measure_schedule import USUAL, USUAL_OWN, CourseDays
from ipt_tui.ipt.measure_words import band_words, points_words
from ipt_tui.ipt.measures import Measures, Plan, Source, as_given, build
from ipt_tui.ipt.measures import Response as View
from ipt_tui.ipt.scoring import entered, regarded
from ipt_tui.ipt.session import number_on
from ipt_tui.ipt.timeline_marks import ScoreMark
from ipt_tui.records import Client, Course, CourseSession, MeasurePlan, Response
from ipt_tui.vault import courses, sessions
from ipt_tui.vault.clients import SELF
from ipt_tui.vault.editing import one
from ipt_tui.vault.hidden import Hidden, hidden_for
from ipt_tui.vault.session_times import next_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import time

    from ipt_tui.ipt import course as course_view
    from ipt_tui.ipt.instruments import Instruments
    from ipt_tui.ipt.session import SessionLine

_TWO_DAYS = timedelta(days=2)
"""The hours after midnight of the last day are on the date after it."""
_NAMES = (
    "uid", "instrument", "name", "version", "source", "finished", "difficulty", "band",
    "updated_at",
)  # fmt: skip


def measures(
    session: Session,
    client_uid: str,
    on: date,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> Measures:
    """Return the measures of a client as they stand on the day `on`, and what is due.

    Of a day gone by it is what was due then: sessions held since do not count.
    """
    course = courses.current(session, client_uid, on)
    days = None
    if course is not None and (course.ended is None or on < course.ended):
        lines = sessions.of_course(session, course.uid, frozenset(), day_starts_at)
        number = number_on(lines, on)
        if number is None:
            number = next_number(session, one(session, Course, course.uid))
        by_then = [line for line in lines if line.day is not None and line.day <= on]
        days = days_of(course, number, by_then)
    return of_course(session, client_uid, on, days, revealed, day_starts_at)


def of_course(
    session: Session,
    client_uid: str,
    on: date,
    days: CourseDays | None,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> Measures:
    """Return the measures of a client where the days of the course are known already."""
    client = one(session, Client, client_uid)
    known = in_use()
    plans = {
        row.instrument: Plan(row.often, row.hidden, _day(row.often_said))
        for row in session.exec(select(MeasurePlan).where(MeasurePlan.client_id == client.id))
    }
    given = _given(
        session, client.id or 0, known, revealed, day_starts_at, Response.client_id == client.id
    )
    usual = USUAL_OWN if client.role == SELF else USUAL
    return build((client.uid, client.code), on, given, known, plans, days, usual)


def _day(kept: str) -> date | None:
    return date.fromisoformat(kept) if kept else None


def response(
    session: Session,
    uid: str,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> View:
    """Return one time a measure was answered. Raises Gone if there is none."""
    row = one(session, Response, uid)
    found = _given(session, row.client_id, in_use(), revealed, day_starts_at, Response.uid == uid)
    return next(iter(found))


def twice(session: Session, uid: str, day_starts_at: time = DAY_STARTS_AT) -> View | None:
    """Return a response where its measure was finished once more on that day, else None."""
    given = response(session, uid, frozenset(), day_starts_at)
    row = one(session, Response, uid)
    same = col(Response.instrument) == row.instrument
    there = _given(
        session, row.client_id, in_use(), frozenset(), day_starts_at,
        col(Response.client_id) == row.client_id, same, col(Response.finished),
    )  # fmt: skip
    more = any(each.day == given.day and each.uid != uid for each in there)
    return given if more and given.finished else None


def scores(
    session: Session,
    client: int,
    first: date,
    last: date,
    day_starts_at: time = DAY_STARTS_AT,
    audience: Audience = Audience.PRACTITIONER,
) -> tuple[ScoreMark, ...]:
    """Return the scores of the days from `first` to `last`, by the number of a client.

    A client is not given those that are hidden, nor a band, but what more or fewer points mean.
    """
    columns: Any = (
        Response.uid, Response.instrument, Response.name, Response.version, Response.total,
        Response.band, Response.at, Response.offset, Response.known, CourseSession.number,
    )  # fmt: skip
    rows = session.execute(
        select(*columns)
        .join(CourseSession, col(CourseSession.id) == Response.session_id, isouter=True)
        .where(
            *shown_scores(client, audience),
            col(Response.at) >= first.isoformat(),
            col(Response.at) < (min(last, date.max - _TWO_DAYS) + _TWO_DAYS).isoformat(),
        )
        .order_by(col(Response.at), col(Response.id))
    )
    marks = (
        ScoreMark(
            row.uid,
            moments.read(row.at, row.offset, row.known, day_starts_at),
            row.instrument,
            row.name,
            float(row.total),
            *_said_to(audience, row),
        )
        for row in rows
    )
    return tuple(mark for mark in marks if first <= mark.when.day <= last)


def _said_to(audience: Audience, row: Any) -> tuple[str, int, str]:
    """Return the band and the session of a score for a practitioner, what it means for a client."""
    form = in_use().get(row.instrument, row.version)
    if audience is Audience.CLIENT:
        return "", 0, points_words(form)
    return band_words(form, row.band), row.number or 0, ""


def shown_scores(client: int, audience: Audience) -> tuple[Any, ...]:
    """Return the condition that a response has a score which is shown to whom it is read for."""
    has_score = (
        col(Response.client_id) == client, col(Response.finished), col(Response.total) != "",
    )  # fmt: skip
    if audience is Audience.PRACTITIONER:
        return has_score
    hidden = select(MeasurePlan.instrument).where(
        MeasurePlan.client_id == client, col(MeasurePlan.hidden)
    )
    return *has_score, col(Response.instrument).not_in(hidden)


def course_days(
    session: Session,
    course: course_view.Course,
    number: int,
    day_starts_at: time = DAY_STARTS_AT,
) -> CourseDays:
    """Return what of a course says when a measure is due at its session of that number."""
    lines = sessions.of_course(session, course.uid, frozenset(), day_starts_at)
    return days_of(course, number, lines)


def days_of(course: course_view.Course, number: int, lines: Iterable[SessionLine]) -> CourseDays:
    """Return the same of a course whose sessions are read already."""
    held = {line.number: line.day for line in lines if line.held and line.day is not None}
    return CourseDays(course.start, course.bounds.planned, number, course.numbered_from, held)


def _given(
    session: Session,
    client: int,
    known: Instruments,
    revealed: frozenset[str],
    day_starts_at: time,
    *within: Any,
) -> list[View]:
    """Return what was answered, oldest first: one question, two more where there are notes."""
    columns = (getattr(Response, name) for name in _NAMES)
    query: Any = (
        select(  # type: ignore[call-overload]
            *columns, Response.at, Response.offset, Response.known, Response.answers,
            Response.total,
            Response.parts, Response.flags, Response.note, Response.sensitive,
            CourseSession.uid.label("session"), CourseSession.number,  # type: ignore[attr-defined]
        )
        .join(CourseSession, col(CourseSession.id) == Response.session_id, isouter=True)
        .where(*within)
        .order_by(col(Response.at), col(Response.id))
    )  # fmt: skip
    rows = session.execute(query).all()
    noted = any(row.note for row in rows)
    hidden = hidden_for(session, client, revealed) if noted else None
    return sorted(
        _views(rows, known, hidden, day_starts_at), key=lambda each: (each.at.instant, each.uid)
    )


def _views(
    rows: Any, known: Instruments, hidden: Hidden | None, day_starts_at: time
) -> Iterator[View]:
    for row in rows:
        veiled = (
            hidden is not None
            and bool(row.note)
            and hidden.veils(row.uid, row.sensitive, (), (row.note,))
        )
        given = View(
            at=moments.read(row.at, row.offset, row.known, day_starts_at),
            answers=read_answers(row.answers),
            total=read_number(row.total),
            parts=read_parts(row.parts),
            flags=read_flags(row.flags),
            session=row.session,
            number=row.number or 0,
            note="" if veiled else row.note,
            veiled=veiled,
            **{name: getattr(row, name) for name in _NAMES},
        )
        yield _told(as_given(given, known), known)


def _told(given: View, known: Instruments) -> View:
    """Say what is not kept: why there is no total, and what needs a person by the form as it is.

    What was given in a form that has changed since is left as it was. What was flagged then stays
    so, whatever was done to the form.
    """
    form = known.get(given.instrument, given.version)
    if form is None:
        return given
    try:
        if given.source == Source.SCORE:
            parts = {part.id: part.total for part in given.parts if part.total is not None}
            scored = entered(form, given.total, parts)
        else:
            scored = regarded(form, given.answers)
    except ValueError:  # somebody changed their file and not its version
        return replace(given, older=True)
    flags = tuple(dict.fromkeys((*scored.flags, *given.flags)))
    unknown = scored.unknown if given.finished else ()
    return replace(
        given, reason=scored.reason, worked_out=scored.worked_out, flags=flags, unknown=unknown
    )

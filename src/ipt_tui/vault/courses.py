"""Courses: begun, changed, agreed anew, ended; and the one that goes on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt import course as view
from ipt_tui.ipt.course import templates
from ipt_tui.ipt.phases import MOST_SESSIONS, Bounds
from ipt_tui.records import Client, Course, CourseSession, Renegotiation
from ipt_tui.records.course import CourseFields, RenegotiationFields
from ipt_tui.vault.editing import changed, one, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.hidden import Hidden, hidden_for
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

OVER = "This course has ended; what was agreed and said in it stays as it was."
_BOUNDS = ("planned", "middle_from", "ending_from")
_SAME = (
    "numbered_from", "minutes", "every_days", "format", "modality", "vocabulary",
)  # fmt: skip


# Read.


def course(session: Session, uid: str, revealed: frozenset[str] = frozenset()) -> view.Course:
    """Return one course. Raises Gone if there is none."""
    return as_value(session, one(session, Course, uid), revealed)


def current(session: Session, client_uid: str, today: date) -> view.Course | None:
    """Return the course that goes on, else one whose last day has not gone by; else None."""
    client = one(session, Client, client_uid)
    row = session.exec(
        select(Course)
        .where(
            Course.client_id == client.id,
            (col(Course.ended) == "") | (col(Course.ended) >= today.isoformat()),
        )
        .order_by(col(Course.ended) != "", col(Course.ended).desc(), col(Course.id).desc())
        .limit(1)
    ).first()
    return None if row is None else as_value(session, row)


def of_session(session: Session, client_uid: str, uid: str) -> view.Course | None:
    """Return the course that a session is of, None where it is no session of this client."""
    row = session.exec(
        select(Course)
        .join(CourseSession, col(CourseSession.course_id) == Course.id)
        .join(Client, col(Client.id) == Course.client_id)
        .where(CourseSession.uid == uid, Client.uid == client_uid)
    ).first()
    return None if row is None else as_value(session, row)


def of_client(session: Session, client_uid: str) -> tuple[view.Course, ...]:
    """Return all courses of a client, the newest first."""
    client = one(session, Client, client_uid)
    rows = session.exec(
        select(Course)
        .where(Course.client_id == client.id)
        .order_by(col(Course.start).desc(), col(Course.id).desc())
    ).all()
    return tuple(as_value(session, row) for row in rows)


def last_ended(session: Session, client_uid: str) -> view.Course | None:
    """Return the course of a client that ended last, None where none did."""
    found = [each for each in of_client(session, client_uid) if each.ended]
    return max(found, key=lambda each: each.ended or each.start, default=None)


def in_hand(session: Session, client_uid: str, today: date) -> view.Course | None:
    """Return the course that goes on, else the one that ended last, which is only read."""
    return current(session, client_uid, today) or last_ended(session, client_uid)


def refuse_over(row: Course, today: date) -> None:
    """Refuse to change what was agreed or said in a course that is over, by its row.

    Raises NotValid with one sentence.
    """
    if row.ended and row.ended < today.isoformat():
        raise NotValid(OVER)


def going(session: Session) -> dict[str, view.Course]:
    """Return the course of each client that goes on, by the client's uid, as it was last agreed.

    What was agreed anew is left out.
    """
    names = ("uid", *CourseFields.model_fields, "updated_at")
    whose = (Client.uid.label("client"), Client.code)  # type: ignore[attr-defined]
    columns: tuple[Any, ...] = (*(getattr(Course, name) for name in names), *whose)
    rows = session.execute(
        select(*columns).join(Client, col(Client.id) == Course.client_id).where(Course.ended == "")
    )
    return {row.client: _value(row, row.client, row.code) for row in rows}


def bounds_of(row: CourseFields) -> Bounds:
    """Return how a kept course falls into phases."""
    return Bounds(row.planned, row.middle_from, row.ending_from)


def as_value(session: Session, row: Course, revealed: frozenset[str] = frozenset()) -> view.Course:
    """Return a row as the value that is shown; what was agreed anew is veiled by its words."""
    client = session.get_one(Client, row.client_id)
    anew = session.exec(
        select(Renegotiation)
        .where(Renegotiation.course_id == row.id)
        .order_by(col(Renegotiation.day), col(Renegotiation.id))
    ).all()
    hidden = hidden_for(session, row.client_id, revealed) if anew else None
    return _value(row, client.uid, client.code, tuple(_anew(line, hidden) for line in anew))


def _value(
    row: Any, client: str, code: str, anew: tuple[view.Renegotiation, ...] = ()
) -> view.Course:
    return view.Course(
        row.uid,
        client,
        code,
        row.template,
        date.fromisoformat(row.start),
        bounds_of(row),
        **{name: getattr(row, name) for name in _SAME},
        renegotiations=anew,
        ended=date.fromisoformat(row.ended) if row.ended else None,
        updated_at=row.updated_at,
    )


def _anew(row: Renegotiation, hidden: Hidden | None) -> view.Renegotiation:
    veiled = hidden is not None and hidden.veils(
        row.uid, row.sensitive, (), (row.reason, row.agreed_by)
    )
    told = ("", "") if veiled else (row.reason, row.agreed_by)
    day = date.fromisoformat(row.day)
    return view.Renegotiation(row.uid, day, row.before, row.after, *told, veiled=veiled)


# Written.


def begin(
    session: Session, /, client_uid: str, template: str, start: date, now: int = 1, **values: Any
) -> str:
    """Begin a course as a template has it; return its uid.

    `now` is the number of the session that is noted first: "today is session 2 of 16". `values`
    are fields of `CourseFields` that differ from the template's; with another number planned the
    phases are as long in proportion. Raises NotValid for an unknown template, and while another
    course goes on.
    """
    client = one(session, Client, client_uid)
    known = templates().get(template)
    if known is None:
        raise NotValid("There is no such form of a course.")
    _refuse_another(session, client.id)
    usual: dict[str, Any] = {
        "template": known.id,
        "start": start.isoformat(),
        "planned": known.bounds.planned,
        "middle_from": known.bounds.middle_from,
        "ending_from": known.bounds.ending_from,
        "numbered_from": 0 if known.before and now == 1 else now,
        "minutes": known.minutes,
        "every_days": known.every_days,
        "format": known.format.value,
    }
    told = usual | _in_proportion(known.bounds, values)
    fields = validated(CourseFields, **told)
    _refuse_what_does_not_go_together(fields)
    row = Course(client_id=client.id or 0, **fields.model_dump())
    session.add(row)
    session.flush()
    describe(session, client.id, "a course begun")
    return row.uid


def change(session: Session, /, uid: str, seen: datetime | None = None, **values: Any) -> None:
    """Change fields of a course; `seen` is the `updated_at` it was read with.

    With another number planned the phases are as long in proportion, unless they are given too.
    Raises Gone, ChangedElsewhere, or NotValid with one sentence.
    """
    row = one(session, Course, uid, seen)
    told = _in_proportion(bounds_of(row), values)
    whole = {name: getattr(row, name) for name in CourseFields.model_fields} | told
    fields = validated(CourseFields, **whole)
    _refuse_what_does_not_go_together(fields)
    if not fields.ended:
        _refuse_another(session, row.client_id, row.id)
    changed(row, CourseFields, told)
    session.flush()
    describe(session, row.client_id, "a course changed")


def renegotiate(
    session: Session, uid: str, day: date, planned: int, reason: str = "", agreed_by: str = ""
) -> str:
    """Agree anew how many sessions there are to be, 0 for open; return the uid of that.

    The phases are as long in proportion. Raises NotValid where the number stays as it is.
    """
    row = one(session, Course, uid)
    if planned == row.planned:
        raise NotValid("That is how many are planned already.")
    fields = validated(
        RenegotiationFields, day=day.isoformat(), before=row.planned, after=planned,
        reason=reason, agreed_by=agreed_by,
    )  # fmt: skip
    anew = Renegotiation(client_id=row.client_id, course_id=row.id or 0, **fields.model_dump())
    session.add(anew)
    changed(row, CourseFields, _in_proportion(bounds_of(row), {"planned": planned}))
    session.flush()
    describe(session, row.client_id, "a course: how many sessions, agreed anew")
    return anew.uid


def correct(session: Session, /, uid: str, seen: datetime | None = None, **values: Any) -> None:
    """Correct the day, the reason or who agreed, of what was agreed anew.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence, and KeyError for the numbers.
    """
    row = one(session, Renegotiation, uid, seen)
    if numbers := set(values) & {"before", "after"}:
        raise KeyError(min(numbers))
    changed(row, RenegotiationFields, values)
    describe(session, row.client_id, "a course: what was agreed anew, corrected")


def end(session: Session, uid: str, day: date) -> None:
    """End a course on a day. Raises NotValid for a day before it began."""
    row = one(session, Course, uid)
    whole = row.model_dump(include=set(CourseFields.model_fields)) | {"ended": day.isoformat()}
    _refuse_what_does_not_go_together(validated(CourseFields, **whole))
    row.ended = day.isoformat()
    describe(session, row.client_id, "a course ended")


def _in_proportion(bounds: Bounds, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values with the phases of another number planned beside it, where none are given."""
    planned = values.get("planned")
    if type(planned) is not int or not 0 <= planned <= MOST_SESSIONS:
        return dict(values)
    scaled = bounds.scaled(planned)
    usual = {name: getattr(scaled, name) for name in _BOUNDS}
    return usual | dict(values)


def _refuse_what_does_not_go_together(fields: CourseFields) -> None:
    if problem := bounds_of(fields).problem:
        raise NotValid(problem)
    if fields.ended and fields.ended < fields.start:
        raise NotValid("A course ends on the day it began or later.")


def _refuse_another(session: Session, client: int | None, own: int | None = None) -> None:
    going = select(Course.id).where(Course.client_id == client, Course.ended == "")
    if any(number != own for number in session.exec(going)):
        raise NotValid("A course goes on already; end that one before another begins.")

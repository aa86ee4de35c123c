"""A course set up in one step: agreed, its sessions planned, how much is kept; and changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.course import templates
from ipt_tui.ipt.course_plan import CoursePlan
from ipt_tui.records import AgendaItem, Client, Course, CourseSession
from ipt_tui.vault import clients, courses, session_times, session_told, sessions
from ipt_tui.vault.editing import one
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from datetime import date, time

    from ipt_tui.ipt import course as view
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.session import SessionLine

_TOLD = ("plan", "note", "plan_next", "since_last", "safety_summary", "question", "attendees")


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands of a client's course: what is agreed, None for the course before there is one.

    `held` is the number of the last session that took place.
    """

    code: str
    plan: CoursePlan
    course: view.Course | None = None
    held: int = 0


def standing(session: Session, client_uid: str, today: date, day_starts_at: time) -> Standing:
    """Return what is agreed with a client now; the usual where there is no course yet."""
    client = one(session, Client, client_uid)
    course = courses.current(session, client_uid, today)
    if course is None or course.ended:
        return Standing(client.code, CoursePlan(kept=client.kept))
    row = one(session, Course, course.uid)
    coming = sessions.next_of(session, client_uid, today, frozenset(), day_starts_at)
    plan = CoursePlan(
        course.template,
        coming.number if coming else session_times.next_number(session, row),
        course.planned,
        coming.planned if coming else None,
        coming.place if coming else "",
        course.modality,
        course.vocabulary,
        client.kept,
    )
    lines = sessions.of_course(session, course.uid, frozenset(), day_starts_at)
    held = max((line.number for line in lines if line.held), default=0)
    return Standing(client.code, plan, course, held)


def set_up(session: Session, client_uid: str, plan: CoursePlan, today: date) -> str:
    """Begin a course and plan its sessions; return its uid.

    Sessions that came before are not noted: the course is taken to have begun that much earlier.
    Raises NotValid with one sentence.
    """
    if plan.planned and plan.now > plan.planned:
        raise NotValid(
            f"The next is session {plan.now}, and there are to be {plan.planned}; "
            "please check the two numbers."
        )
    form = templates().get(plan.template)
    coming = plan.first.day if plan.first else today
    start = coming - timedelta(days=max(0, plan.now - 1) * (form.every_days if form else 0))
    uid = courses.begin(
        session, client_uid, plan.template, start, plan.now, planned=plan.planned,
        modality=plan.modality, vocabulary=plan.vocabulary,
    )  # fmt: skip
    if plan.first is not None:
        count = None if plan.planned else 1
        session_times.plan_rest(session, uid, plan.first, count, place=plan.place)
    elif plan.place:
        session_times.plan(session, uid, place=plan.place)
    _keep(session, client_uid, plan, today)
    describe(session, one(session, Course, uid).client_id, "a course begun")
    return uid


def change(
    session: Session, client_uid: str, stood: Standing, plan: CoursePlan, today: date
) -> str:
    """Change a course from what stood to what is agreed now; return its uid.

    Another number of sessions is kept with the reason. What is planned and holds nothing yet
    follows: its hour, its room, how one meets, and whether it is planned at all. Raises Gone,
    ChangedElsewhere, or NotValid with one sentence.
    """
    course = stood.course
    if course is None:
        return set_up(session, client_uid, plan, today)
    row = one(session, Course, course.uid, course.updated_at)
    if plan.planned and plan.planned < stood.held:
        raise NotValid(
            f"Session {stood.held} was held already, so there cannot be only {plan.planned}."
        )
    if values := _changed(stood.plan, plan, row.planned):
        courses.change(session, course.uid, **values)
    if plan.planned != row.planned:
        courses.renegotiate(session, course.uid, today, plan.planned, plan.why)
    _plan_anew(session, row, stood.plan, plan)
    _keep(session, client_uid, plan, today)
    describe(session, row.client_id, "a course changed")
    return course.uid


def _changed(stood: CoursePlan, plan: CoursePlan, planned: int) -> dict[str, Any]:
    """Return the fields of a course that are other than they were, but for how many sessions."""
    names = ("modality", "vocabulary")
    values = {n: getattr(plan, n) for n in names if getattr(plan, n) != getattr(stood, n)}
    form = templates().get(plan.template)
    if plan.template == stood.template or form is None:
        return values
    bounds = form.bounds.scaled(planned)
    return values | {
        "template": form.id,
        "minutes": form.minutes,
        "every_days": form.every_days,
        "format": form.format.value,
        "planned": planned,
        "middle_from": bounds.middle_from,
        "ending_from": bounds.ending_from,
    }


def _plan_anew(session: Session, row: Course, stood: CoursePlan, plan: CoursePlan) -> None:
    """Have the sessions to come follow what was agreed."""
    lines = sessions.of_course(session, row.uid)
    coming = [line for line in lines if line.ahead and line.number >= plan.now]
    if plan.planned:
        for line in coming:
            if line.number > plan.planned and _is_bare(session, line):
                session_times.remove(session, line.uid)
        coming = [line for line in coming if line.number <= plan.planned]
    names = ("place", "modality")
    told = {n: getattr(plan, n) for n in names if getattr(plan, n) != getattr(stood, n)}
    if told:
        for line in coming:
            session_told.tell(session, line.uid, **told)
    following = _moved(session, row, coming, plan.first if plan.first != stood.first else None)
    left = plan.planned + 1 - session_times.next_number(session, row) if plan.planned else 1
    if following is not None and left > 0 and (plan.planned or not coming):
        session_times.plan_rest(session, row.uid, following, left, place=plan.place)


def _moved(
    session: Session, row: Course, coming: list[SessionLine], first: Moment | None
) -> Moment | None:
    """Move what is to come so that it begins at `first`, if given; return when the next would be.

    None where nobody has said when one meets.
    """
    apart = row.every_days or session_times.WEEK
    if first is not None:
        for index, line in enumerate(coming):
            session_times.move(session, line.uid, session_times.later(first, index * apart))
        return session_times.later(first, len(coming) * apart)
    last = coming[-1].planned if coming else None
    return session_times.later(last, apart) if last is not None else None


def _is_bare(session: Session, line: SessionLine) -> bool:
    """Whether nothing was told of a session but when it is to be."""
    row = one(session, CourseSession, line.uid)
    if any(getattr(row, name) for name in _TOLD):
        return False
    there = select(AgendaItem.id).where(col(AgendaItem.session_id) == row.id).limit(1)
    return session.exec(there).first() is None


def _keep(session: Session, client_uid: str, plan: CoursePlan, today: date) -> None:
    """Keep how much of the sessions is kept, with the day on which that was agreed."""
    if one(session, Client, client_uid).kept != plan.kept:
        clients.change(session, client_uid, kept=plan.kept, kept_since=today.isoformat())

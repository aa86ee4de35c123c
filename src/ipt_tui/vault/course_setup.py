"""A course set up in one step: agreed, its sessions planned, how much is kept; and changed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, select

from ipt_tui.ipt import course_plan
from ipt_tui.ipt.course import templates
from ipt_tui.ipt.course_plan import CoursePlan
from ipt_tui.ipt.session import Earlier, Kept
from ipt_tui.records import AgendaItem, Client, Course, CourseSession
from ipt_tui.vault import clients, courses, session_end, session_times, session_told, sessions
from ipt_tui.vault.editing import one
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from datetime import date, time

    from ipt_tui.ipt import course as view
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.session import SessionLine

_TOLD = ("plan", "note", "plan_next", "since_last", "safety_summary", "question", "attendees")
_BOUNDS = ("middle_from", "ending_from")
_SETTINGS = ("modality", "vocabulary", "template", "minutes", "every_days", "format", "start")
_AS_THE_FORM = (None, "")
AFTER = "maint"
"""The form that is offered once a course has ended."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands of a client's course: what is agreed, None for the course before there is one.

    `held` is the number of the last session that took place. `before` is the course that ended
    last, where none goes on. `notes` is whether sessions that are over have a note.
    """

    code: str
    plan: CoursePlan
    course: view.Course | None = None
    held: int = 0
    before: view.Course | None = None
    notes: bool = False

    @property
    def anew(self) -> view.Renegotiation | None:
        """What was agreed anew last, None where nothing was, or it is veiled."""
        every = self.course.renegotiations if self.course else ()
        return every[-1] if every and not every[-1].veiled else None


def standing(session: Session, client_uid: str, today: date, day_starts_at: time) -> Standing:
    """Return what is agreed with a client now; the usual where there is no course yet.

    Once a course has ended it is how one met in it, as maintenance.
    """
    client = one(session, Client, client_uid)
    course = courses.current(session, client_uid, today)
    if course is None or course.ended:
        return _to_begin(session, client, courses.last_ended(session, client_uid))
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
        format=course.format,
        middle_from=course.bounds.middle_from,
        ending_from=course.bounds.ending_from,
        minutes=course.minutes,
        every_days=course.every_days,
        start=course.start,
    )
    lines = sessions.of_course(session, course.uid, frozenset(), day_starts_at)
    held = max((line.number for line in lines if line.held), default=0)
    stood = Standing(client.code, plan, course, held, notes=_has_notes(session, client))
    if anew := stood.anew:
        plan = replace(plan, anew_day=anew.day, anew_why=anew.reason, anew_by=anew.agreed_by)
        stood = replace(stood, plan=plan)
    return stood


def _to_begin(session: Session, client: Client, before: view.Course | None) -> Standing:
    """Return what a course begins with, after the one `before`, if any."""
    plan = CoursePlan(kept=client.kept)
    if before is not None:
        plan = replace(
            plan, template=AFTER, planned=0, modality=before.modality, vocabulary=before.vocabulary
        )
    return Standing(client.code, plan, before=before, notes=_has_notes(session, client))


def _has_notes(session: Session, client: Client) -> bool:
    over = CourseSession.client_id == client.id, CourseSession.ended != "", CourseSession.note != ""
    return session.exec(select(CourseSession.id).where(*over).limit(1)).first() is not None


def set_up(session: Session, client_uid: str, plan: CoursePlan, today: date) -> str:
    """Begin a course and plan its sessions; return its uid.

    Sessions that came before are not noted: the course is taken to have begun that much earlier,
    unless it is said when. Raises NotValid with one sentence.
    """
    if plan.planned and plan.now > plan.planned:
        raise NotValid(
            f"The next is session {plan.now}, and there are to be {plan.planned}; "
            "please check the two numbers."
        )
    start = course_plan.begun(plan, today)
    names = ("planned", "modality", "vocabulary", "format", "minutes", "every_days", *_BOUNDS)
    told = {name: getattr(plan, name) for name in names}
    uid = courses.begin(
        session, client_uid, plan.template, start, plan.now,
        **{name: value for name, value in told.items() if value not in _AS_THE_FORM},
    )  # fmt: skip
    if plan.first is not None:
        count = None if plan.planned else 1
        session_times.plan_rest(session, uid, plan.first, count, place=plan.place)
    elif plan.place:
        session_times.plan(session, uid, place=plan.place)
    forgot = _keep(session, client_uid, plan, today)
    describe(session, one(session, Course, uid).client_id, "a course begun", final=forgot)
    return uid


def change(
    session: Session, client_uid: str, stood: Standing, plan: CoursePlan, today: date
) -> str:
    """Change a course from what stood to what is agreed now, or end it; return its uid.

    Another number of sessions is kept with the reason. What is planned and holds nothing yet
    follows: its hour, its room, how one meets, how far apart, and whether it is planned at all.
    Raises Gone, ChangedElsewhere, or NotValid with one sentence.
    """
    course = stood.course
    if course is None:
        return set_up(session, client_uid, plan, today)
    row = one(session, Course, course.uid, course.updated_at)
    if plan.planned and plan.planned < stood.held:
        raise NotValid(
            f"Session {stood.held} was held already, so there cannot be only {plan.planned}."
        )
    _correct(session, stood, plan)
    if values := _changed(stood.plan, plan):
        courses.change(session, course.uid, **values)
    if plan.planned != row.planned:
        courses.renegotiate(session, course.uid, today, plan.planned, plan.why, plan.by)
    if bounds := _other_bounds(row, stood.plan, plan):
        courses.change(session, course.uid, **bounds)
    _plan_anew(session, row, stood.plan, plan)
    forgot = _keep(session, client_uid, plan, today)
    if plan.ended:
        _end(session, row, plan.ended)
    what = "a course ended" if plan.ended else "a course changed"
    describe(session, row.client_id, what, final=forgot)
    return course.uid


def _correct(session: Session, stood: Standing, plan: CoursePlan) -> None:
    """Correct what was agreed anew before."""
    old = stood.plan
    told = (plan.anew_day, plan.anew_why, plan.anew_by)
    if stood.anew is not None and told != (old.anew_day, old.anew_why, old.anew_by):
        day = (plan.anew_day or stood.anew.day).isoformat()
        courses.correct(
            session, stood.anew.uid, day=day, reason=plan.anew_why, agreed_by=plan.anew_by
        )


def _changed(stood: CoursePlan, plan: CoursePlan) -> dict[str, Any]:
    """Return the fields of a course that are other than they were; another form brings its own.

    How many sessions there are and where the phases begin is not among them.
    """
    form = _other_form(stood, plan)
    told: dict[str, Any] = {name: getattr(plan, name) for name in _SETTINGS}
    if form is not None:
        of_form = {
            "minutes": form.minutes, "every_days": form.every_days, "format": form.format.value,
        }  # fmt: skip
        told |= {name: value for name, value in of_form.items() if told[name] in _AS_THE_FORM}
    values = {
        name: value
        for name, value in told.items()
        if value not in _AS_THE_FORM and value != getattr(stood, name)
    }
    if plan.start and "start" in values:
        values["start"] = plan.start.isoformat()
    return values


def _other_bounds(row: Course, stood: CoursePlan, plan: CoursePlan) -> dict[str, Any]:
    """Return where the phases begin, if that is said to be elsewhere than it is."""
    form = _other_form(stood, plan)
    usual = form.bounds.scaled(row.planned) if form else courses.bounds_of(row)
    told = {name: getattr(plan, name) for name in _BOUNDS}
    whole = {name: getattr(usual, name) if at is None else at for name, at in told.items()}
    return whole if any(at != getattr(row, name) for name, at in whole.items()) else {}


def _other_form(stood: CoursePlan, plan: CoursePlan) -> view.Template | None:
    return templates().get(plan.template) if plan.template != stood.template else None


def _end(session: Session, row: Course, day: date) -> None:
    """End a course: what is planned and holds nothing is planned no more."""
    for line in sessions.of_course(session, row.uid):
        if line.running:
            raise NotValid(f"Session {line.number} still runs; end that one first.")
        if line.ahead and _is_bare(session, line):
            session_times.remove(session, line.uid)
    courses.end(session, row.uid, day)


def _plan_anew(session: Session, row: Course, stood: CoursePlan, plan: CoursePlan) -> None:
    """Have the sessions to come follow what was agreed."""
    lines = sessions.of_course(session, row.uid)
    coming = [line for line in lines if line.ahead and line.number >= plan.now]
    if plan.planned:
        for line in coming:
            if line.number > plan.planned and _is_bare(session, line):
                session_times.remove(session, line.uid)
        coming = [line for line in coming if line.number <= plan.planned]
    names = ("place", "modality", "format")
    told = {n: getattr(plan, n) for n in names if getattr(plan, n) != getattr(stood, n)}
    if told:
        for line in coming:
            session_told.tell(session, line.uid, **told)
    is_new = (plan.first, plan.every_days) != (stood.first, stood.every_days)
    following = _moved(session, row, coming, plan.first if is_new else None)
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
    """Whether nothing was told of a session but when it is to be; an agenda may be prepared."""
    row = one(session, CourseSession, line.uid)
    if any(getattr(row, name) for name in _TOLD):
        return False
    touched = select(AgendaItem.id).where(
        AgendaItem.session_id == row.id,
        (AgendaItem.code == "") | (AgendaItem.updated_at != AgendaItem.created_at),
    )
    return session.exec(touched.limit(1)).first() is None


def _keep(session: Session, client_uid: str, plan: CoursePlan, today: date) -> bool:
    """Keep how much of the sessions is kept, with the day on which that was agreed.

    Returns whether the notes until now were forgotten with it, which is for good.
    """
    client = one(session, Client, client_uid)
    if client.kept == plan.kept:
        return False
    clients.change(session, client_uid, kept=plan.kept, kept_since=today.isoformat())
    forgets = plan.kept != Kept.FULL and plan.earlier == Earlier.FORGET
    forgets = forgets and _has_notes(session, client)
    if forgets:
        session_end.forget_notes(session, client.id or 0)
    return forgets

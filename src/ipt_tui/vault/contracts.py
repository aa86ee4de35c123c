"""The contract of a course: read with what other records say of it, told, agreed, agreed again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, select

from ipt_tui.ipt import contract as view
from ipt_tui.ipt.as_agreed import Then
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.contract import Beside, asked
from ipt_tui.ipt.instruments import in_use
from ipt_tui.ipt.measure_schedule import USUAL, Often
from ipt_tui.records import Client, Contract, Course, MeasurePlan, SafetyPlan
from ipt_tui.records.formulation import ContractFields
from ipt_tui.vault import agreement_veil, as_agreed, courses, goals, problem_areas, sessions
from ipt_tui.vault.editing import changed, one
from ipt_tui.vault.errors import ChangedElsewhere, NotValid
from ipt_tui.vault.hidden import hidden_for
from ipt_tui.vault.session_times import WEEK
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from datetime import datetime, time

    from ipt_tui.ipt import course as course_view

NOT_REMOVED = "What was agreed stays; it can be changed and agreed again."
EMPTY = "There is nothing to agree on yet; tell something of it first."


def of_client(
    session: Session,
    client_uid: str,
    today: date,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> view.Contract:
    """Return the contract of the course that goes on, else of the last, as it may be seen.

    What other records say beside one that is over is said as of its last day.
    """
    client = one(session, Client, client_uid)
    course = courses.in_hand(session, client_uid, today)
    if course is None:
        return view.Contract(client.uid, client.code)
    today = course.read_on(today)
    row = _row(session, one(session, Course, course.uid))
    beside = _beside(session, client, course, today, revealed, day_starts_at)
    known = view.Contract(client.uid, client.code, course, beside=beside)
    if row is None:
        return known
    hidden = hidden_for(session, client.id or 0, revealed)
    veiled = row.id in agreement_veil.contracts(session, hidden, client.id or 0)
    texts = {each.id: getattr(row, each.id) for each in asked() if each.id != view.CRISIS}
    return view.Contract(
        client.uid,
        client.code,
        course,
        row.uid,
        {} if veiled else texts,
        None if veiled else row.crisis_told,
        _day(row.agreed),
        "" if veiled else row.agreed_by,
        _day(row.changed),
        row.sensitive,
        veiled,
        row.updated_at,
        known.beside,
        as_agreed.then(session, client, row.agreed_with, today, revealed)
        if row.agreed and not veiled
        else Then(),
    )


def _beside(
    session: Session,
    client: Client,
    course: course_view.Course,
    today: date,
    revealed: frozenset[str],
    day_starts_at: time,
) -> Beside:
    ends, about = _ends(session, course, day_starts_at)
    plan = select(SafetyPlan.id).where(SafetyPlan.client_id == client.id)
    set_goals = goals.of_client(session, client.uid, today, revealed)
    return Beside(
        ends,
        about,
        _schedule(session, client),
        session.exec(plan).first() is not None,
        problem_areas.chosen(session, client.uid, today, revealed).worked_on,
        tuple(goal.text for goal in set_goals if goal.closed is None and not goal.veiled),
    )


def _ends(
    session: Session, course: course_view.Course, day_starts_at: time
) -> tuple[date | None, bool]:
    """Return the day of the last meeting, and whether it is only worked out from the others."""
    if not course.planned:
        return None, False
    lines = sessions.of_course(session, course.uid, frozenset(), day_starts_at)
    days = {line.number: line.day for line in lines if line.day is not None and not line.missed}
    if course.planned in days:
        return days[course.planned], False
    number = max(days, default=1)
    left = max(0, course.planned - number) * (course.every_days or WEEK)
    return days.get(number, course.start) + timedelta(days=left), True


def _schedule(session: Session, client: Client) -> tuple[str, ...]:
    """Return "PHQ-9, GAD-7 every 4th session" for how often which measures are asked for."""
    often = {name: kept.value for name, kept in USUAL.items()}
    plans = session.exec(select(MeasurePlan).where(MeasurePlan.client_id == client.id))
    often |= {plan.instrument: plan.often for plan in plans if plan.often}
    names: dict[str, list[str]] = {}
    for name, kept in often.items():
        form = in_use().get(name)
        if Often.read(kept) is not Often.NEVER:
            names.setdefault(Often.say(kept), []).append(form.short if form else name)
    return tuple(f"{', '.join(forms)} {said}" for said, forms in names.items())


def tell(
    session: Session,
    /,
    course_uid: str,
    today: date,
    seen: datetime | None = None,
    **values: Any,
) -> str:
    """Tell fields of a course's contract; return its uid.

    `seen` is what it was read with, None where nothing was told yet. One that was agreed remembers
    that it was changed since, and is to be agreed again. Raises Gone, ChangedElsewhere, or NotValid
    with one sentence, also where the course is over, and KeyError for what is not asked.
    """
    if unknown := set(values) - {each.id for each in asked()}:
        raise KeyError(min(unknown))
    course = one(session, Course, course_uid)
    courses.refuse_over(course, today)
    row = _row(session, course)
    if (row.updated_at if row else None) != seen:
        raise ChangedElsewhere
    there = row is not None
    row = row or Contract(client_id=course.client_id, course_id=course.id or 0)
    if not changed(row, ContractFields, values):
        return row.uid
    if row.agreed:
        row.changed = today.isoformat()
    session.add(row)
    session.flush()
    said = "told" if not there else "renegotiated" if row.agreed else "changed"
    describe(session, row.client_id, f"the contract: {said}")
    return row.uid


def agree(session: Session, uid: str, day: date, by: str, seen: datetime | None = None) -> None:
    """Say that a contract was agreed on a day as it stands, and by whom; again after a change.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence, also for a day after the course.
    """
    row = one(session, Contract, uid, seen)
    courses.refuse_over(session.get_one(Course, row.course_id), day)
    again = bool(row.agreed)
    if not any(getattr(row, each.id) for each in asked()):
        raise NotValid(EMPTY)
    client = session.get_one(Client, row.client_id)
    values = {
        "agreed": day.isoformat(), "agreed_by": by, "changed": "",
        "agreed_with": as_agreed.now(session, client.uid),
    }  # fmt: skip
    changed(row, ContractFields, values)
    describe(session, row.client_id, f"the contract: agreed{' again' * again}")


def veil(session: Session, uid: str, *, sensitive: bool, seen: datetime | None = None) -> None:
    """Mark a contract as sensitive, or not any more."""
    row = one(session, Contract, uid, seen)
    row.sensitive = sensitive
    said = "sensitive" if sensitive else "not sensitive any more"
    describe(session, row.client_id, f"the contract: {said}")


def remove(session: Session, uid: str) -> str:
    """Remove a contract that was never agreed. Raises NotValid for one that was."""
    row = one(session, Contract, uid)
    if row.agreed:
        raise NotValid(NOT_REMOVED)
    session.delete(row)
    describe(session, row.client_id, "the contract: removed")
    return "the contract"


def _row(session: Session, course: Course) -> Contract | None:
    return session.exec(select(Contract).where(Contract.course_id == course.id)).first()


def _day(kept: str) -> date | None:
    return date.fromisoformat(kept) if kept else None

"""What a course still lacks before it goes on, as far as the record can know."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func
from sqlmodel import Session, col, select

from ipt_tui.ipt.course import gates
from ipt_tui.ipt.people import Met
from ipt_tui.records import AgendaItem, Client, Contract, CourseSession, Formulation
from ipt_tui.records import Course as Row
from ipt_tui.vault import problem_areas
from ipt_tui.vault.editing import one
from ipt_tui.vault.hidden import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipt_tui.ipt.course import Course

FOCUS = "focus"
_ITEMS = {
    "choose_focus": FOCUS,
    "formulation": "formulation",
    "contract": "contract",
    "name_ending": "ending_named",
}
"""The code of the agenda by which something is agreed, and what a gate calls it."""


def lacking(session: Session, course: Course, number: int) -> tuple[str, ...]:
    """Return what is to be said before a session, one sentence each; it warns and never blocks.

    What never stood on an agenda here may have been agreed elsewhere: nothing is said of it.
    """
    return gates(course, number, _agreed(session, course))


def _agreed(session: Session, course: Course) -> frozenset[str]:
    """Return what is agreed, or of which nobody can know.

    A first focus that stands is agreed if the client agrees, whatever an agenda says of it.
    """
    agreed = _by_agenda(session, course.uid) | frozenset(_by_record(session, course))
    first = problem_areas.chosen(session, course.client, date.max, EVERYTHING).first
    if first is None:
        return agreed
    return agreed - {FOCUS} | ({FOCUS} if first.agrees == Met.YES else frozenset())


def _by_record(session: Session, course: Course) -> Iterator[str]:
    """Yield which texts were agreed in this course."""
    client = one(session, Client, course.client)
    formulation = select(Formulation.id).where(
        Formulation.client_id == client.id, Formulation.agreed >= course.start.isoformat()
    )
    contract = (
        select(Contract.id)
        .join(Row, col(Row.id) == Contract.course_id)
        .where(Row.uid == course.uid, Contract.agreed != "")
    )
    for what, question in (("formulation", formulation), ("contract", contract)):
        if session.exec(question).first() is not None:
            yield what


def _by_agenda(session: Session, course_uid: str) -> frozenset[str]:
    """Return all but what stands on an agenda of the course and was never ticked."""
    done = session.execute(
        select(AgendaItem.code, func.max(AgendaItem.done))
        .join(CourseSession, col(CourseSession.id) == AgendaItem.session_id)
        .join(Row, col(Row.id) == CourseSession.course_id)
        .where(Row.uid == course_uid, col(AgendaItem.code).in_(_ITEMS))
        .group_by(AgendaItem.code)
    )
    open_ones = {_ITEMS[code] for code, ticked in done if not ticked}
    return frozenset(_ITEMS.values()) - open_ones

"""What a course still lacks before it goes on, as far as the record can know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func
from sqlmodel import Session, col, select

from ipt_tui.ipt.course import gates
from ipt_tui.records import AgendaItem, CourseSession
from ipt_tui.records import Course as Row

if TYPE_CHECKING:
    from ipt_tui.ipt.course import Course

_ITEMS = {
    "choose_focus": "focus",
    "formulation": "formulation",
    "contract": "contract",
    "name_ending": "ending_named",
}
"""The code of the agenda by which something is agreed, and what a gate calls it."""


def lacking(session: Session, course: Course, number: int) -> tuple[str, ...]:
    """Return what is to be said before a session, one sentence each; it warns and never blocks.

    What never stood on an agenda here may have been agreed elsewhere: nothing is said of it.
    """
    return gates(course, number, _agreed(session, course.uid))


def _agreed(session: Session, course_uid: str) -> frozenset[str]:
    """Return what is agreed, or of which nobody can know."""
    done = session.execute(
        select(AgendaItem.code, func.max(AgendaItem.done))
        .join(CourseSession, col(CourseSession.id) == AgendaItem.session_id)
        .join(Row, col(Row.id) == CourseSession.course_id)
        .where(Row.uid == course_uid, col(AgendaItem.code).in_(_ITEMS))
        .group_by(AgendaItem.code)
    )
    open_ones = {_ITEMS[code] for code, ticked in done if not ticked}
    return frozenset(_ITEMS.values()) - open_ones

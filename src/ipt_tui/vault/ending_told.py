"""What an ending tells of the focus, the formulation and the goals of its course."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlmodel import Session, col, select

from ipt_tui.ipt.first_and_last import goals_of
from ipt_tui.records import Formulation, Goal
from ipt_tui.vault import agreement_veil, goals, problem_areas
from ipt_tui.vault.hidden import hidden_for

if TYPE_CHECKING:
    from datetime import date

    from ipt_tui.ipt.course import Course
    from ipt_tui.ipt.focus import ProblemArea
    from ipt_tui.ipt.goal import Goal as GoalView


class Told(NamedTuple):
    """The areas worked on, first and second, the agreed formulation and the goals, veiled or not.

    `version` is the uid of the formulation, "" where none was agreed; veiled it has no words.
    """

    focus: tuple[ProblemArea, ...]
    version: str
    formulation: str
    goals: tuple[GoalView, ...]


def told(session: Session, client: int, course: Course, on: date, revealed: frozenset[str]) -> Told:
    """Return what is told as of a day, veiled by the same rules as everywhere."""
    areas = problem_areas.chosen(session, course.client, on, revealed)
    row = _agreed(session, client, on)
    text = ""
    if row is not None:
        hidden = hidden_for(session, client, revealed)
        veiled = row.id in agreement_veil.formulations(session, hidden, client)
        text = "" if veiled else row.text
    found = goals_of(goals.of_client(session, course.client, on, revealed), course.start)
    became = _became(session, client, on)
    return Told(
        tuple(area for area in (areas.first, areas.second) if area is not None),
        row.uid if row else "",
        text,
        tuple(goal for goal in found if goal.uid not in became),
    )


def _agreed(session: Session, client: int, on: date) -> Formulation | None:
    """Return the version that was agreed last by a day, None where none was."""
    query = (
        select(Formulation)
        .where(Formulation.client_id == client, Formulation.agreed != "", Formulation.text != "")
        .where(Formulation.agreed <= on.isoformat())
        .order_by(col(Formulation.agreed).desc(), col(Formulation.version).desc())
        .limit(1)
    )
    return session.exec(query).first()


def _became(session: Session, client: int, on: date) -> frozenset[str]:
    """Return the goals that became another one by a day; that one is told of in their place."""
    query = select(Goal.succeeds).where(Goal.client_id == client, Goal.day <= on.isoformat())
    return frozenset(session.exec(query))

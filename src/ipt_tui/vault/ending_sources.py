"""What the page of an ending tells of the focus, the formulation and the goals; the veiled not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlmodel import Session, col, select

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.ending import GoalThenNow
from ipt_tui.ipt.focus import plain
from ipt_tui.records import Formulation, Goal, GoalRating
from ipt_tui.vault import agreement_veil, goal_veil, problem_areas

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ipt_tui.vault.hidden import Hidden


class Told(NamedTuple):
    """Something of the record with its uid; `veiled` where it is not to be told."""

    uid: str
    veiled: bool
    words: str
    goal: GoalThenNow | None = None


def focus(
    session: Session, client_uid: str, on: date, revealed: frozenset[str]
) -> tuple[Told, ...]:
    """Return what is worked on as of a day, the first focus first."""
    areas = problem_areas.chosen(session, client_uid, on, revealed)
    return tuple(
        Told(area.uid, area.veiled, plain(area, Audience.CLIENT))
        for area in (areas.first, areas.second)
        if area is not None
    )


def formulation(session: Session, client: int, hidden: Hidden, on: date) -> Told | None:
    """Return the formulation that was agreed last by a day, None where none was."""
    row = session.exec(
        select(Formulation)
        .where(Formulation.client_id == client, Formulation.agreed != "")
        .where(Formulation.agreed <= on.isoformat())
        .order_by(col(Formulation.agreed).desc(), col(Formulation.version).desc())
        .limit(1)
    ).first()
    if row is None or not row.text:
        return None
    veiled = row.id in agreement_veil.formulations(session, hidden, client)
    return Told(row.uid, veiled, row.text)


def goals(session: Session, client: int, hidden: Hidden, on: date) -> Iterator[Told]:
    """Yield the goals as of a day in the order they were set, each with its first and last rating.

    One that became another goal is told of by that one.
    """
    day = on.isoformat()
    ratings: dict[int, list[int]] = {}
    query = select(GoalRating.goal_id, GoalRating.value).where(
        GoalRating.client_id == client, GoalRating.day <= day
    )
    for number, value in session.exec(query.order_by(col(GoalRating.day))):
        ratings.setdefault(number, []).append(value)
    rows = session.exec(
        select(Goal)
        .where(Goal.client_id == client, Goal.day <= day)
        .order_by(col(Goal.day), col(Goal.id))
    ).all()
    unseen = goal_veil.goals(session, hidden, client, rows)
    for row in rows:
        closed = bool(row.closed) and row.closed <= day
        if closed and row.status == "changed":
            continue
        rated = ratings.get(row.id or 0, [None])
        status, why = (row.status, row.why) if closed else ("active", "")
        goal = GoalThenNow(row.text, rated[0], rated[-1], row.target, status, why)
        yield Told(row.uid, row.id in unseen, row.text, goal)

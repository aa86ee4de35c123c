"""What is veiled of goals: one as a whole, a note of a rating by itself; and what search says.

A goal is veiled with its words, with whom it is about, and with the problem area it belongs to.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.records import Goal, GoalRating, Halfway, ProblemArea
from ipt_tui.vault import focus_veil
from ipt_tui.vault.search_owners import Owner, day_of
from ipt_tui.vault.session_veil import written

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ipt_tui.vault.hidden import Hidden

TABLES = frozenset({"goal", "goal_rating", "halfway"})
_TOLD: dict[str, Any] = {"goal": Goal, "goal_rating": GoalRating, "halfway": Halfway}


def goals(session: Session, hidden: Hidden, client: int, rows: Iterable[Goal]) -> set[int]:
    """Return the numbers of those goals of one client that are veiled."""
    rows = list(rows)
    unseen = _areas(session, hidden, client) if any(row.problem_area_id for row in rows) else set()
    return {
        row.id or 0
        for row in rows
        if hidden.veils(
            row.uid,
            row.sensitive,
            () if row.person_id is None else (row.person_id,),
            _said(Goal, row),
            tied=row.problem_area_id in unseen,
        )
    }


def note(hidden: Hidden, goal: Goal, rating: GoalRating) -> bool:
    """Whether the note of a rating is veiled; it is shown with its goal."""
    return bool(rating.note) and hidden.veils(goal.uid, rating.sensitive, (), (rating.note,))


def answers(hidden: Hidden, row: Halfway) -> bool:
    """Whether what was said at a halfway look is veiled."""
    return hidden.veils(row.uid, row.sensitive, (), _said(Halfway, row))


def all_of(session: Session, hidden: Hidden, client: int) -> dict[Any, set[int]]:
    """Return the numbers of all that is veiled of one client's goals, by table."""
    every = session.exec(select(Goal).where(Goal.client_id == client)).all()
    by_number = {row.id: row for row in every}
    ratings = session.exec(select(GoalRating).where(GoalRating.client_id == client))
    looks = session.exec(select(Halfway).where(Halfway.client_id == client))
    return {
        Goal: goals(session, hidden, client, every),
        GoalRating: {row.id or 0 for row in ratings if note(hidden, by_number[row.goal_id], row)},
        Halfway: {row.id or 0 for row in looks if answers(hidden, row)},
    }


def owners(
    session: Session, kind: str, uids: Iterable[str], hidden: Callable[[int], Hidden]
) -> dict[str, Owner]:
    """Return whose the rows of one kind are; `hidden` says what is veiled by a client's number.

    A rating is veiled with its goal.
    """
    table = _TOLD[kind]
    rows: list[Any] = list(session.exec(select(table).where(table.uid.in_(uids))))
    if kind == "halfway":
        return {
            row.uid: Owner(
                row.client_id,
                f"halfway look, {day_of(row.day)}",
                answers(hidden(row.client_id), row),
                focus="halfway",
            )
            for row in rows
        }
    of = {row.goal_id if kind == "goal_rating" else row.id for row in rows}
    there = {goal.id or 0: goal for goal in session.exec(select(Goal).where(col(Goal.id).in_(of)))}
    unseen = _veiled(session, there, hidden)
    if kind == "goal":
        return {
            row.uid: Owner(
                row.client_id,
                f"goal, {day_of(row.day)}",
                row.id in unseen,
                focus=f"goal:{row.uid}",
            )
            for row in rows
        }
    return {
        row.uid: Owner(
            row.client_id,
            f"goal rated, {day_of(row.day)}",
            row.goal_id in unseen or note(hidden(row.client_id), there[row.goal_id], row),
            focus=f"goal:{there[row.goal_id].uid}",
        )
        for row in rows
    }


def _veiled(
    session: Session, there: Mapping[int, Goal], hidden: Callable[[int], Hidden]
) -> set[int]:
    of_client: dict[int, list[Goal]] = defaultdict(list)
    for goal in there.values():
        of_client[goal.client_id].append(goal)
    found: set[int] = set()
    for client, some in of_client.items():
        found |= goals(session, hidden(client), client, some)
    return found


def _areas(session: Session, hidden: Hidden, client: int) -> set[int]:
    """Return the numbers of the problem areas of one client that are veiled."""
    query = select(ProblemArea).where(ProblemArea.client_id == client)
    return focus_veil.areas(hidden, session.exec(query))


def _said(table: Any, row: Any) -> list[str]:
    return [getattr(row, name) for name in written(table)]

"""What the page of an ending tells of the focus, the formulation and the goals; the veiled not."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlmodel import Session, col, select

from ipt_tui.ipt.ending import GoalThenNow, focus_words
from ipt_tui.records import FocusChoice, Formulation, Goal, GoalRating, ProblemArea

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ipt_tui.vault.hidden import Hidden

_RANKS = ("first", "second")


class Told(NamedTuple):
    """Something of the record with its uid; `veiled` where it is not to be told."""

    uid: str
    veiled: bool
    words: str
    goal: GoalThenNow | None = None


def focus(session: Session, client: int, hidden: Hidden, on: date) -> tuple[Told, ...]:
    """Return what is worked on as of a day, the first focus first."""
    query = select(FocusChoice.problem_area_id, FocusChoice.rank).where(
        FocusChoice.client_id == client, FocusChoice.day <= on.isoformat()
    )
    chosen: dict[int, str] = dict(session.execute(query.order_by(col(FocusChoice.day))).all())
    areas = session.exec(select(ProblemArea).where(ProblemArea.client_id == client))
    found = []
    for row in areas:
        rank = chosen.get(row.id or 0, "")
        if rank in _RANKS:
            who = hidden.people.get(row.person_id or 0)
            people = () if row.person_id is None else (row.person_id,)
            words = focus_words(row.area, row.about, who.name if who else "")
            veiled = hidden.veils(row.uid, row.sensitive, people, (row.about,))
            found.append((_RANKS.index(rank), Told(row.uid, veiled, words)))
    return tuple(told for _, told in sorted(found, key=lambda each: each[0]))


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
    return Told(row.uid, hidden.veils(row.uid, row.sensitive, (), (row.text,)), row.text)


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
    )
    for row in rows:
        closed = bool(row.closed) and row.closed <= day
        if closed and row.status == "changed":
            continue
        rated = ratings.get(row.id or 0, [None])
        status, why = (row.status, row.why) if closed else ("active", "")
        goal = GoalThenNow(row.text, rated[0], rated[-1], row.target, status, why)
        people = () if row.person_id is None else (row.person_id,)
        veiled = hidden.veils(row.uid, row.sensitive, people, (row.text, row.why))
        yield Told(row.uid, veiled, row.text, goal)

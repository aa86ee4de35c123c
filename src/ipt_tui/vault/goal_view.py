"""Goals as the values that are shown: as of a day, and veiled."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.goal import Goal as View
from ipt_tui.ipt.goal import GoalPractice as PracticeView
from ipt_tui.ipt.goal import Rating
from ipt_tui.records import Goal, GoalPractice, GoalRating, Practice, ProblemArea
from ipt_tui.vault import goal_veil, session_veil
from ipt_tui.vault.hidden import hidden_for

if TYPE_CHECKING:
    from collections.abc import Sequence


def shown(
    session: Session, client: int, rows: Sequence[Goal], today: date, revealed: frozenset[str]
) -> tuple[View, ...]:
    """Return rows of one client as they were on a day, veiled as they are read."""
    if not rows:
        return ()
    hidden = hidden_for(session, client, revealed)
    veiled = goal_veil.goals(session, hidden, client, rows)
    numbers = [row.id for row in rows]
    ratings: defaultdict[int, list[GoalRating]] = defaultdict(list)
    by_then = col(GoalRating.day) <= today.isoformat()
    query = select(GoalRating).where(col(GoalRating.goal_id).in_(numbers), by_then)
    for rating in session.exec(query.order_by(col(GoalRating.day))):
        ratings[rating.goal_id].append(rating)
    practices = _practices(session, client, numbers, today, revealed)
    areas = dict(
        session.execute(
            select(ProblemArea.id, ProblemArea.uid).where(ProblemArea.client_id == client)
        ).all()
    )
    found = []
    for row in rows:
        day, closed = date.fromisoformat(row.day), row.closed and date.fromisoformat(row.closed)
        ends: dict[str, Any] = {}
        if closed and closed <= today:
            ends = {"status": row.status, "closed": closed}
        if row.id in veiled:
            found.append(View(row.uid, day, **ends, veiled=True, updated_at=row.updated_at))
            continue
        rated = (
            _rating(each, veiled=goal_veil.note(hidden, row, each)) for each in ratings[row.id or 0]
        )
        found.append(
            View(
                row.uid,
                day,
                row.text,
                row.target,
                **ends,
                why="" if closed and closed > today else row.why,
                succeeds=row.succeeds,
                ratings=tuple(rated),
                person=hidden.people.get(row.person_id or 0),
                area=areas.get(row.problem_area_id),
                practices=practices.get(row.id or 0, ()),
                sensitive=row.sensitive,
                updated_at=row.updated_at,
            )
        )
    return tuple(found)


def _rating(row: GoalRating, *, veiled: bool) -> Rating:
    day, said = date.fromisoformat(row.day), "" if veiled else row.note
    return Rating(row.uid, day, row.value, said, veiled, row.updated_at)


def _practices(
    session: Session,
    client: int,
    goals: Sequence[int | None],
    today: date,
    revealed: frozenset[str],
) -> dict[int, tuple[PracticeView, ...]]:
    """Return the practices that were agreed for goals up to a day, by the numbers of these."""
    tied = session.execute(
        select(GoalPractice.goal_id, Practice)
        .join(Practice, col(Practice.id) == GoalPractice.practice_id)
        .where(col(GoalPractice.goal_id).in_(goals), col(Practice.day) <= today.isoformat())
        .order_by(col(Practice.day), col(Practice.id))
    ).all()
    if not tied:
        return {}
    hidden = hidden_for(session, client, revealed)
    veiled = session_veil.practices(session, hidden, client, [row for _, row in tied])
    found: defaultdict[int, tuple[PracticeView, ...]] = defaultdict(tuple)
    for number, row in tied:
        what = "" if row.id in veiled else row.what
        found[number] += (PracticeView(row.uid, date.fromisoformat(row.day), what),)
    return found

"""Goals: set, rated, joined to what they belong to, closed, taken up again; and those there are.

What one was on a day is read from its dates: when it was set, rated, closed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.goal import Goal as View
from ipt_tui.ipt.goal import GoalStatus
from ipt_tui.records import Client, Goal, GoalPractice, GoalRating, Person, Practice, ProblemArea
from ipt_tui.records.goal import GoalFields, GoalRatingFields
from ipt_tui.vault import agreed_words, ending_veil, goal_view
from ipt_tui.vault.editing import changed, of_day, one, refuse_other_record, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

CLOSED = "This goal is closed; take it up again first."
_POINTS: dict[Any, str] = {Person: "person_id", ProblemArea: "problem_area_id"}
_DONE = {GoalStatus.MET: "met", GoalStatus.DROPPED: "dropped"}


# Read.


def of_client(
    session: Session, client_uid: str, today: date, revealed: frozenset[str] = frozenset()
) -> tuple[View, ...]:
    """Return a client's goals as they were on the day `today`, in the order they were set.

    Of the veiled there is the day, and what became of them.
    """
    client = one(session, Client, client_uid)
    rows = session.exec(
        select(Goal)
        .where(Goal.client_id == client.id, Goal.day <= today.isoformat())
        .order_by(col(Goal.day), col(Goal.id))
    ).all()
    return goal_view.shown(session, client.id or 0, rows, today, revealed)


def goal(session: Session, uid: str, today: date, revealed: frozenset[str] = frozenset()) -> View:
    """Return one goal as it was on a day. Raises Gone if there is none."""
    row = one(session, Goal, uid)
    return goal_view.shown(session, row.client_id, [row], today, revealed)[0]


# Write.


def add(
    session: Session,
    client_uid: str,
    text: str,
    on: date,
    *,
    target: int | None = None,
    uid: str | None = None,
) -> str:
    """Set a goal on a day; return its uid, which may be given.

    Raises NotValid with one sentence.
    """
    client = one(session, Client, client_uid)
    fields = validated(GoalFields, text=text, day=on.isoformat(), target=target)
    row = Goal(client_id=client.id or 0, **fields.model_dump())
    row.uid = uid or row.uid
    session.add(row)
    session.flush()
    describe(session, client.id, "a goal set")
    return row.uid


def change(session: Session, /, uid: str, seen: datetime | None = None, **values: Any) -> None:
    """Change words, target, reason or veil of a goal; `seen` is the `updated_at` it was read with.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence.
    """
    row = one(session, Goal, uid, seen)
    if other := set(values) - {"text", "target", "why", "sensitive"}:
        raise KeyError(min(other))
    changed(row, GoalFields, values)
    if {"text", "why"} & set(values):
        ending_veil.untick(session, row.client_id, row.uid)
    describe(session, row.client_id, "a goal changed")


def about(session: Session, uid: str, person: str | None, seen: datetime | None = None) -> None:
    """Say with whom a goal is, or with nobody. Raises Gone, ChangedElsewhere or NotValid."""
    row = one(session, Goal, uid, seen)
    _point(session, row, Person, person)
    describe(session, row.client_id, "a goal: with whom")


def belongs(session: Session, uid: str, area: str | None, seen: datetime | None = None) -> None:
    """Say to which problem area a goal belongs, or to none. Raises as `about` does."""
    row = one(session, Goal, uid, seen)
    _point(session, row, ProblemArea, area)
    describe(session, row.client_id, "a goal: what it belongs to")


def tie(
    session: Session, uid: str, practices: Iterable[str], among: Iterable[str] | None = None
) -> None:
    """Say which practices were agreed for a goal: these, by their uids, and no others.

    `among` are those that were there to choose from; one that was not stays as it is. Raises Gone,
    or NotValid for one of another record.
    """
    row = one(session, Goal, uid)
    wanted = [one(session, Practice, each) for each in dict.fromkeys(practices)]
    for practice in wanted:
        refuse_other_record(row.client_id, practice.client_id)
    numbers = {practice.id for practice in wanted}
    offered = None if among is None else frozenset(among)
    there = set()
    tied = select(GoalPractice, Practice.uid).join(
        Practice, col(Practice.id) == GoalPractice.practice_id
    )
    for link, practice_uid in session.exec(tied.where(GoalPractice.goal_id == row.id)).all():
        if link.practice_id in numbers:
            there.add(link.practice_id)
        elif offered is None or practice_uid in offered:
            session.delete(link)
    session.flush()
    for number in sorted(numbers - there, key=int):  # type: ignore[arg-type]
        session.add(
            GoalPractice(client_id=row.client_id, goal_id=row.id or 0, practice_id=number or 0)
        )
    session.flush()
    describe(session, row.client_id, "a goal: the practices for it")


def rate(session: Session, uid: str, value: int, on: date, note: str | None = None) -> str:
    """Rate a goal on a day, in place of what it was rated that day; return the rating's uid.

    Without a `note` the one of that day stays. Raises Gone, or NotValid with one sentence, also
    for a day after the goal was closed.
    """
    row = one(session, Goal, uid)
    if row.closed and row.closed < on.isoformat():
        raise NotValid(CLOSED)
    if on.isoformat() < row.day:
        changed(row, GoalFields, {"day": on.isoformat()})
    there = of_day(session, GoalRating, on.isoformat(), goal_id=row.id)
    values: dict[str, Any] = {"value": value} | ({} if note is None else {"note": note})
    if there is None:
        fields = validated(GoalRatingFields, day=on.isoformat(), **values)
        there = GoalRating(client_id=row.client_id, goal_id=row.id or 0, **fields.model_dump())
        session.add(there)
    else:
        changed(there, GoalRatingFields, values)
    session.flush()
    describe(session, row.client_id, "a goal rated")
    return there.uid


def note(session: Session, uid: str, text: str, seen: datetime | None = None) -> None:
    """Say something of one rating in words; `seen` is what it was read with.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence.
    """
    row = one(session, GoalRating, uid, seen)
    changed(row, GoalRatingFields, {"note": text})
    describe(session, row.client_id, "a goal: something of a rating")


def unrate(session: Session, uid: str) -> str:
    """Remove one rating; return what it was, as the history calls it."""
    row = one(session, GoalRating, uid)
    session.delete(row)
    describe(session, row.client_id, "the rating of a goal removed")
    return "a rating"


def close(session: Session, uid: str, status: str, on: date) -> str:
    """Say that a goal was met, or dropped, on a day; return its status.

    Raises Gone, or NotValid for another word.
    """
    row, known = one(session, Goal, uid), GoalStatus.read(status)
    if known not in _DONE:
        raise NotValid("A goal is met or dropped, or changed into another.")
    changed(row, GoalFields, {"status": known, "closed": max(on.isoformat(), row.day)})
    describe(session, row.client_id, f"a goal {_DONE[known]}")
    return row.status


def reword(session: Session, uid: str, text: str, on: date) -> str:
    """Change a goal into another in new words; return the uid of that one.

    The old one keeps its ratings; person, problem area and target go on with the new one. Raises
    Gone, or NotValid with one sentence, also for a goal that is closed.
    """
    row = one(session, Goal, uid)
    if row.closed:
        raise NotValid(CLOSED)
    day = max(on.isoformat(), row.day)
    fields = validated(
        GoalFields, text=text, day=day, target=row.target, succeeds=row.uid, sensitive=row.sensitive
    )
    new = Goal(
        client_id=row.client_id,
        person_id=row.person_id,
        problem_area_id=row.problem_area_id,
        **fields.model_dump(),
    )
    session.add(new)
    changed(row, GoalFields, {"status": GoalStatus.CHANGED.value, "closed": day})
    session.flush()
    describe(session, row.client_id, "a goal changed into another")
    return new.uid


def take_up(session: Session, uid: str) -> str:
    """Take a closed goal up again; why it was left stays with it. Return its status."""
    row = one(session, Goal, uid)
    changed(row, GoalFields, {"status": GoalStatus.ACTIVE.value, "closed": ""})
    describe(session, row.client_id, "a goal taken up again")
    return row.status


def remove(session: Session, uid: str) -> str:
    """Remove a goal with its ratings; return what it was, as the history calls it.

    A goal it was changed into then comes from the one before it; where there is none, the one
    before it goes on again.
    """
    row = one(session, Goal, uid)
    for table in (GoalRating, GoalPractice):
        for each in session.exec(select(table).where(table.goal_id == row.id)):
            session.delete(each)
    its = select(Goal).where(Goal.client_id == row.client_id)
    later = session.exec(its.where(Goal.succeeds == row.uid)).all()
    for each in later:
        each.succeeds = row.succeeds
    earlier = its.where(Goal.uid == row.succeeds, Goal.status == GoalStatus.CHANGED.value)
    if not later and (before := session.exec(earlier).first()) is not None:
        changed(before, GoalFields, {"status": GoalStatus.ACTIVE.value, "closed": ""})
    agreed_words.forget(session, row.client_id, row.uid)
    session.flush()
    session.delete(row)
    describe(session, row.client_id, "a goal removed")
    return "a goal"


def _point(session: Session, row: Goal, table: Any, uid: str | None) -> None:
    number = None
    if uid is not None:
        there = one(session, table, uid)
        refuse_other_record(row.client_id, there.client_id)
        number = there.id
    setattr(row, _POINTS[table], number)

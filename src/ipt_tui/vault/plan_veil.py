"""What is veiled of a safety plan: part by part, so that the others can be read."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from ipt_tui.ipt.safety_plan import PARTS
from ipt_tui.records import PlanPerson, SafetyPlan
from ipt_tui.vault.search_owners import Owner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ipt_tui.vault.hidden import Hidden

TITLE = "safety plan"


def parts(session: Session, hidden: Hidden, row: SafetyPlan) -> frozenset[str]:
    """Return the keys of those parts that tell of somebody or something sensitive."""
    people: dict[str, list[int]] = defaultdict(list)
    for key, person in session.exec(
        select(PlanPerson.part, PlanPerson.person_id).where(PlanPerson.safety_plan_id == row.id)
    ):
        people[key].append(person)
    texts = {part.key: getattr(row, part.key) for part in PARTS}
    return frozenset(
        key
        for key, text in texts.items()
        if text and hidden.veils(row.uid, row.sensitive, people[key], (text,))
    )


def veiled(session: Session, hidden: Hidden, client: int) -> set[int]:
    """Return the number of a client's plan, if any part of it is veiled."""
    rows = session.exec(select(SafetyPlan).where(SafetyPlan.client_id == client)).all()
    return {row.id or 0 for row in rows if parts(session, hidden, row)}


def owners(
    session: Session, uids: Iterable[str], hidden: Callable[[int], Hidden]
) -> dict[str, Owner]:
    """Return whose the plans with these uids are; one with a veiled part is veiled in a search."""
    rows = session.exec(select(SafetyPlan).where(col(SafetyPlan.uid).in_(uids))).all()
    return {
        row.uid: Owner(row.client_id, TITLE, bool(parts(session, hidden(row.client_id), row)))
        for row in rows
    }

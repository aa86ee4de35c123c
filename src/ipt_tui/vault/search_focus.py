"""What search says of problem areas and what belongs to them, and whether it is veiled."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.areas import in_use
from ipt_tui.records import DisputeStage, Evidence, FocusChoice, ProblemArea, WorkbenchAnswer
from ipt_tui.vault import focus_veil
from ipt_tui.vault.search_owners import Owner

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ipt_tui.vault.hidden import Hidden

_TABLES: dict[str, Any] = {
    "problem_area": ProblemArea,
    "focus_choice": FocusChoice,
    "evidence": Evidence,
    "dispute_stage": DisputeStage,
    "workbench_answer": WorkbenchAnswer,
}
TABLES = frozenset(_TABLES)


def owners(
    session: Session, kind: str, uids: Iterable[str], hidden: Callable[[int], Hidden]
) -> dict[str, Owner]:
    """Return whose the rows of one kind are, by their uids; each stands at its area.

    `hidden` gives what must not be told of, by a client's number.
    """
    table = _TABLES[kind]
    rows = session.exec(select(table).where(table.uid.in_(uids))).all()
    of_client: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        of_client[row.client_id].append(row)
    found: dict[str, Owner] = {}
    for client, its in of_client.items():
        found |= _of_client(session, kind, client, its, hidden(client))
    return found


def _of_client(
    session: Session, kind: str, client: int, rows: Sequence[Any], hidden: Hidden
) -> dict[str, Owner]:
    numbers = {row.id if kind == "problem_area" else row.problem_area_id for row in rows}
    areas = {
        area.id: area
        for area in session.exec(select(ProblemArea).where(col(ProblemArea.id).in_(numbers)))
    }
    hidden_areas = focus_veil.areas(hidden, areas.values())
    unseen = _unseen(session, kind, client, rows, areas, hidden)
    found = {}
    for row in rows:
        area = areas[row.id if kind == "problem_area" else row.problem_area_id]
        found[row.uid] = Owner(
            client,
            in_use().get(area.area).client,
            area.id in hidden_areas or row.id in unseen,
            focus=f"area:{area.uid}",
        )
    return found


def _unseen(
    session: Session,
    kind: str,
    client: int,
    rows: Sequence[Any],
    areas: dict[int | None, ProblemArea],
    hidden: Hidden,
) -> set[int]:
    """Return the numbers of those rows that are veiled though their area is not."""
    if kind == "evidence":
        return focus_veil.evidence(session, hidden, client, rows)
    if kind == "workbench_answer":
        return focus_veil.answers(session, hidden, client, rows)
    if kind == "problem_area":
        return set()
    return {
        row.id
        for row in rows
        if row.why != focus_veil.why(hidden, areas[row.problem_area_id], row.why)
    }

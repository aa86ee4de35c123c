"""The stages of a dispute, each from a day on: entered, corrected, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.areas import in_use
from ipt_tui.records import DisputeStage, ProblemArea
from ipt_tui.records.focus import StageFields
from ipt_tui.vault import set_aside
from ipt_tui.vault.editing import changed, of_day, one, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from datetime import date, datetime

    from sqlmodel import Session

NO_STAGES = "There are no stages here."
DAY_TAKEN = "There is one on that day already; change that one instead."


def enter(session: Session, area_uid: str, on: date, stage: str, why: str = "") -> str:
    """Say in which stage a dispute is from a day on, and what showed it; return its uid.

    A second one on that day takes the place of the first. Raises Gone, or NotValid with one
    sentence, also while an open concern is about that person.
    """
    area = _open(session, area_uid)
    day = on.isoformat()
    fields = validated(StageFields, day=day, stage=stage, why=why)
    row = of_day(session, DisputeStage, day, problem_area_id=area.id)
    if row is None:
        row = DisputeStage(
            client_id=area.client_id, problem_area_id=area.id or 0, **fields.model_dump()
        )
        session.add(row)
        session.flush()
    else:
        changed(row, StageFields, fields.model_dump())
    describe(session, area.client_id, "a focus: where it stands")
    return row.uid


def tell(session: Session, /, uid: str, seen: datetime | None = None, **values: Any) -> None:
    """Correct a stage, its day, or why; `seen` is what it was read with.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence, also for a day that has one and
    while an open concern is about that person.
    """
    row = one(session, DisputeStage, uid, seen)
    area = session.get_one(ProblemArea, row.problem_area_id)
    set_aside.refuse(session, area.client_id, area.person_id)
    day = values.get("day", row.day)
    if day != row.day and of_day(session, DisputeStage, day, problem_area_id=area.id) is not None:
        raise NotValid(DAY_TAKEN)
    changed(row, StageFields, values)
    describe(session, row.client_id, "a focus: where it stood corrected")


def remove(session: Session, uid: str) -> str:
    """Remove one stage of the history; return what it was."""
    row = one(session, DisputeStage, uid)
    session.delete(row)
    describe(session, row.client_id, "a focus: where it stood removed")
    return "a stage"


def _open(session: Session, area_uid: str) -> ProblemArea:
    area = one(session, ProblemArea, area_uid)
    if not in_use().get(area.area).stages:
        raise NotValid(NO_STAGES)
    set_aside.refuse(session, area.client_id, area.person_id)
    return area

"""Which problem area is worked on: decided on a day, by people; one first, at most one second.

What was decided before stays, so that a shift of the focus can be seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.focus import Rank
from ipt_tui.records import Client, FocusChoice, ProblemArea
from ipt_tui.records.focus import FocusChoiceFields
from ipt_tui.vault import problem_areas
from ipt_tui.vault.editing import changed, of_day, one, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from datetime import date, datetime

TAKEN = "Another is worked on in that place; choose this one in its place, or leave it."
DAY_TAKEN = "Something was decided of it on that day already; change that instead."


def choose(
    session: Session,
    area_uid: str,
    on: date,
    rank: str,
    agrees: str | None = None,
    why: str | None = None,
    *,
    instead: bool = False,
) -> None:
    """Decide of an area on a day: that it is the first focus, the second, or none.

    `agrees` is whether the client does: yes, partly, no. With `instead` it takes the place of
    another, which is none from that day on. What is decided again on one day takes the place of
    what was; where they are not given, `why` stays, and for the same place `agrees`. Raises Gone,
    or NotValid with one sentence, also where the place is taken.
    """
    area = one(session, ProblemArea, area_uid)
    if rank not in (Rank.FIRST, Rank.SECOND, Rank.NONE):
        raise NotValid("A focus is the first, the second, or none.")
    for other in _in_place(session, area, rank, on):
        if not instead:
            raise NotValid(TAKEN)
        _decide(session, other, on, Rank.NONE.value, None, None)
    _decide(session, area, on, rank, agrees, why)
    describe(session, area.client_id, "the focus")


def tell(session: Session, /, uid: str, seen: datetime | None = None, **values: Any) -> None:
    """Correct what was decided: its day, whether the client agrees, why; not what it was.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence, also for a day that has one.
    """
    row = one(session, FocusChoice, uid, seen)
    if "rank" in values:
        raise KeyError("rank")
    day = values.get("day", row.day)
    its = {"problem_area_id": row.problem_area_id}
    if day != row.day and of_day(session, FocusChoice, day, **its) is not None:
        raise NotValid(DAY_TAKEN)
    changed(row, FocusChoiceFields, values)
    describe(session, row.client_id, "the focus: when, and who agrees")


def remove(session: Session, uid: str) -> str:
    """Take one decision out of the history; what was decided before holds again."""
    row = one(session, FocusChoice, uid)
    session.delete(row)
    describe(session, row.client_id, "the focus: a decision removed")
    return "a decision"


def _in_place(session: Session, area: ProblemArea, rank: str, on: date) -> list[ProblemArea]:
    """Return the other area that has a place on a day, none where it is free."""
    if rank == Rank.NONE:
        return []
    client = session.get_one(Client, area.client_id)
    standing = problem_areas.chosen(session, client.uid, on)
    held = standing.first if rank == Rank.FIRST else standing.second
    if held is None or held.uid == area.uid:
        return []
    return [one(session, ProblemArea, held.uid)]


def _decide(
    session: Session,
    area: ProblemArea,
    on: date,
    rank: str,
    agrees: str | None,
    why: str | None,
) -> None:
    """Put down what was decided on a day, and nothing where that says no more than before."""
    row = of_day(session, FocusChoice, on.isoformat(), problem_area_id=area.id)
    same = row is not None and row.rank == rank
    fields = validated(
        FocusChoiceFields,
        day=on.isoformat(),
        rank=rank,
        agrees=(row.agrees if row and same else "") if agrees is None else agrees,
        why=(row.why if row else "") if why is None else why,
    )
    before = _before(session, area, fields.day)
    stood = before.rank if before else Rank.NONE.value
    agreed = before.agrees if before else ""
    if rank == stood and not fields.why and fields.agrees in ("", agreed):
        if row is not None:
            session.delete(row)
    elif row is None:
        session.add(
            FocusChoice(
                client_id=area.client_id, problem_area_id=area.id or 0, **fields.model_dump()
            )
        )
    else:
        changed(row, FocusChoiceFields, fields.model_dump())
    session.flush()


def _before(session: Session, area: ProblemArea, day: str) -> FocusChoice | None:
    """Return what was decided of an area last before a day."""
    query = select(FocusChoice).where(FocusChoice.problem_area_id == area.id, FocusChoice.day < day)
    return session.exec(query.order_by(col(FocusChoice.day).desc())).first()

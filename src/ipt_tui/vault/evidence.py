"""Evidence: what speaks for or against a problem area, as somebody ticked or typed it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.focus import EvidenceLine
from ipt_tui.records import Event, Evidence, Expectation, Person, ProblemArea
from ipt_tui.records.focus import EvidenceFields
from ipt_tui.vault import focus_veil
from ipt_tui.vault.editing import changed, one, refuse_other_record, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from datetime import datetime

    from ipt_tui.vault.focus_pointers import Pointers
    from ipt_tui.vault.hidden import Hidden

NOTHING = "Say in words what speaks for it or against it, or tick something of the record."
_POINTS: dict[str, tuple[Any, str]] = {
    "person": (Person, "person_id"),
    "event": (Event, "event_id"),
    "expectation": (Expectation, "expectation_id"),
}


def add(session: Session, /, area_uid: str, side: str = "for", text: str = "", **of: str) -> str:
    """Add evidence for or against an area and return its uid.

    `of` is the uid of a `person`, an `event` or an `expectation`; what is there already is
    returned, on that side and with these words under its own. Raises Gone, or NotValid with one
    sentence, also for nothing at all.
    """
    area = one(session, ProblemArea, area_uid)
    fields = validated(EvidenceFields, side=side, text=text)
    row = Evidence(client_id=area.client_id, problem_area_id=area.id or 0, **fields.model_dump())
    for sort, uid in of.items():
        table, column = _POINTS[sort]
        pointed = one(session, table, uid)
        refuse_other_record(area.client_id, pointed.client_id)
        setattr(row, column, pointed.id)
    if not of and not row.text.strip():
        raise NotValid(NOTHING)
    there = _same(session, row) if of else None
    if there is not None:
        words = dict.fromkeys(filter(None, (there.text, row.text)))
        changed(there, EvidenceFields, {"side": side, "text": "\n".join(words)})
        row = there
    else:
        session.add(row)
        session.flush()
    describe(session, area.client_id, "a focus: what speaks for it")
    return row.uid


def tell(session: Session, /, uid: str, seen: datetime | None = None, **values: Any) -> None:
    """Change the side, the words, or whether it is sensitive; `seen` is what it was read with.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence.
    """
    row = one(session, Evidence, uid, seen)
    changed(row, EvidenceFields, values)
    describe(session, row.client_id, "a focus: what speaks for it changed")


def remove(session: Session, uid: str, seen: datetime | None = None) -> str:
    """Take away a piece of evidence; what it points at stays. Return what it was.

    Raises as `tell` does.
    """
    row = one(session, Evidence, uid, seen)
    session.delete(row)
    describe(session, row.client_id, "a focus: what speaks for it taken away")
    return "a reason"


def lines(
    session: Session, hidden: Hidden, client: int, pointers: Pointers
) -> defaultdict[int, list[EvidenceLine]]:
    """Return a client's evidence by the number of the area, in the order it was added."""
    query = select(Evidence).where(Evidence.client_id == client).order_by(col(Evidence.id))
    rows = session.exec(query).all()
    found: defaultdict[int, list[EvidenceLine]] = defaultdict(list)
    veiled = focus_veil.evidence(session, hidden, client, rows)
    people = pointers.people(row.person_id for row in rows)
    events = pointers.events(row.event_id for row in rows)
    wishes = pointers.wishes(row.expectation_id for row in rows)
    for row in rows:
        line = EvidenceLine(row.uid, row.side, veiled=True, updated_at=row.updated_at)
        if row.id not in veiled:
            of = (
                people.get(row.person_id or 0)
                or events.get(row.event_id or 0)
                or wishes.get(row.expectation_id or 0)
            )
            line = EvidenceLine(
                row.uid, row.side, row.text, of, row.sensitive, updated_at=row.updated_at
            )
        found[row.problem_area_id].append(line)
    return found


def _same(session: Session, row: Evidence) -> Evidence | None:
    """Return the evidence of an area that points at the same, None where there is none."""
    query = select(Evidence).where(
        Evidence.problem_area_id == row.problem_area_id,
        Evidence.person_id == row.person_id,
        Evidence.event_id == row.event_id,
        Evidence.expectation_id == row.expectation_id,
    )
    return session.exec(query).first()

"""What becomes of a focus when something it points at is taken out of the record.

What points and says nothing else goes with it; words stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import Session, select

from ipt_tui.records import (
    AnswerLink,
    Event,
    Evidence,
    Expectation,
    Person,
    ProblemArea,
    Talk,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_POINTING: dict[type[Any], tuple[str, tuple[Any, ...]]] = {
    Person: ("person_id", (ProblemArea, Evidence, AnswerLink)),
    Event: ("event_id", (Evidence, AnswerLink)),
    Talk: ("talk_id", (AnswerLink,)),
    Expectation: ("expectation_id", (Evidence,)),
}


def loosen(session: Session, row: Person | Event | Talk | Expectation) -> None:
    """Have no problem area, evidence or answer point at something that goes.

    Nothing is described; what stays veiled is kept by `lasting_veil`.
    """
    name, _ = _POINTING[type(row)]
    for each in list(_pointing(session, row)):
        if isinstance(each, AnswerLink) or (isinstance(each, Evidence) and not each.text):
            session.delete(each)
        else:
            setattr(each, name, None)
    session.flush()


def _pointing(session: Session, row: Any) -> Iterator[Any]:
    name, tables = _POINTING[type(row)]
    for table in tables:
        yield from session.exec(select(table).where(getattr(table, name) == row.id))

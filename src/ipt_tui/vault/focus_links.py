"""What becomes of a focus when something it points at is taken out of the record.

What points and says nothing else goes with it; words stay, and stay veiled if they were.
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
from ipt_tui.vault import focus_veil
from ipt_tui.vault.hidden import hidden_for

if TYPE_CHECKING:
    from collections.abc import Iterator

_POINTING: dict[type[Any], tuple[str, tuple[Any, ...]]] = {
    Person: ("person_id", (ProblemArea, Evidence, AnswerLink)),
    Event: ("event_id", (Evidence, AnswerLink)),
    Talk: ("talk_id", (AnswerLink,)),
    Expectation: ("expectation_id", (Evidence,)),
}


def loosen(session: Session, row: Person | Event | Talk | Expectation) -> None:
    """Have no problem area, evidence or answer point at something that goes. Nothing is described.

    For a person `people.remove` says what stays veiled.
    """
    name, _ = _POINTING[type(row)]
    pointing = list(_pointing(session, row))
    if not pointing:
        return
    client = row.client_id
    hidden = hidden_for(session, client, frozenset())
    before = {} if isinstance(row, Person) else focus_veil.all_of(session, hidden, client)
    for each in pointing:
        if isinstance(each, AnswerLink) or (isinstance(each, Evidence) and not each.text):
            session.delete(each)
        else:
            setattr(each, name, None)
    session.flush()
    if before:
        _keep_veiled(session, client, before)


def _pointing(session: Session, row: Any) -> Iterator[Any]:
    name, tables = _POINTING[type(row)]
    for table in tables:
        yield from session.exec(select(table).where(getattr(table, name) == row.id))


def _keep_veiled(session: Session, client: int, before: dict[Any, set[int]]) -> None:
    now = focus_veil.all_of(session, hidden_for(session, client, frozenset()), client)
    for table, numbers in before.items():
        for row in session.exec(select(table).where(table.id.in_(numbers - now[table]))):
            row.sensitive = True
    session.flush()

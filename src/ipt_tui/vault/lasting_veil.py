"""What stays veiled when somebody, or something, for which it was is taken out of the record."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, select

from ipt_tui.records import Contract, CourseEnding, Event, Fit, Formulation, SafetyPlan, Talk
from ipt_tui.vault import (
    agreement_veil,
    ending_veil,
    fits,
    focus_veil,
    goal_veil,
    plan_veil,
    session_veil,
    talk_veil,
)
from ipt_tui.vault.hidden import hidden_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@contextmanager
def kept(session: Session, client: int) -> Iterator[None]:
    """Have all that is veiled of a client's stay so over a removal: it becomes sensitive itself."""
    before = all_veiled(session, client)
    yield
    session.flush()
    _keep_veiled(session, client, before)


def all_veiled(session: Session, client: int) -> dict[Any, set[int]]:
    """Return the numbers of all that is veiled of a client's, by table."""
    hidden = hidden_for(session, client, frozenset())
    entries = {
        table: talk_veil.veiled_entries(session, hidden, table, (table.client_id == client,))
        for table in talk_veil.ENTRIES
    }
    of_sessions = session_veil.all_of(session, hidden, client)
    others = {
        Talk: talk_veil.veiled(session, hidden, client),
        SafetyPlan: plan_veil.veiled(session, hidden, client),
        Fit: fits.veiled(session, hidden, client),
        Formulation: agreement_veil.formulations(session, hidden, client),
        Contract: agreement_veil.contracts(session, hidden, client),
        CourseEnding: ending_veil.veiled(session, hidden, client),
    }
    of_focus = focus_veil.all_of(session, hidden, client) | goal_veil.all_of(
        session, hidden, client
    )
    return entries | others | of_sessions | of_focus


def _keep_veiled(session: Session, client: int, before: Mapping[Any, set[int]]) -> None:
    """Mark as sensitive what was veiled and is no longer; of a talk its event."""
    now = all_veiled(session, client)
    for table, numbers in before.items():
        for row in session.exec(select(table).where(table.id.in_(numbers - now[table]))):
            entry = session.get_one(Event, row.event_id) if table is Talk else row
            entry.sensitive = True
    session.flush()

"""How often a measure is asked for, and whether a client sees its scores: said, and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, select

from ipt_tui.records import Client, MeasurePlan
from ipt_tui.records.response import MeasurePlanFields
from ipt_tui.vault.editing import changed, one, validated
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from datetime import date


def ask(session: Session, client_uid: str, instrument: str, often: str, on: date) -> str:
    """Say on that day how often a measure is asked for; return its id.

    `often` is a word of `ipt.measure_schedule.Often`.
    """
    return _plan(session, client_uid, instrument, often=often, often_said=on.isoformat())


def hide(session: Session, client_uid: str, instrument: str, *, hidden: bool) -> str:
    """Say whether the scores of a measure are hidden from the client; return its id."""
    return _plan(session, client_uid, instrument, hidden=hidden)


def _plan(session: Session, client_uid: str, instrument: str, **values: str | bool) -> str:
    client = one(session, Client, client_uid)
    row = session.exec(
        select(MeasurePlan).where(
            MeasurePlan.client_id == client.id, MeasurePlan.instrument == instrument
        )
    ).first()
    if row is None:
        fields = validated(MeasurePlanFields, instrument=instrument, **values)
        session.add(MeasurePlan(client_id=client.id or 0, **fields.model_dump()))
        session.flush()
    else:
        changed(row, MeasurePlanFields, values)
    describe(session, client.id, "a measure: how often it is asked for, or who sees its score")
    return instrument

"""The words of what is taken out of the record, in what was once agreed with it."""

from __future__ import annotations

from sqlmodel import Session, select

from ipt_tui.ipt.as_agreed import without
from ipt_tui.records import Contract


def forget(session: Session, client_id: int, uid: str) -> None:
    """Take the words of a focus, or a goal, that is removed out of the client's contracts."""
    for row in session.exec(select(Contract).where(Contract.client_id == client_id)):
        row.agreed_with = without(row.agreed_with, uid)

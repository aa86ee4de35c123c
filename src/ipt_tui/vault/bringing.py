"""Lines of one's own for the next session: added, changed, removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.records import Bring, Client
from ipt_tui.records.bring import BringFields
from ipt_tui.vault import card_choices
from ipt_tui.vault.editing import changed, one, validated
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from datetime import datetime

    from sqlmodel import Session


def add(session: Session, client_uid: str, text: str) -> str:
    """Add a line; return its uid. Raises NotValid with one sentence."""
    client = one(session, Client, client_uid)
    fields = validated(BringFields, text=text)
    row = Bring(client_id=client.id or 0, **fields.model_dump())
    session.add(row)
    session.flush()
    describe(session, client.id, "a line for the next meeting added")
    return row.uid


def change(session: Session, uid: str, text: str, seen: datetime | None = None) -> None:
    """Put other words in a line; `seen` is the `updated_at` it was read with.

    One that was veiled is left out of the card until it is put on it.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence.
    """
    row = one(session, Bring, uid, seen)
    card_choices.leave_out_veiled(session, row.client_id)
    changed(row, BringFields, {"text": text})
    describe(session, row.client_id, "a line for the next meeting changed")


def remove(session: Session, uid: str) -> str:
    """Remove a line; return what it was, as the history calls it. Raises Gone."""
    row = one(session, Bring, uid)
    session.delete(row)
    describe(session, row.client_id, "a line for the next meeting removed")
    return "a line"

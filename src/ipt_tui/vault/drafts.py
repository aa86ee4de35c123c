"""Drafts: text being typed, safe before it is finished. Kept without a history."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session, select

from ipt_tui.ipt.text import clean
from ipt_tui.records import Client, Draft
from ipt_tui.vault import forgetting


@dataclass(frozen=True, slots=True)
class DraftLine:
    """A draft: the field it belongs to, the text, when it was last typed at (UTC)."""

    place: str
    text: str
    at: datetime


def save(session: Session, place: str, text: str, client_uid: str | None = None) -> None:
    """Keep the text of a field, as `validated` would keep it; an empty text forgets the draft."""
    text = clean(text)
    row = session.exec(select(Draft).where(Draft.place == place)).first()
    if not text:
        if row:
            session.delete(row)
        return
    if row is None:
        client = None
        if client_uid:
            client = session.exec(select(Client.id).where(Client.uid == client_uid)).first()
        session.add(Draft(place=place, text=text, client_id=client))
    else:
        row.text = text


def forget(session: Session, place: str) -> None:
    """Take the draft of a field out of the file, and what it was out of the file's log."""
    save(session, place, "")
    forgetting.out_of_log(session)


def save_all(session: Session, waiting: Mapping[str, tuple[str, str | None]]) -> None:
    """Keep the texts of several fields: text and the client's uid by the name of the field."""
    for place, (text, client_uid) in waiting.items():
        save(session, place, text, client_uid)


def load(session: Session, place: str) -> DraftLine | None:
    """Return the draft of a field, None if there is none."""
    row = session.exec(select(Draft).where(Draft.place == place)).first()
    return DraftLine(row.place, row.text, row.updated_at) if row else None

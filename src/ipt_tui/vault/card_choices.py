"""What one chose of the card for one's next session, kept beside the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, select

from ipt_tui.records import Bring, Client
from ipt_tui.vault import settings
from ipt_tui.vault.hidden import hidden_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CHOICES = "next_card"


def choices(session: Session, client_uid: str) -> tuple[dict[str, str], set[str]]:
    """Return what is kept, by the words it was kept for, and what is left out."""
    found = settings.get(session, CHOICES)
    if not isinstance(found, dict) or found.get("client") != client_uid:
        return {}, set()
    kept, left = found.get("kept"), found.get("left")
    return (
        dict(kept) if isinstance(kept, dict) else {},
        {*left} if isinstance(left, list) else set(),
    )


def put(
    session: Session, client_uid: str, kept: Mapping[str, str], left: Iterable[str]
) -> None:  # fmt: skip
    """Keep what is kept and what is left out."""
    told = {"client": client_uid, "kept": dict(kept), "left": sorted(left)}
    settings.put(session, CHOICES, told)


def leave_out_veiled(session: Session, client: int) -> None:
    """Leave out one's own lines that are veiled, before a change that may show them.

    They are on the card again when they are put there, and not by themselves.
    """
    rows = session.exec(select(Bring).where(Bring.client_id == client)).all()
    hidden = hidden_for(session, client, frozenset())
    veiled = {row.uid for row in rows if hidden.veils(row.uid, row.sensitive, (), (row.text,))}
    if veiled:
        uid = session.get_one(Client, client).uid
        kept, left = choices(session, uid)
        put(session, uid, kept, left | veiled)

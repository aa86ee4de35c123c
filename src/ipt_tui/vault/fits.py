"""What fits a client: read as it may be seen, and told part by part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from ipt_tui.ipt.fit import COVERED, Family
from ipt_tui.ipt.fit import Fit as View
from ipt_tui.records import Client, Fit
from ipt_tui.records.fit import FitFields
from ipt_tui.vault import clients
from ipt_tui.vault.editing import changed, one, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.hidden import Hidden, hidden_for
from ipt_tui.vault.search_owners import Owner
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

TITLE = "what fits"
LANGUAGES = "languages"
"""The one part that stands with the client."""
TEXTS = tuple(name for name in FitFields.model_fields if name != "sensitive")


def fit(session: Session, client_uid: str, revealed: frozenset[str] = frozenset()) -> View:
    """Return what was told of what fits a client, covered part by part."""
    client = one(session, Client, client_uid)
    row = _row(session, client.id)
    languages = {LANGUAGES: client.languages} if client.languages else {}
    if row is None:
        return View(client.uid, client.code, languages)
    unseen = _covered(hidden_for(session, client.id or 0, revealed), row)
    told = {name: getattr(row, name) for name in TEXTS}
    texts = {name: text for name, text in told.items() if text and name not in unseen}
    return View(client.uid, client.code, languages | texts, unseen, row.updated_at, row.uid)


def tell(session: Session, client_uid: str, part: str, text: str) -> str:
    """Tell one part of what fits a client; return the uid of the record, "" while there is none.

    Raises NotValid with one sentence, KeyError for another part.
    """
    client = one(session, Client, client_uid)
    own = clients.own(session, client.id or 0)
    if part == LANGUAGES:
        clients.change(session, client_uid, languages=text)
        return ""
    if part not in TEXTS:
        raise KeyError(part)
    if part == "family" and text and Family.read(text) in (None, Family.OTHER):
        raise NotValid("A family is no part of it, may be told, meets jointly, or decides too.")
    row = _row(session, client.id)
    if row is None:
        fields = validated(FitFields, **{part: text})
        if not getattr(fields, part):
            return ""
        row = Fit(client_id=client.id or 0, **fields.model_dump())
        session.add(row)
    else:
        changed(row, FitFields, {part: text})
    session.flush()
    describe(session, client.id, f"what fits {'you' if own else 'the client'} changed")
    return row.uid


def veiled(session: Session, hidden: Hidden, client: int) -> set[int]:
    """Return the number of a client's record, if what it says has any part of it veiled."""
    rows = session.exec(select(Fit).where(Fit.client_id == client)).all()
    return {row.id or 0 for row in rows if _veiled(hidden, row)}


def owners(
    session: Session, uids: Iterable[str], hidden: Callable[[int], Hidden]
) -> dict[str, Owner]:
    """Return whose these records are; one with a covered part is veiled in a search."""
    rows = session.exec(select(Fit).where(col(Fit.uid).in_(uids))).all()
    return {
        row.uid: Owner(row.client_id, TITLE, bool(_covered(hidden(row.client_id), row)))
        for row in rows
    }


def _covered(hidden: Hidden, row: Fit) -> frozenset[str]:
    """Return which parts are covered: the veiled, and what is covered whatever it says."""
    always = {
        name for name in COVERED if getattr(row, name) and hidden.veils(row.uid, True, (), ())
    }
    return _veiled(hidden, row) | always


def _veiled(hidden: Hidden, row: Fit) -> frozenset[str]:
    return frozenset(
        name
        for name in TEXTS
        if (text := getattr(row, name)) and hidden.veils(row.uid, row.sensitive, (), (text,))
    )


def _row(session: Session, client: int | None) -> Fit | None:
    return session.exec(select(Fit).where(Fit.client_id == client)).first()

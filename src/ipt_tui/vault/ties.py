"""Ties between two of the people, and relationship words of one's own."""

from sqlmodel import Session, col, select

from ipt_tui.ipt.kinds import Kind as KindWord
from ipt_tui.ipt.kinds import Kinds
from ipt_tui.records import Client, Kind, Person, Tie
from ipt_tui.records.person import KindFields, TieFields
from ipt_tui.vault.editing import one, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.people import known_as
from ipt_tui.vault.steps import describe


def kinds(session: Session) -> Kinds:
    """Return all relationship words: the shipped ones and one's own."""
    rows = session.exec(select(Kind).order_by(col(Kind.id)))
    return Kinds(own=tuple(KindWord(row.word, row.reverse, "other", own=True) for row in rows))


def add_kind(session: Session, word: str, reverse: str, client_uid: str | None = None) -> None:
    """Keep a relationship word of one's own with the word for the way back."""
    fields = validated(KindFields, word=word, reverse=reverse)
    if kinds(session).find(fields.word):
        raise NotValid(f"The word {fields.word} is known already.")
    session.add(Kind(**fields.model_dump()))
    client = one(session, Client, client_uid).id if client_uid else None
    describe(session, client, "a relationship word added")


def tie(session: Session, uid: str, other_uid: str, kind: str) -> str:
    """Tie two people: the first is the second's `kind` ("Sam" "Noor" "father"); return the uid.

    Tying them again changes the word. Raises NotValid for one person with themselves.
    """
    one_, other = one(session, Person, uid), one(session, Person, other_uid)
    if one_.id == other.id:
        raise NotValid("A tie is between two people; choose somebody else.")
    if one_.client_id != other.client_id:
        raise NotValid("These two belong to different records.")
    fields = validated(TieFields, kind=kind)
    ids = [one_.id, other.id]
    both = select(Tie).where(col(Tie.person_id).in_(ids), col(Tie.other_id).in_(ids))
    for row in session.exec(both).all():
        if row.person_id == one_.id and row.kind == fields.kind:
            return row.uid
        session.delete(row)
    session.flush()
    row = Tie(
        client_id=one_.client_id,
        person_id=one_.id or 0,
        other_id=other.id or 0,
        **fields.model_dump(),
    )
    session.add(row)
    session.flush()
    describe(session, one_.client_id, f"{known_as(one_)} and {known_as(other)} tied")
    return row.uid


def untie(session: Session, tie_uid: str) -> None:
    """Remove a tie."""
    row = one(session, Tie, tie_uid)
    session.delete(row)
    describe(session, row.client_id, "a tie removed")

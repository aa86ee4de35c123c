"""The formulation, written: begun, told, ticked, written by hand, agreed, taken away.

A version that is agreed is not changed any more: whatever would change the newest one begins the
next as a draft, with all that stands in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.formulation import EVENT, PERSON, build, follows, grown_on, parts
from ipt_tui.records import Client, Event, Formulation, FormulationLink, Person
from ipt_tui.records.formulation import FormulationFields
from ipt_tui.vault.editing import changed, one, refuse_other_record, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.formulations import meetings_left, offers
from ipt_tui.vault.hidden import EVERYTHING
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

_LINKED: dict[str, tuple[Any, str]] = {
    EVENT: (Event, "event_id"),
    PERSON: (Person, "person_id"),
}
EMPTY = "There is nothing to agree on yet; tick what belongs to it, or tell one of its parts."
AGREED_STAYS = "This version was agreed and stays as it is; a newer one is there to be changed."
NOT_REMOVED = "A version that was agreed stays; only a draft can be removed."


def begin(
    session: Session, client_uid: str, today: date, of: str | None = None, *, anew: bool = False
) -> str:
    """Begin the next version as a draft; return its uid.

    `of` is the version it goes on from; the first one begins with when the client said it began.
    `anew` builds its paragraph from what is ticked and told, with the client's own words kept.
    """
    client = one(session, Client, client_uid)
    if of is None:
        fields = validated(
            FormulationFields, version=_next(session, client), day=today.isoformat(),
            onset=_onset(client),
        )  # fmt: skip
        row = Formulation(client_id=client.id or 0, **fields.model_dump())
        session.add(row)
        session.flush()
    else:
        before = one(session, Formulation, of)
        refuse_other_record(client.id, before.client_id)
        row = _copied(session, client, before, today)
        if anew:
            _grow(session, row, today)
    _describe(session, row, "begun")
    return row.uid


def tell(
    session: Session, /, uid: str, today: date, seen: datetime | None = None, **values: str
) -> str:
    """Tell parts of a version by their ids; return the uid of the version that holds them now.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence, and KeyError for no part.
    """
    if unknown := set(values) - {part.id for part in parts()}:
        raise KeyError(min(unknown))
    row = _to_change(session, uid, today, seen)
    changed(row, FormulationFields, dict(values))
    _follow(session, row, today)
    _describe(session, row, "changed")
    return row.uid


def tick(
    session: Session, uid: str, sort: str, which: str, today: date, seen: datetime | None = None
) -> str:
    """Tick an event or a person, or take the tick back; return the uid of the version with it.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence.
    """
    row = _to_change(session, uid, today, seen)
    table, key = _LINKED[sort]
    ticked = one(session, table, which)
    refuse_other_record(row.client_id, ticked.client_id)
    links = session.exec(
        select(FormulationLink).where(
            FormulationLink.formulation_id == row.id,
            getattr(FormulationLink, key) == ticked.id,
        )
    ).all()
    for link in links:
        session.delete(link)
    if not links:
        _link(session, row, **{key: ticked.id})
    session.flush()
    _follow(session, row, today)
    _describe(session, row, "a tick taken back" if links else "something ticked")
    return row.uid


def write(session: Session, uid: str, text: str, today: date, seen: datetime | None = None) -> str:
    """Write the paragraph by hand; return the uid of the version that holds it now.

    One that is written as it grows of itself, or not at all, goes on following what is ticked.
    Raises Gone, ChangedElsewhere, or NotValid with one sentence.
    """
    row = _to_change(session, uid, today, seen)
    _put(session, row, text, _built(session, row, today))
    _describe(session, row, "written")
    return row.uid


def veil(session: Session, uid: str, *, sensitive: bool, seen: datetime | None = None) -> None:
    """Mark a version as sensitive, or not any more; one that is agreed as well."""
    row = one(session, Formulation, uid, seen)
    row.sensitive = sensitive
    _describe(session, row, "sensitive" if sensitive else "not sensitive any more")


def agree(
    session: Session, uid: str, day: date, by: str, today: date, seen: datetime | None = None
) -> None:
    """Say that a version was agreed on a day, and by whom; its paragraph stays as it stands.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence where it is agreed already or
    nothing stands in it.
    """
    row = one(session, Formulation, uid, seen)
    if row.agreed:
        raise NotValid("This version was agreed already.")
    built = _built(session, row, today)
    text = grown_on(built, row.text) if follows(row.grown, row.text) else row.text
    if not text:
        raise NotValid(EMPTY)
    grown = built if follows(built, text) else ""
    values = {"text": text, "grown": grown, "agreed": day.isoformat(), "agreed_by": by}
    changed(row, FormulationFields, values)
    _describe(session, row, "agreed")


def remove(session: Session, uid: str) -> str:
    """Remove a draft; return how the history calls it. Raises NotValid for one that was agreed."""
    row = one(session, Formulation, uid)
    if row.agreed:
        raise NotValid(NOT_REMOVED)
    for link in _links(session, row):
        session.delete(link)
    session.flush()
    said = _called(row)
    session.delete(row)
    describe(session, row.client_id, f"{said} removed")
    return said


def loosen(session: Session, event: Event) -> None:
    """Take the ticks of an event away. Nothing is described."""
    for link in session.exec(select(FormulationLink).where(FormulationLink.event_id == event.id)):
        session.delete(link)


def _to_change(session: Session, uid: str, today: date, seen: datetime | None) -> Formulation:
    """Return the row a change goes to: of a version that was agreed the next one, a draft."""
    row = one(session, Formulation, uid, seen)
    if not row.agreed:
        return row
    client = session.get_one(Client, row.client_id)
    if row.version + 1 < _next(session, client):
        raise NotValid(AGREED_STAYS)
    return _copied(session, client, row, today)


def _copied(session: Session, client: Client, before: Formulation, today: date) -> Formulation:
    """Return the next version, a draft with all that stands in one before."""
    told = {name: getattr(before, name) for name in FormulationFields.model_fields}
    told |= {
        "version": _next(session, client), "day": today.isoformat(), "agreed": "", "agreed_by": "",
    }  # fmt: skip
    row = Formulation(client_id=before.client_id, **told)
    session.add(row)
    session.flush()
    for link in _links(session, before):
        _link(session, row, person_id=link.person_id, event_id=link.event_id)
    session.flush()
    _follow(session, row, today)
    return row


def _follow(session: Session, row: Formulation, today: date) -> None:
    """Have a paragraph that grew, with the client's own words in it, go on growing."""
    if row.text and follows(row.grown, row.text):
        _grow(session, row, today)


def _grow(session: Session, row: Formulation, today: date) -> None:
    """Put down the paragraph as it grows by now, with the client's own words of the one before."""
    built = _built(session, row, today)
    text = "" if row.text == row.grown else row.text
    _put(session, row, grown_on(built, text), built)


def _put(session: Session, row: Formulation, text: str, built: str) -> None:
    """Put down a text, and what it has grown from; nothing where it is that and no more."""
    told = "" if text.strip() == built else text
    grown = built if told and follows(built, told) else ""
    changed(row, FormulationFields, {"text": told, "grown": grown})
    session.flush()


def _built(session: Session, row: Formulation, today: date) -> str:
    """Return the paragraph as it grows by now from what is ticked and told."""
    client = session.get_one(Client, row.client_id)
    ticked = frozenset(_ticked(session, _links(session, row)))
    offered = offers(session, client, today, ticked, EVERYTHING)
    told = {part.id: getattr(row, part.id) for part in parts()}
    belonging = [each for each in offered if each.uid in ticked]
    return build(told, belonging, meetings_left(session, client.uid, today))


def _ticked(session: Session, links: Iterable[FormulationLink]) -> Iterable[str]:
    for link in links:
        if link.event_id is not None:
            yield session.get_one(Event, link.event_id).uid
        if link.person_id is not None:
            yield session.get_one(Person, link.person_id).uid


def _links(session: Session, row: Formulation) -> list[FormulationLink]:
    query = select(FormulationLink).where(FormulationLink.formulation_id == row.id)
    return list(session.exec(query.order_by(col(FormulationLink.id))))


def _link(
    session: Session, row: Formulation, person_id: int | None = None, event_id: int | None = None
) -> None:
    session.add(
        FormulationLink(
            client_id=row.client_id,
            formulation_id=row.id or 0,
            person_id=person_id,
            event_id=event_id,
        )
    )


def _next(session: Session, client: Client) -> int:
    query = select(Formulation.version).where(Formulation.client_id == client.id)
    return max(session.exec(query), default=0) + 1


def _onset(client: Client) -> str:
    """Return the client's words for when it began, as they are said after "since"."""
    words = client.onset_words.strip()
    return words[6:].strip() if words.casefold().startswith("since ") else words


def _called(row: Formulation) -> str:
    return f"version {row.version} of the formulation"


def _describe(session: Session, row: Formulation, what: str) -> None:
    describe(session, row.client_id, f"{_called(row)}: {what}")

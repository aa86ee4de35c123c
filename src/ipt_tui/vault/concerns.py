"""Concerns: raised, gone through, paused, closed by an outcome; and those of a client.

What is said of a step is that of anything sensitive: a list of steps may be looked at together.
In one's own record there are none; who is in danger there is shown the way to help.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt import moments
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.records import Client, Concern, ConcernPerson, CourseSession, Person
from ipt_tui.records.concern import ConcernFields
from ipt_tui.vault import concern_view, set_aside
from ipt_tui.vault.clients import SELF
from ipt_tui.vault.editing import changed, one, refuse_other_record, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.people import with_new
from ipt_tui.vault.steps import VEILED, describe, later

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime, time

    from ipt_tui.ipt.concern import Concern as View
    from ipt_tui.ipt.moments import Moment

CLOSED = "This concern has its outcome, and that stays as it is."
NO_OUTCOME = "Say what came of it; an outcome is what closes a concern."
_TOLD = ("kind", "words", "outcome")


def raise_concern(
    session: Session,
    client_uid: str,
    kind: str,
    raised_by: str,
    *,
    people: Iterable[str] = (),
    words: str = "",
    source_uid: str | None = None,
    session_uid: str | None = None,
    at: Moment | None = None,
) -> str:
    """Raise a concern about a client and return its uid.

    `kind` and `raised_by` are words of their vocabularies, `people` the uids of whom it is about,
    `source_uid` the uid of what it was raised by, `session_uid` the session it came up in; without
    `at` it is of now. While one of this kind from the same source is open, that one is returned and
    nothing is written. In one's own record nothing is raised and "" returned. Raises Gone, or
    NotValid with one sentence.
    """
    client = one(session, Client, client_uid)
    if client.role == SELF:
        return ""
    source = source_uid or ""
    if source and (there := _from_source(session, client, kind, raised_by, source)):
        return there
    now = at or moments.moment(session.info["clock"].now())
    if session_uid is not None:
        refuse_other_record(client.id, one(session, CourseSession, session_uid).client_id)
    fields = validated(
        ConcernFields, kind=kind, raised_by=raised_by, source_uid=source, at=now.wall,
        offset=now.offset, words=words, session_uid=session_uid or "",
    )  # fmt: skip
    row = Concern(client_id=client.id or 0, **fields.model_dump())
    session.add(row)
    session.flush()
    _name(session, row, people)
    describe(session, client.id, VEILED)
    return row.uid


def tell(session: Session, /, uid: str, seen: datetime | None = None, **values: Any) -> None:
    """Change the kind or the words of an open concern, or the outcome before it is recorded.

    `seen` is the `updated_at` it was read with.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence, also once it is closed.
    """
    row = _open(session, uid, seen)
    if other := set(values) - set(_TOLD):
        raise KeyError(min(other))
    changed(row, ConcernFields, values)
    describe(session, row.client_id, VEILED)


def name(
    session: Session, uid: str, on: date, people: Iterable[str], new: Iterable[str] = ()
) -> None:
    """Say whom an open concern is about: these people, by uids, and names `new` `on` that day."""
    row = _open(session, uid)
    named = with_new(session, row.client_id, people, new, on)
    wanted = {person.id for person in named}
    for link in session.exec(select(ConcernPerson).where(ConcernPerson.concern_id == row.id)):
        if link.person_id not in wanted:
            session.delete(link)
    session.flush()
    _name(session, row, [person.uid for person in named])
    # its own time grows with it, so that this cannot be taken back once an outcome is recorded
    row.updated_at = later(session.info["clock"].utc(), row.updated_at)
    describe(session, row.client_id, VEILED)


def tick(session: Session, uid: str, check: str) -> bool:
    """Tick a line of the checklist, or take the tick away; return whether it is ticked."""
    row = _open(session, uid)
    _refuse_words(check)
    ticked = row.ticked.split()
    done = check not in ticked
    kept = [*ticked, check] if done else [each for each in ticked if each != check]
    changed(row, ConcernFields, {"ticked": " ".join(kept)})
    describe(session, row.client_id, VEILED)
    return done


def pause(session: Session, uid: str, key: str) -> None:
    """Pause something that is open with whom a concern is about, for as long as it is open."""
    row = _paused(session, uid, key, on=True)
    describe(session, row.client_id, VEILED)


def resume(session: Session, uid: str, key: str) -> None:
    """Let something go on that was paused."""
    row = _paused(session, uid, key, on=False)
    describe(session, row.client_id, VEILED)


def conclude(session: Session, uid: str, outcome: str, seen: datetime | None = None) -> None:
    """Record what came of a concern, at this moment. It closes the concern and is final.

    Raises Gone, ChangedElsewhere, or NotValid for no words, and once it is closed.
    """
    row = _open(session, uid, seen)
    if not outcome.strip():
        raise NotValid(NO_OUTCOME)
    at = session.info["clock"].utc().isoformat()
    changed(row, ConcernFields, {"outcome": outcome, "concluded_at": at})
    describe(session, row.client_id, VEILED, final=True)


# Read.


def open_concerns(
    session: Session,
    client_uid: str,
    today: date,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> tuple[View, ...]:
    """Return the concerns about a client that no outcome has closed, in the order of raising."""
    still = (col(Concern.concluded_at) == "",)
    return _shown(session, client_uid, today, revealed, day_starts_at, still)


def settled(
    session: Session, client_uid: str, today: date, day_starts_at: time = DAY_STARTS_AT
) -> frozenset[str]:
    """Return the uids of what raised concerns, where an outcome is recorded on each of them."""
    found = all_for(session, client_uid, today, frozenset(), day_starts_at)
    still = {concern.source for concern in found if concern.is_open}
    return frozenset(concern.source for concern in found if concern.source) - still


def all_for(
    session: Session,
    client_uid: str,
    today: date,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> tuple[View, ...]:
    """Return all concerns about a client: open ones as they were raised, then the newest closed."""
    found = _shown(session, client_uid, today, revealed, day_starts_at)
    return (
        *(concern for concern in found if concern.is_open),
        *(concern for concern in reversed(found) if not concern.is_open),
    )


def _shown(
    session: Session,
    client_uid: str,
    today: date,
    revealed: frozenset[str],
    day_starts_at: time,
    within: tuple[Any, ...] = (),
) -> tuple[View, ...]:
    """Return the concerns about a client to which `within` apply; none in one's own record."""
    client = one(session, Client, client_uid)
    if client.role == SELF:
        return ()
    rows = session.exec(_of(client).where(*within)).all()
    return concern_view.shown(session, client, rows, today, revealed, day_starts_at) if rows else ()


def everywhere(session: Session, day_starts_at: time = DAY_STARTS_AT) -> tuple[View, ...]:
    """Return every open concern there is, veiled, those open longest first."""
    query = (
        select(Concern, Client)
        .join(Client, col(Client.id) == Concern.client_id)
        .where(Concern.concluded_at == "", Client.role != SELF)
        .order_by(Concern.at, col(Concern.id))
    )
    return tuple(
        concern_view.view(row, client, day_starts_at, veiled=True)
        for row, client in session.exec(query)
    )


def about(session: Session, person_uid: str) -> bool:
    """Whether an open concern is about somebody."""
    person = one(session, Person, person_uid)
    return (person.id or 0) in set_aside.people(session, person.client_id)


def _of(client: Client) -> Any:
    return (
        select(Concern).where(Concern.client_id == client.id).order_by(Concern.at, col(Concern.id))
    )


# The pieces that writes are made of.


def _open(session: Session, uid: str, seen: datetime | None = None) -> Concern:
    """Return a concern for editing. Raises NotValid once it is closed."""
    row = one(session, Concern, uid, seen)
    if row.concluded_at:
        raise NotValid(CLOSED)
    return row


def _from_source(
    session: Session, client: Client, kind: str, raised_by: str, source: str
) -> str | None:
    query = select(Concern.uid).where(
        Concern.client_id == client.id,
        Concern.kind == kind,
        Concern.raised_by == raised_by,
        Concern.source_uid == source,
        Concern.concluded_at == "",
    )
    return session.exec(query.order_by(col(Concern.id))).first()


def _name(session: Session, row: Concern, people: Iterable[str]) -> None:
    here = select(ConcernPerson.person_id).where(ConcernPerson.concern_id == row.id)
    there = set(session.exec(here))
    for uid in dict.fromkeys(people):
        person = one(session, Person, uid)
        refuse_other_record(row.client_id, person.client_id)
        if person.id not in there:
            session.add(
                ConcernPerson(
                    client_id=row.client_id, concern_id=row.id or 0, person_id=person.id or 0
                )
            )
    session.flush()


def _paused(session: Session, uid: str, key: str, *, on: bool) -> Concern:
    row = _open(session, uid)
    _refuse_words(key)
    kept = [each for each in row.paused.split() if each != key]
    changed(row, ConcernFields, {"paused": " ".join([*kept, key] if on else kept)})
    return row


def _refuse_words(name: str) -> None:
    """Refuse what is not one word: by such words a checklist and what is paused are kept."""
    if name.split() != [name]:
        raise NotValid("That is nothing that stands in this list.")

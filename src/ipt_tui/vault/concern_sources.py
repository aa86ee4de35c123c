"""Raising a concern from where one is: an unsafe card, a talk not safe to raise, an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from ipt_tui.ipt.concern import Kind, RaisedBy, of_answers, of_corrections, still_says
from ipt_tui.ipt.instruments import in_use
from ipt_tui.ipt.people import Ending, Quality, View
from ipt_tui.ipt.talk_vocabulary import Safe
from ipt_tui.records import (
    Client,
    Concern,
    CourseSession,
    Person,
    Response,
    Standing,
    Talk,
    TalkPerson,
)
from ipt_tui.vault import concerns
from ipt_tui.vault.clients import SELF
from ipt_tui.vault.editing import one

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ipt_tui.ipt.scoring import Raised

UNSAFE_TO_SAY = (Safe.NO.value, Safe.UNSURE.value)


def raise_from(
    session: Session,
    client_uid: str,
    kind: str,
    *,
    people: Collection[str] = (),
    person: str | None = None,
    talk: str | None = None,
    session_uid: str | None = None,
) -> str:
    """Raise a concern and return its uid; see `concerns.raise_concern`.

    `people` are named where one is. `person` is whose card, `talk` the talk in hand: where that
    says unsafe, it is what raised the concern. Of harm to self nobody is taken for the one it is
    about: who is named beside it may be who helps.
    """
    raised_by, source, about = RaisedBy.SAID, "", tuple(people)
    if kind != Kind.SELF:
        if person and (said := _of_card(session, person)):
            raised_by, source, about = said, person, (person,)
        elif talk and one(session, Talk, talk).safe in UNSAFE_TO_SAY:
            raised_by, source, about = RaisedBy.TALK, talk, _was_with(session, talk)
    return concerns.raise_concern(
        session,
        client_uid,
        kind,
        raised_by.value,
        people=() if kind == Kind.SELF else about,
        source_uid=source,
        session_uid=session_uid,
    )


def raise_by_answers(session: Session, response_uid: str, flags: Iterable[Raised]) -> str:
    """Raise a concern by answers of a response that need a person; return its uid.

    A soft flag raises none. "" where nothing does, and in one's own record. There is one for each
    response: an answer changed later is added to its words while it is open; once its outcome is
    recorded, only an answer that it does not hold raises another. Raises Gone.
    """
    row = one(session, Response, response_uid)
    asking = [flag for flag in flags if flag.asks_for_safety]
    client = session.get_one(Client, row.client_id)
    if not asking or client.role == SELF:
        return ""
    words = of_answers(row.name, in_use().get(row.instrument, row.version), asking)
    for there in _raised_by(session, row):
        if still_says(there.words, words):
            return there.uid
        if not there.concluded_at:
            _add(session, there, words)
            return there.uid
    held = session.get(CourseSession, row.session_id) if row.session_id else None
    return concerns.raise_concern(
        session,
        client.uid,
        Kind.SELF.value,
        RaisedBy.ITEM.value,
        words=words,
        source_uid=row.uid,
        session_uid=held.uid if held else None,
    )


def tell_corrected(
    session: Session, row: Response, was: Iterable[Raised], now: Iterable[Raised]
) -> None:
    """Say in an open concern that answers which raised it were corrected since.

    `was` is what was flagged before, `now` what is. It stays open: only an outcome closes it.
    """
    there = {(flag.item, flag.label) for flag in now}
    gone = [flag for flag in was if flag.asks_for_safety and (flag.item, flag.label) not in there]
    if gone:
        for concern in _raised_by(session, row):
            if not concern.concluded_at:
                _add(session, concern, of_corrections(row.name, gone))


def _raised_by(session: Session, row: Response) -> list[Concern]:
    """Return the concerns a response raised, the newest first."""
    query = select(Concern).where(
        Concern.client_id == row.client_id,
        Concern.raised_by == RaisedBy.ITEM.value,
        Concern.source_uid == row.uid,
    )
    return list(session.exec(query.order_by(col(Concern.id).desc())))


def _add(session: Session, concern: Concern, words: str) -> None:
    told = "\n".join(filter(None, (concern.words, words)))
    concerns.tell(session, concern.uid, words=told)


def _of_card(session: Session, uid: str) -> RaisedBy | None:
    """Return what of a card says unsafe, None where nothing does."""
    person = one(session, Person, uid)
    quality = session.exec(
        select(Standing.quality)
        .where(
            Standing.person_id == person.id,
            Standing.view == View.NOW.value,
            col(Standing.quality).is_not(None),
        )
        .order_by(col(Standing.day).desc())
    ).first()
    if quality == Quality.UNSAFE:
        return RaisedBy.UNSAFE
    return RaisedBy.PHYSICAL if person.argue_outcome == Ending.PHYSICAL else None


def _was_with(session: Session, uid: str) -> tuple[str, ...]:
    query = (
        select(Person.uid)
        .join(TalkPerson, col(TalkPerson.person_id) == Person.id)
        .join(Talk, col(Talk.id) == TalkPerson.talk_id)
        .where(Talk.uid == uid)
    )
    return tuple(session.exec(query))

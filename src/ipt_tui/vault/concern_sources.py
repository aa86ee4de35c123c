"""Raising a concern from where one is: a card that says unsafe, a talk not safe to raise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from ipt_tui.ipt.concern import Kind, RaisedBy
from ipt_tui.ipt.people import Ending, Quality, View
from ipt_tui.ipt.talk_vocabulary import Safe
from ipt_tui.records import Person, Standing, Talk, TalkPerson
from ipt_tui.vault import concerns
from ipt_tui.vault.editing import one

if TYPE_CHECKING:
    from collections.abc import Collection

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

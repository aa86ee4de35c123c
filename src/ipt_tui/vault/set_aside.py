"""With whom lines, rehearsal and practice are set aside: whoever an open concern is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func
from sqlmodel import Session, col, select

from ipt_tui.ipt.concern import NO_PAGES, PAGES, SET_ASIDE
from ipt_tui.records import Concern, ConcernPerson, TalkPerson
from ipt_tui.vault.errors import NotValid

if TYPE_CHECKING:
    from collections.abc import Iterable


def people(session: Session, client: int) -> frozenset[int]:
    """Return the numbers of those people whom open concerns of a client's are about."""
    query = (
        select(ConcernPerson.person_id)
        .join(Concern, col(Concern.id) == ConcernPerson.concern_id)
        .where(Concern.client_id == client, Concern.concluded_at == "")
    )
    return frozenset(session.exec(query))


def since(session: Session, client: int) -> dict[int, str]:
    """Return since which ISO date an open concern is about somebody, by their numbers."""
    query = (
        select(ConcernPerson.person_id, func.min(Concern.at))
        .join(Concern, col(Concern.id) == ConcernPerson.concern_id)
        .where(Concern.client_id == client, Concern.concluded_at == "")
        .group_by(col(ConcernPerson.person_id))
    )
    return {person: at[:10] for person, at in session.exec(query)}


def talks(session: Session, client: int) -> frozenset[int]:
    """Return the numbers of the talks that were with one of those people."""
    numbers = people(session, client)
    if not numbers:
        return frozenset()
    query = select(TalkPerson.talk_id).where(col(TalkPerson.person_id).in_(numbers))
    return frozenset(session.exec(query))


def refuse(session: Session, client: int, person: int | None, talk: int | None = None) -> None:
    """Refuse what is set aside with somebody, or grew out of a talk that is, by their numbers.

    Raises NotValid with the one sentence that says nothing of a concern.
    """
    if person in people(session, client) or talk in talks(session, client):
        raise NotValid(SET_ASIDE)


def refuse_pages(session: Session, client: int) -> None:
    """Refuse a page to take home while such pages are paused for an open concern.

    Raises NotValid with a sentence that says nothing of a concern.
    """
    if PAGES in paused(session, client):
        raise NotValid(NO_PAGES)


def paused(session: Session, client: int) -> frozenset[str]:
    """Return the keys of what is paused while a concern is open: "practice:<uid>"."""
    query = select(Concern.paused).where(
        Concern.client_id == client, Concern.concluded_at == "", Concern.paused != ""
    )
    return together(session.exec(query))


def together(kept: Iterable[str]) -> frozenset[str]:
    """Return the keys that stand in texts, parted by spaces."""
    return frozenset(key for text in kept for key in text.split())

"""Where the pointers of the record lead: from somebody to what happened, and along a tie."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from ipt_tui.records import Event, EventPerson, Mood, MoodLink, MoodPerson, Person
from ipt_tui.vault import naming
from ipt_tui.vault.editing import one

if TYPE_CHECKING:
    from datetime import date


def across_tie(session: Session, entry_uid: str) -> str | None:
    """Return the uid of what an entry is tied to: of a mood its event, of an event its mood.

    Of several it is the one tied last; None where none is.
    """
    tied = select(MoodLink.id).where(MoodLink.status == "tied")
    ways = (
        (Event, MoodLink.event_id, Mood, MoodLink.mood_id),
        (Mood, MoodLink.mood_id, Event, MoodLink.event_id),
    )
    for there, leads, here, comes in ways:
        query = (
            select(there.uid)
            .join(MoodLink, col(there.id) == leads)
            .join(here, col(here.id) == comes)
            .where(here.uid == entry_uid, col(MoodLink.id).in_(tied))
            .order_by(col(MoodLink.id).desc())
            .limit(1)
        )
        if (found := session.exec(query).first()) is not None:
            return found
    return None


def event_with(
    session: Session,
    person_uid: str,
    in_hand: str | None,
    on: date,
    revealed: frozenset[str] = frozenset(),
) -> str | None:
    """Return the uid of the entry in hand if it names a person, else of the newest event with them.

    It is the one their card tells of as of `on`. From somebody veiled nothing is led to, nor to
    what is veiled: it would say whose it is.
    """
    person = one(session, Person, person_uid)
    if person.sensitive and person.uid not in revealed:
        return None
    for table, link, entry, who in (
        (Event, EventPerson, EventPerson.event_id, EventPerson.person_id),
        (Mood, MoodPerson, MoodPerson.mood_id, MoodPerson.person_id),
    ):
        named = select(table.uid).join(link, col(table.id) == entry).where(who == person.id)
        if in_hand and session.exec(named.where(table.uid == in_hand)).first() is not None:
            return in_hand
    return naming.newest_with(session, person, on.isoformat())

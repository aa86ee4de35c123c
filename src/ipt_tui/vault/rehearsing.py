"""Rehearsing alone, in one's own vault, read: about a talk or a thing to try.

Kept beside the record are the question that stands and, where there is no talk to hold it, whether
it is safe; all else is a round of rehearsing.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Self

from sqlmodel import Session, col, select

from ipt_tui.ipt import talk_phrases
from ipt_tui.ipt.audience import listed
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.concern import SET_ASIDE
from ipt_tui.ipt.hints import SOMEBODY
from ipt_tui.ipt.practice import for_therapist
from ipt_tui.ipt.rehearsal import Rehearsing
from ipt_tui.ipt.text import one_line
from ipt_tui.records import Person, Practice, Rehearsal, Talk, TalkPerson
from ipt_tui.vault import practices, rounds, set_aside, settings, talks
from ipt_tui.vault.editing import one
from ipt_tui.vault.errors import Gone, NotValid

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time

    from ipt_tui.ipt.practice import Practice as PracticeView
    from ipt_tui.ipt.talk import Talk as TalkView
    from ipt_tui.ipt.talk import TalkLine

PLACES = "rehearsing"
MOST = 30
"""So many places are remembered, the last ones."""
SHOWN = 80
OFFERED = 4
"""So many talks, and so many things to try, are offered where nothing is in hand."""


@dataclass(slots=True)
class Place:
    """Where one is: the question, on the ISO day it was asked; the uid of the round.

    `safe` is what was answered on the ISO day `safe_on`, where there is no talk that holds it.
    """

    at: str = ""
    day: str = ""
    round: str = ""
    safe: str = ""
    safe_on: str = ""

    @classmethod
    def of(cls, session: Session, subject: str) -> Self:
        """Return where one is in rehearsing this; an empty one where nothing was begun."""
        return cls.read_from(_places(session).get(subject))

    @classmethod
    def read_from(cls, kept: Any) -> Self:
        """Return a place from what is kept of it; an empty one where that cannot be read."""
        try:
            place = cls(**kept) if kept else cls()
            for day in filter(None, (place.day, place.safe_on)):
                date.fromisoformat(day)
        except (TypeError, ValueError):
            return cls()
        return place

    def put(self, session: Session, subject: str) -> None:
        """Keep it."""
        kept = {uid: place for uid, place in _places(session).items() if uid != subject}
        kept[subject] = asdict(self)
        settings.put(session, PLACES, dict(list(kept.items())[-MOST:]))


def _places(session: Session) -> dict[str, Any]:
    found = settings.get(session, PLACES, {})
    return found if isinstance(found, dict) else {}


def safe_of(session: Session, things: Sequence[PracticeView]) -> dict[str, str]:
    """Return what was answered to whether things to try are safe, by their uids; "" for nothing.

    Of one that grew out of a talk the talk holds it.
    """
    places, uids = _places(session), {each.talk for each in things if each.talk}
    query = select(Talk.uid, Talk.safe).where(col(Talk.uid).in_(uids))
    held = dict(session.exec(query).all()) if uids else {}
    return {
        each.uid: held.get(each.talk, "")
        if each.talk
        else Place.read_from(places.get(each.uid)).safe
        for each in things
    }


# Reading.


def read(
    session: Session,
    subject: str,
    today: date,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> Rehearsing:
    """Return the rehearsing of a talk or a thing to try, by its uid, as it stands by now.

    Raises Gone where there is none any more or it is veiled, and NotValid while it is set aside.
    """
    place = Place.of(session, subject)
    held = rounds.of(session, Rehearsal.uid == place.round)
    kept: dict[str, Any] = {
        "at": place.at,
        "day": date.fromisoformat(place.day) if place.day else None,
        "round": held[0] if held else None,
    }
    row = subject_row(session, subject)
    its_talk = talk_of(session, row)
    safe, on = (its_talk.safe, its_talk.safe_on) if its_talk else (place.safe, place.safe_on)
    kept |= {"safe": safe, "safe_on": date.fromisoformat(on) if on else None}
    if isinstance(row, Talk):
        talk = talks.talk(session, subject, today, revealed, day_starts_at)
        if talk.line.veiled:
            raise Gone
        _refuse(talk)
        return _of_talk(session, row, talk, kept)
    thing = practices.practice(session, subject, revealed)
    if thing.veiled:
        raise Gone
    _refuse(thing)
    them = thing.who.name if thing.who and thing.who.name else SOMEBODY
    dead = any(person.died for person in people_of(session, row))
    return Rehearsing(
        subject, thing.what, them, line=thing.line, where=thing.when_words,
        can_be_tried=not dead, **kept,
    )  # fmt: skip


def offered(
    session: Session,
    client_uid: str,
    today: date,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> tuple[tuple[str, str], ...]:
    """Return what can be rehearsed, the newest first: uid and words of talks and things to try."""
    every = talks.talks(session, client_uid, today, None, revealed, day_starts_at).lines
    told = [
        (line.uid, _called(line, today))
        for line in every
        if not line.veiled and not _of_set_aside(session, line.uid)
    ]
    things = [
        (each.uid, f"to try: {one_line(each.what, SHOWN)}")
        for each in practices.of_client(session, client_uid, revealed)
        if each.open
        and not (each.veiled or each.set_aside or each.paused)
        and not for_therapist(each.what)
    ]
    return (*told[:OFFERED], *things[:OFFERED])


def _called(line: TalkLine, today: date) -> str:
    """Return "Sam, 9 Nov: the flat"."""
    called = talk_phrases.called(line, today)
    return ": ".join(filter(None, (called, one_line(line.subject, SHOWN))))


def _of_talk(session: Session, row: Talk, talk: TalkView, kept: dict[str, Any]) -> Rehearsing:
    line = talk.line
    names = [person.name for person in line.people if person.name]
    with_ = f"with {listed(names)}" if names else ""
    part = line.at.part.label if line.at is not None and line.at.part else ""
    where = ", ".join(filter(None, (talk.text("place"), line.subject, part, with_)))
    last = talk.alternatives[-1].line if talk.alternatives else ""
    dead = any(person.died for person in people_of(session, row))
    return Rehearsing(
        talk.uid, _called(line, talk.today), listed(names) or SOMEBODY, line=last, where=where,
        can_be_tried=not dead, **kept,
    )  # fmt: skip


def subject_row(session: Session, subject: str) -> Talk | Practice:
    """Return the talk or the thing to try with this uid. Raises Gone."""
    talk = session.exec(select(Talk).where(Talk.uid == subject)).first()
    return talk if talk is not None else one(session, Practice, subject)


def talk_of(session: Session, row: Talk | Practice) -> Talk | None:
    """Return the talk it is, or the one a thing to try grew out of."""
    if isinstance(row, Talk):
        return row
    return session.get(Talk, row.talk_id) if row.talk_id is not None else None


def people_of(session: Session, row: Talk | Practice) -> list[Person]:
    """Return whom it is to be said to."""
    if isinstance(row, Practice):
        person = session.get(Person, row.person_id) if row.person_id is not None else None
        return [person] if person is not None else []
    query = select(Person).join(TalkPerson, col(TalkPerson.person_id) == Person.id)
    return list(session.exec(query.where(TalkPerson.talk_id == row.id)))


def _of_set_aside(session: Session, talk: str) -> bool:
    row = one(session, Talk, talk)
    return row.id in set_aside.talks(session, row.client_id)


def _refuse(what: TalkView | PracticeView) -> None:
    if what.set_aside:
        raise NotValid(SET_ASIDE)


# Where one is.


def begin(session: Session, subject: str) -> None:
    """Begin a new round; the one before stays as it is."""
    place = Place.of(session, subject)
    Place(safe=place.safe, safe_on=place.safe_on).put(session, subject)


def stand(session: Session, subject: str, key: str, today: date) -> None:
    """Remember the question that stands."""
    place = Place.of(session, subject)
    place.at, place.day = key, today.isoformat()
    place.put(session, subject)

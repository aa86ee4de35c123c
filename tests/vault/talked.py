"""A talk for the small record: as captured pieces, and one with all that may belong to it."""

from datetime import date
from typing import Any

from sqlmodel import Session

from ipt_tui.ipt.captured import Captured, Mark, Mentioned
from ipt_tui.records import (
    Alternative,
    Attempt,
    Difficulty,
    Event,
    EventPerson,
    Jotting,
    Option,
    Person,
    Rehearsal,
)
from ipt_tui.vault import talking
from ipt_tui.vault.editing import one
from ipt_tui.vault.steps import describe

_SAM = (Mentioned("Sam", "Sam"),)
_TALK = "!talk @Sam the key ~4"
TALK = (
    Captured(Mark.TALK, 0, _TALK, "the key", names=_SAM),
    Captured(Mark.MOOD, 0, _TALK, value=4, names=_SAM),
    Captured(Mark.TURN, 1, "me: where is it", "where is it", speaker="me"),
    Captured(Mark.TURN, 2, "sam: on its hook", "on its hook", speaker="Sam"),
)
"""A talk with its turns."""


def look_at(
    session: Session, event: str, person: str, jotting: str, day: date
) -> tuple[str, str, str]:
    """Make a talk of an event, with some of all that may belong to one.

    Return the uids of the talk, of its last turn, and of the event of its try.
    """
    was, sam = one(session, Event, event), one(session, Person, person)
    talk = talking.new(session, was, [sam], one(session, Jotting, jotting), about="the spare key")
    talking.say(session, talk, "me", "You might have said.")
    turn = talking.say(session, talk, "them", "You never ask.")
    whose: dict[str, Any] = {"client_id": talk.client_id, "talk_id": talk.id}
    tried = Event(client_id=talk.client_id, title="asked at breakfast")
    session.add_all(
        [
            Difficulty(code="silence", turn_id=turn.id, **whose),
            Difficulty(code="bad_timing", **whose),
            Alternative(line="Please tell me first.", turn_id=turn.id, **whose),
            Alternative(line="Let us sit down.", **whose),
            Option(text="ask at breakfast", chosen=True, **whose),
            Rehearsal(day=day.isoformat(), line="Have you a minute?", **whose),
            tried,
        ]
    )
    session.flush()
    session.add(Attempt(event_id=tried.id or 0, done="yes", happened="a nod", **whose))
    session.add(
        EventPerson(client_id=talk.client_id, event_id=tried.id or 0, person_id=sam.id or 0)
    )
    session.flush()
    describe(session, talk.client_id, "a talk looked at")
    return talk.uid, turn.uid, tried.uid


def begin_with(session: Session, /, person: str, **when: Any) -> str:
    """Begin a talk with a person, of an event of its own; return its uid."""
    who = one(session, Person, person)
    event = Event(client_id=who.client_id, title=f"talk with {who.name}", **when)
    session.add(event)
    session.flush()
    talk = talking.new(session, event, [who])
    describe(session, who.client_id, "a talk begun")
    return talk.uid

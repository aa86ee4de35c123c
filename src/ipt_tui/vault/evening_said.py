"""What was said in tonight's moment: its turns, and lines by themselves as the note of the talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from ipt_tui.ipt.talk_said import Speakers, turns_apart, written
from ipt_tui.ipt.talk_vocabulary import ME, THEM
from ipt_tui.records import EventPerson, Person, Talk, TalkPerson, Turn
from ipt_tui.vault import talk_veil, talking, turns
from ipt_tui.vault.editing import one
from ipt_tui.vault.hidden import hidden_for

if TYPE_CHECKING:
    from ipt_tui.vault.evening_writing import Writing
    from ipt_tui.vault.reviewing import Place

NOTED = "noted"
"""Under this name a place keeps the uid of the talk whose note it wrote; no other note is its."""


def write(w: Writing, typed: str) -> None:
    """Keep what was said: turns where a line says who speaks, other lines as the note of the talk.

    A note from elsewhere stays, with these lines after it. To what is veiled, which nobody sees
    here, it is added.
    """
    talk = one(w.session, Talk, w.tonight())
    names = _names(w.session, talk)
    speakers = Speakers.of("", names, _others(w.session, talk, names))
    said, loose = turns_apart(typed, speakers)
    hidden = hidden_for(w.session, talk.client_id, w.revealed)
    unseen = bool(talk_veil.veiled(w.session, hidden, talk.client_id, [talk.id or 0]))
    is_mine = not talk.note or w.place.uids.get(NOTED) == talk.uid
    if not unseen:
        turns.say_instead(w.session, talk.uid, said, lambda who: _now(who, names, speakers))
    elif said:
        turns.add(w.session, talk.uid, said)
    note = loose if is_mine and not unseen else "\n".join(filter(None, (talk.note, loose)))
    w.place.uids.pop(NOTED, None)
    if is_mine and note:
        w.place.uids[NOTED] = talk.uid
    if note != talk.note:
        talking.tell(w.session, talk.uid, note=note)


def read(session: Session, talk: Talk, place: Place) -> str:
    """Return what was said in a talk, as it is typed; a note from elsewhere is not in it."""
    note = talk.note if place.uids.get(NOTED) == talk.uid else ""
    return written(spoken(session, talk), note)


def spoken(session: Session, talk: Talk) -> list[tuple[str, str]]:
    """Return the turns of a talk: the name of who speaks, and what they said."""
    query = select(Turn).where(Turn.talk_id == talk.id).order_by(col(Turn.position), col(Turn.id))
    there = session.exec(query).all()
    names = _names(session, talk) if there else []
    return [(_called(turn.speaker, names), turn.said) for turn in there]


def _now(speaker: str, names: list[str], speakers: Speakers) -> str:
    return speakers.find(_called(speaker, names)) or speaker


def _called(speaker: str, names: list[str]) -> str:
    return {ME: "me", THEM: names[0] if names else THEM}.get(speaker, speaker)


def _names(session: Session, talk: Talk) -> list[str]:
    query = select(Person.name).join(TalkPerson, col(TalkPerson.person_id) == Person.id)
    return list(
        session.exec(query.where(TalkPerson.talk_id == talk.id).order_by(col(TalkPerson.id)))
    )


def _others(session: Session, talk: Talk, names: list[str]) -> list[str]:
    query = select(Person.name).join(EventPerson, col(EventPerson.person_id) == Person.id)
    query = query.where(EventPerson.event_id == talk.event_id)
    return [name for name in session.exec(query) if name not in names]

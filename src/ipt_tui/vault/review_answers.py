"""Where each answer of an evening goes: into the records there are, one step each.

An answer given once more changes what the first one wrote. What was taken back meanwhile is written
anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt import feelings, moments, practice
from ipt_tui.ipt.captured import Mark
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.heard import been, named_or_new, number
from ipt_tui.ipt.question_sets import FIT, REVIEW
from ipt_tui.ipt.regions import is_southern
from ipt_tui.ipt.safe_to_say import safe_heard
from ipt_tui.ipt.talk_said import Speakers, spoken, turns
from ipt_tui.ipt.talk_vocabulary import ME, Safe
from ipt_tui.records import (
    Alternative,
    Client,
    Event,
    Jotting,
    Mood,
    Person,
    Practice,
    Talk,
    Turn,
)
from ipt_tui.vault import (
    felt,
    fits,
    goals,
    people,
    practices,
    talk_parts,
    talking,
    timed,
)
from ipt_tui.vault import turns as turns_of
from ipt_tui.vault.dating import of_event, on_one_day
from ipt_tui.vault.editing import one, refuse_other_record
from ipt_tui.vault.errors import Gone
from ipt_tui.vault.evening_writing import Writing, day_of
from ipt_tui.vault.reviewing import LOOK, Place, let_be, put_aside, put_by
from ipt_tui.vault.week_answers import WAYS as WEEK_WAYS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import time

    from ipt_tui.ipt.moments import Moment

THERAPIST = practice.THERAPIST


def answer(
    session: Session,
    client_uid: str,
    key: str,
    typed: str,
    now: Moment,
    day_starts_at: time = DAY_STARTS_AT,
    which: str = REVIEW,
) -> bool:
    """Keep the answer to a question of a set, as typed or as chosen, at a moment.

    Returns whether it says that somebody is not safe. Raises NotHeard or VaultError with one
    sentence; then nothing changed.
    """
    if which == FIT:
        fits.tell(session, client_uid, key, typed.strip())
        return False
    place = Place.of(session, client_uid, which)
    if place is None:
        raise Gone
    writing = Writing(session, one(session, Client, client_uid), place, now, day_starts_at)
    name, _, who = key.partition(":")
    if who:
        refuse_other_record(writing.client.id, one(session, Person, who).client_id)
    if name in WEEK_WAYS:
        unsafe = WEEK_WAYS[name](writing, typed.strip(), who)
    else:
        unsafe = _WAYS[name](writing, typed.strip())
    place.told = True
    place.put(session)
    return bool(unsafe)


def _mood(w: Writing, typed: str) -> None:
    value, felt_now = w.rated(typed)
    row = w.row(Mood, "mood")
    if row is None:
        words = feelings.split(felt_now)
        noted = w.note(mark=Mark.MOOD, words=typed, value=value, feelings=words)
        w.place.uids["mood"] = noted.moods[0]
    else:
        more: dict[str, Any] = {"feelings": felt_now} if felt_now else {}
        timed.change(w.session, "mood", row.uid, value=value, **more)


def _word(w: Writing, typed: str) -> None:
    """Put the word to the mood; without a number it is a line of its own."""
    mood, line = w.row(Mood, "mood"), w.row(Jotting, "line")
    if mood is not None:
        words = ", ".join(feelings.split(typed))
        timed.change(w.session, "mood", mood.uid, feelings=words)
    elif line is not None:
        timed.change(w.session, "jotting", line.uid, text=typed)
    elif typed:
        w.place.uids["line"] = w.note(mark=Mark.TEXT, words=typed, text=typed).jottings[0]


def _aside(w: Writing, word: str) -> None:
    """Let what was put aside be, or keep it so until it is looked at."""
    w.place.chosen["aside"] = word
    talk, day = w.place.uids.get("aside", ""), w.place.chosen.get("put_aside", w.place.day)
    if word == "be":
        let_be(w.session, talk)
    else:
        put_by(w.session, talk, day)


def _moment(w: Writing, typed: str) -> None:
    row = w.row(Event, "event")
    if row is None:
        noted = w.note(mark=Mark.EVENT, words=typed, text=typed)
        w.place.uids["event"] = noted.events[0]
    else:
        timed.change(w.session, "event", row.uid, title=typed)


def _who(w: Writing, typed: str) -> None:
    known, new = named_or_new(typed, people.names(w.session, w.client.uid))
    timed.name_people(w.session, "event", w.event().uid, w.now.day, known, new)
    w.session.flush()
    there = [person.uid for person in w.there()]
    if (mood := w.row(Mood, "left")) is not None:
        timed.name_people(w.session, "mood", mood.uid, w.now.day, there)
    if (talk := w.row(Talk, "talk")) is not None:
        talking.be_with(w.session, talk.uid, w.now.day, there)


def _when(w: Writing, typed: str) -> None:
    southern = is_southern(w.client.region)
    day = w.now.day
    found = been(typed, day, southern=southern, day_starts_at=w.starts) if typed else None
    fields = of_event(*found) if found else on_one_day(moments.on_day(day_of(w.place)))
    timed.change(w.session, "event", w.event().uid, **fields)
    if (mood := w.row(Mood, "left")) is not None:
        w.session.flush()
        felt.move(w.session, mood.uid, w.event().uid, w.starts)


def _said(w: Writing, typed: str) -> None:
    """Keep what was said as turns where a line says who speaks, else as the note of the talk."""
    talk = w.talk()
    speakers = Speakers.of("", [person.name for person in w.there()])
    for turn in w.session.exec(_turns(talk)).all():
        turns_of.remove(w.session, turn.uid)
    named = (spoken(line) for line in typed.split("\n"))
    if any(found and speakers.find(found[0]) for found in named):
        turns_of.add(w.session, talk, turns(typed, ME, speakers))
        talking.tell(w.session, talk, note="")
    else:
        talking.tell(w.session, talk, note=typed)


def _left(w: Writing, typed: str) -> None:
    value, words = w.rated(typed)
    row = w.row(Mood, "left")
    uid = row.uid if row is not None else felt.after(w.session, w.event().uid, value, w.starts)
    w.place.uids["left"] = uid
    timed.change(w.session, "mood", uid, value=value, feelings=words)


def _look(w: Writing, word: str) -> None:
    talk = w.talk()
    w.place.chosen["look"] = word
    if word != LOOK or not put_aside(w.session)[0]:  # "not today" to another still stands
        put_by(w.session, talk, w.place.day)


def _safe(w: Writing, typed: str) -> bool:
    safe, talk = safe_heard(typed), w.talk()
    talking.tell(w.session, talk, safe=safe.value, safe_on=w.now.day.isoformat())
    let_be(w.session, talk)
    return safe is not Safe.YES


def _hoped(w: Writing, typed: str) -> None:
    talking.tell(w.session, w.talk(), hoped=typed)


def _might(w: Writing, word: str) -> None:
    """Remember what is wanted; what goes to the therapist is a thing to try, with its talk."""
    w.place.chosen["might"] = word
    row = w.row(Practice, "therapist")
    if word == "therapist" and row is None:
        uid = practices.agree(w.session, w.client.uid, THERAPIST, w.now.day, talk=w.talk())
        w.place.uids["therapist"] = uid
    elif word != "therapist" and row is not None:
        practices.remove(w.session, row.uid)


def _say(w: Writing, typed: str) -> None:
    row = w.row(Alternative, "say")
    if row is None:
        uid = talk_parts.add(w.session, "alternative", w.talk(), line=typed)
        w.place.uids["say"] = uid
    elif typed:
        talk_parts.change(w.session, "alternative", row.uid, line=typed)
    else:
        talk_parts.remove(w.session, "alternative", row.uid)


def _thing(w: Writing, word: str) -> None:
    practices.look_at(w.session, w.place.uids.get("thing", ""), w.now.day, word)


def _happened(w: Writing, typed: str) -> None:
    practices.change(w.session, w.place.uids.get("thing", ""), happened=typed)


def _goal(w: Writing, typed: str) -> None:
    value = number(typed, 0, 10)
    if value is not None:
        goals.rate(w.session, w.place.uids.get("goal", ""), value, w.now.day)


def _turns(talk: str) -> Any:
    return select(Turn).join(Talk, col(Talk.id) == Turn.talk_id).where(Talk.uid == talk)


_WAYS: dict[str, Callable[[Writing, str], bool | None]] = {
    "mood": _mood, "word": _word, "aside": _aside, "moment": _moment, "who": _who, "when": _when,
    "said": _said, "left": _left, "look": _look, "safe": _safe, "hoped": _hoped, "might": _might,
    "say": _say, "thing": _thing, "happened": _happened, "goal": _goal,
}  # fmt: skip

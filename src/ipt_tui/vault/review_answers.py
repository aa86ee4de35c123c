"""Where each answer of an evening goes: into the records there are, one step each.

An answer given once more changes what the first one wrote; an empty one takes it back, as far as
nothing else hangs on it. What was taken back meanwhile is written anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt import feelings, moments
from ipt_tui.ipt.captured import Mark
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.heard import EMPTY_SKIPS, NotHeard, named_or_new, number
from ipt_tui.ipt.practice import THERAPIST
from ipt_tui.ipt.question_sets import FIT, REVIEW, Kind, questions
from ipt_tui.ipt.safe_to_say import safe_heard
from ipt_tui.ipt.talk_vocabulary import Safe
from ipt_tui.records import (
    Alternative,
    Client,
    Event,
    Goal,
    GoalRating,
    Jotting,
    Mood,
    Person,
    Practice,
    Talk,
)
from ipt_tui.vault import (
    evening_said,
    felt,
    fits,
    goals,
    people,
    practices,
    review_read,
    talk_parts,
    talking,
    timed,
)
from ipt_tui.vault.dating import of_event, on_one_day
from ipt_tui.vault.editing import one, refuse_other_record
from ipt_tui.vault.errors import ChangedElsewhere, Gone
from ipt_tui.vault.evening_writing import Writing, day_of
from ipt_tui.vault.reviewing import LOOK, Place, of_talk, put_aside, put_by
from ipt_tui.vault.week_answers import WAYS as WEEK_WAYS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import time

    from ipt_tui.ipt.moments import Moment


def answer(
    session: Session,
    client_uid: str,
    key: str,
    typed: str,
    now: Moment,
    day_starts_at: time = DAY_STARTS_AT,
    which: str = REVIEW,
    over: str | None = None,
    revealed: frozenset[str] = frozenset(),
) -> bool:
    """Keep the answer to a question of a set, as typed or as chosen, at a moment.

    `over` is the answer it is given over, as `Evening.shown` has it with what is `revealed`.
    Returns whether it says that somebody is not safe. Raises NotHeard or VaultError with one
    sentence, ChangedElsewhere where the record holds another answer; then nothing changed.
    """
    asked = session, client_uid, now.day, day_starts_at, revealed, which
    if over is not None and review_read.shown(*asked, key) != over:
        raise ChangedElsewhere
    if which == FIT:
        fits.tell(session, client_uid, key, typed.strip())
        return False
    place = Place.of(session, client_uid, which)
    if place is None:
        raise Gone
    client = one(session, Client, client_uid)
    writing = Writing(session, client, place, now, day_starts_at, revealed)
    name, _, who = key.partition(":")
    if who:
        refuse_other_record(writing.client.id, one(session, Person, who).client_id)
    try:
        if name in WEEK_WAYS:
            unsafe = WEEK_WAYS[name](writing, typed.strip(), who)
        else:
            unsafe = _WAYS[name](writing, typed.strip())
    except NotHeard as error:
        question = questions(which).get(name)
        if question is None or question.kind not in (Kind.MOOD, Kind.NUMBER):
            raise
        raise NotHeard(f"{error} {EMPTY_SKIPS}") from None
    place.told = True
    place.put(session)
    return bool(unsafe)


def _mood(w: Writing, typed: str) -> None:
    row, line = w.row(Mood, "mood"), w.row(Jotting, "line")
    if not typed:
        if row is not None:
            _take_mood(w, row)
        return
    value, felt_now = w.rated(typed)
    if row is None:
        words = feelings.split(felt_now)
        noted = w.note(mark=Mark.MOOD, words=typed, value=value, feelings=words)
        w.place.uids["mood"] = noted.moods[0]
    else:
        more: dict[str, Any] = {"feelings": felt_now} if felt_now else {}
        timed.change(w.session, "mood", row.uid, value=value, **more)
    if felt_now and line is not None:
        timed.remove(w.session, "jotting", line.uid)


def _take_mood(w: Writing, row: Mood) -> None:
    """Take the mood away; the word that was put to it stays, as a line of its own."""
    if row.feelings:
        noted = w.note(mark=Mark.TEXT, words=row.feelings, text=row.feelings)
        w.place.uids["line"] = noted.jottings[0]
    timed.remove(w.session, "mood", row.uid)


def _word(w: Writing, typed: str) -> None:
    """Put the word to the mood; without a number it is a line of its own."""
    mood, line = w.row(Mood, "mood"), w.row(Jotting, "line")
    if line is not None and typed:
        timed.change(w.session, "jotting", line.uid, text=typed)
    elif line is not None:
        timed.remove(w.session, "jotting", line.uid)
    elif mood is not None:
        words = ", ".join(feelings.split(typed))
        timed.change(w.session, "mood", mood.uid, feelings=words)
    elif typed:
        w.place.uids["line"] = w.note(mark=Mark.TEXT, words=typed, text=typed).jottings[0]


def _aside(w: Writing, word: str) -> None:
    """Remember what is to be with what was put aside; nothing of it changes for that."""
    w.place.chosen["aside"] = word


def _moment(w: Writing, typed: str) -> None:
    """Note the moment. An empty answer takes it away where nothing else was told of it."""
    row = w.row(Event, "event")
    if row is None and typed:
        noted = w.note(mark=Mark.EVENT, words=typed, text=typed)
        w.place.uids["event"] = noted.events[0]
    elif row is not None and typed:
        timed.change(w.session, "event", row.uid, title=typed)
    elif row is not None and _stands_alone(w, row):
        timed.remove(w.session, "event", row.uid)


def _stands_alone(w: Writing, row: Event) -> bool:
    more = row.note or w.there() or w.row(Mood, "left") is not None
    return not more and talking.of_event(w.session, row) is None


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
    found = w.was(typed) if typed else None
    fields = of_event(*found) if found else on_one_day(moments.on_day(day_of(w.place)))
    timed.change(w.session, "event", w.event().uid, **fields)
    if (mood := w.row(Mood, "left")) is not None:
        w.session.flush()
        felt.move(w.session, mood.uid, w.event().uid, w.starts)


def _left(w: Writing, typed: str) -> None:
    row = w.row(Mood, "left")
    if not typed:
        if row is not None:
            timed.remove(w.session, "mood", row.uid)
        return
    value, words = w.rated(typed)
    uid = row.uid if row is not None else felt.after(w.session, w.event().uid, value, w.starts)
    w.place.uids["left"] = uid
    timed.change(w.session, "mood", uid, value=value, feelings=words)


def _look(w: Writing, word: str) -> None:
    talk = w.tonight()
    w.place.chosen["look"] = word
    if word != LOOK or not put_aside(w.session)[0]:  # "not today" to another still stands
        put_by(w.session, talk, w.place.day)


def _hoped(w: Writing, typed: str) -> None:
    talking.tell(w.session, w.looked_at(), hoped=typed)


def _might(w: Writing, word: str) -> None:
    """Remember what is wanted; what goes to the therapist is a thing to try, with its talk."""
    talk = w.looked_at()
    name = of_talk("therapist", talk)
    w.place.chosen[of_talk("might", talk)] = word
    row = w.row(Practice, name)
    if word == "therapist" and row is None:
        uid = practices.agree(w.session, w.client.uid, THERAPIST, w.now.day, talk=talk)
        w.place.uids[name] = uid
    elif word != "therapist" and row is not None:
        practices.remove(w.session, row.uid)


def _safe(w: Writing, typed: str) -> bool:
    """Keep whether it is safe to say; an empty answer says nothing of it any more."""
    talk, safe = w.looked_at(), safe_heard(typed) if typed else None
    on = w.now.day.isoformat() if safe else ""
    talking.tell(w.session, talk, safe=safe.value if safe else "", safe_on=on)
    return safe not in (None, Safe.YES)


def _say(w: Writing, typed: str) -> None:
    talk = w.looked_at()
    name = of_talk("say", talk)
    row = w.row(Alternative, name)
    if row is None and typed:
        w.place.uids[name] = talk_parts.add(w.session, "alternative", talk, line=typed)
    elif row is not None and typed:
        talk_parts.change(w.session, "alternative", row.uid, line=typed)
    elif row is not None:
        talk_parts.remove(w.session, "alternative", row.uid)


def _thing(w: Writing, word: str) -> None:
    practices.look_at(w.session, w.place.uids.get("thing", ""), w.now.day, word)


def _happened(w: Writing, typed: str) -> None:
    practices.change(w.session, w.place.uids.get("thing", ""), happened=typed)


def _goal(w: Writing, typed: str) -> None:
    """Rate the goal on the day of the evening, or take that day's rating away."""
    value, goal, day = number(typed, 0, 10), w.place.uids.get("goal", ""), day_of(w.place)
    if value is not None:
        goals.rate(w.session, goal, value, day)
        return
    query = select(GoalRating).join(Goal, col(Goal.id) == GoalRating.goal_id)
    query = query.where(Goal.uid == goal, GoalRating.day == day.isoformat())
    if (rating := w.session.exec(query).first()) is not None:
        goals.unrate(w.session, rating.uid)


_WAYS: dict[str, Callable[[Writing, str], bool | None]] = {
    "mood": _mood, "word": _word, "aside": _aside, "moment": _moment, "who": _who, "when": _when,
    "said": evening_said.write, "left": _left, "look": _look, "safe": _safe, "hoped": _hoped,
    "might": _might, "say": _say, "thing": _thing, "happened": _happened, "goal": _goal,
}  # fmt: skip

"""A set of questions, read: every answer is taken from where it stands in the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt import moments, review
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.dates import say, short
from ipt_tui.ipt.feelings import is_starred
from ipt_tui.ipt.moments import Known
from ipt_tui.ipt.question_sets import FIT, REVIEW, sets
from ipt_tui.ipt.review import Evening, Given
from ipt_tui.ipt.review_words import aside_words
from ipt_tui.ipt.talk_phrases import subject_words
from ipt_tui.ipt.talk_vocabulary import ME, THEM
from ipt_tui.ipt.text import one_line
from ipt_tui.records import Client, Event, EventPerson, Jotting, Mood
from ipt_tui.vault import fits, goals, practices, safety_plans, talks, week_read
from ipt_tui.vault.clients import scale_of
from ipt_tui.vault.dating import kept
from ipt_tui.vault.editing import one
from ipt_tui.vault.errors import Gone
from ipt_tui.vault.hidden import EVERYTHING, hidden_for
from ipt_tui.vault.reviewing import LOOK, Place
from ipt_tui.vault.talk_veil import veiled_entries

if TYPE_CHECKING:
    from ipt_tui.ipt.talk import Talk

SHOWN = 80
"""Letters of a thing to try, or of a goal, that stand in a question."""
_UNTOLD = "veiled"
_OF_EVENT = ("moment", "who", "when", "said", "left", "hoped", "safe", "say")


def evening(
    session: Session,
    client_uid: str,
    today: date,
    day_starts_at: time = DAY_STARTS_AT,
    revealed: frozenset[str] = frozenset(),
    which: str = REVIEW,
) -> Evening | None:
    """Return the evening as it stands in the record by now, None where none was begun.

    What is veiled and not revealed is not told. A question that is not asked any more, because
    what it hung on was taken back, does not stand; the one after it does. What fits somebody is
    never begun: it is there.
    """
    if which == FIT:
        return _of_fit(session, client_uid, today, revealed)
    place = Place.of(session, client_uid, which)
    if place is None:
        return None
    found = _Reading(session, client_uid, place, today, day_starts_at, revealed).evening()
    if found.question(found.at) is not None and not review.asks(found.at, found):
        return replace(found, at=review.following(found.at, found) or review.END)
    return found


def _of_fit(session: Session, client_uid: str, today: date, revealed: frozenset[str]) -> Evening:
    told = fits.fit(session, client_uid, revealed)
    answers = {**told.texts, **dict.fromkeys(told.veiled, _UNTOLD)}
    about = {"code": told.code}
    return Evening(today, "", answers=answers, veiled=told.veiled, about=about, which=FIT)


class _Reading:
    """Reads one evening, at the place where one is in it."""

    def __init__(
        self,
        session: Session,
        client_uid: str,
        place: Place,
        today: date,
        day_starts_at: time,
        revealed: frozenset[str],
    ) -> None:
        self.session, self.place, self.today = session, place, today
        self.client = one(session, Client, client_uid)
        self.starts, self.revealed = day_starts_at, revealed
        self.hidden = hidden_for(session, self.client.id or 0, revealed)
        self.mood = self._row(Mood, "mood")
        self.left = self._row(Mood, "left")
        self.event = self._row(Event, "event")
        self.talk = self._talk(place.talk, EVERYTHING)
        self.thing = self._found(practices.practice, "thing", revealed)
        self.goal = self._found(goals.goal, "goal", today, revealed)

    def evening(self) -> Evening:
        answers = {**self._moment(), **self._looked_at(), **self._others()}
        answers |= {"mood": str(self.mood.value) if self.mood else "", "word": self._word()}
        shown = self._talk(self.place.talk, self.revealed)
        unseen = self.event is not None and self._unseen(Event, self.event)
        unseen = unseen or (shown is not None and shown.line.veiled)
        veiled = frozenset(name for name in _OF_EVENT if unseen and answers.get(name))
        answers |= dict.fromkeys(veiled - {"safe"}, _UNTOLD)
        people = () if unseen else self._people()
        told = week_read.told(self.session, self.client, self.place, self.hidden, self.today)
        answers |= told.answers
        return Evening(
            date.fromisoformat(self.place.day),
            self.place.length,
            self.place.at,
            {name: said for name, said in answers.items() if said},
            veiled | told.veiled,
            {**self._about(), **told.about},
            self._given(people, unseen=unseen),
            self._offered() if sets()[self.place.which].offers else (),
            scale_of(self.client),
            self.place.which,
            told.each,
            told.gone,
            told.counts,
            fits.fit(self.session, self.client.uid, self.revealed).feeling_words,
            uid=self.place.uid,
            calls=self._calls(),
        )

    # What was noted.

    def _row(self, table: Any, name: str) -> Any:
        uid = self.place.uids.get(name, "")
        return self.session.exec(select(table).where(table.uid == uid)).first() if uid else None

    def _unseen(self, table: Any, row: Any) -> bool:
        return bool(veiled_entries(self.session, self.hidden, table, (table.id == row.id,)))

    def _talk(self, uid: str, revealed: frozenset[str]) -> Talk | None:
        try:
            return talks.talk(self.session, uid, self.today, revealed, self.starts)
        except Gone:
            return None

    def _found(self, read: Any, name: str, *more: Any) -> Any:
        """Return what there is to ask about, None where there is none any more."""
        try:
            return read(self.session, self.place.uids.get(name, ""), *more)
        except Gone:
            return None

    def _word(self) -> str:
        if self.mood is not None:
            return "" if self._unseen(Mood, self.mood) else self.mood.feelings
        line = self._row(Jotting, "line")
        return "" if line is None or self._unseen(Jotting, line) else line.text

    def _calls(self) -> bool:
        """Return whether the way to the help lines belongs beside a word, veiled or not."""
        line = self._row(Jotting, "line")
        felt = [row.feelings for row in (self.mood, self.left) if row is not None]
        title = self.event.title if self.event is not None else ""
        return is_starred([*felt, title, line.text if line is not None else ""])

    def _moment(self) -> dict[str, str]:
        if self.event is None:
            return {}
        left = f"{self.left.value} {self.left.feelings}".strip() if self.left else ""
        told = {"moment": self.event.title, "who": ", ".join(self._people()), "left": left}
        return told | {"when": self._when(), "said": self._said()}

    def _people(self) -> tuple[str, ...]:
        if self.event is None:
            return ()
        query = select(EventPerson.person_id).where(EventPerson.event_id == self.event.id)
        rows = self.session.exec(query.order_by(col(EventPerson.id)))
        return tuple(self.hidden.people[number].name for number in rows)

    def _when(self) -> str:
        """Return a day as it is typed, "" for the day of the evening as a whole."""
        at = self._at()
        if at is None:
            return say(kept(self.event.model_dump(), "happened"), self.today)
        if at.known is Known.DAY:
            return "" if at.day.isoformat() == self.place.day else short(at.day, self.today)
        part = at.part
        return f"{short(at.day, self.today)} {part.label if part else f'{at.at:%H:%M}'}"

    def _at(self) -> moments.Moment | None:
        """Return when the moment was; None where that is no one day."""
        row = self.event
        if row.at:
            return moments.read(row.at, row.offset, row.known, self.starts)
        if not row.first_day or row.first_day != row.last_day:
            return None
        return moments.on_day(date.fromisoformat(row.first_day))

    def _said(self) -> str:
        """Return what was said, a line each, else the note."""
        talk = self.talk
        if talk is None or self.place.talk != self.place.uids.get("talk"):
            return ""
        names = {ME: "me", THEM: talk.line.people[0].name if talk.line.people else "them"}
        lines = [f"{names.get(turn.speaker, turn.speaker)}: {turn.said}" for turn in talk.turns]
        return "\n".join(lines) or talk.text("note")

    def _looked_at(self) -> dict[str, str]:
        chosen, uids = self.place.chosen, self.place.uids
        told = {"aside": chosen.get("aside", "") if uids.get("aside") else ""}
        if self.event is not None:
            told["look"] = chosen.get("look", "")
        if self.talk is None:
            return told
        line = next((a.line for a in self.talk.alternatives if a.uid == uids.get("say")), "")
        told |= {"safe": self.talk.text("safe"), "hoped": self.talk.text("hoped"), "say": line}
        return told | {"might": chosen.get("might", "")}

    def _others(self) -> dict[str, str]:
        thing, goal = self.thing, self.goal
        ratings = goal.ratings if goal is not None else ()
        rated = next((str(each.value) for each in ratings if each.day == self.today), "")
        if thing is None:
            return {"goal": rated}
        return {"thing": thing.done, "happened": thing.happened, "goal": rated}

    # What there is to ask about, and what is given back.

    def _about(self) -> dict[str, str]:
        thing, goal, found = self.thing, self.goal, {}
        aside = self._talk(self.place.uids.get("aside", ""), self.revealed)
        if aside is not None:
            names = tuple(who.name for who in aside.line.people)
            day = date.fromisoformat(self.place.chosen.get("put_aside") or self.place.day)
            title = "" if aside.line.veiled else subject_words(aside.line)
            found["aside"] = aside_words(day, self.today, names, title)
        if thing is not None and not thing.veiled:
            found["thing"] = one_line(thing.what, SHOWN).rstrip(".")
        if goal is not None and not goal.veiled:
            found["goal"] = one_line(goal.text, SHOWN).rstrip(".")
        return found

    def _given(self, people: tuple[str, ...], *, unseen: bool) -> Given:
        at = None if self.event is None else self._at()
        mood = self.mood
        given = Given(
            mood.value if mood else None,
            self._word(),
            moments.read(mood.at, mood.offset, mood.known, self.starts) if mood else None,
        )
        if self.event is None or unseen:
            return given
        given = replace(given, moment=self.event.title, moment_at=at, people=people)
        if self.left is None:
            return given
        return replace(given, left=self.left.value, left_feelings=self.left.feelings)

    def _offered(self) -> tuple[str, ...]:
        """Return whom one can talk to, but for those who are in what is told tonight."""
        plan = safety_plans.plan(self.session, self.client.uid, self.today, self.revealed)
        there = set(self._people())
        if self.place.chosen.get("aside") == LOOK and self.talk is not None:
            there |= {who.name for who in self.talk.line.people}
        return tuple(name for name in plan.offered if name not in there)

"""A set of questions, read: every answer is taken from where it stands in the record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt import review
from ipt_tui.ipt.audience import listed
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.question_sets import FIT, REVIEW, sets
from ipt_tui.ipt.review import END, LATE, Evening
from ipt_tui.ipt.review_words import aside_words
from ipt_tui.ipt.text import one_line
from ipt_tui.records import Client, Event, Person, TalkPerson
from ipt_tui.vault import fits, goals, practices, safety_plans, week_read
from ipt_tui.vault.clients import scale_of
from ipt_tui.vault.editing import one
from ipt_tui.vault.errors import Gone
from ipt_tui.vault.evening_told import Told
from ipt_tui.vault.reviewing import Place, is_with
from ipt_tui.vault.unsafe import NOT_SAFE, Unsafe, unsafe

if TYPE_CHECKING:
    from ipt_tui.records import Talk

SHOWN = 80
"""Letters of a thing to try, or of a goal, that stand in a question."""


def evening(
    session: Session,
    client_uid: str,
    today: date,
    day_starts_at: time = DAY_STARTS_AT,
    revealed: frozenset[str] = frozenset(),
    which: str = REVIEW,
    near: str | None = None,
) -> Evening | None:
    """Return the evening as it stands in the record by now, None where none was begun.

    What is veiled and not revealed is not told. A question that is not asked any more, because
    what it hung on was taken back, does not stand; the one after it does. What fits somebody is
    never begun: it is there. With `near`, the question that is answered or comes next, no more is
    read than it and the one after it need; `Evening.unread` says what was left out.
    """
    if which == FIT:
        return _of_fit(session, client_uid, today, revealed)
    place = Place.of(session, client_uid, which)
    if place is None:
        return None
    reading = _Reading(session, client_uid, place, today, day_starts_at, revealed)
    found = reading.evening()
    if near is None or (LATE | {END}) & {near, review.following(near, found)}:
        found = reading.with_things(found)
    if near is None or END in (near, review.following(near, found)):
        found = reading.with_people(found)
    if found.question(found.at) is not None and not review.asks(found.at, found):
        return replace(found, at=review.following(found.at, found) or END)
    return found


def shown(
    session: Session,
    client_uid: str,
    today: date,
    day_starts_at: time,
    revealed: frozenset[str],
    which: str,
    key: str,
) -> str:
    """Return the answer that stands in one question by now, as `Evening.shown` has it."""
    if which == FIT:
        return _of_fit(session, client_uid, today, revealed).shown(key)
    place = Place.of(session, client_uid, which)
    if place is None:
        return ""
    reading = _Reading(session, client_uid, place, today, day_starts_at, revealed)
    return reading.shown(key)


def _of_fit(session: Session, client_uid: str, today: date, revealed: frozenset[str]) -> Evening:
    told = fits.fit(session, client_uid, revealed)
    answers = {**told.texts, **dict.fromkeys(told.veiled, week_read.UNTOLD)}
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
        self.day = date.fromisoformat(place.day)
        self.client = one(session, Client, client_uid)
        self.revealed = revealed
        self.told = Told(session, self.client, place, day_starts_at, revealed)

    def evening(self) -> Evening:
        """Return it without what there is to try, a goal, and who can be offered."""
        answers = self.told.answers()
        veiled = frozenset(name for name, said in answers.items() if said and self._unseen(name))
        answers |= dict.fromkeys(veiled - {"safe"}, week_read.UNTOLD)
        week = self._week
        answers |= week.answers
        return Evening(
            self.day,
            self.place.length,
            self.place.at,
            {name: said for name, said in answers.items() if said},
            veiled | week.veiled,
            {**self._about(), **week.about},
            self.told.given(),
            scale=scale_of(self.client),
            which=self.place.which,
            each=week.each,
            gone=week.gone,
            counts=week.counts,
            own_words=fits.fit(self.session, self.client.uid, self.revealed).feeling_words,
            unread=LATE | {END},
            uid=self.place.uid,
        )

    def shown(self, key: str) -> str:
        """Return the answer that stands in one question."""
        if key in self.told.ways:
            said = self.told.ways[key]()
            return "" if self._unseen(key) else said
        if key in LATE:
            return self._late().get(key, "")
        return "" if key in self._week.veiled else self._week.answers.get(key, "")

    def with_things(self, found: Evening) -> Evening:
        """Return it with a thing to try and a goal, where they are asked about."""
        unread = found.unread - LATE
        if not _THINGS & found.about.keys():
            return replace(found, unread=unread)
        about = {name: words for name, words in found.about.items() if name not in _THINGS}
        about |= {name: words for name, words in self._things().items() if name in found.about}
        late = {name: said for name, said in self._late().items() if said}
        return replace(found, about=about, answers={**found.answers, **late}, unread=unread)

    def with_people(self, found: Evening) -> Evening:
        """Return it with whom one can talk to, but for those who are in what is told tonight.

        Nobody is offered who is not safe to be with.
        """
        if not sets()[self.place.which].offers:
            return replace(found, unread=found.unread - {END})
        plan = safety_plans.plan(self.session, self.client.uid, self.today, self.revealed)
        there = {*self.told.people(), *self._in_talk(self.told.looked_at)}
        there |= set(self._apart.people.values())
        offered = tuple(name for name in plan.offered if name not in there)
        return replace(found, offered=offered, unread=found.unread - {END})

    # The parts of it.

    def _unseen(self, name: str) -> bool:
        return name in self.told.ways and self.told.is_unseen(name)

    @cached_property
    def _week(self) -> week_read.Told:
        return week_read.told(self.session, self.client, self.place, self.told.hidden, self.today)

    @cached_property
    def _apart(self) -> Unsafe:
        return unsafe(self.session, self.client.id or 0, self.today)

    def _about(self) -> dict[str, str]:
        """Return what there is to ask about; a thing to try and a goal have no words yet."""
        place, aside = self.place, self.told.aside
        found = {"day": "today" if self.day == self.today else f"{self.day:%A}"}
        if aside is not None and (aside.safe not in NOT_SAFE or aside is self.told.looked_at):
            seen = aside.id not in self.told.unseen_talks
            names = tuple(self._in_talk(aside)) if seen else ()
            day = date.fromisoformat(place.chosen.get("put_aside") or place.day)
            found["aside"] = aside_words(day, self.today, names, self._subject(aside, names, seen))
        for name in _THINGS:
            if place.uids.get(name) and self._asked_about(name):
                found[name] = ""
        if words := self.told.looked_at_words():
            found["said"] = f"{words}\n\n"
        return found

    def _subject(self, talk: Talk, names: tuple[str, ...], seen: bool) -> str:
        """Return what a talk was about, "" where it is veiled or only called after people."""
        event = self.session.get(Event, talk.event_id) if seen and not talk.about else None
        title = event.title if event is not None else talk.about if seen else ""
        return "" if title in ("a talk", f"talk with {listed(names)}") else title

    def _asked_about(self, name: str) -> bool:
        questions = sets()[self.place.which].questions
        return name in questions and self.place.length in questions[name].lengths

    @cached_property
    def _thing(self) -> Any:
        return self._found(practices.practice, "thing", self.revealed)

    @cached_property
    def _goal(self) -> Any:
        return self._found(goals.goal, "goal", self.day, self.revealed)

    def _found(self, read: Any, name: str, *more: Any) -> Any:
        """Return what there is to ask about, None where there is none any more."""
        try:
            return read(self.session, self.place.uids.get(name, ""), *more)
        except Gone:
            return None

    def _things(self) -> dict[str, str]:
        found = {}
        for name, each in (("thing", self._thing), ("goal", self._goal)):
            if each is not None and not each.veiled and not is_with(each, self._apart):
                words = each.what if name == "thing" else each.text
                found[name] = one_line(words, SHOWN).rstrip(".")
        return found

    def _late(self) -> dict[str, str]:
        thing, goal = self._thing, self._goal
        ratings = goal.ratings if goal is not None else ()
        rated = next((str(each.value) for each in ratings if each.day == self.day), "")
        if thing is None:
            return {"goal": rated}
        return {"thing": thing.done, "happened": thing.happened, "goal": rated}

    def _in_talk(self, talk: Talk | None) -> list[str]:
        if talk is None:
            return []
        query = select(Person.name).join(TalkPerson, col(TalkPerson.person_id) == Person.id)
        there = query.where(TalkPerson.talk_id == talk.id).order_by(col(TalkPerson.id))
        return list(self.session.exec(there))


_THINGS = frozenset(["thing", "goal"])

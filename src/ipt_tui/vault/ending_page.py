"""The page of an ending, read: then and now of a course; the sensitive only where it is ticked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.called import KINDS, WhoTheyAre
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.ending import (
    EndingPage,
    ScoreThenNow,
    TalksThenNow,
    WishThenNow,
    bare,
    leaves,
    renamed,
)
from ipt_tui.ipt.ending_words import KEYS
from ipt_tui.ipt.measure_words import came_words, points_words
from ipt_tui.ipt.people import View, Whose
from ipt_tui.ipt.phases import Phase
from ipt_tui.ipt.score_change import change, change_sentence
from ipt_tui.records import CourseEnding, Expectation, Outcome, Person, Talk
from ipt_tui.vault import ending_sources, ending_veil, measures, sessions, talks
from ipt_tui.vault.hidden import Hidden, hidden_for
from ipt_tui.vault.people import circle

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import time

    from ipt_tui.ipt.circle import Circle
    from ipt_tui.ipt.course import Course
    from ipt_tui.ipt.measures import MeasureLine
    from ipt_tui.ipt.session import SessionLine
    from ipt_tui.ipt.talk import Talk as TalkView


@dataclass(frozen=True)
class PageReader:
    """Reads the parts of the page of one course; `row` is None while nothing is written of it.

    `seen` are the keys of the sensitive that go in, `on` is the day of now.
    """

    session: Session
    client: int
    course: Course
    row: CourseEnding | None
    on: date
    seen: frozenset[str]
    day_starts_at: time

    def page(self) -> EndingPage:
        """Return the page."""
        lines = sessions.of_course(self.session, self.course.uid, frozenset(), self.day_starts_at)
        held = [line for line in lines if line.held and line.day and line.day <= self.on]
        since = self._since(held)
        hidden, who = self._hidden, self._who()
        found = ending_sources.formulation(self.session, self.client, hidden, self.on)
        focus = ending_sources.focus(self.session, self.course.client, self.on, self.seen)
        goals = ending_sources.goals(self.session, self.client, hidden, self.on)
        agreed = self.row.agreed if self.row else ""
        return EndingPage(
            on=self.on,
            start=self.course.start,
            since=since,
            last=held[-1].day if held else None,
            held=len(held),
            planned=self.course.planned,
            focus=tuple(told.words for told in focus if not told.veiled),
            formulation="" if found is None or found.veiled else leaves(found.words),
            texts=self._texts(),
            circle=self._circle(since, who),
            wishes=tuple(self._wishes(since, who)),
            goals=tuple(told.goal for told in goals if told.goal and not told.veiled),
            scores=tuple(self._scores()),
            talks=self._talks(who),
            who=who,
            agreed=date.fromisoformat(agreed) if agreed else None,
        )

    @property
    def _hidden(self) -> Hidden:
        return hidden_for(self.session, self.client, self.seen)

    def _since(self, held: list[SessionLine]) -> date:
        """Return the day of then: the last session of the first phase, in which all are asked."""
        first = [
            line.day
            for line in held
            if line.day and self.course.bounds.of(line.number) in (Phase.BEFORE, Phase.INITIAL)
        ]
        return first[-1] if first else self.course.start

    def _who(self) -> WhoTheyAre | None:
        """Return who people are, where the page is to say that in place of their names."""
        if self.row is None or self.row.called != KINDS:
            return None
        query = select(Person.name, Person.kind).where(Person.client_id == self.client)
        return WhoTheyAre(dict(self.session.execute(query).all()))

    def _texts(self) -> dict[str, str]:
        if self.row is None:
            return {}
        unseen = ending_veil.parts(self._hidden, self.row, self.seen)
        return {key: "" if key in unseen else getattr(self.row, key) for key in KEYS}

    def _circle(self, since: date, who: WhoTheyAre | None) -> Circle | None:
        whose = self.course.client
        found = circle(self.session, whose, self.on, View.NOW, None, self.seen)
        if found.snapshots and found.snapshots[0] <= since < self.on:
            found = circle(self.session, whose, self.on, View.NOW, since, self.seen)
        found = bare(found)
        return renamed(found, who) if who else found

    def _wishes(self, since: date, who: WhoTheyAre | None) -> Iterator[WishThenNow]:
        """Yield what the client wants of people; of the veiled nothing.

        What was first noted later than `since` as not said holds for then, too.
        """
        news: dict[int, list[Outcome]] = defaultdict(list)
        dated = select(Outcome).where(
            Outcome.client_id == self.client, Outcome.day <= self.on.isoformat()
        )
        for outcome in self.session.exec(dated.order_by(col(Outcome.day))):
            news[outcome.expectation_id].append(outcome)
        rows = self.session.exec(
            select(Expectation)
            .where(Expectation.client_id == self.client, Expectation.whose == Whose.MINE.value)
            .order_by(col(Expectation.person_id), col(Expectation.id))
        )
        for row in rows:
            if self._hidden.veils(row.uid, False, (row.person_id,), (row.text,)):
                continue
            told = news[row.id or 0]
            said = [(each.day, each.said) for each in told if each.said is not None]
            by_then = [word for day, word in said if day <= since.isoformat()]
            first = said[0][1] if said else None
            name = self._hidden.people[row.person_id].name
            yield WishThenNow(
                row.text,
                who.label(name) if who else name,
                by_then[-1] if by_then else False if first is False else None,
                said[-1][1] if said else None,
                next((each.met for each in reversed(told) if each.met), None) or "",
            )

    def _scores(self) -> Iterator[ScoreThenNow]:
        """Yield first and last scores of the course; those that are hidden are left out."""
        read = measures.of_course(
            self.session, self.course.client, self.on, None, frozenset(), self.day_starts_at
        )
        for line in read.lines:
            if not line.hidden and (told := tuple(self._score(line))):
                yield ScoreThenNow(line.name, told)

    def _score(self, line: MeasureLine) -> Iterator[str]:
        form = line.instrument
        given = [each for each in line.compared if each.day >= self.course.start]
        if form is None or not given:
            return
        first, last = (each.total or 0.0 for each in (given[0], given[-1]))
        yield came_words(form, last, short(given[-1].day, self.on))
        if len(given) > 1:
            moved = change(form, first, last, given[0].day)
            yield change_sentence(form, moved, self.on, Audience.CLIENT)
        else:
            yield points_words(form)

    def _talks(self, who: WhoTheyAre | None) -> TalksThenNow | None:
        """Return the two talks chosen, where both may be read and were with one person."""
        row = self.row
        if row is None or row.then_talk_id is None or row.now_talk_id is None:
            return None
        then, now = (self.talk(number) for number in (row.then_talk_id, row.now_talk_id))
        common = [one for one in now.line.people if one in then.line.people]
        if then.line.veiled or now.line.veiled or not common:
            return None
        return TalksThenNow(who.label(common[0].name) if who else common[0].name, then, now)

    def talk(self, number: int) -> TalkView:
        """Return a talk by its number inside the vault."""
        uid = self.session.get_one(Talk, number).uid
        read = talks.talk(self.session, uid, self.on, self.seen, self.day_starts_at)
        known = tuple(one for one in read.line.people if one.name)
        return replace(read, line=replace(read.line, people=known))

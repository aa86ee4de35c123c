"""The page of an ending, read: then and now of a course; the sensitive only where it is ticked."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.called import KINDS, WhoTheyAre
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.ending import (
    EndingPage,
    GoalThenNow,
    ScoreThenNow,
    TalksThenNow,
    WishThenNow,
    bare,
    leaves,
    renamed,
)
from ipt_tui.ipt.ending_words import KEYS
from ipt_tui.ipt.first_and_last import ends
from ipt_tui.ipt.focus import plain
from ipt_tui.ipt.measure_words import came_words, points_words
from ipt_tui.ipt.people import View, Whose
from ipt_tui.ipt.phases import Phase
from ipt_tui.ipt.score_change import change, change_sentence
from ipt_tui.records import CourseEnding, Expectation, Outcome, Person, Talk
from ipt_tui.vault import ending_veil, measures, talks
from ipt_tui.vault.ending_told import Told, told
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

    `lines` are the sessions of the course, `seen` the keys of the sensitive that go in, `on` is the
    day of now.
    """

    session: Session
    client: int
    course: Course
    lines: tuple[SessionLine, ...]
    row: CourseEnding | None
    on: date
    seen: frozenset[str]
    day_starts_at: time
    _told: dict[frozenset[str], Told] = field(default_factory=dict)

    def page(self) -> EndingPage:
        """Return the page."""
        held = [line for line in self.lines if line.held and line.day and line.day <= self.on]
        since = self._since(held)
        who, found = self._who(), self.told(self.seen)
        agreed = self.row.agreed if self.row else ""
        return EndingPage(
            on=self.on,
            start=self.course.start,
            since=since,
            last=held[-1].day if held else None,
            held=len(held),
            planned=self.course.planned,
            focus=tuple(plain(area, Audience.CLIENT) for area in found.focus if not area.veiled),
            formulation=leaves(found.formulation),
            texts=self._texts(),
            circle=self._circle(since, who),
            wishes=tuple(self._wishes(since, who)),
            goals=tuple(_goals(found)),
            scores=tuple(self._scores()),
            talks=self._talks(who),
            who=who,
            agreed=date.fromisoformat(agreed) if agreed else None,
        )

    def told(self, revealed: frozenset[str]) -> Told:
        """Return focus, formulation and goals with `revealed` unveiled; each is read once."""
        if revealed not in self._told:
            self._told[revealed] = told(self.session, self.client, self.course, self.on, revealed)
        return self._told[revealed]

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
        kinds: dict[str, str] = {}
        for name, kind in self.session.execute(query):
            kinds[name] = kind if kinds.get(name, kind) == kind else ""  # two of one name
        return WhoTheyAre(kinds)

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

        What was first noted later than `since` as not said holds for then, too. What was first
        noted after now, as after a course that ended, is left out.
        """
        news: dict[int, list[Outcome]] = defaultdict(list)
        dated = select(Outcome).where(Outcome.client_id == self.client)
        for outcome in self.session.exec(dated.order_by(col(Outcome.day))):
            news[outcome.expectation_id].append(outcome)
        rows = self.session.exec(
            select(Expectation)
            .where(Expectation.client_id == self.client, Expectation.whose == Whose.MINE.value)
            .order_by(col(Expectation.person_id), col(Expectation.id))
        )
        for row in rows:
            noted = news[row.id or 0]
            told = [each for each in noted if each.day <= self.on.isoformat()]
            if (noted and not told) or self._hidden.veils(
                row.uid, False, (row.person_id,), (row.text,)
            ):
                continue
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
            if not line.hidden and (sentences := tuple(self._score(line))):
                yield ScoreThenNow(line.name, sentences)

    def _score(self, line: MeasureLine) -> Iterator[str]:
        form, given = line.instrument, ends(line.compared, self.course.start)
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


def _goals(found: Told) -> Iterator[GoalThenNow]:
    for goal in found.goals:
        if not goal.veiled:
            first, last = (each.value if each else None for each in (goal.first, goal.last))
            why = goal.why if goal.closed else ""
            yield GoalThenNow(goal.text, first, last, goal.target, goal.status, why)

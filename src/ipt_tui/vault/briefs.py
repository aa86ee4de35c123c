"""What there is to say before the next session of a client, read; the veiled is left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from ipt_tui.ipt import concern, goal_words, talk_phrases
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.brief import BriefSource
from ipt_tui.ipt.brief_moods import NO_MOODS, SO_FAR, BriefMood, BriefMoods
from ipt_tui.ipt.circle_words import moves
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.course import Format, Modality, halfway_at, left_after
from ipt_tui.ipt.focus_words import second_worked_on, stage_since, working_on
from ipt_tui.ipt.joined import offered_titles, tied_titles
from ipt_tui.ipt.measure_words import brief_words
from ipt_tui.ipt.moments import follows, not_before
from ipt_tui.ipt.people import View
from ipt_tui.ipt.practice_words import PracticeLine, line_of
from ipt_tui.records import Client, Course, Talk
from ipt_tui.vault import (
    concerns,
    courses,
    goals,
    measures,
    practices,
    problem_areas,
    sessions,
    todos,
)
from ipt_tui.vault.agreed import lacking
from ipt_tui.vault.clients import SELF
from ipt_tui.vault.days import back, days
from ipt_tui.vault.editing import one
from ipt_tui.vault.expectations import said_with_each
from ipt_tui.vault.hidden import hidden_for
from ipt_tui.vault.people import circle
from ipt_tui.vault.session_times import next_number
from ipt_tui.vault.talk_lines import Lines
from ipt_tui.vault.talks import unopened

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import time

    from ipt_tui.ipt.practice import Practice
    from ipt_tui.ipt.session import SessionLine
    from ipt_tui.ipt.talk import AttemptLine
    from ipt_tui.ipt.timeline import MoodEntry, Timeline

_DAY = timedelta(days=1)


def source(
    session: Session,
    client_uid: str,
    today: date,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> BriefSource | None:
    """Return what there is to say before a client's next session, None where no course goes on.

    Next is the session that runs, else the one to come, else the number that would come. The last
    is the one before it that took place; what is told "since" is told of the days from there on.
    """
    course = courses.current(session, client_uid, today)
    if course is None or course.ended is not None:
        return None
    client = one(session, Client, client_uid)
    coming = sessions.next_of(session, client_uid, today, revealed, day_starts_at)
    number = coming.number if coming else next_number(session, one(session, Course, course.uid))
    every = sessions.of_course(session, course.uid, revealed, day_starts_at)
    earlier = [line for line in every if line.number < number]
    held = [line for line in earlier if line.held]
    days_of_course = measures.days_of(course, number, held)
    measured = measures.of_course(
        session, client_uid, today, days_of_course, revealed, day_starts_at
    )
    last = held[-1] if held else None
    focus = problem_areas.chosen(session, client_uid, today, revealed)
    days_held = [(line.number, line.day) for line in held]
    reader = _Reader(session, client, coming, last, today, revealed, day_starts_at)
    found = BriefSource(
        course.code,
        today,
        number,
        course.planned or None,
        left_after(course, number),
        last=last.day if last else None,
        last_number=last.number if last else None,
        plan=reader.plan(),
        working_on=working_on(focus, Audience.PRACTITIONER),
        own_working_on=working_on(focus, Audience.CLIENT),
        second=second_worked_on(focus, Audience.PRACTITIONER),
        own_second=second_worked_on(focus, Audience.CLIENT),
        stage=stage_since(focus.first, days_held, today) if focus.first else "",
        moods=reader.moods(),
        circle=reader.circle(),
        talks=reader.talks(),
        wishes=said_with_each(session, client.id, today, course.start, revealed),
        practice=reader.practice(),
        concerns=reader.concerns(),
        promised=reader.promised(),
        measures=tuple(filter(None, map(brief_words, measured.lines))),
        due=measured.due,
        goals=reader.goals(),
        halfway=number == halfway_at(course.planned) and client.role != SELF,
        missed=tuple(line.number for line in earlier if line.missed),
        lacking=next(iter(lacking(session, course, number)), ""),
    )
    return _placed(found, coming) if coming else found


def _placed(found: BriefSource, coming: SessionLine) -> BriefSource:
    """Say when the session to come is, and where: by video or phone, its place; with whom."""
    far = "" if coming.modality == Modality.IN_PERSON else Modality.say(coming.modality)
    others = "" if coming.format == Format.INDIVIDUAL else Format.say(coming.format)
    start = coming.at.at.time() if coming.at else None
    where = ", ".join(filter(None, (far, coming.place, others)))
    return replace(found, day=coming.day, start=start, place=where)


@dataclass(frozen=True)
class _Reader:
    """Reads the parts of a brief with what is known: the session to `coming`, and the `last`."""

    session: Session
    client: Client
    coming: SessionLine | None
    last: SessionLine | None
    today: date
    revealed: frozenset[str]
    day_starts_at: time

    def plan(self) -> str:
        """Return what was planned last time for the next, else what is planned for it."""
        told = ""
        if self.last is not None:
            whole = sessions.session(self.session, self.last.uid, self.today, self.revealed)
            told = whole.text("plan_next")
        return told or (self.coming.plan if self.coming else "")

    def moods(self) -> BriefMoods:
        """Return the moods since the last session, and those of as many days before it.

        As many as lie between it and the one to come, or today while that is further away. All
        are on one scale: the one most since then were given on, of two the one given last.
        """
        since = (self.last.ended or self.last.at) if self.last else None
        if since is None:
            shown = self._days(back(self.today, (SO_FAR - 1) * _DAY))
            return _told(shown, _on_one_scale(shown.moods))
        until = self.today + _DAY
        if self.coming is not None and self.coming.day is not None:
            until = min(until, self.coming.day)
        long = max(until - since.day, _DAY)
        shown = self._days(back(since.day, long))
        after = _on_one_scale([m for m in shown.moods if follows(m.when, since)])
        before = [
            mood
            for mood in shown.moods
            if not_before(mood.when, since, long)
            and not follows(mood.when, since)
            and {mood.scale} == {other.scale for other in after}
        ]
        return replace(_told(shown, after, before), before_days=long.days)

    def circle(self) -> tuple[str, ...]:
        """Return who stands elsewhere since the last session."""
        if self.last is None or self.last.day is None:
            return ()
        return moves(
            circle(
                self.session, self.client.uid, self.today, View.NOW, self.last.day, self.revealed
            )
        )

    def talks(self) -> tuple[str, ...]:
        """Return the newest talks that nobody has looked at yet."""
        new = unopened(
            self.session, self.client.id or 0, self.day_starts_at, revealed=self.revealed
        )
        return tuple(talk_phrases.called(line, self.today) for line in new)

    def promised(self) -> tuple[str, ...]:
        """Return the to-dos that are not done."""
        found = todos.of_client(self.session, self.client.uid, self.revealed)
        return tuple(todo.text for todo in found if not todo.veiled)

    def concerns(self) -> tuple[str, ...]:
        """Return the concerns that are open, in the practitioner's words."""
        found = concerns.open_concerns(
            self.session, self.client.uid, self.today, self.revealed, self.day_starts_at
        )
        return tuple(concern.line(one, self.today) for one in found)

    def goals(self) -> tuple[str, ...]:
        """Return the goals that go on, each with its last two ratings."""
        found = goals.of_client(self.session, self.client.uid, self.today, self.revealed)
        return tuple(
            goal_words.brief_words(goal) for goal in found if goal.open and not goal.veiled
        )

    def practice(self) -> tuple[PracticeLine, ...]:
        """Return the practices to come back to, in the order in which they were agreed.

        Where nobody has said what came of one, the last try of the talk it grew out of says it.
        """
        found = practices.of_client(self.session, self.client.uid, self.revealed)
        last = self.last.day if self.last else None
        told = [one for one in reversed(found) if one.waits(last) and not one.veiled]
        tried = self._tried({practice.talk for practice in told if practice.talk})
        return tuple(_line(practice, tried.get(practice.talk or "")) for practice in told)

    def _tried(self, talks: set[str]) -> dict[str, AttemptLine]:
        """Return the last try of what each of these talks led to, by the uid of the talk."""
        if not talks:
            return {}
        query = select(Talk.id, Talk.uid).where(col(Talk.uid).in_(talks))
        uids = {number or 0: uid for number, uid in self.session.exec(query)}
        client = self.client.id or 0
        hidden = hidden_for(self.session, client, self.revealed)
        lines = Lines(self.session, client, hidden, self.day_starts_at, list(uids))
        seen = {
            number: [each for each in tries if each.title]  # a veiled one has none
            for number, tries in lines.tried().items()
        }
        return {uids[number]: tries[-1] for number, tries in seen.items() if tries}

    def _days(self, first: date) -> Timeline:
        return days(
            self.session, self.client.uid, first, self.today, self.revealed, self.day_starts_at
        )


def _line(practice: Practice, tried: AttemptLine | None) -> PracticeLine:
    line = replace(line_of(practice), paused=practice.paused)
    if line.done or line.told or tried is None or (tried.day or date.max) < practice.day:
        return line
    return replace(line, done=tried.done, told=tried.happened)


def _told(
    shown: Timeline, since: Sequence[MoodEntry], before: Sequence[MoodEntry] = ()
) -> BriefMoods:
    if not since:
        return NO_MOODS
    now, then = (
        tuple(
            BriefMood(m.value, m.first, tied_titles(shown, m), offered_titles(shown, m))
            for m in moods
        )
        for moods in (since, before)
    )
    return BriefMoods(now, then, scale=since[0].scale)


def _on_one_scale(moods: Sequence[MoodEntry]) -> list[MoodEntry]:
    """Return the moods of the scale that most were given on, of two the one given last."""
    given = Counter(mood.scale for mood in reversed(moods)).most_common(1)
    return [mood for mood in moods if mood.scale == given[0][0]]

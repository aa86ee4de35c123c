"""The card for one's next session, read from the record; and which lines go on it.

It is read as if nothing were revealed: what is veiled is counted, and never on it. Only a line of
one's own that is veiled can be shown in the list. Choices are kept beside the record.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.joined import moment_of, pair
from ipt_tui.ipt.moments import follows, moment
from ipt_tui.ipt.next_card import (
    CardLine,
    NextCard,
    Part,
    goal_words,
    moment_words,
    say_words,
    tried_words,
    when_words,
)
from ipt_tui.ipt.practice import THERAPIST, Tried, for_therapist, noted_for_therapist
from ipt_tui.ipt.talk_vocabulary import Done, may_be_said
from ipt_tui.records import Alternative, Bring, Client, Practice, Talk
from ipt_tui.vault import goals, practices, sessions, set_aside, talks
from ipt_tui.vault.card_choices import choices, put
from ipt_tui.vault.days import back, days
from ipt_tui.vault.editing import one
from ipt_tui.vault.errors import ChangedElsewhere, Gone, NotValid
from ipt_tui.vault.hidden import hidden_for
from ipt_tui.vault.reviewing import put_aside
from ipt_tui.vault.timeline_rows import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime, time

    from ipt_tui.ipt.goal import Goal
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.talk import TalkLine
    from ipt_tui.ipt.timeline import EventEntry, Timeline

LAST_DAYS = timedelta(days=6)
"""So many days before today are told of where no session is recorded: a week with today."""
VEILED = "What is veiled is not on the card."
_NONE: frozenset[str] = frozenset()


def card(
    session: Session,
    client_uid: str,
    today: date,
    day_starts_at: time = DAY_STARTS_AT,
    revealed: frozenset[str] = _NONE,
) -> NextCard:
    """Return the card of the day lived; `revealed` shows veiled lines of one's own in the list."""
    reader = _Reader(session, client_uid, today, day_starts_at)
    lines = (
        *reader.own(revealed), *reader.to_talk(), *reader.moments(), *reader.to_say(),
        *reader.tried(), *reader.goals(),
    )  # fmt: skip
    kept, left = choices(session, client_uid)
    return NextCard(
        reader.first,
        today,
        reader.since is not None,
        tuple(
            replace(
                line,
                kept=not line.veiled
                and (line.key not in left if line.marked else kept.get(line.key) == line.mark),
            )
            for line in lines
        ),
        len(reader.veiled),
        reader.shown.scale,
    )


def choose(
    session: Session,
    client_uid: str,
    seen: CardLine,
    today: date,
    day_starts_at: time = DAY_STARTS_AT,
) -> bool:
    """Put a line on the card or leave it out, as it was `seen`; return whether it is on it.

    It is remembered for the words it has: with others it is left out again. A line of one's own,
    and one that was marked to talk about, is left out until it is put on again, whatever it says.
    Raises Gone, ChangedElsewhere, or NotValid for a veiled one.
    """
    found = card(session, client_uid, today, day_starts_at)
    line = found.line(seen.key)
    if line is None:
        raise Gone
    if line.veiled:
        raise NotValid(VEILED)
    if line.mark != seen.mark:
        raise ChangedElsewhere
    kept, left = choices(session, client_uid)
    if line.marked:
        left ^= {line.key}
    elif line.kept:
        kept.pop(line.key)
    else:
        kept[line.key] = line.mark
    here = {each.key for each in found.lines}
    kept = {key: mark for key, mark in kept.items() if key in here}
    put(session, client_uid, kept, left)
    return not line.kept


class _Reader:
    """Reads the lines of a card, part by part; what is `veiled` is known by what it is about."""

    def __init__(self, session: Session, client_uid: str, today: date, starts: time) -> None:
        self.session, self.today, self.starts = session, today, starts
        self.client = one(session, Client, client_uid)
        self.number = self.client.id or 0
        self.hidden = hidden_for(session, self.number, _NONE)
        self.since = _last_session(session, client_uid, today, starts)
        self.first = self.since.day if self.since else back(today, LAST_DAYS)
        self.shown: Timeline = days(session, client_uid, self.first, today, _NONE, starts)
        self.talks = talks.talks(session, client_uid, today, None, _NONE, starts).lines
        self.veiled: set[str] = set()

    # One's own lines, and what is to be talked about.

    def own(self, revealed: frozenset[str]) -> Iterator[CardLine]:
        seen = hidden_for(self.session, self.number, revealed)
        rows = self.session.exec(select(Bring).where(Bring.client_id == self.number))
        for row in sorted(rows, key=lambda row: row.id or 0):
            asked: tuple[Any, ...] = (row.uid, row.sensitive, (), (row.text,))
            veiled = self.hidden.veils(*asked)
            if veiled:
                self.veiled.add(row.uid)
            words = "" if veiled and seen.veils(*asked) else row.text
            yield CardLine(
                row.uid, Part.OWN, words, marked=True, veiled=veiled, updated_at=row.updated_at
            )

    def to_talk(self) -> Iterator[CardLine]:
        marked = self._marked()
        for practice in practices.of_client(self.session, self.client.uid):
            if practice.uid not in marked or not practice.open:
                continue
            talk = self._talk(practice.talk or marked[practice.uid])
            if practice.veiled or (talk and talk.veiled):
                self.veiled.add(talk.event if talk else practice.uid)
            elif talk is not None:
                yield self._about(practice.uid, talk, marked=True)
            else:
                words = moment_words(noted_for_therapist(practice.what), [])
                yield CardLine(practice.uid, Part.TALK, words, marked=True)
        uid, _ = put_aside(self.session)
        talk = self._talk(uid)
        if talk is None or uid in marked.values():
            return
        if talk.veiled:
            self.veiled.add(talk.event)
        else:
            yield self._about(talk.uid, talk, marked=False)

    def _marked(self) -> dict[str, str]:
        """Return what was marked to talk about: by its uid that of its talk, "" for none."""
        query = select(Practice.uid, Practice.what, Talk.uid)
        query = query.join(Talk, col(Talk.id) == Practice.talk_id, isouter=True)
        rows = query.where(
            Practice.client_id == self.number, col(Practice.what).startswith(THERAPIST)
        )
        return {
            uid: talk or "" for uid, what, talk in self.session.exec(rows) if for_therapist(what)
        }

    def _talk(self, uid: str) -> TalkLine | None:
        return next((line for line in self.talks if line.uid == uid), None)

    def _about(self, key: str, talk: TalkLine, *, marked: bool) -> CardLine:
        people = [person.name for person in talk.people]
        when = when_words(talk.at, talk.day, self.first, self.today)
        facts = moment_words(talk.subject, people)
        words = moment_words(talk.subject, people, when)
        return CardLine(key, Part.TALK, words, facts, marked)

    # Moments, with the mood before and after.

    def moments(self) -> Iterator[CardLine]:
        reader = Reader(self.session, self.number, _NONE, self.starts)
        for event in reader.events(self.first, self.today):
            if event.veiled and self._within(event):
                self.veiled.add(event.uid)
        for event in self.shown.events:
            if self._within(event) and not event.tried:
                yield self._moment(event)

    def _within(self, event: EventEntry) -> bool:
        if not self.first <= event.first or event.last > self.today:
            return False
        when = moment_of(event)
        return when is None or self.since is None or follows(when, self.since)

    def _moment(self, event: EventEntry) -> CardLine:
        around = pair(self.shown, event)
        scale = self.shown.scale
        moods = [
            mood if mood is not None and mood.scale == scale and mood.first == event.first else None
            for mood in (around.before, around.after)
        ]  # on paper "5, then 2" reads as of one day
        people = [person.name for person in event.people]
        day = event.first if event.first == event.last else None
        when = when_words(event.at, day, self.first, self.today)
        words = moment_words(event.title, people, when, *moods)
        facts = moment_words(event.title, people, "", *moods)
        return CardLine(event.uid, Part.MOMENT, words, facts, rated=any(moods))

    # What one may say, and what was tried.

    def to_say(self) -> Iterator[CardLine]:
        aside = set_aside.talks(self.session, self.number)
        query = select(Alternative, Talk).join(Talk, col(Talk.id) == Alternative.talk_id)
        rows = query.where(Alternative.client_id == self.number).order_by(col(Alternative.id))
        for row, talk in self.session.exec(rows).all():
            line = self._talk(talk.uid)
            if line is None or not self._since(row.created_at):
                continue
            if line.veiled:
                self.veiled.add(line.event)
            elif row.line and may_be_said(talk.safe) and talk.id not in aside:
                words = say_words(row.line, [person.name for person in line.people])
                yield CardLine(row.uid, Part.SAY, words)

    def _since(self, at: datetime) -> bool:
        lived = moment(at.astimezone(), day_starts_at=self.starts).day
        return lived >= self.first

    def tried(self) -> Iterator[CardLine]:
        for practice in practices.of_client(self.session, self.client.uid):
            if practice.looked_at is None or practice.looked_at < self.first:
                continue
            if practice.veiled:
                self.veiled.add(practice.uid)
            elif not for_therapist(practice.what):
                words = tried_words(practice.what, practice.done, practice.happened)
                yield CardLine(practice.uid, Part.TRIED, words)
        for line in self.talks:
            for attempt in line.tried:
                if attempt.title and attempt.day and self.first <= attempt.day <= self.today:
                    done = Tried.FULL if attempt.done == Done.YES else attempt.done
                    what = attempt.what or attempt.title
                    yield CardLine(
                        attempt.uid, Part.TRIED, tried_words(what, done, attempt.happened)
                    )

    # Goals.

    def goals(self) -> Iterator[CardLine]:
        for goal in goals.of_client(self.session, self.client.uid, self.today):
            if not goal.open:
                continue
            if goal.veiled:
                self.veiled.add(goal.uid)
            elif goal.ratings:
                yield CardLine(goal.uid, Part.GOAL, self._goal(goal))

    def _goal(self, goal: Goal) -> str:
        """Return where it stood before these days, else first in them, and where it is now."""
        until = self.first + timedelta(days=1) if self.since else self.first
        earlier = [rating for rating in goal.ratings if rating.day < until]
        then, now = (earlier or goal.ratings[:1])[-1], goal.ratings[-1]
        return goal_words(goal.text, then.value, None if then is now else now.value)


def _last_session(session: Session, client_uid: str, today: date, starts: time) -> Moment | None:
    """Return when the last session that took place ended, else when it was; None for none."""
    ends = (
        line.ended or line.at for line in sessions.of_client(session, client_uid, starts)
        if line.held
    )  # fmt: skip
    return max((end for end in ends if end is not None and end.day <= today), default=None)

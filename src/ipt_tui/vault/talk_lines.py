"""Talks as they stand in a list: one line each, with what is counted over several."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from ipt_tui.ipt import moments
from ipt_tui.ipt.talk import AttemptLine, TalkLine
from ipt_tui.ipt.talk_vocabulary import ME, stage
from ipt_tui.records import (
    Alternative,
    Attempt,
    Difficulty,
    Event,
    Jotting,
    Option,
    Outcome,
    Rehearsal,
    Talk,
    TalkPerson,
    Turn,
)
from ipt_tui.vault.dating import kept
from ipt_tui.vault.talk_veil import veiled, veiled_entries

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import time

    from ipt_tui.vault.hidden import Hidden

_TOLD = ("lead_up", "hoped", "need", "result", "got_across", "checked", "their_side", "style")
"""The fields of a talk that say it is begun."""
_GROWN: tuple[Any, ...] = (Alternative, Option, Rehearsal, Attempt, Difficulty)
"""What says so too, once there is one."""


_TRIED = ("what", "happened", "left_me", "left_them")


class Lines:
    """Reads the talks of one client, or some of them, in the same few questions."""

    def __init__(
        self,
        session: Session,
        client: int,
        hidden: Hidden,
        day_starts_at: time,
        only: Collection[int] | None = None,
    ) -> None:
        """Read for the client with this number; `only` are numbers of talks to keep to."""
        self._session, self._client, self._hidden = session, client, hidden
        self._day_starts_at, self._only = day_starts_at, only

    def __iter__(self) -> Iterator[TalkLine]:
        """Yield a line a talk, in no particular order."""
        people = self._grouped(TalkPerson, TalkPerson.person_id)
        codes, said = self._grouped(Difficulty, Difficulty.code), self._said()
        grown, tried = self._grown(), self.tried()
        wishes, lines = self._wishes(), self._jottings()
        hidden = veiled(self._session, self._hidden, self._client, self._only)
        query = select(Talk, Event).join(Event, col(Event.id) == Talk.event_id)
        for talk, event in self._session.exec(query.where(self._of(Talk, Talk.id))):
            number = talk.id or 0
            when = kept(event.model_dump(), "happened") if event.happened else None
            at = self._moment(event)
            if number in hidden:
                when = replace(when, words="") if when else None
                yield TalkLine(
                    talk.uid, event.uid, when=when, at=at, veiled=True, sensitive=event.sensitive
                )
                continue
            told = any(getattr(talk, name) for name in _TOLD) or number in grown
            mine, theirs = said.get(number, (0, 0))
            yield TalkLine(
                talk.uid,
                event.uid,
                tuple(self._hidden.people[person] for person in people[number]),
                event.title,
                talk.about,
                talk.note,
                when,
                at,
                stage(told=told, mine=mine, theirs=theirs, result=talk.result),
                talk.got_across,
                tuple(codes[number]),
                tuple(tried[number]),
                wishes.get(number, 0),
                lines.get(talk.jotting_id or 0),
                sensitive=event.sensitive,
            )

    def tried(self) -> dict[int, list[AttemptLine]]:
        """Return what was tried, by the number of its talk, in the order of the days."""
        found: dict[int, list[AttemptLine]] = defaultdict(list)
        query = (
            select(Attempt, Event)
            .join(Event, col(Event.id) == Attempt.event_id)
            .where(self._of(Attempt, Attempt.talk_id))
            .order_by(col(Event.first_day), col(Attempt.id))
        )
        rows = self._session.exec(query).all()
        its_event = (col(Event.id).in_([event.id for _, event in rows]),)
        hidden = veiled_entries(self._session, self._hidden, Event, its_event) if rows else set()
        for row, event in rows:
            day = date.fromisoformat(event.first_day) if event.first_day else None
            found[row.talk_id].append(
                AttemptLine(
                    row.uid,
                    event.uid,
                    "" if event.id in hidden else event.title,
                    day,
                    row.done,
                    updated_at=row.updated_at,
                    **{name: getattr(row, name) for name in _TRIED if event.id not in hidden},
                )
            )
        return found

    def _of(self, table: Any, talk: Any) -> Any:
        """Return the condition that a row belongs to what is read."""
        return table.client_id == self._client if self._only is None else talk.in_(self._only)

    def _moment(self, event: Event) -> moments.Moment | None:
        if not event.at:
            return None
        return moments.read(event.at, event.offset, event.known, self._day_starts_at)

    def _grouped(self, table: Any, value: Any) -> dict[int, list[Any]]:
        """Return the values of the rows of a table, by the number of the talk they belong to."""
        found: dict[int, list[Any]] = defaultdict(list)
        query = select(table.talk_id, value).where(self._of(table, table.talk_id))
        for talk, told in self._session.exec(query.order_by(table.id)):
            found[talk].append(told)
        return found

    def _said(self) -> dict[int, tuple[int, int]]:
        """Return how many turns are the client's, and how many are not."""
        mine = func.sum(col(Turn.speaker) == ME)
        query = select(Turn.talk_id, mine, func.count()).where(self._of(Turn, Turn.talk_id))
        rows = self._session.exec(query.group_by(col(Turn.talk_id)))
        return {talk: (own, every - own) for talk, own, every in rows}

    def _grown(self) -> set[int]:
        found: set[int] = set()
        for table in _GROWN:
            query = select(table.talk_id).where(self._of(table, table.talk_id))
            found |= set(self._session.exec(query))
        return found

    def _wishes(self) -> dict[int, int]:
        """Return how many expectations each talk led to being said aloud."""
        expectations = func.count(func.distinct(Outcome.expectation_id))
        query = (
            select(Outcome.talk_id, expectations)
            .where(self._of(Outcome, Outcome.talk_id), col(Outcome.said).is_(True))
            .where(col(Outcome.talk_id).is_not(None))
            .group_by(col(Outcome.talk_id))
        )
        return {talk or 0: count for talk, count in self._session.exec(query)}

    def _jottings(self) -> dict[int, str]:
        """Return the lines that talks were made from, by their numbers."""
        query = select(Jotting.id, Jotting.uid).join(Talk, col(Talk.jotting_id) == Jotting.id)
        rows = self._session.exec(query.where(self._of(Talk, Talk.id)))
        return {number or 0: uid for number, uid in rows}

"""Rows of the timeline, read by columns and veiled where somebody sensitive is told of."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, text
from sqlmodel import Session, col, select

from ipt_tui.ipt import moments
from ipt_tui.ipt.session import took_place
from ipt_tui.ipt.timeline import EventEntry, JottingEntry, MoodEntry, Named, SpellEntry
from ipt_tui.ipt.timeline_marks import SessionMark
from ipt_tui.records import (
    Attempt,
    CourseSession,
    Event,
    EventPerson,
    Jotting,
    Mood,
    MoodPerson,
    Spell,
    Talk,
)
from ipt_tui.vault.dating import kept
from ipt_tui.vault.hidden import hidden_for
from ipt_tui.vault.scaled import scale_in
from ipt_tui.vault.session_lines import moment_of
from ipt_tui.vault.talk_veil import led_to

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import time

    from ipt_tui.ipt.moments import Moment

_LINKS = text(
    """WITH shown(uid) AS (SELECT value FROM json_each(:uids)),
tie(mood, event, status, direction, id) AS (
  SELECT m.uid, e.uid, l.status, l.direction, l.id
  FROM mood_link l JOIN mood m ON m.id = l.mood_id JOIN event e ON e.id = l.event_id)
SELECT mood, event, status, direction FROM (
  SELECT * FROM tie WHERE mood IN (SELECT uid FROM shown)
  UNION SELECT * FROM tie WHERE event IN (SELECT uid FROM shown)) ORDER BY id"""
)


class Reader:
    """Reads one client's entries, those whose place is in a span of days.

    What is veiled, `Hidden` says.
    """

    def __init__(
        self, session: Session, client: int, revealed: frozenset[str], day_starts_at: time
    ) -> None:
        """Read for the client with this number."""
        self._session, self._client = session, client
        self._day_starts_at = day_starts_at
        self._hidden = hidden_for(session, client, revealed)

    def moods(self, first: date, last: date) -> Iterator[MoodEntry]:
        """Yield the moods from `first` to `last`, both included, in no particular order."""
        within = _at(Mood, self._client, first, last)
        people = self._named(MoodPerson, MoodPerson.mood_id, Mood, within)
        tied = self._hidden.tied(Mood, within)
        columns = [getattr(Mood, name) for name in _MOOD]
        for row in self._session.execute(select(*columns).where(*within)).mappings():
            named = people[row["id"]]
            mood = MoodEntry(
                row["uid"],
                self._moment(row),
                row["value"],
                scale_in(row),
                row["kind"],
                date.fromisoformat(row["since"]) if row["since"] else None,
                tuple(filter(None, (word.strip() for word in row["feelings"].split(",")))),
                self._known(named),
                row["note"],
                row["words"],
                row["source"],
                row["source_words"],
                sensitive=row["sensitive"],
                updated_at=row["updated_at"],
            )
            texts = row["note"], row["words"], row["feelings"]
            if self._is_veiled(row, named, texts, tied):
                mood = replace(
                    mood, feelings=(), people=(), note="", words="", source_words="", veiled=True
                )
            yield mood

    def events(self, first: date, last: date) -> Iterator[EventEntry]:
        """Yield the events that may have been from `first` to `last`, and the undated ones."""
        return self._events(
            col(Event.first_day) <= last.isoformat(),
            (col(Event.last_day) >= first.isoformat()) | (col(Event.first_day) == ""),
        )

    def events_of(self, uids: Collection[str]) -> Iterator[EventEntry]:
        """Yield the events with these uids, whenever they were."""
        return self._events(col(Event.uid).in_(uids))

    def _events(self, *which: Any) -> Iterator[EventEntry]:
        within = (col(Event.client_id) == self._client, *which)
        people = self._named(EventPerson, EventPerson.event_id, Event, within)
        felt = self._hidden.tied(Event, within)
        felt |= led_to(self._session, self._hidden, self._client, Event, within)
        here = select(Event.id).where(*within)
        talked, tried = self._talked(Talk.event_id, here), self._talked(Attempt.event_id, here)
        columns = [getattr(Event, name) for name in _EVENT]
        for row in self._session.execute(select(*columns).where(*within)).mappings():
            named, number = people[row["id"]], row["id"]
            event = self._event(row, named, felt)
            if number in talked or number in tried:
                event = replace(event, talk=number in talked, tried=number in tried)
            yield event

    def _talked(self, entry: Any, here: Any) -> frozenset[int]:
        """Return the entries among `here` of which there is a talk, or a try of what one led to."""
        return frozenset(self._session.exec(select(entry).where(col(entry).in_(here))))

    def _event(self, row: Any, named: Sequence[int], felt: set[int]) -> EventEntry:
        when = kept(row, "happened") if row["happened"] else None
        at = self._moment(row) if row["at"] else None
        texts = row["title"], row["note"], row["words"], row["happened_words"]
        if self._is_veiled(row, named, texts, felt):
            when = replace(when, words="") if when else None
            return EventEntry(
                row["uid"], "", when, at, veiled=True, sensitive=row["sensitive"],
                updated_at=row["updated_at"],
            )  # fmt: skip
        told = {name: row[name] for name in _TOLD_OF_EVENT}
        return EventEntry(when=when, at=at, people=self._known(named), **told)

    def spells(self, first: date, last: date) -> Iterator[SpellEntry]:
        """Yield the spells that may reach into the days from `first` to `last`."""
        columns = [getattr(Spell, name) for name in _SPELL]
        within = (
            col(Spell.client_id) == self._client,
            col(Spell.first_day) <= last.isoformat(),
            col(Spell.last_day) >= first.isoformat(),
        )
        for row in self._session.execute(select(*columns).where(*within)).mappings():
            when = kept(row, "lasted")
            texts = row["name"], row["note"], row["words"], row["lasted_words"]
            veiled = self._is_veiled(row, (), texts)
            yield SpellEntry(
                row["uid"],
                row["kind"],
                "" if veiled else row["name"],
                replace(when, words="") if veiled else when,
                row["severity"],
                "" if veiled else row["note"],
                veiled=veiled,
                sensitive=row["sensitive"],
                updated_at=row["updated_at"],
            )

    def jottings(self, first: date, last: date) -> Iterator[JottingEntry]:
        """Yield the jottings from `first` to `last`; they name whom their text names."""
        columns = [getattr(Jotting, name) for name in _JOTTING]
        within = _at(Jotting, self._client, first, last)
        talked = self._talked(Talk.jotting_id, select(Jotting.id).where(*within))
        tied = led_to(self._session, self._hidden, self._client, Jotting, within)
        for row in self._session.execute(select(*columns).where(*within)).mappings():
            veiled = self._is_veiled(row, (), [row["text"]], tied)
            yield JottingEntry(
                row["uid"],
                self._moment(row),
                "" if veiled else row["text"],
                () if veiled else tuple(self._hidden.named_in(row["text"])),
                row["id"] in talked,
                veiled=veiled,
                sensitive=row["sensitive"],
                updated_at=row["updated_at"],
            )

    def sessions(self, first: date, last: date) -> tuple[SessionMark, ...]:
        """Return the sessions that took place from `first` to `last`, in the order of time."""
        columns = [getattr(CourseSession, name) for name in _SESSION]
        wall = func.coalesce(func.nullif(CourseSession.started, ""), CourseSession.planned)
        query = select(*columns).where(*_at(CourseSession, self._client, first, last, wall))
        found = []
        for row in self._session.execute(query):
            name = "started" if row.started else "planned"
            when = moment_of(row, name, self._day_starts_at)
            held = took_place(row.attendance, begun=bool(row.started))
            if when is not None and held and first <= when.day <= last:
                found.append(SessionMark(row.uid, when, row.number))
        return tuple(sorted(found, key=lambda mark: mark.when.instant))

    def links(self, uids: Sequence[str]) -> list[tuple[str, str, str, str]]:
        """Return the ties of these entries: mood, event, status, direction."""
        asked = {"uids": json.dumps(list(uids))}
        return [tuple(row) for row in self._session.execute(_LINKS, asked)]

    def _named(self, table: Any, key: Any, owner: Any, within: Any) -> dict[int, list[int]]:
        """Return the numbers of the people named by each entry of a span."""
        found: dict[int, list[int]] = defaultdict(list)
        query = (
            select(key, table.person_id)
            .join(owner, owner.id == key)
            .where(*within)
            .order_by(table.id)
        )
        for entry, person in self._session.execute(query):
            found[entry].append(person)
        return found

    def _is_veiled(
        self, row: Any, named: Sequence[int], texts: Sequence[str], tied: Collection[int] = ()
    ) -> bool:
        is_tied = row["id"] in tied
        return self._hidden.veils(row["uid"], row["sensitive"], named, texts, tied=is_tied)

    def _moment(self, row: Any) -> Moment:
        return moments.read(row["at"], row["offset"], row["known"], self._day_starts_at)

    def _known(self, named: Sequence[int]) -> tuple[Named, ...]:
        return tuple(self._hidden.people[person] for person in named)


_MOOD = (
    "id", "uid", "at", "offset", "known", "kind", "since", "value", "scale_low", "scale_high",
    "low_words", "high_words", "better", "feelings", "note", "words", "source", "source_words",
    "sensitive", "updated_at",
)  # fmt: skip
_TOLD_OF_EVENT = (
    "uid", "title", "category", "valence", "area", "controllable", "anniversary", "near_onset",
    "note", "words", "source", "sensitive", "updated_at",
)  # fmt: skip
_EVENT = (
    "id", *_TOLD_OF_EVENT, "happened", "happened_words", "first_day", "last_day", "at", "offset",
    "known",
)  # fmt: skip
_SPELL = (
    "id", "uid", "kind", "name", "lasted", "lasted_words", "first_day", "last_day", "severity",
    "note", "words", "sensitive", "updated_at",
)  # fmt: skip
_SESSION = (
    "uid", "number", "planned", "planned_offset", "started", "started_offset", "attendance",
)  # fmt: skip
_JOTTING = ("id", "uid", "at", "offset", "known", "text", "sensitive", "updated_at")


def _at(table: Any, client: int, first: date, last: date, wall: Any = None) -> tuple[Any, ...]:
    """Return the condition that a wall time lies on these days or in the night after them.

    It is `at` of the table unless it is given.
    """
    end = min(last, date.max - timedelta(days=2)) + timedelta(days=2)
    at = col(table.at) if wall is None else wall
    return col(table.client_id) == client, at >= first.isoformat(), at < end.isoformat()

"""Noting: what was captured, written as one undoable step; nothing that was typed is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.audience import listed, plural
from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.ipt.scales import USUAL, Scale
from ipt_tui.records import (
    Client,
    Event,
    EventPerson,
    Jotting,
    Mood,
    MoodLink,
    MoodPerson,
    Person,
    Spell,
)
from ipt_tui.records.event import EventFields
from ipt_tui.records.jotting import JottingFields
from ipt_tui.records.mood import MoodFields
from ipt_tui.records.person import PersonFields
from ipt_tui.records.spell import SpellFields
from ipt_tui.vault.clients import scale_of
from ipt_tui.vault.dating import dated, on_one_day, timed
from ipt_tui.vault.editing import one, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.hidden import Hidden
from ipt_tui.vault.scaled import on_scale
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ipt_tui.ipt.captured import Mentioned
    from ipt_tui.ipt.moments import Moment

ANCHORS = 300
"""So many events, the newest, can be dated by."""
_SPELLS = (Mark.SYMPTOM, Mark.TREATMENT)
_KEPT = (Mark.MOOD, Mark.EVENT, *_SPELLS)


@dataclass(frozen=True, slots=True)
class Noted:
    """What was kept: uids by sort, in the order of the lines."""

    moods: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    spells: tuple[str, ...] = ()
    jottings: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    @property
    def uids(self) -> tuple[str, ...]:
        """The entries of the timeline among them."""
        return (*self.moods, *self.events, *self.spells, *self.jottings)

    @property
    def told(self) -> str:
        """What it is, counted: "1 mood and 1 event"."""
        parts = [
            plural(len(found), *words)
            for found, words in (
                (self.moods, ("mood",)),
                (self.events, ("event",)),
                (self.spells, ("spell",)),
                (self.jottings, ("line",)),
                (self.people, ("new person", "new people")),
            )
            if found
        ]
        return listed(parts)


@dataclass(frozen=True, slots=True)
class Ground:
    """What reading a captured line rests on: names known, those that may be shown, the scale.

    `anchors` are the dates, as EDTF, of the events one may date by, by their titles.
    """

    names: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    scale: Scale = USUAL
    anchors: Mapping[str, str] = field(default_factory=dict)


def ground(session: Session, client_uid: str, revealed: frozenset[str] = frozenset()) -> Ground:
    """Return what a line captured for this client is read with; the veiled are not offered."""
    client = one(session, Client, client_uid)
    hidden = Hidden(session, client.id or 0, revealed)
    events = session.execute(
        select(Event.title, Event.happened)
        .where(Event.client_id == client.id, Event.happened != "", ~col(Event.sensitive))
        .order_by(col(Event.first_day).desc())
        .limit(ANCHORS)
    )
    return Ground(
        tuple(named.name for named in hidden.people.values()),
        tuple(who.name for number, who in hidden.people.items() if number not in hidden.numbers),
        scale_of(client),
        {e.title: e.happened for e in events if not hidden.in_any([e.title])},
    )


def note(session: Session, client_uid: str, pieces: Sequence[Captured], now: Moment) -> Noted:
    """Keep captured pieces as one step; what stands on one line is tied together.

    A mood or event without a date is of `now`. Whoever is new is added beside the circle. A line
    in which nothing has a place of its own is kept as it was typed; one for this hour only is
    not kept. Raises NotValid for a name that could be several people, before anything is kept.
    """
    client = one(session, Client, client_uid)
    for piece in pieces:
        _refuse_open(piece.names)
    writer = _Writer(session, client, now)
    for _, line in groupby(pieces, key=lambda piece: piece.line):
        writer.line(tuple(line))
    noted = writer.noted()
    if told := noted.told:
        describe(session, client.id, f"{told} noted")
    return noted


def _named(session: Session, client: Client, mentioned: Iterable[Mentioned]) -> list[Person]:
    """Return the people meant, each once; who is known by a name is the first of that name."""
    found: dict[int, Person] = {}
    for mention in mentioned:
        person = session.exec(
            select(Person).where(Person.client_id == client.id, Person.name == mention.name)
        ).first()
        if person is not None:
            found[person.id or 0] = person
    return list(found.values())


def _refuse_open(names: Iterable[Mentioned]) -> None:
    for name in names:
        if name.is_open:
            raise NotValid(
                f"@{name.typed} could be several people; type a little more of the name."
            )


class _Writer:
    """Writes line after line, and remembers what was written."""

    def __init__(self, session: Session, client: Client, now: Moment) -> None:
        self._session, self._client, self._now = session, client, now
        self._written: dict[str, list[Any]] = {}
        self._new: list[Person] = []

    def line(self, pieces: tuple[Captured, ...]) -> None:
        """Write one line."""
        if all(piece.mark is Mark.THIS_HOUR for piece in pieces):
            return
        kept = [piece for piece in pieces if piece.mark in _KEPT]
        if not kept:
            self._jotting(pieces)
            return
        moods = [self._mood(p, pieces) for p in kept if p.mark is Mark.MOOD]
        events = [self._event(p, pieces) for p in kept if p.mark is Mark.EVENT]
        for piece in kept:
            if piece.mark in _SPELLS:
                self._spell(piece)
        for mood in moods:
            for event in events:
                self._add("link", MoodLink, mood_id=mood.id, event_id=event.id)

    def noted(self) -> Noted:
        """Return what was written."""
        uids = {name: tuple(row.uid for row in rows) for name, rows in self._written.items()}
        return Noted(
            moods=uids.get("mood", ()),
            events=uids.get("event", ()),
            spells=uids.get("spell", ()),
            jottings=uids.get("jotting", ()),
            people=tuple(person.uid for person in self._new),
        )

    def _mood(self, piece: Captured, line: tuple[Captured, ...]) -> Mood:
        fields = validated(
            MoodFields,
            **timed(piece.moment or self._now),
            kind="since" if piece.since else "now",
            since=piece.since.isoformat() if piece.since else "",
            value=piece.value,
            **on_scale(scale_of(self._client)),
            feelings=", ".join(piece.feelings),
            note=piece.text,
            words=piece.words,
        )
        row: Mood = self._add("mood", Mood, **fields.model_dump())
        for person in self._people(line):
            self._add("named", MoodPerson, mood_id=row.id, person_id=person.id)
        return row

    def _event(self, piece: Captured, line: tuple[Captured, ...]) -> Event:
        when = on_one_day(piece.moment or self._now)
        if piece.when is not None and piece.moment is None:
            when = dated("happened", piece.when)
        elif piece.when is not None:
            when["happened_words"] = piece.when.words[:120]
        fields = validated(
            EventFields,
            title=piece.text or piece.words,
            category=piece.category,
            words=piece.words,
            **when,
        )
        row: Event = self._add("event", Event, **fields.model_dump())
        for person in self._people(line):
            self._add("there", EventPerson, event_id=row.id, person_id=person.id)
        return row

    def _spell(self, piece: Captured) -> None:
        if piece.when is None:
            self._jotting((piece,))
            return
        fields = validated(
            SpellFields,
            kind=str(piece.mark),
            name=piece.text or piece.words,
            words=piece.words,
            **dated("lasted", piece.when),
        )
        self._add("spell", Spell, **fields.model_dump())

    def _jotting(self, pieces: tuple[Captured, ...]) -> None:
        moment = next((p.moment for p in pieces if p.moment), self._now)
        if not pieces[0].words.strip():
            return
        fields = validated(JottingFields, text=pieces[0].words, **timed(moment))
        self._people(pieces)
        self._add("jotting", Jotting, **fields.model_dump())

    def _people(self, line: tuple[Captured, ...]) -> list[Person]:
        """Return whom a line names; the new ones are added first."""
        mentioned = [mention for piece in line for mention in piece.names]
        for mention in mentioned:
            known = {person.name.casefold() for person in self._new}
            if mention.is_new and mention.typed.casefold() not in known:
                fields = validated(
                    PersonFields, name=mention.typed, added=self._now.day.isoformat()
                )
                self._new.append(self._add("person", Person, **fields.model_dump()))
        new = {person.name.casefold(): person for person in self._new}
        added = [new[m.typed.casefold()] for m in mentioned if m.typed.casefold() in new]
        people = [*_named(self._session, self._client, mentioned), *added]
        return list({person.id: person for person in people}.values())

    def _add(self, sort: str, table: Any, /, **values: Any) -> Any:
        row = table(client_id=self._client.id, **values)
        self._session.add(row)
        self._session.flush()
        self._written.setdefault(sort, []).append(row)
        return row

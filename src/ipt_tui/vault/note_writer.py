"""Captured lines, written one after the other; what stands on one line is tied together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, select

from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.ipt.concern import Kind, RaisedBy, said_in
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.talk_said import Speakers
from ipt_tui.ipt.talk_vocabulary import ME
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
    Talk,
    TalkPerson,
)
from ipt_tui.records.event import EventFields
from ipt_tui.records.jotting import JottingFields
from ipt_tui.records.mood import MoodFields
from ipt_tui.records.person import PersonFields
from ipt_tui.records.spell import SpellFields
from ipt_tui.vault import concerns, talking
from ipt_tui.vault.clients import SELF, scale_of
from ipt_tui.vault.dating import dated, on_one_day, timed
from ipt_tui.vault.editing import validated
from ipt_tui.vault.noted import Noted
from ipt_tui.vault.scaled import on_scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ipt_tui.ipt.captured import Mentioned
    from ipt_tui.ipt.moments import Moment

SPELLS = (Mark.SYMPTOM, Mark.TREATMENT)
KEPT = (Mark.MOOD, Mark.EVENT, Mark.TALK, *SPELLS)
"""What has a place of its own; a turn has one in its talk."""


class Writer:
    """Writes line after line, and remembers what was written.

    `talk` is the talk that turns belong to; the first line that is none ends it. `happened` are
    the fields of the date of what has none of its own, None for now. `session_uid` is that of the
    session in whose note the lines stand.
    """

    def __init__(
        self,
        session: Session,
        client: Client,
        now: Moment,
        talk: Talk | None = None,
        happened: Mapping[str, Any] | None = None,
        *,
        session_uid: str | None = None,
    ) -> None:
        self._session, self._client, self._now = session, client, now
        self._happened = on_one_day(now) if happened is None else happened
        self._written: dict[str, list[Any]] = {}
        self._new: list[Person] = []
        self._talk, self._turns = talk, list[str]()
        self._session_uid, self._concerns = session_uid, list[str]()

    def line(self, pieces: tuple[Captured, ...]) -> None:
        """Write one line."""
        if self._talk is not None and pieces[0].mark is Mark.TURN:
            self._turn(self._talk, pieces[0])
            return
        self._talk = None
        if all(piece.mark is Mark.THIS_HOUR for piece in pieces):
            return
        kept = [piece for piece in pieces if piece.mark in KEPT]
        raised = next((piece for piece in pieces if piece.mark is Mark.CONCERN), None)
        if raised is not None and self._client.role != SELF:
            self._concern(raised, pieces)
            if not kept:
                return
            pieces = _beside(raised, kept)
            kept = list(pieces)
        if not kept:
            self._jotting(pieces)
            return
        moods = [self._mood(p, pieces) for p in kept if p.mark is Mark.MOOD]
        events = [self._event("event", p, pieces) for p in kept if p.mark is Mark.EVENT]
        events += [self._talked(p, pieces) for p in kept if p.mark is Mark.TALK]
        for piece in kept:
            if piece.mark in SPELLS:
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
            talks=uids.get("talk", ()),
            talk_events=uids.get("talk_event", ()),
            turns=tuple(self._turns),
            concerns=tuple(self._concerns),
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

    def _event(
        self, sort: str, piece: Captured, line: tuple[Captured, ...], title: str = ""
    ) -> Event:
        when = dict(self._happened)
        if piece.moment is not None:
            when = on_one_day(piece.moment)
            when["happened_words"] = piece.when.words[:120] if piece.when else ""
        elif piece.when is not None:
            when = dated("happened", piece.when)
        fields = validated(
            EventFields,
            title=piece.text or title or piece.words,
            category=piece.category,
            words=piece.words,
            **when,
        )
        row: Event = self._add(sort, Event, **fields.model_dump())
        for person in self._people(line):
            self._add("there", EventPerson, event_id=row.id, person_id=person.id)
        return row

    def _talked(self, piece: Captured, line: tuple[Captured, ...]) -> Event:
        """Write a talk with the people named, and the event it was."""
        people = self._people(line)
        title = talking.called(people)
        event = self._event("talk_event", piece, line, title)
        self._talk = talking.new(self._session, event, people, words=piece.words)
        self._written.setdefault("talk", []).append(self._talk)
        return event

    def _turn(self, talk: Talk, piece: Captured) -> None:
        """Write a turn; with whom the talk was is one of its two speakers, where it was one."""
        speaker = piece.speaker
        if speaker != ME:
            was_with = self._session.exec(
                select(Person.name).join(TalkPerson).where(TalkPerson.talk_id == talk.id)
            )
            speaker = Speakers.of("", was_with).find(speaker) or speaker
        self._turns.append(talking.say(self._session, talk, speaker, piece.text).uid)

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

    def _concern(self, piece: Captured, line: tuple[Captured, ...]) -> None:
        """Raise a concern of the kind that the line begins with, about whom it names.

        Of harm to self it is about nobody else: who is named may be who helps. It is of the moment
        it is raised; when something was stands in its words, which are the whole line.
        """
        kind, words = said_in(piece)
        named = [person.uid for person in self._people(line)]
        self._concerns.append(
            concerns.raise_concern(
                self._session,
                self._client.uid,
                kind,
                RaisedBy.MARK.value,
                people=() if kind == Kind.SELF else named,
                words=words,
                session_uid=self._session_uid,
                at=self._now,
            )
        )

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
            known = {folded(person.name) for person in self._new}
            if mention.is_new and folded(mention.typed) not in known:
                fields = validated(
                    PersonFields, name=mention.typed, added=self._now.day.isoformat()
                )
                self._new.append(self._add("person", Person, **fields.model_dump()))
        new = {folded(person.name): person for person in self._new}
        added = [new[folded(m.typed)] for m in mentioned if folded(m.typed) in new]
        people = [*_named(self._session, self._client, mentioned), *added]
        return list({person.id: person for person in people}.values())

    def _add(self, sort: str, table: Any, /, **values: Any) -> Any:
        row = table(client_id=self._client.id, **values)
        self._session.add(row)
        self._session.flush()
        self._written.setdefault(sort, []).append(row)
        return row


def _beside(raised: Captured, kept: list[Captured]) -> tuple[Captured, ...]:
    """Return what else a line that raises a concern keeps, without a word of the concern."""
    words = raised.words.lstrip()[kept[0].start - raised.start :]
    return tuple(replace(piece, words=words) for piece in kept)


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

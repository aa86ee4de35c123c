"""Talks, read: the list of a client's, and one of them opened."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.talk import (
    AlternativeLine,
    Choice,
    DifficultyLine,
    OptionLine,
    Talks,
    TurnLine,
    WishNews,
)
from ipt_tui.ipt.talk import Talk as TalkView
from ipt_tui.ipt.talk_vocabulary import Stage
from ipt_tui.ipt.timeline import Named
from ipt_tui.records import (
    Alternative,
    Client,
    Difficulty,
    Event,
    EventPerson,
    Expectation,
    Jotting,
    Mood,
    Option,
    Outcome,
    Person,
    Rehearsal,
    Talk,
    Turn,
)
from ipt_tui.records.talk import TalkFields
from ipt_tui.vault import rounds, set_aside
from ipt_tui.vault.clients import scale_of
from ipt_tui.vault.editing import one
from ipt_tui.vault.expectations import said_aloud
from ipt_tui.vault.felt import stood_around
from ipt_tui.vault.hidden import Hidden, hidden_for
from ipt_tui.vault.pointers import across_tie
from ipt_tui.vault.talk_lines import Lines
from ipt_tui.vault.talk_parts import wishes
from ipt_tui.vault.talk_veil import veiled_entries
from ipt_tui.vault.timeline import Asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipt_tui.ipt.talk import TalkLine

_TURN = (
    "speaker", "said", "tone", "body", "meant", "felt", "strength", "guessed_meant",
    "guessed_felt", "asked", "updated_at",
)  # fmt: skip
_OPTION = (
    "uid", "text", "pros", "cons", "likely", "on_me", "on_us", "feasible", "safe", "chosen",
    "updated_at",
)  # fmt: skip


def talks(
    session: Session,
    client_uid: str,
    today: date,
    person: str | None = None,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> Talks:
    """Return a client's talks, newest first; with `person`, a uid, those that were with them."""
    client = one(session, Client, client_uid)
    number = client.id or 0
    hidden = hidden_for(session, number, revealed)
    lines = sorted(Lines(session, number, hidden, day_starts_at), key=_order, reverse=True)
    only = next((n for n, who in hidden.people.items() if who.uid == person), None)
    named: Named | None = None
    if only is not None and person is not None:
        named = Named(person, "" if only in hidden.numbers else hidden.people[only].name)
        lines = [line for line in lines if any(who.uid == person for who in line.people)]
    wishes = said_aloud(session, number, today, only, revealed)
    return Talks(client.uid, client.code, today, tuple(lines), named, wishes)


def talk(
    session: Session,
    uid: str,
    today: date,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> TalkView:
    """Return one talk with all that belongs to it; a veiled one as its line alone.

    Raises Gone if there is none.
    """
    row = one(session, Talk, uid)
    client = session.get_one(Client, row.client_id)
    hidden = hidden_for(session, row.client_id, revealed)
    (line,) = Lines(session, row.client_id, hidden, day_starts_at, [row.id or 0])
    if line.veiled:
        return TalkView(line, client.uid, client.code, today)
    turns = session.exec(
        select(Turn).where(Turn.talk_id == row.id).order_by(col(Turn.position), col(Turn.id))
    ).all()
    uids = {turn.id: turn.uid for turn in turns}
    asked = Asked(today, revealed=revealed | {line.event}, day_starts_at=day_starts_at)
    before, after = stood_around(session, client.uid, line, asked)
    return TalkView(
        line,
        client.uid,
        client.code,
        today,
        row.model_dump(include=set(TalkFields.model_fields)),
        _others(session, row, line, hidden),
        tuple(who for n, who in hidden.people.items() if n not in hidden.numbers),
        tuple(
            TurnLine(turn.uid, number, *(getattr(turn, name) for name in _TURN))
            for number, turn in enumerate(turns, 1)
        ),
        tuple(
            DifficultyLine(d.uid, d.code, uids.get(d.turn_id))
            for d in session.exec(_of(Difficulty, row))
        ),
        tuple(
            AlternativeLine(
                a.uid, a.line, a.why, a.style, a.risk, uids.get(a.turn_id), a.updated_at
            )
            for a in session.exec(_of(Alternative, row))
        ),
        tuple(
            OptionLine(*(getattr(option, name) for name in _OPTION))
            for option in session.exec(_of(Option, row))
        ),
        rounds.of(session, Rehearsal.talk_id == row.id),
        line.tried,
        tuple(_news(session, row, line, hidden)),
        tuple(Choice(*wish) for wish in wishes(session, uid)),
        scale_of(client),
        before,
        after,
        row.updated_at,
        row.id in set_aside.talks(session, row.client_id),
    )  # fmt: skip


def unopened(
    session: Session,
    client: int,
    day_starts_at: time = DAY_STARTS_AT,
    most: int = 3,
    revealed: frozenset[str] = frozenset(),
) -> tuple[TalkLine, ...]:
    """Return the newest talks that are noted and not looked at; the veiled ones left out."""
    begun = select(Turn.talk_id).where(Turn.client_id == client)
    numbers = session.exec(
        select(Talk.id)
        .where(Talk.client_id == client, col(Talk.id).not_in(begun), Talk.result == "")
        .order_by(col(Talk.id).desc())
        .limit(4 * most)
    ).all()
    if not numbers:
        return ()
    hidden = hidden_for(session, client, revealed)
    lines = Lines(session, client, hidden, day_starts_at, [n for n in numbers if n])
    new = [line for line in lines if line.stage is Stage.NEW and not line.veiled]
    return tuple(sorted(new, key=_order, reverse=True)[:most])


def uid_of(session: Session, entry_uid: str) -> str | None:
    """Return the uid of the talk that an entry of the timeline leads to, None where there is none.

    It is the talk of an event, of the event a mood was tied to last, or the one made from a line.
    """
    uids = (entry_uid, across_tie(session, entry_uid))
    ways = (  # asked one after the other: as one question it reads every talk of the vault
        *((Talk.event_id, select(Event.id).where(Event.uid == uid)) for uid in uids if uid),
        (Talk.jotting_id, select(Jotting.id).where(Jotting.uid == entry_uid)),
    )
    for link, entry in ways:
        query = select(Talk.uid).where(col(link).in_(entry)).order_by(col(Talk.id)).limit(1)
        if (found := session.exec(query).first()) is not None:
            return found
    return None


def name_of(session: Session, uid: str, revealed: frozenset[str] = frozenset()) -> str:
    """Return the name of a person, "" for nobody and for one who is veiled."""
    person = session.exec(select(Person).where(Person.uid == uid)).first()
    may_name = person is not None and (not person.sensitive or uid in revealed)
    return person.name if person is not None and may_name else ""


def entry_words(
    session: Session, entry_uid: str, revealed: frozenset[str] = frozenset()
) -> str | None:
    """Return what a talk of an event, a mood or a line would be about; None where it is veiled.

    None as well for what no talk can be made of.
    """
    for table, words in _ENTRIES:
        row = session.exec(select(table).where(table.uid == entry_uid)).first()
        if row is not None:
            hidden = hidden_for(session, row.client_id, revealed)
            veiled = veiled_entries(session, hidden, table, (table.id == row.id,))
            return None if veiled else words(row)
    return None


_ENTRIES: tuple[tuple[Any, Any], ...] = (
    (Event, lambda event: event.title),
    (Mood, lambda mood: f"mood {mood.value}" + (f": {mood.feelings}" if mood.feelings else "")),
    (Jotting, lambda line: line.text),
)


def _of(table: Any, row: Talk) -> Any:
    return select(table).where(table.talk_id == row.id).order_by(table.id)


def _order(line: TalkLine) -> tuple[date, float, str]:
    """Return what talks are ordered by: day, then the time where one is known, then when noted."""
    instant = line.at.instant.timestamp() if line.at else 0.0
    return line.day or date.min, instant, line.uid


def _others(session: Session, row: Talk, line: TalkLine, hidden: Hidden) -> tuple[Named, ...]:
    """Return who else was there."""
    query = select(EventPerson.person_id).where(EventPerson.event_id == row.event_id)
    there = (hidden.people[n] for n in session.exec(query.order_by(col(EventPerson.id))))
    was_with = {person.uid for person in line.people}
    return tuple(person for person in there if person.uid not in was_with)


def _news(session: Session, row: Talk, line: TalkLine, hidden: Hidden) -> Iterator[WishNews]:
    """Yield what a talk changed for expectations, but for those of somebody else who is veiled."""
    query = (
        select(Outcome, Expectation)
        .join(Expectation, col(Expectation.id) == Outcome.expectation_id)
        .where(Outcome.talk_id == row.id)
        .order_by(col(Outcome.day), col(Outcome.id))
    )
    for outcome, wish in session.exec(query):
        whose = wish.person_id
        if whose in hidden.numbers and hidden.people[whose] not in line.people:
            continue
        day = date.fromisoformat(outcome.day)
        yield WishNews(wish.uid, wish.text, day, outcome.said, outcome.met)

"""What search says of an entry of the timeline: its day or title, and whether it is veiled."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, select

from ipt_tui.records import Event, EventPerson, Jotting, Mood, MoodPerson, Spell
from ipt_tui.vault.search_owners import Owner, day_of
from ipt_tui.vault.talk_veil import led_to

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ipt_tui.vault.hidden import Hidden

TABLES: dict[str, Any] = {"mood": Mood, "event": Event, "spell": Spell, "jotting": Jotting}
_PEOPLE: dict[str, Any] = {
    "mood": (MoodPerson.mood_id, MoodPerson.person_id),
    "event": (EventPerson.event_id, EventPerson.person_id),
}
_DAYS = {"mood": "at", "event": "first_day", "spell": "first_day", "jotting": "at"}


def entries(
    session: Session, kind: str, texts: Mapping[str, str], hidden: Callable[[int], Hidden]
) -> dict[str, Owner]:
    """Return whose the entries of one kind are; `texts` is all that each says, by its uid.

    `hidden` gives what must not be told of, by a client's number.
    """
    table = TABLES[kind]
    rows = session.exec(select(table).where(table.uid.in_(texts))).all()
    tied: set[int] = set()
    people: dict[int, list[int]] = defaultdict(list)
    if kind in _PEOPLE:
        here = table.id.in_([row.id for row in rows])
        for client in {row.client_id for row in rows}:
            tied |= hidden(client).tied(table, (here, table.client_id == client))
            if table is Event:
                tied |= led_to(session, hidden(client), client, Event)
        link, person = _PEOPLE[kind]
        for entry, somebody in session.execute(select(link, person).join(table).where(here)):
            people[entry].append(somebody)
    if table is Jotting:
        for client in {row.client_id for row in rows}:
            tied |= led_to(session, hidden(client), client, Jotting)
    return {
        row.uid: Owner(
            row.client_id,
            _title(kind, row),
            hidden(row.client_id).veils(
                row.uid,
                row.sensitive,
                people[row.id],
                (texts[row.uid], *_dated_by(row)),
                tied=row.id in tied,
            ),
        )
        for row in rows
    }


def _dated_by(row: Mood | Event | Spell | Jotting) -> list[str]:
    """Return the words an entry's date was said in, which may name something too."""
    return [getattr(row, name, "") for name in ("happened_words", "lasted_words")]


def _title(kind: str, row: Mood | Event | Spell | Jotting) -> str:
    when = day_of(getattr(row, _DAYS[kind]))
    if isinstance(row, Mood):
        return f"mood {row.value}, {when}"
    return when

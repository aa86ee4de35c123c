"""What search says of an entry of the timeline: its day or title, and whether it is veiled."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import text
from sqlmodel import Session, col, select

from ipt_tui.ipt.mentions import lines_naming
from ipt_tui.records import Event, Jotting, Mood, Person, Spell
from ipt_tui.vault.search_owners import Owner

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import TextClause

TABLES: dict[str, Any] = {"mood": Mood, "event": Event, "spell": Spell, "jotting": Jotting}
_DAYS = {"mood": "at", "event": "first_day", "spell": "first_day", "jotting": "at"}
_HIDING_MOOD = text(
    """WITH asked(id) AS (SELECT value FROM json_each(:ids))
SELECT x.mood_id, p.uid FROM mood_person x JOIN person p ON p.id = x.person_id
WHERE x.mood_id IN asked AND p.sensitive
UNION SELECT l.mood_id, p.uid FROM mood_link l JOIN event_person x ON x.event_id = l.event_id
JOIN person p ON p.id = x.person_id
WHERE l.mood_id IN asked AND l.status = 'tied' AND p.sensitive
UNION SELECT l.mood_id, e.uid FROM mood_link l JOIN event e ON e.id = l.event_id
WHERE l.mood_id IN asked AND l.status = 'tied' AND e.sensitive"""
)
_HIDING_EVENT = text(
    """SELECT x.event_id, p.uid FROM event_person x JOIN person p ON p.id = x.person_id
WHERE x.event_id IN (SELECT value FROM json_each(:ids)) AND p.sensitive"""
)
_HIDING: dict[str, TextClause] = {"mood": _HIDING_MOOD, "event": _HIDING_EVENT}


def entries(
    session: Session, kind: str, texts: Mapping[str, str], revealed: frozenset[str]
) -> dict[str, Owner]:
    """Return whose the entries of one kind are; `texts` is all that each says, by its uid."""
    table = TABLES[kind]
    rows = session.exec(select(table).where(table.uid.in_(texts))).all()
    hidden = _hidden(session, kind, [row.id for row in rows], revealed)
    people = _hidden_people(session, {row.client_id for row in rows}, revealed)
    return {
        row.uid: Owner(
            row.client_id,
            _title(kind, row),
            row.uid not in revealed
            and (
                row.sensitive
                or row.id in hidden
                or any(lines_naming(name, texts[row.uid]) for name in people[row.client_id])
            ),
        )
        for row in rows
    }


def _hidden(session: Session, kind: str, numbers: list[int], revealed: frozenset[str]) -> set[int]:
    """Return the numbers of those entries that something sensitive belongs to."""
    if kind not in _HIDING:
        return set()
    found = session.execute(_HIDING[kind], {"ids": json.dumps(numbers)})
    return {number for number, uid in found if uid not in revealed}


def _hidden_people(
    session: Session, clients: set[int], revealed: frozenset[str]
) -> Mapping[int, list[str]]:
    """Return the names of the sensitive people of each client."""
    names: dict[int, list[str]] = defaultdict(list)
    query = select(Person.client_id, Person.name, Person.uid).where(
        col(Person.client_id).in_(clients), col(Person.sensitive)
    )
    for client, name, uid in session.exec(query):
        if uid not in revealed:
            names[client].append(name)
    return names


def _title(kind: str, row: Mood | Event | Spell | Jotting) -> str:
    stored = getattr(row, _DAYS[kind])[:10]
    day = date.fromisoformat(stored) if stored else None
    when = f"{day.day} {day:%b} {day.year}" if day and day.year > 1 else ""
    if isinstance(row, Mood):
        return f"mood {row.value}, {when}"
    return when

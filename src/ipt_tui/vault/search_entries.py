"""What search says of an entry of the timeline: its day or title, and whether it is veiled."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import text
from sqlmodel import Session, col, select

from ipt_tui.ipt.mentions import lines_naming
from ipt_tui.records import Event, Jotting, Mood, Person, Spell

if TYPE_CHECKING:
    from sqlalchemy import TextClause

TABLES: dict[str, Any] = {"mood": Mood, "event": Event, "spell": Spell, "jotting": Jotting}
_DAYS = {"mood": "at", "event": "first_day", "spell": "first_day", "jotting": "at"}
_HIDING_MOOD = text(
    """SELECT p.uid FROM mood_person x JOIN person p ON p.id = x.person_id
WHERE x.mood_id = :id AND p.sensitive
UNION SELECT p.uid FROM mood_link l JOIN event_person x ON x.event_id = l.event_id
JOIN person p ON p.id = x.person_id WHERE l.mood_id = :id AND l.status = 'tied' AND p.sensitive
UNION SELECT e.uid FROM mood_link l JOIN event e ON e.id = l.event_id
WHERE l.mood_id = :id AND l.status = 'tied' AND e.sensitive"""
)
_HIDING_EVENT = text(
    """SELECT p.uid FROM event_person x JOIN person p ON p.id = x.person_id
WHERE x.event_id = :id AND p.sensitive"""
)
_HIDING: dict[str, TextClause] = {"mood": _HIDING_MOOD, "event": _HIDING_EVENT}


class FoundEntry(NamedTuple):
    """An entry that was found: whose it is, what it is called, whether it is veiled."""

    client_id: int
    title: str
    veiled: bool


def found_entry(
    session: Session, kind: str, uid: str, whole: str, revealed: frozenset[str]
) -> FoundEntry | None:
    """Return what is to be said of an entry; `whole` is all its text. None if it is gone."""
    table = TABLES[kind]
    row = session.exec(select(table).where(table.uid == uid)).first()
    if row is None:
        return None
    veiled = uid not in revealed and (
        row.sensitive
        or _hidden(session, kind, row.id or 0, revealed)
        or _tells_of_hidden(session, row.client_id, whole, revealed)
    )
    return FoundEntry(row.client_id, _title(kind, row), veiled)


def _hidden(session: Session, kind: str, number: int, revealed: frozenset[str]) -> bool:
    if kind not in _HIDING:
        return False
    return any(uid not in revealed for (uid,) in session.execute(_HIDING[kind], {"id": number}))


def _tells_of_hidden(session: Session, client: int, whole: str, revealed: frozenset[str]) -> bool:
    hidden = select(Person.name, Person.uid).where(
        Person.client_id == client, col(Person.sensitive)
    )
    return any(
        uid not in revealed and lines_naming(name, whole) for name, uid in session.execute(hidden)
    )


def _title(kind: str, row: Mood | Event | Spell | Jotting) -> str:
    stored = getattr(row, _DAYS[kind])[:10]
    day = date.fromisoformat(stored) if stored else None
    when = f"{day.day} {day:%b} {day.year}" if day and day.year > 1 else ""
    if isinstance(row, Mood):
        return f"mood {row.value}, {when}"
    return when

"""What search says of an entry of the timeline: its day or title, and whether it is veiled."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import text
from sqlmodel import Session, select

from ipt_tui.records import Event, Jotting, Mood, Spell
from ipt_tui.vault.hidden import Hidden
from ipt_tui.vault.search_owners import Owner

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import TextClause

TABLES: dict[str, Any] = {"mood": Mood, "event": Event, "spell": Spell, "jotting": Jotting}
_DAYS = {"mood": "at", "event": "first_day", "spell": "first_day", "jotting": "at"}
_PEOPLE: dict[str, TextClause] = {
    "mood": text(
        """WITH asked(id) AS (SELECT value FROM json_each(:ids))
SELECT x.mood_id, p.uid FROM mood_person x JOIN person p ON p.id = x.person_id
WHERE x.mood_id IN asked AND p.sensitive
UNION SELECT l.mood_id, p.uid FROM mood_link l JOIN event_person x ON x.event_id = l.event_id
JOIN person p ON p.id = x.person_id
WHERE l.mood_id IN asked AND l.status = 'tied' AND p.sensitive"""
    ),
    "event": text(
        """WITH asked(id) AS (SELECT value FROM json_each(:ids))
SELECT x.event_id, p.uid FROM event_person x JOIN person p ON p.id = x.person_id
WHERE x.event_id IN asked AND p.sensitive
UNION SELECT l.event_id, p.uid FROM mood_link l JOIN mood_person x ON x.mood_id = l.mood_id
JOIN person p ON p.id = x.person_id
WHERE l.event_id IN asked AND l.status = 'tied' AND p.sensitive"""
    ),
}
"""Who that is sensitive belongs to an entry, by itself or by what it is tied to."""
_TIED: dict[str, TextClause] = {
    "mood": text(
        """SELECT l.mood_id, e.client_id, e.uid, e.sensitive,
e.title || char(10) || e.note || char(10) || e.words
FROM mood_link l JOIN event e ON e.id = l.event_id
WHERE l.mood_id IN (SELECT value FROM json_each(:ids)) AND l.status = 'tied'"""
    ),
    "event": text(
        """SELECT l.event_id, m.client_id, m.uid, m.sensitive,
m.feelings || char(10) || m.note || char(10) || m.words
FROM mood_link l JOIN mood m ON m.id = l.mood_id
WHERE l.event_id IN (SELECT value FROM json_each(:ids)) AND l.status = 'tied'"""
    ),
}
"""What an entry is tied to, and all that says."""


def entries(
    session: Session, kind: str, texts: Mapping[str, str], revealed: frozenset[str]
) -> dict[str, Owner]:
    """Return whose the entries of one kind are; `texts` is all that each says, by its uid."""
    table = TABLES[kind]
    rows = session.exec(select(table).where(table.uid.in_(texts))).all()
    words = {
        client: Hidden(session, client, revealed) for client in {row.client_id for row in rows}
    }
    hidden = _hidden(session, kind, [row.id for row in rows], words, revealed)
    return {
        row.uid: Owner(
            row.client_id,
            _title(kind, row),
            row.uid not in revealed
            and (
                row.sensitive
                or row.id in hidden
                or words[row.client_id].in_any([texts[row.uid], *_dated_by(row)])
            ),
        )
        for row in rows
    }


def _dated_by(row: Mood | Event | Spell | Jotting) -> list[str]:
    """Return the words an entry's date was said in, which may name something too."""
    return [getattr(row, name, "") for name in ("happened_words", "lasted_words")]


def _hidden(
    session: Session,
    kind: str,
    numbers: list[int],
    words: Mapping[int, Hidden],
    revealed: frozenset[str],
) -> set[int]:
    """Return the numbers of those entries that belong to somebody or something sensitive."""
    if kind not in _PEOPLE:
        return set()
    asked = {"ids": json.dumps(numbers)}
    found = {number for number, uid in session.execute(_PEOPLE[kind], asked) if uid not in revealed}
    return found | {
        number
        for number, client, uid, sensitive, said in session.execute(_TIED[kind], asked)
        if uid not in revealed and (sensitive or words[client].in_any([said]))
    }


def _title(kind: str, row: Mood | Event | Spell | Jotting) -> str:
    stored = getattr(row, _DAYS[kind])[:10]
    day = date.fromisoformat(stored) if stored else None
    when = f"{day.day} {day:%b} {day.year}" if day and day.year > 1 else ""
    if isinstance(row, Mood):
        return f"mood {row.value}, {when}"
    return when

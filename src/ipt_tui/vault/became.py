"""What a line of a note became: the entries that were made of it, known again and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.audience import listed
from ipt_tui.records import Event, EventPerson, Mood, MoodLink, MoodPerson, Practice, Spell, Todo
from ipt_tui.vault.errors import NotValid

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

_TABLES: dict[str, Any] = {
    "mood": Mood, "event": Event, "spell": Spell, "practice": Practice, "todo": Todo,
}  # fmt: skip
_CALLED = {"mood": "a mood", "event": "an event", "spell": "a spell", "practice": "a practice",
           "todo": "a to-do"}  # fmt: skip
_SAID: dict[str, tuple[str, ...]] = {
    "mood": ("at", "offset", "known", "kind", "since", "value", "scale_low", "scale_high",
             "low_words", "high_words", "better", "feelings", "note", "words"),
    "event": ("title", "happened", "happened_words", "first_day", "last_day", "at", "offset",
              "known", "category", "words"),
    "spell": ("kind", "name", "lasted", "lasted_words", "first_day", "last_day", "words"),
    "practice": ("what", "when_words", "person_id"),
    "todo": ("text",),
}  # fmt: skip
"""What of an entry its line says; the rest was told elsewhere and stays."""
_MOST = 20
"""More entries than these of one line are not known again."""
OTHERWISE = "What this line became was changed or removed since; change it there."


def called(**uids: Iterable[str]) -> str:
    """Return how entries are kept with their line: "mood:019a… event:019a…"."""
    return " ".join([f"{sort}:{uid}" for sort, found in uids.items() for uid in found][:_MOST])


def standing(session: Session, kept: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return of lines, by their entries, what these are and as what they were typed.

    A line of which an entry is gone is not among them; what is sensitive is not told.
    """
    wanted = {entries: _pairs(entries) for entries in kept if entries}
    uids = [pair for pairs in wanted.values() for pair in pairs]
    rows: dict[tuple[str, str], Any] = {}
    for sort, table in _TABLES.items():
        here = {uid for of, uid in uids if of == sort}
        for row in session.exec(select(table).where(col(table.uid).in_(here))) if here else ():
            rows[sort, row.uid] = row
    return {
        entries: (
            listed([_told(sort, rows[sort, uid]) for sort, uid in pairs]),
            _typed(rows[pairs[0]]),
        )
        for entries, pairs in wanted.items()
        if all(pair in rows for pair in pairs)
    }


def unchanged(session: Session, entries: str, since: datetime) -> tuple[tuple[str, Any], ...]:
    """Return the rows of entries, each with its sort.

    Raises NotValid where one was changed or removed after `since`, when its line was taken.
    """
    rows = []
    for sort, uid in _pairs(entries):
        table = _TABLES[sort]
        row = session.exec(select(table).where(col(table.uid) == uid)).first()
        if row is None or row.updated_at > since:
            raise NotValid(OTHERWISE)
        rows.append((sort, row))
    return tuple(rows)


def sorts(rows: Iterable[tuple[str, Any]]) -> str:
    """Return what rows are: "a mood and an event"."""
    return listed([_CALLED[sort] for sort, _ in rows])


def pour(session: Session, were: Sequence[tuple[str, Any]], made: str) -> str:
    """Put what was made of an altered line into what it was before; return the entries it is now.

    What stands for nothing that was there stays as it was made, and what the line says no more
    stays too.
    """
    old = list(were)
    now = [(sort, row.uid) for sort, row in were]
    for sort, uid in _pairs(made):
        table = _TABLES[sort]
        new = session.exec(select(table).where(col(table.uid) == uid)).one()
        before = next((each for each in old if each[0] == sort), None)
        if before is None:
            now.append((sort, uid))
            continue
        old.remove(before)
        _put(session, sort, new, before[1])
    return " ".join(f"{sort}:{uid}" for sort, uid in now[:_MOST])


def _put(session: Session, sort: str, new: Any, row: Any) -> None:
    """Put what `new` says into `row`, with whom it names and what it is tied to; `new` goes."""
    for name in _SAID[sort]:
        setattr(row, name, getattr(new, name))
    if sort in ("mood", "event"):
        named: Any = MoodPerson if sort == "mood" else EventPerson
        own = f"{sort}_id"
        for link in session.exec(select(named).where(getattr(named, own) == row.id)).all():
            session.delete(link)
        session.flush()
        for link in session.exec(select(named).where(getattr(named, own) == new.id)).all():
            setattr(link, own, row.id)
        _tie(session, own, new.id, row.id)
    session.flush()
    session.delete(new)
    session.flush()


def _tie(session: Session, own: str, new: int, row: int) -> None:
    """Tie a row to what `new` is tied to, each once."""
    other = "event_id" if own == "mood_id" else "mood_id"
    mine: Any = getattr(MoodLink, own)
    tied = {getattr(link, other) for link in session.exec(select(MoodLink).where(mine == row))}
    for link in session.exec(select(MoodLink).where(mine == new)).all():
        if getattr(link, other) in tied:
            session.delete(link)
        else:
            setattr(link, own, row)
    session.flush()


def _pairs(entries: str) -> tuple[tuple[str, str], ...]:
    """Return the sort and the uid of each; what no program of this version wrote is left out."""
    pairs = [each.split(":", 1) for each in entries.split() if ":" in each]
    return tuple((sort, uid) for sort, uid in pairs if sort in _TABLES)


def _told(sort: str, row: Any) -> str:
    """Return "mood 5", "an event": no words, which may be about somebody veiled."""
    return f"mood {row.value}" if sort == "mood" and not row.sensitive else _CALLED[sort]


def _typed(row: Any) -> str:
    return str(getattr(row, "words", "") or getattr(row, "what", "") or getattr(row, "text", ""))

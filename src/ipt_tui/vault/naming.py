"""How many entries of the timeline and how many talks name somebody, and which is the newest."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from sqlalchemy import func, text
from sqlmodel import Session, col, select

from ipt_tui.ipt.timeline_phrases import titled
from ipt_tui.records import Event, Person, Talk, TalkPerson
from ipt_tui.vault.hidden import hidden_for
from ipt_tui.vault.talk_veil import led_to

_COUNTS = text(
    """WITH told(mood, person) AS (
  SELECT mood_id, person_id FROM mood_person WHERE client_id = :client
  UNION SELECT l.mood_id, e.person_id FROM mood_link l
  JOIN event_person e ON e.event_id = l.event_id WHERE l.client_id = :client
  AND l.status = 'tied'),
alone(person) AS (
  SELECT e.person_id FROM event_person e WHERE e.client_id = :client AND NOT EXISTS (
    SELECT 1 FROM mood_link l WHERE l.event_id = e.event_id AND l.status = 'tied'))
SELECT person, count(*) FROM (
  SELECT t.person FROM told t JOIN mood m ON m.id = t.mood WHERE substr(m.at, 1, 10) <= :day
  UNION ALL SELECT person FROM alone) GROUP BY person"""
)
_LATEST = text(
    """SELECT x.person_id, e.id, max(e.first_day) FROM event_person x
JOIN event e ON e.id = x.event_id
WHERE x.client_id = :client AND e.first_day = e.last_day AND e.first_day <= :day
AND NOT e.sensitive AND NOT EXISTS (
  SELECT 1 FROM event_person y JOIN person p ON p.id = y.person_id
  WHERE y.event_id = e.id AND p.sensitive)
GROUP BY x.person_id"""
)


def entries_naming(session: Session, client: int, day: str) -> dict[int, tuple[int, str]]:
    """Return, by a person's number, in how many entries they are named by the ISO date `day`.

    With it comes the newest dated event, "12 Nov, asked Sam for Tuesdays"; nothing veiled.
    """
    asked = {"client": client, "day": day}
    newest = {person: event for person, event, on in session.execute(_LATEST, asked) if on}
    told = _told(session, client, set(newest.values()))
    found: dict[int, tuple[int, str]] = defaultdict(lambda: (0, ""))
    for person, count in session.execute(_COUNTS, asked):
        found[person] = (count, told.get(newest.get(person, 0), ""))
    return found


def newest_with(session: Session, person: Person, day: str) -> str | None:
    """Return the uid of the newest dated event with a person by the ISO date `day`; none veiled."""
    asked = {"client": person.client_id, "day": day}
    newest = {who: event for who, event, on in session.execute(_LATEST, asked) if on}
    number = newest.get(person.id)
    if number is None or number not in _told(session, person.client_id, {number}):
        return None
    return session.get_one(Event, number).uid


def _told(session: Session, client: int, numbers: set[int]) -> dict[int, str]:
    """Return the day and title of those events that are not veiled, by their numbers."""
    hidden = hidden_for(session, client, frozenset())
    here = (col(Event.id).in_(numbers),)
    veiled = hidden.tied(Event, here) | led_to(session, hidden, client, Event)
    found: dict[int, str] = {}
    for event in session.exec(select(Event).where(*here)):
        texts = event.title, event.note, event.words, event.happened_words
        if hidden.veils(event.uid, event.sensitive, (), texts, tied=event.id in veiled):
            continue
        day = date.fromisoformat(event.first_day)
        found[event.id or 0] = f"{day.day} {day:%b}, {titled(event.title)}"
    return found


def talks_with(session: Session, client: int, day: str) -> dict[int, tuple[int, str]]:
    """Return how many talks were with each person by the ISO date `day`, and the newest day.

    A talk of which nobody has said when counts too, and has no day.
    """
    query = (
        select(TalkPerson.person_id, func.count(), func.max(Event.first_day))
        .join(Talk, col(Talk.id) == TalkPerson.talk_id)
        .join(Event, col(Event.id) == Talk.event_id)
        .where(TalkPerson.client_id == client, Event.first_day <= day)
        .group_by(col(TalkPerson.person_id))
    )
    return {person: (count, newest or "") for person, count, newest in session.exec(query)}

"""Where texts that were begun wait: the area and whom or what they are about, never the text.

A place is the name of a field: "<uid>:field:like" of whatever the uid is of, or a word of its own
before the client's uid, such as "capture:<uid>".
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from sqlmodel import Session, col, func, select

from ipt_tui.ipt.dates import short
from ipt_tui.ipt.overview import CAPTURE, REVIEW, DraftAt
from ipt_tui.records import (
    Client,
    Draft,
    Event,
    Goal,
    Jotting,
    Mood,
    Person,
    Practice,
    Spell,
    Talk,
)

if TYPE_CHECKING:
    from typing import Any

_ABOUT: tuple[tuple[Any, str], ...] = (
    (Person, "people"), (Talk, "talks"), (Event, "timeline"), (Mood, "timeline"),
    (Jotting, "timeline"), (Spell, "timeline"), (Goal, "working"), (Practice, "working"),
)  # fmt: skip
_DAY = re.compile(r"[0-9]{4}-[01][0-9]-[0-3][0-9]")
_OWN_WORDS = {
    "capture": DraftAt(CAPTURE, "in the line that c opens"),
    "carried": DraftAt("", "where a digit was asked for"),
    "people": DraftAt("people"),
    "new-goal": DraftAt("working"),
    "new-try": DraftAt("working"),
    "client": DraftAt("", "in the form that e opens"),
    "plan": DraftAt("", "in the safety plan"),
}


def waiting(session: Session, client: Client, today: date) -> tuple[DraftAt, ...]:
    """Return where the texts of a client wait, the newest first; nobody sensitive is named."""
    newest = func.max(Draft.updated_at)
    places = session.exec(
        select(Draft.place)
        .where(col(Draft.client_id) == client.id)
        .group_by(col(Draft.place))
        .order_by(newest.desc(), func.max(col(Draft.id)).desc())
    )
    return tuple(_at(session, place, today) for place in places)


def _at(session: Session, place: str, today: date) -> DraftAt:
    first, _, rest = place.partition(":")
    if first == REVIEW:
        day = _DAY.search(rest)
        words = f" of {short(date.fromisoformat(day[0]), today)}" if day else ""
        return DraftAt(REVIEW, f"in an evening{words}")
    if first in _OWN_WORDS:
        return _OWN_WORDS[first]
    for table, area in _ABOUT:
        row = session.exec(select(table).where(table.uid == first)).first()
        if row is not None:
            named = row.name if table is Person and not row.sensitive else ""
            return DraftAt(area, f"in People, {named}" if named else "", first)
    return DraftAt()

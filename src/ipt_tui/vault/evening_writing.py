"""What every answer of an evening is written with: whose record, where one is, which moment."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt import feelings, moments
from ipt_tui.ipt.captured import Captured
from ipt_tui.ipt.heard import on_scale, was
from ipt_tui.ipt.regions import is_southern
from ipt_tui.records import Client, Event, EventPerson, Person, Talk
from ipt_tui.vault import noting, talk_begin
from ipt_tui.vault.clients import scale_of
from ipt_tui.vault.dating import on_one_day
from ipt_tui.vault.editing import one
from ipt_tui.vault.reviewing import LOOK, Place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import time

    from ipt_tui.ipt.capture_dates import Said
    from ipt_tui.ipt.moments import Moment

_MOOD = re.compile(r"([-−+]?\d+)(?:\s*+[,:;.]\s*+|\s++|$)(?!\d)(.*)", re.DOTALL)
"""A number, and words after it; "3.5", "6:30" and "3 4" are no one number."""


@dataclass(slots=True)
class Writing:
    """Writes one answer; `place` remembers what it made, `revealed` holds what was unveiled."""

    session: Session
    client: Client
    place: Place
    now: Moment
    starts: time
    revealed: frozenset[str] = frozenset()

    def row(self, table: Any, name: str) -> Any:
        """Return what was noted before under a name, None where it is not there."""
        return self.place.row(self.session, table, name)

    def note(self, happened: Mapping[str, Any] | None = None, **piece: Any) -> noting.Noted:
        """Note one piece, of this moment; an event is of the day of the evening, if of no other."""
        whole = happened or on_one_day(moments.on_day(day_of(self.place)))
        captured = Captured(line=0, **piece)
        return noting.note(self.session, self.client.uid, [captured], self.now, happened=whole)

    def rated(self, typed: str) -> tuple[int, str]:
        """Read a number on the client's scale, and the feelings that may follow it."""
        found = _MOOD.fullmatch(typed)
        value = on_scale(found[1] if found else typed, scale_of(self.client))
        return value, ", ".join(feelings.split(found[2])) if found else ""

    def was(self, typed: str) -> Said:
        """Read when tonight's moment was. Raises NotHeard, also for what is still to come."""
        southern = is_southern(self.client.region)
        day = day_of(self.place)
        return was(typed, day, self.now, southern=southern, day_starts_at=self.starts)

    def event(self) -> Event:
        """Return tonight's moment. Raises Gone where it was taken back."""
        return one(self.session, Event, self.place.uids.get("event", ""))

    def there(self) -> list[Person]:
        """Return who was in tonight's moment."""
        query = select(Person).join(EventPerson, col(EventPerson.person_id) == Person.id)
        query = query.where(EventPerson.event_id == self.event().id)
        return list(self.session.exec(query.order_by(col(EventPerson.id))))

    def looked_at(self) -> str:
        """Return the uid of the talk that is looked at: the one put aside, or tonight's."""
        if self.place.chosen.get("aside") == LOOK:
            return one(self.session, Talk, self.place.looked_at).uid
        return self.tonight()

    def tonight(self) -> str:
        """Return the uid of the talk of tonight's moment; it is begun where there is none."""
        there = [person.uid for person in self.there()]
        uid = talk_begin.begin(self.session, self.event().uid, there)
        self.place.uids["talk"] = uid
        return uid


def day_of(place: Place) -> date:
    """Return the day an evening was begun."""
    return date.fromisoformat(place.day)

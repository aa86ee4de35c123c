"""Who is not safe to be with, by anything that is told of them: nothing leads to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.people import View
from ipt_tui.ipt.safety_plan import Stands, is_unsafe
from ipt_tui.ipt.standing import effective
from ipt_tui.ipt.talk_vocabulary import Safe
from ipt_tui.records import Person, Talk, TalkPerson
from ipt_tui.vault.hidden import SHORTEST_PART
from ipt_tui.vault.people import standings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

NOT_SAFE = (Safe.NO.value, Safe.UNSURE.value)
"""What is told of a talk that it is not safe, or not surely, to say something in."""


@dataclass(frozen=True, slots=True)
class Unsafe:
    """Those who are not safe to be with: their names by their uids; and the uids of such talks."""

    people: Mapping[str, str]
    talks: frozenset[str]

    def is_about(self, person: str | None, talk: str | None, *texts: str) -> bool:
        """Whether something is with one of them, grew out of such a talk, or names one of them."""
        return person in self.people or talk in self.talks or any(map(self._named_in, texts))

    def _named_in(self, text: str) -> bool:
        words = set(_words(text))
        return any(
            words.issuperset(parts) or any(len(p) >= SHORTEST_PART and p in words for p in parts)
            for parts in map(_words, self.people.values())
        )


def unsafe(session: Session, client: int, today: date) -> Unsafe:
    """Return who is not safe to be with, of one client, on a day.

    That is whoever is marked so on the circle, and whoever was in a talk of which it is told that
    saying something may put somebody in danger.
    """
    talks = session.exec(
        select(Talk.id, Talk.uid).where(Talk.client_id == client, col(Talk.safe).in_(NOT_SAFE))
    ).all()
    numbers = [number for number, _ in talks]
    there = select(TalkPerson.person_id).where(col(TalkPerson.talk_id).in_(numbers))
    in_talks = set(session.exec(there)) if numbers else set()
    rows = standings(session, client)
    found = {}
    for person in session.exec(select(Person).where(Person.client_id == client)):
        own = (row for row in rows if row.person_uid == person.uid)
        now = effective(own, View.NOW, today.isoformat())
        quality = now.quality if now else None
        stands = Stands(person.name, quality, None, person.life, person.knows, person.argue_outcome)
        if person.id in in_talks or is_unsafe(stands):
            found[person.uid] = person.name
    return Unsafe(found, frozenset(uid for _, uid in talks))


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", folded(text))

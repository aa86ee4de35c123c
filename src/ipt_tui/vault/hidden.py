"""What must not be told of: the words by which somebody or something sensitive is named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from ipt_tui.ipt.capture_names import Names
from ipt_tui.ipt.folding import folded
from ipt_tui.records import Event, Person

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORTEST_TITLE = 4
"""A title of fewer letters is a word like any other."""


class Hidden:
    """Finds in a text the names of sensitive people, in whole or by @, and sensitive titles."""

    def __init__(self, session: Session, client: int, revealed: frozenset[str]) -> None:
        """Read what is sensitive for one client and not revealed."""
        people = session.execute(
            select(Person.name, Person.uid, Person.sensitive).where(Person.client_id == client)
        ).all()
        titles = session.execute(
            select(Event.title, Event.uid).where(Event.client_id == client, col(Event.sensitive))
        ).all()
        self.names = frozenset(
            name for name, uid, sensitive in people if sensitive and uid not in revealed
        )
        words = [*self.names, *(t for t, uid in titles if uid not in revealed and _is_title(t))]
        self._told = _finding(words)
        self._all = Names([name for name, _, _ in people])

    def in_any(self, texts: Iterable[str]) -> bool:
        """Whether any of these texts tells of somebody or something hidden."""
        return any(self._in(text) for text in texts if text)

    def _in(self, text: str) -> bool:
        if self._told is not None and self._told.search(folded(text)):
            return True
        if not self.names or "@" not in text:
            return False
        said = (named.who for named in self._all.mentions(text))
        return any(who.name in self.names or self.names & set(who.could_be) for who in said)


def _is_title(title: str) -> bool:
    return len(title.strip()) >= SHORTEST_TITLE


def _finding(words: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds any of these as whole words in folded text, None for none."""
    known = [re.escape(folded(word.strip())) for word in words if word.strip()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(known)})(?!\w)") if known else None

"""What must not be told of: the words by which somebody or something sensitive is named.

The one rule of the veil: an entry is veiled that is marked sensitive, that names somebody
sensitive (by a link or in its words), or that is tied to such an entry; unless it is revealed.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import true
from sqlmodel import Session, col, select

from ipt_tui.ipt.capture_names import Names
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.timeline import Named
from ipt_tui.records import Event, EventPerson, Mood, MoodLink, MoodPerson, Person

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHORTEST_PART = 3
"""A part of a name of fewer letters says nobody's."""
SHORTEST_TITLE = 4
"""A title of fewer letters is a word like any other."""
_FORMS = frozenset("mrs miss sir aunt auntie uncle prof frau herr mme madame".split())
_MOOD = (
    Mood, MoodLink.mood_id, MoodPerson.mood_id, MoodPerson.person_id,
    (Mood.note, Mood.words, Mood.feelings),
)  # fmt: skip
_EVENT = (
    Event, MoodLink.event_id, EventPerson.event_id, EventPerson.person_id,
    (Event.title, Event.note, Event.words, Event.happened_words),
)  # fmt: skip
_TIED: dict[Any, tuple[Any, Any]] = {Mood: (_MOOD, _EVENT), Event: (_EVENT, _MOOD)}
"""How a table and the one it is tied to are found: table, link, who is there, what it says."""


class Everything(frozenset[str]):
    """The uids of whatever there is, for who asks to see all of it."""

    def __contains__(self, uid: object) -> bool:
        """Everything is in it."""
        return True

    def __or__(self, other: object) -> Everything:
        """There is nothing to add."""
        return self

    __ror__ = __or__

    def __bool__(self) -> bool:
        """It is not empty, though nothing can be counted in it."""
        return True


EVERYTHING = Everything()


def shown(revealed: frozenset[str]) -> Any:
    """Return the condition that a person is not sensitive, or revealed."""
    return (
        true() if revealed is EVERYTHING else ~col(Person.sensitive) | col(Person.uid).in_(revealed)
    )


def hidden_for(session: Session, client: int, revealed: frozenset[str]) -> Hidden:
    """Return what must not be told of one client; within one reading it is found once."""
    found = session.info.get("hidden")
    if found is None:  # while something is written it may change
        return Hidden(session, client, revealed)
    which = client, revealed is EVERYTHING, revealed
    if which not in found:
        found[which] = Hidden(session, client, revealed)
    return found[which]  # type: ignore[no-any-return]


class Hidden:
    """Knows the people of one client, and who and what among them must not be told of.

    `people` are all of them by their numbers, in the order they were added, `numbers` and
    `names` those who are sensitive and not revealed.
    """

    def __init__(self, session: Session, client: int, revealed: frozenset[str]) -> None:
        """Read what is sensitive for one client and not revealed."""
        self._session, self._revealed = session, revealed
        people = session.execute(
            select(Person.id, Person.uid, Person.name, Person.sensitive)
            .where(Person.client_id == client)
            .order_by(col(Person.id))
        ).all()
        titles = session.execute(
            select(Event.title, Event.uid).where(Event.client_id == client, col(Event.sensitive))
        ).all()
        self.people = {number: Named(uid, name) for number, uid, name, _ in people}
        self.numbers = frozenset(
            n for n, uid, _, hidden in people if hidden and uid not in revealed
        )
        self.names = frozenset(self.people[number].name for number in self.numbers)
        words = [
            *self.names,
            *self._parts_of_names(),
            *(t for t, uid in titles if uid not in revealed and _is_title(t)),
        ]
        self._told = _finding(words)
        self.all_names = Names([named.name for named in self.people.values()])

    @property
    def has_words(self) -> bool:
        """Whether any text can be veiled by what it says."""
        return self._told is not None or bool(self.names)

    def _parts_of_names(self) -> Iterator[str]:
        """Yield the parts of hidden names by which nobody else is called."""
        others = Counter(
            folded(part) for named in self.people.values() for part in set(named.name.split())
        )
        for name in self.names:
            for part in name.split():
                if _is_somebody(part) and others[folded(part)] == 1:
                    yield part

    def veils(
        self,
        uid: str,
        sensitive: bool,
        people: Iterable[int],
        texts: Iterable[str],
        *,
        tied: bool = False,
    ) -> bool:
        """Whether an entry is veiled; `tied` says that it is tied to what is veiled of itself."""
        if uid in self._revealed:
            return False
        return sensitive or tied or not self.numbers.isdisjoint(people) or self.in_any(texts)

    def tied(self, table: Any, within: Iterable[Any]) -> set[int]:
        """Return the numbers of those moods, or events, that are tied to what is veiled of itself.

        `table` is Mood or Event, `within` the conditions on it. A tie to somebody sensitive counts
        even where the other entry is revealed: each is shown by itself.
        """
        (own, own_link, _, _, _), (other, link, there, person, texts) = _TIED[table]
        query = (
            select(own_link, other.uid, other.sensitive, person, *texts)
            .join(own, col(own.id) == own_link)
            .join(other, col(other.id) == link)
            .join(person.class_, col(there) == link, isouter=True)
            .where(*within, MoodLink.status == "tied")
        )
        return {
            number
            for number, uid, sensitive, somebody, *said in self._session.execute(query)
            if somebody in self.numbers or self.veils(uid, sensitive, (), said)
        }

    @cached_property
    def _everyone(self) -> re.Pattern[str] | None:
        names = (named.name for named in self.people.values())
        return _finding(sorted(names, key=len, reverse=True))

    def named_in(self, text: str) -> list[Named]:
        """Return the people whom a text names, by an @ or by their whole names."""
        said = {named.who.name for named in self.all_names.mentions(text)}
        told = set(self._everyone.findall(folded(text))) if self._everyone else set()
        people = self.people.values()
        return [who for who in people if who.name in said or folded(who.name.strip()) in told]

    def in_any(self, texts: Iterable[str]) -> bool:
        """Whether any of these texts tells of somebody or something hidden."""
        return any(self._in(text) for text in texts if text)

    def _in(self, text: str) -> bool:
        if self._told is not None and self._told.search(folded(text)):
            return True
        if not self.names or "@" not in text:
            return False
        said = (named.who for named in self.all_names.mentions(text))
        return any(who.name in self.names or self.names & set(who.could_be) for who in said)


def _is_somebody(part: str) -> bool:
    """Whether a part of a name is one by itself: "Berg" is, "my", "the" and "Mrs" are not."""
    return len(part) >= SHORTEST_PART and part[0].isupper() and folded(part) not in _FORMS


def _is_title(title: str) -> bool:
    return len(title.strip()) >= SHORTEST_TITLE


def _finding(words: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds any of these as whole words in folded text, None for none."""
    known = [re.escape(folded(word.strip())) for word in words if word.strip()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(known)})(?!\w)") if known else None

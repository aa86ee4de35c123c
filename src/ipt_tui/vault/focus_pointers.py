"""What of the record evidence and answers point at, called as it stands there now."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.dates import say
from ipt_tui.ipt.focus import Pointer, Sort
from ipt_tui.ipt.people import Life
from ipt_tui.ipt.talk_phrases import called
from ipt_tui.records import Client, Event, Expectation, Person, Talk
from ipt_tui.vault import talk_veil
from ipt_tui.vault.cards import expectation_lines
from ipt_tui.vault.dating import kept
from ipt_tui.vault.editing import one
from ipt_tui.vault.hidden import hidden_for
from ipt_tui.vault.talk_lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import time

    from ipt_tui.ipt.areas import Area
    from ipt_tui.ipt.card import ExpectationLine
    from ipt_tui.vault.hidden import Hidden

DEAD = (Life.DIED.value, Life.LOST.value)
_UNMET = ("no", "partly")


class Pointers:
    """Reads what is pointed at for one client; what is veiled is not told apart from its kind.

    `ledgers` are all expectations as they stand, by the number of the person.
    """

    def __init__(
        self, session: Session, client: int, hidden: Hidden, today: date, day_starts_at: time
    ) -> None:
        """Read for the client with this number."""
        self._session, self._client, self._hidden = session, client, hidden
        self._today, self._day_starts_at = today, day_starts_at
        self.ledgers: Mapping[int, list[ExpectationLine]] = expectation_lines(
            session, client, today.isoformat()
        )

    def people(self, numbers: Iterable[int | None]) -> dict[int, Pointer]:
        """Return people by their numbers."""
        every = self._hidden.people
        known = [number for number in numbers if number in every]
        return {n: Pointer(Sort.PERSON.value, every[n].uid, every[n].name) for n in known if n}

    def events(self, numbers: Iterable[int | None]) -> dict[int, Pointer]:
        """Return events by their numbers."""
        within = (col(Event.id).in_(set(numbers) - {None}),)
        return {n: pointer for n, pointer, _ in self._events(within)}

    def talks(self, numbers: Iterable[int | None]) -> dict[int, Pointer]:
        """Return talks by their numbers."""
        known = set(numbers) - {None}
        if not known:
            return {}
        uids = {
            uid: number or 0
            for number, uid in self._session.exec(
                select(Talk.id, Talk.uid).where(col(Talk.id).in_(known))
            )
        }
        lines = Lines(
            self._session, self._client, self._hidden, self._day_starts_at, list(uids.values())
        )
        return {
            uids[line.uid]: Pointer(Sort.TALK.value, line.uid, called(line, self._today))
            for line in lines
        }

    def wishes(self, numbers: Iterable[int | None]) -> dict[int, Pointer]:
        """Return expectations by their numbers."""
        known = set(numbers) - {None}
        if not known:
            return {}
        query = select(Expectation.id, Expectation.uid, Expectation.person_id)
        return {
            number or 0: pointer
            for number, uid, person in self._session.exec(
                query.where(col(Expectation.id).in_(known))
            )
            if (pointer := self._wish(person, uid)) is not None
        }

    def offered(self, area: Area, person: int | None) -> Iterator[Pointer]:
        """Yield what may be ticked as evidence of an area about somebody; the veiled is left out.

        Events that were marked with it, or as near the onset and with no other area; people as
        the area says; and where it has a ledger what is not said or not met. It is in no order of
        weight.
        """
        marked = (col(Event.area) == area.id) | (col(Event.near_onset) & (col(Event.area) == ""))
        within = (col(Event.client_id) == self._client, marked)
        for _, pointer, veiled in self._events(within):
            if not veiled:
                yield pointer
        yield from self._offered_people(area, person)
        if area.ledger:
            yield from self._offered_wishes(person)

    def joinable(self, sort: str, in_hand: str | None) -> list[Pointer]:
        """Return what an answer may be joined to, what is `in_hand` by its uid first.

        Of events and talks the newest; the veiled is left out.
        """
        if sort == Sort.PERSON:
            found = list(self.people(n for n in self._hidden.people if self._may_see(n)).values())
        elif sort == Sort.EVENT:
            within = (col(Event.client_id) == self._client,)
            found = [pointer for _, pointer, veiled in self._events(within) if not veiled][::-1]
        else:
            found = list(self.newest_talks())
        return sorted(found, key=lambda pointer: pointer.uid != in_hand)

    def newest_talks(self, person: str | None = None) -> Iterator[Pointer]:
        """Yield the talks, the newest first; those with somebody by whose uid, None for all."""
        talks = Lines(self._session, self._client, self._hidden, self._day_starts_at)
        seen = (line for line in talks if not line.veiled)
        for line in sorted(seen, key=lambda line: line.day or date.min, reverse=True):
            if person is None or any(named.uid == person for named in line.people):
                yield Pointer(Sort.TALK.value, line.uid, called(line, self._today))

    def _may_see(self, person: int) -> bool:
        return person not in self._hidden.numbers

    def _offered_people(self, area: Area, person: int | None) -> Iterator[Pointer]:
        if area.people == "about":
            wanted = [person] if person is not None else []
        else:
            query = select(Person.id, Person.life).where(Person.client_id == self._client)
            lives = self._session.exec(query.order_by(col(Person.id))).all()
            fits = {"died": lambda life: life in DEAD, "living": lambda life: life not in DEAD}
            wanted = [n or 0 for n, life in lives if fits.get(area.people, lambda _: False)(life)]
        yield from self.people(n for n in wanted if self._may_see(n)).values()

    def _offered_wishes(self, person: int | None) -> Iterator[Pointer]:
        for number, lines in self.ledgers.items():
            if not self._may_see(number) or person not in (None, number):
                continue
            for line in lines:
                open_still = line.said is False or line.met in _UNMET
                if open_still and not self._hidden.in_any((line.text,)):
                    yield self._pointer(number, line)

    def _wish(self, person: int, uid: str) -> Pointer | None:
        line = next((line for line in self.ledgers.get(person, ()) if line.uid == uid), None)
        return self._pointer(person, line) if line else None

    def _pointer(self, person: int, line: ExpectationLine) -> Pointer:
        name = self._hidden.people[person].name
        return Pointer(Sort.EXPECTATION.value, line.uid, line.text, name=name, wish=line)

    def _events(self, within: tuple[Any, ...]) -> Iterator[tuple[int, Pointer, bool]]:
        """Yield events in the order of their days, and whether each is veiled."""
        query = select(Event).where(*within)
        rows = self._session.exec(query.order_by(col(Event.first_day), col(Event.id))).all()
        if not rows:
            return
        its = (col(Event.id).in_([row.id for row in rows]),)
        unseen = talk_veil.veiled_entries(self._session, self._hidden, Event, its)
        for row in rows:
            number = row.id or 0
            pointer = Pointer(Sort.EVENT.value, row.uid, row.title, self._when(row))
            yield number, pointer, number in unseen

    def _when(self, row: Event) -> str:
        if not row.happened:
            return ""
        return say(kept(row.model_dump(), "happened"), self._today)


def talks_with(
    session: Session,
    client_uid: str,
    person: str | None,
    today: date,
    revealed: frozenset[str],
    day_starts_at: time,
) -> tuple[Pointer, ...]:
    """Return a client's talks with somebody, the newest first; see `newest_talks`."""
    client = one(session, Client, client_uid)
    hidden = hidden_for(session, client.id or 0, revealed)
    pointers = Pointers(session, client.id or 0, hidden, today, day_starts_at)
    return tuple(pointers.newest_talks(person))


def joinable(
    session: Session,
    client_uid: str,
    sort: str,
    in_hand: str | None,
    today: date,
    revealed: frozenset[str],
    day_starts_at: time,
) -> tuple[Pointer, ...]:
    """Return what an answer of a client's may be joined to; see `Pointers.joinable`."""
    client = one(session, Client, client_uid)
    hidden = hidden_for(session, client.id or 0, revealed)
    pointers = Pointers(session, client.id or 0, hidden, today, day_starts_at)
    return tuple(pointers.joinable(sort, in_hand))

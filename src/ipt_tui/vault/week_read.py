"""What the first week wrote, read back from where it stands; and how far somebody is in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from ipt_tui.ipt.first_week import Week
from ipt_tui.ipt.people import Life, View, Whose
from ipt_tui.ipt.question_sets import REVIEW, week
from ipt_tui.ipt.safety_plan import Stands, is_unsafe
from ipt_tui.ipt.standing import StandingRow, effective
from ipt_tui.records import Client, Event, EventPerson, Expectation, Mood, Outcome, Person, Talk
from ipt_tui.vault import settings
from ipt_tui.vault.people import standings
from ipt_tui.vault.reviewing import Place
from ipt_tui.vault.talk_veil import veiled, veiled_entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from ipt_tui.vault.hidden import Hidden

AWAY = "first_week_away"
UNTOLD = "veiled"
"""Stands for an answer of which it is only told that there is one."""
_WISHES = (("mine", Whose.MINE), ("theirs", Whose.THEIRS))
_THEN = (("life", "there", "then1"), ("life2", "there2", "then2"))


@dataclass(frozen=True, slots=True)
class Told:
    """What was told on an evening of the first week; see `ipt.review.Evening`."""

    answers: Mapping[str, str] = field(default_factory=dict)
    veiled: frozenset[str] = frozenset()
    about: Mapping[str, str] = field(default_factory=dict)
    each: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    counts: Mapping[str, int] = field(default_factory=dict)


def first_week(session: Session, client_uid: str) -> Week:
    """Return how far one is in the first week."""
    places = {one.id: Place.of(session, client_uid, one.id) for one in week()}
    there = {name: place for name, place in places.items() if place is not None}
    return Week(
        frozenset(name for name, place in there.items() if place.done),
        frozenset(name for name, place in there.items() if place.begun),
        bool(settings.get(session, AWAY, False)),
        frozenset(name for name, place in there.items() if place.skipped),
    )


def put_away(session: Session, away: bool) -> None:
    """Put the first week away for good, or take it out again."""
    settings.put(session, AWAY, away)


def told(session: Session, client: Client, place: Place, hidden: Hidden, today: date) -> Told:
    """Return what was told on an evening, as it stands by now; nobody veiled is named."""
    if place.which == REVIEW:
        return Told()
    return _Week(session, client, place, hidden, today).told()


class _Week:
    """Reads one evening of the first week."""

    def __init__(
        self, session: Session, client: Client, place: Place, hidden: Hidden, today: date
    ) -> None:
        self.session, self.client, self.place = session, client, place
        self.hidden, self.day = hidden, today.isoformat()
        people = session.exec(
            select(Person).where(Person.client_id == client.id).order_by(col(Person.id))
        )
        self.people = {one.uid: one for one in people if one.id not in hidden.numbers}
        self.rows: dict[str, list[StandingRow]] = {}
        for row in standings(session, client.id):
            self.rows.setdefault(row.person_uid, []).append(row)

    def told(self) -> Told:
        each = self._each()
        answers = {**self._choices(), **self._people(each), **self._wishes(each), **self._then()}
        veiled = frozenset(
            name
            for name, said in answers.items()
            if said and self.hidden.in_any([said]) and name not in ("names", "gone", "chosen")
        )
        veiled |= {name for name, said in answers.items() if said == UNTOLD}
        answers |= dict.fromkeys(veiled, UNTOLD)
        about = {} if self.people else {"nobody": "nobody"}
        if self.place.uids.get("names") and self.place.which == "near":
            about = {"nobody": "nobody"}
        gone = frozenset(uid for uid, one in self.people.items() if _died(one))
        return Told(answers, veiled, about, each, gone, self._counts(each))

    def _named(self, uids: Iterable[str]) -> dict[str, str]:
        return {uid: self.people[uid].name for uid in uids if uid in self.people}

    def _now(self, uid: str) -> StandingRow | None:
        return effective(self.rows.get(uid, ()), View.NOW, self.day)

    def _each(self) -> dict[str, dict[str, str]]:
        place = self.place
        named = self._named([*place.people("names"), *place.people("gone")])
        chosen = self._named(place.people("chosen"))
        safe = {uid: name for uid, name in self._named(self.people).items() if self._is_safe(uid)}
        return {
            "named": named,
            "people": self._to_place(),
            "chosen": chosen,
            "open": {uid: name for uid, name in chosen.items() if uid in safe},
            "known": safe,
        }

    def _to_place(self) -> dict[str, str]:
        """Return who is to be placed: those who stood nowhere before, where there are any."""

        def stood(uid: str) -> bool:
            rows = [row for row in self.rows.get(uid, ()) if row.day < self.place.day]
            now = effective(rows, View.NOW, self.day)
            return now is not None and now.ring is not None

        new = [uid for uid in self.people if not stood(uid)]
        return self._named(new or self.people)

    def _is_safe(self, uid: str) -> bool:
        """Whether somebody is living and nothing says that they are not safe to be with."""
        one, now = self.people[uid], self._now(uid)
        stands = Stands(
            one.name, now.quality if now else None, None, one.life, one.knows, one.argue_outcome
        )
        return Life.read(one.life) in (None, Life.LIVING) and not is_unsafe(stands)

    def _choices(self) -> dict[str, str]:
        place = self.place
        found = {"ready": place.chosen.get("ready", ""), "onset": ""}
        if place.which == "began":
            found["onset"] = self.client.onset_words
        for name in ("names", "gone", "chosen"):
            found[name] = ", ".join(self._named(place.people(name)).values())
        return found

    def _people(self, each: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
        found = {f"kind:{uid}": self.people[uid].kind for uid in each["named"]}
        for uid in {**each["people"], **each["chosen"]}:
            now = self._now(uid)
            for name in ("ring", "gets", "gives", "confide", "quality"):
                value = getattr(now, name) if now is not None else None
                found[f"{name}:{uid}"] = "" if value is None else str(value)
        return found

    def _wishes(self, each: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
        found = {}
        for uid in each["chosen"]:
            for name, whose in _WISHES:
                row = self._row(Expectation, f"{whose}:{uid}")
                found[f"{name}:{uid}"] = row.text if row is not None else ""
                found[f"{name}_said:{uid}"] = self._said(row)
        return found

    def _said(self, row: Expectation | None) -> str:
        if row is None:
            return ""
        query = select(Outcome.said).where(Outcome.expectation_id == row.id)
        query = query.where(col(Outcome.said).is_not(None)).order_by(col(Outcome.day).desc())
        said = self.session.exec(query).first()
        return "" if said is None else "yes" if said else "no"

    def _then(self) -> dict[str, str]:
        found = {}
        for life, there, name in _THEN:
            row = self._row(Event, name)
            if row is None:
                continue
            unseen = veiled_entries(self.session, self.hidden, Event, (Event.id == row.id,))
            found[life] = UNTOLD if unseen else row.title
            query = select(EventPerson.person_id).where(EventPerson.event_id == row.id)
            numbers = self.session.exec(query.order_by(col(EventPerson.id)))
            names = ", ".join(self.hidden.people[number].name for number in numbers)
            found[there] = UNTOLD if unseen and names else names
        return found

    def _row(self, table: Any, name: str) -> Any:
        return self.place.row(self.session, table, name)

    def _counts(self, each: Mapping[str, Mapping[str, str]]) -> dict[str, int]:
        """Return how many there are of each; what is veiled is not counted."""
        standing = [self._now(uid) for uid in self.people]
        return {
            "people": len(self.people),
            "placed": sum(bool(now and now.ring) for now in standing),
            "chosen": len(each["chosen"]),
            "wishes": self._wishes_there(),
            "began": self._entries(Event, col(Event.near_onset)),
            "moods": self._entries(Mood),
            "talks": self._talks(),
        }

    def _wishes_there(self) -> int:
        query = select(Expectation.person_id, Expectation.text)
        rows = self.session.exec(query.where(Expectation.client_id == self.client.id))
        hidden = self.hidden
        return sum(
            person not in hidden.numbers and not hidden.in_any([text]) for person, text in rows
        )

    def _entries(self, table: Any, *where: Any) -> int:
        within = (table.client_id == self.client.id, *where)
        query = select(func.count()).select_from(table).where(*within)
        unseen = veiled_entries(self.session, self.hidden, table, within)
        return self.session.exec(query).one() - len(unseen)

    def _talks(self) -> int:
        number = self.client.id or 0
        query = select(func.count()).select_from(Talk).where(Talk.client_id == number)
        return self.session.exec(query).one() - len(veiled(self.session, self.hidden, number))


def _died(one: Person) -> bool:
    return Life.read(one.life) in (Life.DIED, Life.LOST)

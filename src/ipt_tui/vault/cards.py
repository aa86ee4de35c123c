"""The inventory, read: the circle and everybody's card in a handful of queries."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlmodel import Session, col, select

from ipt_tui.ipt.card import Card, ExpectationLine, Mention, Move, TieLine
from ipt_tui.ipt.inventory import Inventory
from ipt_tui.ipt.mentions import lines_naming
from ipt_tui.ipt.people import Ring, View
from ipt_tui.ipt.standing import StandingRow, effective, ring_of
from ipt_tui.records import Client, Expectation, Outcome, Person, Standing, Tie
from ipt_tui.records.person import PersonFields
from ipt_tui.vault import set_aside
from ipt_tui.vault.editing import one
from ipt_tui.vault.expectations import unsaid
from ipt_tui.vault.naming import entries_naming, talks_with
from ipt_tui.vault.people import circle, standings
from ipt_tui.vault.ties import kinds as all_kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from ipt_tui.ipt.kinds import Kinds

_DATED = ("quality", "contact", "gives", "gets", "friction", "confide")
_TEXTS = ("like", "feels", "together", "can_talk", "cannot_talk", "arguments", "onset_words",
          "good", "hard", "would_change", "notes")  # fmt: skip


class _Told(NamedTuple):
    """What was told of somebody; `folded` is all of it for a first look at who is named there."""

    person: Person
    texts: list[str]
    folded: str


def inventory(
    session: Session,
    client_uid: str,
    on: date,
    view: View = View.NOW,
    since: date | None = None,
    revealed: frozenset[str] = frozenset(),
) -> Inventory:
    """Return the inventory of a client as of `on`; the sensitive veiled unless revealed."""
    client = one(session, Client, client_uid)
    drawn = circle(session, client_uid, on, view, since, revealed)
    kinds = all_kinds(session)
    cards = _cards(session, client, on.isoformat(), kinds, revealed)
    wishes = unsaid(session, client.id, on, revealed)
    return Inventory(drawn, cards, kinds, wishes, client.onset_words)


def _cards(
    session: Session, client: Client, day: str, kinds: Kinds, revealed: frozenset[str]
) -> dict[str, Card]:
    people = session.exec(
        select(Person)
        .where(Person.client_id == client.id, Person.added <= day)
        .order_by(col(Person.id))
    ).all()
    shown = [p for p in people if not p.sensitive or p.uid in revealed]
    stood: dict[str, list[StandingRow]] = defaultdict(list)
    for row in standings(session, client.id):
        stood[row.person_uid].append(row)
    wishes = expectation_lines(session, client.id, day)
    moves = _moves(session, client.id, day)
    ties = _ties(session, client.id, {p.id: p for p in shown if p.id is not None}, kinds)
    named = entries_naming(session, client.id or 0, day)
    talks = talks_with(session, client.id or 0, day)
    concerns = set_aside.since(session, client.id or 0)
    told = [_told(person) for person in shown]
    cards = {p.uid: Card(p.uid, client.uid, veiled=True) for p in people}
    for person in shown:
        number = person.id or 0
        rows = stood[person.uid]
        now = effective(rows, View.NOW, day)
        values: dict[str, Any] = person.model_dump(include=set(PersonFields.model_fields))
        values |= {name: getattr(now, name) if now else None for name in _DATED}
        cards[person.uid] = Card(
            person.uid,
            client.uid,
            person.name,
            values,
            now=ring_of(now),
            before=ring_of(effective(rows, View.BEFORE, day)),
            hoped=ring_of(effective(rows, View.HOPED, day)),
            expectations=tuple(wishes[number]),
            moves=tuple(moves[number]),
            ties=tuple(ties[number]),
            mentions=tuple(_mentions(person, told)),
            named_in=named[number][0],
            latest=named[number][1],
            talks=talks.get(number, (0, ""))[0],
            talked=talks.get(number, (0, ""))[1],
            concern=concerns.get(number, ""),
            updated_at=person.updated_at,
        )
    return cards


def expectation_lines(
    session: Session, client_id: int | None, day: str
) -> Mapping[int, list[ExpectationLine]]:
    """Return everybody's expectations with what became of them by `day`, the client's first."""
    news: dict[int, list[Outcome]] = defaultdict(list)
    dated = select(Outcome).where(Outcome.client_id == client_id, Outcome.day <= day)
    for outcome in session.exec(dated.order_by(col(Outcome.day))):
        news[outcome.expectation_id].append(outcome)
    lines: dict[int, list[ExpectationLine]] = defaultdict(list)
    query = select(Expectation).where(Expectation.client_id == client_id)
    for row in session.exec(query.order_by(col(Expectation.whose), col(Expectation.id))):
        said, said_on = _latest(news[row.id or 0], "said")
        met, met_on = _latest(news[row.id or 0], "met")
        lines[row.person_id].append(
            ExpectationLine(
                uid=row.uid,
                whose=row.whose,
                text=row.text,
                realistic=row.realistic,
                said=said,
                said_on=said_on,
                met=met,
                met_on=met_on,
                updated_at=row.updated_at,
            )
        )
    return lines


def _latest(news: Iterable[Outcome], name: str) -> tuple[Any, str | None]:
    """Return the newest given value and the first day of the unbroken run of it."""
    value, since = None, None
    for row in news:
        given = getattr(row, name)
        if given is not None and given != value:
            value, since = given, row.day
    return value, since


def _moves(session: Session, client_id: int | None, day: str) -> Mapping[int, list[Move]]:
    moves: dict[int, list[Move]] = defaultdict(list)
    query = select(Standing).where(
        Standing.client_id == client_id, Standing.day <= day, col(Standing.ring).is_not(None)
    )
    for row in session.exec(query.order_by(col(Standing.day), col(Standing.id))):
        ring = Ring(row.ring) if row.ring is not None else None
        moves[row.person_id].append(Move(row.uid, row.view, row.day, ring, row.why, row.updated_at))
    return moves


def _ties(
    session: Session, client_id: int | None, people: Mapping[int, Person], kinds: Kinds
) -> Mapping[int, list[TieLine]]:
    """Return everybody's ties, each as seen from its owner; those with the veiled left out."""
    ties: dict[int, list[TieLine]] = defaultdict(list)
    for row in session.exec(select(Tie).where(Tie.client_id == client_id).order_by(col(Tie.id))):
        first, other = people.get(row.person_id), people.get(row.other_id)
        if first and other:
            back = kinds.reverse(row.kind)
            ties[row.person_id].append(TieLine(row.uid, other.uid, other.name, back))
            ties[row.other_id].append(TieLine(row.uid, first.uid, first.name, row.kind))
    return ties


def _told(person: Person) -> _Told:
    texts = [getattr(person, name) for name in _TEXTS]
    return _Told(person, texts, "\n".join(texts).casefold())


def _mentions(person: Person, told: Iterable[_Told]) -> Iterator[Mention]:
    name = person.name.casefold()
    for other, texts, folded in told:
        if other is not person and name in folded:
            for text in texts:
                for line in lines_naming(person.name, text):
                    yield Mention(other.name, line)

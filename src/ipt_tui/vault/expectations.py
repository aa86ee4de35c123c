"""The expectation ledger: what is wanted, whether it was said, what became of it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import case, false, func
from sqlmodel import Session, col, select

from ipt_tui.ipt.brief import WishCount
from ipt_tui.ipt.folding import same_name
from ipt_tui.ipt.people import Whose
from ipt_tui.records import Expectation, Outcome, Person, Talk
from ipt_tui.records.expectation import ExpectationFields, OutcomeFields
from ipt_tui.vault import focus_links, lasting_veil, set_aside
from ipt_tui.vault.clients import own
from ipt_tui.vault.editing import changed, one, refuse_other_record, validated
from ipt_tui.vault.hidden import shown
from ipt_tui.vault.people import known_as
from ipt_tui.vault.steps import describe


def add(session: Session, person_uid: str, text: str, whose: str = "mine") -> str:
    """Add an expectation between the client and a person; return its uid."""
    person = one(session, Person, person_uid)
    fields = validated(ExpectationFields, text=text, whose=whose)
    row = Expectation(client_id=person.client_id, person_id=person.id or 0, **fields.model_dump())
    session.add(row)
    session.flush()
    _describe(session, row, " added")
    return row.uid


def same(session: Session, person_uid: str, text: str, whose: str) -> str:
    """Return the uid of an expectation with a person that says the same already, "" for none."""
    person = one(session, Person, person_uid)
    query = select(Expectation.uid, Expectation.text).where(
        Expectation.person_id == person.id, Expectation.whose == whose
    )
    rows = session.exec(query.order_by(col(Expectation.id)))
    return next((uid for uid, said in rows if same_name(said, [text])), "")


def change(session: Session, /, uid: str, seen: datetime | None = None, **values: str) -> None:
    """Change the words, whose it is, or whether it is realistic."""
    row = one(session, Expectation, uid, seen)
    changed(row, ExpectationFields, values)
    _describe(session, row, " changed")


def note(
    session: Session,
    uid: str,
    on: date,
    *,
    said: bool | None = None,
    met: str | None = None,
    why: str | None = None,
    talk: str | None = None,
) -> None:
    """Record news of an expectation on a day: said aloud or not, met or not.

    `talk` is the uid of the talk that led to it, where one did. Raises Gone, or NotValid with one
    sentence, also for `said` while an open concern is about that person.
    """
    row = one(session, Expectation, uid)
    if said is not None:
        set_aside.refuse(session, row.client_id, row.person_id)
    given = {"said": said, "met": met, "why": why}
    values: dict[str, Any] = {k: v for k, v in given.items() if v is not None}
    if not values:
        return
    led_to_it = one(session, Talk, talk) if talk else None
    if led_to_it is not None:
        refuse_other_record(row.client_id, led_to_it.client_id)
    news = session.exec(
        select(Outcome).where(Outcome.expectation_id == row.id, Outcome.day == on.isoformat())
    ).first()
    if news is None:
        fields = validated(OutcomeFields, day=on.isoformat(), **values)
        news = Outcome(client_id=row.client_id, expectation_id=row.id or 0, **fields.model_dump())
        session.add(news)
    else:
        changed(news, OutcomeFields, values)
    if led_to_it is not None:
        news.talk_id = led_to_it.id
    _describe(session, row, ", said aloud" if said else ", what became of it")


def unsaid(
    session: Session, client_id: int | None, on: date, revealed: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """Return, for each wish of the client's that is not said aloud by `on`, whom it is about.

    It was said or not by the last that was noted of it; one nobody has asked about is not unsaid.
    """
    day = on.isoformat()
    last = _last_said(day)
    query = (
        select(Person.name)
        .join(Expectation, col(Expectation.person_id) == Person.id)
        .where(Expectation.client_id == client_id, Expectation.whose == Whose.MINE.value)
        .where(Person.added <= day, shown(revealed))
        .where(last == false())
        .order_by(col(Person.id), col(Expectation.id))
    )
    return tuple(session.exec(query))


def said_aloud(
    session: Session,
    client_id: int | None,
    on: date,
    person_id: int | None = None,
    revealed: frozenset[str] = frozenset(),
) -> tuple[int, int]:
    """Return how many wishes of the client's are said aloud by `on`, and of how many.

    With `person_id` those of one person. Wishes of the veiled are not counted.
    """
    day = on.isoformat()
    last = _last_said(day)
    query = (
        select(last)
        .select_from(Expectation)
        .join(Person, col(Person.id) == Expectation.person_id)
        .where(Expectation.client_id == client_id, Expectation.whose == Whose.MINE.value)
        .where(Person.added <= day, shown(revealed))
    )
    if person_id is not None:
        query = query.where(Expectation.person_id == person_id)
    said = list(session.exec(query))
    return sum(map(bool, said)), len(said)


def said_with_each(
    session: Session,
    client_id: int | None,
    on: date,
    start: date,
    revealed: frozenset[str] = frozenset(),
) -> tuple[WishCount, ...]:
    """Return how many wishes with each person are said aloud by `on`, and were at `start`.

    What was first noted later than `start` holds for then too where it is that nothing was said:
    a wish first noted as said may have been so before, and then nobody knows how many were.
    """
    query = (
        select(Person.id, Person.name, _last_said(on.isoformat()), _said_at(start.isoformat()))
        .join(Expectation, col(Expectation.person_id) == Person.id)
        .where(Expectation.client_id == client_id, Expectation.whose == Whose.MINE.value)
        .where(Person.added <= on.isoformat(), shown(revealed))
        .order_by(col(Person.id), col(Expectation.id))
    )
    found: dict[tuple[int | None, str], list[tuple[bool | None, bool | None]]] = {}
    for number, name, now, then in session.exec(query):
        found.setdefault((number, name), []).append((now, then))
    return tuple(
        WishCount(
            name,
            sum(bool(now) for now, _ in wishes),
            len(wishes),
            None if any(then is None for _, then in wishes) else sum(bool(t) for _, t in wishes),
        )
        for (_, name), wishes in found.items()
    )


def remove(session: Session, uid: str) -> None:
    """Remove an expectation with its history of outcomes; what was veiled by it stays so."""
    row = one(session, Expectation, uid)
    with lasting_veil.kept(session, row.client_id):
        focus_links.loosen(session, row)
        for news in session.exec(select(Outcome).where(Outcome.expectation_id == row.id)):
            session.delete(news)
        session.flush()
        session.delete(row)
    _describe(session, row, " removed")


def _last_said(day: str) -> Any:
    """Return the question whether an expectation was said, by the last that was noted of it."""
    return (
        select(Outcome.said)
        .where(Outcome.expectation_id == Expectation.id, Outcome.day <= day)
        .where(col(Outcome.said).is_not(None))
        .order_by(col(Outcome.day).desc())
        .limit(1)
        .scalar_subquery()
    )


def _said_at(day: str) -> Any:
    """Return the question whether an expectation was said on a day, NULL where nobody knows."""
    first = (
        select(Outcome.said)
        .where(Outcome.expectation_id == Expectation.id, col(Outcome.said).is_not(None))
        .order_by(col(Outcome.day))
        .limit(1)
        .scalar_subquery()
    )
    return func.coalesce(_last_said(day), case((first == false(), false())))


def _describe(session: Session, row: Expectation, what: str) -> None:
    """Say what was done; in one's own vault an expectation is a wish."""
    person = session.get_one(Person, row.person_id)
    word = "a wish" if own(session, row.client_id) else "an expectation"
    describe(session, row.client_id, f"{known_as(person)}: {word}{what}")

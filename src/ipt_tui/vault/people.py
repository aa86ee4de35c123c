"""The inventory: people, where they stand and stood, and their cards."""

from __future__ import annotations

from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.people import Life, Ring, View
from ipt_tui.ipt.standing import PersonRow, StandingRow, Whose, build, effective, ring_of
from ipt_tui.records import (
    Client,
    ConcernPerson,
    EventPerson,
    Expectation,
    FormulationLink,
    Goal,
    MoodPerson,
    Outcome,
    Person,
    PlanPerson,
    Practice,
    Standing,
    TalkPerson,
    Tie,
)
from ipt_tui.records.person import PersonFields, StandingFields
from ipt_tui.vault import card_choices, focus_links, lasting_veil
from ipt_tui.vault.clients import own
from ipt_tui.vault.editing import changed, one, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from ipt_tui.ipt.circle import Circle

_STANDING = ("ring", "quality", "contact", "gives", "gets", "friction", "confide", "why")

_OWN_WORDS = {
    "confide": "what you can tell",
    "contact": "in touch",
    "friction": "tension",
    "gets": "help you get",
    "gives": "help you give",
    "quality": "all in all",
}
"""Dated answers as the history calls them in one's own vault."""


def circle(
    session: Session,
    client_uid: str,
    on: date,
    view: View = View.NOW,
    since: date | None = None,
    revealed: frozenset[str] = frozenset(),
) -> Circle:
    """Return the circle of a client; see `ipt.standing.build` for what it compares."""
    client = one(session, Client, client_uid)
    columns = [Person.uid, Person.name, Person.kind, Person.life, Person.sensitive, Person.added]
    people = session.execute(
        select(*columns).where(Person.client_id == client.id).order_by(col(Person.id))  # type: ignore[call-overload]
    )
    return build(
        Whose(client.uid, client.code, client.onset_words),
        [PersonRow(*row) for row in people],
        standings(session, client.id),
        view,
        on,
        since,
        revealed,
    )


def standings(
    session: Session, client_id: int | None, person_id: int | None = None
) -> list[StandingRow]:
    """Return the standings of one client, or of one person."""
    columns = [Person.uid, Standing.view, Standing.day]
    columns += [getattr(Standing, name) for name in _STANDING]
    query = select(*columns).join(Person, col(Person.id) == Standing.person_id)
    if person_id is None:
        query = query.where(Standing.client_id == client_id)
    else:
        query = query.where(Standing.person_id == person_id)
    return [StandingRow(*row) for row in session.execute(query.order_by(col(Standing.id)))]


def add(session: Session, client_uid: str, line: PersonLine, on: date) -> str:
    """Add the person of an adding line, with the places given; return the uid."""
    client = one(session, Client, client_uid)
    fields = validated(
        PersonFields,
        name=line.name,
        kind=line.kind,
        life=line.life or "",
        died=line.died.edtf if line.died else "",
        died_words=line.died.words if line.died else "",
        since=line.since.edtf if line.since else "",
        since_words=line.since.words if line.since else "",
        notes=line.note,
        added=on.isoformat(),
    )
    person = Person(client_id=client.id or 0, **fields.model_dump())
    session.add(person)
    session.flush()
    places = ((View.NOW, line.now), (View.BEFORE, line.before), (View.HOPED, line.hoped))
    for view, ring in places:
        if ring is not None:
            _put(session, person, view, on, ring=int(ring))
    describe(session, client.id, f"{known_as(person)} added")
    return person.uid


def with_new(
    session: Session, client_id: int, uids: Iterable[str], new: Iterable[str], on: date
) -> list[Person]:
    """Return the people with these uids, and those of `new` names, who are added `on` that day."""
    client = session.get_one(Client, client_id)
    added = [add(session, client.uid, PersonLine(name=name), on) for name in new]
    return [one(session, Person, uid) for uid in (*uids, *added)]


def place(
    session: Session, uid: str, ring: Ring, on: date, view: View = View.NOW, why: str | None = None
) -> None:
    """Move a person to `ring` in `view`, dated `on`; `why` replaces the reason of that day."""
    person = one(session, Person, uid)
    values: dict[str, Any] = {"ring": int(ring)}
    if why is not None:
        values["why"] = why
    _put(session, person, view, on, **values)
    where = "" if view is View.NOW else f" ({view.label})"
    describe(session, person.client_id, f"{known_as(person)} to {ring.label}{where}")


def move(session: Session, uid: str, *, nearer: bool, on: date, view: View = View.NOW) -> None:
    """Move a person one ring from where they stand on that day; at the last one they stay."""
    person = one(session, Person, uid)
    stood = ring_of(effective(standings(session, None, person.id), view, on.isoformat()))
    ring = stood if stood is not None else Ring.OFF
    new = ring.nearer() if nearer else ring.farther()
    if new != stood:
        place(session, uid, new, on, view)


def stand(session: Session, /, uid: str, on: date, **values: str | int | None) -> None:
    """Change dated ratings and words of a person (gives, gets, friction, quality, …) as of `on`."""
    person = one(session, Person, uid)
    _put(session, person, View.NOW, on, **values)
    words = _OWN_WORDS if own(session, person.client_id) else {}
    names = ", ".join(words.get(name, name.replace("_", " ")) for name in values)
    describe(session, person.client_id, f"{known_as(person)}: {names}")


def tell(session: Session, /, uid: str, seen: datetime | None = None, **values: Any) -> None:
    """Change what is told of a person; `seen` is the `updated_at` read with the card.

    What was veiled by an old name stays so under a new one.
    """
    person = one(session, Person, uid, seen)
    if values.get("life") == Life.LIVING:
        values |= {"died": "", "died_words": ""}
    if not values.keys().isdisjoint(("name", "sensitive")):
        card_choices.leave_out_veiled(session, person.client_id)
    renamed = values.get("name", person.name) != person.name
    stays = renamed and values.get("sensitive") is not False
    with lasting_veil.kept(session, person.client_id) if stays else nullcontext():
        what = changed(person, PersonFields, values)
    describe(session, person.client_id, f"{known_as(person)}: {what}")


def redate(
    session: Session,
    standing_uid: str,
    seen: datetime | None = None,
    *,
    day: date | None = None,
    why: str | None = None,
) -> None:
    """Correct the date or the reason of one move. Raises NotValid if that day has one already."""
    row = one(session, Standing, standing_uid, seen)
    person = session.get_one(Person, row.person_id)
    values: dict[str, Any] = {} if why is None else {"why": why}
    if day is not None and day.isoformat() != row.day:
        if _find(session, person, row.view, day):
            raise NotValid("There is a move on that day already; change that one instead.")
        values["day"] = day.isoformat()
        if person.added > day.isoformat():
            person.added = day.isoformat()
    changed(row, StandingFields, values)
    describe(session, person.client_id, f"{known_as(person)}: a move corrected")


def remove(session: Session, uid: str) -> str:
    """Remove a person with everything that belongs to them; return the name to say.

    Moods, events, talks, practices, goals, concerns and the plan stay, and do not name them any
    more. What was veiled only because it named somebody sensitive is marked as sensitive itself.
    """
    person = one(session, Person, uid)
    with lasting_veil.kept(session, person.client_id):
        _take_out(session, person)
    describe(session, person.client_id, f"{known_as(person)} taken out of the record")
    return known_as(person)


def _take_out(session: Session, person: Person) -> None:
    for table in (Practice, Goal):
        for pointing in session.exec(select(table).where(table.person_id == person.id)):
            pointing.person_id = None
    focus_links.loosen(session, person)
    wishes = session.exec(select(Expectation).where(Expectation.person_id == person.id)).all()
    for wish in wishes:
        focus_links.loosen(session, wish)
        for outcome in session.exec(select(Outcome).where(Outcome.expectation_id == wish.id)):
            session.delete(outcome)
    session.flush()
    belongings: list[Any] = [*wishes]
    for named in (
        MoodPerson, EventPerson, TalkPerson, ConcernPerson, PlanPerson, FormulationLink,
    ):  # fmt: skip
        belongings += session.exec(select(named).where(named.person_id == person.id)).all()
    belongings += session.exec(select(Standing).where(Standing.person_id == person.id)).all()
    belongings += session.exec(
        select(Tie).where((Tie.person_id == person.id) | (Tie.other_id == person.id))
    ).all()
    for row in belongings:
        session.delete(row)
    session.flush()
    session.delete(person)


def known_as(person: Person) -> str:
    """Return how a person is named where anybody may look: not at all if sensitive."""
    return "someone" if person.sensitive else person.name


def _find(session: Session, person: Person, view: str, on: date) -> Standing | None:
    return session.exec(
        select(Standing).where(
            Standing.person_id == person.id,
            Standing.view == str(view),
            Standing.day == on.isoformat(),
        )
    ).first()


def _put(session: Session, person: Person, view: View, on: date, **values: Any) -> None:
    """Set fields of the standing of that day, making it if there is none."""
    if person.added > on.isoformat():
        person.added = on.isoformat()
    row = _find(session, person, view, on)
    if row is None:
        fields = validated(StandingFields, view=str(view), day=on.isoformat(), **values)
        session.add(
            Standing(client_id=person.client_id, person_id=person.id or 0, **fields.model_dump())
        )
    else:
        changed(row, StandingFields, values)


def names(session: Session, client_uid: str) -> dict[str, str]:
    """Return the uids of a client's people by their names; of two of one name the first."""
    client = one(session, Client, client_uid)
    rows = session.execute(
        select(Person.name, Person.uid)
        .where(Person.client_id == client.id)
        .order_by(col(Person.id).desc())
    )
    return {row.name: row.uid for row in rows}

"""The safety plan of a client: read as it may be seen, and written as a whole."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from ipt_tui.ipt.people import View
from ipt_tui.ipt.safety_plan import PARTS, SafetyPlan, Stands, can_be_asked, doubts
from ipt_tui.ipt.standing import effective
from ipt_tui.records import Client, Person, PlanPerson
from ipt_tui.records import SafetyPlan as Row
from ipt_tui.records.safety_plan import SafetyPlanFields
from ipt_tui.vault import plan_veil
from ipt_tui.vault.clients import SELF, own
from ipt_tui.vault.editing import changed, one
from ipt_tui.vault.errors import ChangedElsewhere, NotValid
from ipt_tui.vault.hidden import Hidden
from ipt_tui.vault.people import standings
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from datetime import datetime


def plan(
    session: Session, client_uid: str, today: date, revealed: frozenset[str] = frozenset()
) -> SafetyPlan:
    """Return a client's plan as it may be seen on a day; one without `seen` where there is none.

    Nobody who is veiled is named or offered beside it.
    """
    client = one(session, Client, client_uid)
    row = _row(session, client)
    hidden = Hidden(session, client.id or 0, revealed)
    people = _people(session, client, today, hidden)
    offered = tuple(who.name for who in people.values() if can_be_asked(who))
    if row is None:
        return SafetyPlan(client.uid, client.code, {}, offered=offered)
    unseen = plan_veil.parts(session, hidden, row)
    numbers = [number for number in _named(session, row) if number in people]
    return SafetyPlan(
        client.uid,
        client.code,
        {p.key: "" if p.key in unseen else getattr(row, p.key) for p in PARTS},
        look_again=date.fromisoformat(row.look_again) if row.look_again else None,
        changed=row.updated_at.astimezone().date(),
        seen=row.updated_at,
        uid=row.uid,
        veiled=unseen,
        named=tuple(hidden.people[number] for number in numbers),
        doubtful=doubts(people[number] for number in numbers),
        offered=offered,
    )


def mine(session: Session, today: date) -> SafetyPlan | None:
    """Return the plan of the one whose vault it is, None in a practitioner's vault."""
    uid = session.exec(select(Client.uid).where(Client.role == SELF)).first()
    return plan(session, uid, today) if uid else None


def tell(session: Session, /, client_uid: str, seen: datetime | None = None, **values: str) -> None:
    """Write parts of a client's plan; one in which no part is left is none any more.

    `seen` is what the plan was read with, None where there was none. Whom a part names is linked
    to it. Raises ChangedElsewhere where the plan is not the one that was read, and NotValid
    where nothing but a day is told of one that is not there.
    """
    client = one(session, Client, client_uid)
    row = _row(session, client)
    if (row.updated_at if row else None) != seen:
        raise ChangedElsewhere
    there = row is not None
    row = row or Row(client_id=client.id or 0)
    if not changed(row, SafetyPlanFields, dict(values)):
        return
    written = any(getattr(row, part.key) for part in PARTS)
    if written:
        session.add(row)
        session.flush()
    elif not there:
        raise NotValid("A plan begins with one of its parts; a day to look at it again is none.")
    _name(session, row, client, written=written)
    whose = "your" if own(session, row.client_id) else "the"
    what = ("changed" if there else "written") if written else "emptied"
    describe(session, client.id, f"{whose} safety plan {what}")


def _name(session: Session, row: Row, client: Client, *, written: bool) -> None:
    """Link the plan to whom its parts name; take it away where nothing is written in it."""
    named = Hidden(session, client.id or 0, frozenset())
    numbers = {who.uid: number for number, who in named.people.items()}
    wanted = {
        (part.key, numbers[who.uid])
        for part in PARTS
        for who in named.named_in(getattr(row, part.key))
    }
    for link in session.exec(select(PlanPerson).where(PlanPerson.safety_plan_id == row.id)):
        if written and (link.part, link.person_id) in wanted:
            wanted.remove((link.part, link.person_id))
        else:
            session.delete(link)
    session.flush()
    if not written:
        session.delete(row)
        return
    for key, number in sorted(wanted):
        session.add(
            PlanPerson(
                client_id=row.client_id, safety_plan_id=row.id or 0, person_id=number, part=key
            )
        )
    session.flush()


def _row(session: Session, client: Client) -> Row | None:
    return session.exec(select(Row).where(Row.client_id == client.id)).first()


def _named(session: Session, row: Row) -> list[int]:
    """Return the numbers of the people a plan names, each once."""
    query = select(PlanPerson.person_id).where(PlanPerson.safety_plan_id == row.id)
    return list(dict.fromkeys(session.exec(query.order_by(col(PlanPerson.person_id)))))


def _people(session: Session, client: Client, today: date, hidden: Hidden) -> dict[int, Stands]:
    """Return how those of a client's people stand who may be named, by their numbers."""
    rows = standings(session, client.id)
    found = {}
    query = select(Person).where(Person.client_id == client.id).order_by(col(Person.id))
    for person in session.exec(query):
        if person.id is None or person.id in hidden.numbers:
            continue
        own_rows = (row for row in rows if row.person_uid == person.uid)
        now = effective(own_rows, View.NOW, today.isoformat())
        found[person.id] = Stands(
            person.name,
            now.quality if now else None,
            now.confide if now else None,
            person.life,
            person.knows,
            person.argue_outcome,
        )
    return found

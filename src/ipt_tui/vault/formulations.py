"""The formulation, read: its versions, and what can be ticked for it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, or_, select

from ipt_tui.ipt import formulation as view
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.course import left_after
from ipt_tui.ipt.dates import read as read_date
from ipt_tui.ipt.dates import say
from ipt_tui.ipt.formulation import EVENT, OFFERED_BEFORE, PERSON, Offered, around, place_of
from ipt_tui.ipt.people import Ring, View
from ipt_tui.ipt.timeline import order
from ipt_tui.records import Client, Event, Formulation, FormulationLink, Person
from ipt_tui.vault import agreement_veil, courses, people, sessions
from ipt_tui.vault.editing import one
from ipt_tui.vault.hidden import hidden_for
from ipt_tui.vault.timeline_rows import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Set
    from datetime import time

    from ipt_tui.ipt.dates import FuzzyDate
    from ipt_tui.ipt.timeline import EventEntry


def of_client(
    session: Session,
    client_uid: str,
    today: date,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> tuple[view.Formulation, ...]:
    """Return the versions of a client's formulation, the oldest first, as they may be seen.

    With a version that was revealed, what is ticked for it is shown.
    """
    client = one(session, Client, client_uid)
    rows = session.exec(
        select(Formulation)
        .where(Formulation.client_id == client.id)
        .order_by(col(Formulation.version))
    ).all()
    if not rows:
        return ()
    ticked = _ticked(session, client)
    every = frozenset(uid for uids in ticked.values() for uid in uids)
    its = {uid for row in rows if row.uid in revealed for uid in ticked[row.id or 0]}
    offered = offers(session, client, today, every, revealed | its, day_starts_at)
    unseen = agreement_veil.formulations(
        session, hidden_for(session, client.id or 0, revealed), client.id or 0
    )
    left = meetings_left(session, client_uid, today)
    return tuple(
        _value(client, row, veiled=row.id in unseen, offered=offered,
               ticked=frozenset(ticked[row.id or 0]), left=left)
        for row in rows
    )  # fmt: skip


def _value(
    client: Client,
    row: Formulation,
    *,
    veiled: bool,
    offered: tuple[Offered, ...],
    ticked: frozenset[str],
    left: int | None,
) -> view.Formulation:
    known = view.Formulation(
        row.uid,
        client.uid,
        client.code,
        row.version,
        date.fromisoformat(row.day),
        agreed=date.fromisoformat(row.agreed) if row.agreed else None,
        sensitive=row.sensitive,
        veiled=veiled,
        updated_at=row.updated_at,
    )
    if veiled:
        return known
    return replace(
        known,
        parts={part.id: getattr(row, part.id) for part in view.parts()},
        text=row.text,
        grown=row.grown,
        offered=offered,
        ticked=ticked,
        left=left,
        agreed_by=row.agreed_by,
    )


def _ticked(session: Session, client: Client) -> dict[int, set[str]]:
    """Return the uids of what is ticked, by the numbers of the versions."""
    found: dict[int, set[str]] = defaultdict(set)
    for table, number in ((Event, FormulationLink.event_id), (Person, FormulationLink.person_id)):
        query = select(FormulationLink.formulation_id, table.uid).join(
            table, col(table.id) == number
        )
        for version, uid in session.execute(query.where(FormulationLink.client_id == client.id)):
            found[version].add(uid)
    return found


def meetings_left(session: Session, client_uid: str, today: date) -> int | None:
    """Return how many meetings are left after the last one held, None where nobody knows."""
    course = courses.current(session, client_uid, today)
    if course is None:
        return None
    lines = sessions.of_course(session, course.uid, frozenset())
    held = [line.number for line in lines if line.held and line.day and line.day <= today]
    return left_after(course, max(held, default=course.numbered_from - 1))


# What can be ticked.


def offers(
    session: Session,
    client: Client,
    today: date,
    ticked: Set[str] = frozenset(),
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> tuple[Offered, ...]:
    """Return what can be ticked: events, those marked as near the onset first, then people.

    Of the events these are, beside the marked, those of the two years before the onset; of the
    people whoever is on the circle. What is ticked is offered in any case.
    """
    reader = Reader(session, client.id or 0, revealed, day_starts_at)
    onset = read_date(client.onset) if client.onset else None
    uids = _events(session, client, onset) | set(ticked)
    events = sorted(reader.events_of(uids), key=lambda each: (not each.near_onset, order(each)))
    drawn = _people(session, client, today, ticked, revealed)
    return (*(_event(each, onset, today) for each in events), *drawn)


def _events(session: Session, client: Client, onset: FuzzyDate | None) -> set[str]:
    within: list[Any] = [col(Event.near_onset)]
    if onset is not None:
        first, last = around(onset, OFFERED_BEFORE)
        within.append(
            (col(Event.first_day) > "")
            & (col(Event.first_day) <= last.isoformat())
            & (col(Event.last_day) >= first.isoformat())
        )
    query = select(Event.uid).where(Event.client_id == client.id, or_(*within))
    return set(session.exec(query))


def _event(entry: EventEntry, onset: FuzzyDate | None, today: date) -> Offered:
    when = entry.when
    return Offered(
        entry.uid,
        EVENT,
        entry.title,
        say(when, today) if when else "",
        place_of(when, onset),
        marked=entry.near_onset,
        veiled=entry.veiled,
    )


def _people(
    session: Session, client: Client, today: date, ticked: Set[str], revealed: frozenset[str]
) -> Iterator[Offered]:
    """Yield who is on the circle, the closest first, and how they stand by what was before."""
    circle = people.circle(session, client.uid, today, View.BEFORE, revealed=revealed)
    found = [(each.before or Ring.OFF, each) for each in circle.people]
    drawn = [each for each in found if each[0] is not Ring.OFF or each[1].uid in ticked]
    for now, person in sorted(drawn, key=lambda each: each[0] or Ring.OUTSIDE + 1):
        moved = _moved(now, person.ring) if person.asked else ""
        yield Offered(person.uid, PERSON, person.name, moved=moved, veiled=person.veiled)


def _moved(now: Ring, before: Ring | None) -> str:
    """Return nearer or farther where somebody stands other than before, as both were told."""
    if not now or not before or now == before:
        return ""
    return "nearer" if now < before else "farther"

"""Concerns as values: what may be seen of each, and what is still open with whom it is about."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt import moments
from ipt_tui.ipt.concern import Concern as View
from ipt_tui.ipt.concern import StillOpen
from ipt_tui.records import Client, Concern, ConcernPerson
from ipt_tui.vault import set_aside
from ipt_tui.vault.concern_open import still_open
from ipt_tui.vault.hidden import Hidden

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time


def shown(
    session: Session,
    client: Client,
    rows: Sequence[Concern],
    today: date,
    revealed: frozenset[str],
    day_starts_at: time,
) -> tuple[View, ...]:
    """Return concerns of one client as values; one that is not `revealed` is veiled."""
    hidden = Hidden(session, client.id or 0, revealed)
    links: defaultdict[int, list[int]] = defaultdict(list)
    query = select(ConcernPerson.concern_id, ConcernPerson.person_id).where(
        col(ConcernPerson.concern_id).in_([row.id for row in rows])
    )
    for concern, person in session.exec(query.order_by(col(ConcernPerson.id))):
        links[concern].append(person)
    found = []
    for row in rows:
        if hidden.veils(row.uid, True, (), ()):
            found.append(view(row, client, day_starts_at, veiled=True))
            continue
        numbers = links[row.id or 0]
        paused = set_aside.together([row.paused])
        things: tuple[tuple[str, str], ...] = ()
        if not row.concluded_at:
            things = still_open(
                session, client, hidden, frozenset(numbers), today, revealed, day_starts_at
            )
        found.append(
            view(
                row, client, day_starts_at,
                people=tuple(hidden.people[number] for number in numbers),
                words=row.words,
                outcome=row.outcome,
                still_open=tuple(StillOpen(key, said, key in paused) for key, said in things),
                session=row.session_uid or None,
            )
        )  # fmt: skip
    return tuple(found)


def view(row: Concern, client: Client, day_starts_at: time, **shown: Any) -> View:
    """Return a concern as a value with its kind, moment and ticks, and what else is `shown`."""
    return View(
        row.uid, client.uid, client.code, row.kind, row.raised_by,
        moments.read(row.at, row.offset, "time", day_starts_at),
        ticked=set_aside.together([row.ticked]),
        concluded=datetime.fromisoformat(row.concluded_at) if row.concluded_at else None,
        source=row.source_uid,
        updated_at=row.updated_at,
        **shown,
    )  # fmt: skip

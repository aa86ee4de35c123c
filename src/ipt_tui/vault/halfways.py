"""The halfway look of a course: read from all that was noted, and what was said at it kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, select

from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.halfway import Halfway as View
from ipt_tui.ipt.halfway import Said, Told, Wish
from ipt_tui.ipt.people import View as CircleView
from ipt_tui.ipt.people import Whose
from ipt_tui.ipt.session import number_on
from ipt_tui.records import Client, Course, Halfway
from ipt_tui.records.ending import HalfwayFields
from ipt_tui.vault import courses, goal_veil, goals, measures, problem_areas, sessions
from ipt_tui.vault.cards import inventory
from ipt_tui.vault.editing import changed, one, validated
from ipt_tui.vault.errors import ChangedElsewhere
from ipt_tui.vault.expectations import said_with_each
from ipt_tui.vault.hidden import hidden_for
from ipt_tui.vault.people import circle
from ipt_tui.vault.session_times import next_number
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime, time

    from ipt_tui.ipt.inventory import Inventory
    from ipt_tui.vault.hidden import Hidden

_SAME = ("fits", "better", "missing", "change")


# Read.


def look(
    session: Session,
    client_uid: str,
    today: date,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> View | None:
    """Return the course of a client that goes on as it is looked at halfway, None without one."""
    course = courses.current(session, client_uid, today)
    if course is None:
        return None
    client = one(session, Client, client_uid)
    row = one(session, Course, course.uid)
    lines = sessions.of_course(session, course.uid, frozenset(), day_starts_at)
    start, hidden = course.start, hidden_for(session, client.id or 0, revealed)
    then = inventory(session, client_uid, start, revealed=revealed)
    now = inventory(session, client_uid, today, revealed=revealed)
    days = now.circle.snapshots
    since = start if any(day <= start for day in days) else next(iter(days), None)
    compared = since if since is not None and since < today else None
    kept = _kept(session, row)
    return View(
        client.uid,
        client.code,
        course.uid,
        today,
        start,
        number_on(lines, today) or next_number(session, row),
        course.planned,
        circle(session, client_uid, today, CircleView.NOW, compared, revealed),
        measures.measures(session, client_uid, today, revealed, day_starts_at).lines,
        goals.of_client(session, client_uid, today, revealed),
        said_with_each(session, client.id, today, start, revealed),
        tuple(_wishes(now, then, hidden)),
        problem_areas.chosen(session, client_uid, today, revealed).worked_on,
        None if kept is None else _said(hidden, kept),
    )


def told(
    session: Session, client_uid: str, today: date, revealed: frozenset[str] = frozenset()
) -> Told | None:
    """Return what was said at the look at the course that goes on, None without one."""
    course = courses.current(session, client_uid, today)
    if course is None:
        return None
    row = one(session, Course, course.uid)
    kept = _kept(session, row)
    said = None if kept is None else _said(hidden_for(session, row.client_id, revealed), kept)
    return Told(today, course.planned, said)


def _kept(session: Session, course: Course) -> Halfway | None:
    return session.exec(select(Halfway).where(Halfway.course_id == course.id)).first()


def _said(hidden: Hidden, row: Halfway) -> Said:
    veiled, day = goal_veil.answers(hidden, row), date.fromisoformat(row.day)
    if veiled:
        return Said(row.uid, day, veiled=True, updated_at=row.updated_at)
    told = {name: getattr(row, name) for name in _SAME}
    return Said(row.uid, day, **told, sensitive=row.sensitive, updated_at=row.updated_at)


def _wishes(now: Inventory, then: Inventory, hidden: Hidden) -> Iterator[Wish]:
    """Yield the wishes of the client's that can be shown, as they are and as they were."""
    before = {line.uid: line for card in then.cards.values() for line in card.expectations}
    for card in now.cards.values():
        for line in card.expectations:
            if line.whose != Whose.MINE or hidden.in_any((line.text,)):
                continue
            said = date.fromisoformat(line.said_on) if line.said and line.said_on else None
            was = before[line.uid].met if line.uid in before else None
            yield Wish(card.name, line.text, said, line.met or "", was or "")


# Write.


def tell(
    session: Session, /, course_uid: str, on: date, seen: datetime | None = None, **values: Any
) -> str:
    """Keep what is said at the halfway look of a course, dated `on`; return the look's uid.

    `seen` is the `updated_at` of what was kept before, None where there was nothing. Raises Gone,
    ChangedElsewhere, or NotValid with one sentence.
    """
    course = one(session, Course, course_uid)
    row = _kept(session, course)
    if (row.updated_at if row else None) != seen:
        raise ChangedElsewhere
    if row is None:
        fields = validated(HalfwayFields, day=on.isoformat(), **values)
        row = Halfway(client_id=course.client_id, course_id=course.id or 0, **fields.model_dump())
        session.add(row)
    else:
        changed(row, HalfwayFields, {"day": on.isoformat(), **values})
    session.flush()
    describe(session, course.client_id, "the halfway look: what was said")
    return row.uid


def remove(session: Session, uid: str) -> str:
    """Remove what was said at a halfway look; return what it was, as the history calls it."""
    row = one(session, Halfway, uid)
    session.delete(row)
    describe(session, row.client_id, "the halfway look removed")
    return "the halfway look"

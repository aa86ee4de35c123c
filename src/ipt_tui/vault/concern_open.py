"""What is still open with whom a concern is about: practices, talks, joint sessions, pages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt import talk_phrases
from ipt_tui.ipt.concern import PAGES, Thing
from ipt_tui.ipt.course import Format
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.practice import Tried
from ipt_tui.ipt.session import Attendance
from ipt_tui.records import Alternative, Client, CourseSession, Rehearsal, TalkPerson
from ipt_tui.records import Talk as TalkRow
from ipt_tui.vault import practices
from ipt_tui.vault.talk_lines import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import time

    from ipt_tui.vault.hidden import Hidden

UNSEEN = "sensitive"
"""What stands in place of what is veiled."""
ON_PAPER = "what was printed, copied or sent to read at home"
Found = tuple[str, str]
"""A key such as "practice:<uid>", and its words."""


def still_open(
    session: Session,
    client: Client,
    hidden: Hidden,
    numbers: frozenset[int],
    today: date,
    revealed: frozenset[str],
    day_starts_at: time,
) -> tuple[Found, ...]:
    """Return what is open with the people of these numbers, none where there are none.

    Of practices those not done in full, of talks those with a line or a rehearsal and no try that
    came off. What was taken home on paper is nowhere noted, so that always stands there.
    """
    if not numbers:
        return ()
    with_lines = _talks_with_lines(session, numbers)
    talks = Lines(session, client.id or 0, hidden, day_starts_at, with_lines)
    return (
        *_practices(session, client, hidden, numbers, revealed),
        *(
            (
                f"{Thing.TALK}:{line.uid}",
                UNSEEN if line.veiled else talk_phrases.called(line, today),
            )
            for line in talks
            if not any(each.done == Tried.FULL for each in line.tried)
        ),
        *_joint(session, client, today),
        (PAGES, ON_PAPER),
    )


def _practices(
    session: Session,
    client: Client,
    hidden: Hidden,
    numbers: frozenset[int],
    revealed: frozenset[str],
) -> Iterator[Found]:
    """Yield practices about one of these people, or grown from a talk with one."""
    their = {hidden.people[number].uid for number in numbers}
    grown = (
        select(TalkRow.uid)
        .join(TalkPerson, col(TalkPerson.talk_id) == TalkRow.id)
        .where(col(TalkPerson.person_id).in_(numbers))
    )
    talks = set(session.exec(grown))
    everything = revealed | their | talks
    seen = {one.uid: one for one in practices.of_client(session, client.uid, revealed)}
    for one in practices.of_client(session, client.uid, everything):
        is_theirs = (one.who is not None and one.who.uid in their) or one.talk in talks
        if is_theirs and one.done != Tried.FULL:
            yield f"{Thing.PRACTICE}:{one.uid}", seen[one.uid].what or UNSEEN


def _talks_with_lines(session: Session, numbers: frozenset[int]) -> list[int]:
    """Return the talks with one of these people in which something is composed or rehearsed."""
    found: set[int] = set()
    tables: tuple[Any, ...] = (Alternative, Rehearsal)
    for table in tables:
        query = (
            select(table.talk_id)
            .join(TalkPerson, col(TalkPerson.talk_id) == table.talk_id)
            .where(col(TalkPerson.person_id).in_(numbers))
        )
        found |= set(session.exec(query))
    return sorted(found)


def _joint(session: Session, client: Client, today: date) -> Iterator[Found]:
    """Yield the sessions to come in which somebody else is to be there; with whom nobody noted."""
    row = CourseSession
    query = (
        select(row.uid, row.number, row.planned)
        .where(
            row.client_id == client.id,
            row.format == Format.JOINT.value,
            row.started == "",
            row.attendance == Attendance.PLANNED.value,
        )
        .order_by(col(row.number))
    )
    for uid, number, planned in session.exec(query):
        day = f", {short(date.fromisoformat(planned[:10]), today)}" if planned else ""
        yield f"{Thing.SESSION}:{uid}", f"session {number}{day}"

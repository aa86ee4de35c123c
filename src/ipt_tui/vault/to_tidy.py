"""What waits to be tidied in the notes of sessions that are over, of all clients.

To count it a note has to be read, so counts are kept: as a setting, beside the record, each with a
stamp of the note and of the lines that were looked at. A count whose stamp is another is worth
nothing, and is counted anew; so an undo, an import or another window cannot make it wrong.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import String, func, literal, type_coerce
from sqlmodel import Session, col, select

from ipt_tui.ipt import tidy
from ipt_tui.ipt.capture import parse
from ipt_tui.ipt.session import Kept
from ipt_tui.ipt.today import Owed, ToTidy
from ipt_tui.records import Client, CourseSession, Person, TidiedLine
from ipt_tui.vault import noting, settings, tidying
from ipt_tui.vault.days import back
from ipt_tui.vault.session_lines import moment_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import time

SINCE = timedelta(days=28)
"""Sessions that began longer ago are not looked at: whoever opens one finds what waits there."""
AT_ONCE = 4
"""So many notes are read at a time, so that whoever types meanwhile is not kept waiting."""


def waiting(session: Session, on: date) -> tuple[tuple[ToTidy, ...], bool]:
    """Return the sessions in whose notes lines wait, the newest first; whether all are counted.

    No note is read.
    """
    known = settings.get(session, settings.TO_TIDY, {})
    found, whole = [], True
    for row in _over(session, on):
        stamp, lines = known.get(row.uid, ("", 0))
        if stamp != row.stamp:
            whole = False
        elif lines:
            found.append(ToTidy(Owed(row.uid, row.client, row.code, row.number), lines))
    return tuple(found), whole


def count(session: Session, on: date, day_starts_at: time, most: int = AT_ONCE) -> bool:
    """Count what waits in some of the notes of which that is not known; return whether all are.

    It is kept without a step.
    """

    @cache
    def ground(client_uid: str) -> noting.Ground:
        return noting.ground(session, client_uid)

    known = settings.get(session, settings.TO_TIDY, {})
    counts, whole = {}, True
    for row in _over(session, on):
        kept = known.get(row.uid, ("", 0))
        if kept[0] != row.stamp:
            if not most:
                whole = False
                continue
            most -= 1
            at = moment_of(row, "started", day_starts_at)
            day = at.day if at else on
            lines = _count_one(session, row.uid, day, ground(row.client), day_starts_at)
            kept = (row.stamp, lines)
        counts[row.uid] = kept
    settings.put(session, settings.TO_TIDY, counts)
    return whole


def _over(session: Session, on: date) -> Iterator[Any]:
    """Yield the sessions that are over and have a note, without the note, the newest first.

    `stamp` is another once the note is, or a line of it was taken, left or brought back, or what
    it is read with changed: the client's scale, the names.
    """
    row = CourseSession
    here = TidiedLine.session_id == row.id
    looked_at = func.count().op("||")(literal(" ")).op("||")(func.max(TidiedLine.updated_at))
    done = select(func.coalesce(looked_at, "")).where(here).scalar_subquery()
    theirs = Person.client_id == Client.id
    newest = func.count().op("||")(func.max(Person.updated_at))
    named = select(func.coalesce(newest, "")).where(theirs).scalar_subquery()
    read_with = type_coerce(Client.updated_at, String).op("||")(named)
    columns: tuple[Any, ...] = (
        row.uid, row.number, row.started, row.started_offset,
        Client.uid.label("client"), Client.code,  # type: ignore[attr-defined]
        type_coerce(row.updated_at, String).op("||")(done).op("||")(read_with).label("stamp"),
    )  # fmt: skip
    query = (
        select(*columns)
        .join(Client, col(Client.id) == row.client_id)
        .where(
            col(row.started) >= back(on, SINCE).isoformat(),
            col(row.ended) != "",
            col(Client.kept) == Kept.FULL.value,
            func.octet_length(row.note) > 0,  # which does not read it
        )
        .order_by(col(row.started).desc(), col(row.id).desc())
    )
    yield from session.execute(query)


def _count_one(
    session: Session, uid: str, day: date, ground: noting.Ground, day_starts_at: time
) -> int:
    note = session.exec(select(CourseSession.note).where(CourseSession.uid == uid)).one()
    pieces = parse(
        note, day, ground.names, ground.scale, day_starts_at=day_starts_at, anchors=ground.anchors
    )
    return len(tidy.to_tidy(pieces, tidying.done(session, uid), day, ground.scale, of=uid))

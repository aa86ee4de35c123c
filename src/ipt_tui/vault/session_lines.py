"""Sessions as they stand in a list: one line each, read by columns and never with their notes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt import moments
from ipt_tui.ipt.session import SessionLine
from ipt_tui.records import Client, Course, CourseSession, ProgressNote
from ipt_tui.vault.hidden import Hidden, hidden_for
from ipt_tui.vault.session_veil import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import time

    from ipt_tui.ipt.moments import Moment

_COLUMNS: tuple[Any, ...] = (
    CourseSession.uid, CourseSession.client_id, CourseSession.number,
    CourseSession.planned, CourseSession.planned_offset, CourseSession.started,
    CourseSession.started_offset, CourseSession.ended, CourseSession.ended_offset,
    CourseSession.place, CourseSession.modality, CourseSession.format, CourseSession.attendance,
    CourseSession.plan, CourseSession.sensitive,
)  # fmt: skip


def lines(
    session: Session, revealed: frozenset[str], day_starts_at: time, *within: Any
) -> Iterator[SessionLine]:
    """Yield the sessions to which the conditions `within` apply, in the order of their numbers."""

    @cache
    def hidden(client: int) -> Hidden:
        return hidden_for(session, client, revealed)

    query = (
        select(  # type: ignore[call-overload]
            *_COLUMNS, Client.uid.label("client"), Client.code, Course.uid.label("course"),  # type: ignore[attr-defined]
            Course.planned.label("of"), ProgressNote.signed_at,  # type: ignore[attr-defined]
        )
        .join(Course, col(Course.id) == CourseSession.course_id)
        .join(Client, col(Client.id) == CourseSession.client_id)
        .join(ProgressNote, col(ProgressNote.session_id) == CourseSession.id, isouter=True)
        .where(*within)
        .order_by(col(CourseSession.course_id), col(CourseSession.number))
    )  # fmt: skip
    for row in session.execute(query).all():
        texts = {"place": row.place, "plan": row.plan}
        if row.sensitive or any(texts.values()):
            texts, veiled = told(hidden(row.client_id), row.uid, row.sensitive, texts)
        else:
            veiled = frozenset()
        yield SessionLine(
            row.uid,
            row.client,
            row.code,
            row.course,
            row.number,
            row.of,
            moment_of(row, "planned", day_starts_at),
            moment_of(row, "started", day_starts_at),
            moment_of(row, "ended", day_starts_at),
            texts["place"],
            row.modality,
            row.format,
            row.attendance,
            texts["plan"],
            None if row.signed_at is None else bool(row.signed_at),
            bool(veiled),
        )


def moment_of(row: Any, name: str, day_starts_at: time) -> Moment | None:
    """Return the moment that a session keeps under a name, None while it is not known."""
    wall = getattr(row, name)
    if not wall:
        return None
    offset = getattr(row, f"{name}_offset")
    return moments.read(wall, offset, moments.Known.TIME.value, day_starts_at)

"""One write of every kind that an ending has, on the small record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlmodel import Session, select

from ipt_tui.records import Course, CourseEnding
from ipt_tui.vault import endings, talk_begin, talking
from tests.vault.talk_writes import first

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from ipt_tui.ipt.moments import Moment
    from tests.vault.world import World


def seen(session: Session, course: str) -> datetime | None:
    """Return what the ending of a course is to be written with, None while there is none."""
    query = select(CourseEnding.updated_at).join(Course).where(Course.uid == course)
    return session.exec(query).first()


def put(session: Session, fn: Callable[..., None], course: str, *args: Any, **values: Any) -> None:
    """Write into an ending as it was read just before."""
    fn(session, course, *args, seen=seen(session, course), **values)


def _compare(
    session: Session, course: str, event: str, person: str, talk: str, now: Moment
) -> None:
    """Have a second talk with the same person, and put the two side by side."""
    other = talk_begin.begin(session, event)
    talking.be_with(session, other, now.day, [person])
    put(session, endings.compare, course, talk, other)


def writes(now: Moment) -> dict[str, Callable[[World], Any]]:
    """Return one write of every kind, by the name of its function."""
    return {
        "endings.tell": lambda w: w.vault.write(
            put, endings.tell, w.course, changed="I ask first", coming="stop", agreed="2026-11-20"
        ),
        "endings.take": lambda w: w.vault.write(put, endings.take, w.course, "asked at supper"),
        "endings.tick": lambda w: w.vault.write(put, endings.tick, w.course, w.noor),
        "endings.compare": lambda w: w.vault.write(
            _compare, w.course, w.tried, w.sam, first(w, "talk"), now
        ),
    }

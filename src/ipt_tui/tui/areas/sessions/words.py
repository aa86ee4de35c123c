"""What stands above a session: which it is, when and where, what was before, what is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.course import Modality, left_words, place_words
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.session import minutes_in

if TYPE_CHECKING:
    from datetime import datetime

    from ipt_tui.ipt.session import Session

NO_COURSE = """Here stand the sessions of a course: the note, and what came of it.

On Today p sets one up, and s begins its next session."""
TOGETHER = "The note is not shown while you look together."
VEILED = "This note tells of something sensitive; enter shows it."
NO_PAD = "Kept in brief: the note is a pad for the hour, and there is none outside of it."
ALONE = "Stop looking together first (w); then it can be changed."
DATES_ONLY = "Only the dates of these sessions are kept: there is no note."
IN_BRIEF = "kept in brief: of this note only what you take stays"


def head(session: Session, now: datetime, before: str, *, timer: bool = True) -> tuple[str, str]:
    """Return the two lines above a session; `before` is what was planned the last time."""
    line, course = session.line, session.course
    parts = [place_words(course, line.number)]
    if line.at is not None:
        parts.append(f"{line.at.at:%a} {short(line.at.at.date())}, {line.at.at:%H:%M}")
    if line.modality and line.modality != Modality.IN_PERSON.value:
        parts.append(Modality.say(line.modality))
    parts.append(line.place)
    parts.append(_clock(session, now) if timer else "")
    plan = session.text("plan") or before
    told = [f"Plan: {plan}" if plan else "", left_words(course, line.number)]
    return " · ".join(filter(None, parts)), " · ".join(filter(None, told))


def _clock(session: Session, now: datetime) -> str:
    minutes = minutes_in(session.line, now)
    if minutes is None:
        return "not begun: s begins"
    if session.line.running:
        return f"{minutes} of {session.course.minutes} min"
    return f"{minutes} min"


def counted(waiting: int) -> str:
    """Return the heading of what waits."""
    return f"to tidy {waiting} · ctrl+g y: enter takes, z leaves, e changes"

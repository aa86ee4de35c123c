"""What stands above a session: which it is, when and where, what was before, what is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.course import Format, Modality, left_words, place_words
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.session import is_with_others, minutes_in
from ipt_tui.ipt.text import one_line

if TYPE_CHECKING:
    from datetime import datetime

    from ipt_tui.ipt.session import Before, Session

NO_COURSE = """Here stand the sessions of a course: the note, and what came of it.

On Today p sets one up, and s begins its next session."""
TOGETHER = "The note is not shown while you look together."
VEILED = "This note tells of something sensitive; enter shows it."
NO_PAD = "Kept in brief: the note is a pad for the hour, and there is none outside of it."
ALONE = "Stop looking together first (w); then it can be changed."
DATES_ONLY = "Only the dates of these sessions are kept: there is no note."
IN_BRIEF = "kept in brief: of this note only what you take stays"

TYPING = "you are typing in the note · esc leads to the keys"
TYPING_ON = "what you type goes to the note"
CAPTURING = "you are typing in the line below · esc closes it"
ANSWERING = "you are answering the question below · esc closes it"
KEYS = "keys · g n types in the note"
KEYS_ALONE = "keys · there is no note to type in"
TOGETHER_FILED = "The filed note is not shown while you look together."
KEYS_TOGETHER = "looking together · keys only, the note is put away · w stops"

_LONGEST = 56
"""So long may be what was before, and what is planned: two lines hold both, and what is left."""


def head(session: Session) -> str:
    """Return which session it is: whose, when, how and where, and who is there beside."""
    line, course = session.line, session.course
    parts = [line.code, place_words(course, line.number)]
    if line.at is not None:
        at = line.at.at
        parts.append(f"{at:%a} {short(at.date(), session.today)}, {at:%H:%M}")
    if line.modality and line.modality != Modality.IN_PERSON.value:
        parts.append(Modality.say(line.modality))
    parts.append(line.place)
    with_ = session.text("attendees").replace("\n", " ")
    if is_with_others(session):
        parts.append(f"with {with_}" if with_ else Format.say(line.format))
    return " · ".join(filter(None, parts))


def told_before(session: Session, before: Before) -> str:
    """Return what it begins with: the last time, what is planned, how many are left."""
    plan = one_line(session.text("plan") or before.plan, _LONGEST)
    last = one_line(" · ".join(before.done), _LONGEST)
    told = [f"Last time: {last}" if last else "", f"Plan: {plan}" if plan else ""]
    is_today = session.line.day == session.today
    told.append(left_words(session.course, session.line.number, today=is_today))
    return " · ".join(filter(None, told))


def clock(session: Session, now: datetime, *, typing: bool) -> str:
    """Return how long it has been going on, or went on; before, what begins it while `typing`."""
    minutes = minutes_in(session.line, now)
    if minutes is None:
        return by_key("s begins", typing=typing)
    if session.line.running:
        return f"{minutes} of {session.course.minutes} min"
    return f"{minutes} min"


def by_key(words: str, *, typing: bool) -> str:
    """Return what a letter does; while one is `typing`, esc comes before it."""
    return f"esc {words}" if typing else words


def counted(waiting: int) -> str:
    """Return the heading of what waits."""
    return f"to tidy {waiting} · ctrl+g y goes there"

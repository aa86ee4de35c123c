"""One session as plain lines: when it was, and each thing told of it under its label.

A text of several lines stands below its label, indented, so that none of it reads as a label.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.exchange.plain import line, wrapped
from ipt_tui.ipt import moments, self_check
from ipt_tui.ipt.agenda import technique_words
from ipt_tui.ipt.audience import Audience, listed
from ipt_tui.ipt.course import Modality, place_words
from ipt_tui.ipt.note_source import day_words
from ipt_tui.ipt.practice import tried_words
from ipt_tui.ipt.session import Attendance
from ipt_tui.ipt.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipt_tui.ipt.practice import Practice
    from ipt_tui.ipt.progress_note import ProgressNote
    from ipt_tui.ipt.session import Session

VEILED = "sensitive, and not shown"
_INDENT = "  "
_POINT = " · "


def session_lines(
    session: Session,
    note: str,
    practices: Sequence[Practice] = (),
    audience: Audience = Audience.PRACTITIONER,
    *,
    filed: ProgressNote | None = None,
    width: int | None = None,
) -> list[str]:
    """Return a session as lines: heading, then what was told, as far as it is.

    Args:
        session: What to tell.
        note: Its note with the marks as words; see `marks_as_words`.
        practices: Those agreed in it, and those looked at again.
        audience: For whom the lines are worded; a client's own say nothing of the course.
        filed: Its progress note; never told in a client's own words.
        width: In cells; lines are wrapped only if it is given.
    """
    own = audience is Audience.CLIENT
    told = _own(session, note, practices) if own else _theirs(session, note, practices, filed)
    lines = [line(_heading(session, audience)), ""]
    for label, text in told:
        lines += _set(label, text)
    return wrapped(lines if len(lines) > 2 else lines[:1], width)


def _heading(session: Session, audience: Audience) -> str:
    one = session.line
    lead = audience.pick(
        f"{one.code}{_POINT}{place_words(session.course, one.number)}", f"Meeting {one.number}"
    )
    when = moments.words(one.at, session.today) if one.at else "no date yet"
    if one.ended is not None:
        when += f" to {one.ended.at:%H:%M}"
    where = one.place
    if not where and one.modality != Modality.IN_PERSON:
        where = Modality.say(one.modality)
    came = audience.pick(Attendance.say(one.attendance), "")
    return _POINT.join(filter(None, [lead, when, where, came]))


def _theirs(
    session: Session, note: str, practices: Sequence[Practice], filed: ProgressNote | None
) -> Iterator[tuple[str, str]]:
    yield "There beside the client", _text(session, "attendees")
    yield "Planned for it", _text(session, "plan")
    yield "Since last time", _text(session, "since_last")
    for item in session.agenda:
        yield "Done" if item.done else "Not done", VEILED if item.veiled else item.text
    yield "Note", VEILED if "note" in session.veiled else note
    yield "Techniques", listed([technique_words(code) for code in session.techniques])
    yield "Safety", _safety(session)
    yield from _tried(session, practices, "Practice looked at", "Practice agreed")
    yield "Plan for next time", _text(session, "plan_next")
    yield "For supervision", _text(session, "question")
    yield "Self-check", self_check.words(session.text("self_check"))
    if filed is not None:
        yield from _filed(filed)


def _own(session: Session, note: str, practices: Sequence[Practice]) -> Iterator[tuple[str, str]]:
    yield "What we planned", _text(session, "plan")
    yield "How it had been", _text(session, "since_last")
    yield "Note", VEILED if "note" in session.veiled else note
    yield from _tried(session, practices, "What you tried", "To try")
    yield "What we planned next", _text(session, "plan_next")


def _filed(note: ProgressNote) -> Iterator[tuple[str, str]]:
    """Yield whether the note that is filed is signed, its parts, and what was added to it."""
    signed = "not signed yet"
    if note.signed_at is not None:
        at = note.signed_at.astimezone()
        signed = f"signed by {note.signed_by}, {day_words(at.date())}, {at:%H:%M}"
    yield "Progress note", signed
    for name, label, text in note.parts:
        yield label, VEILED if name in note.veiled else text
    for number, later in enumerate(note.addenda, 1):
        why = f" (reason: {later.reason})" if later.reason else ""
        yield (
            ", ".join(filter(None, (f"Addendum {number}", day_words(later.day), later.signed_by))),
            VEILED if later.veiled else f"{later.text}{why}",
        )


def _text(session: Session, name: str) -> str:
    return VEILED if name in session.veiled else session.text(name)


def _tried(
    session: Session, practices: Sequence[Practice], looked_at: str, agreed: str
) -> Iterator[tuple[str, str]]:
    """Yield the practices under one label or the other; of a veiled one is known when it was."""
    for practice in practices:
        before = practice.session != session.uid and practice.looked_at == session.line.day
        words = VEILED if practice.veiled else tried_words(practice)
        yield (looked_at if before else agreed), words


def _safety(session: Session) -> str:
    asked = {"yes": "asked about", "no": "not asked about"}.get(session.text("safety_asked"), "")
    return "; ".join(filter(None, [asked, _text(session, "safety_summary")]))


def _set(label: str, text: str) -> list[str]:
    """Return a label with its text, of several lines below it; nothing where there is none."""
    lines = [clean(part).rstrip() for part in text.strip().splitlines()]
    if len(lines) < 2:
        return [f"{label}: {line(part)}" for part in lines]
    return [f"{label}:", *(f"{_INDENT}{part}" for part in lines)]

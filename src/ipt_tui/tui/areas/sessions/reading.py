"""Reading one session with all that is shown around it, and the marks of its note."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipt_tui.ipt import capture
from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.vault import (
    clients,
    courses,
    measures,
    noting,
    practices,
    progress_notes,
    session_before,
    sessions,
    settings,
    tidying,
)
from ipt_tui.vault.entered import entered

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from ipt_tui.ipt.open_loop import Entered
    from ipt_tui.ipt.practice import Practice
    from ipt_tui.ipt.progress_note import ProgressNote
    from ipt_tui.ipt.session import Before, Kept, Session, SessionLine
    from ipt_tui.ipt.tidy import Tidied
    from ipt_tui.tui.areas.inquiry import Ground

MOST_LINES = 200
"""So many lines of a note, the last, are looked up on the timeline."""


@dataclass(frozen=True, slots=True)
class Read:
    """One session with all that is shown around it.

    `lines` are those of its course, `before` what the last time left, `carried` the
    practices of this session and those still open, `done` the lines of the note looked at. `timed`
    is whether the minutes are shown. `due` are the names of the measures that are due at it.
    """

    session: Session
    lines: tuple[SessionLine, ...]
    before: Before
    carried: tuple[Practice, ...]
    done: tuple[Tidied, ...]
    ground: noting.Ground
    kept: Kept
    note: ProgressNote | None
    timed: bool
    due: tuple[str, ...] = ()

    @property
    def day(self) -> date:
        """The day that a note without a date is of: while one still prepares it, today."""
        day, today = self.session.line.day, self.session.today
        return min(day, today) if day else today


@dataclass
class Marks:
    """The marks of a note, each line read once for as long as it is read with the same things."""

    _with: object = None
    _lines: dict[str, list[Captured]] = field(default_factory=dict)

    def of(self, note: str, found: Read, ground: Ground) -> tuple[Captured, ...]:
        """Return the pieces of a note."""
        known = found.ground
        reading = (found.day, known.names, known.scale, tuple(known.anchors), ground.southern)
        if reading != self._with:
            self._with, self._lines = reading, {}
        return capture.parse(
            note, found.day, known.names, known.scale, southern=ground.southern,
            day_starts_at=ground.day_starts_at, anchors=known.anchors, lines=self._lines,
        )  # fmt: skip


async def read_session(ground: Ground, wanted: str | None, *, together: bool) -> Read | None:
    """Return the session wanted, of whichever course; else of the present one that runs or is next.

    Else it is the last of that course.

    Who is at a session that runs sees its note, whatever it tells of. None without a course.
    Raises VaultError.
    """
    read, starts, revealed = ground.vault.read, ground.day_starts_at, ground.revealed
    course = await read(courses.of_session, ground.client, wanted) if wanted else None
    course = course or await read(courses.current, ground.client, ground.today)
    lines = await read(sessions.of_course, course.uid, revealed, starts) if course else ()
    uid = await _found(ground, lines, wanted)
    if uid is None:
        return None
    if not together and any(line.uid == uid and line.running for line in lines):
        revealed |= {uid}
    before = await read(session_before.before, uid, ground.today, ground.revealed, starts)
    session = await read(sessions.session, uid, ground.today, revealed, starts)
    note = session.progress_note
    return Read(
        session,
        lines,
        before,
        await _carried(ground, session, lines),
        await read(tidying.done, uid),
        await read(noting.ground, ground.client, ground.revealed),
        await read(clients.kept, ground.client),
        await read(progress_notes.note, note, revealed, starts) if note else None,
        await read(settings.get, settings.SESSION_MINUTES, True),
        await _due(ground, session, lines),
    )


async def read_entered(ground: Ground, pieces: tuple[Captured, ...]) -> Mapping[str, Entered]:
    """Return what the marked lines of a note became, by their words. Raises VaultError."""
    words = (piece.words for piece in pieces if piece.mark in (Mark.MOOD, Mark.EVENT))
    lines = tuple(dict.fromkeys(words))[-MOST_LINES:]
    return await ground.vault.read(entered, ground.client, lines) if lines else {}


async def _found(ground: Ground, lines: tuple[SessionLine, ...], wanted: str | None) -> str | None:
    if not lines or any(line.uid == wanted for line in lines):
        return wanted if lines else None
    found = await ground.vault.read(sessions.next_of, ground.client, ground.today)
    uids = [line.uid for line in lines]
    return found.uid if found is not None and found.uid in uids else uids[-1]


async def _carried(
    ground: Ground, session: Session, lines: tuple[SessionLine, ...]
) -> tuple[Practice, ...]:
    """Return what was agreed or looked at in this session, and what there is to come back to."""
    found = await ground.vault.read(practices.of_client, ground.client, ground.revealed)
    held = [line for line in lines if line.held and line.number < session.line.number]
    before, days = held[-1].day if held else None, (session.line.day, ground.today)
    return tuple(
        one
        for one in found
        if one.waits(before) or one.session == session.uid or one.looked_at in days
    )


async def _due(ground: Ground, session: Session, lines: tuple[SessionLine, ...]) -> tuple[str, ...]:
    """Return what is due at a session that runs or is to come."""
    line, course = session.line, session.course
    if course.ended is not None or not (line.ahead or line.running):
        return ()
    days = measures.days_of(course, line.number, lines)
    found = await ground.vault.read(
        measures.of_course, ground.client, ground.today, days, frozenset(), ground.day_starts_at
    )
    return found.due

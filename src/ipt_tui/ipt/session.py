"""A session as one value: when it was, what was planned, noted and done in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipt_tui.ipt.course import Format
from ipt_tui.ipt.words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from ipt_tui.ipt.course import Course
    from ipt_tui.ipt.moments import Moment


class Attendance(Vocabulary):
    """Whether a session took place."""

    PLANNED = "planned", "planned"
    ATTENDED = "attended", "came"
    LATE = "late", "came late"
    NO_SHOW = "no_show", "did not come"
    CANCELLED_CLIENT = "cancelled_client", "cancelled by the client"
    CANCELLED_ME = "cancelled_me", "cancelled by me"
    OTHER = "other"

    @property
    def absent(self) -> bool:
        """Whether it says that the session did not take place."""
        return self in (
            Attendance.NO_SHOW,
            Attendance.CANCELLED_CLIENT,
            Attendance.CANCELLED_ME,
        )


class Kept(Vocabulary):
    """How much of a session is kept."""

    FULL = "full", "in full"
    BRIEF = "brief", "in brief"
    DATES = "dates", "dates only"
    OTHER = "other"


class Earlier(Vocabulary):
    """What becomes of the notes until now once less of a session is kept."""

    STAY = "stay", "stay"
    FORGET = "forget", "forget"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """One thing to do in a session; a veiled one has no text."""

    uid: str
    code: str
    text: str
    done: bool = False
    veiled: bool = False
    updated_at: datetime | None = None


def took_place(attendance: str, *, begun: bool) -> bool:
    """Whether a session took place, or does now: one came, or it began and was not missed."""
    known = Attendance.read(attendance)
    came = known in (Attendance.ATTENDED, Attendance.LATE)
    return came or (begun and not (known is not None and known.absent))


@dataclass(frozen=True, slots=True)
class SessionLine:
    """A session as it stands in a list.

    `code` is the client's, `of` how many sessions are planned, 0 in an open course. `planned`,
    `started` and `ended` are None while they are not known; `day` is the day it was, else the one
    it is planned for. `signed` says of its progress note whether it is signed, None where it has
    none. `plan` is empty where it is veiled.
    """

    uid: str
    client: str
    code: str
    course: str
    number: int
    of: int = 0
    planned: Moment | None = None
    started: Moment | None = None
    ended: Moment | None = None
    place: str = ""
    modality: str = ""
    format: str = ""
    attendance: str = Attendance.PLANNED.value
    plan: str = ""
    signed: bool | None = None
    veiled: bool = False

    @property
    def at(self) -> Moment | None:
        """When it began, else when it is to begin."""
        return self.started or self.planned

    @property
    def day(self) -> date | None:
        """The day it belongs to, None while nobody has said."""
        return self.at.day if self.at else None

    @property
    def missed(self) -> bool:
        """Whether it is said not to have taken place."""
        known = Attendance.read(self.attendance)
        return known is not None and known.absent

    @property
    def running(self) -> bool:
        """Whether it has begun and not ended."""
        return self.started is not None and self.ended is None

    @property
    def held(self) -> bool:
        """Whether it took place, or does now."""
        return took_place(self.attendance, begun=self.started is not None)

    @property
    def ahead(self) -> bool:
        """Whether it has still to come."""
        known = Attendance.read(self.attendance)
        return self.started is None and known in (None, Attendance.PLANNED, Attendance.OTHER)


@dataclass(frozen=True, slots=True)
class Session:
    """One session, opened.

    `values` holds the texts of `records.session.SessionFields` by their names; those in `veiled`
    name somebody or something sensitive and are empty. `techniques` are their codes.
    """

    line: SessionLine
    course: Course
    today: date
    values: Mapping[str, str] = field(default_factory=dict)
    veiled: frozenset[str] = frozenset()
    agenda: tuple[AgendaLine, ...] = ()
    techniques: tuple[str, ...] = ()
    progress_note: str | None = None
    updated_at: datetime | None = None

    @property
    def uid(self) -> str:
        """Its identity."""
        return self.line.uid

    def text(self, name: str) -> str:
        """Return a text, "" while nothing is told and where it is veiled."""
        return self.values.get(name, "")


@dataclass(frozen=True, slots=True)
class Before:
    """What there is to say of the session before: the `plan` made in it, and what was `done`."""

    plan: str = ""
    done: tuple[str, ...] = ()


def is_with_others(session: Session) -> bool:
    """Whether somebody beside the client is to be there: in a group, or together with somebody."""
    return Format.read(session.line.format) in (Format.GROUP, Format.JOINT)


def number_on(lines: Iterable[SessionLine], on: date) -> int | None:
    """Return the number of the session of a course that ran on a day or was next; None for none.

    Next is the one of the earliest day from then on, else the first that has no day. One that was
    missed is never next.
    """
    found = [line for line in lines if not line.missed]
    for line in found:
        if line.running and line.day is not None and line.day <= on:
            return line.number
    later = [line for line in found if line.day is not None and line.day >= on]
    later = [line for line in later if line.ahead or line.day != on]
    undated = [line for line in found if line.ahead and line.day is None]
    first = min(later, key=_begins, default=None) or next(iter(undated), None)
    return None if first is None else first.number


def met_on(lines: Iterable[SessionLine], day: date) -> SessionLine | None:
    """Return the session that runs on a day, else one held on it; None for none."""
    there = [line for line in lines if line.day == day and (line.running or line.held)]
    return max(there, key=lambda line: line.running, default=None)


def _begins(line: SessionLine) -> tuple[float, int]:
    return line.at.instant.timestamp() if line.at else 0.0, line.number


def minutes_in(line: SessionLine, now: datetime) -> int | None:
    """Return how many whole minutes a session has taken so far or took in all; None if not begun.

    A clock that was set back meanwhile says 0, never less.
    """
    if line.started is None:
        return None
    until = line.ended.instant if line.ended else now
    return max(0, int((until - line.started.instant).total_seconds() // 60))


def clock_problem(started: Moment | None, ended: Moment | None) -> str:
    """Return what is wrong with when a session began and ended, "" where nothing is.

    It may run over midnight: then it ends on the next day's date.
    """
    if ended is None:
        return ""
    if started is None:
        return "A session ends only after it has begun; say first when it began."
    if ended.instant < started.instant:
        return (
            f"It would end at {ended.at:%H:%M}, before it began at {started.at:%H:%M}. "
            "Say when it ended, with the date if that was on the next day."
        )
    return ""

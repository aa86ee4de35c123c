"""Today as one value: whose session is next, and what the practitioner still has to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import plural
from ipt_tui.ipt.course import phase_words, place_words
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.first_week import AWAY, Week
from ipt_tui.ipt.phases import Phase

if TYPE_CHECKING:
    from datetime import date

    from ipt_tui.ipt.brief import BriefSource
    from ipt_tui.ipt.concern import Concern
    from ipt_tui.ipt.course import Course
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.overview import Overview
    from ipt_tui.ipt.practice import Todo

_ORDER = ("active", "paused", "ended")
_WEEK = 7


@dataclass(frozen=True, slots=True)
class ClientDay:
    """A client as Today lists them, with the session that runs or is next.

    `number` is that of the session in the course, 0 where there is no course (or before a group
    begins); `at` is when it is planned for, or when it began if it is `running`. `session` is its
    uid, "" while it is not planned.
    """

    uid: str
    code: str
    status: str = _ORDER[0]
    region: str = ""
    people: int = 0
    course: Course | None = None
    number: int = 0
    at: Moment | None = None
    running: bool = False
    session: str = ""

    @property
    def active(self) -> bool:
        """Whether this client is coming at present."""
        return self.status == _ORDER[0]


@dataclass(frozen=True, slots=True)
class Owed:
    """A session of which something is still to be said; `at` is when it began or was planned."""

    uid: str
    client: str
    code: str
    number: int
    at: Moment | None = None

    @property
    def words(self) -> str:
        """Which one it is: "A11 session 10"."""
        return f"{self.code} session {self.number}"


@dataclass(frozen=True, slots=True)
class ToTidy:
    """A session that is over, and how many lines of its note wait to be tidied."""

    session: Owed
    lines: int

    def told(self, *, brief: bool = False) -> str:
        """Return how many, and where: "3 lines from K7 session 7"; `brief` "3 from …"."""
        many = str(self.lines) if brief else plural(self.lines, "line")
        return f"{many} from {self.session.words}"


@dataclass(frozen=True, slots=True)
class TodoOf:
    """A to-do, and whom it is about."""

    client: str
    code: str
    todo: Todo


@dataclass(frozen=True, slots=True)
class Today:
    """What Today lists.

    `unsigned` are sessions whose progress note is not signed, of those of late that have a note
    also where no draft was made of it, `running` those that have
    not ended, `unsaid` those of today whose hour has gone by and of which nobody said whether they
    took place. `to_tidy` are those that are over and in whose notes something waits, as far as
    that is `counted`. `concerns` are the open ones, veiled.
    """

    today: date
    clients: tuple[ClientDay, ...] = ()
    unsigned: tuple[Owed, ...] = ()
    running: tuple[Owed, ...] = ()
    unsaid: tuple[Owed, ...] = ()
    todos: tuple[TodoOf, ...] = ()
    to_tidy: tuple[ToTidy, ...] = ()
    concerns: tuple[Concern, ...] = ()
    counted: bool = True


@dataclass(frozen=True, slots=True)
class DayOf:
    """What there is to say of the client in hand: a brief, without a course an overview.

    `before` is the course that ended last, where none goes on. `sheet_due` is whether
    the recovery sheet has still to be written down. In one's own vault `week` is how far the first
    week is, `called` what one wants to be called.
    """

    brief: BriefSource | None = None
    overview: Overview | None = None
    sheet_due: bool = False
    before: Course | None = None
    week: Week = AWAY
    called: str = ""


def in_order(clients: list[ClientDay]) -> tuple[ClientDay, ...]:
    """Return clients in the order of their next sessions; then those without, paused, ended."""
    return tuple(sorted(clients, key=_rank))


def _rank(client: ClientDay) -> tuple[int, float, str, str]:
    status = _ORDER.index(client.status) if client.status in _ORDER else len(_ORDER)
    at = client.at.instant.timestamp() if client.at else float("inf")
    return status, at, client.code.casefold(), client.uid


def place(client: ClientDay, *, brief: bool = False) -> str:
    """Return where a client is in the course: "session 8 of 16", "ending: 2 left".

    In `brief` "8 of 16", "2 left". Of who is not coming at present it is the status.
    """
    course, number = client.course, client.number
    if not client.active:
        return client.status
    if course is None:
        if brief or not client.people:
            return ""
        return f"{client.people} people" if client.people > 1 else "1 person"
    if course.bounds.of(number) is Phase.ENDING and number <= course.planned:
        left = f"{course.planned - number + 1} left"
        return left if brief else f"{phase_words(course, number)}: {left}"
    words = place_words(course, number)
    return words.removeprefix("session ") if brief else words


def when(client: ClientDay, today: date) -> str:
    """Return when the session is: "today 14:00", "Thu 14:00", "8 Dec 14:00", "since 14:02"."""
    if client.at is None or not client.active:
        return ""
    if client.running:
        return f"since {client.at.at:%H:%M}"
    ahead = client.at.day - today
    near = {timedelta(): "today", timedelta(1): "tomorrow"}
    day = f"{client.at.day:%a}" if ahead.days < _WEEK else short(client.at.day, today)
    return f"{near.get(ahead, day)} {client.at.at:%H:%M}"

"""What other than beginning becomes of a session: which session is meant, and what can be said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.dates import short
from ipt_tui.ipt.session import Attendance
from ipt_tui.tui.areas.today.keys import RUNNING, UNSAID

if TYPE_CHECKING:
    from datetime import date

    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.today import ClientDay, Today

LATE = ("l", "came late", Attendance.LATE.value)
BEGIN = ("b", "begins it now", Attendance.LATE.value)
MISSED = (
    ("n", "no show", Attendance.NO_SHOW.value),
    ("c", "cancelled by the client", Attendance.CANCELLED_CLIENT.value),
    ("m", "cancelled by me", Attendance.CANCELLED_ME.value),
)
MOVED = "moved"
MOVE = ("t", "moved to …", MOVED)
MEETING = (
    ("v", "by video", "modality:video"),
    ("p", "by phone", "modality:phone"),
    ("r", "in the room", "modality:in_person"),
    ("j", "with somebody", "format:joint"),
    ("a", "alone", "format:individual"),
)
"""How one meets this once: a field of the session, and its word."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The session that is meant; `uid` is "" where it is not planned, `at` None without a time.

    `running` is whether it has begun, and not ended.
    """

    uid: str
    code: str
    number: int
    at: Moment | None = None
    running: bool = False

    @property
    def words(self) -> str:
        """Which one it is: "K7 session 8"."""
        return f"{self.code} session {self.number}"

    def planned(self, today: date) -> str:
        """Return when it is planned: "Tue 24 Nov, 14:00", "" where nobody has said."""
        return (
            f"{self.at.day:%a} {short(self.at.day, today)}, {self.at.at:%H:%M}" if self.at else ""
        )

    def begins(self, today: date) -> bool:
        """Whether somebody who comes late comes to it: it runs, or is of today or of no day."""
        return self.running or self.at is None or self.at.day == today

    @property
    def letters(self) -> tuple[tuple[str, str, str], ...]:
        """What can be said of it: a letter, its words, and the word for it."""
        if self.running:
            return (LATE,)
        return (LATE, *MISSED, MOVE, *MEETING) if self.uid else (LATE,)


def meant(listed: Today | None, row: str, client: ClientDay) -> Meant:
    """Return the session of the `row` that is lit, else the next one of the client in hand."""
    kind, _, uid = row.partition(":")
    owed = {RUNNING: listed.running, UNSAID: listed.unsaid} if listed else {}
    for one in owed.get(f"{kind}:", ()):
        if one.uid == uid:
            return Meant(uid, one.code, one.number, one.at, running=kind == RUNNING[:-1])
    return Meant(client.session, client.code, client.number, client.at, client.running)

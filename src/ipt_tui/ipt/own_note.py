"""Own notes: what a practitioner writes for themselves, kept apart from the record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.dates import short
from ipt_tui.ipt.words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from ipt_tui.ipt.session import SessionLine


class Subject(Vocabulary):
    """What a note is about."""

    CLIENT = "client", "the client"
    SESSION = "session", "a session"
    PERSON = "person", "a person"
    MOOD = "mood", "a mood"
    EVENT = "event", "an event"
    TALK = "talk", "a talk"
    OTHER = "other", "something else"


@dataclass(frozen=True, slots=True)
class OwnNote:
    """One note as it is shown. `client` and `subject` are uids in the record.

    `subject` is "" where the note is about the client as a whole; `kind` is the stored word of
    `Subject`. Times are UTC; `copied_at` is None while the text was never copied into the record.
    """

    uid: str
    client: str
    subject: str
    kind: str
    text: str
    created_at: datetime
    updated_at: datetime
    copied_at: datetime | None


def session_at_hand(
    sessions: Sequence[SessionLine], shown: str | None, today: date
) -> SessionLine | None:
    """Return the session that a new note is about, None for the client as a whole.

    It is the one `shown`, else the one that runs, else the last that was held `today`.
    """
    seen = [line for line in sessions if line.uid == shown]
    running = [line for line in sessions if line.running]
    of_today = [line for line in _held(sessions) if line.day == today]
    return next(iter((*seen, *running, *reversed(of_today))), None)


def session_to_copy_into(sessions: Sequence[SessionLine]) -> SessionLine | None:
    """Return the session whose note a text is copied into: the one that runs, else the last."""
    running = [line for line in sessions if line.running]
    return next(iter((*running, *reversed(_held(sessions)))), None)


def about(note: OwnNote, sessions: Iterable[SessionLine]) -> str:
    """Return which session a note is about, "" where it is about none that is there."""
    return next((session_words(line) for line in sessions if line.uid == note.subject), "")


def session_words(line: SessionLine | None) -> str:
    """Return "session 8", "" for none."""
    return f"session {line.number}" if line else ""


def day_words(at: datetime, today: date) -> str:
    """Return the local day of a moment as it stands before a note."""
    return short(at.astimezone().date(), today)


def _held(sessions: Iterable[SessionLine]) -> list[SessionLine]:
    """Return the sessions that took place at a known time, in the order of their times."""
    timed = [(line.at.instant, line) for line in sessions if line.held and line.at is not None]
    return [line for _, line in sorted(timed, key=lambda pair: pair[0])]

"""A practice as one value: something small to try between sessions, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.words import Vocabulary

if TYPE_CHECKING:
    from datetime import date, datetime

    from ipt_tui.ipt.talk import Round
    from ipt_tui.ipt.timeline import Named

SURE_ENOUGH = 7
"""Whoever is less sure than that, 0–10, may do better with a smaller step."""

PAUSED = "paused"

THERAPIST = "Talk to my therapist about it"
"""What is noted in one's own vault for the therapist; without a talk its words follow a colon."""


class Tried(Vocabulary):
    """Whether a practice was done."""

    FULL = "full", "done"
    PART = "part", "part"
    NO = "no", "not done"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Practice:
    """One practice; see `records.practice.PracticeFields` for what its fields hold.

    `day` is when it was agreed, `looked_at` when it was looked at again, None until then. `who` is
    whom it is about, `talk` and `session` are the uids of where it grew from. `set_aside` is
    whether nothing is asked about it while a concern is open, `paused` whether it was paused then.
    `rounds` are those in which it was rehearsed. A veiled one has its day, and not a word.
    """

    uid: str
    day: date
    what: str = ""
    who: Named | None = None
    line: str = ""
    when_words: str = ""
    if_then: str = ""
    sure: int | None = None
    looked_at: date | None = None
    done: str = ""
    happened: str = ""
    mood_before: int | None = None
    mood_after: int | None = None
    learned: str = ""
    talk: str | None = None
    session: str | None = None
    sensitive: bool = False
    set_aside: bool = False
    paused: bool = False
    veiled: bool = False
    rounds: tuple[Round, ...] = ()
    updated_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether it has not been looked at again yet."""
        return self.looked_at is None

    def waits(self, last: date | None) -> bool:
        """Whether to come back to it: not looked at, or on `last`, and not done in full then."""
        return self.open or (self.looked_at == last and self.done != Tried.FULL)

    @property
    def small_enough(self) -> bool:
        """Whether one is sure enough that it can be done, or nobody has said."""
        return self.sure is None or self.sure >= SURE_ENOUGH


def tried_words(practice: Practice) -> str:
    """Return "ask Sam for Tuesdays · part"; what is not looked at yet stands alone."""
    said = Tried.say(practice.done)
    return f"{practice.what} · {said}" if said else practice.what


def for_therapist(what: str) -> bool:
    """Whether a thing to try is something noted for the therapist."""
    return what == THERAPIST or what.startswith(f"{THERAPIST}: ")


def noted_for_therapist(what: str) -> str:
    """Return the words of what was noted for the therapist, without the mark."""
    return what.removeprefix(f"{THERAPIST}: ")


@dataclass(frozen=True, slots=True)
class Todo:
    """Something the practitioner is to do; `done` is the day it was, None until then.

    `session` is the uid of the one it came up in. A veiled one has no text.
    """

    uid: str
    text: str
    done: date | None = None
    session: str | None = None
    veiled: bool = False
    updated_at: datetime | None = None

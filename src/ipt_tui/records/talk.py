"""Talks: one conversation looked at closely, and what grew out of looking at it.

When it was, who was there and what mood stood before and after belongs to the event it was; a
talk adds what was said, meant, felt and guessed, and what could be said instead.
"""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from ipt_tui.records.base import (
    NAME_LIMIT,
    SEARCHED,
    TEXT_LIMIT,
    Day,
    DayIfKnown,
    Record,
    rated,
    written,
)

LINE_LIMIT = 1000


def _word() -> str:
    """Return the field of a word of a vocabulary, "" while nobody has said."""
    word: str = Field(default="", max_length=20)
    return word


def _line() -> str:
    """Return the field of a short text that search finds."""
    return written(LINE_LIMIT)  # type: ignore[no-any-return]


class TalkFields(SQLModel):
    """What is told of a talk as a whole; nothing of it has to be.

    `about` is what it was about ("the flat"), "" where the event's title says it. `channel`,
    `got_across` (yes/partly/no/unknown), `checked` (whether that was asked: yes/partly/no) and
    `style` (of the client's own words, never of the other's) are words of their vocabularies.
    `safe` is whether saying it is safe: yes, no or unsure, as answered on the ISO date `safe_on`.
    `sure_before` and `sure_after` are how sure one was of saying it before and after rehearsing,
    0–10. `words` is the line as it was typed.
    """

    about: str = _line()
    channel: str = _word()
    place: str = _line()
    lead_up: str = written()
    hoped: str = written()
    need: str = written()
    result: str = written()
    got_across: str = _word()
    checked: str = _word()
    their_side: str = written()
    style: str = _word()
    safe: str = _word()
    safe_on: DayIfKnown = Field(default="", max_length=10)
    sure_before: int | None = rated()
    sure_after: int | None = rated()
    note: str = written()
    words: str = written()


class Talk(TalkFields, Record, table=True):
    """A talk of one client's: the event it was, looked at closely."""

    __table_args__ = (
        UniqueConstraint("event_id", name="talk_once_an_event"),
        CheckConstraint("sure_before BETWEEN 0 AND 10", name="talk_sure_before_range"),
        CheckConstraint("sure_after BETWEEN 0 AND 10", name="talk_sure_after_range"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    event_id: int = Field(foreign_key="event.id")
    jotting_id: int | None = Field(default=None, foreign_key="jotting.id", index=True)
    """The line it was made from, where it was made from one."""


class TalkPersonFields(SQLModel):
    """Nothing is told of it but with whom the talk was."""


class TalkPerson(TalkPersonFields, Record, table=True):
    """Somebody the talk was with; who else was there belongs to the event."""

    __tablename__ = "talk_person"
    __table_args__ = (
        UniqueConstraint("talk_id", "person_id", name="talk_person_once"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    talk_id: int = Field(foreign_key="talk.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)


class TurnFields(SQLModel):
    """One turn of a talk.

    `position` orders the turns; between two there may be gaps. `speaker` is `me` (the client),
    `them` (whom the talk was with) or the name of somebody else who was there. `said` is as exact
    as it is remembered, `tone` and `body` how. Of the client's own turns `meant` is what should
    have been heard, `felt` and `strength` (0–10) the feeling; of the others' `guessed_meant` and
    `guessed_felt` are the client's guesses, and `asked` whether they were asked about: yes/no.
    """

    position: int = Field(default=0, ge=0)
    speaker: str = Field(default="me", min_length=1, max_length=NAME_LIMIT)
    said: str = written()
    tone: str = _line()
    body: str = _line()
    meant: str = written()
    felt: str = _line()
    strength: int | None = rated()
    guessed_meant: str = written()
    guessed_felt: str = _line()
    asked: str = _word()


class Turn(TurnFields, Record, table=True):
    """A turn of one talk."""

    __table_args__ = (
        CheckConstraint("strength BETWEEN 0 AND 10", name="turn_strength_range"),
        Index("turn_order", "talk_id", "position"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    talk_id: int = Field(foreign_key="talk.id")


class DifficultyFields(SQLModel):
    """Something that got in the way: `code` is a word of `content/talks.toml`."""

    code: str = Field(min_length=1, max_length=40)


class Difficulty(DifficultyFields, Record, table=True):
    """What got in the way of one talk; it may point at the turn in which it did."""

    __table_args__ = (
        UniqueConstraint("talk_id", "code", name="difficulty_once"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    talk_id: int = Field(foreign_key="talk.id", index=True)
    turn_id: int | None = Field(default=None, foreign_key="turn.id", index=True)


class AlternativeFields(SQLModel):
    """A line that could be said instead, why, in which `style`, and what it may risk."""

    line: str = Field(min_length=1, max_length=TEXT_LIMIT, sa_column_kwargs=SEARCHED)
    why: str = written()
    style: str = _word()
    risk: str = written()


class Alternative(AlternativeFields, Record, table=True):
    """A line that could be said, in place of a turn where it points at one."""

    __table_args__ = ({"sqlite_autoincrement": True},)
    client_id: int = Field(foreign_key="client.id", index=True)
    talk_id: int = Field(foreign_key="talk.id", index=True)
    turn_id: int | None = Field(default=None, foreign_key="turn.id", index=True)


class OptionFields(SQLModel):
    """One option of a decision: what speaks for and against it, and what would come of it.

    `feasible` is 0–10, `safe` yes/no/unsure; of a talk's options one may be `chosen`.
    """

    text: str = Field(min_length=1, max_length=TEXT_LIMIT, sa_column_kwargs=SEARCHED)
    pros: str = written()
    cons: str = written()
    likely: str = written()
    on_me: str = written()
    on_us: str = written()
    feasible: int | None = rated()
    safe: str = _word()
    chosen: bool = False


class Option(OptionFields, Record, table=True):
    """An option of the decision that a talk led to."""

    __table_args__ = (
        CheckConstraint("feasible BETWEEN 0 AND 10", name="option_feasible_range"),
        Index("option_chosen", "talk_id", unique=True, sqlite_where=text("chosen")),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    talk_id: int = Field(foreign_key="talk.id", index=True)


class RehearsalFields(SQLModel):
    """One round of a rehearsal on a day.

    `reversed` is whether the roles were: the client played the other. `line` is what was said,
    `changed` what was different this time, `worst_case` whether the worst answer was tried.
    Of one that somebody went through `alone`, `situation` is where it would be said, `exchange`
    what was tried and what the other may answer, as `ipt.rehearsal` writes it, and `sure_before`
    and `sure_after` how sure one was that day of saying it, 0–10.
    """

    day: Day = Field(min_length=10, max_length=10)
    reversed: bool = False
    line: str = written()
    changed: str = written()
    worst_case: bool = False
    alone: bool = False
    situation: str = written()
    exchange: str = written()
    sure_before: int | None = rated(title="How sure you are")
    sure_after: int | None = rated(title="How sure you are")


class Rehearsal(RehearsalFields, Record, table=True):
    """One round of rehearsing what a talk led to, or what is to be said in a thing to try."""

    __table_args__ = (
        CheckConstraint("day IS date(day)", name="rehearsal_day_real"),
        CheckConstraint("sure_before BETWEEN 0 AND 10", name="rehearsal_sure_before_range"),
        CheckConstraint("sure_after BETWEEN 0 AND 10", name="rehearsal_sure_after_range"),
        CheckConstraint(
            "talk_id IS NOT NULL OR practice_id IS NOT NULL", name="rehearsal_of_something"
        ),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    talk_id: int | None = Field(default=None, foreign_key="talk.id", index=True)
    practice_id: int | None = Field(default=None, foreign_key="practice.id", index=True)
    """The thing to try it was for, where it was for one."""


class AttemptFields(SQLModel):
    """What became of it when it was tried.

    `done` is yes, part or no; `what` was said or done, `happened` what came of it, `left_me` and
    `left_them` how it left both.
    """

    done: str = _word()
    what: str = written()
    happened: str = written()
    left_me: str = written()
    left_them: str = written()


class Attempt(AttemptFields, Record, table=True):
    """A try of what a talk led to; the event it was says when."""

    __table_args__ = (
        UniqueConstraint("talk_id", "event_id", name="attempt_once_an_event"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    talk_id: int = Field(foreign_key="talk.id", index=True)
    event_id: int = Field(foreign_key="event.id", index=True)

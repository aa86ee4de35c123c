"""What is carried between sessions: the client's practices and the practitioner's to-dos."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from ipt_tui.records.base import (
    SEARCHED,
    TEXT_LIMIT,
    Day,
    DayIfKnown,
    Record,
    rated,
    written,
)

LINE_LIMIT = 1000


def _mood() -> int | None:
    """Return the field of a mood on the client's own scale, that nobody has to give."""
    mood: int | None = Field(default=None, ge=-100, le=100)
    return mood


class PracticeFields(SQLModel):
    """Something small to try between sessions, agreed on the ISO date `day`; never homework.

    `line` is what was rehearsed to be said, `when_words` when and where, `if_then` what to do if
    something comes between. `sure` is how sure one is that it can be done, 0–10. `looked_at` is
    the day it was looked at again, "" until then; `done` is full, part or no, `happened` what came
    of it, `learned` what was learned. The moods are on the client's own scale.
    """

    what: str = Field(
        title="The practice", min_length=1, max_length=TEXT_LIMIT, sa_column_kwargs=SEARCHED
    )
    line: str = written()
    when_words: str = written(LINE_LIMIT)
    if_then: str = written()
    sure: int | None = rated(title="How sure you are")
    day: Day = Field(min_length=10, max_length=10)
    looked_at: DayIfKnown = Field(default="", max_length=10)
    done: str = Field(default="", max_length=20)
    happened: str = written()
    mood_before: int | None = _mood()
    mood_after: int | None = _mood()
    learned: str = written()
    sensitive: bool = False


class Practice(PracticeFields, Record, table=True):
    """A practice of one client's."""

    __table_args__ = (
        CheckConstraint("length(what) > 0", name="practice_what_given"),
        CheckConstraint("sure BETWEEN 0 AND 10", name="practice_sure_range"),
        CheckConstraint("day IS date(day)", name="practice_day_real"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    """Whom it is about, where it is about somebody."""
    talk_id: int | None = Field(default=None, foreign_key="talk.id", index=True)
    """The talk it grew out of, where it did."""
    session_id: int | None = Field(default=None, foreign_key="session.id", index=True)
    """The session it was agreed in, where it was."""


class TodoFields(SQLModel):
    """Something the practitioner is to do; `done` is the day it was, "" until then."""

    text: str = Field(min_length=1, max_length=LINE_LIMIT, sa_column_kwargs=SEARCHED)
    done: DayIfKnown = Field(default="", max_length=10)
    sensitive: bool = False


class Todo(TodoFields, Record, table=True):
    """A to-do about one client."""

    __table_args__ = (
        CheckConstraint("length(text) > 0", name="todo_text_given"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    session_id: int | None = Field(default=None, foreign_key="session.id", index=True)
    """The session it came up in, where it did."""

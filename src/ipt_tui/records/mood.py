"""Moods: one moment each, on a scale of its own, with the people who are named."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from ipt_tui.records.base import NAME_LIMIT, SEARCHED, DayIfKnown, Record, Wall, offset, written


class MoodFields(SQLModel):
    """One mood as it was given.

    `at` is the local wall time, `offset` its minutes east of UTC, `known` how much of it was said
    (`time`, `part` or `day`). `kind` is `now`, or `since` with the ISO date `since` on which the
    span of it began. Every mood keeps the scale it was given on: `scale_low` to `scale_high` with
    the words at its ends, and which end is the `better` one (`high` or `low`). `feelings` are
    separated by commas. `words` is the line as it was typed; `source_words` the mood as it stood
    in the file it came from.
    """

    at: Wall = Field(max_length=16)
    offset: int = offset()
    known: str = Field(default="time", max_length=20)
    kind: str = Field(default="now", max_length=20)
    since: DayIfKnown = Field(default="", max_length=10)
    value: int
    scale_low: int = Field(default=1, ge=-100, le=100)
    scale_high: int = Field(default=10, ge=-100, le=100)
    low_words: str = Field(default="worst", max_length=NAME_LIMIT)
    high_words: str = Field(default="best", max_length=NAME_LIMIT)
    better: str = Field(default="high", max_length=20)
    feelings: str = Field(default="", max_length=1000, sa_column_kwargs=SEARCHED)
    note: str = written()
    words: str = written()
    source: str = Field(default="", max_length=40)
    source_words: str = Field(default="", max_length=NAME_LIMIT)
    sensitive: bool = False


class Mood(MoodFields, Record, table=True):
    """A mood of one client."""

    __table_args__ = (
        CheckConstraint("scale_low < scale_high", name="mood_scale_real"),
        CheckConstraint("value BETWEEN scale_low AND scale_high", name="mood_value_on_scale"),
        CheckConstraint("at IS strftime('%Y-%m-%dT%H:%M', at)", name="mood_time_real"),
        Index("mood_time", "client_id", "at"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id")


class MoodPersonFields(SQLModel):
    """Nothing is told of it but who was named."""


class MoodPerson(MoodPersonFields, Record, table=True):
    """Somebody a mood names."""

    __tablename__ = "mood_person"
    __table_args__ = (
        UniqueConstraint("mood_id", "person_id", name="mood_person_once"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    mood_id: int = Field(foreign_key="mood.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)

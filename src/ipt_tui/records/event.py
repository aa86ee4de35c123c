"""Events of a life, who was in them, and the moods they are tied to."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from ipt_tui.records.base import (
    NAME_LIMIT,
    SEARCHED,
    DayIfKnown,
    Edtf,
    Record,
    WallIfKnown,
    offset,
    written,
)


class EventFields(SQLModel):
    """Something that happened, as exactly dated as it was told.

    `happened` is EDTF, "" while nobody has said when, with the words as said beside it;
    `first_day` and `last_day` are the days it may mean, for ordering (9999-12-31 is still open).
    On one known day `at` is the local wall time with its `offset`, and `known` says how much of
    it was told (`time` or `part`). `category`, `area` (a problem area) and `controllable`
    (yes/partly/no) are words of their vocabularies, `valence` runs from −5 to 5. An
    `anniversary` is brought to mind again only where it was asked for. `near_onset` marks what
    happened around the time the low mood began.
    """

    title: str = Field(min_length=1, max_length=1000, sa_column_kwargs=SEARCHED)
    happened: Edtf = Field(default="", max_length=40)
    happened_words: str = Field(default="", max_length=NAME_LIMIT)
    first_day: DayIfKnown = Field(default="", max_length=10)
    last_day: DayIfKnown = Field(default="", max_length=10)
    at: WallIfKnown = Field(default="", max_length=16)
    offset: int = offset()
    known: str = Field(default="", max_length=20)
    category: str = Field(default="", max_length=40)
    valence: int | None = Field(default=None, ge=-5, le=5)
    area: str = Field(default="", max_length=40)
    controllable: str = Field(default="", max_length=20)
    anniversary: bool = False
    near_onset: bool = False
    note: str = written()
    words: str = written()
    source: str = Field(default="", max_length=40)
    sensitive: bool = False


class Event(EventFields, Record, table=True):
    """An event in one client's life."""

    __table_args__ = (
        CheckConstraint("length(title) > 0", name="event_title_given"),
        CheckConstraint("valence BETWEEN -5 AND 5", name="event_valence_range"),
        CheckConstraint("first_day <= last_day", name="event_days_in_order"),
        Index("event_days", "client_id", "first_day"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id")


class EventPersonFields(SQLModel):
    """Nothing is told of it but who was there."""


class EventPerson(EventPersonFields, Record, table=True):
    """Somebody who was in an event."""

    __tablename__ = "event_person"
    __table_args__ = (
        UniqueConstraint("event_id", "person_id", name="event_person_once"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    event_id: int = Field(foreign_key="event.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)


class MoodLinkFields(SQLModel):
    """Whether a mood and an event belong together, as a person said.

    `status` is `tied`, or `apart` where what lay near was looked at and is not offered again.
    `direction` is how the event left the mood, as said: better, worse, same, mixed, or "".
    """

    status: str = Field(default="tied", max_length=20)
    direction: str = Field(default="", max_length=20)


class MoodLink(MoodLinkFields, Record, table=True):
    """A tie between a mood and an event: made by a person, never by nearness."""

    __tablename__ = "mood_link"
    __table_args__ = (
        UniqueConstraint("mood_id", "event_id", name="mood_link_once"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    mood_id: int = Field(foreign_key="mood.id", index=True)
    event_id: int = Field(foreign_key="event.id", index=True)

"""What two people want of each other, whether it was said, and what became of it."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from ipt_tui.records.base import TEXT_LIMIT, Day, Record, written


class ExpectationFields(SQLModel):
    """One expectation. `whose` is `mine` (the client's) or `theirs`; `realistic` yes/partly/no."""

    whose: str = Field(default="mine", max_length=20)
    text: str = Field(
        title="The expectation",
        min_length=1,
        max_length=TEXT_LIMIT,
        sa_column_kwargs={"info": {"searched": True}},
    )
    realistic: str = Field(default="", max_length=20)


class Expectation(ExpectationFields, Record, table=True):
    """An expectation between the client and one person."""

    __table_args__ = ({"sqlite_autoincrement": True},)
    client_id: int = Field(foreign_key="client.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)


class OutcomeFields(SQLModel):
    """What became of an expectation on a date. A missing field means unchanged.

    `said` tells whether it has been said aloud, `met` is yes/partly/no.
    """

    day: Day = Field(min_length=10, max_length=10)
    said: bool | None = None
    met: str | None = Field(default=None, max_length=20)
    why: str = written()


class Outcome(OutcomeFields, Record, table=True):
    """One dated piece of news about an expectation."""

    __table_args__ = (
        UniqueConstraint("expectation_id", "day", name="outcome_once_a_day"),
        CheckConstraint("day IS date(day)", name="outcome_day_real"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    expectation_id: int = Field(foreign_key="expectation.id", index=True)
    talk_id: int | None = Field(default=None, foreign_key="talk.id", index=True)
    """The talk that led to it, where one did."""

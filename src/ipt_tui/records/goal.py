"""Goals, each from 0 to 10, with how they were rated over time."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from ipt_tui.records.base import SEARCHED, TEXT_LIMIT, Day, DayIfKnown, Record, rated, written


class GoalFields(SQLModel):
    """A goal in the client's words, set on `day`.

    `target` is where it is to come to, 0–10. `status` is active, met, changed or dropped, since
    `closed` ("" while active), for the reason `why`. `succeeds` is the uid of the goal it was
    changed from, "" for none.
    """

    text: str = Field(
        title="The goal", min_length=1, max_length=TEXT_LIMIT, sa_column_kwargs=SEARCHED
    )
    day: Day = Field(min_length=10, max_length=10)
    target: int | None = rated(title="The target")
    status: str = Field(default="active", max_length=20)
    closed: DayIfKnown = Field(default="", max_length=10)
    why: str = written()
    succeeds: str = Field(default="", max_length=36)
    sensitive: bool = False


class Goal(GoalFields, Record, table=True):
    """A goal of one client's."""

    __table_args__ = (
        CheckConstraint("length(text) > 0", name="goal_text_given"),
        CheckConstraint("target BETWEEN 0 AND 10", name="goal_target_range"),
        CheckConstraint("day IS date(day)", name="goal_day_real"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    problem_area_id: int | None = Field(default=None, foreign_key="problem_area.id", index=True)
    """The problem area it belongs to, where it does."""
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    """With whom, where it is about somebody."""


class GoalRatingFields(SQLModel):
    """How far a goal is on a day, 0–10, and in words where there are any."""

    day: Day = Field(min_length=10, max_length=10)
    value: int = Field(title="The rating", ge=0, le=10)
    note: str = written()
    sensitive: bool = False


class GoalRating(GoalRatingFields, Record, table=True):
    """One dated rating of a goal."""

    __tablename__ = "goal_rating"
    __table_args__ = (
        UniqueConstraint("goal_id", "day", name="goal_rating_once_a_day"),
        CheckConstraint("day IS date(day)", name="goal_rating_day_real"),
        CheckConstraint("value BETWEEN 0 AND 10", name="goal_rating_range"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    goal_id: int = Field(foreign_key="goal.id", index=True)


class GoalPracticeFields(SQLModel):
    """Nothing of its own."""


class GoalPractice(GoalPracticeFields, Record, table=True):
    """A practice that was agreed for a goal."""

    __tablename__ = "goal_practice"
    __table_args__ = (
        UniqueConstraint("goal_id", "practice_id", name="goal_practice_once"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    goal_id: int = Field(foreign_key="goal.id", index=True)
    practice_id: int = Field(foreign_key="practice.id", index=True)

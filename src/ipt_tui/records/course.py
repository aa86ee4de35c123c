"""Courses: what was agreed about how often and how long one meets, and what was agreed anew."""

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field, SQLModel

from ipt_tui.ipt.phases import MOST_SESSIONS
from ipt_tui.records.base import NAME_LIMIT, Day, DayIfKnown, Record, written


class CourseFields(SQLModel):
    """What is agreed of a course.

    `template` is an id of `content/courses.toml`. `planned` is how many sessions there are to be,
    0 while the course is open. The middle phase begins with session `middle_from`, the ending with
    `ending_from`; both are 0 in an open course. The first session noted here has the number
    `numbered_from`: a course may have begun before. `minutes` is how long a session takes and
    `every_days` how far apart they are, 0 while that is open. `format`, `modality` and
    `vocabulary` (how the ending is called) are words of their vocabularies. `ended` is the day the
    course ended, "" while it goes on.
    """

    template: str = Field(default="", max_length=40)
    start: Day = Field(min_length=10, max_length=10)
    planned: int = Field(title="The number of sessions", default=0, ge=0, le=MOST_SESSIONS)
    middle_from: int = Field(default=0, ge=0, le=MOST_SESSIONS + 1)
    ending_from: int = Field(default=0, ge=0, le=MOST_SESSIONS + 1)
    numbered_from: int = Field(default=1, ge=0, le=MOST_SESSIONS)
    minutes: int = Field(default=50, ge=0, le=600)
    every_days: int = Field(default=7, ge=0, le=366)
    format: str = Field(default="individual", max_length=20)
    modality: str = Field(default="in_person", max_length=20)
    vocabulary: str = Field(default="termination", max_length=20)
    ended: DayIfKnown = Field(default="", max_length=10)


class Course(CourseFields, Record, table=True):
    """A course of one client's; at most one of them goes on."""

    __table_args__ = (
        CheckConstraint("start IS date(start)", name="course_start_real"),
        CheckConstraint("ended = '' OR ended >= start", name="course_days_in_order"),
        CheckConstraint(
            "planned = 0 OR (1 <= middle_from AND middle_from <= ending_from "
            "AND ending_from <= planned + 1)",
            name="course_phases_in_order",
        ),
        Index("course_one_open", "client_id", unique=True, sqlite_where=text("ended = ''")),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)


class RenegotiationFields(SQLModel):
    """The number of sessions agreed anew on an ISO date: how many before and after, 0 for open.

    `agreed_by` says who agreed, as it was typed.
    """

    day: Day = Field(min_length=10, max_length=10)
    before: int = Field(default=0, ge=0, le=MOST_SESSIONS)
    after: int = Field(default=0, ge=0, le=MOST_SESSIONS)
    reason: str = written()
    agreed_by: str = written(NAME_LIMIT)
    sensitive: bool = False


class Renegotiation(RenegotiationFields, Record, table=True):
    """What was agreed anew of one course."""

    __table_args__ = (
        CheckConstraint("day IS date(day)", name="renegotiation_day_real"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    course_id: int = Field(foreign_key="course.id", index=True)

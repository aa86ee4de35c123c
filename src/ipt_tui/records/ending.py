"""The halfway look and the ending of a course, in words and in what they point at."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from ipt_tui.records.base import TEXT_LIMIT, Day, DayIfKnown, Record, written


class HalfwayFields(SQLModel):
    """What came of a look at the course halfway.

    `fits` is whether the focus is right: yes, partly, no, "" where nobody said.
    """

    day: Day = Field(min_length=10, max_length=10)
    fits: str = Field(default="", max_length=20)
    better: str = written()
    missing: str = written()
    change: str = written()
    sensitive: bool = False


class Halfway(HalfwayFields, Record, table=True):
    """The halfway look of one course; there is at most one."""

    __table_args__ = (
        UniqueConstraint("course_id", name="halfway_once"),
        CheckConstraint("day IS date(day)", name="halfway_day_real"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    course_id: int = Field(foreign_key="course.id", index=True)


class EndingFields(SQLModel):
    """The ending in the client's words; any of it may stay empty.

    `changed` what changed, `did` what one did that changed it, a line each, `not_done` what is not
    done, `sad` what it is to stop, `signs_people` the early signs with people, `signs` the others,
    `plan` what one will do, `tell` whom one will tell, `coming` what comes next: stop, sessions,
    other, "" where that is open, and `coming_words` of it. `outcome` is better, partly, not, ""
    where nobody said. `called` is kinds where the page says who people are in place of their
    names. `ticked` are the keys of what is sensitive and goes into the page all the same, parted
    by spaces: uids, and of the ending's own parts their fields. `agreed` is the day the page was
    agreed, "" until then.
    """

    outcome: str = Field(default="", max_length=20)
    changed: str = written()
    did: str = written()
    not_done: str = written()
    sad: str = written()
    signs_people: str = written()
    signs: str = written()
    plan: str = written()
    tell: str = written()
    coming: str = Field(default="", max_length=20)
    coming_words: str = written()
    called: str = Field(default="", max_length=20)
    ticked: str = Field(default="", max_length=TEXT_LIMIT)
    agreed: DayIfKnown = Field(default="", max_length=10)
    sensitive: bool = False


class CourseEnding(EndingFields, Record, table=True):
    """The ending of one course; there is at most one."""

    __tablename__ = "ending"
    __table_args__ = (
        UniqueConstraint("course_id", name="ending_once"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    course_id: int = Field(foreign_key="course.id", index=True)
    then_talk_id: int | None = Field(default=None, foreign_key="talk.id", index=True)
    """Of the two talks side by side the earlier one, where one was chosen."""
    now_talk_id: int | None = Field(default=None, foreign_key="talk.id", index=True)
    """The later one."""

"""Measures: what was answered, and how often each is asked for."""

from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator
from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from ipt_tui.ipt.kept_answers import read_answers, read_flags, read_number, read_parts
from ipt_tui.records.base import NAME_LIMIT, DayIfKnown, Record, Wall, offset, written

BAND_LIMIT = 1000


def _read_by(read: Callable[[str], Any]) -> AfterValidator:
    def check(text: str) -> str:
        read(text)
        return text

    return AfterValidator(check)


class ResponseFields(SQLModel):
    """One time a measure was answered.

    `instrument` is the id of a file of `content/instruments` or of one's own, `version` the one it
    was given in, `name` and `band` what it and its score were called then: they stay readable when
    the file has changed or is gone. `at` is the local wall time, `offset` its minutes east of UTC,
    `known` how much of it was said. `answers` is a list of JSON with a number for each item, null
    where there is none yet, "declined" where somebody prefers not to say; `difficulty` the answer
    to the question that is not scored. `total` is a number such as 17 or 5.3, empty where there is
    none. `parts` are scores of subscales, or typed beside a score: a list of [id, label,
    score]. `flags` is what needed a person when it was answered, finished or not: a list
    of [self, plans or soft, the words of the item or part, answer, item or 0]. `source` is asked,
    paper or score.
    """

    instrument: str = Field(title="The measure", min_length=1, max_length=40)
    name: str = Field(default="", max_length=NAME_LIMIT)
    version: str = Field(default="", max_length=NAME_LIMIT)
    at: Wall = Field(title="The time", max_length=16)
    offset: int = offset()
    known: str = Field(default="time", max_length=20)
    source: str = Field(default="asked", max_length=20)
    answers: Annotated[str, _read_by(read_answers)] = Field(default="", max_length=2000)
    difficulty: int | None = Field(default=None, ge=0, le=20)
    total: Annotated[str, _read_by(read_number)] = Field(default="", max_length=12)
    band: str = Field(default="", max_length=BAND_LIMIT)
    parts: Annotated[str, _read_by(read_parts)] = Field(default="", max_length=60_000)
    flags: Annotated[str, _read_by(read_flags)] = Field(default="", max_length=120_000)
    finished: bool = True
    note: str = written()
    sensitive: bool = False


class Response(ResponseFields, Record, table=True):
    """Answers of one client's, in a session where they were given in one."""

    __table_args__ = (
        CheckConstraint("at IS strftime('%Y-%m-%dT%H:%M', at)", name="response_time_real"),
        Index("response_time", "client_id", "at"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id")
    session_id: int | None = Field(default=None, foreign_key="session.id", index=True)


class MeasurePlanFields(SQLModel):
    """What is said of one measure: how often it is asked for, and whether its scores are hidden.

    `often` is a word of its vocabulary, "" for the usual, `often_said` the day it was said on.
    Hidden scores are not shown to a client.
    """

    instrument: str = Field(title="The measure", min_length=1, max_length=40)
    often: str = Field(default="", max_length=20)
    often_said: DayIfKnown = Field(default="", max_length=10)
    hidden: bool = False


class MeasurePlan(MeasurePlanFields, Record, table=True):
    """What is said of one measure for one client."""

    __tablename__ = "measure_plan"
    __table_args__ = (
        UniqueConstraint("client_id", "instrument", name="measure_plan_once"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)

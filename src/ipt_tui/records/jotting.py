"""Jottings: a line that was captured and is neither mood nor event, kept as it was typed."""

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from ipt_tui.records.base import Record, Wall, offset, written


class JottingFields(SQLModel):
    """One line. `at` is the local wall time it is about, `offset` its minutes east of UTC."""

    at: Wall = Field(max_length=16)
    offset: int = offset()
    known: str = Field(default="time", max_length=20)
    text: str = written()
    sensitive: bool = False


class Jotting(JottingFields, Record, table=True):
    """A line in one client's record."""

    __table_args__ = (
        CheckConstraint("length(text) > 0", name="jotting_text_given"),
        CheckConstraint("at IS strftime('%Y-%m-%dT%H:%M', at)", name="jotting_time_real"),
        Index("jotting_time", "client_id", "at"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id")

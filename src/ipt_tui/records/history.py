"""The history: every change, as images of the rows before and after it."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from ipt_tui.records.base import utc_now


class Step(SQLModel, table=True):
    """One thing a person did. `target` is the step an undo takes back or a redo brings back."""

    __table_args__ = ({"sqlite_autoincrement": True},)
    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(default_factory=utc_now)
    what: str = ""
    client_id: int | None = Field(default=None, index=True)
    kind: str = Field(default="do", max_length=10)
    target: int | None = Field(default=None, foreign_key="step.id")
    final: bool = False
    schema_version: int = 1


class Now(SQLModel, table=True):
    """The one row that says which step is being written; empty, so nothing can be written."""

    __table_args__ = (CheckConstraint("only = 1", name="now_one_row"),)
    only: int = Field(default=1, primary_key=True)
    step: int | None = Field(default=None)


class History(SQLModel, table=True):
    """One row changed by a step: JSON images; an update holds only the columns that changed."""

    __table_args__ = (Index("history_row", "table", "row"), {"sqlite_autoincrement": True})
    id: int | None = Field(default=None, primary_key=True)
    step: int = Field(foreign_key="step.id", index=True)
    table: str
    row: int
    client_id: int | None = Field(default=None, index=True)
    before: str | None = None
    after: str | None = None

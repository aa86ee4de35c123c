"""What somebody would like to bring to their next session: lines of their own vault."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from ipt_tui.records.base import SEARCHED, Record

LINE_LIMIT = 1000


class BringFields(SQLModel):
    """One line, in one's own words."""

    text: str = Field(min_length=1, max_length=LINE_LIMIT, sa_column_kwargs=SEARCHED)
    sensitive: bool = False


class Bring(BringFields, Record, table=True):
    """A line of one's own for the next session; it stays until it is taken out."""

    __table_args__ = (
        CheckConstraint("length(text) > 0", name="bring_text_given"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)

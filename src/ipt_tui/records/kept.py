"""What is kept about the work itself, outside the history: drafts and settings."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from ipt_tui.records.base import Record


class Draft(Record, table=True):
    """Text being typed. `place` names the field it belongs to ("person:<uid>:notes").

    `window` is the run of the program in which it is typed: two of them write over no words.
    """

    __table_args__ = (UniqueConstraint("place", "window", name="draft_once"),)
    client_id: int | None = Field(default=None, foreign_key="client.id", ondelete="SET NULL")
    place: str
    window: str = ""
    text: str = ""


class Setting(SQLModel, table=True):
    """One remembered choice of this vault, a JSON text under its name."""

    name: str = Field(primary_key=True)
    value: str = ""

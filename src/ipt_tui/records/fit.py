"""What fits a client and those who belong to them: what to call them, their words, who may know."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from ipt_tui.records.base import NAME_LIMIT, SEARCHED, Record, written


class FitFields(SQLModel):
    """What was told when it was asked; any of it may stay empty, and all of it can be changed.

    `family` is how far the family is to be part of it: none, informed, joint or decide. Languages
    stand with the client.
    """

    called: str = Field(default="", max_length=NAME_LIMIT, sa_column_kwargs=SEARCHED)
    pronouns: str = Field(default="", max_length=NAME_LIMIT, sa_column_kwargs=SEARCHED)
    feeling_words: str = written()
    calls_it: str = written()
    may_know: str = written()
    not_know: str = written()
    family: str = Field(default="", max_length=20)
    faith: str = written()
    shown: str = written()
    good: str = written()
    good_theirs: str = written()
    sensitive: bool = False


class Fit(FitFields, Record, table=True):
    """What fits one client; there is at most one."""

    __table_args__ = (
        UniqueConstraint("client_id", name="fit_once"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)

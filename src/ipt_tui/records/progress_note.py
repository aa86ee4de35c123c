"""Progress notes: the record of a session that others may read, and what was added to it later."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from ipt_tui.records.base import (
    NAME_LIMIT,
    SEARCHED,
    TEXT_LIMIT,
    Day,
    InstantIfKnown,
    Record,
    written,
)


class ProgressNoteFields(SQLModel):
    """A progress note. `format` (soap, dap or birp) says what its parts are called.

    `signed_at` is the moment it was signed, as ISO 8601 in UTC, "" until then; once it is, nothing
    of it changes any more. `signed_by` is who signed, as it was typed. `drafted` is what the lines
    of its draft are known by, "" where that is not known.
    """

    format: str = Field(default="soap", max_length=20)
    first: str = written()
    second: str = written()
    third: str = written()
    fourth: str = written()
    signed_at: InstantIfKnown = Field(default="", max_length=40)
    signed_by: str = Field(default="", max_length=NAME_LIMIT)
    drafted: str = Field(default="", max_length=TEXT_LIMIT)


class ProgressNote(ProgressNoteFields, Record, table=True):
    """The progress note of one session."""

    __tablename__ = "progress_note"
    __table_args__ = (
        UniqueConstraint("session_id", name="progress_note_once_a_session"),
        Index("progress_note_unsigned", "session_id", sqlite_where=text("signed_at = ''")),
        {"sqlite_autoincrement": True, "info": {"final_once": "signed_at"}},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    session_id: int = Field(foreign_key="session.id")


class AddendumFields(SQLModel):
    """What was added on a day to a note that was signed, why, and by whom, as it was typed."""

    day: Day = Field(min_length=10, max_length=10)
    reason: str = written()
    text: str = Field(min_length=1, max_length=TEXT_LIMIT, sa_column_kwargs=SEARCHED)
    signed_by: str = Field(default="", max_length=NAME_LIMIT)


class Addendum(AddendumFields, Record, table=True):
    """An addition to one progress note."""

    __table_args__ = (
        CheckConstraint("length(text) > 0", name="addendum_text_given"),
        CheckConstraint("day IS date(day)", name="addendum_day_real"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    progress_note_id: int = Field(foreign_key="progress_note.id", index=True)

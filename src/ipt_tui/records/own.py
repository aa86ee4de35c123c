"""The practitioner's own notes: tables of a file of their own.

They point at the record by uid alone, and nothing in the record points at them. So they are on a
list of their own as well: what makes, exports or searches the record does not know them.
"""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, MetaData
from sqlmodel import Field, SQLModel

from ipt_tui.ipt.own_note import Subject
from ipt_tui.records.base import TEXT_LIMIT, Record

OWN_TABLES = MetaData()


class OwnClient(Record, table=True):
    """Whose notes: a client of the record, by the same `uid`, and nothing else of them.

    The table has the name of the record's, so steps and drafts belong to a client here as there.
    """

    metadata = OWN_TABLES
    __tablename__ = "client"
    __table_args__ = ({"sqlite_autoincrement": True},)


class OwnNoteFields(SQLModel):
    """One note. `subject` is the uid of what it is about, "" for the client as a whole.

    `kind` is a word of `ipt.own_note.Subject`. The search does not find the text.
    """

    subject: str = Field(default="", max_length=36)
    kind: str = Field(default=Subject.CLIENT.value, min_length=1, max_length=20)
    text: str = Field(min_length=1, max_length=TEXT_LIMIT)


class OwnNote(OwnNoteFields, Record, table=True):
    """A note about one client. `copied_at` is when its text was last copied into the record."""

    metadata = OWN_TABLES
    __tablename__ = "own_note"
    __table_args__ = (
        CheckConstraint("length(text) > 0", name="own_note_text_given"),
        Index("own_note_client", "client_id"),
        Index("own_note_subject", "subject"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id")
    copied_at: datetime | None = None

"""Concerns: that somebody may be in danger, what was gone through, and what came of it."""

from sqlalchemy import CheckConstraint, Index, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from ipt_tui.records.base import TEXT_LIMIT, InstantIfKnown, Record, Wall, offset, written


class ConcernFields(SQLModel):
    """A concern of one `kind` (self, violence, child or other), raised at the wall time `at`.

    `raised_by` is what it was raised by, `source_uid` the uid of what that was, `session_uid` that
    of the session it came up in, "" for none: they are no links, since nothing of a closed concern
    changes, also when what they name is removed. `words` are the practitioner's. `ticked` are the
    ids of the lines of its checklist that were gone through, `paused` what is paused with those it
    is about ("practice:<uid>"), each parted by spaces; what is paused is so while the concern is
    open. `outcome` is what came of it and `concluded_at` the moment that was recorded, as ISO 8601
    in UTC, "" until then; from then on nothing of it changes any more. A concern is always
    sensitive, so there is no field for that.
    """

    kind: str = Field(min_length=1, max_length=20)
    raised_by: str = Field(min_length=1, max_length=20)
    source_uid: str = Field(default="", max_length=80)
    session_uid: str = Field(default="", max_length=36)
    at: Wall = Field(max_length=16)
    offset: int = offset()
    words: str = written()
    ticked: str = Field(default="", max_length=TEXT_LIMIT)
    paused: str = Field(default="", max_length=TEXT_LIMIT)
    outcome: str = written()
    concluded_at: InstantIfKnown = Field(default="", max_length=40)


class Concern(ConcernFields, Record, table=True):
    """A concern in one client's record."""

    __table_args__ = (
        CheckConstraint("length(kind) > 0", name="concern_kind_given"),
        CheckConstraint("at IS strftime('%Y-%m-%dT%H:%M', at)", name="concern_time_real"),
        CheckConstraint(
            "concluded_at = '' OR length(trim(outcome)) > 0", name="concern_outcome_given"
        ),
        Index("concern_open", "client_id", sqlite_where=text("concluded_at = ''")),
        {"sqlite_autoincrement": True, "info": {"final_once": "concluded_at"}},
    )
    client_id: int = Field(foreign_key="client.id", index=True)


class ConcernPersonFields(SQLModel):
    """Nothing of its own."""


class ConcernPerson(ConcernPersonFields, Record, table=True):
    """Somebody a concern is about."""

    __tablename__ = "concern_person"
    __table_args__ = (
        UniqueConstraint("concern_id", "person_id", name="concern_person_once"),
        {"sqlite_autoincrement": True, "info": {"final_with": "concern"}},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    concern_id: int = Field(foreign_key="concern.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)

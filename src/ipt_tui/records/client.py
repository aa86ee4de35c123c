"""Who the record belongs to: one client of a practitioner, or oneself."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from ipt_tui.records.base import NAME_LIMIT, SEARCHED, DayIfKnown, Edtf, Record, written


class ClientFields(SQLModel):
    """A client under a code, never under a full name by default.

    `role` is `client` in a practitioner's vault and `self` in one's own. `status` is `active`,
    `paused` or `ended`. `onset` is when the present low mood began, as EDTF; `onset_words` as it
    was said ("around June"): it names the view *before* on the circle. The `mood_…` fields are the
    scale new moods are given on: its ends, their words, and which end is better (high or low).
    `kept` is how much of sessions is kept (full, brief, dates), as agreed on the day `kept_since`.
    """

    code: str = Field(min_length=1, max_length=40, sa_column_kwargs=SEARCHED)
    role: str = Field(default="client", max_length=20)
    status: str = Field(default="active", max_length=20)
    region: str = Field(default="", max_length=20)
    languages: str = Field(default="", max_length=200)
    onset: Edtf = Field(default="", max_length=40)
    onset_words: str = Field(default="", max_length=NAME_LIMIT)
    mood_low: int = Field(default=1, ge=-100, le=100)
    mood_high: int = Field(default=10, ge=-100, le=100)
    mood_low_words: str = Field(default="worst", max_length=NAME_LIMIT)
    mood_high_words: str = Field(default="best", max_length=NAME_LIMIT)
    mood_better: str = Field(default="high", max_length=20)
    about: str = written()
    kept: str = Field(default="full", max_length=20)
    kept_since: DayIfKnown = Field(default="", max_length=10)


class Client(ClientFields, Record, table=True):
    """The record of one client."""

    __table_args__ = (
        CheckConstraint("length(code) > 0", name="client_code_given"),
        CheckConstraint("mood_low < mood_high", name="client_mood_scale_real"),
        {"sqlite_autoincrement": True},
    )

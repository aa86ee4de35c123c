"""Spells: a symptom or a treatment that lasted, from when to when."""

from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from ipt_tui.records.base import NAME_LIMIT, SEARCHED, DayIfKnown, Edtf, Record, rated, written


class SpellFields(SQLModel):
    """A span of a symptom or a treatment.

    `kind` is `symptom` or `treatment`. `lasted` is an EDTF date or interval with its words;
    `first_day` and `last_day` are the days it may mean (9999-12-31 is still going on).
    """

    kind: str = Field(default="symptom", max_length=20)
    name: str = Field(min_length=1, max_length=1000, sa_column_kwargs=SEARCHED)
    lasted: Edtf = Field(min_length=4, max_length=40)
    lasted_words: str = Field(default="", max_length=NAME_LIMIT)
    first_day: DayIfKnown = Field(default="", max_length=10)
    last_day: DayIfKnown = Field(default="", max_length=10)
    severity: int | None = rated()
    note: str = written()
    words: str = written()
    sensitive: bool = False


class Spell(SpellFields, Record, table=True):
    """One span in one client's life."""

    __table_args__ = (
        CheckConstraint("length(name) > 0", name="spell_name_given"),
        CheckConstraint("severity BETWEEN 0 AND 10", name="spell_severity_range"),
        CheckConstraint("first_day <= last_day", name="spell_days_in_order"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)

"""People of the interpersonal inventory, and how each stands on a date."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from ipt_tui.records.base import (
    NAME_LIMIT,
    SEARCHED,
    Day,
    DayIfKnown,
    Edtf,
    Record,
    rated,
    written,
)


class PersonFields(SQLModel):
    """What is told of a person; everything that changes with time is in `StandingFields`.

    `name` is an alias or initials by default. `kind` is a relationship word ("mother", or one's
    own). `life`, `knows`, `onset_change`, `argue_outcome` are words of their vocabularies.
    `died` and `since` are EDTF, with the words as said beside them. `added` is the ISO date on
    which they came into the inventory.
    """

    name: str = Field(min_length=1, max_length=NAME_LIMIT, sa_column_kwargs=SEARCHED)
    kind: str = Field(default="", max_length=NAME_LIMIT, sa_column_kwargs=SEARCHED)
    life: str = Field(default="", max_length=20)
    died: Edtf = Field(default="", max_length=40)
    died_words: str = Field(default="", max_length=NAME_LIMIT)
    since: Edtf = Field(default="", max_length=40)
    since_words: str = Field(default="", max_length=NAME_LIMIT)
    like: str = written()
    feels: str = written()
    together: str = written()
    can_talk: str = written()
    cannot_talk: str = written()
    arguments: str = written()
    argue_outcome: str = Field(default="", max_length=20)
    onset_change: str = Field(default="", max_length=20)
    onset_words: str = written()
    knows: str = Field(default="", max_length=20)
    good: str = written()
    hard: str = written()
    would_change: str = written()
    notes: str = written()
    trust: int | None = rated()
    added: DayIfKnown = Field(default="", max_length=10)
    sensitive: bool = False
    ask_later: bool = False


class Person(PersonFields, Record, table=True):
    """Somebody in the client's life."""

    __table_args__ = (
        CheckConstraint("length(name) > 0", name="person_name_given"),
        CheckConstraint("trust BETWEEN 0 AND 10", name="person_trust_range"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)


class StandingFields(SQLModel):
    """How a person stands in one view on one date. A missing field means unchanged.

    `day` is an ISO date. `ring` is 0–4 (0: off the circle). `gives` and `gets` are the support
    the client gives and gets, `friction` how much they clash, each 0–10.
    """

    view: str = Field(default="now", max_length=20)
    day: Day = Field(min_length=10, max_length=10)
    ring: int | None = Field(default=None, ge=0, le=4)
    quality: str | None = Field(default=None, max_length=20)
    contact: str | None = Field(default=None, max_length=NAME_LIMIT)
    gives: int | None = rated()
    gets: int | None = rated()
    friction: int | None = rated()
    confide: str | None = Field(default=None, max_length=20)
    why: str = written()


class Standing(StandingFields, Record, table=True):
    """One dated change in how a person stands."""

    __table_args__ = (
        UniqueConstraint("person_id", "view", "day", name="standing_once_a_day"),
        CheckConstraint("day IS date(day)", name="standing_day_real"),
        CheckConstraint("ring BETWEEN 0 AND 4", name="standing_ring_range"),
        CheckConstraint("gives BETWEEN 0 AND 10", name="standing_gives_range"),
        CheckConstraint("gets BETWEEN 0 AND 10", name="standing_gets_range"),
        CheckConstraint("friction BETWEEN 0 AND 10", name="standing_friction_range"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)


class KindFields(SQLModel):
    """A relationship word of one's own, with the word for the way back ("mother"/"child")."""

    word: str = Field(min_length=1, max_length=NAME_LIMIT)
    reverse: str = Field(default="", max_length=NAME_LIMIT)


class Kind(KindFields, Record, table=True):
    """One's own relationship word; it belongs to the vault, not to a client."""

    __table_args__ = (
        UniqueConstraint("word", name="kind_word_once"),
        {"sqlite_autoincrement": True},
    )


class TieFields(SQLModel):
    """How two of the people belong together. `kind` is what the first is to the second."""

    kind: str = Field(default="", max_length=NAME_LIMIT, sa_column_kwargs=SEARCHED)


class Tie(TieFields, Record, table=True):
    """A tie between two people, neither of whom is the client."""

    __table_args__ = (
        UniqueConstraint("person_id", "other_id", name="tie_once"),
        CheckConstraint("person_id <> other_id", name="tie_between_two"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    other_id: int = Field(foreign_key="person.id", index=True)

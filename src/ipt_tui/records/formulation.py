"""The formulation in its versions, what of the record it is built from, and the contract."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from ipt_tui.records.base import NAME_LIMIT, TEXT_LIMIT, Day, DayIfKnown, Record, written


class FormulationFields(SQLModel):
    """One version of the interpersonal formulation, begun on `day`.

    The parts of which the paragraph is built: `onset` when it began, `shows` how it shows,
    `problem` how it is called, `links` why it belongs to the people and events, `vulnerable` what
    made it more likely, `strengths` what holds, `work_on` what we would work on. `text` is the
    paragraph as somebody wrote it, "" as long as it follows the parts and what is ticked; what
    stands in "…" are the client's own words. `grown` is the paragraph it was when `text` was put
    down with no more than those words in it, so that it goes on growing; "" where somebody wrote
    otherwise. `agreed` is the day it was agreed, "" until then, and
    `agreed_by` who did, as it was typed; then it is not changed any more.
    """

    version: int = Field(default=1, ge=1, le=10_000)
    day: Day = Field(min_length=10, max_length=10)
    onset: str = written()
    shows: str = written()
    problem: str = written()
    links: str = written()
    vulnerable: str = written()
    strengths: str = written()
    work_on: str = written()
    text: str = written()
    grown: str = Field(title="The paragraph", default="", max_length=TEXT_LIMIT)
    agreed: DayIfKnown = Field(default="", max_length=10)
    agreed_by: str = written(NAME_LIMIT)
    sensitive: bool = False


class Formulation(FormulationFields, Record, table=True):
    """A version of one client's formulation."""

    __table_args__ = (
        UniqueConstraint("client_id", "version", name="formulation_version_once"),
        CheckConstraint("day IS date(day)", name="formulation_day_real"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)


class FormulationLinkFields(SQLModel):
    """Nothing of its own."""


class FormulationLink(FormulationLinkFields, Record, table=True):
    """An event, or a person, that is ticked for a version of the formulation."""

    __tablename__ = "formulation_link"
    __table_args__ = ({"sqlite_autoincrement": True},)
    client_id: int = Field(foreign_key="client.id", index=True)
    formulation_id: int = Field(foreign_key="formulation.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True)


class ContractFields(SQLModel):
    """What is agreed of a course beside its dates, in short texts; any of them may stay empty.

    How many sessions, how often and how long stand in the course, the focus and goals in their own
    records: while nothing is agreed, nothing is kept twice. `relieved` is what can be set aside for
    now, `responsible` what cannot, `needs_to_know` who needs to know: the sick role in plain words.
    `crisis_told` says
    whether it was told whom to turn to in a crisis, None while nobody has said. `agreed` is the
    day it was agreed, "" until then, `agreed_by` who did, as it was typed; `changed` the day on
    which it was changed after that, "" where it stands as agreed. `agreed_with` holds the focus and
    the goals as they read when it was agreed: see `ipt.as_agreed`.
    """

    relieved: str = written()
    responsible: str = written()
    needs_to_know: str = written()
    role: str = written()
    practice: str = written()
    confidentiality: str = written()
    contact: str = written()
    fees: str = written()
    notes: str = written()
    ending: str = written()
    afterwards: str = written()
    crisis_told: bool | None = None
    agreed: DayIfKnown = Field(default="", max_length=10)
    agreed_by: str = written(NAME_LIMIT)
    changed: DayIfKnown = Field(default="", max_length=10)
    agreed_with: str = Field(title="What was agreed with it", default="", max_length=TEXT_LIMIT)
    sensitive: bool = False


class Contract(ContractFields, Record, table=True):
    """The contract of one course; there is at most one."""

    __table_args__ = (
        UniqueConstraint("course_id", name="contract_once"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    course_id: int = Field(foreign_key="course.id", index=True)

"""The safety plan: what helps in a bad hour, in the client's own words."""

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel

from ipt_tui.records.base import DayIfKnown, Record, written


class SafetyPlanFields(SQLModel):
    """The six parts of the plan and what matters; any of them may stay empty.

    `look_again` is the day on which it is to be looked at again, "" where none was agreed.
    """

    signs: str = written()
    alone: str = written()
    around: str = written()
    ask: str = written()
    professionals: str = written()
    surroundings: str = written()
    matters: str = written()
    look_again: DayIfKnown = Field(default="", max_length=10)
    sensitive: bool = False


class SafetyPlan(SafetyPlanFields, Record, table=True):
    """The plan of one client; there is at most one."""

    __tablename__ = "safety_plan"
    __table_args__ = (
        UniqueConstraint("client_id", name="safety_plan_once"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)


class PlanPersonFields(SQLModel):
    """In which part of a plan somebody is named."""

    part: str = Field(default="", max_length=20)


class PlanPerson(PlanPersonFields, Record, table=True):
    """Somebody who is named in a safety plan."""

    __tablename__ = "plan_person"
    __table_args__ = (
        UniqueConstraint("safety_plan_id", "person_id", "part", name="plan_person_once"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    safety_plan_id: int = Field(foreign_key="safety_plan.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)

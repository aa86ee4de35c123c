"""The focus: problem areas, what speaks for and against each, which was chosen, the work on it."""

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import Field, SQLModel

from ipt_tui.records.base import Day, DayIfKnown, Record, rated, written


class ProblemAreaFields(SQLModel):
    """A problem area that was considered: `area` is an id of `content/areas.toml`.

    `about` says in words what it is about ("the move"), where that is not a person.
    """

    area: str = Field(title="The problem area", min_length=1, max_length=40)
    about: str = written()
    sensitive: bool = False


class ProblemArea(ProblemAreaFields, Record, table=True):
    """A problem area considered with one client."""

    __tablename__ = "problem_area"
    __table_args__ = (
        CheckConstraint("length(area) > 0", name="problem_area_given"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    """Whom it is about: with whom the dispute is, who died."""


class FocusChoiceFields(SQLModel):
    """What was decided of a problem area on a day; the last one up to a day is what holds.

    `rank` is `first`, `second`, or `none` where it is no focus any more. `agrees` is whether the
    client agrees: yes, partly, no, "" where nobody asked.
    """

    day: Day = Field(min_length=10, max_length=10)
    rank: str = Field(default="none", max_length=20)
    agrees: str = Field(default="", max_length=20)
    why: str = written()


class FocusChoice(FocusChoiceFields, Record, table=True):
    """One dated decision about a problem area."""

    __tablename__ = "focus_choice"
    __table_args__ = (
        UniqueConstraint("problem_area_id", "day", name="focus_choice_once_a_day"),
        CheckConstraint("day IS date(day)", name="focus_choice_day_real"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    problem_area_id: int = Field(foreign_key="problem_area.id", index=True)


class EvidenceFields(SQLModel):
    """What speaks `for` or `against` a problem area, in words where it is not something noted."""

    side: str = Field(default="for", max_length=20)
    text: str = written()
    sensitive: bool = False


class Evidence(EvidenceFields, Record, table=True):
    """One piece of evidence: a free line, or an event, a person, an expectation of the record."""

    __table_args__ = ({"sqlite_autoincrement": True},)
    client_id: int = Field(foreign_key="client.id", index=True)
    problem_area_id: int = Field(foreign_key="problem_area.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True)
    expectation_id: int | None = Field(default=None, foreign_key="expectation.id", index=True)


class StageFields(SQLModel):
    """The stage of a dispute from a day on, and what showed it."""

    day: Day = Field(min_length=10, max_length=10)
    stage: str = Field(default="", max_length=20)
    why: str = written()


class DisputeStage(StageFields, Record, table=True):
    """One dated stage of a dispute."""

    __tablename__ = "dispute_stage"
    __table_args__ = (
        UniqueConstraint("problem_area_id", "day", name="dispute_stage_once_a_day"),
        CheckConstraint("day IS date(day)", name="dispute_stage_day_real"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    problem_area_id: int = Field(foreign_key="problem_area.id", index=True)


class WorkbenchAnswerFields(SQLModel):
    """An answer on the workbench of a problem area; `prompt` is an id of `content/areas.toml`.

    `rating` is 0–10 where the prompt asks for one (how frightening a step is), `done` the day a
    step was done, "" until then.
    """

    prompt: str = Field(min_length=1, max_length=60)
    text: str = written()
    rating: int | None = rated()
    done: DayIfKnown = Field(default="", max_length=10)
    sensitive: bool = False


class WorkbenchAnswer(WorkbenchAnswerFields, Record, table=True):
    """One answer on one workbench."""

    __tablename__ = "workbench_answer"
    __table_args__ = (
        CheckConstraint("length(prompt) > 0", name="workbench_answer_prompt_given"),
        CheckConstraint("rating BETWEEN 0 AND 10", name="workbench_answer_rating_range"),
        {"sqlite_autoincrement": True},
    )
    client_id: int = Field(foreign_key="client.id", index=True)
    problem_area_id: int = Field(foreign_key="problem_area.id", index=True)


class AnswerLinkFields(SQLModel):
    """Nothing of its own."""


class AnswerLink(AnswerLinkFields, Record, table=True):
    """What of the record an answer on a workbench is joined to: one of the three."""

    __tablename__ = "answer_link"
    __table_args__ = ({"sqlite_autoincrement": True},)
    client_id: int = Field(foreign_key="client.id", index=True)
    workbench_answer_id: int = Field(foreign_key="workbench_answer.id", index=True)
    person_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    event_id: int | None = Field(default=None, foreign_key="event.id", index=True)
    talk_id: int | None = Field(default=None, foreign_key="talk.id", index=True)

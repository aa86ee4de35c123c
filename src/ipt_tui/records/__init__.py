"""What is kept: SQLModel tables, one file a subject.

`RECORDED` are the tables whose every change is in the history, parents before children;
`KEPT` are those that are kept without one. `OWN_RECORDED` and `OWN_KEPT` are the same for the file
of own notes.
"""

from typing import Any

from sqlmodel import SQLModel

from ipt_tui.records.bring import Bring
from ipt_tui.records.client import Client
from ipt_tui.records.concern import (
    Concern,
    ConcernPerson,
)
from ipt_tui.records.course import (
    Course,
    Renegotiation,
)
from ipt_tui.records.ending import CourseEnding, Halfway
from ipt_tui.records.event import (
    Event,
    EventPerson,
    MoodLink,
)
from ipt_tui.records.expectation import Expectation, Outcome
from ipt_tui.records.fit import Fit
from ipt_tui.records.focus import (
    AnswerLink,
    DisputeStage,
    Evidence,
    FocusChoice,
    ProblemArea,
    WorkbenchAnswer,
)
from ipt_tui.records.formulation import (
    Contract,
    Formulation,
    FormulationLink,
)
from ipt_tui.records.goal import (
    Goal,
    GoalPractice,
    GoalRating,
)
from ipt_tui.records.history import History, Now, Step
from ipt_tui.records.jotting import Jotting
from ipt_tui.records.kept import Draft, Setting
from ipt_tui.records.mood import Mood, MoodPerson
from ipt_tui.records.own import OwnClient, OwnNote, OwnNoteFields
from ipt_tui.records.person import (
    Kind,
    Person,
    Standing,
    Tie,
)
from ipt_tui.records.practice import Practice, Todo
from ipt_tui.records.progress_note import (
    Addendum,
    ProgressNote,
)
from ipt_tui.records.response import (
    MeasurePlan,
    Response,
)
from ipt_tui.records.safety_plan import (
    PlanPerson,
    SafetyPlan,
)
from ipt_tui.records.session import (
    AgendaItem,
    CourseSession,
    Technique,
    TidiedLine,
)
from ipt_tui.records.spell import Spell
from ipt_tui.records.talk import (
    Alternative,
    Attempt,
    Difficulty,
    Option,
    Rehearsal,
    Talk,
    TalkPerson,
    Turn,
)

RECORDED: tuple[Any, ...] = (
    Kind,
    Client,
    Person,
    Standing,
    Tie,
    Expectation,
    Mood,
    Event,
    MoodPerson,
    EventPerson,
    MoodLink,
    Spell,
    Jotting,
    Talk,
    TalkPerson,
    Turn,
    Difficulty,
    Alternative,
    Option,
    Attempt,
    Outcome,
    Course,
    Renegotiation,
    CourseSession,
    AgendaItem,
    Technique,
    Practice,
    Rehearsal,
    Todo,
    ProgressNote,
    Addendum,
    TidiedLine,
    Response,
    MeasurePlan,
    Concern,
    ConcernPerson,
    SafetyPlan,
    PlanPerson,
    ProblemArea,
    FocusChoice,
    Evidence,
    DisputeStage,
    WorkbenchAnswer,
    AnswerLink,
    Formulation,
    FormulationLink,
    Contract,
    Goal,
    GoalRating,
    GoalPractice,
    Halfway,
    CourseEnding,
    Fit,
    Bring,
)
KEPT: tuple[Any, ...] = (Step, Now, History, Draft, Setting)
OWN_RECORDED: tuple[Any, ...] = (OwnNote,)
OWN_KEPT: tuple[Any, ...] = (*KEPT, OwnClient)
FIELDS: dict[str, type[SQLModel]] = {record.__tablename__: record.__mro__[1] for record in RECORDED}
"""The fields of each recorded table, apart from its identity, in the same order."""

__all__ = [
    "FIELDS",
    "KEPT",
    "OWN_KEPT",
    "OWN_RECORDED",
    "RECORDED",
    "Addendum",
    "AgendaItem",
    "Alternative",
    "AnswerLink",
    "Attempt",
    "Bring",
    "Client",
    "Concern",
    "ConcernPerson",
    "Contract",
    "Course",
    "CourseEnding",
    "CourseSession",
    "Difficulty",
    "DisputeStage",
    "Draft",
    "Event",
    "EventPerson",
    "Evidence",
    "Expectation",
    "Fit",
    "FocusChoice",
    "Formulation",
    "FormulationLink",
    "Goal",
    "GoalPractice",
    "GoalRating",
    "Halfway",
    "History",
    "Jotting",
    "Kind",
    "MeasurePlan",
    "Mood",
    "MoodLink",
    "MoodPerson",
    "Now",
    "Option",
    "Outcome",
    "OwnClient",
    "OwnNote",
    "OwnNoteFields",
    "Person",
    "PlanPerson",
    "Practice",
    "ProblemArea",
    "ProgressNote",
    "Rehearsal",
    "Renegotiation",
    "Response",
    "SafetyPlan",
    "Setting",
    "Spell",
    "Standing",
    "Step",
    "Talk",
    "TalkPerson",
    "Technique",
    "TidiedLine",
    "Tie",
    "Todo",
    "Turn",
    "WorkbenchAnswer",
]

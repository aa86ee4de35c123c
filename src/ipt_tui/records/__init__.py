"""What is kept: SQLModel tables, one file a subject.

`RECORDED` are the tables whose every change is in the history, parents before children;
`KEPT` are those that are kept without one. `OWN_RECORDED` and `OWN_KEPT` are the same for the file
of own notes.
"""

from typing import Any

from sqlmodel import SQLModel

from ipt_tui.records.client import Client, ClientFields
from ipt_tui.records.concern import (
    Concern,
    ConcernFields,
    ConcernPerson,
    ConcernPersonFields,
)
from ipt_tui.records.course import (
    Course,
    CourseFields,
    Renegotiation,
    RenegotiationFields,
)
from ipt_tui.records.event import (
    Event,
    EventFields,
    EventPerson,
    EventPersonFields,
    MoodLink,
    MoodLinkFields,
)
from ipt_tui.records.expectation import Expectation, ExpectationFields, Outcome, OutcomeFields
from ipt_tui.records.history import History, Now, Step
from ipt_tui.records.jotting import Jotting, JottingFields
from ipt_tui.records.kept import Draft, Setting
from ipt_tui.records.mood import Mood, MoodFields, MoodPerson, MoodPersonFields
from ipt_tui.records.own import OwnClient, OwnNote, OwnNoteFields
from ipt_tui.records.person import (
    Kind,
    KindFields,
    Person,
    PersonFields,
    Standing,
    StandingFields,
    Tie,
    TieFields,
)
from ipt_tui.records.practice import Practice, PracticeFields, Todo, TodoFields
from ipt_tui.records.progress_note import (
    Addendum,
    AddendumFields,
    ProgressNote,
    ProgressNoteFields,
)
from ipt_tui.records.response import (
    MeasurePlan,
    MeasurePlanFields,
    Response,
    ResponseFields,
)
from ipt_tui.records.safety_plan import (
    PlanPerson,
    PlanPersonFields,
    SafetyPlan,
    SafetyPlanFields,
)
from ipt_tui.records.session import (
    AgendaItem,
    AgendaItemFields,
    CourseSession,
    SessionFields,
    Technique,
    TechniqueFields,
    TidiedLine,
    TidiedLineFields,
)
from ipt_tui.records.spell import Spell, SpellFields
from ipt_tui.records.talk import (
    Alternative,
    AlternativeFields,
    Attempt,
    AttemptFields,
    Difficulty,
    DifficultyFields,
    Option,
    OptionFields,
    Rehearsal,
    RehearsalFields,
    Talk,
    TalkFields,
    TalkPerson,
    TalkPersonFields,
    Turn,
    TurnFields,
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
    Rehearsal,
    Attempt,
    Outcome,
    Course,
    Renegotiation,
    CourseSession,
    AgendaItem,
    Technique,
    Practice,
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
)
KEPT: tuple[Any, ...] = (Step, Now, History, Draft, Setting)
OWN_RECORDED: tuple[Any, ...] = (OwnNote,)
OWN_KEPT: tuple[Any, ...] = (*KEPT, OwnClient)
FIELDS: dict[str, type[SQLModel]] = {
    "kind": KindFields,
    "client": ClientFields,
    "person": PersonFields,
    "standing": StandingFields,
    "tie": TieFields,
    "expectation": ExpectationFields,
    "mood": MoodFields,
    "event": EventFields,
    "mood_person": MoodPersonFields,
    "event_person": EventPersonFields,
    "mood_link": MoodLinkFields,
    "spell": SpellFields,
    "jotting": JottingFields,
    "talk": TalkFields,
    "talk_person": TalkPersonFields,
    "turn": TurnFields,
    "difficulty": DifficultyFields,
    "alternative": AlternativeFields,
    "option": OptionFields,
    "rehearsal": RehearsalFields,
    "attempt": AttemptFields,
    "outcome": OutcomeFields,
    "course": CourseFields,
    "renegotiation": RenegotiationFields,
    "session": SessionFields,
    "agenda_item": AgendaItemFields,
    "technique": TechniqueFields,
    "practice": PracticeFields,
    "todo": TodoFields,
    "progress_note": ProgressNoteFields,
    "addendum": AddendumFields,
    "tidied_line": TidiedLineFields,
    "response": ResponseFields,
    "measure_plan": MeasurePlanFields,
    "concern": ConcernFields,
    "concern_person": ConcernPersonFields,
    "safety_plan": SafetyPlanFields,
    "plan_person": PlanPersonFields,
}

__all__ = [
    "FIELDS",
    "KEPT",
    "OWN_KEPT",
    "OWN_RECORDED",
    "RECORDED",
    "Addendum",
    "AgendaItem",
    "Alternative",
    "Attempt",
    "Client",
    "Concern",
    "ConcernPerson",
    "Course",
    "CourseSession",
    "Difficulty",
    "Draft",
    "Event",
    "EventPerson",
    "Expectation",
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
]

"""What is worked on, for the vaults that are measured in: areas, formulation, goals, ending."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt import formulation
from ipt_tui.ipt.areas import IDS, in_use
from ipt_tui.records import (
    CourseEnding,
    Evidence,
    FocusChoice,
    Formulation,
    FormulationLink,
    Goal,
    GoalRating,
    ProblemArea,
    WorkbenchAnswer,
)

if TYPE_CHECKING:
    from datetime import datetime

    from benchmarks.big_vault import Made, Rows

TABLES = (
    "problem_area", "focus_choice", "evidence", "workbench_answer", "formulation",
    "formulation_link", "goal", "goal_rating", "ending",
)  # fmt: skip
EVIDENCE, ANSWERS, TICKED, GOALS, RATINGS = 12, 3, 6, 5, 12
_WEEK = timedelta(days=7)


def several(made: Made, rows: Rows, client: int, events: list[int], at: datetime) -> None:
    """Add areas, a formulation and goals to a client; a course they have none."""
    belongs: dict[str, Any] = {"client_id": client}
    day = at.date().isoformat()
    areas = [
        _area(made, rows, belongs, kind, rank, events, day)
        for kind, rank in zip(IDS[:2], ("second", "first"), strict=True)
    ]
    _formulated(made, rows, belongs, events, day)
    for n in range(GOALS):
        its = {"problem_area_id": areas[n % 2], **belongs}
        first = (at - RATINGS * _WEEK).date().isoformat()
        goal = made.row(rows, Goal, text=made.text(6), day=first, target=8, **its)
        for week in range(RATINGS):
            on = (at - week * _WEEK).date().isoformat()
            value = made.random.randrange(11)
            made.row(rows, GoalRating, goal_id=goal, day=on, value=value, **belongs)


def of_first(made: Made) -> tuple[int, Rows]:
    """Return the first client there is, and an ending of their course; the demo holds the rest."""
    client, course = made.raw.execute(
        "SELECT client_id, id FROM course WHERE client_id = (SELECT min(id) FROM client)"
    ).fetchone()
    rows: Rows = defaultdict(list)
    said = {name: made.text(30) for name in ("changed", "did", "signs_people", "signs", "plan")}
    made.row(rows, CourseEnding, **said, client_id=client, course_id=course)
    return client, rows


def _area(
    made: Made, rows: Rows, whose: dict[str, Any], kind: str, rank: str, events: list[int], day: str
) -> int:
    """Add an area that is worked on, with evidence and answers to all of its prompts."""
    area = made.row(rows, ProblemArea, area=kind, about=made.text(3), **whose)
    belongs = {"problem_area_id": area, **whose}
    made.row(rows, FocusChoice, day=day, rank=rank, agrees="yes", why=made.text(6), **belongs)
    for n in range(EVIDENCE):
        event = events[n] if n % 3 == 0 and n < len(events) else None
        made.row(rows, Evidence, text=made.text(6), event_id=event, **belongs)
    for prompt in in_use().get(kind).prompts:
        for _ in range(0 if prompt.choices else ANSWERS if prompt.many else 1):
            made.row(rows, WorkbenchAnswer, prompt=prompt.id, text=made.text(9), **belongs)
    return area


def _formulated(made: Made, rows: Rows, whose: dict[str, Any], events: list[int], day: str) -> None:
    told = {part.id: made.text(8) for part in formulation.parts()}
    version = made.row(rows, Formulation, day=day, **told, **whose)
    for event in events[:TICKED]:
        made.row(rows, FormulationLink, formulation_id=version, event_id=event, **whose)

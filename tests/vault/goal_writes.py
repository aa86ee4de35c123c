"""A goal and a halfway look for the small record, and one write of every kind they have."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlmodel import select

from ipt_tui.records import Goal, GoalPractice, GoalRating, Halfway, Practice, ProblemArea
from ipt_tui.records.course import Course
from ipt_tui.records.person import Person
from ipt_tui.vault import goals, halfways
from ipt_tui.vault.editing import one
from ipt_tui.vault.steps import describe
from tests.vault.talk_writes import first

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlmodel import Session

    from tests.vault.world import World

SET, RATED, LATER = date(2026, 11, 10), date(2026, 11, 17), date(2026, 11, 23)


def fill(session: Session, person: str, course: str, area: str) -> None:
    """Put into the record a goal with two ratings, one it was changed into, and a halfway look.

    The first belongs to a problem `area`.
    """
    named, its = one(session, Person, person), one(session, Course, course)
    whose: dict[str, Any] = {"client_id": named.client_id}
    its_area = one(session, ProblemArea, area).id
    old = Goal(
        text="ask before the boat is sold", day=SET.isoformat(), target=8, status="changed",
        closed=RATED.isoformat(), why="too much at once", person_id=named.id,
        problem_area_id=its_area, **whose,
    )  # fmt: skip
    session.add(old)
    session.flush()
    new = Goal(
        text="say it the same day", day=RATED.isoformat(), target=8, succeeds=old.uid, **whose
    )
    session.add(new)
    session.flush()
    practice = session.exec(select(Practice)).first()
    for value, day in ((2, SET), (5, RATED)):
        session.add(GoalRating(day=day.isoformat(), value=value, goal_id=old.id or 0, **whose))
    if practice is not None:
        session.add(GoalPractice(goal_id=new.id or 0, practice_id=practice.id or 0, **whose))
    said: dict[str, Any] = {"day": RATED.isoformat(), "fits": "partly", "better": "the mornings"}
    session.add(Halfway(course_id=its.id or 0, **said, **whose))
    session.flush()
    describe(session, named.client_id, "goals and a halfway look")


def _newest(world: World) -> str:
    from tests.vault.world import value

    return str(value(world.vault, "SELECT uid FROM goal ORDER BY id DESC LIMIT 1"))


def _tell(world: World) -> str:
    look = world.vault.read(halfways.look, world.client, LATER)
    assert look is not None
    seen = look.said.updated_at if look.said else None
    return world.vault.write(halfways.tell, world.course, LATER, seen, missing="the evenings")


def writes() -> dict[str, Callable[[World], object]]:
    """Return one write of every kind, by the name of its function."""
    return {
        "goals.add": lambda w: w.vault.write(goals.add, w.client, "rest", LATER, target=6),
        "goals.change": lambda w: w.vault.write(
            goals.change, _newest(w), text="say it at once", sensitive=True
        ),
        "goals.about": lambda w: w.vault.write(goals.about, _newest(w), w.sam),
        "goals.belongs": lambda w: w.vault.write(goals.belongs, _newest(w), w.grief),
        "goals.tie": lambda w: w.vault.write(goals.tie, first(w, "goal"), [first(w, "practice")]),
        "goals.tie none": lambda w: w.vault.write(goals.tie, _newest(w), []),
        "goals.rate": lambda w: w.vault.write(goals.rate, _newest(w), 4, LATER, "twice"),
        "goals.rate again": lambda w: w.vault.write(goals.rate, first(w, "goal"), 6, RATED),
        "goals.rate before it was set": lambda w: w.vault.write(
            goals.rate, _newest(w), 1, date(2026, 11, 3)
        ),
        "goals.note": lambda w: w.vault.write(goals.note, first(w, "goal_rating"), "the third day"),
        "goals.unrate": lambda w: w.vault.write(goals.unrate, first(w, "goal_rating")),
        "goals.close": lambda w: w.vault.write(goals.close, _newest(w), "met", LATER),
        "goals.reword": lambda w: w.vault.write(goals.reword, _newest(w), "say it", LATER),
        "goals.take_up": lambda w: w.vault.write(goals.take_up, first(w, "goal")),
        "goals.remove": lambda w: w.vault.write(goals.remove, first(w, "goal")),
        "halfways.tell": _tell,
        "halfways.remove": lambda w: w.vault.write(halfways.remove, first(w, "halfway")),
    }

"""K7 as if session 16 were done: the demo, its sessions held, its focus and goals, its ending.

Texts that must never leave stand in it as words found nowhere else.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.people import Ring
from ipt_tui.records import (
    Client,
    CourseSession,
    FocusChoice,
    Formulation,
    Goal,
    GoalRating,
    Person,
    ProblemArea,
)
from ipt_tui.vault import (
    clients,
    concerns,
    courses,
    endings,
    people,
    session_told,
    sessions,
    talks,
    todos,
)
from ipt_tui.vault.steps import describe
from tests.once import once
from tests.vault.k7_focus import unfocused

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault

LAST = date(2027, 1, 19)
AGREED = "2026-10-20"
FORMULATION = (
    "Since July you have been low, sleepless and cut off. It seems tied to what you and Sam expect "
    "and don't say."
)
TOLD = {
    "outcome": "better",
    "changed": "I say it before I am angry.\nSam asks.",
    "did": "I asked for Tuesdays\nI stayed in the room",
    "not_done": "the flat is not decided; Ben and I still do not speak",
    "sad": "sad, and a little proud",
    "signs_people": "I stop answering Lena",
    "signs": "awake at four",
    "plan": "tell Sam the same evening",
    "tell": "Jo first: “it is like last summer”",
    "coming": "sessions",
    "coming_words": "the first Tuesday of each month until summer",
}
SECRETS = {
    "concern": "quillwort",
    "safety": "saxifrage",
    "note": "bindweed",
    "for this hour": "liverwort",
    "question": "hellebore",
    "to-do": "mandrake",
    "sensitive person": "Perpetua",
    "sensitive goal": "snapdragon",
    "hidden score": "GAD-7",
}
"""What is in the record and must not be on the page, by what it is."""


@once
def ended(vault: Vault) -> str:
    """Fill the demo into an empty vault and bring K7's course to its end; return the client."""
    unfocused(vault)
    client = vault.read(clients.listing)[0].uid
    vault.write(_finish, client)
    first, last = _with_sam(vault, client)
    vault.write(endings.compare, client, LAST, first, last)
    vault.write(endings.tell, client, LAST, None, **TOLD)
    return client


def _with_sam(vault: Vault, client: str) -> tuple[str, str]:
    """Return the first and the last talk with Sam."""
    lines = vault.read(talks.talks, client, LAST).lines
    found = [line.uid for line in lines if "Sam" in [who.name for who in line.people]]
    return found[-1], found[0]


def _finish(session: Session, client: str) -> None:
    whose: dict[str, Any] = {"client_id": session.exec(
        select(Client.id).where(Client.uid == client)
    ).one()}  # fmt: skip
    for row in session.exec(select(CourseSession).where(CourseSession.started == "")):
        row.started, row.ended = row.planned, row.planned.replace("T14:00", "T14:50")
        row.attendance = "attended"
    sam = session.exec(select(Person).where(Person.name == "Sam")).one()
    areas = [
        ProblemArea(area="grief", about="", person_id=None, **whose),
        ProblemArea(area="role_dispute", person_id=sam.id, **whose),
    ]
    session.add_all(areas)
    session.flush()
    for area, rank in zip(areas, ("second", "first"), strict=True):
        session.add(
            FocusChoice(problem_area_id=area.id or 0, day=AGREED, rank=rank, agrees="yes", **whose)
        )
    session.add(Formulation(day=AGREED, text=FORMULATION, agreed=AGREED, **whose))
    session.add(Formulation(version=2, day="2026-12-01", text="a draft: chickweed", **whose))
    goals = [
        Goal(text="say what I want before I'm angry", day=AGREED, target=8, **whose),
        Goal(text="a bigger flat", day=AGREED, status="dropped", closed="2026-12-08",
             why="not now", **whose),
    ]  # fmt: skip
    session.add_all([*goals, Goal(text="snapdragon", day=AGREED, sensitive=True, **whose)])
    session.flush()
    for day, value in (("2026-10-20", 2), ("2026-11-17", 6), ("2027-01-12", 8)):
        session.add(GoalRating(goal_id=goals[0].id or 0, day=day, value=value, **whose))
    session.flush()
    _hide(session, client)
    describe(session, whose["client_id"], "a course brought to its end")


def _hide(session: Session, client: str) -> None:
    """Put into the record what must not be on the page."""
    from ipt_tui.ipt.add_line import PersonLine
    from ipt_tui.vault import measure_plans

    course = courses.current(session, client, LAST)
    assert course is not None
    last = sessions.of_course(session, course.uid)[-1]
    concerns.raise_concern(session, client, "violence", "said", words=SECRETS["concern"])
    session_told.tell(
        session, last.uid,
        note=f"{SECRETS['note']}\n-- {SECRETS['for this hour']}",
        question=SECRETS["question"], safety_summary=SECRETS["safety"],
    )  # fmt: skip
    todos.add(session, client, SECRETS["to-do"])
    line = PersonLine(SECRETS["sensitive person"], "somebody from before", now=Ring.CLOSE)
    uid = people.add(session, client, line, date(2026, 10, 13))
    people.tell(session, uid, sensitive=True)
    measure_plans.hide(session, client, "gad7", hidden=True)


def person(vault: Vault, name: str) -> str:
    """Return the uid of one of the people."""
    return vault.read(lambda s: s.exec(select(Person.uid).where(col(Person.name) == name)).one())

"""K7 as if session 16 were done: the demo, its sessions held, its focus and goals, its ending.

Texts that must never leave stand in it as words found nowhere else.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlmodel import Session, col, select

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.people import Ring
from ipt_tui.records import Person
from ipt_tui.vault import (
    clients,
    concerns,
    courses,
    endings,
    focus_choices,
    formulating,
    goals,
    measure_plans,
    people,
    problem_areas,
    session_times,
    session_told,
    sessions,
    talks,
    todos,
)
from tests.once import once
from tests.vault.ending_writes import put
from tests.vault.k7_focus import unfocused

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault

LAST = date(2027, 1, 19)
AGREED = date(2026, 10, 20)
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
    course = course_of(vault, client)
    vault.write(endings.tell, course, None, **TOLD)
    vault.write(put, endings.compare, course, first, last)
    return client


def course_of(vault: Vault, client: str) -> str:
    """Return the course that ends."""
    told = vault.read(endings.told, client, LAST)
    assert told is not None
    return told.course.uid


def _with_sam(vault: Vault, client: str) -> tuple[str, str]:
    """Return the first and the last talk with Sam."""
    lines = vault.read(talks.talks, client, LAST).lines
    found = [line.uid for line in lines if "Sam" in [who.name for who in line.people]]
    return found[-1], found[0]


def _finish(session: Session, client: str) -> None:
    """Have the sessions held, and agree on focus, formulation and goals."""
    course = courses.current(session, client, LAST)
    assert course is not None
    for line in sessions.of_course(session, course.uid):
        if not line.held:
            session_times.attend(session, line.uid, "attended")
    grief = problem_areas.add(session, client, "grief")
    dispute = problem_areas.add(
        session, client, "role_dispute", people.names(session, client)["Sam"]
    )
    focus_choices.choose(session, dispute, AGREED, "first", "yes")
    focus_choices.choose(session, grief, AGREED, "second", "yes")
    version = formulating.begin(session, client, AGREED)
    formulating.write(session, version, FORMULATION, AGREED)
    formulating.agree(session, version, AGREED, "K7", AGREED)
    draft = date(2026, 12, 1)
    formulating.write(
        session, formulating.begin(session, client, draft, version), "a draft: chickweed", draft
    )
    goal = goals.add(session, client, "say what I want before I'm angry", AGREED, target=8)
    for day, value in ((AGREED, 2), (date(2026, 11, 17), 6), (date(2027, 1, 12), 8)):
        goals.rate(session, goal, value, day)
    flat = goals.add(session, client, "a bigger flat", AGREED)
    goals.close(session, flat, "dropped", date(2026, 12, 8))
    goals.change(session, flat, why="not now")
    goals.change(session, goals.add(session, client, "snapdragon", AGREED), sensitive=True)
    _hide(session, client, sessions.of_course(session, course.uid)[-1].uid)


def _hide(session: Session, client: str, last: str) -> None:
    """Put into the record what must not be on the page; `last` is the last session."""
    concerns.raise_concern(session, client, "violence", "said", words=SECRETS["concern"])
    session_told.tell(
        session, last,
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

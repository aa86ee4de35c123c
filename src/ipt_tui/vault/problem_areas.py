"""Problem areas: considered, told, removed; and those of a client with all that belongs to them.

Nothing here chooses: what is offered as evidence is what somebody marked or noted.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt import focus
from ipt_tui.ipt.clock import DAY_STARTS_AT
from ipt_tui.ipt.focus import Choice, Focus, StageLine
from ipt_tui.ipt.focus import ProblemArea as View
from ipt_tui.records import (
    Client,
    DisputeStage,
    Evidence,
    FocusChoice,
    Goal,
    Person,
    ProblemArea,
)
from ipt_tui.records.focus import ProblemAreaFields
from ipt_tui.vault import (
    agreed_words,
    ending_veil,
    focus_veil,
    lasting_veil,
    set_aside,
    workbench,
)
from ipt_tui.vault import evidence as speaking
from ipt_tui.vault.editing import changed, one, refuse_other_record, validated
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.focus_pointers import DEAD, Pointers
from ipt_tui.vault.hidden import hidden_for
from ipt_tui.vault.people import with_new
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime, time

    from ipt_tui.vault.hidden import Hidden

THERE = "That area stands there already."
ONE_PERSON = "Name one person; somebody else can have an area of their own."


def add(
    session: Session, client_uid: str, area: str, person: str | None = None, about: str = ""
) -> str:
    """Consider a problem area with a client; return its uid.

    `area` is its id, `person` the uid of whom it is about, `about` what it is about in words.
    Raises Gone, or NotValid with one sentence, also where the same stands there already.
    """
    client = one(session, Client, client_uid)
    fields = validated(ProblemAreaFields, area=area, about=about)
    row = ProblemArea(client_id=client.id or 0, **fields.model_dump())
    _be_about(row, None if person is None else one(session, Person, person))
    _refuse_twice(session, row)
    session.add(row)
    session.flush()
    describe(session, client.id, "a focus considered")
    return row.uid


def tell(session: Session, /, uid: str, seen: datetime | None = None, **values: Any) -> None:
    """Change what an area is about, or whether it is sensitive; `seen` is what it was read with.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence, also where it is then another.
    """
    row = one(session, ProblemArea, uid, seen)
    if "about" in changed(row, ProblemAreaFields, values):
        _refuse_twice(session, row)
        ending_veil.untick(session, row.client_id, row.uid)
    describe(session, row.client_id, "a focus changed")


def be_about(
    session: Session,
    uid: str,
    on: date,
    people: Iterable[str] = (),
    new: Iterable[str] = (),
    seen: datetime | None = None,
) -> None:
    """Say whom an area is about, or that it is nobody: one uid, or a name that is `new` `on` a day.

    Raises Gone, ChangedElsewhere, or NotValid, also for somebody of another record.
    """
    row = one(session, ProblemArea, uid, seen)
    named = with_new(session, row.client_id, people, new, on)
    if len(named) > 1:
        raise NotValid(ONE_PERSON)
    _be_about(row, named[0] if named else None)
    _refuse_twice(session, row)
    describe(session, row.client_id, "a focus: whom it is about")


def remove(session: Session, uid: str) -> str:
    """Remove an area with all that belongs to it; return what it was, as the history calls it.

    A goal that belonged to it stays, and stays veiled if it was.
    """
    row = one(session, ProblemArea, uid)
    with lasting_veil.kept(session, row.client_id):
        _take_out(session, row)
    describe(session, row.client_id, "a focus removed")
    return "a focus"


def _take_out(session: Session, row: ProblemArea) -> None:
    for goal in session.exec(select(Goal).where(Goal.problem_area_id == row.id)):
        goal.problem_area_id = None
    workbench.forget(session, row)
    agreed_words.forget(session, row.client_id, row.uid)
    for table in (FocusChoice, Evidence, DisputeStage):
        for each in session.exec(select(table).where(table.problem_area_id == row.id)):
            session.delete(each)
    session.flush()
    session.delete(row)


# Read.


def of_client(
    session: Session,
    client_uid: str,
    today: date,
    revealed: frozenset[str] = frozenset(),
    day_starts_at: time = DAY_STARTS_AT,
) -> Focus:
    """Return the problem areas of a client as of a day, with all that belongs to each.

    The veiled are no more than what they are. Raises Gone.
    """
    client = one(session, Client, client_uid)
    number, hidden = client.id or 0, hidden_for(session, client.id or 0, revealed)
    rows = _rows(session, number)
    if not rows:
        return Focus(client.uid, client.code, today)
    pointers = Pointers(session, number, hidden, today, day_starts_at)
    evidence = speaking.lines(session, hidden, number, pointers)
    answers = workbench.lines(session, hidden, number, pointers)
    unsafe = workbench.unsafe(session, rows)
    areas = []
    for row, area in zip(rows, _stood(session, client, hidden, rows, today), strict=True):
        if area.veiled:
            areas.append(area)
            continue
        its = tuple(evidence[row.id or 0])
        pointed = {line.of.key for line in its if line.of is not None}
        offered = (p for p in pointers.offered(area.kind, row.person_id) if p.key not in pointed)
        ledger = pointers.ledgers.get(row.person_id or 0, ()) if area.kind.ledger else ()
        told = (wish for wish in ledger if not hidden.in_any((wish.text,)))
        areas.append(
            replace(
                area, evidence=its, answers=tuple(answers[row.id or 0]), offered=tuple(offered),
                ledger=tuple(told), unsafe=row.id in unsafe,
                living=area.kind.people == "died" and _lives(session, row),
            )
        )  # fmt: skip
    return Focus(client.uid, client.code, today, tuple(areas))


def chosen(
    session: Session, client_uid: str, today: date, revealed: frozenset[str] = frozenset()
) -> Focus:
    """Return the areas with what was decided of each and its stages, and no more. Raises Gone."""
    client = one(session, Client, client_uid)
    hidden = hidden_for(session, client.id or 0, revealed)
    rows = _rows(session, client.id or 0)
    areas = _stood(session, client, hidden, rows, today)
    return Focus(client.uid, client.code, today, tuple(areas))


def _lives(session: Session, row: ProblemArea) -> bool:
    """Whether an area is about somebody who is not marked as having died."""
    person = session.get(Person, row.person_id) if row.person_id is not None else None
    return person is not None and person.life not in DEAD


def _rows(session: Session, client: int) -> Sequence[ProblemArea]:
    query = select(ProblemArea).where(ProblemArea.client_id == client)
    return session.exec(query.order_by(col(ProblemArea.id))).all()


def _stood(
    session: Session, client: Client, hidden: Hidden, rows: Sequence[ProblemArea], today: date
) -> Iterable[View]:
    """Yield each area as it stands on a day."""
    if not rows:
        return
    made, stages = _made(session, client.id or 0, today), _stages(session, client.id or 0, today)
    holds = focus.standing({row.uid: made[row.id or 0] for row in rows}, today)
    veiled = focus_veil.areas(hidden, rows)
    aside = set_aside.people(session, client.id or 0)
    for row in rows:
        its = made[row.id or 0]
        last = holds.get(row.uid)
        stands: dict[str, Any] = {}
        if last is not None:
            stands = {"rank": last.rank, "since": focus.since(its, last)}
        shown = View(row.uid, client.code, row.area, updated_at=row.updated_at, **stands)
        if row.id in veiled:
            yield replace(shown, veiled=True)
            continue
        yield replace(
            shown,
            about=row.about,
            person=hidden.people.get(row.person_id or 0),
            agrees=last.agrees if last else "",
            choices=tuple(replace(c, why=focus_veil.why(hidden, row, c.why)) for c in its),
            stages=tuple(
                replace(s, why=focus_veil.why(hidden, row, s.why)) for s in stages[row.id or 0]
            ),
            set_aside=row.person_id in aside,
            sensitive=row.sensitive,
        )


def _made(session: Session, client: int, today: date) -> defaultdict[int, list[Choice]]:
    """Return what was decided up to a day, by the number of the area, in the order of the days."""
    found: defaultdict[int, list[Choice]] = defaultdict(list)
    for row in _dated(session, FocusChoice, client, today):
        day = date.fromisoformat(row.day)
        found[row.problem_area_id].append(
            Choice(row.uid, day, row.rank, row.agrees, row.why, row.updated_at)
        )
    return found


def _stages(session: Session, client: int, today: date) -> defaultdict[int, list[StageLine]]:
    found: defaultdict[int, list[StageLine]] = defaultdict(list)
    for row in _dated(session, DisputeStage, client, today):
        day = date.fromisoformat(row.day)
        found[row.problem_area_id].append(
            StageLine(row.uid, day, row.stage, row.why, row.updated_at)
        )
    return found


def _dated(session: Session, table: Any, client: int, today: date) -> Sequence[Any]:
    query = select(table).where(table.client_id == client, table.day <= today.isoformat())
    return session.exec(query.order_by(table.day, table.id)).all()


def _be_about(row: ProblemArea, who: Person | None) -> None:
    if who is not None:
        refuse_other_record(row.client_id, who.client_id)
    row.person_id = None if who is None else who.id


def _refuse_twice(session: Session, row: ProblemArea) -> None:
    same = (
        ProblemArea.client_id == row.client_id, ProblemArea.area == row.area,
        ProblemArea.person_id == row.person_id, ProblemArea.about == row.about,
        ProblemArea.uid != row.uid,
    )  # fmt: skip
    if session.exec(select(ProblemArea.id).where(*same)).first() is not None:
        raise NotValid(THERE)

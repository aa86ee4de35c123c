"""The workbench of a problem area: answers to its prompts, what they are joined to, steps done."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.areas import in_use
from ipt_tui.ipt.concern import SET_ASIDE
from ipt_tui.ipt.focus import Answer, Link
from ipt_tui.records import AnswerLink, Event, Person, ProblemArea, Talk, WorkbenchAnswer
from ipt_tui.records.focus import WorkbenchAnswerFields
from ipt_tui.vault import focus_veil, set_aside
from ipt_tui.vault.editing import changed, one, refuse_other_record, validated
from ipt_tui.vault.errors import ChangedElsewhere, NotValid
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from ipt_tui.ipt.workbench import Prompt
    from ipt_tui.vault.focus_pointers import Pointers
    from ipt_tui.vault.hidden import Hidden

NOT_ASKED = "That is nothing that is asked here."
NO_STEP = "That is no step that could be done."
_POINTS: dict[str, tuple[Any, str]] = {
    "person": (Person, "person_id"),
    "event": (Event, "event_id"),
    "talk": (Talk, "talk_id"),
}


def answer(
    session: Session,
    area_uid: str,
    prompt: str,
    text: str,
    rating: int | None = None,
    seen: datetime | None = None,
) -> str:
    """Answer a prompt of an area and return the uid of the answer.

    Where a prompt takes one answer, that is changed; `seen` is what it was read with, None where
    there was none. Raises Gone, ChangedElsewhere, or NotValid with one sentence,
    also for what confronts while an open concern is about that person or it was said not to be
    safe.
    """
    area = one(session, ProblemArea, area_uid)
    asked = _prompt(session, area, prompt)
    fields = validated(WorkbenchAnswerFields, prompt=prompt, text=text, rating=rating)
    row = None if asked.many else _only(session, area, prompt)
    if row is not None and row.updated_at != seen:
        raise ChangedElsewhere
    if row is None:
        row = WorkbenchAnswer(
            client_id=area.client_id, problem_area_id=area.id or 0, **fields.model_dump()
        )
        session.add(row)
        session.flush()
    else:
        changed(row, WorkbenchAnswerFields, {"text": text, "rating": rating})
    describe(session, area.client_id, "a focus: an answer")
    return row.uid


def tell(session: Session, /, uid: str, seen: datetime | None = None, **values: Any) -> None:
    """Change an answer, its rating, or whether it is sensitive; `seen` is what it was read with.

    Raises Gone, ChangedElsewhere, or NotValid with one sentence.
    """
    row = one(session, WorkbenchAnswer, uid, seen)
    if "prompt" in values:
        raise KeyError("prompt")
    changed(row, WorkbenchAnswerFields, values)
    describe(session, row.client_id, "a focus: an answer changed")


def tick(session: Session, uid: str, on: date) -> bool:
    """Say that a step was done on a day, or take that back; return whether it is done.

    Raises Gone, or NotValid with one sentence for an answer that is no step.
    """
    row = one(session, WorkbenchAnswer, uid)
    area = session.get_one(ProblemArea, row.problem_area_id)
    asked = in_use().get(area.area).prompt(row.prompt)
    if asked is None or not asked.done:
        raise NotValid(NO_STEP)
    changed(row, WorkbenchAnswerFields, {"done": "" if row.done else on.isoformat()})
    describe(session, row.client_id, "a focus: a step")
    return bool(row.done)


def join(session: Session, uid: str, sort: str, *to: str) -> None:
    """Join an answer to people, events or talks, by their uids; what is joined stays so.

    Raises Gone, or NotValid for what belongs to another record.
    """
    row = one(session, WorkbenchAnswer, uid)
    table, column = _POINTS[sort]
    for each in to:
        pointed = one(session, table, each)
        refuse_other_record(row.client_id, pointed.client_id)
        there = select(AnswerLink).where(
            AnswerLink.workbench_answer_id == row.id, getattr(AnswerLink, column) == pointed.id
        )
        if session.exec(there).first() is None:
            link = AnswerLink(client_id=row.client_id, workbench_answer_id=row.id or 0)
            setattr(link, column, pointed.id)
            session.add(link)
    describe(session, row.client_id, "a focus: an answer joined")


def part(session: Session, link_uid: str) -> None:
    """Have an answer joined to something no longer."""
    link = one(session, AnswerLink, link_uid)
    session.delete(link)
    describe(session, link.client_id, "a focus: an answer not joined any more")


def remove(session: Session, uid: str, seen: datetime | None = None) -> str:
    """Remove an answer with what it is joined by; return what it was. Raises as `tell` does."""
    row = one(session, WorkbenchAnswer, uid, seen)
    _delete(session, [row])
    describe(session, row.client_id, "a focus: an answer removed")
    return "an answer"


def forget(session: Session, area: ProblemArea) -> None:
    """Delete all answers of an area. Nothing is described."""
    its = select(WorkbenchAnswer).where(WorkbenchAnswer.problem_area_id == area.id)
    _delete(session, session.exec(its).all())


def lines(
    session: Session, hidden: Hidden, client: int, pointers: Pointers
) -> defaultdict[int, list[Answer]]:
    """Return a client's answers by the number of the area, in the order they were given."""
    query = select(WorkbenchAnswer).where(WorkbenchAnswer.client_id == client)
    rows = session.exec(query.order_by(col(WorkbenchAnswer.id))).all()
    links = session.exec(
        select(AnswerLink).where(AnswerLink.client_id == client).order_by(col(AnswerLink.id))
    ).all()
    veiled = focus_veil.answers(session, hidden, client, rows)
    people = pointers.people(link.person_id for link in links)
    events = pointers.events(link.event_id for link in links)
    talks = pointers.talks(link.talk_id for link in links)
    joined: defaultdict[int, list[Link]] = defaultdict(list)
    for link in links:
        of = (
            people.get(link.person_id or 0)
            or events.get(link.event_id or 0)
            or talks.get(link.talk_id or 0)
        )
        if of is not None:
            joined[link.workbench_answer_id].append(Link(link.uid, of))
    found: defaultdict[int, list[Answer]] = defaultdict(list)
    for row in rows:
        line = Answer(row.uid, row.prompt, veiled=True, updated_at=row.updated_at)
        if row.id not in veiled:
            line = Answer(
                row.uid, row.prompt, row.text, row.rating,
                date.fromisoformat(row.done) if row.done else None,
                tuple(joined[row.id or 0]), row.sensitive, updated_at=row.updated_at,
            )  # fmt: skip
        found[row.problem_area_id].append(line)
    return found


def unsafe(session: Session, areas: Sequence[ProblemArea]) -> frozenset[int]:
    """Return the numbers of those areas of which an answer says that raising it is not safe.

    An answer counts as it was given, also where it is veiled: the veil lifts no caution.
    """
    kinds = {area.id: in_use().get(area.area) for area in areas}
    given = select(WorkbenchAnswer).where(col(WorkbenchAnswer.problem_area_id).in_(kinds))
    return frozenset(
        row.problem_area_id
        for row in session.exec(given)
        if kinds[row.problem_area_id].stops(row.prompt, row.text)
    )


def _prompt(session: Session, area: ProblemArea, name: str) -> Prompt:
    asked = in_use().get(area.area).prompt(name)
    if asked is None:
        raise NotValid(NOT_ASKED)
    if asked.confronts:
        set_aside.refuse(session, area.client_id, area.person_id)
        if unsafe(session, [area]):
            raise NotValid(SET_ASIDE)
    return asked


def _only(session: Session, area: ProblemArea, prompt: str) -> WorkbenchAnswer | None:
    its = select(WorkbenchAnswer).where(
        WorkbenchAnswer.problem_area_id == area.id, WorkbenchAnswer.prompt == prompt
    )
    return session.exec(its).first()


def _delete(session: Session, rows: Sequence[WorkbenchAnswer]) -> None:
    numbers = [row.id for row in rows]
    joined = select(AnswerLink).where(col(AnswerLink.workbench_answer_id).in_(numbers))
    for link in session.exec(joined):
        session.delete(link)
    session.flush()
    for row in rows:
        session.delete(row)
    session.flush()

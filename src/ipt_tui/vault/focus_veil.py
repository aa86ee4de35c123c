"""What is veiled of the problem areas: an area, and within it each piece by itself."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.records import (
    AnswerLink,
    DisputeStage,
    Event,
    Evidence,
    Expectation,
    FocusChoice,
    ProblemArea,
    WorkbenchAnswer,
)
from ipt_tui.vault import talk_veil

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ipt_tui.vault.hidden import Hidden


def areas(hidden: Hidden, rows: Iterable[ProblemArea]) -> set[int]:
    """Return the numbers of those areas that are veiled: by whom or what they are about."""
    return {
        row.id or 0
        for row in rows
        if hidden.veils(row.uid, row.sensitive, _numbers(row.person_id), (row.about,))
    }


def why(hidden: Hidden, area: ProblemArea, text: str) -> str:
    """Return why something was decided of an area, "" where it tells of what is hidden."""
    return "" if text and hidden.veils(area.uid, False, (), (text,)) else text


def evidence(session: Session, hidden: Hidden, client: int, rows: Sequence[Evidence]) -> set[int]:
    """Return the numbers of those pieces of evidence that are veiled, also with what they are."""
    events = _events(session, hidden, {row.event_id for row in rows})
    wishes = _wishes(session, hidden, client, {row.expectation_id for row in rows})
    return {
        row.id or 0
        for row in rows
        if hidden.veils(
            row.uid,
            row.sensitive,
            _numbers(row.person_id),
            (row.text,),
            tied=row.event_id in events or row.expectation_id in wishes,
        )
    }


def answers(
    session: Session, hidden: Hidden, client: int, rows: Sequence[WorkbenchAnswer]
) -> set[int]:
    """Return the numbers of those answers that are veiled, also with what they are joined to."""
    links: dict[int, list[AnswerLink]] = defaultdict(list)
    numbers = [row.id for row in rows]
    joined = session.exec(
        select(AnswerLink).where(col(AnswerLink.workbench_answer_id).in_(numbers))
    ).all()
    for link in joined:
        links[link.workbench_answer_id].append(link)
    events = _events(session, hidden, {link.event_id for link in joined})
    of_talks = {link.talk_id for link in joined if link.talk_id is not None}
    talks = talk_veil.veiled(session, hidden, client, of_talks) if of_talks else set()
    return {
        row.id or 0
        for row in rows
        if hidden.veils(
            row.uid,
            row.sensitive,
            {link.person_id for link in links[row.id or 0] if link.person_id is not None},
            (row.text,),
            tied=any(
                link.event_id in events or link.talk_id in talks for link in links[row.id or 0]
            ),
        )
    }


def all_of(session: Session, hidden: Hidden, client: int) -> dict[Any, set[int]]:
    """Return the numbers of all that is veiled of one client's areas, by table.

    An area counts as veiled with any reason that was given for what was decided of it.
    """
    rows = {row.id or 0: row for row in _all(session, ProblemArea, client)}
    veiled = areas(hidden, rows.values())
    for table in (FocusChoice, DisputeStage):
        veiled |= {
            row.problem_area_id
            for row in _all(session, table, client)
            if row.why != why(hidden, rows[row.problem_area_id], row.why)
        }
    return {
        ProblemArea: veiled,
        Evidence: evidence(session, hidden, client, _all(session, Evidence, client)),
        WorkbenchAnswer: answers(session, hidden, client, _all(session, WorkbenchAnswer, client)),
    }


def _all(session: Session, table: Any, client: int) -> Sequence[Any]:
    return session.exec(select(table).where(table.client_id == client)).all()


def _numbers(person: int | None) -> tuple[int, ...]:
    return () if person is None else (person,)


def _events(session: Session, hidden: Hidden, numbers: set[int | None]) -> set[int]:
    known = numbers - {None}
    if not known:
        return set()
    return talk_veil.veiled_entries(session, hidden, Event, (col(Event.id).in_(known),))


def _wishes(session: Session, hidden: Hidden, client: int, numbers: set[int | None]) -> set[int]:
    """Return the expectations with somebody hidden, or that tell of what is."""
    known = numbers - {None}
    if not known:
        return set()
    query = select(Expectation.id, Expectation.person_id, Expectation.text)
    its = query.where(Expectation.client_id == client, col(Expectation.id).in_(known))
    return {
        number or 0
        for number, person, text in session.exec(its)
        if person in hidden.numbers or hidden.in_any((text,))
    }

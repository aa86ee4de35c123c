"""Rounds of rehearsing: read, told, and what becomes of them when what they are of goes."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.talk import Round
from ipt_tui.records import Practice, Rehearsal, Talk
from ipt_tui.records.talk import RehearsalFields
from ipt_tui.vault.editing import changed, one, refuse_other_record, validated
from ipt_tui.vault.steps import describe

_SAME = (
    "reversed", "line", "changed", "worst_case", "alone", "situation", "exchange", "sure_before",
    "sure_after", "updated_at",
)  # fmt: skip


def of(session: Session, *which: Any) -> tuple[Round, ...]:
    """Return the rounds of which these conditions hold, in the order in which they were made."""
    rows = session.exec(select(Rehearsal).where(*which).order_by(col(Rehearsal.id)))
    return tuple(
        Round(row.uid, date.fromisoformat(row.day), **{name: getattr(row, name) for name in _SAME})
        for row in rows
    )


def of_practices(session: Session, client: int) -> dict[int, tuple[Round, ...]]:
    """Return the rounds for things to try of one client, by the number of the thing."""
    its = (Rehearsal.client_id == client, col(Rehearsal.practice_id).is_not(None))
    query = select(Rehearsal.uid, Rehearsal.practice_id).where(*its)
    numbers = {uid: number or 0 for uid, number in session.exec(query)}
    found: dict[int, tuple[Round, ...]] = {}
    for each in of(session, *its) if numbers else ():
        number = numbers[each.uid]
        found[number] = (*found.get(number, ()), each)
    return found


def tell(
    session: Session,
    /,
    uid: str,
    talk: str | None,
    practice: str | None,
    today: date,
    **values: Any,
) -> str:
    """Change what is told of a round somebody goes through alone; where there is none it is made.

    It is of a talk, of a thing to try, or of both, by their uids, on the day lived. Returns its
    uid. Raises Gone, or NotValid with one sentence.
    """
    row = session.exec(select(Rehearsal).where(Rehearsal.uid == uid)).first()
    if row is not None:
        changed(row, RehearsalFields, values)
        describe(session, row.client_id, "a rehearsal changed")
        return row.uid
    its_talk = one(session, Talk, talk) if talk else None
    thing = one(session, Practice, practice) if practice else None
    first, *others = (each.client_id for each in (its_talk, thing) if each is not None)
    for other in others:
        refuse_other_record(first, other)
    fields = validated(RehearsalFields, day=today.isoformat(), alone=True, **values)
    row = Rehearsal(
        client_id=first,
        talk_id=its_talk.id if its_talk else None,
        practice_id=thing.id if thing else None,
        **fields.model_dump(),
    )
    session.add(row)
    session.flush()
    describe(session, first, "a rehearsal added")
    return row.uid


def leave_practice(session: Session, practice: Practice) -> None:
    """Delete the rounds of a thing to try that goes; those of a talk as well stay with the talk."""
    for row in session.exec(select(Rehearsal).where(Rehearsal.practice_id == practice.id)):
        if row.talk_id is None:
            session.delete(row)
        else:
            row.practice_id = None
    session.flush()


def leave_talk(session: Session, talk: Talk) -> None:
    """Let the rounds of a talk that goes stay with the thing to try they were for, if any."""
    its = select(Rehearsal).where(
        Rehearsal.talk_id == talk.id, col(Rehearsal.practice_id).is_not(None)
    )
    for row in session.exec(its):
        row.talk_id = None
    session.flush()

"""Rounds of rehearsing, as they are read, and what becomes of them when what they are of goes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from sqlmodel import Session, col, select

from ipt_tui.ipt.talk import Round
from ipt_tui.records import Rehearsal

if TYPE_CHECKING:
    from ipt_tui.records import Practice, Talk

_SAME = (
    "reversed", "line", "changed", "worst_case", "alone", "situation", "exchange", "sure_before",
    "sure_after", "updated_at",
)  # fmt: skip


def of(session: Session, *which: Any) -> tuple[Round, ...]:
    """Return the rounds of which these conditions hold, in the order in which they were made."""
    rows = session.exec(select(Rehearsal).where(*which).order_by(col(Rehearsal.id)))
    return tuple(
        Round(
            row.uid, date.fromisoformat(row.day), **{name: getattr(row, name) for name in _SAME}
        )
        for row in rows
    )  # fmt: skip


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

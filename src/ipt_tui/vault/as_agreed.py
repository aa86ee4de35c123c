"""What a contract was agreed with: focus and goals, kept as they read then."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ipt_tui.ipt import as_agreed
from ipt_tui.ipt.as_agreed import FOCUS, GOALS, Agreed, Then
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.focus import head, plain
from ipt_tui.ipt.goal import GoalStatus
from ipt_tui.vault import goals, problem_areas
from ipt_tui.vault.hidden import EVERYTHING, hidden_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlmodel import Session

    from ipt_tui.records import Client
    from ipt_tui.vault.hidden import Hidden


def now(session: Session, client_uid: str) -> str:
    """Return the focus and the goals as they read now, to be kept with what is agreed."""
    return as_agreed.kept(_now(session, client_uid, date.max, frozenset()))


def then(
    session: Session, client: Client, text: str, today: date, revealed: frozenset[str]
) -> Then:
    """Return what was kept, without the words of what is veiled by now.

    A goal that was met since is no other one.
    """
    agreed = as_agreed.read(text)
    moved = as_agreed.differs(
        agreed, _now(session, client.uid, today, frozenset(item.uid for item in agreed))
    )
    hidden = hidden_for(session, client.id or 0, revealed)
    unseen = _veiled(session, client.uid, today, revealed)
    shown = (
        as_agreed.veiled(item) if _is_veiled(item, unseen, hidden) else item for item in agreed
    )
    return Then(tuple(shown), moved if text else frozenset())


def _now(
    session: Session, client_uid: str, today: date, agreed: frozenset[str]
) -> Iterator[Agreed]:
    """Yield what is worked on, and towards what; a goal that was `agreed` and met is still one."""
    focus = problem_areas.chosen(session, client_uid, today, EVERYTHING)
    for area in focus.worked_on:
        yield Agreed(FOCUS, area.uid, head(area), plain(area, Audience.CLIENT))
    for goal in goals.of_client(session, client_uid, today, EVERYTHING):
        met = goal.uid in agreed and goal.status == GoalStatus.MET
        if goal.open or met:
            yield Agreed(GOALS, goal.uid, goal.text, goal.text)


def _veiled(
    session: Session, client_uid: str, today: date, revealed: frozenset[str]
) -> frozenset[str]:
    focus = problem_areas.chosen(session, client_uid, today, revealed)
    found = goals.of_client(session, client_uid, today, revealed)
    areas = frozenset(area.uid for area in focus.areas if area.veiled)
    return areas | frozenset(goal.uid for goal in found if goal.veiled)


def _is_veiled(item: Agreed, unseen: frozenset[str], hidden: Hidden) -> bool:
    return item.uid in unseen or hidden.in_any((item.words, item.plain))

"""What was decided, agreed and rated on the day of a session, as a progress note tells it.

The focus and what became of it, formulation and contract, the halfway look, goals; none of it
weighed, and nothing of the veiled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.areas import in_use
from ipt_tui.ipt.focus import Rank, head
from ipt_tui.ipt.goal_words import note_line
from ipt_tui.ipt.people import Met
from ipt_tui.ipt.talk_phrases import on_one_line
from ipt_tui.vault import contracts, formulations, goals, halfways, problem_areas

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, time

    from sqlmodel import Session

    from ipt_tui.ipt.focus import Choice, ProblemArea


def decided(
    session: Session, client: str, day: date, revealed: frozenset[str], day_starts_at: time
) -> Iterator[str]:
    """Yield a line for each thing that was decided or agreed with a client on a day."""
    for area in problem_areas.chosen(session, client, day, revealed).areas:
        if not area.veiled:
            yield from _of_area(area, day)
    for version in formulations.of_client(session, client, day, revealed, day_starts_at):
        if version.agreed == day and not version.veiled:
            yield f"formulation, version {version.version}: agreed{_by(version.agreed_by)}"
    contract = contracts.of_client(session, client, day, revealed, day_starts_at)
    if contract.agreed == day and not contract.veiled:
        yield f"contract: agreed{_by(contract.agreed_by)}"
    look = halfways.said(session, client, day, revealed)
    if look is not None and look.said is not None and look.said.day == day:
        yield "halfway look: held"


def rated(session: Session, client: str, day: date, revealed: frozenset[str]) -> Iterator[str]:
    """Yield the goals that were set, rated or closed on a day."""
    for goal in goals.of_client(session, client, day, revealed):
        rated_then = goal.last is not None and goal.last.day == day
        if not goal.veiled and (rated_then or day in (goal.day, goal.closed)):
            yield note_line(goal, day)


def _of_area(area: ProblemArea, day: date) -> Iterator[str]:
    """Yield what was decided of one area, and in which stage it came to be."""
    before: Choice | None = None
    for choice in area.choices:
        if choice.day == day:
            yield _choice(area, choice, before)
        before = choice
    for stage in area.stages:
        if stage.day == day:
            told = f"stage, {head(area)}: {in_use().stage(stage.stage).label}"
            yield "; ".join(filter(None, (told, on_one_line(stage.why))))


def _choice(area: ProblemArea, choice: Choice, before: Choice | None) -> str:
    rank = f"worked on {Rank.say(choice.rank)}"
    if choice.rank == Rank.NONE:
        rank = "not worked on any more"
    elif before is not None and before.rank not in (choice.rank, Rank.NONE):
        rank = f"{rank}, {Rank.say(before.rank)} until then"
    agrees = f"{area.code} agrees: {Met.say(choice.agrees)}" if choice.agrees else ""
    told = (f"focus, {head(area)}: {rank}", agrees, on_one_line(choice.why))
    return "; ".join(filter(None, told))


def _by(who: str) -> str:
    return f" by {on_one_line(who)}" if who else ""

"""Goals as plain lines: for any terminal, for screen readers, for pasting.

A paragraph a goal: its words, where it stands, what it belongs to, then every rating with its day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.exchange.plain import line, spaced, wrapped
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.goal import ordered
from ipt_tui.ipt.goal_words import NO_GOALS, VEILED, rating_words, status_words, text_of, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from ipt_tui.ipt.goal import Goal


def goals_lines(
    code: str,
    goals: Sequence[Goal],
    today: date,
    audience: Audience = Audience.PRACTITIONER,
    areas: Mapping[str, str] | None = None,
    *,
    width: int | None = None,
) -> list[str]:
    """Return goals as lines: heading, then a paragraph a goal, those that go on first.

    Args:
        code: The client's.
        goals: What to tell.
        today: The day they are told on.
        audience: For whom the lines are worded.
        areas: The problem areas in words, by their uids.
        width: In cells; lines are wrapped only if it is given.
    """
    found = [audience.pick(f"{code}, goals", "Your goals")]
    for goal in ordered(goals):
        found += spaced(map(line, _goal(goal, goals, today, audience, areas or {})))
    if not goals:
        found += ["", NO_GOALS]
    return wrapped(found, width)


def _goal(
    goal: Goal,
    goals: Sequence[Goal],
    today: date,
    audience: Audience,
    areas: Mapping[str, str],
) -> Iterator[str]:
    if goal.veiled:
        closed = status_words(goal, today, audience)
        yield ", ".join(filter(None, (VEILED, f"set {short(goal.day, today)}", closed)))
        return
    yield text_of(goal)
    for each in told(goal, goals, today, audience, areas):
        yield f"{each.label[:1].upper()}{each.label[1:]}: {each.words}"
    for rating in goal.ratings:
        yield rating_words(rating, today)

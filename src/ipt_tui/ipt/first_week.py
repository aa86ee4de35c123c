"""The first week in words: how far each evening is, and the quiet line on Today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.question_sets import week

if TYPE_CHECKING:
    from ipt_tui.ipt.question_sets import QuestionSet

TITLE = "Your first week"
ABOUT = (
    "Seven short evenings, in any order. Each stands alone and takes a few minutes. Skip anything, "
    "stop anywhere: it is kept."
)
WHICH = "Which evening would you like?"
DONE, BEGUN, NEW, SKIPPED = "done", "begun", "new", "skipped"


@dataclass(frozen=True, slots=True)
class Week:
    """How far one is in the first week: the evenings that were done, and those begun, by name.

    `skipped` are those walked through to the end with nothing told, before or since. `away` is
    whether it was put away for good.
    """

    done: frozenset[str] = frozenset()
    begun: frozenset[str] = frozenset()
    away: bool = False
    skipped: frozenset[str] = frozenset()


AWAY = Week(away=True)
"""Where there is no first week."""


def states(how_far: Week) -> tuple[tuple[QuestionSet, str], ...]:
    """Return each evening with its word: done, begun, skipped, new."""

    def word(name: str) -> str:
        if name in how_far.begun:
            return BEGUN
        if name in how_far.done:
            return DONE
        return SKIPPED if name in how_far.skipped else NEW

    return tuple((one, word(one.id)) for one in week())


def line(how_far: Week, key: str) -> str:
    """Return the line for Today, "" where there is none: done with, or put away."""
    done, of = len(how_far.done), len(week())
    return (
        ""
        if how_far.away or done + len(how_far.skipped) == of
        else f"First week: {done} of {of} · {key}"
    )

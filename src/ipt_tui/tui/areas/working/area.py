"""What I'm working on: one's own goals, and small things to try."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from ipt_tui.tui.areas.focus.area import FocusArea
from ipt_tui.tui.areas.focus.fit_chapter import FitChapter
from ipt_tui.tui.areas.focus.goal_chapter import GoalsChapter
from ipt_tui.tui.areas.working.trying import TryingChapter
from ipt_tui.tui.commands import bindings

if TYPE_CHECKING:
    from textual.binding import BindingType

    from ipt_tui.tui.areas.focus.chapter import Chapter


class WorkingArea(FocusArea, inherit_bindings=False):
    """The chapters of one's own vault, shown and asked as those of Focus are."""

    HELP = """What you would like to become different, and small things to try on the way.
n begins something new where the cursor is. r on something to try lets you try out alone what you \
might say. space on something to try says how it went: done, a \
part of it, or not now. Each of these is fine, and nothing is ever late.
t on a goal says which steps belong to it."""
    EMPTY = "Here stands what you would like to become different, and what you try on the way."
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("working")]
    CHAPTERS: ClassVar[tuple[type[Chapter], ...]] = (GoalsChapter, FitChapter, TryingChapter)

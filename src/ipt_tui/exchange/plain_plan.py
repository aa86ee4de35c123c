"""The safety plan as plain lines: for any terminal, for screen readers, for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.exchange.plain import line, wrapped
from ipt_tui.ipt.text import clean

if TYPE_CHECKING:
    from ipt_tui.ipt.safety_plan import PlanPage

NONE_YET = "There is no safety plan yet."
WITHIN = "  "
"""Before the further lines of a part."""


def plan_lines(page: PlanPage, width: int | None = None) -> list[str]:
    """Return the plan as lines: each part with its heading, in the words it was written in.

    `width` is in cells; lines are wrapped only if it is given.
    """
    told = [part for heading, text in page.rows for part in _part(heading, text)]
    foot = ["", *page.foot] if page.foot else []
    return wrapped([line(page.title), "", *told, *foot], width)


def _part(heading: str, text: str) -> list[str]:
    first, *further = clean(text).strip().splitlines() or [""]
    return [f"{heading}: {line(first)}", *(f"{WITHIN}{line(more)}" for more in further)]

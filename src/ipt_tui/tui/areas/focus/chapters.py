"""The chapters of Focus, in the order in which they are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.tui.areas.focus.areas_chapter import AreasChapter
from ipt_tui.tui.areas.focus.contract_chapter import ContractChapter
from ipt_tui.tui.areas.focus.ending_chapter import EndingChapter
from ipt_tui.tui.areas.focus.fit_chapter import FitChapter
from ipt_tui.tui.areas.focus.formulation_chapter import FormulationChapter
from ipt_tui.tui.areas.focus.goal_chapter import GoalsChapter
from ipt_tui.tui.areas.focus.halfway_chapter import HalfwayChapter

if TYPE_CHECKING:
    from ipt_tui.tui.areas.focus.chapter import Chapter

CHAPTERS: tuple[type[Chapter], ...] = (
    AreasChapter, FormulationChapter, ContractChapter, FitChapter, GoalsChapter, HalfwayChapter,
    EndingChapter,
)  # fmt: skip

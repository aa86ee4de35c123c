"""The chapters of Focus, in the order in which they are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.tui.areas.focus.ending_chapter import EndingChapter

if TYPE_CHECKING:
    from ipt_tui.tui.areas.focus.chapter import Chapter

CHAPTERS: tuple[type[Chapter], ...] = (EndingChapter,)

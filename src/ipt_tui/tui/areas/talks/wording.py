"""What the questions about a talk have in common: the names in them, and words quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.talk import them_words
from ipt_tui.ipt.talk_phrases import quoted
from ipt_tui.ipt.text import one_line

if TYPE_CHECKING:
    from ipt_tui.tui.areas.talks.inquiry import TalkInquiry

SHORT = 50
"""So many cells of what was said stand in a question about it."""


def names(inquiry: TalkInquiry, said: str = "", who: str = "") -> dict[str, str]:
    """Return what stands for the names in a question."""
    return {
        "name": them_words(inquiry.talk.line),
        "code": inquiry.ground.audience.pick(inquiry.talk.code, "you"),
        "scale": inquiry.talk.scale.words,
        "said": said,
        "who": who,
    }


def short(text: str) -> str:
    """Return words short and in quotes, for a question about them."""
    return quoted(one_line(text, SHORT))

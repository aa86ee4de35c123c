"""What the questions about a talk have in common: the names in them, words quoted, the drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.talk import them_words
from ipt_tui.ipt.talk_phrases import quoted
from ipt_tui.ipt.text import one_line

if TYPE_CHECKING:
    from ipt_tui.tui.areas.talk_flow import Asking

SHORT = 50
"""So many cells of what was said stand in a question about it."""


def names(asking: Asking, said: str = "", who: str = "") -> dict[str, str]:
    """Return what stands for the names in a question."""
    return {
        "name": them_words(asking.talk.line),
        "code": asking.audience.pick(asking.talk.code, "you"),
        "scale": asking.talk.scale.words,
        "said": said,
        "who": who,
    }


def place(asking: Asking, key: str) -> str:
    """Return the name of the draft of a question."""
    return f"talk:{asking.talk.uid}:{key}"


def short(text: str) -> str:
    """Return words short and in quotes, for a question about them."""
    return quoted(one_line(text, SHORT))

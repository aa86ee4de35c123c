"""Whether saying something is safe: asked before anybody looks for words, and what no comes to."""

from __future__ import annotations

from ipt_tui.ipt.heard import NotHeard
from ipt_tui.ipt.talk_vocabulary import Safe

SAFE_QUESTION = "Could saying this put anyone in danger?"
DANGER = "danger in saying it"
"""How the answer is told: in the direction in which it is asked."""
NOT_HERE = (
    "Then let's not practise saying it here. It may be worth planning with someone who knows "
    "about this first. Kept as you wrote it."
)
SAFE_HINT = "y yes · n no · ? not sure"
_WORDS = {
    "yes": Safe.NO, "y": Safe.NO, "no": Safe.YES, "n": Safe.YES, "not sure": Safe.UNSURE,
    "?": Safe.UNSURE, "unsure": Safe.UNSURE, "maybe": Safe.UNSURE,
}  # fmt: skip
"""Yes to danger is not safe to raise. Typed, and kept with enter: no slip of a key answers it."""


def safe_heard(typed: str) -> Safe:
    """Return whether it is safe, as answered to the question whether it could put in danger.

    Raises NotHeard, one sentence to show.
    """
    safe = _WORDS.get(" ".join(typed.casefold().rstrip(".!").split()))
    if safe is None:
        raise NotHeard(f"Please answer with one of these: {SAFE_HINT}.")
    return safe


def danger_word(safe: str | None) -> str:
    """Return the answer that was given for a stored word: "no" for what is safe, "" for none."""
    return next((word for word, kept in _WORDS.items() if kept == safe), "")

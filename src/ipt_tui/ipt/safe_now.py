"""What is said to somebody who writes down that they are not safe: them first, one plain question.

Nothing is scored, asked for as a reason, sent or locked; who is not safe, or not sure, sees the
numbers next.
"""

from __future__ import annotations

from ipt_tui.ipt.talk_vocabulary import Safe
from ipt_tui.ipt.words import Vocabulary


class Because(Vocabulary):
    """What was written down."""

    UNSAFE = "unsafe", "You wrote down that somebody is not safe to be with. That matters."
    DANGER = "danger", "You said it could put someone in danger, or that you are not sure."
    HELP = "help", "You asked for help. That matters."
    ANSWER = "answer", "What you marked on the form matters."
    OTHER = "other", "Thank you for writing this down. That matters."


def of_safe(word: str | None) -> Because | None:
    """Return why it is asked after whether saying something is safe, None where it is, or unsaid.

    One rule wherever that is asked in one's own vault; `word` is the stored one.
    """
    return None if not word or word == Safe.YES else Because.DANGER


ALONE = "Thank you for saying so. You don't have to handle it alone."
QUESTION = "Are you safe right now?"
ANSWERS = (("y", "safe", "yes, I am safe"), ("?", "unsure", "I am not sure"), ("n", "no", "no"))
"""A sign, a word, and how it reads; after all but the first the numbers to call come next.

The sign only lights an answer, enter gives it, and no digit is one: whoever types a form in a
rhythm must not have said that they are safe.
"""
LIT = "· enter"
FIRST = "y, ? or n first, then enter."
SAFE = (
    "Good that you are.",
    "h shows people you can call or write to, and your safety plan. esc goes back to where you "
    "were.",
    "You can stop here, too. What you wrote is kept.",
)
BELOW = "a letter, then enter · h help lines · esc back to where you were; what you wrote is kept"

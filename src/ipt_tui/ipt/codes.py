"""Codes under which clients are kept, so that no name stands on a screen that others may see."""

import re

_WORD = re.compile(r"[^\W\d_]{2,}")
NAME_WARNING = "A code like K7 keeps the name off the screen. enter once more keeps this one."


def looks_like_a_name(code: str) -> bool:
    """Whether a code may be somebody's full name: two words or more, and no digit."""
    return len(_WORD.findall(code)) > 1 and not any(letter.isdigit() for letter in code)

"""What is asked before anything of one's own vault is written where others could read it."""

from __future__ import annotations

COULD_BE_READ = "Could anyone at home read this?"
WRITE, LEAVE, ELSEWHERE = "write", "leave", "elsewhere"
ANSWERS = (
    ("1", WRITE, "nobody could, or they may: write it"),
    ("2", LEAVE, "not sure: leave it here, nothing is written"),
    ("3", ELSEWHERE, "somewhere else: change the path"),
)
"""A digit, the word for it, and what is shown, an answer to what is asked: all weigh the same."""
STAYS = "Nothing was written. It stays here, and can be read here."
COPIED = "Copied. Who uses this computer can paste it, until you copy something else."


def asked(path: str) -> str:
    """Return the question about a file at this path, which has to be fit to be shown."""
    return f"{COULD_BE_READ} It will lie at {path} and is not encrypted."

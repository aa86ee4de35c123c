"""The note of a session: what is kept of it, and the lines that are for this hour only."""

from __future__ import annotations

from ipt_tui.ipt.capture_marks import segments
from ipt_tui.ipt.captured import Mark
from ipt_tui.ipt.scales import USUAL

JOINS = "This line is for this hour only; all of it goes at the end."
STAYS = "What was for this hour only is in this line now, and stays."


def without_this_hour(note: str) -> str:
    """Return a note without its lines for this hour only; everything else stays to the letter."""
    return "\n".join(line for line in note.split("\n") if not is_for_this_hour(line))


def for_this_hour(note: str) -> str:
    """Return the lines of a note that are for this hour only."""
    return "\n".join(line for line in note.split("\n") if is_for_this_hour(line))


def joined_with_this_hour(before: str, note: str, row: int) -> str:
    """Return what to say where lines were joined so that what is for this hour only is another.

    `before` is the note as it was, `row` where the cursor is in it now, from 0. "" for nothing.
    """
    if note.count("\n") >= before.count("\n"):  # asked at every letter
        return ""
    were, lines = before.split("\n"), note.split("\n")
    line, here, below = lines[row], were[row], were[row + 1]
    if is_for_this_hour(line):
        joins = is_for_this_hour(here) and len(line) > len(here) and not is_for_this_hour(below)
        return JOINS if joins else ""
    stays = is_for_this_hour(below) and bool(here.strip()) and line.endswith(below)
    return STAYS if stays else ""


def beyond_this_hour(text: str) -> str:
    """Return a text with a dot before each line that would be for this hour only, so it stays."""
    return "\n".join(f"· {line}" if is_for_this_hour(line) else line for line in text.split("\n"))


def is_for_this_hour(line: str) -> bool:
    """Whether a line of a note is for this hour only."""
    if not line.lstrip().startswith("--"):
        return False
    found = segments(line, USUAL)
    return bool(found) and found[0].mark is Mark.THIS_HOUR

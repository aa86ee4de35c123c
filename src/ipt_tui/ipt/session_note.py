"""The note of a session: what is kept of it, and the lines that are for this hour only."""

from __future__ import annotations

from ipt_tui.ipt.capture_marks import segments
from ipt_tui.ipt.captured import Mark
from ipt_tui.ipt.scales import USUAL


def without_this_hour(note: str) -> str:
    """Return a note without its lines for this hour only; everything else stays to the letter."""
    return "\n".join(line for line in note.split("\n") if not _is_for_this_hour(line))


def for_this_hour(note: str) -> str:
    """Return the lines of a note that are for this hour only."""
    return "\n".join(line for line in note.split("\n") if _is_for_this_hour(line))


def beyond_this_hour(text: str) -> str:
    """Return a text with a dot before each line that would be for this hour only, so it stays."""
    return "\n".join(f"· {line}" if _is_for_this_hour(line) else line for line in text.split("\n"))


def _is_for_this_hour(line: str) -> bool:
    if not line.lstrip().startswith("--"):
        return False
    found = segments(line, USUAL)
    return bool(found) and found[0].mark is Mark.THIS_HOUR

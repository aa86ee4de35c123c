"""The note of a session as it is kept: without the lines that are for this hour only."""

from __future__ import annotations

from ipt_tui.ipt.capture_marks import THIS_HOUR


def without_this_hour(note: str) -> str:
    """Return a note without its lines for this hour only; everything else stays to the letter."""
    return "\n".join(line for line in note.split("\n") if not THIS_HOUR.match(line))

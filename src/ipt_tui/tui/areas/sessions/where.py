"""Where one is in a session: where typing goes, whatever is in front, and what is needed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.tui.areas.sessions import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipt_tui.tui.areas.sessions.view import SessionsView


def typing_goes(area: SessionsView) -> tuple[str, bool]:
    """Return where what is typed goes, in words, and whether it is typed at all."""
    focused = area.screen.focused
    if focused is not None and area not in focused.ancestors:
        return words.CAPTURING, True
    if area.bar.asked is not None and focused is not None and area.bar in focused.ancestors:
        return words.ANSWERING, True
    if area.ipt.together:
        return words.KEYS_TOGETHER, False
    if area.pad.has_focus:
        return words.TYPING, True
    if area.types:
        return words.TYPING_ON, True
    has_note = area.session is not None and not area.keeper.why_unseen()
    return (words.KEYS if has_note else words.KEYS_ALONE), False


def needed_here(area: SessionsView) -> Mapping[str, str]:
    """Return the actions most needed in the part one is in, and their words."""
    focused, session = area.screen.focused, area.session
    if focused is area.tidy:
        return {"open": "take", "apart": "leave", "edit": "change", "tie": "tie"}
    if focused is area.progress_note:
        return {"open": "change", "copy": "copy", "file": "to a file", "form": "note"}
    over = session is None or session.line.ended is not None
    clock = {} if over else {"start": "end" if area.keeper.runs else "begin"}
    filed = {} if area.ipt.together else {"form": "filed note"}
    if focused is area.note_pane:
        return {**clock, **filed, "earlier": "earlier"}
    if focused is area.each_time:
        return {**clock, "choose": "tick", **filed, "new": "to do"}
    return {}

"""The strip after `g` or `ctrl+g`: one line that says which letters go where."""

from __future__ import annotations

from typing import Any

from ipt_tui.tui.commands import GO
from ipt_tui.tui.dialogs.letter_strip import LetterStrip


class GoStrip(LetterStrip):
    """Gives back the action to run, None for a letter that leads nowhere."""

    @property
    def letters(self) -> tuple[tuple[str, str, str], ...]:
        """Where one can go now; letters that mean something in the area on screen come first."""
        app: Any = self.app
        area = app.record.area if app.record and app.vault.is_open else None
        own = {target.letter: target for target in (area.targets if area else ())}
        known = [t for t in GO if app.vault.is_open or not t.unlocked]
        targets = (*own.values(), *(t for t in known if t.letter not in own))
        return tuple((t.letter, t.title, f"app.{t.action}") for t in targets)

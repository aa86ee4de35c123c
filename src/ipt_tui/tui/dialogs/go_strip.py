"""The strip after `g` or `ctrl+g`: one line that says which letters go where."""

from __future__ import annotations

from ipt_tui.tui.commands import GO
from ipt_tui.tui.dialogs.letter_strip import LetterStrip


class GoStrip(LetterStrip):
    """Gives back the action to run, None for a letter that leads nowhere."""

    @property
    def letters(self) -> tuple[tuple[str, str, str], ...]:
        """Where one can go now."""
        is_open = self.app.vault.is_open  # type: ignore[attr-defined]
        return tuple(
            (t.letter, t.title, f"app.{t.action}") for t in GO if is_open or not t.unlocked
        )

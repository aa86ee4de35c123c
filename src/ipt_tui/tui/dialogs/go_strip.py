"""The strip after `g` or `ctrl+g`: one line that says which letters go where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.audience import Audience
from ipt_tui.tui.commands import GO
from ipt_tui.tui.dialogs.letter_strip import LetterStrip

if TYPE_CHECKING:
    from ipt_tui.tui.verbs import Target


def shown_places(app: Any) -> tuple[Target, ...]:
    """Return the places one can go to from anywhere, by the app, for whoever sees the screen."""
    together = app.audience is Audience.CLIENT
    return tuple(t for t in _places(app) if not (t.alone and together))


def _places(app: Any) -> tuple[Target, ...]:
    """Return the places there are for those whose vault it is, shown or not."""
    mine = app.audience_of_vault is Audience.CLIENT
    free = app.vault.is_open and not app.is_covered
    return tuple(t for t in GO if (free or not t.unlocked) and not (t.alone and mine))


class GoStrip(LetterStrip):
    """Gives back the action to run, None for a letter that leads nowhere."""

    @property
    def letters(self) -> tuple[tuple[str, str, str], ...]:
        """Where one can go now; letters that mean something in the area on screen come first."""
        return self._with_own(shown_places(self.app))

    def meant(self, letter: str | None) -> str | None:
        """Return the action of a letter; of a place that is not shown too: it says why."""
        known = self._with_own(_places(self.app))
        return next((given for key, _, given in known if key == letter), None)

    def _with_own(self, places: tuple[Target, ...]) -> tuple[tuple[str, str, str], ...]:
        app: Any = self.app
        free = app.record and app.vault.is_open and not app.is_covered
        area = app.record.area if free else None
        own = {target.letter: target for target in (area.targets if area else ())}
        targets = (*own.values(), *(t for t in places if t.letter not in own))
        return tuple((t.letter, t.title, f"app.{t.action}") for t in targets)

"""The chapter of what fits somebody: in one row, and the way to its screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import plural
from ipt_tui.ipt.fit import NOT_ASKED, rows
from ipt_tui.tui.areas.focus.chapter import Chapter
from ipt_tui.tui.screens.review.fit_screen import open_fit
from ipt_tui.tui.widgets.row import Cell, Row
from ipt_tui.vault import fits

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ipt_tui.ipt.fit import Fit

ENTER = "enter opens it: it is asked once, and can be changed at any time."
_LABEL = 18


class FitChapter(Chapter):
    """Lists what fits in one row; it is asked on a screen of its own."""

    name = "fit"
    fit: Fit | None = None

    async def read(self) -> None:
        """Read what fits the client in hand. Raises VaultError."""
        ground = self.area.ground
        self.fit = await ground.vault.read(fits.fit, ground.client, ground.revealed)

    def forget(self) -> None:
        """Hold nothing any more."""
        self.fit = None

    @property
    def _rows(self) -> tuple[tuple[str, str, str], ...]:
        app = self.area.ipt
        return rows(self.fit, app.audience, together=app.together) if self.fit is not None else ()

    def listed(self) -> tuple[Row, ...]:
        """Return its one row, with how much of it was told."""
        if self.fit is None:
            return ()
        count = sum(bool(words) for _, _, words in self._rows)
        told = plural(count, "answer") if count else NOT_ASKED
        title = self.area.ipt.audience.pick("What fits them", "What fits me and mine")
        cells = (Cell(title, "strong", len(title) + 2), Cell(told, "muted"))
        return (Row(self.name, cells, wraps=True),)

    def shown(self, key: str) -> tuple[Row, ...]:  # noqa: ARG002
        """Return what was told; what is covered is shown on its screen."""
        if self.fit is None:
            return ()
        told = [
            Row(f"{self.name}:{key}", (Cell(label, "label", _LABEL), Cell(words)), wraps=True)
            for key, label, words in self._rows
            if words
        ]
        return (*told, Row(f"{self.name}:open", (Cell(ENTER, "accent"),), wraps=True))

    @property
    def doing(self) -> Mapping[str, Callable[[], object]]:
        """Enter and e open its screen."""
        return dict.fromkeys(("open", "edit"), lambda: open_fit(self.area.ipt))

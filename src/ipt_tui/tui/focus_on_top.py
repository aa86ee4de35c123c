"""What is worked on, in the top line: read anew when the record, or for whom it is, changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.focus_words import named_on_top, working_on
from ipt_tui.vault import problem_areas

if TYPE_CHECKING:
    from ipt_tui.tui.app import IptApp
    from ipt_tui.tui.widgets.top_line import TopLine


class FocusOnTop:
    """Keeps the top line's words for the focus; `stale` says that the record changed."""

    def __init__(self, app: IptApp, line: TopLine) -> None:
        """Say nothing yet."""
        self._app, self._line = app, line
        self._read_for: object = None
        self.stale = True

    def look(self) -> None:
        """Read what is worked on, where something changed; another client's goes at once."""
        app = self._app
        wanted = app.context.client, app.audience, app.revealed
        if self._read_for == wanted and not self.stale:
            return
        if self._read_for != wanted:
            self._line.worked_on = ""
        self._read_for, self.stale = wanted, False
        app.run_worker(self._read(), group="top", exclusive=True)

    async def _read(self) -> None:
        app = self._app
        client, audience, revealed = app.context.client, app.audience, app.revealed
        words = ""
        if client is not None and app.vault.is_open:
            today = app.clock.today()
            found = await app.or_tell(app.vault.read(problem_areas.chosen, client, today, revealed))
            words = working_on(found, audience) if found is not None else ""
        if (client, audience, revealed) == (app.context.client, app.audience, app.revealed):
            self._line.worked_on = named_on_top(words)

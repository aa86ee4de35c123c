"""Opening the screens that lie over the record, by their commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.screen import Screen

if TYPE_CHECKING:
    from ipt_tui.tui.app import IptApp


class OverRecord(Screen[None]):
    """A record from which other screens are opened."""

    @property
    def _ipt(self) -> IptApp:
        return cast("IptApp", self.app)

    def action_search(self) -> None:
        """Search everything."""
        from ipt_tui.tui.screens.search import SearchScreen

        self.app.push_screen(SearchScreen())

    def action_import_moods(self) -> None:
        """Bring in moods from a file of another program."""
        from ipt_tui.tui.screens.import_moods import ImportMoodsScreen

        if self._ipt.context.client is None:
            self._ipt.tell("Add a client first; moods belong to somebody.")
        else:
            self.app.push_screen(ImportMoodsScreen())

    def action_first_week(self) -> None:
        """Show the evenings of the first week."""
        from ipt_tui.tui.screens.review.week_screen import open_week

        open_week(self._ipt)

    def action_fit(self) -> None:
        """Show what fits the client in hand, and whose they are."""
        from ipt_tui.tui.screens.review.fit_screen import open_fit

        open_fit(self._ipt)

    def action_about(self) -> None:
        """Say what the program is and is not."""
        from ipt_tui.tui.screens.about import AboutScreen

        self.app.push_screen(AboutScreen())

"""What stands over the record and has no key: it is opened by its name, from the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import work
from textual.screen import Screen

from ipt_tui.tui.areas.area import RecordChanged

if TYPE_CHECKING:
    from ipt_tui.tui.app import IptApp


class ByName(Screen[None]):
    """The half of the record's screen that opens pages by their names."""

    @property
    def _ipt(self) -> IptApp:
        return cast("IptApp", self.app)

    @work(group="dialog")
    async def action_recovery_sheet(self) -> None:
        """Show the recovery sheet."""
        from ipt_tui.tui.screens.recovery import RecoveryScreen

        await self.app.push_screen_wait(RecoveryScreen())
        self.post_message(RecordChanged())

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

    def action_kept_where(self) -> None:
        """Say what is kept where, and who could open it."""
        from ipt_tui.tui.screens.kept_where import KeptWhereScreen

        self.app.push_screen(KeptWhereScreen())

    def action_window_name(self) -> None:
        """Give the window another name."""
        from ipt_tui.tui.dialogs.window_name import WindowName

        self.app.push_screen(WindowName())

    def action_rehearse_alone(self) -> None:
        """Rehearse alone one of what is there; in one's own vault."""
        from ipt_tui.tui.screens.rehearse.opening import open_rehearsal

        open_rehearsal(self._ipt)

"""A screen that is for the practitioner alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.screen import Screen

from ipt_tui.tui.widgets.bare import Bare

if TYPE_CHECKING:
    from ipt_tui.tui.app import IptApp


class AloneScreen(Bare, Screen[None]):
    """It goes once others look on; from beneath another screen when that one goes."""

    follows_together: ClassVar[bool] = True
    _goes = False

    @property
    def ipt(self) -> IptApp:
        """The application, by its own type."""
        return cast("IptApp", self.app)

    def on_mount(self) -> None:
        """Look whether others come to look on."""
        self.watch(self.app, "together", self.on_screen_resume, init=False)

    def on_screen_resume(self) -> None:
        """Go, where others look on."""
        if self.ipt.together and self.app.screen is self and not self._goes:
            self._goes = True
            self.go()

    def go(self) -> None:
        """Go back to where one was."""
        self.dismiss()

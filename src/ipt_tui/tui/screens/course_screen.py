"""What the screens about one course, or one client, have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.screen import Screen

from ipt_tui.tui.areas.area import READ_ONLY, RecordChanged
from ipt_tui.tui.areas.inquiry import Ground
from ipt_tui.tui.widgets.bare import Bare

if TYPE_CHECKING:
    from ipt_tui.tui.app import IptApp


class CourseScreen(Bare, Screen[None]):
    """Shows what belongs to one of them, also looking together, and reads it anew when it changed.

    `SCOPE` is that of its keys, `HELP` what it is for.
    """

    SCOPE: ClassVar[str]
    HELP: ClassVar[str]
    follows_together: ClassVar[bool] = True
    _left = False

    @property
    def ipt(self) -> IptApp:
        """The application, by its own type."""
        return cast("IptApp", self.app)

    @property
    def whose(self) -> str:
        """The client whose it is."""
        raise NotImplementedError

    @property
    def ground(self) -> Ground:
        """What is known wherever one reads and asks."""
        return Ground.of(self.ipt, self.whose)

    # Reading.

    def on_mount(self) -> None:
        """Read anew when others come to look on, or go, from wherever that is said."""
        self.watch(self.app, "together", self._others, init=False)

    def _others(self) -> None:
        self.read_soon()

    async def read_again(self) -> None:
        """Read it anew; go back where it is gone. Raises nothing."""
        raise NotImplementedError

    @work
    async def read_soon(self) -> None:
        """Read anew, keys after it."""
        with self.ipt.gate.held():
            await self.read_again()

    async def changed(self) -> None:
        """Say that the record changed, and read anew."""
        self.ipt.record_changed(RecordChanged())
        await self.read_again()

    def on_screen_suspend(self) -> None:
        """Another screen lies over it."""
        self._left = True

    def on_screen_resume(self) -> None:
        """Read again what may have changed, or been veiled, beneath another screen."""
        if self._left:
            self._left = False
            self.read_soon()

    # What every such screen can do.

    def may_change(self) -> bool:
        """Whether something can be written; says so where it cannot."""
        read_only = self.ipt.vault.vault.read_only
        if read_only:
            self.ipt.tell(READ_ONLY)
        return not read_only

    def action_back(self) -> None:
        """Back to where one was; everything is kept."""
        self.dismiss()

    def action_together(self) -> None:
        """Look together, or stop."""
        if self.ipt.record is not None:
            self.ipt.record.action_together()

    @work
    async def action_undo(self) -> None:
        """Take back the last change to the record."""
        record = self.ipt.record
        if record is not None and await record.taking_back.last():
            await self.changed()

    @work
    async def action_redo(self) -> None:
        """Bring back what was taken back last."""
        record = self.ipt.record
        if record is not None and await record.taking_back.undone():
            await self.changed()

    def action_help(self) -> None:
        """Show what this screen is for, and its keys."""
        from ipt_tui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.SCOPE, self.HELP, everywhere=("app",)))

"""The screen on which somebody rehearses alone: one question in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual import on

from ipt_tui.tui.areas.asking_bar import AskingBar
from ipt_tui.tui.screens.review.screen import ReviewScreen

if TYPE_CHECKING:
    from ipt_tui.tui.app import IptApp
    from ipt_tui.tui.screens.rehearse.inquiry import RehearsalInquiry


class RehearseScreen(ReviewScreen):
    """Asks as an evening is asked; help lines open over it, and at the end it says what is kept."""

    HELP = """Here you can try out, for yourself, what you might say. Nobody hears it. You need \
not say it to anyone: not saying it is fine too.
One question at a time. Enter goes on, with or without an answer; shift+tab goes back; esc stops, \
and what you wrote is kept: you can go on from there another time.
It is kept with the talk, or with the thing to try. u takes it back there, step by step."""

    CSS_PATH = "../review/review.tcss"

    def __init__(self, inquiry: RehearsalInquiry) -> None:
        """Start with what was read."""
        super().__init__(cast("Any", inquiry))
        self._about = inquiry

    def on_screen_resume(self) -> None:
        """Ask nothing more of what was veiled beneath another screen."""
        self.bar.stop_if_veiled()

    @on(AskingBar.Kept)
    async def _kept(self) -> None:
        """Show the help lines where they were asked for; the question stands under them."""
        if self._about.wants_help:
            self._about.wants_help = False
            await self._ipt_app.action_help_lines()

    @on(AskingBar.Ended)
    def _said(self) -> None:
        """Say what became of it."""
        if self._about.closing:
            self._ipt_app.tell(self._about.closing)

    @property
    def _ipt_app(self) -> IptApp:
        return cast("IptApp", self.app)

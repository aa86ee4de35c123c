"""What may lie over everything: the curtain, the help lines, the cover of a small terminal."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, cast

from ipt_tui.exchange.config import region_meant
from ipt_tui.ipt.at_home import COPIED
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.help_lines import calls_for_help
from ipt_tui.ipt.safe_now import Because
from ipt_tui.tui.guarded_app import GuardedApp

if TYPE_CHECKING:
    from ipt_tui.tui.app import IptApp

OFFER = "Kept. If somebody may be in danger, esc ! notes a concern."
CLOSE_FIRST = "Close this first; then w looks together."
REGION_HANDED = "IPT_TUI_LOCKED_REGION"
"""How the region on screen is handed over a lock: not an argument, which others could read."""


class CoveredApp(GuardedApp):
    """Draws the curtain, opens the help lines from anywhere, asks for more room."""

    region_at_end: str = ""
    """The region of the help lines when it was locked."""

    async def lock(self) -> None:
        """Lock, and remember which region the help lines stood at."""
        self.region_at_end = self.region_now()
        await super().lock()

    async def action_curtain(self) -> None:
        """Draw the curtain; a second time, lock."""
        from ipt_tui.tui.screens.curtain import CurtainScreen

        if isinstance(self.screen, CurtainScreen):
            await self.lock()
        else:
            self.clear_notifications()
            self.shown.forget()  # whatever else wrote on the terminal goes, too
            await self.push_screen(CurtainScreen())

    async def draw_curtain(self) -> None:
        """Hide what is on screen, but for the numbers of the help lines."""
        from ipt_tui.tui.screens.curtain import CurtainScreen
        from ipt_tui.tui.screens.help_lines import HelpLinesScreen

        if isinstance(self.screen, HelpLinesScreen):
            self.screen.cover()
        elif not isinstance(self.screen, CurtainScreen):
            await self.action_curtain()

    async def after_help(self, *, covered: bool) -> None:
        """Come back from the help lines: to the curtain, where nobody was there (`covered`)."""
        from ipt_tui.tui.screens.curtain import CurtainScreen

        if covered and not isinstance(self.screen, CurtainScreen):
            await self.action_curtain()
        await self.look_for_room()

    @property
    def at_help(self) -> bool:
        """Whether the help lines are open: they stay when everything else goes."""
        from ipt_tui.tui.screens.help_lines import HelpLinesScreen

        return any(isinstance(screen, HelpLinesScreen) for screen in self.screen_stack)

    @property
    def is_covered(self) -> bool:
        """Whether the curtain is drawn, or there is too little room: only the help lines open."""
        from ipt_tui.tui.screens.cover import CoverScreen
        from ipt_tui.tui.screens.curtain import CurtainScreen

        return any(isinstance(screen, CurtainScreen | CoverScreen) for screen in self.screen_stack)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Behind the curtain, and where there is no room, one can go to the help lines alone."""
        if action == "command_palette":
            return not self.is_covered
        return super().check_action(action, parameters)

    async def action_help_lines(self) -> None:
        """Show the help lines and the plan, from anywhere; behind the curtain without the plan."""
        from ipt_tui.tui.screens.curtain import CurtainScreen
        from ipt_tui.tui.screens.help_lines import HelpLinesScreen

        if not isinstance(self.screen, HelpLinesScreen):
            covered = any(isinstance(screen, CurtainScreen) for screen in self.screen_stack)
            await self.push_screen(HelpLinesScreen(covered=covered))

    def region_wished(self) -> str:
        """Return the region of the help lines: what was on screen when it was locked goes first."""
        app = cast("IptApp", self)
        handed = None if self.vault.is_open else os.environ.get(REGION_HANDED)
        return region_meant(os.environ, self.config, app.context.region, handed)

    def region_now(self) -> str:
        """Return the region on screen, else the one the help lines would open at."""
        from ipt_tui.tui.screens.help_lines import HelpLinesScreen

        shown = (s.shown_region for s in self.screen_stack if isinstance(s, HelpLinesScreen))
        return next(shown, self.region_wished())

    def action_own_notes(self) -> None:
        """Show the own notes about the client in hand, over whatever is on screen."""
        from ipt_tui.tui.screens.own.screen import open_own_notes

        open_own_notes(cast("IptApp", self))

    def action_next_session(self) -> None:
        """Show the card for one's next session."""
        from ipt_tui.tui.screens.next.opening import open_next

        open_next(cast("IptApp", self))

    def action_concern(self, uid: str = "") -> None:
        """Open the concern about the client in hand, this one if named; else raise one."""
        from ipt_tui.tui.screens.concern.raising import open_concern

        open_concern(cast("IptApp", self), uid)

    @property
    def is_looked_on(self) -> bool:
        """Whether somebody looks on in one's own vault, who may be the one a line is about."""
        app = cast("IptApp", self)
        return app.together and app.audience_of_vault is Audience.CLIENT

    def action_together(self) -> None:
        """Look together, or stop, also from a screen on top that shows itself anew."""
        app = cast("IptApp", self)
        follows = getattr(app.screen, "follows_together", app.screen is app.record)
        if app.record is None or not follows:
            app.tell(CLOSE_FIRST)
        else:
            app.record.action_together()

    async def asks_for_help(self, answer: str) -> bool:
        """Open the help lines if that is what was typed as an answer; return whether it was.

        In one's own vault one plain question stands before them, with the way to them beside it.
        """
        if not calls_for_help(answer):
            return False
        if cast("IptApp", self).audience_of_vault is Audience.CLIENT:
            await self.ask_whether_safe(Because.HELP)
        else:
            await self.action_help_lines()
        return True

    async def told_unsafe(self, because: Because) -> None:
        """Something was said to be unsafe: ask whose own vault it is; offer a concern to others.

        Looking together nothing is said: who looks on may be the one.
        """
        app = cast("IptApp", self)
        if app.audience_of_vault is Audience.CLIENT:
            await self.ask_whether_safe(because)
        elif not app.together:
            app.tell(OFFER)

    async def ask_whether_safe(self, because: Because) -> None:
        """Ask whoever's own vault it is one plain question, before anything else."""
        from ipt_tui.tui.screens.safe_now import SafeNowScreen

        await self.push_screen(SafeNowScreen(because))

    def copy_to_clipboard(self, text: str) -> None:
        """Copy; in one's own vault it is said who could paste it."""
        super().copy_to_clipboard(text)
        if cast("IptApp", self).audience_of_vault is Audience.CLIENT:
            self.tell(COPIED)

    def on_resize(self) -> None:
        """Look at the new size once it is known everywhere."""
        self.call_later(self.look_for_room)

    async def look_for_room(self) -> None:
        """Ask for more room where there is too little, and go on when there is enough."""
        from ipt_tui.tui.screens.cover import CoverScreen, too_small
        from ipt_tui.tui.screens.help_lines import HelpLinesScreen

        covered, small = isinstance(self.screen, CoverScreen), too_small(*self.size)
        if small and not covered and not isinstance(self.screen, HelpLinesScreen):
            await self.push_screen(CoverScreen())
        elif covered and not small:
            self.screen.dismiss()

"""The record: top line, tabs, one area at a time, keys."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.getters import query_one
from textual.widgets import ContentSwitcher

from ipt_tui.ipt.audience import Audience
from ipt_tui.tui.areas.area import Area, RecordChanged
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.first_place import place_of
from ipt_tui.tui.focus_on_top import FocusOnTop
from ipt_tui.tui.following import follow_plan
from ipt_tui.tui.screens.by_name import ByName
from ipt_tui.tui.screens.review.opening import open_review
from ipt_tui.tui.tabs import TABS, Tab
from ipt_tui.tui.taking_back import TakingBack
from ipt_tui.tui.widgets.bare import Bare
from ipt_tui.tui.widgets.concern_line import ConcernLine
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.tab_line import TabLine
from ipt_tui.tui.widgets.top_line import TopLine
from ipt_tui.vault import settings
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from pathlib import PurePath

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from ipt_tui.tui.areas.capture_bar import CaptureBar
    from ipt_tui.tui.context import Context


class Areas(Bare, ContentSwitcher):
    """The areas, one of them on screen."""


class RecordScreen(Bare, ByName):
    """Holds the areas and the context that travels between them."""

    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "record.tcss",
        *(tab.style_sheet for tab in TABS),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("record")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012

    switcher = query_one(Areas)
    top = query_one(TopLine)
    tabs = query_one(TabLine)

    def __init__(self) -> None:
        """Start without areas."""
        super().__init__()
        self._capturing = asyncio.Lock()
        self._shown: tuple[str | None, str, bool] | None = None

    def compose(self) -> ComposeResult:
        """Lines above and below; areas, and the line to note in, come when they are first used."""
        yield TopLine()
        yield TabLine()
        yield ConcernLine()
        yield Areas()
        yield KeyLine()

    async def on_mount(self) -> None:
        """Open at the place where one was, or at the client asked for."""
        app = self._ipt
        self.taking_back = TakingBack(app)
        self.focus_on_top = FocusOnTop(app, self.top)
        app.audience_of_vault = await self._audience()
        whose = app.audience_of_vault
        self.tabs.tabs = tuple(tab.titled(whose) for tab in TABS if tab.is_for(whose))
        area = await place_of(app)
        self.watch(app, "context", self._show_context, init=False)
        self.watch(app, "together", self._show_context, init=False)
        await self.show(area)
        if app.at_review:
            app.call_later(open_review, app)
        if app.problem:
            app.tell(app.problem, bad=True)
        if app.vault.vault.is_newer:
            app.tell("This vault was made by a newer ipt-tui; it is open to read only.", bad=True)
        self._back_up()
        await follow_plan(app)

    async def _audience(self) -> Audience:
        app = self._ipt
        kept = await app.or_tell(app.vault.read(settings.get, settings.AUDIENCE, "clients"))
        return Audience.CLIENT if kept == "me" else Audience.PRACTITIONER

    @work(group="backup")
    async def _back_up(self) -> None:
        if self._ipt.demo:
            return
        try:
            await self._ipt.vault.backup()
        except VaultError as error:
            self._ipt.tell(f"Today's backup was not made. {error}", bad=True)
        if self._ipt.vault.is_open:
            await self._ipt.or_tell(self._ipt.vault.back_up_own())

    @property
    def area(self) -> Area | None:
        """The area on screen."""
        current = self.switcher.current
        return self.switcher.get_child_by_id(current, Area) if current else None

    def place(self) -> dict[str, str | None]:
        """Return where one is, to come back to after a lock."""
        context: Context = self._ipt.context
        return {
            "area": self.switcher.current,
            "client": context.client,
            "person": context.person,
            "talk": context.talk,
        }

    async def show(self, name: str, *, follow: bool = False) -> None:
        """Show an area, mounting it on the first visit; `follow` what is in hand there."""
        if not _named(name).is_for(self._ipt.audience_of_vault):
            return
        if self.switcher.current == name and self.area and not self.area.stale:
            return
        if self.area and self.switcher.current != name:
            self.area.leave()
        if name not in {child.id for child in self.switcher.children}:
            await self.switcher.mount(_named(name).make())
        self.switcher.current = name
        self.tabs.current = name
        area = self.area
        if area:
            area.follows = follow
            await area.enter()
        self._show_top()

    async def action_tab(self, name: str) -> None:
        """Change tab."""
        await self.show(name)

    @on(TabLine.Asked)
    async def _tab_clicked(self, message: TabLine.Asked) -> None:
        await self.show(message.area)

    @on(RecordChanged)
    def _record_changed(self) -> None:
        """Mark every area that shows the record as stale; the one on screen reads again.

        A copy of the plan that opens while locked follows it.
        """
        self.mark_stale()
        self.focus_on_top.stale = True
        if self.area:
            self.area.stale = False
            self.area.load()
        self._show_top()
        self.run_worker(follow_plan(self._ipt), group="plan", exclusive=True)

    def mark_stale(self) -> None:
        """Have every area read again when it is shown next."""
        for child in self.switcher.children:
            if isinstance(child, Area):
                child.stale = True

    def _show_context(self) -> None:
        app = self._ipt
        context: Context = app.context
        shown = context.client, context.code, app.together
        if shown == self._shown:  # another thing of the same client, at every step of a walk
            return
        self._shown = shown
        self.set_class(app.together, "-together")
        for bar in self.query("CaptureBar"):  # a line for one client is not typed over another
            bar.leave(app.context.client or "")  # type: ignore[attr-defined]
        self._show_top()

    def _show_top(self) -> None:
        self.query_one(ConcernLine).look(here=self.switcher.current == "sessions")
        app = self._ipt
        context: Context = app.context
        own = app.audience_of_vault is Audience.CLIENT
        self.top.left = "my record" if own else context.code or "no client yet"
        self.focus_on_top.look()
        notes = []
        if app.together:
            notes.append("looking together")
        if app.demo:
            notes.append(f"demo · today is {app.clock.now():%A %-d %B %Y, %H:%M}")
        self.top.right = " · ".join(notes)

    # What every area has in common.

    def action_together(self) -> None:
        """Look together, or stop: other clients and what is sensitive are hidden."""
        app = self._ipt
        app.together = not app.together
        app.revealed = frozenset()
        app.clear_notifications()  # a sentence may name whom nobody else is to see
        self.post_message(RecordChanged())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only tabs that are there; a concern only while nobody looks on."""
        if action == "tab":
            return _named(str(parameters[0])).is_for(self._ipt.audience_of_vault)
        return action != "concern" or self._ipt.audience is not Audience.CLIENT

    def action_concern(self) -> None:
        """Open the concern about the client in hand; where none is open, raise one."""
        self._ipt.action_concern()

    @work
    async def action_undo(self) -> None:
        """Take back the last change to the record on screen."""
        if await self.taking_back.last():
            self.post_message(RecordChanged())

    @work
    async def action_redo(self) -> None:
        """Bring back what was taken back last."""
        if await self.taking_back.undone():
            self.post_message(RecordChanged())

    async def action_capture(self) -> None:
        """Open the capture line."""
        await self.note("")

    async def note(self, text: str) -> None:
        """Open the capture line with `text` typed already."""
        from ipt_tui.tui.areas.capture_bar import CaptureBar

        async with self._capturing:
            bar = next(iter(self.query(CaptureBar)), None)
            if bar is None:
                bar = CaptureBar(id="capture")
                await self.mount(bar, before=self.query_one(KeyLine))
            await bar.begin(text)

    def on_capture_bar_noted(self, message: CaptureBar.Noted) -> None:
        """Take what was noted in hand."""
        app = self._ipt
        if message.noted.uids and message.client == app.context.client:
            app.context = replace(app.context, event=message.noted.uids[0])
        self.post_message(RecordChanged())

    def action_search(self) -> None:
        """Search everything."""
        from ipt_tui.tui.screens.search import SearchScreen

        self.app.push_screen(SearchScreen())

    def action_help(self) -> None:
        """Show what this screen is for, and its keys."""
        from ipt_tui.tui.screens.help import HelpScreen

        area = self.area
        self.app.push_screen(HelpScreen(area.id or "" if area else "", area.help if area else ""))

    async def action_command_palette(self) -> None:
        """Show every command by name."""
        self.app.action_command_palette()


def _named(name: str) -> Tab:
    """Return the tab of an area."""
    return next(tab for tab in TABS if tab.id == name)

"""The help lines and the safety plan: numbers first, reachable from everywhere, locked or not."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from ipt_tui.exchange import plan_copy
from ipt_tui.exchange.config import content_folder
from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.ipt import safety_plan
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.help_lines import ANYWHERE, help_page, regions
from ipt_tui.tui.commands import bindings, find
from ipt_tui.tui.screens.help_region import keep_region
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.plan_pane import PlanPane

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from ipt_tui.ipt.safety_plan import SafetyPlan

NO_PLAN = "No safety plan yet. e writes one: what helps, and whom to ask, in your own words."
COPY_IS_THERE = "A copy that is not encrypted opens while locked; x takes it away."
COPY_TAKEN = "The copy that opens while locked is gone."
VEILED_PARTS = "enter shows what is veiled."
WHERE = "Where are you? Press a digit."
READ_ONLY = "This vault is open to read only."
_PLAN_ACTIONS = ("edit", "undo", "redo")
_LOW = 30
"""Rows of a terminal: in fewer the numbers stand closer, so that the plan is seen with them."""


class HelpLinesScreen(Screen[None]):
    """One region's page; `,` and `.` turn to another region's. Below it, or beside it, the plan.

    Where no country is known, a digit chooses it. In one's own vault that lacks one it is kept.
    """

    HELP = """Numbers to call, by region; v shows lines for other needs. No one is monitoring this
program.
The safety plan of the record in hand stands with them: e writes or changes it. In your own vault Y
makes a copy that opens while locked, if you choose that, and x takes it away."""
    CSS_PATH = "help_lines.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-below"), (150, "-beside")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("help-lines"),
        *(Binding(str(digit), f"country({digit})", show=False) for digit in range(1, 10)),
    ]

    def __init__(self, *, covered: bool = False) -> None:
        """Begin with the region chosen in the settings; without the plan where it is `covered`."""
        super().__init__()
        self._own = content_folder(os.environ)
        self._names = dict(regions(self._own))
        self._regions = list(self._names)
        self._at = 0
        self._turned = False
        self._more = False
        self._covered = covered
        self._plan: SafetyPlan | None = None

    def compose(self) -> ComposeResult:
        """The page in the middle of the screen."""
        with VerticalScroll(id="lines"):
            yield Static("", id="page", markup=False)
            yield PlanPane(id="plan")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the region, and let the arrows scroll."""
        self._at = self._regions.index(self._ipt.region_wished())
        self._show()
        self.set_focus(self.query_one("#lines"))
        self._read_plan()

    @property
    def _ipt(self) -> Any:
        return self.app

    @property
    def shown_region(self) -> str:
        """The region on screen."""
        return self._regions[self._at]

    @property
    def _countries(self) -> dict[int, tuple[str, str]]:
        """The code and name of each region that has its digit."""
        listed = (one for one in self._names.items() if one[0] != ANYWHERE)
        return dict(zip(range(1, 10), listed, strict=False))

    def on_resize(self) -> None:
        """Stand closer where there is little room."""
        self._show()

    def _show(self) -> None:
        page = help_page(self.shown_region, self._ipt.clock.today(), self._own)
        head, *rest = page.lines(more=self._more)
        if self.app.size.height < _LOW:
            rest = [line for line in rest if line]
        first = next(number for number, line in enumerate(rest) if line)
        shown = [
            Content.styled(head, "bold"),
            *([Content(told)] if (told := self._of_the_region(page.region_name)) else []),
            *(Content.styled(line, "bold" if at == first else "") for at, line in enumerate(rest)),
        ]
        self.query_one("#page", Static).update(Content("\n").join(shown))

    def _of_the_region(self, name: str) -> str:
        """Ask for the country where none is known, and say which one was turned to."""
        keys = [self._ipt.shown_key(find(f"help-lines.{way}")) for way in ("earlier", "later")]
        if self.shown_region == ANYWHERE:
            named = (f"{digit} {each}" for digit, (_, each) in self._countries.items())
            return f"{WHERE} {' · '.join(named)}"
        return f"Now for {name} ({' and '.join(keys)} change it)." if self._turned else ""

    # The plan.

    @work(exclusive=True, group="read")
    async def _read_plan(self) -> None:
        """Show the plan of the record in hand; while it is locked or covered, the copy of it."""
        app = self._ipt
        self._plan = None
        copied = plan_copy.read(app.path)
        if app.vault.is_open and app.context.client and not self._covered:
            self._plan = await app.or_tell(self._reading())
        pane = self.query_one(PlanPane)
        plan = self._plan
        if plan is None:
            page = copied
            pane.show(page)
        else:
            page = safety_plan.page(plan, app.audience, app.clock.today())
            own = app.audience_of_vault is Audience.CLIENT
            names_none = "ask" not in plan.veiled and not plan.texts.get("ask")
            pane.show(
                page,
                safety_plan.offer(plan) if own and names_none else "",
                "" if page else NO_PLAN,
                VEILED_PARTS if plan.veiled else "",
                *(() if app.together else plan.doubtful),
                COPY_IS_THERE if copied else "",
            )
        self.query_one("#lines").set_class(page is not None, "-plan")
        self.refresh_bindings()

    def _reading(self) -> Any:
        from ipt_tui.vault import safety_plans

        app = self._ipt
        return app.vault.read(
            safety_plans.plan, app.context.client, app.clock.today(), app.revealed
        )

    def cover(self) -> None:
        """Take the plan off the screen: nobody is there. The numbers stay."""
        self._covered = True
        self._read_plan()

    @property
    def _over_its_form(self) -> bool:
        """Whether the plan is being written below, from where one asked for the numbers."""
        return sum(isinstance(screen, HelpLinesScreen) for screen in self.app.screen_stack) > 1

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only where there is a record in hand is there a plan to change."""
        plan = self._plan
        if action == "country":
            return self.shown_region == ANYWHERE and parameters[0] in self._countries
        if action in _PLAN_ACTIONS:
            return plan is not None and not self._over_its_form
        if action == "open":
            return plan is not None and bool(plan.veiled)
        if action in ("file", "remove"):
            if plan is None or self._ipt.audience_of_vault is not Audience.CLIENT:
                return False
            there = plan_copy.is_there(self._ipt.path)
            return there if action == "remove" else plan.seen is not None and not there
        return super().check_action(action, parameters)

    @work
    async def action_edit(self) -> None:
        """Write the plan, or change it."""
        from ipt_tui.tui.dialogs.plan_form import PlanForm

        app = self._ipt
        if app.vault.vault.read_only:
            app.tell(READ_ONLY)
            return
        with app.gate.held():
            plan = await app.or_tell(self._reading())
            if plan is not None:
                await app.push_screen(PlanForm(plan), self._written)

    def _written(self, kept: bool | None) -> None:
        if kept:
            self._changed()
        self._read_plan()

    def _changed(self) -> None:
        from ipt_tui.tui.areas.area import RecordChanged

        self._ipt.record_changed(RecordChanged())

    def action_open(self) -> None:
        """Show what is veiled of the plan."""
        if self._plan is not None and self._plan.uid:
            self._ipt.revealed |= {self._plan.uid}
            self._read_plan()

    @work
    async def action_undo(self) -> None:
        """Take back the last change to the record."""
        if await self._ipt.record.taking_back.last():
            self._changed()
            self._read_plan()

    @work
    async def action_redo(self) -> None:
        """Bring back what was taken back last."""
        if await self._ipt.record.taking_back.undone():
            self._changed()
            self._read_plan()

    # The copy that opens while locked.

    @work
    async def action_file(self) -> None:
        """Ask whether there is to be a copy that opens while locked."""
        from ipt_tui.tui.dialogs.plan_copy import PlanCopyDialog

        app = self._ipt
        with app.gate.held():
            await app.push_screen(PlanCopyDialog(), lambda _: self._read_plan())

    def action_remove(self) -> None:
        """Take the copy away."""
        try:
            plan_copy.remove(self._ipt.path)
        except ExchangeError as problem:
            self._ipt.tell(str(problem), bad=True)
        else:
            self._ipt.tell(COPY_TAKEN)
        self._read_plan()

    # The numbers.

    def action_earlier(self) -> None:
        """The region before."""
        self._turn(-1)

    def action_later(self) -> None:
        """The next region."""
        self._turn(1)

    def _turn(self, step: int) -> None:
        self._at, self._turned = (self._at + step) % len(self._regions), True
        self._show()

    async def action_country(self, digit: int) -> None:
        """Turn to the region of a digit, and keep it."""
        self._at, self._turned = self._regions.index(self._countries[digit][0]), True
        self._show()
        await self._keep_region()

    async def _keep_region(self) -> None:
        if self._turned and not self._covered:
            await keep_region(self._ipt, self.shown_region, self._names[self.shown_region])

    def action_form(self) -> None:
        """Lines for other needs, and back."""
        self._more = not self._more
        self._show()

    def action_help(self) -> None:
        """Show what this screen is for, and its keys."""
        from ipt_tui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen("help-lines", self.HELP, everywhere=("app",)))

    def action_back(self) -> None:
        """Back to where one was; behind the curtain where nobody was there."""
        self._ipt.run_worker(self._keep_region())  # by the app: this screen goes
        self.dismiss()
        self._ipt.call_later(partial(self._ipt.after_help, covered=self._covered))

"""Whether a copy of one's safety plan is to open while locked: said what it means, then asked."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import Static

from ipt_tui.exchange import plan_copy
from ipt_tui.exchange.errors import ExchangeError
from ipt_tui.exchange.new_file import shown
from ipt_tui.ipt.at_home import asked
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.sheet import Sheet
from ipt_tui.vault import place, safety_plans
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from textual.app import ComposeResult

TITLE = "A copy that opens while locked"
MEANS = (
    "The help lines then show your plan before any passphrase.",
    "For that it stands in a file. Anyone who can open this computer can read it, and whoever has "
    "a backup of it.",
    "What you marked as sensitive is left out. The copy follows the plan when you change it; x on "
    "this page takes it away again.",
)
MADE = "The copy is there. The help lines show it while locked."


class PlanCopyDialog(ModalScreen[bool]):
    """Makes the copy on one key, which is not the one that closes; gives back whether it did."""

    CSS_PATH = "plan_copy.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "leave it encrypted", key_display="esc"),
        Binding("Y", "make", "make the copy", key_display="Y"),
    ]

    def compose(self) -> ComposeResult:
        """What it means, and where the file would be."""
        path = place.plan_copy(self.app.path)  # type: ignore[attr-defined]
        with Sheet(id="plan-copy"):
            yield Static(TITLE, classes="strong", markup=False)
            for sentence in MEANS:
                yield Static(sentence, markup=False)
            yield Static(asked(shown(path)), classes="strong", markup=False)
            yield Static("", id="plan-copy-said", classes="problem", markup=False)
        yield KeyLine()

    @work
    async def action_make(self) -> None:
        """Make it; where that cannot be, say why."""
        app: Any = self.app
        with app.gate.held():
            try:
                today = app.clock.today()
                plan = await app.vault.read(safety_plans.mine, today)
                await asyncio.to_thread(plan_copy.write, app.path, plan, today)
            except (ExchangeError, VaultError) as problem:
                self.query_one("#plan-copy-said", Static).update(str(problem))
                return
            app.tell(MADE)
            self.dismiss(True)

    def action_close(self) -> None:
        """Leave it as it is."""
        self.dismiss(False)

"""The history of a record: what was done, newest first; single steps can be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Static

from ipt_tui.tui.areas.area import RecordChanged
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.row import Cell, Row
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.vault import steps

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType


class HistoryScreen(Screen[None]):
    """The steps of the client in hand, and those of the whole vault unless looking together."""

    HELP = """Everything that was done to this record. u takes the step under the cursor back, U
brings one back that was taken back."""
    CSS_PATH = "history.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("history")]

    def compose(self) -> ComposeResult:
        """A heading and the list."""
        with Vertical(id="history"):
            yield Static("History", classes="strong", markup=False)
            yield Static(
                "Newest first. A step that others build on is taken back after them.",
                classes="muted",
                markup=False,
            )
            yield Rows(id="steps")
        yield KeyLine()

    def on_mount(self) -> None:
        """Read the list."""
        self.set_focus(self.query_one(Rows))
        self._load()

    @work(exclusive=True)
    async def _load(self) -> None:
        app: Any = self.app
        asked = app.vault.read(steps.listing_for, app.context.client, whole_vault=not app.together)
        lines = await app.or_tell(asked)
        if lines is None:
            return
        rows = [_row(line) for line in lines]
        if not rows:
            rows = [Row(None, (Cell("Nothing has been done to this record yet.", "muted"),))]
        self.query_one(Rows).rows = tuple(rows)

    @work
    async def action_undo(self) -> None:
        """Take the step under the cursor back."""
        await self._with_step(self._app.record.taking_back.one)

    @work
    async def action_redo(self) -> None:
        """Bring the step under the cursor back, which was taken back."""
        await self._with_step(self._app.record.taking_back.brought)

    @property
    def _app(self) -> Any:
        return self.app

    async def _with_step(self, done: Callable[[int], Awaitable[bool]]) -> None:
        key = self.query_one(Rows).cursor
        if key is not None and await done(int(key)):
            self._app.record_changed(RecordChanged())
            self._load()

    def action_back(self) -> None:
        """Back to where one was."""
        self.dismiss()


def _row(line: steps.StepLine) -> Row:
    when = line.at.astimezone().strftime("%-d %b %Y, %H:%M")
    state = "" if line.standing else "taken back"
    if line.final:
        state = "final"
    what = f"whole vault: {line.what}" if line.whole_vault else line.what
    return Row(str(line.id), (Cell(when, "muted", 21), Cell(state, "accent", 12), Cell(what)))

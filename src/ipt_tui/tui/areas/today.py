"""Today: whose records there are, and what stands in the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.getters import query_one
from textual.reactive import reactive

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.overview import Overview, overview_lines
from ipt_tui.tui.areas.area import Area, RecordChanged
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.context import Context
from ipt_tui.tui.widgets.row import Cell, Row
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.vault import clients, settings
from ipt_tui.vault.errors import VaultError
from ipt_tui.vault.overview import overview

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

RECOVERY, START = "recovery", "start"
LABEL = 14


class TodayArea(Area):
    """Clients on the left, the chosen one's day on the right; in one's own vault only that."""

    HELP = """What stands in the record, at a glance. enter opens it; n adds a client under a code.
A client can be paused or ended with e; nothing is lost by that."""
    HELP_OWN = """What you wrote down, at a glance. enter opens it; e changes what is about you."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("today")]

    lines: reactive[tuple[clients.ClientLine, ...]] = reactive(tuple, init=False)
    clients_list = query_one("#clients", Rows)
    day = query_one("#day", Rows)

    def compose(self) -> ComposeResult:
        """Two lists."""
        with Horizontal():
            with Vertical(id="clients-pane"):
                yield Rows(id="clients")
            with Vertical(id="day-pane"):
                yield Rows(quiet=True, id="day")

    def home(self) -> Widget:
        """The clients; in one's own vault the day."""
        return self.day if self._alone else self.clients_list

    @property
    def _alone(self) -> bool:
        """Whether other clients are not to be seen: in one's own vault, and looking together."""
        return self.ipt.audience is Audience.CLIENT

    async def read(self) -> None:
        """Read and show the clients, and the day of the one in hand. Raises VaultError."""
        app = self.ipt
        lines = await app.vault.read(clients.listing)
        self.lines, app.context = lines, app.context.among(lines)
        self._show_clients()
        await self._read_day()

    async def _read_day(self) -> None:
        """Read and show the day of the client in hand. Raises VaultError."""
        app = self.ipt
        client, view = app.context.client, None
        due = await app.vault.read(settings.get, settings.RECOVERY_SHEET_DUE, False)
        if client is not None:
            view = await app.vault.read(overview, client, self.today, app.config.day_starts_at)
        self._show_day(view, sheet_due=bool(due))

    def _show_clients(self) -> None:
        pane = self.query_one("#clients-pane")
        if pane.display is self._alone:
            here, pane.display = self.is_here, not self._alone
            if here:  # or nothing would have the focus
                self.screen.set_focus(self.home(), scroll_visible=False)
        rows = [Row(None, (Cell("Clients", "heading"),))]
        rows += [_client_row(line) for line in self.lines]
        if not self.lines:
            rows.append(
                Row(START, (Cell("n adds the first, under a code: K7", "muted"),), wraps=True)
            )
        self.clients_list.rows = tuple(rows)
        if self.ipt.context.client:
            self.clients_list.cursor = self.ipt.context.client

    def _show_day(self, view: Overview | None, *, sheet_due: bool) -> None:
        rows = []
        if view is not None:
            own = self.ipt.audience_of_vault is Audience.CLIENT
            title = "Today" if own else view.code
            rows.append(Row(None, (Cell(f"{title}   {self.today:%A %-d %B}", "heading"),)))
            rows.append(Row(None))
            for number, (label, text) in enumerate(overview_lines(view, self.ipt.audience)):
                rows.append(
                    Row(f"day:{number}", (Cell(label, "label", LABEL), Cell(text)), wraps=True)
                )
            if not view.circle.people:
                words = "2 opens the circle of people; n adds the first."
                rows.append(Row(START, (Cell(words, "muted"),), wraps=True))
        if sheet_due and not self.ipt.together:
            text = "The recovery sheet has not been written down yet; enter shows it."
            rows += [Row(None), Row(RECOVERY, (Cell(text, "accent"),), wraps=True)]
        self.day.rows = tuple(rows)

    @on(Rows.Moved, "#clients")
    @work(exclusive=True, group="today-day")
    async def _other_client(self, message: Rows.Moved) -> None:
        """Take another client in hand."""
        line = next((line for line in self.lines if line.uid == message.key), None)
        if line is None:
            return
        app = self.ipt
        app.context = Context.of(line)
        try:
            await self._read_day()
        except VaultError as error:  # maybe that client is no longer there
            app.tell(str(error), bad=True)
            self.load()

    @on(Rows.Chosen)
    async def _chosen(self) -> None:
        await self.action_open()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """In one's own vault there is no other record to add."""
        if action == "new":
            return not self._alone
        return True

    async def action_open(self) -> None:
        """Open the record in hand, or the recovery sheet."""
        if self.day.has_focus and self.day.cursor == RECOVERY:
            if self.ipt.record is not None:
                self.ipt.record.action_recovery_sheet()
            return
        if self.ipt.context.client is None:
            self.action_new()
            return
        self.ipt.action_go_to("people")

    @work(group="dialog")
    async def action_new(self) -> None:
        """Add a client."""
        from ipt_tui.tui.dialogs.client_form import ClientForm

        uid = await self.app.push_screen_wait(ClientForm())
        if uid:
            await self._take(uid)

    @work(group="dialog")
    async def action_edit(self) -> None:
        """Change the client in hand."""
        from ipt_tui.tui.dialogs.client_form import ClientForm

        uid = self.ipt.context.client
        if uid and await self.app.push_screen_wait(ClientForm(uid)):
            await self._take(uid)

    async def _take(self, uid: str) -> None:
        app = self.ipt
        lines = await app.or_tell(app.vault.read(clients.listing)) or ()
        line = next((line for line in lines if line.uid == uid), None)
        if line:
            app.context = Context.of(line)
        self.post_message(RecordChanged())


def _client_row(line: clients.ClientLine) -> Row:
    people = "" if not line.people else f"{line.people} people" if line.people > 1 else "1 person"
    state = line.status if line.status != "active" else people
    return Row(line.uid, (Cell(f" {line.code}", "strong", 12), Cell(state, "muted")))

"""Today, as it is read and shown: whom the cursor is on, and what there is to say of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.getters import query_one
from textual.reactive import reactive

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.overview import CAPTURE
from ipt_tui.ipt.today import DayOf, Today
from ipt_tui.tui.areas.asking_area import AskingArea
from ipt_tui.tui.areas.asking_bar import AskingBar
from ipt_tui.tui.areas.today import day_rows, list_rows
from ipt_tui.tui.areas.today.inquiry import TodoInquiry
from ipt_tui.tui.areas.today.keys import (
    DRAFTS,
    DUE,
    HALFWAY,
    NEXT,
    RECOVERY,
    REVIEW,
    TALKS,
    THIS_WEEK,
    TODO,
    TODOS,
    WEEK,
    is_todo,
    whose,
)
from ipt_tui.tui.context import Context
from ipt_tui.tui.screens.course_opening import open_halfway
from ipt_tui.tui.screens.review.opening import open_review
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.vault import to_tidy
from ipt_tui.vault import today as days
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from ipt_tui.ipt.today import ClientDay, TodoOf

NARROW = 100
MEASURES = "measures"
_LEADS = {THIS_WEEK: "timeline", TALKS: "talks", DUE: MEASURES}
"""The area that a row of the day leads to."""
_OWN_ENTER = {
    REVIEW: "answer", NEXT: "the card", WEEK: "its evenings", DUE: "fill in",
    THIS_WEEK: "timeline", TALKS: "talks", DRAFTS: "go on writing", RECOVERY: "recovery sheet",
}  # fmt: skip
"""What enter does in one's own vault; on any other row it opens the circle of people."""


class TodayView(AskingArea):
    """Clients and what is to be done on the left; on the right the day of the one in hand."""

    listed: reactive[Today | None] = reactive(None, init=False)
    clients_list = query_one("#clients", Rows)
    day = query_one("#day", Rows)
    _day = DayOf()

    def compose(self) -> ComposeResult:
        """Two lists, and the line that asks."""
        with Horizontal():
            with Vertical(id="clients-pane"):
                yield Rows(id="clients")
            with Vertical(id="day-pane"):
                yield Rows(quiet=True, id="day")
        yield AskingBar()

    def home(self) -> Widget:
        """The clients; in one's own vault the day."""
        return self.day if self.alone else self.clients_list

    # What is in hand.

    @property
    def needed(self) -> dict[str, str]:
        """What the key line says of enter where the cursor is, in one's own vault."""
        if not self.own_vault or not self.day.has_focus:
            return {}
        return {"open": _OWN_ENTER.get(self.day.cursor or "", "people")}

    @property
    def alone(self) -> bool:
        """Whether other clients are not to be seen: in one's own vault, and looking together."""
        return self.ipt.audience is Audience.CLIENT

    @property
    def own_vault(self) -> bool:
        """Whether the vault is that of the one whose record it is."""
        return self.ipt.audience_of_vault is Audience.CLIENT

    @property
    def client(self) -> ClientDay | None:
        """The client in hand, as listed."""
        wanted, listed = self.ipt.context.client, self.listed
        return next((c for c in listed.clients if c.uid == wanted), None) if listed else None

    @property
    def on_todos(self) -> bool:
        """Whether the cursor is on a to-do, or on the line of to-dos."""
        return self.clients_list.has_focus and is_todo(self.clients_list.cursor)

    @property
    def todo(self) -> TodoOf | None:
        """The to-do under the cursor."""
        uid = (self.clients_list.cursor or "").removeprefix(TODO)
        listed = self.listed.todos if self.listed and self.clients_list.has_focus else ()
        return next((one for one in listed if one.todo.uid == uid), None)

    def shows(self, uid: str) -> bool:
        """Whether a to-do is there and not veiled; anything else of the client in hand is."""
        listed, about = self.listed.todos if self.listed else (), self.bar.about
        if isinstance(about, TodoInquiry) and about.todo is not None:
            return any(one.todo.uid == uid and not one.todo.veiled for one in listed)
        return about is not None and about.ground.client == self._in_hand

    @property
    def _in_hand(self) -> str | None:
        return self.ipt.context.client

    def ended(self, message: AskingBar.Ended) -> None:  # noqa: ARG002
        """Back to the list."""
        if self.bar.screen is self.app.screen:
            self.screen.set_focus(self.home())

    def turn_to_other_client(self) -> None:
        """Nothing is asked about the client before any more."""
        self.bar.stop()

    # Reading.

    async def read(self) -> None:
        """Read and show the list, and the day of the client in hand. Raises VaultError."""
        app = self.ipt
        listed = await app.vault.read(
            days.today, app.clock.now(), self.today, app.revealed, app.config.day_starts_at
        )
        self._show_list(listed)
        await self._read_day()
        if not (listed.counted or self.alone or app.vault.vault.read_only):
            self._count()

    async def _read_day(self) -> None:
        """Read and show the day of the client in hand. Raises VaultError."""
        app = self.ipt
        await app.drafting.flush()  # a text that was kept just now waits no more
        self._day = await app.vault.read(
            days.day_of, app.context.client, self.today, app.config.day_starts_at
        )
        self._show_day()

    @work(exclusive=True, group="today-count")
    async def _count(self) -> None:
        """Count what waits in notes that were not looked at yet, a few at a time; show it then."""
        app, counted = self.ipt, False
        while not counted:
            keeping = app.vault.keep(to_tidy.count, self.today, app.config.day_starts_at)
            found = await app.or_tell(keeping)
            if found is None:
                return
            counted = found
        self.load()

    def _show_list(self, listed: Today) -> None:
        """Show the list; the cursor stays on what is to be done, else goes to who is in hand."""
        pane = self.query_one("#clients-pane")
        if pane.display is self.alone:
            here, pane.display = self.is_here, not self.alone
            if here:  # or nothing would have the focus
                self.screen.set_focus(self.home(), scroll_visible=False)
        app, cursor = self.ipt, self.clients_list.cursor
        before = whose(self.listed) if self.listed else {}
        stays = cursor == TODOS or (
            cursor is not None and cursor not in before.values() and cursor in before
            and before[cursor] == app.context.client
        )  # fmt: skip
        self.listed = listed
        self.clients_list.rows = list_rows.rows(listed, narrow=self._narrow)
        if stays:
            self._take(self.clients_list.cursor)
        app.context = app.context.among(listed.clients)
        if not stays and app.context.client:
            self.clients_list.cursor = app.context.client

    def _show_day(self) -> None:
        app = self.ipt
        self.day.rows = day_rows.rows(
            self._day,
            self.today,
            app.audience,
            own=self.own_vault,
            together=app.together,
            size=self.day.size or Size(app.size.width // 2, app.size.height),
        )

    @property
    def _narrow(self) -> bool:
        return self.app.size.width < NARROW

    def on_resize(self, event: events.Resize) -> None:  # noqa: ARG002
        """Say more, or less, by the room there is."""
        if self.listed is not None:
            self.clients_list.rows = list_rows.rows(self.listed, narrow=self._narrow)
            self.call_after_refresh(self._show_day)

    def opens_from_day(self) -> bool:
        """Open what the row of the day leads to; return whether it leads anywhere."""
        app, key = self.ipt, self.day.cursor
        if key == RECOVERY and app.record is not None:
            app.record.action_recovery_sheet()
        elif key in _LEADS:
            app.action_go_to(_LEADS[key], follow=False)
        elif key == DRAFTS:
            return self._go_on_writing()
        elif key == HALFWAY:
            open_halfway(app)
        elif key == REVIEW:
            open_review(app)
        elif key == WEEK:
            self.action_week()
        elif key == NEXT:
            app.action_next_session()
        else:
            return False
        return True

    def action_week(self) -> None:
        """Show the evenings of the first week."""
        from ipt_tui.tui.screens.review.week_screen import open_week

        open_week(self.ipt)

    def action_next_session(self) -> None:
        """Show the card for one's next session."""
        self.ipt.action_next_session()

    def _go_on_writing(self) -> bool:
        """Go to where the text waits that was typed last; return whether there is a way."""
        app, overview = self.ipt, self._day.overview
        for draft in overview.drafts if overview else ():
            if draft.area == REVIEW:
                open_review(app)
            elif draft.area == CAPTURE and app.record is not None:
                self.run_worker(app.record.action_capture())
            elif draft.area:
                if draft.area == "people" and draft.uid:
                    app.context = replace(app.context, person=draft.uid)
                elif draft.area == "talks":
                    app.context = replace(app.context, talk=draft.uid)
                app.action_go_to(draft.area)
            else:
                continue
            return True
        return False

    # Walking.

    @on(Rows.Moved, "#day")
    def _walked_the_day(self) -> None:
        """Say what enter does there."""
        self.refresh_bindings()

    def _take(self, key: str | None) -> bool:
        """Take whom a row is about in hand; return whether that is another client."""
        app, listed = self.ipt, self.listed or Today(self.today)
        uid = whose(listed).get(key or "")
        client = next((client for client in listed.clients if client.uid == uid), None)
        if client is None or client.uid == app.context.client:
            return False
        app.context = Context.of(client)
        return True

    @on(Rows.Moved, "#clients")
    @work(exclusive=True, group="today-day")
    async def _walked(self, message: Rows.Moved) -> None:
        """Take in hand whom the row under the cursor is about."""
        self.refresh_bindings()
        app, unveiled = self.ipt, bool(self.ipt.revealed)
        if not self._take(message.key):
            return
        try:
            await self._read_day()
        except VaultError as error:  # maybe that client is no longer there
            app.tell(str(error), bad=True)
            unveiled = True
        if unveiled:
            self.load()

"""People as one looks at it: the circle, the card of whoever is lit, views and snapshots."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.getters import query_one
from textual.reactive import reactive

from ipt_tui.ipt.content import load as load_content
from ipt_tui.ipt.people import View
from ipt_tui.ipt.questions import questions
from ipt_tui.tui.areas.area import Area
from ipt_tui.tui.areas.card_rows import card_rows
from ipt_tui.tui.areas.circle_pane import VIEWS, CirclePane
from ipt_tui.tui.areas.interview_bar import InterviewBar
from ipt_tui.tui.areas.snapshots import Snapshots
from ipt_tui.tui.widgets.add_line import AddLine
from ipt_tui.tui.widgets.circle import CirclePicture
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.vault import cards
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from ipt_tui.ipt.card import Card
    from ipt_tui.ipt.inventory import Inventory
    from ipt_tui.ipt.walking import Direction

ON_ONE = ("nearer", "farther", "remove", "edit", "tie", "open", "pane")


class PeopleView(Area):
    """The half of People that only looks; `PeopleArea` changes the record."""

    inventory: reactive[Inventory | None] = reactive(None, init=False)

    circle = query_one(CirclePane)
    card = query_one("#card", Rows)
    answer = query_one(InterviewBar)
    adding = query_one(AddLine)

    def __init__(self, *, id: str) -> None:  # noqa: A002
        """Start with the circle of now."""
        super().__init__(id=id)
        self.view = View.NOW
        self.days = Snapshots()
        self.unfolded = False
        self.questions = questions(load_content("card.toml"))
        self._card_of = ""
        self._client: str | None = None

    def compose(self) -> ComposeResult:
        """Two panes, and at the foot the line to type in."""
        with Horizontal(id="panes"):
            yield CirclePane(id="circle-pane")
            with Vertical(id="card-pane"):
                yield Rows(quiet=True, id="card")
        yield InterviewBar(self.ipt.vault, self.read_again, id="answer")
        yield AddLine(id="adding")

    def on_mount(self) -> None:
        """Follow the cursor of the list in the frame in which it moves; a message comes later."""
        self.watch(self.circle.listing, "cursor", self._walked, init=False)

    def home(self) -> Widget:
        """The circle, or the list in its place."""
        return self.circle.body

    @property
    def person(self) -> str | None:
        """The person in hand."""
        return self.ipt.context.person

    @property
    def card_in_hand(self) -> Card | None:
        """The card of the person in hand."""
        return self.inventory.cards.get(self.person or "") if self.inventory else None

    async def enter(self) -> None:
        """Come back, maybe with another client in hand: then read that one's people."""
        self.stale = self.stale or self.ipt.context.client != self._client
        await super().enter()

    # Reading.

    @work(exclusive=True, group="people-read")
    async def load(self) -> None:
        """Read the inventory as of the day shown."""
        if self.ipt.context.client != self._client:
            self._other_client()
        try:
            self.inventory = await self._read()
        except VaultError as error:
            self.ipt.tell(str(error), bad=True)

    async def _read(self) -> Inventory | None:
        app = self.ipt
        if app.context.client is None:
            return None
        return await app.vault.read(
            cards.inventory,
            app.context.client,
            self.days.on_day or self.today,
            self.view,
            self.days.since,
            app.revealed,
        )

    async def read_again(self) -> None:
        """Read what an answer changed, before the next question is worded."""
        self.inventory = await self._read()

    def _other_client(self) -> None:
        """Begin anew with another client's people: nothing of the one before stays on screen."""
        self._client = self.ipt.context.client
        self.view = View.NOW
        self.days.restart()
        self.answer.stop()
        self.adding.turn_to(self._client or "")
        self.inventory = None

    def watch_inventory(self, inventory: Inventory | None) -> None:
        """Show what was read: picture, list, sentence and card, in one go."""
        if inventory:
            self.days.seen(inventory.circle.snapshots)
            self.adding.kinds = inventory.kinds
        self.show_circle()
        gone = inventory is not None and inventory.circle.person(self.person) is None
        self.take(self.circle.first() if gone else self.person)
        self.answer.turn_to(inventory)
        self.refresh_bindings()

    def show_circle(self) -> None:
        """Show the circle that was read."""
        self.circle.show(self.inventory, self.view, self.days, self.today, self.ipt.audience)

    def show_card(self) -> None:
        """Show the card of the person in hand; another one's begins at its top."""
        inventory, card = self.inventory, self.card_in_hand
        if inventory is None or card is None:
            self.card.rows = ()
            return
        if card.uid != self._card_of:
            self._card_of, self.unfolded = card.uid, False
            self.card.to_top()
        self.card.rows = card_rows(
            card,
            self.questions,
            code=inventory.circle.code,
            onset=inventory.onset,
            today=self.days.on_day or self.today,
            audience=self.ipt.audience,
            unfolded=self.unfolded,
        )

    # Who is in hand.

    def take(self, uid: str | None) -> None:
        """Take somebody in hand: picture, list and card follow in the same frame."""
        if uid != self.person:
            self.ipt.context = replace(self.ipt.context, person=uid)
        self.circle.select(uid)
        self.show_card()

    def action_walk(self, direction: Direction) -> None:
        """Light the next person in that direction."""
        if uid := self.circle.picture.neighbour(direction):
            self.take(uid)

    @on(CirclePicture.Selected)
    def _picked(self, message: CirclePicture.Selected) -> None:
        self.take(message.uid)

    def _walked(self, uid: str | None) -> None:
        if uid is not None and uid != self.person:
            self.take(uid)

    @property
    def is_typing(self) -> bool:
        """Whether a line at the foot is open."""
        return self.answer.asked is not None or self.adding.is_open

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only what is possible now."""
        if action == "walk":
            return self.circle.picture.has_focus
        if action in ON_ONE:
            return bool(self.person) and not self.is_typing
        if action in ("earlier", "later", "choose"):
            return bool(self.days.days)
        return True

    # What the circle shows.

    def action_view(self) -> None:
        """Before, now, hoped for, and round again; each as it stands today."""
        self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]
        self.days.restart()
        self.load()

    def action_form(self) -> None:
        """The circle as a list, and back."""
        had = self.home().has_focus
        self.circle.toggle_class("-list")
        self.show_circle()
        if had:
            self.screen.set_focus(self.home())

    def action_earlier(self) -> None:
        """Step to the snapshot before."""
        self._step(-1, "This is the first day there is.")

    def action_later(self) -> None:
        """Step to the next snapshot; after the last one comes today."""
        self._step(1, "This is today.")

    def _step(self, direction: int, at_the_end: str) -> None:
        if self.days.step(direction, self.today):
            self.load()
        else:
            self.ipt.tell(at_the_end)

    def action_choose(self) -> None:
        """Compare from the snapshot on screen; again, from the first."""
        if self.days.on_day is None and self.days.since is None:
            self.ipt.tell("Step back with , to the day to compare from, then press space.")
        self.days.compare()
        self.load()

    def action_pane(self) -> None:
        """To the card and back."""
        if self.card.has_focus:
            self.action_circle()
        else:
            self.add_class("-card")
            self.screen.set_focus(self.card)

    def action_circle(self) -> None:
        """Back to the circle."""
        self.remove_class("-card")
        self.screen.set_focus(self.home())

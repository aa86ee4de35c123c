"""People as one looks at it: the circle, the card of whoever is lit, views and snapshots."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.getters import query_one

from ipt_tui.ipt.content import load as load_content
from ipt_tui.ipt.inventory import DANGER
from ipt_tui.ipt.people import View
from ipt_tui.ipt.questions import questions
from ipt_tui.tui.areas.asking_bar import AskingBar
from ipt_tui.tui.areas.people.card_rows import card_rows
from ipt_tui.tui.areas.people.circle_pane import VIEWS, CirclePane
from ipt_tui.tui.areas.people.snapshots import Snapshots
from ipt_tui.tui.areas.picture_area import PictureArea
from ipt_tui.tui.widgets.add_line import AddLine
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.vault import cards

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ipt_tui.ipt.card import Card
    from ipt_tui.ipt.inventory import Inventory
    from ipt_tui.ipt.questions import Question

ON_ONE = ("nearer", "farther", "remove", "edit", "tie", "open", "pane")


class PeopleView(PictureArea):
    """The half of People that only looks; `PeopleArea` changes the record."""

    pane = query_one(CirclePane)
    card = query_one("#card", Rows)
    adding = query_one(AddLine)

    def __init__(self, *, id: str) -> None:  # noqa: A002
        """Start with the circle of now."""
        super().__init__(id=id)
        self.inventory: Inventory | None = None
        self.view = View.NOW
        self.days = Snapshots()
        self.unfolded = False
        self._guide = questions(load_content("card.toml"))
        self._card_of = ""

    def compose(self) -> ComposeResult:
        """Two panes, and at the foot the line to type in."""
        with Horizontal(id="panes"):
            yield CirclePane(id="circle-pane")
            with Vertical(id="card-pane"):
                yield Rows(quiet=True, id="card")
        yield AskingBar(id="answer")
        yield AddLine(id="adding")

    @property
    def lit(self) -> str | None:
        """The person in hand."""
        return self.ipt.context.person

    @property
    def guide(self) -> tuple[Question, ...]:
        """The questions of a card; looked on, none that tells whether somebody is safe."""
        left_out = DANGER if self.ipt.is_looked_on else frozenset()
        return tuple(each for each in self._guide if each.field not in left_out)

    @property
    def card_in_hand(self) -> Card | None:
        """The card of the person in hand."""
        return self.inventory.cards.get(self.lit or "") if self.inventory else None

    # Reading.

    async def read(self) -> None:
        """Read and show the inventory as of the day shown. Raises VaultError."""
        app, found = self.ipt, None
        if app.context.client is not None:
            on, since = self.days.on_day or self.today, self.days.since
            found = await app.vault.read(
                cards.inventory, app.context.client, on, self.view, since, app.revealed
            )
        self.inventory = found.looked_on() if found is not None and app.is_looked_on else found
        self.show()

    def turn_to_other_client(self) -> None:
        """Begin anew with another client's people: nothing of the one before stays on screen."""
        self.view = View.NOW
        self.days.restart()
        self.bar.stop()
        self.adding.turn_to(self.ipt.context.client or "")
        self.inventory = None
        self.show()

    def shows(self, uid: str) -> bool:
        """Whether somebody is there to be asked about, and not veiled."""
        card = self.inventory.cards.get(uid) if self.inventory else None
        return card is not None and not card.veiled

    # Showing.

    def show(self) -> None:
        """Show what was read: picture, list, sentence and card, in one go."""
        inventory = self.inventory
        if inventory:
            self.days.seen(inventory.circle.snapshots)
            self.adding.kinds = inventory.kinds
        self.pane.show(inventory, self.view, self.days, self.today, self.ipt.audience)
        gone = inventory is not None and inventory.circle.person(self.lit) is None
        self.take(self.pane.first() if gone else self.lit)
        self.refresh_bindings()

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
            self.guide,
            code=inventory.circle.code,
            onset=inventory.onset,
            today=self.days.on_day or self.today,
            audience=self.ipt.audience,
            unfolded=self.unfolded,
        )

    # Who is in hand.

    def take(self, uid: str | None) -> None:
        """Take somebody in hand: picture, list and card follow in the same frame."""
        if uid != self.lit:
            self.ipt.context = replace(self.ipt.context, person=uid)
        self.pane.light(uid)
        self.show_card()

    @property
    def is_typing(self) -> bool:
        """Whether a line at the foot is open."""
        return self.bar.asked is not None or self.adding.is_open

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only what is possible now."""
        if action == "walk":
            return self.pane.picture.has_focus
        if action in ON_ONE:
            return bool(self.lit) and not self.is_typing
        if action in ("earlier", "later", "choose"):
            return bool(self.days.days)
        return True

    # What the circle shows.

    def action_view(self) -> None:
        """Before, now, hoped for, and round again; each as it stands today."""
        self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]
        self.days.restart()
        self.load()

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

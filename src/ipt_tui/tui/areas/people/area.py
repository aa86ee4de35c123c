"""People: the circle on the left, the card of whoever is lit on the right; changing both."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType

from ipt_tui.ipt.folding import same_name
from ipt_tui.ipt.people import DIED_GLYPH, GLYPHS
from ipt_tui.tui.areas.area import NO_CLIENT, VEILED, RecordChanged
from ipt_tui.tui.areas.asking_bar import AskingBar
from ipt_tui.tui.areas.people.card_rows import ENTRIES, FOLD, TALKS
from ipt_tui.tui.areas.people.inquiry import PersonInquiry
from ipt_tui.tui.areas.people.keys import NEW_WISH, TIE_WHO
from ipt_tui.tui.areas.people.view import PeopleView
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.widgets.add_line import AddLine
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.vault import expectations, people, ties
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from ipt_tui.ipt.card import Card

SIGNS = "  ".join(f"{q.glyph} {q.label}" for q in GLYPHS) + f"  {DIED_GLYPH} has died"
ALREADY = "“{}” is here already; for somebody else, put a word to the name."
EARLIER_DAY = "This is the circle of an earlier day. Step back to today with . first."


class PeopleArea(PeopleView):
    """The interpersonal inventory."""

    HELP = f"""The people in this life, drawn by felt closeness: not by kinship, not by how often.
The circle shows now, before, and as hoped for. Every move is dated; , and . step through them.
The card is an interview: enter goes from question to question, and none has to be answered.
{SIGNS}"""
    HELP_OWN = f"""The people in your life, as close as they feel to you.
The circle shows now, before, and as you hope. Every move keeps its day; , and . step through them.
On the card, enter goes from question to question. You need not answer any of them.
{SIGNS}"""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("people"),
        Binding("escape,q", "circle", show=False),
    ]

    def refusal(self) -> str | None:
        """Return why nothing can be changed now: an earlier day is only looked at."""
        return super().refusal() or (EARLIER_DAY if self.days.on_day is not None else None)

    # Moving and removing.

    @work
    async def action_nearer(self) -> None:
        """One ring nearer, in the view on screen."""
        await self._move(nearer=True)

    @work
    async def action_farther(self) -> None:
        """One ring farther."""
        await self._move(nearer=False)

    async def _move(self, *, nearer: bool) -> None:
        if self.lit:
            await self.write(people.move, self.lit, nearer=nearer, on=self.today, view=self.view)

    @work
    async def action_remove(self) -> None:
        """Take the person out of the record; on their card, the expectation or tie under it."""
        subject, _, uid = (self.card.cursor or "").partition(":")
        if not self.card.has_focus or (subject == "field" and uid == "name"):
            if self.lit and (name := await self.write(people.remove, self.lit)):
                self.ipt.tell(f"{name} taken out of the record. u brings them back.")
        elif subject == "wish" and not uid.startswith("new"):
            await self.write(expectations.remove, uid)
        elif subject == "tie":
            await self.write(ties.untie, uid)
        else:
            wish = self.ipt.audience.pick("an expectation", "a wish")
            self.ipt.tell(f"x takes {wish} or a tie away here; on the circle, the person.")

    # Opening and adding.

    async def action_open(self) -> None:
        """Enter: what is veiled is shown; the fold opens; a line of the card is followed."""
        card = self.card_in_hand
        if card is None:
            return
        if card.veiled:
            self.ipt.revealed |= {card.uid}
            self.load()
        elif not self.card.has_focus:
            self.action_pane()
        elif self.card.cursor in (ENTRIES, TALKS):
            self.ipt.context = replace(self.ipt.context, only=card.uid, event=None, talk=None)
            self.ipt.action_go_to("timeline" if self.card.cursor == ENTRIES else "talks")
        elif self.card.cursor == FOLD:
            self.unfolded = not self.unfolded
            self.show_card()
        elif uid := self._pointed_at(card):
            self.take(uid)
        else:
            self.action_edit()

    def _pointed_at(self, card: Card) -> str | None:
        """Return the other person whom the line under the cursor is about."""
        subject, _, rest = (self.card.cursor or "").partition(":")
        if subject == "tie":
            return next((tie.other_uid for tie in card.ties if tie.uid == rest), None)
        if subject == "mention" and self.inventory:
            name = card.mentions[int(rest)].where
            return next((p.uid for p in self.inventory.circle.people if p.name == name), None)
        return None

    @on(Rows.Chosen, "#card")
    @on(Rows.Chosen, "#people-list")
    async def _chosen(self) -> None:
        await self.action_open()

    def action_new(self) -> None:
        """Open the line for adding; on the card's expectations, ask for a new one."""
        if not self.may_change():
            return
        if self.card.has_focus and (self.card.cursor or "").startswith("wish"):
            self._ask(NEW_WISH)
        elif self.ipt.context.client is None:
            self.ipt.tell(NO_CLIENT)
        else:
            self.adding.open()

    @on(AddLine.Typed)
    @work
    async def _add(self, message: AddLine.Typed) -> None:
        read, write = self.ipt.vault.read, self.ipt.vault.write
        try:
            name = message.line.name
            if same_name(name, await read(people.names, message.client)):
                self.adding.refused(message.text, ALREADY.format(name[:40]))
                return
            uid = await write(people.add, message.client, message.line, self.today)
        except VaultError as error:
            self.adding.refused(message.text, str(error))
            return
        if message.client == self.ipt.context.client:
            self.ipt.context = replace(self.ipt.context, person=uid)
        self.adding.done(f"{message.line.name} is here.")
        self.post_message(RecordChanged())

    @on(AddLine.Closed, "#adding")
    def _adding_closed(self) -> None:
        self.screen.set_focus(self.home())

    # Asking.

    def action_edit(self) -> None:
        """Ask about the line under the cursor, or from the beginning."""
        key = self.card.cursor if self.card.has_focus else None
        if key and key.startswith("wish:") and not key.startswith("wish:new"):
            key = f"{key}:text"
        elif key and key.startswith("move:"):
            key = f"{key}:day"
        elif not key or not key.startswith(("field:", "wish:")):
            key = "field:kind"
        self._ask(key)

    def action_tie(self) -> None:
        """Ask with whom this person belongs together."""
        self._ask(TIE_WHO)

    def _ask(self, key: str) -> None:
        card, inventory = self.card_in_hand, self.inventory
        if card is None or inventory is None:
            return
        if card.veiled:
            self.ipt.tell(VEILED)
            return
        self.add_class("-card")
        self.ask(PersonInquiry(self.ground, self.guide, inventory, card.uid), key)

    @on(AskingBar.Stands)
    def _show_line(self, message: AskingBar.Stands) -> None:
        if any(row.key == message.key for row in self.card.rows):
            self.card.cursor = message.key

    def ended(self, message: AskingBar.Ended) -> None:  # noqa: ARG002
        """Back to the card."""
        self.screen.set_focus(self.card)

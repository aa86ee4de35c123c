"""People: the circle on the left, the card of whoever is lit on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.getters import query_one
from textual.reactive import reactive
from textual.widgets import Static

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.circle_words import known_as, noticed, sentence, short
from ipt_tui.ipt.content import load as load_content
from ipt_tui.ipt.heard import NotHeard
from ipt_tui.ipt.people import Ring, View
from ipt_tui.ipt.questions import questions
from ipt_tui.tui.areas.area import Area, RecordChanged
from ipt_tui.tui.areas.card_rows import FOLD, card_rows
from ipt_tui.tui.areas.interview import NEW_WISH, REVERSE, TIE_WHO, Interview
from ipt_tui.tui.areas.people_rows import people_rows
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.widgets.add_line import AddLine
from ipt_tui.tui.widgets.answer_bar import AnswerBar
from ipt_tui.tui.widgets.circle import CirclePicture
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.vault import cards, people
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from datetime import date

    from textual.app import ComposeResult
    from textual.widget import Widget

    from ipt_tui.ipt.inventory import Inventory

VIEWS = (View.BEFORE, View.NOW, View.HOPED)
EMPTY = {
    Audience.PRACTITIONER: "Here stand the people in this person's life, by felt closeness.\n\nn adds the first: Sam partner 1",
    Audience.CLIENT: "Here stand the people in your life, as close as they feel.\nNobody has to be here, and nobody has to be placed.\n\nn adds the first: Sam partner 1",
}


class PeopleArea(Area):
    """The interpersonal inventory."""

    HELP = """The people in this life, drawn by felt closeness: not by kinship, not by how often.
The circle shows now, before, and as hoped for. Every move is dated; , and . step through them.
The card is an interview: enter goes from question to question, and none has to be answered."""
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("people"),
        Binding("left,h", "walk('left')", show=False),
        Binding("right,l", "walk('right')", show=False),
        Binding("up,k", "walk('up')", show=False),
        Binding("down,j", "walk('down')", show=False),
        Binding("escape,q", "circle", show=False),
    ]

    inventory: reactive[Inventory | None] = reactive(None, init=False)
    view: reactive[View] = reactive(View.NOW, init=False)
    as_list: reactive[bool] = reactive(False, init=False)

    picture = query_one(CirclePicture)
    listing = query_one("#people-list", Rows)
    card = query_one("#card", Rows)
    answer = query_one(AnswerBar)
    adding = query_one(AddLine)

    def __init__(self, *, id: str) -> None:  # noqa: A002
        """Start with the circle of now."""
        super().__init__(id=id)
        self.on_day: date | None = None
        self.since: date | None = None
        self.unfolded = False
        self._card_of = ""
        self.questions = questions(load_content("card.toml"))
        self.interview: Interview | None = None

    def compose(self) -> ComposeResult:
        """Two panes, and at the foot the line to type in."""
        with Horizontal(id="panes"):
            with Vertical(id="circle-pane"):
                yield Static(id="views")
                yield CirclePicture()
                yield Rows(id="people-list")
                yield Static(id="tray", markup=False)
                yield Static(id="sentence", markup=False)
            with Vertical(id="card-pane"):
                yield Rows(quiet=True, id="card")
        yield AnswerBar(id="answer")
        yield AddLine(self.ipt.context.client or "", self.today, id="adding")

    def home(self) -> Widget:
        """The circle, or the list in its place."""
        return self.listing if self.as_list else self.picture

    @property
    def today(self) -> date:
        """The day that is being lived."""
        return self.ipt.clock.today(self.ipt.config.day_starts_at)

    @property
    def person(self) -> str | None:
        """The person in hand."""
        return self.ipt.context.person

    # Reading.

    @work(exclusive=True, group="people-read")
    async def load(self) -> None:  # type: ignore[override]
        """Read the inventory as of the day shown."""
        app = self.ipt
        if app.context.client is None:
            self.inventory = None
            return
        try:
            self.inventory = await app.vault.read(
                cards.inventory,
                app.context.client,
                self.on_day or self.today,
                self.view,
                self.since,
                app.revealed,
            )
        except VaultError as error:
            app.tell(str(error), bad=True)

    def watch_inventory(self, inventory: Inventory | None) -> None:
        """Show what was read: picture, list, sentence and card, in one go."""
        circle = inventory.circle if inventory else None
        self.picture.circle = circle
        self.listing.rows = people_rows(circle) if circle else ()
        if circle and circle.person(self.person) is None:
            order = self.picture.order() or tuple(p.uid for p in circle.people)
            self._take(order[0] if order else None)
        else:
            self._take(self.person)
        self.adding.kinds = inventory.kinds if inventory else self.adding.kinds
        self._show_words()

    def _show_words(self) -> None:
        circle = self.inventory.circle if self.inventory else None
        audience = self.ipt.audience
        self.query_one("#views", Static).update(self._views())
        tray = [known_as(p) for p in circle.tray] if circle else []
        self.query_one("#tray", Static).update(
            "beside the circle: " + " · ".join(tray) if tray else ""
        )
        self.query_one("#tray").display = bool(tray)
        if circle is None or not circle.people:
            words = EMPTY[audience]
        else:
            words = sentence(circle, audience)
            if self.as_list:
                extra = noticed(circle, self.inventory.unsaid if self.inventory else (), audience)
                words = "\n".join([words, *extra])
        self.query_one("#sentence", Static).update(words)

    def _views(self) -> Content:
        parts = []
        for view in VIEWS:
            word = view.label.upper() if view is self.view else view.label
            parts.append(Content(word).stylize("bold" if view is self.view else "$ipt-faint"))
        line = Content(" ▸ ").join(parts)
        if self.on_day:
            line += Content(f"   as on {short(self.on_day, self.today)}").stylize("$accent")
        if self.inventory and self.inventory.circle.since and self.since:
            line += Content(f"   trail since {short(self.since, self.today)}").stylize("$ipt-faint")
        return line

    def _show_card(self) -> None:
        inventory = self.inventory
        card = inventory.cards.get(self.person or "") if inventory else None
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
            today=self.on_day or self.today,
            audience=self.ipt.audience,
            unfolded=self.unfolded,
        )

    # Who is in hand.

    def _take(self, uid: str | None) -> None:
        """Take somebody in hand: picture, list and card follow in the same frame."""
        if uid != self.person:
            from dataclasses import replace

            self.ipt.context = replace(self.ipt.context, person=uid)
        self.picture.selected = uid
        if uid is not None and self.listing.cursor != uid:
            self.listing.cursor = uid
        self._show_card()

    def action_walk(self, direction: str) -> None:
        """Light the next person in that direction."""
        uid = self.picture.neighbour(direction)  # type: ignore[arg-type]
        if uid:
            self._take(uid)

    @on(CirclePicture.Selected)
    def _picked(self, message: CirclePicture.Selected) -> None:
        self._take(message.uid)

    @on(Rows.Moved, "#people-list")
    def _walked(self, message: Rows.Moved) -> None:
        self._take(message.key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is possible now."""
        if action == "walk":
            return self.picture.has_focus
        if action in ("nearer", "farther", "remove", "edit", "tie", "open", "pane"):
            return bool(self.person) and not self._typing()
        if action in ("earlier", "later", "choose"):
            return bool(self.inventory and self.inventory.circle.snapshots)
        return True

    def _typing(self) -> bool:
        return self.answer.asked is not None or self.adding.has_class("-open")

    # What the circle shows.

    def action_view(self) -> None:
        """Before, now, hoped for, and round again."""
        self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]
        self.load()

    def action_form(self) -> None:
        """The circle as a list, and back."""
        had = self.home().has_focus
        self.as_list = not self.as_list
        self.set_class(self.as_list, "-list")
        self._show_words()
        if had:
            self.screen.set_focus(self.home())

    def action_earlier(self) -> None:
        """Step to the snapshot before."""
        self._step(-1)

    def action_later(self) -> None:
        """Step to the next snapshot; after the last one comes today."""
        self._step(1)

    def _step(self, direction: int) -> None:
        circle = self.inventory.circle if self.inventory else None
        if circle is None:
            return
        days = self._days
        at = days.index(self.on_day) if self.on_day in days else len(days)
        if direction < 0 and at == len(days) and days and days[-1] == self.today:
            at -= 1
        at = max(0, min(len(days), at + direction))
        self.on_day = days[at] if at < len(days) and days[at] != self.today else None
        self.load()

    @property
    def _days(self) -> tuple[date, ...]:
        """All snapshots there are, also while an earlier one is on screen."""
        if self.inventory is None:
            return ()
        if self.on_day is None:
            self._all_days = self.inventory.circle.snapshots
        return self._all_days

    _all_days: tuple[date, ...] = ()

    def action_choose(self) -> None:
        """Compare from the snapshot on screen; again, from the first."""
        self.since = None if self.since == self.on_day else self.on_day
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

    async def action_open(self) -> None:
        """Enter: what is veiled is shown; the fold opens; a line of the card is asked."""
        app = self.ipt
        card = self.inventory.cards.get(self.person or "") if self.inventory else None
        if card is None:
            return
        if card.veiled:
            app.revealed |= {card.uid}
            self.load()
        elif not self.card.has_focus:
            self.action_pane()
        elif self.card.cursor == FOLD:
            self.unfolded = not self.unfolded
            self._show_card()
        else:
            self.action_edit()

    @on(Rows.Chosen, "#card")
    @on(Rows.Chosen, "#people-list")
    async def _chosen(self) -> None:
        await self.action_open()

    # Changing it.

    @work
    async def action_nearer(self) -> None:
        """One ring nearer, in the view on screen."""
        await self._move(nearer=True)

    @work
    async def action_farther(self) -> None:
        """One ring farther."""
        await self._move(nearer=False)

    async def _move(self, *, nearer: bool) -> None:
        if self.on_day is not None:
            self.ipt.tell("This is the circle of an earlier day. Step back to today with . first.")
            return
        placed = self.inventory.circle.person(self.person) if self.inventory else None
        if placed is None:
            return
        ring = placed.ring or Ring.OFF
        new = ring.nearer() if nearer else ring.farther()
        if new != placed.ring:
            await self._write(people.place, placed.uid, new, self.today, self.view)

    @work
    async def action_remove(self) -> None:
        """Take the person out of the record."""
        if self.person:
            name = await self._write(people.remove, self.person)
            if name:
                self.ipt.tell(f"{name} was taken out of the record. u undoes that.")

    async def _write(self, fn: object, *args: object) -> object:
        try:
            result: object = await self.ipt.vault.write(fn, *args)  # type: ignore[arg-type]
        except VaultError as error:
            self.ipt.tell(str(error), bad=True)
            return None
        self.post_message(RecordChanged("people"))
        return result

    # Adding.

    def action_new(self) -> None:
        """Open the line for adding; on the card's expectations, ask for a new one."""
        cursor = self.card.cursor or ""
        if self.card.has_focus and cursor.startswith("wish"):
            self._ask(NEW_WISH)
        elif self.ipt.context.client is None:
            self.ipt.tell("Add a client first, on Today with n.")
        else:
            self.adding.open()

    @on(AddLine.Typed)
    @work
    async def _add(self, message: AddLine.Typed) -> None:
        client = self.ipt.context.client
        try:
            uid = await self.ipt.vault.write(people.add, client, message.line, self.today)
        except VaultError as error:
            self.adding.refused(message.text, str(error))
            return
        from dataclasses import replace

        self.ipt.context = replace(self.ipt.context, person=uid)
        self.adding.done(f"{message.line.name} is here.")
        self.post_message(RecordChanged("people"))

    @on(AddLine.Closed)
    def _adding_closed(self) -> None:
        self.screen.set_focus(self.home())

    # Asking.

    def action_edit(self) -> None:
        """Ask about the line under the cursor, or from the beginning."""
        if self.ipt.vault.vault.read_only:
            self.ipt.tell("This vault is open to read only.")
            return
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
        if self.inventory is None or self.person is None:
            return
        if self.interview is None or self.interview.person != self.person:
            self.interview = Interview(
                self.ipt.vault,
                self.questions,
                self.inventory,
                self.person,
                self.today,
                self.ipt.audience,
            )
        self.interview.inventory = self.inventory
        asked = None if self.interview.card.veiled else self.interview.asked(key)
        if asked is None:
            self._stop_asking()
            return
        self.add_class("-card")
        if any(row.key == key for row in self.card.rows):
            self.card.cursor = key
        self.answer.open(asked)

    def _stop_asking(self) -> None:
        self.answer.close()
        self.interview = None
        self.screen.set_focus(self.card)

    @on(AnswerBar.Answered)
    @work
    async def _answered(self, message: AnswerBar.Answered) -> None:
        interview = self.interview
        if interview is None:
            self.answer.close()
            return
        if message.value is not None:
            try:
                await interview.save(message.key, message.value)
            except (VaultError, NotHeard) as error:
                self.answer.say(str(error), problem=True)
                return
            self.answer.kept()
            await self._read_again()
        key = self._next_key(interview, message)
        if key is None or interview.person not in interview.inventory.cards:
            self._stop_asking()
        else:
            self._ask(key)
        if message.value is not None:
            self.post_message(RecordChanged("people"))

    def _next_key(self, interview: Interview, message: AnswerBar.Answered) -> str | None:
        if message.then == "close":
            return None
        if "kind" in interview.held and message.key != REVERSE:
            return REVERSE
        interview.held.pop("kind", None)
        if message.then == "back":
            return interview.before(message.key)
        return interview.following(message.key, answered=message.value is not None)

    async def _read_again(self) -> None:
        """Read what the answer changed before the next question is worded."""
        app = self.ipt
        if app.context.client and self.interview:
            self.interview.inventory = await app.vault.read(
                cards.inventory, app.context.client, self.today, self.view, self.since, app.revealed
            )
            self.inventory = self.interview.inventory

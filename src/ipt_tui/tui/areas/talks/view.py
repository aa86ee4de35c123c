"""Talks as one looks at them: the list, the forms of the one in hand, from talk to talk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.getters import query_one

from ipt_tui.tui.areas.asking_area import AskingArea
from ipt_tui.tui.areas.talks.bar import TalkBar
from ipt_tui.tui.areas.talks.in_hand import InHand
from ipt_tui.tui.areas.talks.list_rows import ACROSS, BEGIN, talk_list
from ipt_tui.tui.areas.talks.pane import DECISION, SCRIPT, SIDES, TALK, TalkPane
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.vault import left, talks

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from ipt_tui.ipt.talk import Talk, Talks

ONE_TALK = "No other talk with the same person can be shown beside this one."


class TalksView(AskingArea):
    """The half of Talks that only looks; `TalksArea` changes the record."""

    listing = query_one("#talks", Rows)
    pane = query_one(TalkPane)
    bar = query_one(TalkBar)

    def __init__(self, *, id: str) -> None:  # noqa: A002
        """Start with nothing read."""
        super().__init__(id=id)
        self.talks: Talks | None = None
        self.hand = InHand()
        self.left_at: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """The list, the talk, and at the foot the line that asks."""
        with Horizontal(id="panes"):
            with Vertical(id="talks-pane"):
                yield Rows(id="talks")
            yield TalkPane(id="sheet-pane")
        yield TalkBar(id="talk-answer")

    def on_mount(self) -> None:
        """Follow the cursor in the frame in which it moves; a message comes later."""
        self.watch(self.listing, "cursor", self._walked, init=False)

    def home(self) -> Widget:
        """The list of talks."""
        return self.listing

    @property
    def talk(self) -> Talk | None:
        """The talk in hand."""
        return self.pane.talk

    @property
    def across(self) -> bool:
        """Whether the cursor of the list is on the look across talks."""
        return self.listing.cursor == ACROSS

    @property
    def beginning(self) -> bool:
        """Whether the cursor of the list is on an entry of which there is no talk yet."""
        return (self.listing.cursor or "").startswith(BEGIN)

    @property
    def on_talk(self) -> bool:
        """Whether one is in the talk, not in the list."""
        return self.pane.rows.has_focus

    async def enter(self) -> None:
        """Come back, maybe with another client, person or entry in hand."""
        self.stale = self.stale or self.hand.is_new(self.ipt.context) or self.follows
        await super().enter()
        self.follows = False
        if self.beginning:
            self.screen.set_focus(self.listing, scroll_visible=False)

    # Reading.

    async def read(self) -> None:
        """Read and show the list, and the talk of what came along. Raises VaultError."""
        app = self.ipt
        client, context = app.context.client, app.context
        if client is None:
            self._show(None, None)
            return
        if self.follows and context.only not in (None, context.person):
            context = app.context = replace(context, only=None)
        found = await app.vault.read(
            talks.talks, client, self.today, context.only, app.revealed, app.config.day_starts_at
        )
        self.left_at = await app.vault.read(left.known)
        at, uid = self.listing.cursor, await self.hand.find(app, found, follows=self.follows)
        opened = await self._opened(uid) if uid else None
        while (now := self.listing.cursor) != at:  # one walked on meanwhile
            at = now
            opened = await self._opened(now) if now and found.line(now) else opened
        if self.pane.then is not None:
            there = found.line(self.pane.then.uid)
            self.pane.then = await self._opened(there.uid) if there else None
        self._show(found, opened)

    async def _opened(self, uid: str) -> Talk:
        app = self.ipt
        return await app.vault.read(
            talks.talk, uid, self.today, app.revealed, app.config.day_starts_at
        )

    def turn_to_other_client(self) -> None:
        """Begin anew with another client: nothing of the one before stays on screen."""
        self.bar.stop()
        self.hand.entry = self.pane.then = None
        self.pane.form = TALK
        self.remove_class("-whole")
        self.talks, self.listing.rows = None, ()
        self.pane.open(None)
        self.show()

    def shows(self, uid: str) -> bool:
        """Whether a talk is there to be asked about, and not veiled."""
        line = self.talks.line(uid) if self.talks else None
        return line is not None and not line.veiled

    # Showing.

    def _show(self, found: Talks | None, opened: Talk | None) -> None:
        """Show what was read, all in one go."""
        self.talks = found
        self.listing.rows = talk_list(found, self.hand.entry, self.ipt.audience)
        self.take(opened)
        keys = [row.key for row in self.listing.rows]
        wanted = opened.uid if opened else None
        if self.hand.offers and self.hand.entry:
            wanted, self.hand.offers = f"{BEGIN}{self.hand.entry.uid}", False
        if self.listing.cursor != ACROSS and wanted in keys:
            self.listing.cursor = wanted
            self.show()

    def take(self, opened: Talk | None) -> None:
        """Take a talk in hand: it travels to the other screens, with its event and its people."""
        app = self.ipt
        if opened is not None and not self.beginning:
            people = opened.line.people
            person = people[0].uid if people and not app.context.only else app.context.person
            app.context = replace(
                app.context, talk=opened.uid, event=opened.line.event, person=person
            )
        self.hand.remember(app.context)
        self.pane.open(opened)
        self.show()

    def show(self) -> None:
        """Show the talk in hand in its form, or what recurs."""
        pane = self.pane
        pane.audience = self.ipt.audience
        pane.across = self.talks if self.across else None
        pane.entry = self.hand.entry if self.beginning else None
        pane.about = self.bar.about
        pane.show()
        self.refresh_bindings()

    # Walking.

    def _walked(self, key: str | None) -> None:
        in_hand = self.talk.uid if self.talk else None
        if key in (None, in_hand, ACROSS) or self.beginning:
            self.show()
        elif key is not None:
            self._open(key)

    @work(exclusive=True, group="talk-read")
    async def _open(self, uid: str) -> None:
        """Read another talk of the list and show it."""
        opened = await self.ipt.or_tell(self._opened(uid))
        if opened is not None and self.listing.cursor == uid:
            self.pane.rows.to_top()
            self.take(opened)

    @on(Rows.Moved, "#talks")
    def _moved(self, message: Rows.Moved) -> None:
        message.stop()

    def action_pane(self) -> None:
        """To the talk and back to the list."""
        to_talk = not self.has_class("-sheet")
        self.set_class(to_talk, "-sheet")
        self.screen.set_focus(self.pane.rows if to_talk else self.listing)
        self.call_after_refresh(self.show)

    def on_descendant_focus(self) -> None:
        """What has the focus is the pane that shows where there is room for one."""
        if self.on_talk:
            self.add_class("-sheet")
        elif self.listing.has_focus:
            self.remove_class("-sheet")
        self.pane.show_gap()

    # Forms.

    def action_back(self) -> None:
        """From another form to the talk, from the talk to the list."""
        if self.pane.form != TALK:
            self.turn_to(TALK)
        elif self.on_talk:
            self.action_pane()

    def turn_to(self, form: str) -> None:
        """Show the talk in hand in another form."""
        self.pane.form = form
        self.set_class(form in (SCRIPT, SIDES), "-whole")
        self.pane.rows.to_top()
        self.show()
        self.call_after_refresh(self.show)

    def toggle(self, form: str) -> None:
        """Show the talk in hand in another form, or as the talk again."""
        self.turn_to(TALK if self.pane.form == form else form)
        self.screen.set_focus(self.pane.rows)

    def action_decide(self) -> None:
        """Weigh options, and back."""
        self.toggle(DECISION)

    def action_nearer(self) -> None:
        """Show tone and body too."""
        self.pane.bodily = True
        self.show()

    def action_farther(self) -> None:
        """Fold tone and body away."""
        self.pane.bodily = False
        self.show()

    # From talk to talk.

    @work
    async def action_view(self) -> None:
        """Then and now: this talk beside the first with the same person, and back."""
        if self.pane.form == SIDES:
            self.turn_to(TALK)
        else:
            await self._beside(0)

    async def _beside(self, step: int) -> None:
        """Lay another talk with the same person beside this one: the oldest, or another."""
        uids, then = self._same_person(), self.pane.then
        if not uids:
            self.ipt.tell(ONE_TALK)
            return
        at = uids.index(then.uid) + step if then and then.uid in uids else 0
        beside = await self.ipt.or_tell(self._opened(uids[max(0, min(len(uids) - 1, at))]))
        if beside is not None:
            self.pane.then = beside
            self.turn_to(SIDES)
            self.screen.set_focus(self.pane.rows)

    def _same_person(self) -> list[str]:
        """Return the other talks with whom this one was with, the oldest first."""
        if self.talk is None or self.talks is None:
            return []
        people = {person.uid for person in self.talk.line.people}
        return [
            line.uid
            for line in reversed(self.talks.lines)
            if line.uid != self.talk.uid and people & {person.uid for person in line.people}
        ]

    @work
    async def action_earlier(self) -> None:
        """The talk before this one; side by side, an earlier one beside it."""
        await self._step(1)

    @work
    async def action_later(self) -> None:
        """The talk after this one."""
        await self._step(-1)

    async def _step(self, step: int) -> None:
        if self.pane.form == SIDES:
            await self._beside(-step)
        else:
            self.listing.action_move(step)

    def action_only(self) -> None:
        """Only talks with whom this one was with, and all of them again."""
        context = self.ipt.context
        people = self.talk.line.people if self.talk else ()
        only = None if context.only else next((person.uid for person in people), None)
        self.ipt.context = replace(context, only=only)
        self.load()

"""Talks, read and shown: the list, the one in hand, what recurs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.getters import query_one
from textual.message import Message

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.talk import with_words
from ipt_tui.ipt.talk_gap import UNSAID, gap, question, widest
from ipt_tui.ipt.talk_words import head
from ipt_tui.tui.areas.area import Area
from ipt_tui.tui.areas.talk_bar import TalkBar
from ipt_tui.tui.areas.talk_forms import across_rows, decision_rows, script_rows, then_now_rows
from ipt_tui.tui.areas.talk_in_hand import InHand
from ipt_tui.tui.areas.talk_list import ACROSS, BEGIN, talk_list
from ipt_tui.tui.areas.talk_sheet import Look, talk_sheet
from ipt_tui.tui.widgets.bare import Bare
from ipt_tui.tui.widgets.cell_rows import CellRows
from ipt_tui.tui.widgets.rows import BAR_WIDTH, Rows
from ipt_tui.tui.widgets.words import Words
from ipt_tui.vault import left, talks
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from ipt_tui.ipt.talk import Talk, Talks, TurnLine
    from ipt_tui.tui.widgets.row import Row

TALK, DECISION, SCRIPT, SIDES = "talk", "decision", "script", "sides"
"""The forms of the pane on the right."""
EMPTY = {
    Audience.PRACTITIONER: "Here stand talks, looked at closely: what was said, what was meant, "
    "what was felt.\n\nn notes one: !talk @Sam kitchen    then its lines: me: …  sam: …",
    Audience.CLIENT: "Here stand talks that stayed with you. One line is enough.\n\n"
    "n notes one: !talk @Sam kitchen    then its lines: me: …  sam: …",
}
LINE_KEY = "space: another line"
CHECK_KEY = "space: what was guessed"


class Sheet(Bare, Vertical):
    """The pane of the talk in hand; its columns are laid out for the room it has."""

    class Resized(Message):
        """There is other room."""

    def on_resize(self) -> None:
        """Tell it."""
        self.post_message(self.Resized())


class TalksView(Area):
    """Reads what came along and shows it; `TalkLooks` walks about in it."""

    listing = query_one("#talks", Rows)
    sheet = query_one("#sheet", CellRows)
    title = query_one("#talk-head", Words)
    gap_line = query_one("#gap", Words)
    answer = query_one(TalkBar)

    def __init__(self, *, id: str) -> None:  # noqa: A002
        """Start with nothing read."""
        super().__init__(id=id)
        self.talks: Talks | None = None
        self.talk: Talk | None = None
        self.then: Talk | None = None
        self.hand = InHand()
        self.form = TALK
        self.one_by_one = self.bodily = self.unfolded = False
        self.left_at: dict[str, str] = {}
        self._client: str | None = None
        self._widest: TurnLine | None = None

    def compose(self) -> ComposeResult:
        """The list, the talk, what its gap asks, and at the foot the line that asks."""
        with Horizontal(id="panes"):
            with Vertical(id="talks-pane"):
                yield Rows(id="talks")
            with Sheet(id="sheet-pane"):
                yield Words(id="talk-head")
                yield CellRows(quiet=True, id="sheet")
                yield Words(id="gap")
        yield TalkBar(id="talk-answer")

    def on_mount(self) -> None:
        """Follow the cursors in the frame in which they move; a message comes later."""
        self.sheet.column = self.sheet.usual = "said"
        self.watch(self.listing, "cursor", self._walked, init=False)
        self.watch(self.sheet, "cursor", self._show_gap, init=False)

    def home(self) -> Widget:
        """The list of talks."""
        return self.listing

    async def enter(self) -> None:
        """Come back, maybe with another client, person or entry in hand."""
        context = self.ipt.context
        self.stale = self.stale or self.hand.is_new(context) or self.follows
        await super().enter()
        self.follows = False
        if self.beginning:
            self.screen.set_focus(self.listing, scroll_visible=False)

    # Reading.

    @work(exclusive=True, group="talks-read")
    async def load(self) -> None:
        """Read the list, and the talk in hand."""
        await self.read()

    async def read(self) -> None:
        """Read the list, and the talk in hand: of the entry that came along, if there is one."""
        app = self.ipt
        context = app.context
        if context.client != self._client:
            self._other_client()
        client = context.client
        if client is None:
            self._show(None, None)
            return
        if self.follows and context.only not in (None, context.person):
            context = app.context = replace(context, only=None)
        try:
            found = await app.vault.read(
                talks.talks, client, self.today, context.only, app.revealed,
                app.config.day_starts_at,
            )  # fmt: skip
            self.left_at = await app.vault.read(left.known)
            uid = await self.hand.find(app, found, follows=self.follows)
            opened = await self._opened(uid) if uid else None
            if self.then is not None:
                there = found.line(self.then.uid)
                self.then = await self._opened(there.uid) if there else None
        except VaultError as error:
            app.tell(str(error), bad=True)
            return
        self._show(found, opened)

    async def _opened(self, uid: str) -> Talk:
        app = self.ipt
        return await app.vault.read(
            talks.talk, uid, self.today, app.revealed, app.config.day_starts_at
        )

    def _other_client(self) -> None:
        self._client = self.ipt.context.client
        self.talks = self.talk = self.then = self.hand.entry = None
        self.form = TALK
        self.remove_class("-whole")
        self.answer.stop()

    def _show(self, found: Talks | None, opened: Talk | None) -> None:
        """Show what was read, all in one go."""
        about = self.answer.about
        if about is not None and (
            opened is None or opened.uid != about.talk.uid or opened.line.veiled
        ):  # it was unveiled only for as long as that
            self.answer.stop()
        self.talks = found
        self.listing.rows = talk_list(found, self.hand.entry) if found else ()
        self.take(opened)
        keys = [row.key for row in self.listing.rows]
        wanted = opened.uid if opened else None
        if self.hand.offers and self.hand.entry:
            wanted, self.hand.offers = f"{BEGIN}{self.hand.entry.uid}", False
        if self.listing.cursor != ACROSS and wanted in keys:
            self.listing.cursor = wanted
            self.show_sheet()

    def take(self, opened: Talk | None) -> None:
        """Take a talk in hand: it travels to the other screens, with its event and its people."""
        self.talk = opened
        self._widest = widest(opened) if opened else None
        app = self.ipt
        if opened is not None and not self.beginning:
            people = opened.line.people
            person = people[0].uid if people and not app.context.only else app.context.person
            app.context = replace(
                app.context, talk=opened.uid, event=opened.line.event, person=person
            )
        self.hand.remember(app.context)
        self.show_sheet()

    # Showing.

    @property
    def width(self) -> int:
        """The cells a row of the sheet has."""
        return max(30, self.sheet.size.width - BAR_WIDTH)

    @on(Sheet.Resized)
    def _lay_out(self) -> None:
        """Lay the columns out for the room there is."""
        self.show_sheet()

    def show_sheet(self) -> None:
        """Show the talk in hand in its form, or what recurs."""
        rows = self._rows()
        if rows != self.sheet.rows:
            self.sheet.rows = rows
        self.title.say(self._title())
        self._show_gap()
        self.refresh_bindings()

    def _rows(self) -> tuple[Row, ...]:
        audience, talk = self.ipt.audience, self.talk
        if self.across and self.talks is not None:
            return across_rows(self.talks, audience, self.width)
        if talk is None or self.beginning:
            return ()
        if talk.line.veiled or self.form == TALK or (self.form == SIDES and not self.then):
            look = Look(audience, self.width, self.bodily, self.unfolded, self.one_by_one)
            return talk_sheet(talk, look)
        if self.form == SIDES and self.then is not None:
            then, now = sorted((self.then, talk), key=lambda one: one.line.day or date.min)
            return then_now_rows(then, now, audience, self.width)
        if self.form == SCRIPT:
            return script_rows(talk, audience, self.width)
        return decision_rows(talk)

    def _title(self) -> str:
        if self.beginning and self.hand.entry is not None:
            return (
                f"“{self.hand.entry.words}”: no talk is noted of it yet. enter looks at it closely."
            )
        if self.talk is None:
            return EMPTY[self.ipt.audience]
        if self.across:
            return ""
        if self.form == SIDES and not self.talk.line.veiled:
            return f"Then and now: two talks with {with_words(self.talk.line)}"
        return head(self.talk, self.ipt.audience)

    @property
    def across(self) -> bool:
        """Whether the cursor of the list is on the look across talks."""
        return self.listing.cursor == ACROSS

    @property
    def beginning(self) -> bool:
        """Whether the cursor of the list is on an entry of which there is no talk yet."""
        return (self.listing.cursor or "").startswith(BEGIN)

    @property
    def lit(self) -> str | None:
        """The uid of the turn under the cursor of the sheet."""
        part, _, uid = (self.sheet.cursor or "").partition(":")
        return uid.partition(":")[0] if part == "turn" and uid != "new" else None

    def _show_gap(self) -> None:
        """Show the question that a gap invites: of the turn under the cursor, else the widest."""
        talk, words = self.talk, ""
        shown = self.form == TALK and not self.across and not self.beginning
        if talk is not None and shown and talk.may_practise and not talk.line.veiled:
            about = self.answer.about
            lit = about.held.get("turn") if about else self.lit if self.sheet.has_focus else None
            lit_turn = talk.turn(lit)
            turn = lit_turn if lit_turn and gap(lit_turn) else self._widest
            if turn is not None:
                words = f"? {question(turn, talk)}"
                if turn.uid == lit:
                    words += f"   {LINE_KEY if gap(turn) == UNSAID else CHECK_KEY}"
        self.gap_line.display = bool(words)
        self.gap_line.say(words)

    # Walking.

    def _walked(self, key: str | None) -> None:
        in_hand = self.talk.uid if self.talk else None
        if key in (None, in_hand, ACROSS) or self.beginning:
            self.show_sheet()
        elif key is not None:
            self._open(key)

    @work(exclusive=True, group="talk-read")
    async def _open(self, uid: str) -> None:
        """Read another talk of the list and show it."""
        opened = await self.ipt.or_tell(self._opened(uid))
        if opened is not None and self.listing.cursor == uid:
            self.sheet.to_top()
            self.take(opened)

    @on(Rows.Moved, "#talks")
    def _moved(self, message: Rows.Moved) -> None:
        message.stop()

    def action_pane(self) -> None:
        """To the talk and back to the list."""
        to_sheet = not self.has_class("-sheet")
        self.set_class(to_sheet, "-sheet")
        self.screen.set_focus(self.sheet if to_sheet else self.listing)
        self.call_after_refresh(self.show_sheet)

    def on_descendant_focus(self) -> None:
        """What has the focus is the pane that shows where there is room for one."""
        if self.sheet.has_focus:
            self.add_class("-sheet")
        elif self.listing.has_focus:
            self.remove_class("-sheet")
        self._show_gap()

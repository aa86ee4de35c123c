"""The screen of concerns: one at a time, with all that can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Vertical

from ipt_tui.ipt.audience import plural
from ipt_tui.ipt.concern import kind_of, line
from ipt_tui.tui.areas.area import READ_ONLY, RecordChanged
from ipt_tui.tui.areas.asking_bar import AskingBar
from ipt_tui.tui.areas.inquiry import Ground
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.screens.alone import AloneScreen
from ipt_tui.tui.screens.concern.inquiry import ConcernInquiry
from ipt_tui.tui.screens.concern.rows import CHECK, FIELDS, OUTCOME, SURE, THING, WHO, concern_rows
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.tui.widgets.words import Words
from ipt_tui.vault import concerns
from ipt_tui.vault.hidden import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from ipt_tui.ipt.concern import Concern

FOR_YOU = "For you alone: not shown looking together, in notes, on pages, in titles."
CLOSED = "This concern has its outcome, and that stays as it is. n raises another."
BY_ITSELF = "Lines and rehearsal are set aside by themselves, for as long as this is open."
NO_OTHER = "There is no other concern."


class ConcernScreen(AloneScreen):
    """One of the concerns about the client in hand.

    `named` is who is offered as the one that a concern just raised is about.
    """

    HELP = """A concern stands until you record what came of it; nothing else closes it, and time
least of all. space ticks a line, or pauses what is still open with that person and takes that back.
While it is open, lines, rehearsal and practice with that person are set aside. e writes the
outcome, enter changes the row. Nothing here is counted, graded or sent to anybody, and no one is
monitoring this program."""
    CSS_PATH = "concern.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("concern")]
    AUTO_FOCUS = "#concern-rows"

    def __init__(self, found: tuple[Concern, ...], uid: str) -> None:
        """Start with what was read, at one of them."""
        super().__init__()
        self.found, self.uid = found, uid
        self.named = ""
        self.listing = Rows(id="concern-rows")
        self.bar: AskingBar[ConcernInquiry] = AskingBar(id="concern-answer")

    def compose(self) -> ComposeResult:
        """Which one, for whom, its rows, the line that asks."""
        yield Words("", id="concern-title")
        yield Words(FOR_YOU, id="concern-for", classes="muted")
        with Vertical(id="concern-pane"):
            yield self.listing
        yield self.bar
        yield KeyLine()

    def on_mount(self) -> None:
        """Show it."""
        self._show()

    @property
    def concern(self) -> Concern:
        """The one on screen."""
        return next(each for each in self.found if each.uid == self.uid)

    @property
    def _ground(self) -> Ground:
        return Ground.of(self.ipt, self.concern.client, self.ipt.audience_of_vault)

    def _show(self) -> None:
        concern, today = self.concern, self.ipt.clock.today()
        head = line(concern, today) if concern.is_open else kind_of(concern.kind).title
        parts = [concern.code, f"{'concern' if concern.is_open else 'closed concern'}: {head}"]
        if len(self.found) > 1:
            at = self.found.index(concern) + 1
            parts.append(f"{at} of {plural(len(self.found), 'concern')}")
        self.query_one("#concern-title", Words).say(" · ".join(parts))
        self.listing.rows = concern_rows(concern, today)

    async def read_again(self) -> None:
        """Read the concerns anew; where there is none any more, go back. Raises nothing."""
        app, ground = self.ipt, self._ground
        reading = app.vault.read(
            concerns.all_for, ground.client, ground.today, EVERYTHING, ground.day_starts_at
        )
        found = await app.or_tell(reading)
        if found is None or not self.is_attached:
            return
        if not found:
            self.dismiss()
            return
        self.found = found
        if all(each.uid != self.uid for each in found):
            self.uid = found[0].uid
            self.bar.stop()
        self._show()

    # Going about.

    def begin(self) -> None:
        """Ask of a concern just raised what is not said yet."""
        self._ask(WHO)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether something can be done now: nothing of this screen's own while it asks."""
        return self.bar.asked is None

    def action_back(self) -> None:
        """Back to where one was; everything is kept."""
        self.dismiss()

    def action_help(self) -> None:
        """Show what this screen is for, and its keys."""
        from ipt_tui.tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen("concern", self.HELP, everywhere=("app",)))

    def action_earlier(self) -> None:
        """The concern before."""
        self._beside(-1)

    def action_later(self) -> None:
        """The concern after."""
        self._beside(1)

    def _beside(self, step: int) -> None:
        at = self.found.index(self.concern) + step
        if 0 <= at < len(self.found):
            self.uid = self.found[at].uid
            self.listing.to_top()
            self._show()
        else:
            self.ipt.tell(NO_OTHER)

    # Changing.

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Tick or pause the row under the cursor; ask what it says."""
        key = self.listing.cursor or ""
        if key in FIELDS:
            self._ask(key)
        else:
            self.action_choose()

    def action_edit(self) -> None:
        """Write the outcome, which is recorded after one question."""
        self._ask(OUTCOME)

    @work
    async def action_choose(self) -> None:
        """Tick a line of the list; pause what is still open, or let it go on."""
        key, concern, write = self.listing.cursor or "", self.concern, self.ipt.vault.write
        if not self._may_change():
            return
        if key.startswith(CHECK):
            await self._wait_for(write(concerns.tick, self.uid, key.removeprefix(CHECK)))
        elif key.startswith(THING):
            wanted = key.removeprefix(THING)
            thing = next(each for each in concern.still_open if each.key == wanted)
            if thing.by_itself:
                self.ipt.tell(BY_ITSELF)
                return
            change = concerns.resume if thing.paused else concerns.pause
            await self._wait_for(write(change, self.uid, thing.key))

    async def _wait_for(self, writing: Awaitable[object]) -> None:
        """Wait for a write, keys after it, and show what it changed."""
        with self.ipt.gate.held():
            await self.ipt.or_tell(writing)
            await self._changed()

    async def _changed(self) -> None:
        self.ipt.record_changed(RecordChanged())
        await self.read_again()

    def action_new(self) -> None:
        """Raise another concern."""
        from ipt_tui.tui.screens.concern.raising import ask_kind

        if self.ipt.vault.vault.read_only:
            self.ipt.tell(READ_ONLY)
        else:
            ask_kind(self.ipt)

    @work
    async def action_undo(self) -> None:
        """Take back the last change to the record."""
        record = self.ipt.record
        if record is not None and await record.taking_back.last():
            await self._changed()

    @work
    async def action_redo(self) -> None:
        """Bring back what was taken back last."""
        record = self.ipt.record
        if record is not None and await record.taking_back.undone():
            await self._changed()

    def _may_change(self) -> bool:
        why = READ_ONLY if self.ipt.vault.vault.read_only else ""
        why = why or ("" if self.concern.is_open else CLOSED)
        if why:
            self.ipt.tell(why)
        return not why

    def _ask(self, key: str) -> None:
        if self._may_change():
            self.bar.begin(ConcernInquiry(self._ground, self.concern, self.named), key)
            self.named = ""

    @on(AskingBar.Stands)
    def _stands(self, message: AskingBar.Stands) -> None:
        """Light the row that is asked about."""
        self.listing.cursor = OUTCOME if message.key == SURE else message.key

    @on(AskingBar.Kept)
    @work
    async def _kept(self) -> None:
        await self._changed()

    @on(AskingBar.Ended)
    def _ended(self) -> None:
        self.set_focus(self.listing)
        self.refresh_bindings()

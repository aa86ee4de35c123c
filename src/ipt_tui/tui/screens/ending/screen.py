"""The screen of an ending: what is asked of it, taken into it and ticked for its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work

from ipt_tui.ipt.called import KINDS
from ipt_tui.ipt.ending_words import KEYS
from ipt_tui.tui.areas.asking_bar import AskingBar
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.dialogs.letter_strip import LetterStrip
from ipt_tui.tui.screens.ending.inquiry import NO_PAIR, NOW, THEN, EndingInquiry
from ipt_tui.tui.screens.ending.page_out import write_out
from ipt_tui.tui.screens.ending.rows import AGREED, CALLED, LEFT, OFFER, PART, TALKS
from ipt_tui.tui.screens.ending.view import EndingView
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.vault import endings

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from textual.binding import BindingType

BY = (("n", "by their names", ""), ("w", "as who they are", KINDS))
"""How people are called on the page."""
ANEW = "The page is another one now, so it is to be agreed anew."


class EndingScreen(EndingView):
    """The ending of one course, built over several meetings and meant for looking together."""

    SCOPE = "ending"
    HELP = """The ending, in the words of the one whose course it is: what changed, what was done
that changed it, what is not done, early signs, what comes next. It grows over the last meetings.
e asks one part after the other; enter asks the one under the cursor. space takes a line from what
was tried, practised and said aloud, and ticks something sensitive for the page. Beside it stand
then and now: the circle with where each came from, wishes said aloud, goals, scores, and two talks
with one person, which t chooses. v shows the page as it will be, Y writes it to a file: theirs to
keep, readable without this program. Own notes and concerns are never in it."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("ending")]

    # Asking and changing.

    @on(Rows.Chosen)
    def _chosen(self, message: Rows.Chosen) -> None:
        message.stop()
        if self.check_action("open", ()):
            self.action_open()

    def action_open(self) -> None:
        """Show what is veiled, ask about a part; else do what space does."""
        key = self._key
        part = key.removeprefix(PART)
        uid = self._veiled(key)
        if uid:
            self.ipt.revealed |= {uid}
            self.read_soon()
        elif key.startswith(PART):
            self._ask(part)
        elif key == TALKS:
            self.action_tie()
        elif key == CALLED:
            self.action_other()
        else:
            self.action_choose()

    @property
    def _key(self) -> str:
        return (self.parts.cursor or "") if self.parts.has_focus else ""

    def _veiled(self, key: str) -> str:
        """Return what unveils the row of a key, "" where it is not veiled."""
        found = self.found
        if key.startswith(PART):
            return found.told.uid if key.removeprefix(PART) in found.told.veiled else ""
        left = next((one for one in found.left_out if key == f"{LEFT}{one.key}"), None)
        if left is None or left.words:
            return ""
        return found.told.uid if left.key in KEYS else left.key

    def action_edit(self) -> None:
        """Ask one part after the other, from the one under the cursor, else from the first open."""
        part = self._key.removeprefix(PART)
        first = next((key for key in KEYS if not self.found.told.texts.get(key)), KEYS[0])
        self._ask(part if part in KEYS else first)

    def _ask(self, key: str) -> None:
        if self.may_change():
            self._asked_for = self.ipt.audience
            self.bar.begin(EndingInquiry(self.ground, self.found), key)

    @work
    async def action_choose(self) -> None:
        """Take what is offered, tick what is sensitive, say that the page is agreed."""
        key, ground, found = self._key, self.ground, self.found
        write, course, seen = ground.vault.write, found.told.course.uid, found.told.seen
        offer = next((one for one in found.offers if key == f"{OFFER}{one.key}"), None)
        if not self.may_change():
            return
        if offer is not None:
            await self._change(write(endings.take, course, offer.words, seen))
        elif key.startswith(LEFT):
            await self._change(write(endings.tick, course, key.removeprefix(LEFT), seen))
        elif key == AGREED:
            day = "" if found.told.agreed else ground.today.isoformat()
            with self.ipt.gate.held():
                await self.ipt.or_tell(write(endings.tell, course, seen, agreed=day))
                await self.changed()

    async def _change(self, writing: Awaitable[object]) -> None:
        """Wait for a write, keys after it, and show what it changed."""
        with self.ipt.gate.held():
            await self.ipt.or_tell(writing)
            await self._written()

    async def _written(self) -> None:
        """Show what was written; say so where the page was agreed and is another one now."""
        agreed = self.found.told.agreed
        await self.changed()
        if agreed and not self.found.told.agreed:
            self.ipt.tell(ANEW)

    @work
    async def action_tie(self) -> None:
        """Choose two talks with one person to stand side by side."""
        if not self.may_change():
            return
        about = EndingInquiry(self.ground, self.found)
        with self.ipt.gate.held():
            reading = about.read_talks()
            await self.ipt.or_tell(reading)
        if about.asked(THEN) is None:
            self.ipt.tell(NO_PAIR)
        else:
            self._asked_for = self.ipt.audience
            self.bar.begin(about, THEN)

    @work
    async def action_remove(self) -> None:
        """Take the two talks off the page."""
        told = self.found.told
        if self._key == TALKS and self.may_change():
            write = self.ipt.vault.write
            await self._change(write(endings.compare, told.course.uid, None, None, told.seen))

    def action_other(self) -> None:
        """Say people by their names on the page, or by who they are."""
        if self.may_change():
            self.app.push_screen(LetterStrip(BY, "People on the page"), self._call)

    async def _call(self, called: str | None) -> None:
        if called is not None:
            told, write = self.found.told, self.ipt.vault.write
            await self._change(write(endings.tell, told.course.uid, told.seen, called=called))

    @on(AskingBar.Stands)
    def _stands(self, message: AskingBar.Stands) -> None:
        """Light the row that is asked about."""
        message.stop()
        self.parts.cursor = TALKS if message.key in (THEN, NOW) else f"{PART}{message.key}"

    @on(AskingBar.Kept)
    @work
    async def _kept(self, message: AskingBar.Kept) -> None:
        message.stop()
        await self._written()

    @on(AskingBar.Ended)
    def _ended(self, message: AskingBar.Ended) -> None:
        message.stop()
        if not self.as_page:
            self.set_focus(self.parts)
        self.refresh_bindings()

    # The page.

    def action_file(self) -> None:
        """Ask who could read it, then write the page to a file."""
        self.ipt.gate.shut()
        self.run_worker(write_out(self.ipt, self.found.told.course.client), group="dialog")

"""The card for one's next session: lines to choose from, and the card as it will be handed over."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.getters import query_one

from ipt_tui.exchange import next_card as file
from ipt_tui.exchange.new_file import shown
from ipt_tui.ipt.next_card import NAME, NOTHING_KEPT, Part
from ipt_tui.tui.areas.asking_bar import AskingBar
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.screens.course_screen import CourseScreen
from ipt_tui.tui.screens.next.inquiry import TEXT, BringInquiry
from ipt_tui.tui.screens.next.opening import read_card
from ipt_tui.tui.screens.next.rows import NEW, card_rows, list_rows
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.tui.widgets.words import Words
from ipt_tui.vault import bringing, next_card
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from ipt_tui.ipt.next_card import CardLine, NextCard

AS_IT_IS = "The card, as you hand it over"
CHOOSE_FIRST = f"{NOTHING_KEPT} space puts a line on it, n adds one of your own."
VEILED = "This line names what you marked as sensitive. It stays here, and is not on the card."
TITLE = "The card as a file"
HOLDS = "What stands on the card, and no more. A name that ends in .txt or .md."
EXAMPLE = "a new file, like ~/next.txt"


class NextScreen(CourseScreen):
    """What one would like to bring to the next session, and the card made of it."""

    SCOPE = "next"
    HELP = """A card for your next meeting, made from what you noted. You say what is on it: space
puts a line on the card or leaves it out, and that is kept. n adds a line in your own words, e
changes it, x takes it out. What you marked to talk about, and your own lines, are on the card until
you leave them out; all else is left out until you choose it. What is sensitive is never on it.
Beside the list stands the card, as it is handed over: y copies it, Y writes it to a file, or you
read it out. Nothing is sent anywhere. Nobody sees it but you, and those you show it to."""
    CSS_PATH = "next.tcss"
    AUTO_FOCUS = "#next-lines"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("next")]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012

    lines = query_one("#next-lines", Rows)
    card = query_one("#next-card", Rows)
    bar = query_one(AskingBar)

    def __init__(self, client: str, found: NextCard) -> None:
        """Start with what was read."""
        super().__init__()
        self._client, self.found = client, found

    def compose(self) -> ComposeResult:
        """The lines and the card side by side, the line that asks, the keys."""
        yield Words(NAME, id="next-title")
        with Horizontal(id="next-panes"):
            with Vertical(id="next-left"):
                yield Rows(id="next-lines")
            with Vertical(id="next-right"):
                yield Words(AS_IT_IS, id="next-how")
                yield Rows(quiet=True, id="next-card")
        yield AskingBar()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show it."""
        self._show()

    def on_screen_resume(self) -> None:
        """Ask nothing more of what was veiled beneath another screen."""
        self.bar.stop_if_veiled()

    @property
    def whose(self) -> str:
        """Whose card it is."""
        return self._client

    @property
    def _at(self) -> str | None:
        """The key of the row one is on, None beside the list."""
        here = self.focused  # asked for before the lists are there, too
        return here.cursor if isinstance(here, Rows) and here.id == "next-lines" else None

    @property
    def _line(self) -> CardLine | None:
        return self.found.line(self._at)

    # Reading and showing.

    async def read_again(self) -> None:
        """Read the card anew. Raises nothing."""
        try:
            self.found = await read_card(self.ipt, self._client)
        except VaultError as error:
            self.ipt.tell(str(error), bad=True)
            return
        if self.is_attached:
            self._show()

    def _show(self) -> None:
        self.set_class(self.ipt.together, "-together")
        self.lines.rows = list_rows(self.found)
        self.card.rows = card_rows(self.found)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Nothing of this screen's own while it asks; a line of one's own can be changed."""
        if self.bar.asked is not None:
            return False
        line = self._line
        if action == "choose":
            return line is not None
        if action in ("edit", "remove"):
            return line is not None and line.part is Part.OWN
        return True

    @on(Rows.Moved, "#next-lines")
    def _moved(self) -> None:
        self.refresh_bindings()

    def action_pane(self) -> None:
        """To the card, and back; narrow, only one of the two is shown."""
        to_card = not self.card.has_focus
        self.set_class(to_card, "-right")
        self.set_focus(self.card if to_card else self.lines)
        self.refresh_bindings()

    def action_back(self) -> None:
        """From the card to the list where only one is shown, else back to where one was."""
        if self.card.has_focus and self.has_class("-narrow"):
            self.action_pane()
        else:
            self.dismiss()

    # One's own lines.

    @on(Rows.Chosen, "#next-lines")
    def _chosen(self, message: Rows.Chosen) -> None:
        message.stop()
        self.action_open()

    def action_open(self) -> None:
        """Show a line that is veiled, ask about one of one's own; else do what space does."""
        line = self._line
        if self._at == NEW:
            self.action_new()
        elif line is None:
            return
        elif line.veiled and not line.words:
            self.ipt.revealed |= {line.key}
            self.read_soon()
        elif line.part is Part.OWN:
            self.action_edit()
        else:
            self.action_choose()

    def action_new(self) -> None:
        """Ask for a line of one's own."""
        if self.may_change():
            self.set_class(False, "-right")
            self.bar.begin(BringInquiry(self.ground), TEXT)

    def action_edit(self) -> None:
        """Ask for other words in a line of one's own."""
        line = self._line
        if line is not None and line.veiled and not line.words:
            self.action_open()
        elif line is not None and self.may_change():
            self.bar.begin(BringInquiry(self.ground, line), TEXT)

    @work
    async def action_remove(self) -> None:
        """Take out a line of one's own."""
        line = self._line
        if line is None or not self.may_change():
            return
        with self.ipt.gate.held():
            if await self.ipt.or_tell(self.ipt.vault.write(bringing.remove, line.key)) is not None:
                await self.changed()
                self.ipt.tell("The line is taken out. u brings it back.")

    @on(AskingBar.Kept)
    @work
    async def _kept(self, message: AskingBar.Kept) -> None:
        message.stop()
        before = {line.key for line in self.found.lines}
        await self.changed()
        if any(line.veiled and line.key not in before for line in self.found.lines):
            self.ipt.tell(VEILED)

    @on(AskingBar.Ended)
    def _ended(self, message: AskingBar.Ended) -> None:
        message.stop()
        self.set_focus(self.lines)
        self.refresh_bindings()

    # What is on the card, and where it goes.

    @work
    async def action_choose(self) -> None:
        """Put the line under the cursor on the card, or leave it out."""
        line, app = self._line, self.ipt
        if line is None or not self.may_change():
            return
        with app.gate.held():
            ground = self.ground
            await app.or_tell(
                app.vault.keep(
                    next_card.choose, self._client, line, ground.today, ground.day_starts_at
                )
            )
            await self.read_again()

    def action_copy(self) -> None:
        """Copy the card as it stands."""
        if self.found.kept:
            self.ipt.copy_to_clipboard(file.copied(self.found))
        else:
            self.ipt.tell(CHOOSE_FIRST)

    def action_file(self) -> None:
        """Write the card as it stands to a file."""
        if self.found.kept:
            self.ipt.gate.shut()
            self.run_worker(self._to_file(self.found), group="dialog")
        else:
            self.ipt.tell(CHOOSE_FIRST)

    async def _to_file(self, card: NextCard) -> None:
        from ipt_tui.tui.dialogs.file_form import FileForm

        async def write(path: Path) -> None:
            await asyncio.to_thread(file.write, path, card)

        form = FileForm(TITLE, HOLDS, write, EXAMPLE, fits=file.fits)
        path = await self.app.push_screen_wait(form)
        if path is not None:
            self.ipt.tell(f"Written to {shown(path)}.")

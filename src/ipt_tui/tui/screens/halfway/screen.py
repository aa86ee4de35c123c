"""The screen of the halfway look: what was and is, the circle beside it, and what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.containers import Horizontal, Vertical
from textual.getters import query_one

from ipt_tui.ipt.circle_words import sentence
from ipt_tui.ipt.halfway import FIELDS, heading
from ipt_tui.tui.areas.asking_bar import AskingBar
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.screens.course_opening import read_look
from ipt_tui.tui.screens.course_screen import CourseScreen
from ipt_tui.tui.screens.halfway.inquiry import HalfwayInquiry
from ipt_tui.tui.screens.halfway.rows import halfway_rows
from ipt_tui.tui.widgets.circle import CirclePicture
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.tui.widgets.words import Sentence, Words
from ipt_tui.vault import halfways

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from ipt_tui.ipt.halfway import Halfway

WIDE = 120
"""From so many cells on the circle stands beside the lines."""
TOGETHER = "looking together"


class HalfwayScreen(CourseScreen):
    """Looks at one course halfway; meant for looking together."""

    SCOPE = "halfway"
    HELP = """Halfway through a course, what was at the start and what is now stands on one screen:
scores, goals, the circle with where each came from, wishes said and met, the focus. Then the
questions: is the focus right, what is better, what is missing, what is changed from here on.
e asks them one after the other, enter the one under the cursor. w is for looking together: plain
words, and nothing that is sensitive. Nothing here is weighed by the program."""
    CSS_PATH = "halfway.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("halfway")]
    AUTO_FOCUS = "#halfway-rows"

    listing = query_one("#halfway-rows", Rows)
    picture = query_one(CirclePicture)

    def __init__(self, look: Halfway) -> None:
        """Start with what was read."""
        super().__init__()
        self.look = look
        self._then = False
        self.bar: AskingBar[HalfwayInquiry] = AskingBar(id="halfway-answer")

    def compose(self) -> ComposeResult:
        """Which course, its rows and its circle, the line that asks."""
        yield Words("", id="halfway-title")
        with Horizontal(id="halfway-panes"):
            yield Rows(id="halfway-rows")
            with Vertical(id="halfway-circle"):
                yield CirclePicture()
                yield Sentence("", id="halfway-sentence")
        yield self.bar
        yield KeyLine()

    def on_mount(self) -> None:
        """Show it."""
        self.picture.can_focus = False
        self._show()

    @property
    def whose(self) -> str:
        """The client whose course it is."""
        return self.look.client

    # Showing.

    def on_resize(self) -> None:
        """The circle stands beside the lines only where there is room for both."""
        self.set_class(self.app.size.width >= WIDE, "-wide")

    def _show(self) -> None:
        look, audience = self.look, self.ipt.audience
        together = f" · {TOGETHER}" if self.ipt.together else ""
        self.query_one("#halfway-title", Words).say(f"{heading(look, audience)}{together}")
        self.picture.word = audience.pick(look.code, "you")
        self.picture.circle = look.circle
        self.query_one("#halfway-sentence", Words).say(sentence(look.circle, audience))
        self.listing.rows = halfway_rows(look, audience)
        self.refresh_bindings()

    async def read_again(self) -> None:
        """Read the course anew; where there is none any more, go back."""
        app, said = self.ipt, self.look.said
        on = said.day if self._then and said is not None else app.clock.today()
        look = await app.or_tell(read_look(app, on))
        if not self.is_attached:
            return
        if look is None:
            self.dismiss()
            return
        self.look = look
        if look.said is not None and look.said.veiled:
            self.bar.stop()
        self._show()

    # Going about.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether something can be done now: nothing of this screen's own while it asks."""
        if self.bar.asked is not None:
            return False
        said = self.look.said
        if action == "form":
            return said is not None and (self._then or said.day < self.ipt.clock.today())
        return action != "remove" or said is not None

    @work
    async def action_form(self) -> None:
        """As it was on the day it was looked at, and as it is today."""
        self._then = not self._then
        with self.ipt.gate.held():
            await self.read_again()

    # Changing.

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self.action_open()

    @work
    async def action_open(self) -> None:
        """Ask the question under the cursor; show what is veiled."""
        key, said = self.listing.cursor or "", self.look.said
        if key not in FIELDS:
            return
        if said is not None and said.veiled:
            self.ipt.revealed |= {said.uid}
            with self.ipt.gate.held():
                await self.read_again()
        else:
            self._ask(key)

    def action_edit(self) -> None:
        """Ask one question after the other, from the first that has no answer."""
        self._ask(next((field for field in FIELDS if not self.look.answer(field)), FIELDS[0]))

    def _ask(self, key: str) -> None:
        if self.may_change():
            self.bar.begin(HalfwayInquiry(self.ground, self.look), key)

    @work
    async def action_remove(self) -> None:
        """Take out what was said at the look."""
        app, said = self.ipt, self.look.said
        if said is None or not self.may_change():
            return
        with app.gate.held():
            if await app.or_tell(app.vault.write(halfways.remove, said.uid)):
                app.tell("What was said is taken out. u brings it back.")
            await self.changed()

    @on(AskingBar.Stands)
    def _stands(self, message: AskingBar.Stands) -> None:
        """Light the row that is asked about."""
        self.listing.cursor = message.key
        self.refresh_bindings()

    @on(AskingBar.Kept)
    @work
    async def _kept(self) -> None:
        await self.changed()

    @on(AskingBar.Ended)
    def _ended(self) -> None:
        self.set_focus(self.listing)
        self.refresh_bindings()

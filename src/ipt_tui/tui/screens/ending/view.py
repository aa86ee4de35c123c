"""What is seen of an ending: its parts, then and now beside them, and its page before it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical
from textual.getters import query_one

from ipt_tui.exchange.ending_text import as_text
from ipt_tui.tui.areas.asking_bar import AskingBar
from ipt_tui.tui.screens.course_screen import CourseScreen
from ipt_tui.tui.screens.ending.inquiry import EndingInquiry
from ipt_tui.tui.screens.ending.rows import beside_rows, ending_rows, page_rows
from ipt_tui.tui.widgets.circle import CirclePicture
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.tui.widgets.words import Words
from ipt_tui.vault.errors import VaultError

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ipt_tui.ipt.audience import Audience
    from ipt_tui.ipt.ending import Ending

FILE_AS_IT_IS = "The page, as it would be written now · v back · Y to a file"


class EndingView(CourseScreen):
    """Shows the ending of one course as it was read last, and its page in place of it."""

    CSS_PATH = "ending.tcss"
    AUTO_FOCUS = "#ending-parts"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012

    parts = query_one("#ending-parts", Rows)
    beside = query_one("#ending-beside", Rows)
    page = query_one("#ending-page", Rows)
    picture = query_one(CirclePicture)
    bar = query_one(AskingBar)

    def __init__(self, found: Ending) -> None:
        """Start with what was read."""
        super().__init__()
        self.found = found
        self._asked_for: Audience | None = None

    def compose(self) -> ComposeResult:
        """Whose it is, the parts and then and now side by side, or the page, the line that asks."""
        yield Words("", id="ending-title")
        with Horizontal(id="ending-panes"):
            with Vertical(id="ending-left"):
                yield Rows(id="ending-parts")
            with Vertical(id="ending-right"):
                yield CirclePicture()
                yield Rows(quiet=True, id="ending-beside")
        yield Rows(id="ending-page")
        yield AskingBar()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show it."""
        self._show()

    @property
    def whose(self) -> str:
        """The client whose course it is."""
        return self.found.told.course.client

    @property
    def as_page(self) -> bool:
        """Whether the page stands in place of its parts."""
        return self.has_class("-page")

    # Reading and showing.

    async def read_again(self) -> None:
        """Read the ending anew; go back where its course is gone. Raises nothing."""
        about = EndingInquiry(self.ground, self.found)
        try:
            there = await about.read()
        except VaultError as error:
            self.ipt.tell(str(error), bad=True)
            return
        if not self.is_attached:
            return
        if not there:
            self.dismiss()
            return
        self.found = about.ending
        asked = self.bar.asked
        if asked and (
            asked.key in self.found.told.veiled or self._asked_for is not self.ipt.audience
        ):
            self.bar.stop()
        self._show()

    def _show(self) -> None:
        app, ending = self.ipt, self.found
        whose = app.audience.pick(f"{ending.told.course.code} · ending", "The ending")
        words = FILE_AS_IT_IS if self.as_page else whose
        self.set_class(app.together, "-together")
        together = " · looking together" if app.together else ""
        self.query_one("#ending-title", Words).say(f"{words}{together}")
        self.parts.rows = ending_rows(ending, app.audience)
        self.picture.circle = ending.page.circle
        self.picture.display = bool(ending.page.circle and ending.page.circle.drawn)
        self.beside.rows = beside_rows(ending.page)
        self.page.rows = page_rows(as_text(ending.page)) if self.as_page else ()
        self.refresh_bindings()

    # Going about.

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Nothing of this screen's own while it asks; on the page only what a page can do."""
        if self.bar.asked is not None:
            return False
        changes = ("open", "edit", "choose", "tie", "remove", "pane")
        return not (self.as_page and action in changes)

    def action_back(self) -> None:
        """From the page to its parts, from these to where one was; everything is kept."""
        if self.as_page:
            self.action_form()
        else:
            self.dismiss()

    def action_pane(self) -> None:
        """To then and now, and back; narrow, only one of the two is shown."""
        to_right = not self.beside.has_focus
        self.set_class(to_right, "-right")
        self.set_focus(self.beside if to_right else self.parts)

    def action_form(self) -> None:
        """The page as it will be written, and back to its parts."""
        self.toggle_class("-page")
        self.page.to_top()
        self._show()
        self.set_focus(self.page if self.as_page else self.parts)

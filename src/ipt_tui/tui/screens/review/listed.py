"""What the lists from which a set of questions is begun have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Vertical
from textual.getters import query_one

from ipt_tui.tui.screens.course_screen import CourseScreen
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from ipt_tui.tui.widgets.row import Row


class ListedScreen(CourseScreen):
    """A heading, a line about it, and rows that are opened; about one client, `client`."""

    CSS_PATH = "review.tcss"
    AUTO_FOCUS = "#listed-rows"
    ABOUT: ClassVar[str]

    listing = query_one("#listed-rows", Rows)

    def __init__(self, client: str) -> None:
        """Start with whose it is; `read_again` fills it."""
        super().__init__()
        self._client = client

    def compose(self) -> ComposeResult:
        """The heading, the line, the rows, the keys."""
        with Vertical(id="listed"):
            yield Words(self.heading(), id="listed-title", classes="strong")
            yield Words(self.ABOUT, id="listed-about", classes="muted")
            yield Rows(id="listed-rows")
        yield KeyLine()

    def on_mount(self) -> None:
        """Read it."""
        self.read_soon()

    @property
    def whose(self) -> str:
        """The client it is about."""
        return self._client

    def heading(self) -> str:
        """Return what stands above the rows."""
        raise NotImplementedError

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show what was read; the heading may read otherwise to others."""
        self.query_one("#listed-title", Words).say(self.heading())
        self.listing.rows = rows

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        """Open the row under the cursor."""
        raise NotImplementedError

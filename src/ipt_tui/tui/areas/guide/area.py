"""The guide: pages about IPT on the left, the one in hand on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.containers import Horizontal, Vertical
from textual.getters import query_one

from ipt_tui.ipt.guide import FIRST, Kind, Page, pages
from ipt_tui.tui.areas.area import Area
from ipt_tui.tui.commands import bindings
from ipt_tui.tui.widgets.row import Cell, Row
from ipt_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.widget import Widget

LEADS = "leads"
"""The key of the row that leads on; the other rows of a page are `line:<number>`."""
HELP_LINES = "help"


class GuideArea(Area):
    """Reads nothing of the record: it only tells, and leads on."""

    HELP = """Short pages about IPT. Read what you like, in any order; nothing is ticked off.
enter opens a page. At the end of each there is one thing you can do, and enter does it."""
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("guide")]

    listing = query_one("#guide-list", Rows)
    page_rows = query_one("#guide-page", Rows)

    def compose(self) -> ComposeResult:
        """The titles, and the page."""
        with Horizontal(id="guide-panes"):
            with Vertical(id="guide-left"):
                yield Rows(id="guide-list")
            with Vertical(id="guide-right"):
                yield Rows(quiet=True, id="guide-page")

    def on_mount(self) -> None:
        """Follow the cursor in the frame in which it moves."""
        self.watch(self.listing, "cursor", self._walked, init=False)

    def home(self) -> Widget:
        """The titles."""
        return self.listing

    @property
    def page(self) -> Page | None:
        """The page in hand."""
        return next((page for page in pages() if page.id == self.listing.cursor), None)

    async def read(self) -> None:
        """Show the titles and the page."""
        if not self.listing.rows:
            self.listing.rows = tuple(Row(page.id, (Cell(page.title),)) for page in pages())
        self._show()

    def _show(self) -> None:
        self.page_rows.to_top()
        self.page_rows.rows = tuple(_rows(self.page)) if self.page else ()
        self.refresh_bindings()

    def _walked(self, key: str | None) -> None:  # noqa: ARG002
        self._show()

    @on(Rows.Moved)
    def _moved(self, message: Rows.Moved) -> None:
        message.stop()

    @on(Rows.Chosen)
    async def _chosen(self, message: Rows.Chosen) -> None:
        message.stop()
        await self.action_open()

    # Going about.

    @property
    def _reading(self) -> bool:
        return self.page_rows.has_focus

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Back only from a page."""
        return action != "back" or self._reading

    async def action_open(self) -> None:
        """Go to the page; from its last line, to where it leads."""
        if not self._reading:
            self._turn(to_page=True)
        elif self.page is not None and self.page_rows.cursor == LEADS:
            await self._lead(self.page.leads)

    async def _lead(self, place: str) -> None:
        if place == HELP_LINES:
            await self.ipt.action_help_lines()
        elif place == FIRST:
            self.listing.action_edge(0)
            self._turn(to_page=False)
        else:
            self.ipt.action_go_to(place, follow=False)

    def action_pane(self) -> None:
        """To the page and back to the list."""
        self._turn(to_page=not self._reading)

    def action_back(self) -> None:
        """From the page to the list."""
        self._turn(to_page=False)

    def _turn(self, *, to_page: bool) -> None:
        self.set_class(to_page, "-page")
        self.screen.set_focus(self.page_rows if to_page else self.listing)
        self.refresh_bindings()


def _rows(page: Page) -> Iterator[Row]:
    """Yield a page as rows: each of them can be walked to, so that a long page scrolls."""
    yield Row("title", (Cell(page.title, "heading"),), wraps=True)
    before = Kind.HEADING
    for number, piece in enumerate(page.pieces):
        if not (piece.kind is before is Kind.POINT):
            yield Row(None)
        mark = (Cell("·", "muted", 2),) if piece.kind is Kind.POINT else ()
        role = "heading" if piece.kind is Kind.HEADING else ""
        yield Row(f"line:{number}", (*mark, Cell(piece.words, role)), wraps=True)
        before = piece.kind
    yield Row(None)
    yield Row(LEADS, (Cell("→ ", "accent", 2), Cell(page.to, "accent")), wraps=True)

"""A list of rows with a cursor, drawn line by line: quick with thousands, and safe with any text.

Text goes to the screen as it is, never as markup.
"""

from dataclasses import dataclass
from itertools import accumulate
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ipt_tui.tui.widgets.row import Line, Row, lines


class Rows(ScrollView, can_focus=True):
    """Rows with a cursor."""

    DEFAULT_CSS = """
    Rows {
        height: 1fr;
        min-width: 20;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        overflow-x: hidden;
    }
    Rows .rows--muted { color: $ipt-faint; }
    Rows .rows--label { color: $ipt-faint; }
    Rows .rows--strong { text-style: bold; }
    Rows .rows--heading { color: $primary; text-style: bold; }
    Rows .rows--accent { color: $accent; }
    Rows .rows--warn { color: $warning; }
    Rows .rows--found { color: $accent; text-style: bold underline; }
    Rows .rows--cursor { background: $panel; text-style: bold; }
    Rows:focus .rows--cursor {
        background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold;
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        f"rows--{role}"
        for role in ("muted", "label", "strong", "heading", "accent", "warn", "found", "cursor")
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "down", show=False),
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("pagedown", "page(1)", "page down", show=False),
        Binding("pageup", "page(-1)", "page up", show=False),
        Binding("home", "edge(0)", "first", show=False),
        Binding("end", "edge(-1)", "last", show=False),
    ]

    rows: reactive[tuple[Row, ...]] = reactive(tuple, init=False, always_update=True)
    cursor: reactive[str | None] = reactive[str | None](None, init=False, repaint=False)

    @dataclass
    class Moved(Message):
        """The cursor came to another row."""

        rows: "Rows"
        key: str

        @property
        def control(self) -> "Rows":
            """The list it happened in."""
            return self.rows

    @dataclass
    class Chosen(Message):
        """A row was clicked, or enter pressed on it."""

        rows: "Rows"
        key: str

        @property
        def control(self) -> "Rows":
            """The list it happened in."""
            return self.rows

    def __init__(
        self,
        rows: tuple[Row, ...] = (),
        *,
        quiet: bool = False,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Start with these rows; `quiet` shows the cursor only while it has the focus."""
        super().__init__(id=id)
        self.quiet = quiet
        self._width = self._height = 0
        self._lines: list[tuple[int, Line]] = []
        self._starts: list[int] = []
        self._keys: list[str] = []
        self._styles: dict[tuple[str, bool], Style] = {}
        self.set_reactive(Rows.rows, rows)
        self.set_reactive(Rows.cursor, next((r.key for r in rows if r.key is not None), None))

    def watch_rows(self) -> None:
        """Lay out anew; keep the cursor on its key, or near where it was."""
        keys = [row.key for row in self.rows if row.key is not None]
        if self.cursor not in keys:
            old = self._keys.index(self.cursor) if self.cursor in self._keys else 0
            new = keys[min(old, len(keys) - 1)] if keys else None
            self.set_reactive(Rows.cursor, new)
        self._lay_out()
        self.refresh()

    def watch_cursor(self, old: str | None, new: str | None) -> None:
        """Draw the row it left and the row it came to."""
        top = int(self.scroll_offset.y)
        for index, row in enumerate(self.rows):
            if row.key is not None and row.key in (old, new) and index + 1 < len(self._starts):
                first, after = self._starts[index], self._starts[index + 1]
                self.refresh(Region(0, first - top, self._width, after - first))
        self._scroll_to_cursor()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap for the new width."""
        if event.size.width != self._width or event.size.height != self._height:
            self._lay_out()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """A quiet list hides it."""
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw anew in the colours of another theme."""
        super().notify_style_update()
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw in the colours of now."""
        self._styles.clear()
        if self._width <= 0:  # hidden when the rows came
            self._lay_out()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line of the part that is on screen."""
        width = self.scrollable_content_region.width
        number = y + int(self.scroll_offset.y)
        if number >= len(self._lines):
            return Strip.blank(width, self._style("", False))
        index, line = self._lines[number]
        lit = self.rows[index].key is not None and self.rows[index].key == self.cursor
        lit = lit and (self.has_focus or not self.quiet)
        segments = [Segment(text, self._style(role, lit)) for text, role in line]
        return Strip(segments).adjust_cell_length(width, self._style("", lit))

    def _style(self, role: str, lit: bool) -> Style:
        """Return the colours of a role, worked out once for all the lines of one painting."""
        if (role, lit) not in self._styles:
            style = self._style("", False) if role or lit else self.rich_style
            if role:
                style += self.get_component_rich_style(f"rows--{role}", partial=True)
            if lit:
                style += self.get_component_rich_style("rows--cursor", partial=True)
            self._styles[role, lit] = style
        return self._styles[role, lit]

    def action_move(self, step: int) -> None:
        """Move the cursor by rows that can have it."""
        if not self._keys:
            return
        at = self._keys.index(self.cursor) if self.cursor in self._keys else 0
        self._go(max(0, min(len(self._keys) - 1, at + step)))

    def action_page(self, direction: int) -> None:
        """Move the cursor by a screenful."""
        self.action_move(direction * max(1, self.size.height - 1))

    def action_edge(self, index: int) -> None:
        """Move the cursor to the first or last row."""
        if self._keys:
            self._go(index % len(self._keys))

    def to_top(self) -> None:
        """Let the next rows begin at their first."""
        self.set_reactive(Rows.cursor, None)
        self.set_scroll(0, 0)

    def choose(self) -> None:
        """Choose the row under the cursor."""
        if self.cursor is not None:
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there, a second one chooses."""
        number = event.y + int(self.scroll_offset.y)
        if not 0 <= number < len(self._lines):
            return
        key = self.rows[self._lines[number][0]].key
        if key is None:
            return
        if key == self.cursor:
            self.choose()
        else:
            self._go(self._keys.index(key))

    def _go(self, index: int) -> None:
        key = self._keys[index]
        if key != self.cursor:
            self.cursor = key
            self.post_message(self.Moved(self, key))

    def _lay_out(self) -> None:
        self._width = self.scrollable_content_region.width
        self._keys = [row.key for row in self.rows if row.key is not None]
        if self._width <= 0:  # not on screen: laid out when it is
            self._lines, self._starts = [], []
            return
        blocks = [lines(row, self._width) for row in self.rows]
        self._lines = [(index, line) for index, block in enumerate(blocks) for line in block]
        self._starts = [0, *accumulate(len(block) for block in blocks)]
        self._height = self.scrollable_content_region.height
        self.virtual_size = Size(self._width, max(len(self._lines), self._height))
        self._scroll_to_cursor()

    def _scroll_to_cursor(self) -> None:
        if self.cursor is None or not self._starts:
            return
        index = next((i for i, row in enumerate(self.rows) if row.key == self.cursor), None)
        if index is None or index + 1 >= len(self._starts):
            return
        top, bottom = self._starts[index], self._starts[index + 1]
        if bottom > top and self.size.height:
            first = self._headings_above(index)
            region = Region(
                0, self._starts[first], 1, min(bottom - self._starts[first], self.size.height)
            )
            self.scroll_to_region(region, animate=False, force=True)

    def _headings_above(self, index: int) -> int:
        """Return the first of the rows without a key just above: they belong to the view."""
        first = index
        while first and self.rows[first - 1].key is None and index - first < 2:
            first -= 1
        return first

"""A list of rows with a cursor, drawn line by line: quick with thousands, and safe with any text.

Text goes to the screen as it is, never as markup.
"""

from dataclasses import dataclass
from itertools import accumulate, zip_longest
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ipt_tui.tui.widgets.painted import Painted
from ipt_tui.tui.widgets.row import Line, Row, lines

BAR, ABOVE, BELOW, BAR_WIDTH = "▐", "↑", "↓", 1


class _Look(NamedTuple):
    """What is seen on one line: its pieces, whether the cursor is there, and its cell of the bar.

    `cell` is the piece that alone is lit, None where the whole line is.
    """

    line: Line
    lit: bool
    bar: str
    cell: int | None = None


class Rows(Painted, ScrollView, can_focus=True):
    """Rows with a cursor."""

    DEFAULT_CSS = """
    Rows {
        height: 1fr;
        min-width: 20;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 0;
    }
    """
    STYLES: ClassVar[dict[str, str]] = {
        "": "",
        "muted": "$ipt-faint",
        "label": "$ipt-faint",
        "strong": "bold",
        "heading": "bold $primary",
        "accent": "$accent",
        "warn": "$warning",
        "theirs": "italic $accent",
        "added": "bold $accent",
        "taken": "strike $ipt-faint",
        "found": "bold underline $accent",
        "bar": "$scrollbar",
        "row": "on $panel",
        "cell": "bold on $panel",
        "cell:focus": "bold $block-cursor-foreground on $block-cursor-background",
        "cursor": "bold on $panel",
        "cursor:focus": "bold $block-cursor-foreground on $block-cursor-background",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "down", show=False),
        Binding("up,k", "move(-1)", "up", show=False),
        Binding("pagedown", "page(1)", "page down", show=False),
        Binding("pageup", "page(-1)", "page up", show=False),
        Binding("home", "edge(0)", "first", show=False),
        Binding("end", "edge(-1)", "last", show=False),
    ]

    rows: reactive[tuple[Row, ...]] = reactive(tuple, init=False, always_update=True, repaint=False)
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
        self._lines: list[tuple[str | None, Line]] = []
        self._starts: list[int] = []
        self._seen: list[_Look] = []
        self._keys: list[str] = []
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

    def watch_cursor(self) -> None:
        """Draw the row it left and the row it came to."""
        self._scroll_to_cursor()
        self._draw_others()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap for the new width."""
        if event.size != (self._width + BAR_WIDTH, self._height):
            self._lay_out()

    def on_focus(self) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """A quiet list hides it."""
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lay out what came while there was no room or another, and draw."""
        if self.size != (self._width + BAR_WIDTH, self._height):
            self._lay_out()
        if crop.height == self._height:  # all of it: this is what is seen from now on
            self._seen = self.looks(range(self._height))
        return super().render_lines(crop)

    def ground(self) -> tuple[int, int]:
        """The room there is."""
        return self._width, self._height

    def looks(self, lines: range) -> list["_Look"]:
        """Return what is to be seen on these lines of the screen.

        The bar is drawn here: Textual's own is a widget that takes longer than all the rows. At its
        ends an arrow says that there is more.
        """
        top, whole, shown = round(self.scroll_y), len(self._lines), self._height
        first = round(top * shown / whole) if whole > shown else shown
        bar = range(first, first + max(1, shown * shown // whole) if whole > shown else shown)
        lit = self.cursor if self.has_focus or not self.quiet else None
        cell = self.lit_cell
        found = []
        for y in lines:
            key, line = self._lines[top + y] if top + y < whole else (None, ())
            is_lit = key is not None and key == lit
            sign = BAR if y in bar else " "
            if y == 0 and top:
                sign = ABOVE
            elif y == shown - 1 and top + shown < whole:
                sign = BELOW
            found.append(_Look(line, is_lit, sign, cell if is_lit else None))
        return found

    @property
    def lit_cell(self) -> int | None:
        """The cell of the row under the cursor that alone is lit, None for the whole row."""
        return None

    def paint(self, y: int) -> Strip:
        """Draw one line of the part that is on screen, and its cell of the bar."""
        (look,) = self.looks(range(y, y + 1))
        cursor = () if not look.lit else ("cursor",) if look.cell is None else ("row",)
        segments = [
            Segment(text, self.style_of(role, *(("cell",) if n == look.cell else cursor)))
            for n, (text, role) in enumerate(look.line)
        ]
        text = Strip(segments).adjust_cell_length(self._width, self.style_of(*cursor))
        bar = Segment(look.bar, self.style_of("bar" if look.bar == BAR else "label"))
        return Strip([*text, bar], self._width + BAR_WIDTH)

    def _draw_others(self) -> None:
        """Draw the lines that look other than they did."""
        width = self._width + BAR_WIDTH
        seen, self._seen = self._seen, self.looks(range(self._height))
        pairs = enumerate(zip_longest(seen, self._seen))
        if regions := [Region(0, y, width, 1) for y, (old, new) in pairs if old != new]:
            self.refresh(*regions)

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
        """A click puts the cursor there, a second one chooses; on the bar it goes there."""
        if event.x >= self._width and self._height:
            self.scroll_y = event.y * self.max_scroll_y / max(1, self._height - 1)
            return
        key = self.row_at(event.y + int(self.scroll_offset.y))
        if key is None:
            return
        if key == self.cursor:
            self.choose()
        else:
            self._go(self._keys.index(key))

    def row_at(self, number: int) -> str | None:
        """Return the key of the row that has this line of the whole list."""
        return self._lines[number][0] if 0 <= number < len(self._lines) else None

    def _go(self, index: int) -> None:
        key = self._keys[index]
        if key != self.cursor:
            self.cursor = key
            self.post_message(self.Moved(self, key))

    def _lay_out(self) -> None:
        """Wrap the rows for the room there is."""
        width, height = self.size.width - BAR_WIDTH, self.size.height
        resized = (width, height) != (self._width, self._height)
        self._width, self._height = width, height
        self._keys = [row.key for row in self.rows if row.key is not None]
        self._lines, self._starts = [], []
        if width <= 0:  # not on screen: laid out when it is
            return
        blocks = [(None if row.quiet else row.key, lines(row, width)) for row in self.rows]
        self._lines = [(key, line) for key, block in blocks for line in block]
        self._starts = [0, *accumulate(len(block) for _, block in blocks)]
        self.set_reactive(Rows.virtual_size, Size(width, max(len(self._lines), height)))
        self.scroll_y = min(self.scroll_y, self.max_scroll_y)  # no new layout: nothing moves
        self._scroll_to_cursor()
        if resized:
            self.refresh()
        else:
            self._draw_others()

    def _scroll_to_cursor(self) -> None:
        if self.cursor is None or not self._starts:
            return
        key, rows = self.cursor, self.rows
        index = next((i for i, row in enumerate(rows) if row.key == key), None)
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
        """Return the first of the rows without a key above that belong to the view: two, or all."""
        above = next((n for n in range(index) if self.rows[index - 1 - n].key is not None), index)
        return 0 if above == index else index - min(above, 2)

"""Several lines to type in, with a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text
from textual import events, on, work
from textual.widgets import TextArea

from ipt_tui.tui.widgets.field import find_draft, remember, safe_lines
from ipt_tui.tui.widgets.long_line import LongLine

if TYPE_CHECKING:
    from datetime import datetime

    from textual.strip import Strip

LONG = 1000
"""Letters: a line of more is drawn row by row."""


class Editor(TextArea):
    """Several lines, growing with the text; `enter` is left to whoever asks."""

    DEFAULT_CSS = "Editor { height: auto; max-height: 8; min-height: 1; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty; `open` gives it its place and text."""
        super().__init__(id=id, soft_wrap=True, tab_behavior="focus", show_line_numbers=False)
        self.place = ""
        self.cursor_blink = False
        self._kept = ""
        self._typed = False
        self._drawn = 0

    def open(self, place: str, text: str, typed: str = "") -> None:
        """Edit `text`, the record's own, under the draft name `place`; begin with `typed`."""
        self.place, self._kept, self._typed = place, text, False
        self.load_text(typed or text)
        self.move_cursor(self.document.end)
        self._offer()

    @work(exclusive=True)
    async def _offer(self) -> None:
        place = self.place
        draft, at = await find_draft(self, place)
        if draft and place == self.place and self.text == self._kept and draft != self._kept:
            self.load_text(self.offered(draft, at))
            self.move_cursor(self.document.end)

    def offered(self, draft: str, at: datetime | None) -> str:  # noqa: ARG002
        """Return what to go on with where a draft was found that was last typed at `at` (UTC)."""
        return draft

    async def _on_paste(self, event: events.Paste) -> None:
        """Make the text safe; the handler of `TextArea` then puts it in."""
        event.text = safe_lines(event.text)

    @on(TextArea.Changed)
    def _note(self) -> None:
        if not self.place:
            return
        if self.text != self._kept:
            self._typed = True
            remember(self, self.place, self.text)
        elif self._typed:
            self._typed = False
            remember(self, self.place, "")

    def _render_line(self, y: int) -> Strip:
        self._drawn = y + self.scroll_offset.y
        return super()._render_line(y)

    def get_line(self, line_index: int) -> Text:
        """Return a line to be drawn, for Textual: of a long one the row that is drawn now."""
        text = self.document.get_line(line_index)
        if len(text) <= LONG:
            return Text(text, end="", no_wrap=True)
        line = LongLine(text, end="", no_wrap=True)
        line.wanted = self.wrapped_document._offset_to_line_info[self._drawn][1]  # noqa: SLF001
        return line

    def restore(self) -> None:
        """Put back what the record holds: what was typed was no answer."""
        self.load_text(self._kept)
        self.move_cursor(self.document.end)

    def can_go(self, step: str) -> bool:
        """Whether up ("back") or down ("next") leads to another line of this text."""
        at = self.cursor_location
        if step == "back":
            return not self.navigator.is_first_wrapped_line(at)
        return not self.navigator.is_last_wrapped_line(at)

    def saved(self) -> None:
        """The text is in the record now: forget the draft."""
        if self.place:
            remember(self, self.place, "")
        self.place = ""
        self.cursor_blink = False

"""The tabs: a number and a word each, the one on screen marked by more than colour."""

from dataclasses import dataclass
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class Titled(NamedTuple):
    """A tab as it is named: the id of its area, its digit, its title, and that in little room."""

    area: str
    digit: int
    title: str
    brief: str


class TabLine(Widget):
    """One line of tabs; a click asks for the area."""

    DEFAULT_CSS = """
    TabLine { height: 1; padding: 0 1; color: $ipt-faint; }
    """
    tabs: reactive[tuple[Titled, ...]] = reactive(())
    current: reactive[str] = reactive("")

    @dataclass
    class Asked(Message):
        """A tab was clicked."""

        area: str

    def render(self) -> Content:
        """Number and title of each; the current one bold, in brackets of light."""
        laid, gap = self._laid()
        parts = [
            Content(text).stylize("bold reverse") if area == self.current else Content(text)
            for area, text in laid
        ]
        return Content(gap).join(parts)

    def _laid(self) -> tuple[list[tuple[str, str]], str]:
        """Return each area with its text, and what stands between: closer or brief to fit."""
        whole = [(tab.area, f" {tab.digit} {tab.title} ") for tab in self.tabs]
        brief = [(tab.area, f" {tab.digit} {tab.brief} ") for tab in self.tabs]
        for laid, gap in ((whole, " "), (whole, "")):
            cells = sum(Content(text).cell_length for _, text in laid)
            if cells + len(gap) * (len(laid) - 1) <= self.content_size.width:
                return laid, gap
        return brief, ""

    def on_click(self, event: events.Click) -> None:
        """Find the tab under the pointer."""
        at, (laid, gap) = 1, self._laid()
        for area, text in laid:
            width = Content(text).cell_length
            if at <= event.x < at + width:
                self.post_message(self.Asked(area))
                return
            at += width + len(gap)

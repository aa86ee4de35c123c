"""The tabs: a number and a word each, the one on screen marked by more than colour."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class TabLine(Widget):
    """One line of tabs; a click asks for the area."""

    DEFAULT_CSS = """
    TabLine { height: 1; padding: 0 1; color: $ipt-faint; }
    """
    tabs: reactive[tuple[tuple[str, str, str], ...]] = reactive(())
    current: reactive[str] = reactive("")

    @dataclass
    class Asked(Message):
        """A tab was clicked."""

        area: str

    def render(self) -> Content:
        """Number and title of each; the current one bold, in brackets of light."""
        parts: list[Content] = []
        for area, number, title in self.tabs:
            if area == self.current:
                parts.append(Content(f" {number} {title} ").stylize("bold reverse"))
            else:
                parts.append(Content(f" {number} {title} "))
        return Content(" ").join(parts)

    def on_click(self, event: events.Click) -> None:
        """Find the tab under the pointer."""
        at = 1
        for area, number, title in self.tabs:
            width = Content(f" {number} {title} ").cell_length
            if at <= event.x < at + width:
                self.post_message(self.Asked(area))
                return
            at += width + 1

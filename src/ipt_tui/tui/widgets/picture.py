"""What the pictures of the record have in common: one thing is lit, and a click lights another."""

from dataclasses import dataclass

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from ipt_tui.ipt.walking import Direction
from ipt_tui.tui.widgets.painted import Painted


class Picture(Painted, Widget, can_focus=True):
    """Base of such pictures. What is drawn is of one value; lighting repaints only what changes."""

    DEFAULT_CSS = "Picture { width: 1fr; height: 1fr; }"

    selected: reactive[str | None] = reactive[str | None](None, repaint=False)
    """The uid of what is lit."""

    @dataclass
    class Selected(Message):
        """Something was clicked and is now selected."""

        uid: str

    def neighbour(self, direction: Direction) -> str | None:
        """Return the uid of what comes next in a direction, None where nothing does."""
        raise NotImplementedError

    def uid_at(self, offset: Offset) -> str | None:
        """Return the uid of what stands at a cell, None where nothing does."""
        raise NotImplementedError

    def on_click(self, event: events.Click) -> None:
        """Select what is clicked."""
        offset = event.get_content_offset(self)
        uid = self.uid_at(offset) if offset is not None else None
        if uid is not None:
            event.stop()
            self.selected = uid
            self.post_message(self.Selected(uid))

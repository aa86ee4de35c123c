"""The line at the top: whose record, what is going on, what is unsaved."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

GAP = 2
LEAST = 24
"""In so few cells nothing is said of what is worked on."""


class TopLine(Widget):
    """One line; `left` is whose record it is, `worked_on` the focus in plain words.

    `right` is what is true of the moment.
    """

    DEFAULT_CSS = """
    TopLine { height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """
    left: reactive[str] = reactive("")
    worked_on: reactive[str] = reactive("")
    right: reactive[str] = reactive("")

    def render(self) -> Content:
        """All of it, as far as it fits: the end of the right gives way first, the left last."""
        width = self.content_size.width
        left, parts = Content(self.left).stylize("bold"), self.right.split(" · ")
        while parts:
            right = Content(" · ".join(parts))
            room = width - left.cell_length - right.cell_length - GAP
            if room >= 0:
                focus = self._cut(room)
                between = width - left.cell_length - focus.cell_length - right.cell_length
                return Content.assemble(left, focus, " " * between, right)
            parts.pop()
        return Content(self.left).truncate(width, ellipsis=True)

    def _cut(self, room: int) -> Content:
        """Return what is worked on, cut to the room there is; nothing where that is too little."""
        whole = Content(f" · {self.worked_on}" if self.worked_on else "")
        if whole.cell_length > room:
            return whole.truncate(room, ellipsis=True) if room >= LEAST else Content("")
        return whole

"""The line at the top: whose record, what is going on, what is unsaved."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


class TopLine(Widget):
    """One line; `left` is whose record it is, `right` what is true of the moment."""

    DEFAULT_CSS = """
    TopLine { height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """
    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")

    def render(self) -> Content:
        """Left and right, with what fits: the end of the right gives way first, the left last."""
        width = self.content_size.width
        left, parts = Content(self.left), self.right.split(" · ")
        while parts:
            right = Content(" · ".join(parts))
            gap = width - left.cell_length - right.cell_length
            if gap >= 2:
                return Content.assemble(left.stylize("bold"), " " * gap, right)
            parts.pop()
        return left.truncate(width, ellipsis=True)

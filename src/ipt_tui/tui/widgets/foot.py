"""The line about what is lit, and below it what is offered, in a room that never changes."""

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from ipt_tui.ipt.text import one_line
from ipt_tui.ipt.wrapping import wrap


class Foot(Widget):
    """Two texts under a picture; the first gives way, and the picture never jumps."""

    DEFAULT_CSS = "Foot { height: 2; padding: 0 1; }"

    lit: reactive[str] = reactive("")
    offered: reactive[str] = reactive("")

    def render(self) -> Content:
        """What is lit in as many lines as what is offered leaves it."""
        width, height = self.content_size
        offered = shortened(self.offered, width, height - 1)
        lit = shortened(self.lit, width, height - len(offered))
        lines = [Content(line).stylize("bold") for line in lit]
        lines += [Content(line).stylize("$accent") for line in offered]
        return Content("\n").join(lines)


def shortened(text: str, width: int, height: int) -> list[str]:
    """Return a text in at most so many lines, its end given up for an ellipsis."""
    lines = wrap(text, width, cell_len) if text else []
    if len(lines) > height:
        lines[height - 1 :] = [one_line(" ".join(lines[height - 1 :]), width, cell_len)]
    return lines

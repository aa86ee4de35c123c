"""The safety plan as it is read: headings on the left, one's own words beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from ipt_tui.ipt.text import cells
from ipt_tui.ipt.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.geometry import Size

    from ipt_tui.ipt.safety_plan import PlanPage

HEADING = 23
NARROW = 56
"""Columns: in fewer the words stand below their heading."""
ROOMY = 40
"""Rows of a terminal: in more there is a line between the parts."""


class PlanPane(Widget):
    """A plan, or one sentence in place of it; empty while there is nothing to say."""

    DEFAULT_CSS = "PlanPane { height: auto; width: 1fr; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start empty."""
        super().__init__(id=id)
        self._page: PlanPage | None = None
        self._said: tuple[str, ...] = ()

    def show(self, page: PlanPage | None, *said: str) -> None:
        """Show a plan, and below it what else is to be said."""
        self._page = page
        self._said = tuple(sentence for sentence in said if sentence)
        self.refresh(layout=True)

    def render(self) -> Content:
        """Each part beside its heading."""
        return Content("\n").join([*self._lines(self.content_size.width)])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as it takes in this width."""
        return sum(1 for _ in self._lines(width))

    def _lines(self, width: int) -> Iterator[Content]:
        page = self._page
        if page is not None:
            yield Content.styled(page.title, "bold")
            for heading, text in page.rows:
                if self.app.size.height >= ROOMY:
                    yield Content("")
                yield from _part(heading, text, width)
            yield Content("")
        for sentence in (*(page.foot if page else ()), *self._said):
            for line in wrap(sentence, width, cells):
                yield Content.styled(line, "$ipt-faint")


def _part(heading: str, text: str, width: int) -> Iterator[Content]:
    beside = HEADING if heading and width >= NARROW else 0
    lines = wrap(text.strip(), max(1, width - beside), cells)
    if heading and not beside:
        yield Content.styled(heading, "$accent")
    for number, line in enumerate(lines):
        shown = heading if number == 0 and beside else ""
        yield Content.assemble((shown.ljust(beside), "$accent"), line)

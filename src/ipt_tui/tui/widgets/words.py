"""Words on the screen that change often: never markup, and mostly without a new layout."""

from textual.content import Content
from textual.geometry import Size
from textual.visual import VisualType
from textual.widgets import Static

from ipt_tui.tui.widgets.foot import shortened


class Words(Static):
    """A text that may hold what a person typed.

    Textual lays the whole screen out anew after every `Static.update`; here only if the new text
    takes another number of lines than the one before.
    """

    def __init__(
        self,
        words: str = "",
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        """Start with these words."""
        super().__init__(words, id=id, classes=classes, markup=False)

    def say(self, words: str | Content) -> None:
        """Show other words."""
        if words == self.content:
            return
        width = self.content_size.width
        lines = self.visual.get_height({}, width) if width else None
        self.update(words, layout=False)
        if lines is None or self.visual.get_height({}, width) != lines:
            self.refresh(layout=True)


class Sentence(Words):
    """Words that end in an ellipsis where there is no room for all of them."""

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As high as all of it would be."""
        return self.visual.get_height({}, width)

    def render(self) -> VisualType:
        """As much as there is room for."""
        width, height = self.content_size
        if not height or self.visual.get_height({}, width) <= height:
            return super().render()
        return Content("\n".join(shortened(str(self.content), width, height)))

"""Words on the screen that change often: never markup, and mostly without a new layout."""

from textual.content import Content
from textual.widgets import Static


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

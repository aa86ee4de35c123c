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
        lines = self._lines()
        self.update(words, layout=False)
        if self._lines() != lines:
            self.refresh(layout=True)

    def _lines(self) -> int:
        """Return how many lines the words take in the width of now; 0 while there is none."""
        width = self.content_size.width
        return self.visual.get_height({}, width) if width else 0

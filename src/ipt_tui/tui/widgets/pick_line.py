"""Words to choose from by a digit, above the field into which it puts them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from ipt_tui.tui.widgets.flowing import digit_at, flowed, for_digit

if TYPE_CHECKING:
    from textual import events
    from textual.geometry import Size


class PickLine(Widget):
    """The words with their digits; not there where none are offered."""

    DEFAULT_CSS = "PickLine { height: auto; padding: 0 1; display: none; }"

    @dataclass
    class Picked(Message):
        """The word of a digit was clicked."""

        digit: str

    def __init__(self) -> None:
        """Start without words."""
        super().__init__()
        self._picks: tuple[tuple[str, str], ...] = ()

    def offer(self, picks: tuple[tuple[str, str], ...]) -> None:
        """Offer these words, or none."""
        self._picks, self.display = picks, bool(picks)
        self.refresh(layout=True)

    def on_click(self, event: events.Click) -> None:
        """Tell which word is clicked."""
        if digit := digit_at(event):
            event.stop()
            self.post_message(self.Picked(digit))

    def render(self) -> Content:
        """Each digit with its word."""
        return self._laid_out(self.content_size.width)

    def _laid_out(self, width: int) -> Content:
        parts = [
            for_digit(Content.assemble((digit, "bold $accent"), " ", word), digit)
            for digit, word in self._picks
        ]
        return flowed(parts, width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the words take in this width."""
        return len(self._laid_out(width).split("\n", allow_blank=True))

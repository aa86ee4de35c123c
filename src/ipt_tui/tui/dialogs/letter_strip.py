"""A strip of one line at the foot: a few letters, and what each of them does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from ipt_tui.tui.widgets.flowing import flowed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.app import ComposeResult


class LetterStrip(ModalScreen[str | None]):
    """Waits for one letter and gives back what it stands for; any other key gives back None."""

    DEFAULT_CSS = """
    LetterStrip Static {
        dock: bottom; height: auto; width: 100%; padding: 0 1;
        background: $primary; color: $background;
    }
    """

    def __init__(self, letters: Sequence[tuple[str, str, str]] = (), about: str = "") -> None:
        """Offer these: letter, words, and what is given back; `about` says of what."""
        super().__init__()
        self._letters = tuple(letters)
        self._about = about

    @property
    def letters(self) -> tuple[tuple[str, str, str], ...]:
        """What is offered now."""
        return self._letters

    def compose(self) -> ComposeResult:
        """The letters, as far apart as there is room."""
        parts = [Content.assemble((key, "bold"), f" {words}") for key, words, _ in self.letters]
        if self._about:
            parts.insert(0, Content(f"{self._about}:"))
        width = self.app.size.width - 2
        left = width - sum(part.cell_length for part in parts)
        yield Static(flowed(parts, width, max(2, min(4, left // max(1, len(parts))))))

    def on_key(self, event: events.Key) -> None:
        """Give back what was meant, or close."""
        event.stop()
        event.prevent_default()
        self.dismiss(self.meant(event.character))

    def meant(self, letter: str | None) -> str | None:
        """Return what a letter stands for, None for one that stands for nothing."""
        return next((given for key, _, given in self.letters if key == letter), None)

"""The strip after `g` or `ctrl+g`: one line that says which letters go where."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from ipt_tui.tui.commands import GO, Target
from ipt_tui.tui.widgets.flowing import flowed

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult


class GoStrip(ModalScreen[str | None]):
    """Waits for one letter and gives back the action to run; any other key gives back None."""

    DEFAULT_CSS = """
    GoStrip Static {
        dock: bottom; height: auto; width: 100%; padding: 0 1;
        background: $primary; color: $background;
    }
    """

    def compose(self) -> ComposeResult:
        """The letters, as far apart as there is room."""
        parts = [Content.assemble((t.letter, "bold"), f" {t.title}") for t in self._targets()]
        width = self.app.size.width - 2
        left = width - sum(part.cell_length for part in parts)
        yield Static(flowed(parts, width, max(2, min(4, left // len(parts)))))

    def _targets(self) -> list[Target]:
        app: Any = self.app
        area = app.record.area if app.record else None
        own = {t.letter: t for t in area.GO} if area and app.vault.is_open else {}
        known = [t for t in GO if app.vault.is_open or not t.unlocked]
        return [*own.values(), *(t for t in known if t.letter not in own)]

    def on_key(self, event: events.Key) -> None:
        """Go, or close."""
        event.stop()
        event.prevent_default()
        target = next((t for t in self._targets() if t.letter == event.character), None)
        self.dismiss(f"app.{target.action}" if target else None)

"""Bare Textual apps, the least any program on it takes: `python -m benchmarks.floor NAME`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from textual.app import App, ComposeResult
from textual.widgets import ContentSwitcher, Static, TextArea

if TYPE_CHECKING:
    from textual import events

LINE = "All that stands here is text, and there is enough of it to fill a line."


class Empty(App[None]):
    """One text; every key changes it."""

    count = 0

    def compose(self) -> ComposeResult:
        """The text."""
        yield Static("ready")

    def on_key(self, event: events.Key) -> None:
        """Count."""
        self.count += 1
        self.query_one(Static).update(f"ready {self.count} {event.key}")


class Tabs(App[None]):
    """Two full pages in a switcher, on the keys 1 and 2."""

    BINDINGS = [("1", "page('one')", "one"), ("2", "page('two')", "two")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        """Both pages."""
        with ContentSwitcher(initial="one"):
            yield Static("ready\n" + f"{LINE}\n" * 28, id="one")
            yield Static("other\n" + f"{LINE.upper()}\n" * 28, id="two")

    def action_page(self, page: str) -> None:
        """Show a page."""
        self.query_one(ContentSwitcher).current = page


class Text(App[None]):
    """An empty field of several lines."""

    def compose(self) -> ComposeResult:
        """A word to wait for, and the field."""
        yield Static("ready")
        yield TextArea()

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(TextArea).focus()


APPS: dict[str, type[App[Any]]] = {"empty": Empty, "tabs": Tabs, "text": Text}

if __name__ == "__main__":
    APPS[sys.argv[1]]().run()

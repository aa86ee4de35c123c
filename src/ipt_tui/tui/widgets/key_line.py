"""The line at the bottom: the keys that do something here, and always "help lines"."""

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, TextArea


class Keys(Widget):
    """The keys of whatever has the focus, from the bindings in force."""

    DEFAULT_CSS = "Keys { width: 1fr; height: 1; }"

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self.refresh()

    def render(self) -> Content:
        """Key and title of each binding that is shown, as many as fit."""
        typing = isinstance(self.screen.focused, Input | TextArea)
        seen: dict[str, tuple[str, str]] = {}
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            key = self.app.get_key_display(binding)
            if typing and len(key) == 1:
                continue
            if binding.show and enabled and binding.action not in seen:
                seen[binding.action] = (key, binding.description)
        room = self.content_size.width
        line = Content("")
        for key, title in seen.values():
            piece = Content.assemble((key, "bold $accent"), " ", (title, "$foreground"), "   ")
            if line.cell_length + piece.cell_length > room + 3:
                break
            line += piece
        return line


class HelpWords(Widget):
    """The words "help lines": a click opens the page, on every screen."""

    DEFAULT_CSS = """
    HelpWords { width: 11; height: 1; text-style: underline; color: $foreground; }
    """

    def render(self) -> Content:
        """The two words."""
        return Content("help lines")

    async def on_click(self, event: events.Click) -> None:
        """Open the help lines."""
        event.stop()
        await self.run_action("app.help_lines")


class KeyLine(Horizontal):
    """Keys on the left, "help lines" on the right."""

    DEFAULT_CSS = "KeyLine { dock: bottom; height: 1; padding: 0 1; background: $panel; }"

    def compose(self) -> ComposeResult:
        """The keys, then the words."""
        yield Keys()
        yield HelpWords()

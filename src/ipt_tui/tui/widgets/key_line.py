"""The line at the bottom: the keys that do something here, and always "help lines"."""

from collections.abc import Mapping
from typing import Any

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from ipt_tui.tui import commands
from ipt_tui.tui.verbs import HELP_LINES, HELP_WORDS, VERBS

_GO = commands.find("app.go")
_BACK = VERBS["back"].shown
_APART = 3


def _typing(screen: Screen[object]) -> bool:
    """Whether letters are typed: in a text field, and where one `types` on elsewhere."""
    focused = screen.focused
    if focused is None or focused.check_consume_key("a", "a"):
        return focused is not None
    return any(getattr(node, "types", False) for node in focused.ancestors)


def help_keys(app: Any, *, typing: bool) -> str:
    """Return the keys that open the help lines, from a text field or from anywhere else."""
    return f"{VERBS['go'].typing if typing else app.shown_key(_GO)} {HELP_LINES.letter}"


def _piece(key: str, title: str) -> Content:
    return Content.assemble((key, "bold $accent"), " ", (title, "$foreground"))


class Keys(Widget):
    """The keys of whatever has the focus, from the bindings in force; back and help are last.

    What does not fit is left out, but never those two. Where one is in something that says what
    is `needed` there, by the names of actions, those come first, in its words.
    """

    DEFAULT_CSS = "Keys { width: 1fr; height: 1; }"

    line: reactive[Content] = reactive(Content(""))

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def on_resize(self) -> None:
        """Show as many as fit."""
        self.line = self._line()

    def _follow(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self.line = self._line()

    def render(self) -> Content:
        """Key and title of each binding that is shown, as many as fit."""
        return self.line

    def _line(self) -> Content:
        seen = self._seen()
        ways_back = [seen.pop(action) for action in list(seen) if seen[action][0] == _BACK]
        helps = [seen.pop("help")] if "help" in seen else []
        last = [_piece(*each) for each in (*ways_back[:1], *helps)]
        room = self.content_size.width - sum(piece.cell_length + _APART for piece in last)
        line, used, words = [], 0, set()
        for key, title in seen.values():
            piece = _piece(key, title)
            if used + piece.cell_length > room:
                break
            if title not in words:  # two keys that do the same here: one is enough
                line.append(piece)
                words.add(title)
                used += piece.cell_length + _APART
        return Content(" " * _APART).join([*line, *last])

    def _seen(self) -> dict[str, tuple[str, str]]:
        """Return key and words of each action that is shown, in the order of need."""
        typing, needed = _typing(self.screen), self._needed()
        found: dict[str, tuple[str, str]] = {}
        for _, binding, enabled, _ in self.screen.active_bindings.values():
            key = self.app.get_key_display(binding)
            if typing and len(key) == 1:
                continue
            shown = binding.show or binding.action in needed
            if shown and enabled and binding.action not in found:
                found[binding.action] = key, needed.get(binding.action, binding.description)
        if typing:
            found["go"] = (VERBS["go"].typing, "go")
        first = [action for action in needed if action in found]
        return {action: found[action] for action in (*first, *found)}

    def _needed(self) -> Mapping[str, str]:
        focused = self.screen.focused
        nodes = focused.ancestors_with_self if focused else ()
        return next((node.needed for node in nodes if hasattr(node, "needed")), {})


class HelpWords(Widget):
    """The words "help lines" with the keys that open them; a click does, too, on every screen."""

    DEFAULT_CSS = "HelpWords { width: auto; height: 1; margin-left: 3; color: $foreground; }"

    words: reactive[Content] = reactive(Content(""), layout=True)

    def on_mount(self) -> None:
        """Follow the focus: in a text field the keys are others."""
        self.words = self._words()
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self.words = self._words()

    def render(self) -> Content:
        """The keys, then the two words."""
        return self.words

    def _words(self) -> Content:
        keys = help_keys(self.app, typing=_typing(self.screen))
        return Content.assemble((keys, "bold $accent"), " ", (HELP_WORDS, "underline"))

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

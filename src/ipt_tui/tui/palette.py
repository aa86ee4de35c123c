"""The palette: every command that is possible now, and the themes, by name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from textual.command import DiscoveryHit, Hit, Hits, Provider

from ipt_tui.ipt.audience import Audience
from ipt_tui.tui import themes
from ipt_tui.tui.commands import COMMANDS
from ipt_tui.tui.dialogs.go_strip import shown_places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.dom import DOMNode

    from ipt_tui.tui.command import Command


class Palette(Provider):
    """Offers what the registry knows and the screen can do."""

    def _offers(self) -> Iterator[tuple[str, str, Callable[[], Any]]]:
        own = self.app.audience_of_vault is Audience.CLIENT  # type: ignore[attr-defined]
        by_id = {command.id: command for command in COMMANDS}
        for node, binding, enabled, _ in self.screen.active_bindings.values():
            command = by_id.get(binding.id or "")
            if command and enabled:
                run = partial(self.app.run_action, binding.action, node)
                key = self.app.shown_key(command)  # type: ignore[attr-defined]
                title = command.title_in(own=own)
                yield f"{title}  ({key})", command.words_in(own=own) or "", run
        for command in COMMANDS:
            if not command.verb and (owner := self._owner(command)) is not None:
                run = partial(self.app.run_action, command.action, owner)
                yield command.title_in(own=own), command.words_in(own=own) or "", run
        for target in shown_places(self.app):
            run = partial(self.app.run_action, f"app.{target.action}")
            yield f"go to {target.title}  (g {target.letter})", "", run
        for name in themes.NAMES:
            yield f"theme: {themes.shown(name)}", "", partial(self.app.choose_theme, name)  # type: ignore[attr-defined]

    def _owner(self, command: Command) -> DOMNode | None:
        """Return what does a command that has no key: the screen, over the record the app."""
        app: Any = self.app
        if command.own_only and app.audience_of_vault is not Audience.CLIENT:
            return None
        owner = app if command.scope == "app" and app.record is self.screen else self.screen
        return owner if hasattr(owner, f"action_{command.action}") else None

    async def discover(self) -> Hits:
        """Offer everything before anything is typed."""
        seen: set[str] = set()
        for title, words, run in self._offers():
            if title not in seen:
                seen.add(title)
                yield DiscoveryHit(title, run, help=words or None)

    async def search(self, query: str) -> Hits:
        """Offer what matches."""
        matcher = self.matcher(query)
        seen: set[str] = set()
        for title, words, run in self._offers():
            score = matcher.match(title)
            if score > 0 and title not in seen:
                seen.add(title)
                yield Hit(score, matcher.highlight(title), run, help=words or None)

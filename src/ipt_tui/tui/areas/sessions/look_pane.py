"""The pane of a quick look: beside the note, over it where there is room for one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from ipt_tui.tui.verbs import VERBS
from ipt_tui.tui.widgets.field import safe_lines
from ipt_tui.tui.widgets.picture import Picture
from ipt_tui.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult
    from textual.widget import Widget

    from ipt_tui.ipt.walking import Direction
    from ipt_tui.tui.areas.inquiry import Ground
    from ipt_tui.tui.areas.sessions.look import Look


class LookPane(Vertical):
    """Shows one look; it reads and writes nothing. What is typed in it is for the note."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "walk('left')", show=False),
        Binding("right", "walk('right')", show=False),
        Binding("up", "walk('up')", show=False),
        Binding("down", "walk('down')", show=False),
    ]

    def __init__(self, type_on: Callable[[str], bool], *, id: str) -> None:  # noqa: A002
        """Start with nothing; `type_on` puts a text into the note, False where there is none."""
        super().__init__(id=id)
        self._type_on = type_on
        self.look: Look[Any] | None = None

    def compose(self) -> ComposeResult:
        """What it is, and how one leaves it; its pane comes with the look."""
        yield Words("", id="look-head", classes="muted")

    @property
    def pane(self) -> Widget | None:
        """The pane of the look, None while there is none."""
        return next((child for child in self.children if child.id != "look-head"), None)

    @property
    def home(self) -> Widget | None:
        """What has the focus while one is in it."""
        pane = self.pane
        return self.look.home(pane) if self.look is not None and pane is not None else None

    @property
    def has_it(self) -> bool:
        """Whether one is in it."""
        focused = self.screen.focused
        return focused is not None and self in focused.ancestors

    async def open(self, look: Look[Any], ground: Ground) -> None:
        """Show another look, which was read."""
        self.look = None  # nothing fills the pane of the one before, or one not there yet
        await self.remove_children([child for child in self.children if child.id != "look-head"])
        await self.mount(look.pane())
        self.look = look
        self.query_one("#look-head", Words).say(
            f"{look.why or look.NAME} · esc or {VERBS['go'].typing} {look.LETTER} closes"
        )
        self.fill(ground)

    def fill(self, ground: Ground) -> None:
        """Show what was read by now."""
        pane = self.pane
        if self.look is not None and pane is not None:
            self.look.fill(pane, ground)

    def close(self) -> None:
        """Show nothing."""
        self.look = None
        if (pane := self.pane) is not None:
            pane.remove()

    def action_walk(self, direction: Direction) -> None:
        """Light what comes next in that direction."""
        pane = self.pane
        if self.look is not None and pane is not None:
            self.look.walk(pane, direction)

    @on(Picture.Selected)
    def _picked(self, message: Picture.Selected) -> None:
        """Light what is clicked, in the look alone: what is in hand elsewhere stays so."""
        message.stop()
        if self.look is not None:
            self.look.come_to(self.pane, message.uid)

    def on_key(self, event: events.Key) -> None:
        """A letter is for the note."""
        if event.is_printable and event.character and self._type_on(event.character):
            event.stop()
            event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """So is what is pasted."""
        if self._type_on(safe_lines(event.text)):
            event.stop()

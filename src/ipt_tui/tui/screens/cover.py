"""The cover: on a terminal too small to read in, one sentence that asks for more room."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.screen import ModalScreen
from textual.widgets import Static

from ipt_tui.tui.commands import find
from ipt_tui.tui.verbs import VERBS
from ipt_tui.tui.widgets.key_line import HelpWords

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

LEAST = (60, 16)


def too_small(width: int, height: int) -> bool:
    """Return whether a terminal of this many columns and rows is too small."""
    return width < LEAST[0] or height < LEAST[1]


class CoverScreen(ModalScreen[None]):
    """Lies over everything until there is room again; nothing under it is lost."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(VERBS["go"].keys, "app.go", show=False, id=find("app.go").id)
    ]
    HELP: ClassVar[str] = "Make the window larger; everything is as you left it."
    DEFAULT_CSS = """
    CoverScreen { background: $background; align: center middle; }
    CoverScreen Static { width: auto; max-width: 100%; text-align: center; }
    CoverScreen HelpWords { margin: 1 0 0 0; }
    """

    def on_screen_resume(self) -> None:
        """Look whether there is room again: something lay over it meanwhile."""
        self.app.call_later(self.app.look_for_room)  # type: ignore[attr-defined]

    def compose(self) -> ComposeResult:
        """The sentence, and the way to help: numbers can be read in little room, too."""
        yield Static(
            f"A little more room, please: {LEAST[0]} columns and {LEAST[1]} rows.\n"
            "Everything is as you left it.",
            markup=False,
        )
        yield HelpWords()

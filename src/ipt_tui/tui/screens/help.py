"""Help for the screen one is on: what it is for, and its keys, from the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from ipt_tui.tui.commands import COMMANDS, VERBS, Command
from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.row import Cell, Row
from ipt_tui.tui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual.app import ComposeResult


class HelpScreen(ModalScreen[None]):
    """Keys of one area, then those that hold everywhere."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "close", "back", key_display="esc")
    ]

    def __init__(
        self, area: str, words: str, *, everywhere: tuple[str, ...] = ("record", "app")
    ) -> None:
        """Help for the area with this id; `words` say what it is for.

        `everywhere` are the scopes of the commands that work there besides its own.
        """
        super().__init__()
        self._area, self._words, self._scopes = area, words, everywhere

    def compose(self) -> ComposeResult:
        """Words, then the table of keys."""
        with Vertical(id="help"):
            yield Static(self._words, markup=False)
            yield Rows(self._rows(), id="keys")
        yield KeyLine()

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.set_focus(self.query_one(Rows))

    def _rows(self) -> tuple[Row, ...]:
        here = [c for c in COMMANDS if c.scope == self._area]
        everywhere = [c for c in COMMANDS if c.scope in self._scopes]
        rows = []
        if here:
            rows += [Row(None, (Cell("Here", "heading"),)), *map(self._row, here), Row(None)]
        rows += [Row(None, (Cell("Everywhere", "heading"),)), *map(self._row, everywhere)]
        back = VERBS["back"]
        rows.append(Row("back", (Cell(back.shown, "accent", 14), Cell(back.meaning)), wraps=True))
        return tuple(rows)

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss()

    def _row(self, command: Command) -> Row:
        key = self.app.key_of(command)  # type: ignore[attr-defined]
        cells = (Cell(key, "accent", 14), Cell(command.title, "strong", 20), Cell(command.help))
        return Row(command.id, cells, wraps=True)

"""Help for the screen one is on: what it is for, and its keys, from the registry."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from ipt_tui.ipt.audience import Audience
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
        self,
        area: str,
        words: str,
        *,
        everywhere: tuple[str, ...] = ("record", "app"),
        keys: tuple[tuple[str, str, str], ...] = (),
    ) -> None:
        """Help for the area with this id; `words` say what it is for.

        `everywhere` are the scopes of the commands that work there besides its own, `keys` those
        of what asks there: key, title, words.
        """
        super().__init__()
        self._area, self._words, self._scopes = area, words, everywhere
        self._keys = keys

    def compose(self) -> ComposeResult:
        """Words, then the table of keys; where there is little room they scroll together."""
        with Vertical(id="help"):
            yield Rows(self._rows(), id="keys")
        yield KeyLine()

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        rows = self.query_one(Rows)
        rows.to_top()
        self.set_focus(rows)

    def _rows(self) -> tuple[Row, ...]:
        here = [c for c in COMMANDS if c.scope == self._area and self._is_there(c)]
        others_look_on = self.app.audience is Audience.CLIENT  # type: ignore[attr-defined]
        everywhere = [
            command
            for command in COMMANDS
            if command.scope in self._scopes
            and not (command.alone and others_look_on)
            and self._is_there(command)
        ]
        rows: list[Row] = []
        for paragraph in self._words.split("\n\n"):  # each flows by itself
            rows += [Row(None, (Cell(" ".join(paragraph.split())),), wraps=True), Row(None)]
        if here or self._keys:
            asking = (_key_row(f"key:{key}", key, title, words) for key, title, words in self._keys)
            heading = Row(None, (Cell("Here", "heading"),))
            rows += [heading, *asking, *map(self._row, here), Row(None)]
        rows += [Row(None, (Cell("Everywhere", "heading"),)), *map(self._row, everywhere)]
        back = VERBS["back"]
        rows.append(Row("back", (Cell(back.shown, "accent", 10), Cell(back.meaning)), wraps=True))
        return tuple(rows)

    def action_close(self) -> None:
        """Back to where one was."""
        self.dismiss()

    def _row(self, command: Command) -> Row:
        key = self.app.shown_key(command)  # type: ignore[attr-defined]
        title = command.title_in(own=self._in_ones_own)
        words = command.words_in(own=self._in_ones_own) or ""
        return _key_row(command.id, key, title, words)

    @property
    def _in_ones_own(self) -> bool:
        """Whether the vault is that of the one whose record it is."""
        of: Audience = self.app.audience_of_vault  # type: ignore[attr-defined]
        return of is Audience.CLIENT

    def _is_there(self, command: Command) -> bool:
        return command.words_in(own=self._in_ones_own) is not None


def _key_row(uid: str, key: str, title: str, words: str) -> Row:
    cells = (Cell(key, "accent", 10), Cell(title, "strong", 18, wraps=True), Cell(words))
    return Row(uid, cells, wraps=True)

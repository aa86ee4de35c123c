"""Which measure: a list of those there are, those in use first."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from ipt_tui.tui.widgets.key_line import KeyLine
from ipt_tui.tui.widgets.row import Cell, Row
from ipt_tui.tui.widgets.rows import Rows
from ipt_tui.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from ipt_tui.ipt.instrument import Instrument

_NAME, _HOW = 12, 12
_ONLY_SCORE = "score only"


class ChooseScreen(ModalScreen[str | None]):
    """Gives back the id of the measure that is chosen, None for none."""

    CSS_PATH = "answering.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "back", key_display="esc"),
        Binding("enter", "choose", "this one", key_display="enter"),
    ]

    def __init__(self, instruments: Sequence[Instrument]) -> None:
        """Offer these, in their order."""
        super().__init__()
        self._offered = instruments

    def compose(self) -> ComposeResult:
        """A row each."""
        with Vertical(id="choose"):
            yield Words("Which one?", classes="strong")
            yield Rows(tuple(map(_row, self._offered)), id="offered")
        yield KeyLine()

    def on_mount(self) -> None:
        """Let the arrows walk."""
        self.set_focus(self.query_one(Rows))
        self.app.gate.open()  # type: ignore[attr-defined]

    @on(Rows.Chosen)
    def _chosen(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        """Give back the one under the cursor; keys wait for what comes of it."""
        self.app.gate.shut()  # type: ignore[attr-defined]
        self.dismiss(self.query_one(Rows).cursor)

    def action_close(self) -> None:
        """Give back none."""
        self.dismiss(None)


def _row(one: Instrument) -> Row:
    how = "" if one.asked else _ONLY_SCORE
    cells = (Cell(one.short, "strong", _NAME), Cell(how, "muted", _HOW), Cell(one.title))
    return Row(one.id, cells)

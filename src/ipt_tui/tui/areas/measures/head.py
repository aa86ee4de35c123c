"""Above the measure in hand: which it is, when it was answered, and in which form it is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len

from ipt_tui.ipt.text import one_line
from ipt_tui.tui.widgets.lined import Lines
from ipt_tui.tui.widgets.one_of import pieces
from ipt_tui.tui.widgets.row import Cell, Row, lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ipt_tui.tui.widgets.row import Line

FORMS = ("picture", "answers")
_APART = "   "


class MeasureHead(Lines):
    """A line for the measure and one for the forms; over answers, below, what needs a person."""

    name_of = when = form = flag = ""

    def __init__(self) -> None:
        """Start empty, two lines high."""
        super().__init__(least=2)

    def tell(self, name: str, when: str, form: str, flag: str) -> None:
        """Say which measure, when and how it was answered, in which of the FORMS it is shown."""
        self.name_of, self.when, self.form, self.flag = name, when, form, flag
        self.show_others()

    def laid_out(self, width: int, height: int) -> Sequence[Line]:  # noqa: ARG002
        """Return the lines; a long name gives way to when it was answered."""
        room = max(0, width - cell_len(_APART + self.when))
        name = one_line(self.name_of, room, cell_len)
        words = _APART.join(filter(None, (name, self.when)))
        forms = pieces(FORMS, self.form) if self.when else ()
        head: list[Line] = [((words, "heading"),), forms]
        if self.form != FORMS[1]:
            return head
        flag = lines(Row(None, (Cell(self.flag, "accent"),), wraps=True), width)
        return [*head, *flag]  # an empty line without one: nothing jumps while one walks

"""What somebody rehearsed alone as rows: under a talk, and under a thing to try."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.rehearsal_words import alone_head, alone_lines
from ipt_tui.ipt.text import one_line
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ipt_tui.ipt.talk import Round

ALONE = ":alone"
"""How the keys of these rows end, and what they open: what is told there is not asked again."""
_INDENT, _WHO = 3, 12


def alone_rows(each: Round, me: str, them: str, today: date) -> Iterator[Row]:
    """Yield what somebody rehearsed alone: how sure, where it would be, and who says what."""
    key = f"round:{each.uid}{ALONE}"
    yield Row(key, (Cell(alone_head(each, today), "label"),), wraps=True)
    indent = Cell("", "", _INDENT)
    if each.situation:
        yield Row(f"{key}:where", (indent, Cell(each.situation, "muted")), wraps=True, opens=key)
    for number, (who, words) in enumerate(alone_lines(each, me, them)):
        cells = (indent, Cell(one_line(who, _WHO - 1), "label", _WHO), Cell(f"“{words}”"))
        yield Row(f"{key}:{number}", cells, wraps=True, opens=key)

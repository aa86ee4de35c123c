"""The card for one's next session as rows: what there is to choose from, and the card itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.exchange.next_card import as_text
from ipt_tui.ipt.next_card import NOTED, Part, since_words, veiled_words
from ipt_tui.ipt.placing import VEIL
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipt_tui.ipt.next_card import CardLine, NextCard

NEW = "new"
ADD = "n adds a line in your own words"
HOW = "space puts a line on the card, or leaves it out. ✓ is on it, · is left out."
KEPT, LEFT = "✓", "·"
_MARK = 3


def list_rows(card: NextCard) -> tuple[Row, ...]:
    """Return all there is to choose from, part by part."""
    return tuple(_list(card))


def _list(card: NextCard) -> Iterator[Row]:
    yield Row(None, (Cell(f"{since_words(card)}. {HOW}", "muted"),), wraps=True)
    for part, heading in NOTED.items():
        lines = card.of(part)
        if lines or part is Part.OWN:
            yield Row(None)
            yield Row(None, (Cell(heading, "heading"),), wraps=True)
            yield from map(_line, lines)
        if part is Part.OWN:
            yield Row(NEW, (Cell("", "", _MARK), Cell(ADD, "muted")), wraps=True)
    if told := veiled_words(card):
        yield Row(None)
        yield Row(None, (Cell(told, "muted"),), wraps=True)


def _line(line: CardLine) -> Row:
    mark = Cell(f" {KEPT if line.kept else LEFT}", "accent" if line.kept else "muted", _MARK)
    words = f"{line.words or VEIL} (veiled)" if line.veiled else line.words
    return Row(line.key, (mark, Cell(words, "" if line.kept else "muted")), wraps=True)


def card_rows(card: NextCard) -> tuple[Row, ...]:
    """Return the lines of the card, as it is copied and written, as rows to go through."""
    return tuple(
        Row(f"line:{number}", (Cell(text),), wraps=True)
        for number, text in enumerate(as_text(card))
    )

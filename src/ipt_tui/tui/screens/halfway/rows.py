"""The halfway look as rows: what was and what is, and at the end what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.halfway import FIELDS, VEILED, answer_words, question, sections
from ipt_tui.ipt.placing import VEIL
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipt_tui.ipt.halfway import Halfway

LABEL = 24
_TOGETHER = {
    Audience.PRACTITIONER: "Looked at together",
    Audience.CLIENT: "What we say of it",
}


def halfway_rows(look: Halfway, audience: Audience) -> tuple[Row, ...]:
    """Return the rows of the look; the questions are keyed by their fields."""
    return tuple(_rows(look, audience))


def _rows(look: Halfway, audience: Audience) -> Iterator[Row]:
    for number, section in enumerate(sections(look, audience)):
        if number:
            yield Row(None)
        yield Row(f"part:{number}", (Cell(section.title, "heading"),))
        for line in section.lines:
            yield Row(None, (Cell(line),), wraps=True)
    yield Row(None)
    said = look.said
    when = f", {short(said.day, look.today)}" if said is not None else ""
    yield Row(None, (Cell(f"{_TOGETHER[audience]}{when}", "heading"),))
    if said is not None and said.veiled:
        yield Row(FIELDS[0], (Cell(f"{VEIL} {VEILED}", "muted"),), wraps=True)
        return
    for field in FIELDS:
        words = Cell(answer_words(look, field), "" if look.answer(field) else "muted")
        label = Cell(question(field, audience), "label", LABEL, wraps=True)
        yield Row(field, (label, words), wraps=True)

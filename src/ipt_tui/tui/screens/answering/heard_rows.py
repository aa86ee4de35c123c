"""What was heard of a row of digits, item by item, and what it comes to, as it is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.instrument import told
from ipt_tui.ipt.measure_words import answer_words, changed_words, scored_words
from ipt_tui.ipt.score_change import change
from ipt_tui.ipt.scoring import entered, score
from ipt_tui.tui.areas.measures.flags import quiet_line
from ipt_tui.tui.screens.answering.form_rows import GAP
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from datetime import date

    from ipt_tui.ipt.instrument import Instrument, Item
    from ipt_tui.ipt.measures import Response
    from ipt_tui.ipt.paper_row import PaperRow
    from ipt_tui.ipt.score_row import ScoreRow
    from ipt_tui.ipt.scoring import Answer, Scored

MISSING = "missing"
_NUMBER, _ANSWER = 4, 32


def heard_items(instrument: Instrument, row: PaperRow) -> tuple[Row, ...]:
    """Return every item of the form with what was heard for it."""
    heard = len(row.answers)
    rows = [
        _row(str(n), item.text, _said(item, row.answers[n - 1]) if n <= heard else "")
        for n, item in enumerate(instrument.items, 1)
    ]
    if (item := instrument.difficulty) is not None:
        said = "" if row.difficulty is None else _said(item, row.difficulty)
        rows.append(_row("+", item.text, said))
    return tuple(rows)


def heard_score(instrument: Instrument, row: ScoreRow) -> tuple[Row, ...]:
    """Return the score and each part of it with what was heard, and from where to where it goes."""
    lines = [("score", instrument.lowest, instrument.highest, row.total)]
    lines += [
        (part.label, part.lowest, part.highest, row.parts.get(part.id)) for part in instrument.parts
    ]
    return tuple(
        _row(str(n), f"{label}, {told(low)} to {told(high)}", "" if value is None else told(value))
        for n, (label, low, high, value) in enumerate(lines, 1)
    )


def _said(item: Item, answer: Answer) -> str:
    return MISSING if answer is None else answer_words(item, answer)


def _row(number: str, text: str, said: str) -> Row:
    cells = (Cell(number, "label", _NUMBER), Cell(text, "" if said else "muted"))
    return Row(f"heard:{number}", (*cells, GAP, Cell(said, "strong", _ANSWER)), wraps=True)


def comes_to(
    instrument: Instrument, row: PaperRow | ScoreRow, last: Response | None, today: date
) -> str:
    """Return what a whole row comes to, for the practitioner: "9 of 27, mild · down 4 since …".

    `last` is the one before it. With it what needs a person; "" while the row is not whole.
    """
    if not row.whole:
        return ""
    scored = _scored(instrument, row)
    words = [scored_words(instrument, scored) or scored.reason]
    if scored.total is not None and last is not None and last.total is not None and not last.older:
        found = change(instrument, last.total, scored.total, last.day)
        words.append(changed_words(found, today))
    return "\n".join(
        filter(None, (" · ".join(filter(None, words)), quiet_line(scored.flags, scored.unknown)))
    )


def _scored(instrument: Instrument, row: PaperRow | ScoreRow) -> Scored:
    if hasattr(row, "answers"):
        return score(instrument, row.answers)
    return entered(instrument, row.total, row.parts)

"""The list of measures as rows: the last score, how scores went, what changed, what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.measure_words import NOT_ANSWERED, change_line, open_words, score_words
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ipt_tui.ipt.measures import MeasureLine, Measures, Response

OTHER = "other"
"""The key of the row that offers every other measure."""
_NAME, _SCORE, _SPARK, _LAST_FEW = 11, 28, 10, 9
_EMPTY = {
    Audience.PRACTITIONER: "Here stand questionnaires: the last score, how it changed and by "
    "whose rule, and what is due.",
    Audience.CLIENT: "Here stands how you have been, as you said it yourself on a form. "
    "Nothing here has to be filled in.",
}


def measure_list(measures: Measures | None, audience: Audience) -> tuple[Row, ...]:
    """Return a row a measure, its id the key, and one that leads to all the others."""
    rows: list[Row] = []
    if measures is None or not measures.lines:
        rows += [Row(None, (Cell(_EMPTY[audience], "muted"),), wraps=True), Row(None)]
    if measures is None:
        return tuple(rows)
    own = audience is Audience.CLIENT
    rows += [_own_row(each, measures) if own else _row(each, measures) for each in measures.lines]
    rows.append(Row(OTHER, (Cell("+ another measure", "accent"),)))
    return tuple(rows)


def problem_words(problems: Sequence[str]) -> str:
    """Return in one line what is wrong with instrument files of one's own, "" for nothing."""
    more = f" And {len(problems) - 1} more." if len(problems) > 1 else ""
    return f"{problems[0]}{more}" if problems else ""


def _row(each: MeasureLine, measures: Measures) -> Row:
    last, today = each.scored or each.last, measures.today
    said = score_words(each.instrument, last) if last else NOT_ANSWERED
    rest = (*_waits(each, measures, "due"), open_words(each, today), change_line(each, today))
    return Row(
        each.id,
        (
            Cell(each.name, "strong", _NAME),
            Cell(said, "" if each.last else "muted", _SCORE),
            Cell(each.spark[-_LAST_FEW:], "accent", _SPARK),
            Cell(" · ".join(filter(None, rest))),
        ),
    )


def _own_row(each: MeasureLine, measures: Measures) -> Row:
    """For a client: when it was filled in. A score stands only beside a sentence."""
    about = each.instrument.about if each.instrument else ""
    waits = _waits(each, measures, "to fill in")
    when = f"filled in {short(each.last.day, measures.today)}" if each.last else ""
    rest = tuple(filter(None, (when, *waits))) or (NOT_ANSWERED,)
    cells = (Cell(each.name, "strong", _NAME), Cell(about, "muted", _SCORE))
    return Row(each.id, (*cells, Cell(" · ".join(rest))))


def _waits(each: MeasureLine, measures: Measures, due: str) -> tuple[str, ...]:
    """Return what waits for somebody: that it was begun, else that it is due."""
    if each.begun is not None:
        return (begun_words(each.begun, measures.today),)
    return (due,) if each.due is not None else ()


def begun_words(begun: Response, today: date) -> str:
    """Return "4 of 9, begun today: enter goes on", or that it cannot be gone on with."""
    when = "today" if begun.day == today else short(begun.day, today)
    if begun.older:
        return f"begun {when} in an older form: x takes it out"
    done = sum(answer is not None for answer in begun.answers)
    return f"{done} of {len(begun.answers)}, begun {when}: enter goes on"

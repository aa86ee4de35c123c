"""The list of measures as rows: the last score, how scores went, what changed, what is due."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from rich.cells import cell_len

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.measure_words import NOT_ANSWERED, change_line, open_words, score_words
from ipt_tui.tui.areas.measures.flags import open_flags, quiet_line
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from ipt_tui.ipt.measures import MeasureLine, Measures, Response

OTHER = "other"
"""The key of the row that offers every other measure."""
TYPED = "typed from paper, not kept: i"
HIDDEN = "scores hidden"
NO_TOTAL = "no total"
_LAST_FEW, _WIDEST, _MOST = 9, 28, 2
_Said = tuple[Cell, Cell, tuple[str, ...]]
"""What stands in a row after the name: the score, how scores went, and the rest."""
_EMPTY = {
    Audience.PRACTITIONER: "Here stand questionnaires: the last score, how it changed and by "
    "whose rule, and what is due.",
    Audience.CLIENT: "Here stands how you have been, as you said it yourself on a form. "
    "Nothing here has to be filled in.",
}


@dataclass(frozen=True, slots=True)
class Beside:
    """What the rows say that is not of the measures themselves.

    `settled` are responses with an outcome recorded, by their uids; `typed` the ids of measures of
    which something typed from paper is not kept yet, with their names.
    """

    settled: frozenset[str] = frozenset()
    typed: Mapping[str, str] = field(default_factory=dict)


def measure_list(
    measures: Measures | None, audience: Audience, beside: Beside = Beside()
) -> tuple[Row, ...]:
    """Return a row a measure, its id the key, and one that leads to all the others."""
    rows: list[Row] = []
    if measures is None or not measures.lines:
        rows += [Row(None, (Cell(_EMPTY[audience], "muted"),), wraps=True), Row(None)]
    if measures is None:
        return tuple(rows)
    if measures.lines:
        row = _own_row if audience is Audience.CLIENT else _row
        said = [row(each, measures, beside) for each in measures.lines]
        rows += _in_columns(measures.lines, said)
    others = [name for id_, name in beside.typed.items() if measures.line(id_) is None]
    waits = f"   {', '.join(others)}: {TYPED}" if others else ""
    rows.append(Row(OTHER, (Cell(f"+ another measure{waits}", "accent"),)))
    return tuple(rows)


def problem_words(problems: Sequence[str]) -> str:
    """Return in one line what is wrong with instrument files of one's own, "" for nothing."""
    more = f" And {len(problems) - 1} more." if len(problems) > 1 else ""
    return f"{problems[0]}{more}" if problems else ""


def _row(each: MeasureLine, measures: Measures, beside: Beside) -> _Said:
    """For a practitioner: what needs a person comes before any good news."""
    last, today = each.scored or each.last, measures.today
    said = NOT_ANSWERED if last is None else NO_TOTAL
    if last is not None and last.total is not None:
        said = score_words(each.instrument, last)
    flags = [flag for flag in open_flags(each, each.last, beside.settled) if flag.asks_for_safety]
    given = each.last
    unknown = given.unknown if given is not None and given.uid not in beside.settled else ()
    rest = (
        quiet_line(flags, unknown).rstrip("."),
        *_waits(each, measures, beside, "due"),
        HIDDEN if each.hidden else "",
        open_words(each, today),
        change_line(each, today),
    )
    score = Cell(said, "" if last else "muted")
    return score, Cell(each.spark[-_LAST_FEW:], "accent"), rest


def _own_row(each: MeasureLine, measures: Measures, beside: Beside) -> _Said:
    """For a client: what waits, and when it was filled in. A score stands only in a sentence."""
    about = each.instrument.about if each.instrument else ""
    waits = tuple(_waits(each, measures, beside, "to fill in"))
    when = f"filled in {short(each.last.day, measures.today)}" if each.last else ""
    rest = (*waits, when or ("" if waits else NOT_ANSWERED))
    return Cell(about, "muted"), Cell(""), rest


def _in_columns(lines: Sequence[MeasureLine], said: Sequence[_Said]) -> Iterator[Row]:
    """Yield the rows; a column is as wide as what stands in it, so that most is left for the rest.

    The rest takes a second line where there is no room: what it begins with matters most.
    """
    names = [Cell(each.name, "strong") for each in lines]
    columns = (names, [score for score, _, _ in said], [few for _, few, _ in said])
    widths = [min(_WIDEST, max(cell_len(cell.text) for cell in cells) + 2) for cells in columns]
    for each, name, (score, few, rest) in zip(lines, names, said, strict=True):
        cells = zip((name, score, few), widths, strict=True)
        fixed = (replace(cell, width=width) for cell, width in cells if width > 2)
        last = Cell(" · ".join(filter(None, rest)))
        yield Row(each.id, (*fixed, last), wraps=True, most=_MOST)


def _waits(each: MeasureLine, measures: Measures, beside: Beside, due: str) -> Iterator[str]:
    """Yield what waits for somebody: what was typed or begun, else that it is due."""
    if each.id in beside.typed:
        yield TYPED
    if each.begun is not None:
        yield begun_words(each.begun, measures.today)
    elif each.due is not None:
        yield due


def begun_words(begun: Response, today: date) -> str:
    """Return "4 of 9, begun today: enter goes on"; where all is answered, how it is finished."""
    done, of = sum(answer is not None for answer in begun.answers), len(begun.answers)
    when = "today" if begun.day == today else short(begun.day, today)
    if begun.older:
        return f"begun {when} in an older form: x takes it out"
    if done == of:
        return f"all answered{'' if when == 'today' else f', begun {when}'}: enter finishes"
    return f"{done} of {of}, begun {when}: enter goes on"

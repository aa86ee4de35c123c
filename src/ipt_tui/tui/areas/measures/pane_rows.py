"""One response in words: its answers item by item, and all there is to say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.measure_words import SCREENING, beside, item_lines, sentences
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ipt_tui.ipt.measures import MeasureLine, Response

VEILED_NOTE = "A note: sensitive; enter shows it."
OLDER = "The form has changed since, so its answers are not shown in its words."
_NUMBER, _ANSWER = 4, 32


def answer_rows(
    line: MeasureLine, response: Response, today: date, audience: Audience
) -> tuple[Row, ...]:
    """Return the answers as rows, then what is said of them, then whose the form is."""
    rows = [
        Row(
            f"item:{number}",
            (
                Cell(str(number), "label", _NUMBER),
                Cell(text),
                Cell(answer or "left open", "" if answer else "muted", _ANSWER, wraps=True),
            ),
            wraps=True,
        )
        for number, (text, answer) in enumerate(_items(line, response), 1)
    ]
    if response.older and response.answers:
        rows.append(_words("older", OLDER, "muted"))
    said = told(line, response, today, audience)
    rows += [
        Row(None),
        *(_words(f"told:{n}", words, "") for n, words in enumerate(said)),
    ]
    if audience is Audience.PRACTITIONER and line.instrument is not None:
        facts = enumerate(line.instrument.facts)
        rows += [Row(None), *(_words(f"fact:{n}", words, "muted") for n, words in facts)]
    rows += [Row(None), *(_words(f"of:{n}", w, "muted") for n, w in enumerate(credit(line)))]
    return tuple(rows)


def _items(line: MeasureLine, response: Response) -> tuple[tuple[str, str], ...]:
    return item_lines(line.instrument, response) if line.instrument is not None else ()


def told(line: MeasureLine, response: Response, today: date, audience: Audience) -> tuple[str, ...]:
    """Return what there is to say of a response; for a client always a sentence, never a note."""
    return tuple(_told(line, response, today, audience))


def _told(line: MeasureLine, response: Response, today: date, audience: Audience) -> Iterator[str]:
    yield from sentences(line, today, audience, response)
    if audience is Audience.PRACTITIONER:
        yield from beside(response)
        if response.veiled:
            yield VEILED_NOTE
        if response.total is not None:
            yield SCREENING


def credit(line: MeasureLine) -> tuple[str, ...]:
    """Return whose the form is, and under what licence it stands here."""
    form = line.instrument
    return tuple(filter(None, (form.attribution, form.licence))) if form is not None else ()


def _words(key: str, words: str, role: str) -> Row:
    return Row(key, (Cell(words, role),), wraps=True)

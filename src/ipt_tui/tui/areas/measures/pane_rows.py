"""A measure and one response in words: its answers item by item, and all there is to say of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.measure_schedule import Often
from ipt_tui.ipt.measure_words import SCREENING, beside, flag_words, item_lines, sentences
from ipt_tui.tui.areas.measures.flags import open_flags, quiet_line
from ipt_tui.tui.areas.measures.list_rows import begun_words
from ipt_tui.tui.widgets.row import Cell, Row

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from ipt_tui.ipt.measures import MeasureLine, Response

VEILED_NOTE = "A note: sensitive; enter shows it."
OLDER = "The form has changed since, so its answers are not shown in its words."
_EMPTY = "Not answered yet. n asks it here; i keys it in from paper."
_ONLY_SCORE = "Only the score of this form is kept here. i types it."
_GONE = "The file of this form is gone. Its scores stay, and are not compared."
_NUMBER, _ANSWER = 4, 32


def title(line: MeasureLine | None) -> str:
    """Return what a measure is called, and its whole name where that is another."""
    if line is None:
        return ""
    return line.instrument.full_name if line.instrument else line.name


def quiet(line: MeasureLine | None, given: Response | None, settled: frozenset[str]) -> str:
    """Return what needs a person in the response in hand, and in those that are not finished.

    A soft hint raises no concern, so none is offered for it: there it could be ticked away.
    """
    flags = open_flags(line, given, settled) if line else ()
    unknown = given.unknown if given and given.uid not in settled else ()
    looks = "   ! looks at it" if any(flag.asks_for_safety for flag in flags) else ""
    return f"{quiet_line(flags, unknown)}{looks}"


def answer_rows(
    line: MeasureLine, response: Response | None, today: date, audience: Audience
) -> tuple[Row, ...]:
    """Return the answers as rows, then what is said of them, then whose the form is."""
    rows = [*_items(line, response), Row(None)] if response else []
    said = told(line, response, today, audience)
    rows += [_words(f"told:{n}", words, "") for n, words in enumerate(said)]
    if response is not None and audience is Audience.PRACTITIONER and line.instrument is not None:
        facts = enumerate(line.instrument.facts)
        rows += [Row(None), *(_words(f"fact:{n}", words, "muted") for n, words in facts)]
    rows += [Row(None), *(_words(f"of:{n}", w, "muted") for n, w in enumerate(credit(line)))]
    return tuple(rows)


def _items(line: MeasureLine, response: Response) -> Iterator[Row]:
    items = item_lines(line.instrument, response) if line.instrument is not None else ()
    for number, (text, answer) in enumerate(items, 1):
        cells = (
            Cell(str(number), "label", _NUMBER),
            Cell(text),
            Cell(answer or "left open", "" if answer else "muted", _ANSWER, wraps=True),
        )
        yield Row(f"item:{number}", cells, wraps=True)
    if response.older and response.answers:
        yield _words("older", OLDER, "muted")


def told(
    line: MeasureLine, response: Response | None, today: date, audience: Audience
) -> tuple[str, ...]:
    """Return what there is to say of a response; for a client always a sentence, never a note.

    Where none is finished, what can be done.
    """
    if response is None:
        return (_without(line, today),)
    return tuple(_told(line, response, today, audience))


def _without(line: MeasureLine, today: date) -> str:
    if line.instrument is None:
        return _GONE
    if line.begun is not None:
        return f"{begun_words(line.begun, today)}."
    return _EMPTY if line.instrument.asked else _ONLY_SCORE


def _told(line: MeasureLine, response: Response, today: date, audience: Audience) -> Iterator[str]:
    if audience is Audience.CLIENT:
        yield from sentences(line, today, audience, response)
    else:
        flags = tuple(map(flag_words, response.flags))  # first, or they are not read
        yield from flags
        yield from sentences(line, today, audience, response)
        yield from (words for words in beside(response) if words not in flags)
        yield from _planned(line)
        if response.veiled:
            yield VEILED_NOTE
        if response.total is not None:
            yield SCREENING


def _planned(line: MeasureLine) -> Iterator[str]:
    """Yield how often it is asked for, and that its scores are hidden, where that is said."""
    often = Often.read(line.often)
    asked = f"Asked for: {often.label}." if often not in (None, Often.NEVER) else ""
    hidden = "Its scores are hidden from the client." if line.hidden else ""
    if asked or hidden:
        yield " ".join(filter(None, (asked, hidden)))


def credit(line: MeasureLine) -> tuple[str, ...]:
    """Return whose the form is, and under what licence it stands here."""
    return line.instrument.credit if line.instrument is not None else ()


def _words(key: str, words: str, role: str) -> Row:
    return Row(key, (Cell(words, role),), wraps=True)

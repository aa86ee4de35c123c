"""Measures as plain lines: for any terminal, for screen readers, for pasting.

A paragraph a measure: its sentences, then each time it was answered, then what it is and whose.
No line relies on its place, a sign or a colour; a client reads no band without a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.exchange.plain import line, spaced, wrapped
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.measure_schedule import Often
from ipt_tui.ipt.measure_words import (
    ASKS,
    SCREENING,
    beside,
    flag_words,
    response_lines,
    sentences,
    unknown_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from ipt_tui.ipt.measures import MeasureLine, Measures, Response

NOTHING = "No measure was answered here yet."


def measures_lines(
    measures: Measures,
    audience: Audience = Audience.PRACTITIONER,
    problems: Sequence[str] = (),
    *,
    settled: frozenset[str] = frozenset(),
    width: int | None = None,
) -> list[str]:
    """Return measures as lines: heading, what is due, a paragraph a measure.

    Args:
        measures: What to tell.
        audience: For whom the lines are worded.
        problems: What is wrong with instrument files of one's own, a sentence each.
        settled: The responses that needed a person, by their uids, with an outcome recorded.
        width: In cells; lines are wrapped only if it is given.
    """
    told_ = [audience.pick(f"{measures.code}, measures", "What you filled in")]
    if measures.due:
        told_ += [f"{audience.pick('Due', 'To fill in')}: {', '.join(measures.due)}"]
    paragraphs = [
        _measure(each, measures, audience, settled)
        for each in measures.lines
        if each.last or each.begun
    ]
    for paragraph in paragraphs:
        told_ += spaced(map(line, paragraph))
    if not paragraphs:
        told_ += ["", NOTHING]
    elif audience is Audience.PRACTITIONER:
        told_ += ["", SCREENING]
    return wrapped([*map(line, told_), *spaced(map(line, problems))], width)


def _measure(
    each: MeasureLine, measures: Measures, audience: Audience, settled: frozenset[str]
) -> Iterator[str]:
    today, own = measures.today, audience is Audience.CLIENT
    if own:
        yield ", ".join(filter(None, (each.name, each.instrument.about if each.instrument else "")))
    yield from sentences(each, today, audience)
    for response in reversed(each.responses if not own or not each.hidden else ()):
        yield from response_lines(each, response, today, audience)
        yield from () if own else _beside(response, today, settled)
    for begun in reversed(each.unfinished):
        yield f"Begun on {short(begun.day, today)}, not finished."
        yield from () if own else _beside(begun, today, settled)
    if not own:
        yield f"Asked for: {Often.say(each.often)}"
    if each.instrument is not None:
        yield each.instrument.attribution
        yield each.instrument.licence


def _beside(response: Response, today: date, settled: frozenset[str]) -> Iterator[str]:
    """Yield what stands beside a score, each line with its day: no line relies on its place."""
    open_ = response.uid not in settled
    asks = {flag_words(flag): f"; {ASKS[flag.kind]}" for flag in response.flags if open_}
    unknown = unknown_words(response.unknown if open_ else ())
    for words in filter(None, (*beside(response), unknown)):
        told = f"{words[:1].lower()}{words[1:]}{asks.get(words, '')}"
        yield f"{short(response.day, today)}, {told}"

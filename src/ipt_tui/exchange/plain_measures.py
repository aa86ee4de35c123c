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
from ipt_tui.ipt.measure_words import SCREENING, flag_words, response_lines, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ipt_tui.ipt.measures import MeasureLine, Measures

NOTHING = "No measure was answered here yet."


def measures_lines(
    measures: Measures,
    audience: Audience = Audience.PRACTITIONER,
    problems: Sequence[str] = (),
    *,
    width: int | None = None,
) -> list[str]:
    """Return measures as lines: heading, what is due, a paragraph a measure.

    Args:
        measures: What to tell.
        audience: For whom the lines are worded.
        problems: What is wrong with instrument files of one's own, a sentence each.
        width: In cells; lines are wrapped only if it is given.
    """
    told_ = [audience.pick(f"{measures.code}, measures", "What you filled in")]
    if measures.due:
        told_ += [f"{audience.pick('Due', 'To fill in')}: {', '.join(measures.due)}"]
    paragraphs = [
        _measure(each, measures, audience) for each in measures.lines if each.last or each.begun
    ]
    for paragraph in paragraphs:
        told_ += spaced(map(line, paragraph))
    if not paragraphs:
        told_ += ["", NOTHING]
    elif audience is Audience.PRACTITIONER:
        told_ += ["", SCREENING]
    return wrapped([*map(line, told_), *spaced(map(line, problems))], width)


def _measure(each: MeasureLine, measures: Measures, audience: Audience) -> Iterator[str]:
    yield from sentences(each, measures.today, audience)
    shown = audience is Audience.PRACTITIONER or not each.hidden
    for response in reversed(each.responses):
        yield from response_lines(each, response, measures.today, audience) if shown else ()
    for begun in reversed(each.unfinished):
        yield f"Begun on {short(begun.day, measures.today)}, not finished."
        yield from map(flag_words, begun.flags if audience is Audience.PRACTITIONER else ())
    if audience is Audience.PRACTITIONER:
        yield f"Asked for: {Often.say(each.often)}"
    if each.instrument is not None:
        yield each.instrument.attribution
        yield each.instrument.licence

"""A score that was counted on paper, as it is typed: the total, then its parts, if any.

`12 / 1` is EPDS 12 with 1 at item 10; a part that is left out, or is `.`, is not known. A comma
stands between two numbers, but in a form whose score has decimals it is their point. In a form
whose sum is multiplied, WHO-5, one says of what a small number is: `15/25` and `60/100` are one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import plural
from ipt_tui.ipt.instrument import told
from ipt_tui.ipt.scoring import number_problem, step_problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipt_tui.ipt.instrument import Instrument
    from ipt_tui.ipt.measures import Response

_BETWEEN = re.compile(r"[\s;/|]+")
_NUMBER = re.compile(r"-?[0-9]{1,5}(?:[.,][0-9]{1,3})?")
_OF = re.compile(r"([0-9]{1,5})(?:\s*/\s*([0-9]{1,5}))?")
_UNKNOWN = "."


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """What is typed so far; `problem` is one sentence at the first that is wrong."""

    total: float | None = None
    parts: Mapping[str, float] = field(default_factory=dict)
    problem: str = ""

    @property
    def whole(self) -> bool:
        """Whether there is something to keep."""
        return not self.problem and (self.total is not None or bool(self.parts))


def parse_score(instrument: Instrument, typed: str) -> ScoreRow:
    """Read a score and its parts, in the order in which the instrument has them. Never raises."""
    if instrument.step > 1:
        return _multiplied(instrument, typed.strip())
    apart = typed if instrument.decimals else typed.replace(",", " ")
    words = [word for word in _BETWEEN.split(apart) if word]
    spans = [("The score", "", instrument.lowest, instrument.highest)]
    spans += [(part.label, part.id, part.lowest, part.highest) for part in instrument.parts]
    if len(words) > len(spans):
        parts = f" and {plural(len(instrument.parts), 'part')}" if instrument.parts else ""
        return ScoreRow(problem=f"{instrument.short} has one score{parts}; here are more numbers.")
    total: float | None = None
    found: dict[str, float] = {}
    for word, (label, name, low, high) in zip(words, spans, strict=False):
        if word == _UNKNOWN:
            continue
        if not _NUMBER.fullmatch(word):
            return ScoreRow(total, found, f"{_first(label)}: “{word[:10]}” is no number.")
        value = float(word.replace(",", "."))
        if problem := number_problem(_first(label), value, (low, high), instrument.decimals):
            return ScoreRow(total, found, problem)
        if name:
            found[name] = value
        else:
            total = value
    return ScoreRow(total, found)


def _multiplied(instrument: Instrument, typed: str) -> ScoreRow:
    """Read the score of a form whose sum is multiplied: as the sum, or as what that comes to."""
    if not typed:
        return ScoreRow()
    high = int(instrument.highest)
    raw = high // instrument.step
    found = _OF.fullmatch(typed)
    if found is None:
        words = f"The score: “{typed[:10]}” is no number"
        return ScoreRow(problem=f"{words}; type {score_example(instrument)}.")
    value, of = int(found[1]), int(found[2] or 0)
    if not of and 0 < value <= raw:
        words = f"Is that {value} of {raw}, as it is counted, or of {high}?"
        return ScoreRow(problem=f"{words} Type {value}/{raw} or {value}/{high}.")
    if of not in (0, raw, high):
        return ScoreRow(problem=f"The score is of {raw}, as it is counted, or of {high}.")
    if of == raw:
        value *= instrument.step
    span = (instrument.lowest, instrument.highest)
    problem = number_problem("The score", value, span, 0) or step_problem(instrument, value)
    return ScoreRow(problem=problem) if problem else ScoreRow(value)


def score_example(instrument: Instrument) -> str:
    """Return how the score of a form whose sum is multiplied is typed: "15/25 or 60/100"."""
    raw = int(instrument.highest) // instrument.step
    some = raw * 3 // 5
    return f"{some}/{raw} or {some * instrument.step}/{told(instrument.highest)}"


def format_score(instrument: Instrument, response: Response) -> str:
    """Return a score and its parts as a row that `parse_score` reads as the same."""
    if instrument.step > 1 and response.total is not None:
        return f"{told(response.total)}/{told(instrument.highest)}"
    known = {part.id: part.total for part in response.parts}
    values = (response.total, *(known.get(part.id) for part in instrument.parts))
    said = [_UNKNOWN if value is None else told(value) for value in values]
    while said[1:] and said[-1] == _UNKNOWN:
        said.pop()
    return " / ".join(said)


def _first(label: str) -> str:
    return label[:1].upper() + label[1:]

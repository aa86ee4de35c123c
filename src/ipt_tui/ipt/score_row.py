"""A score that was counted on paper, as it is typed: the total, then its parts, if any.

`12 / 1` is EPDS 12 with 1 at item 10; a part that is left out, or is `.`, is not known. A comma
stands between two numbers, but in a form whose score has decimals it is their point.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import plural
from ipt_tui.ipt.instrument import told
from ipt_tui.ipt.scoring import number_problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipt_tui.ipt.instrument import Instrument
    from ipt_tui.ipt.measures import Response

_BETWEEN = re.compile(r"[\s;/|]+")
_NUMBER = re.compile(r"[0-9]{1,4}(?:[.,][0-9]{1,3})?")
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


def format_score(instrument: Instrument, response: Response) -> str:
    """Return a score and its parts as a row that `parse_score` reads as the same."""
    known = {part.id: part.total for part in response.parts}
    values = (response.total, *(known.get(part.id) for part in instrument.parts))
    said = [_UNKNOWN if value is None else told(value) for value in values]
    while said[1:] and said[-1] == _UNKNOWN:
        said.pop()
    return " / ".join(said)


def _first(label: str) -> str:
    return label[:1].upper() + label[1:]

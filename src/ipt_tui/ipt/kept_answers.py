"""Answers, the scores of parts and what was flagged, as they are kept: short texts of JSON.

They are read strictly.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.instrument import LARGEST, FlagKind, told
from ipt_tui.ipt.scoring import DECLINED, PartScore, Raised

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipt_tui.ipt.scoring import Answer, Answers

_FARTHEST = 1000
"""No answer to an item is farther from nothing, and no form has as many items."""
_NUMBER = re.compile(r"-?[0-9]{1,5}(?:\.[0-9]{1,3})?")
_OF_A_PART, _OF_A_FLAG = 3, 4


def answers_text(answers: Answers) -> str:
    """Return answers as they are kept: `[2, null, "declined"]`."""
    return json.dumps([DECLINED.value if each is DECLINED else each for each in answers])


def read_answers(text: str) -> Answers:
    """Return answers that were kept. Raises ValueError for any other text."""
    return tuple(map(_answer, _listed(text)))


def parts_text(parts: Iterable[PartScore]) -> str:
    """Return the scores of parts as they are kept: `[["so", "Friends", 5.5]]`."""
    return json.dumps([[each.id, each.label, each.total] for each in parts], ensure_ascii=False)


def read_parts(text: str) -> tuple[PartScore, ...]:
    """Return the scores of parts that were kept. Raises ValueError for any other text."""
    return tuple(map(_part, _listed(text)))


def flags_text(flags: Iterable[Raised]) -> str:
    """Return what was flagged as it is kept: `[["self", "Thoughts that …", 1, 9]]`."""
    return json.dumps(
        [[each.kind, each.label, each.value, each.item] for each in flags], ensure_ascii=False
    )


def read_flags(text: str) -> tuple[Raised, ...]:
    """Return what was flagged and kept. Raises ValueError for any other text."""
    return tuple(map(_flag, _listed(text)))


def number_text(number: float | None) -> str:
    """Return a score as it is kept: "17", "5.3", "" for none."""
    return "" if number is None else told(number)


def read_number(text: str) -> float | None:
    """Return a score that was kept. Raises ValueError for any other text."""
    if not text:
        return None
    if not _NUMBER.fullmatch(text):
        raise ValueError("it is no number")
    return float(text)


def _listed(text: str) -> list[Any]:
    try:
        found = json.loads(text) if text else []
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(found, list):
        raise ValueError("it is no list")
    return found


def _answer(value: Any) -> Answer:
    if value is None:
        return None
    if value == DECLINED.value:
        return DECLINED
    if type(value) is int and abs(value) <= _FARTHEST:
        return value
    raise ValueError("it is no answer")


def _part(value: Any) -> PartScore:
    if isinstance(value, list) and len(value) == _OF_A_PART:
        name, label, total = value
        words = all(isinstance(each, str) for each in (name, label))
        number = total is None or (type(total) in (int, float) and abs(total) <= LARGEST)
        if words and number:
            return PartScore(name, label, None if total is None else float(total))
    raise ValueError("it is no score of a part")


def _flag(value: Any) -> Raised:
    if isinstance(value, list) and len(value) == _OF_A_FLAG:
        kind, label, answer, item = value
        numbers = all(type(each) is int and abs(each) <= LARGEST for each in (answer, item))
        if numbers and isinstance(label, str) and kind in list(FlagKind):
            return Raised(FlagKind(kind), label, answer, item)
    raise ValueError("it is nothing that was flagged")

"""Scoring: answers to a total, its band, its parts, and what needs a person.

An answer one prefers not to give is not 0, and neither is one that is missing: without an answer
to every item there is no total, unless the form's own rule works one out from the others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import listed, plural
from ipt_tui.ipt.instrument import FlagKind, How, rounded, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ipt_tui.ipt.instrument import Band, Flag, Instrument, Pattern, Subscale

_FEW = 3


class Declined(Enum):
    """An answer that one prefers not to give."""

    DECLINED = "declined"


DECLINED = Declined.DECLINED
Answer = int | Declined | None
"""What stands at an item: its number, that one prefers not to say, or nothing yet."""
Answers = tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class PartScore:
    """The score of a subscale, or of a part of a form on paper; None where it cannot be said."""

    id: str
    label: str
    total: float | None


@dataclass(frozen=True, slots=True)
class Raised:
    """An answer that needs a person: on `item` (from 1), or on the part called `label`.

    `item` is 0 for a form on paper. `label` are the words of the item.
    """

    kind: FlagKind
    label: str
    value: int
    item: int = 0

    @property
    def asks_for_safety(self) -> bool:
        """Whether one asks the person at once; a soft one is a quiet hint."""
        return self.kind is not FlagKind.SOFT


@dataclass(frozen=True, slots=True)
class Scored:
    """What there is to say of answers.

    `total` is None where there is none, and `reason` then says why in one sentence. `worked_out`
    says that some answers are missing and the form's rule worked the total out. `patterns` are for
    the practitioner alone, and so is `unknown`: the items and parts that would ask for safety, of
    which no answer is known ("item 9"). A total says nothing of them.
    """

    total: float | None = None
    reason: str = ""
    worked_out: str = ""
    band: Band | None = None
    parts: tuple[PartScore, ...] = ()
    flags: tuple[Raised, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    unknown: tuple[str, ...] = ()


def score(instrument: Instrument, answers: Answers) -> Scored:
    """Return the score of answers, one for each item in the order of the form.

    Raises ValueError for another number of answers, and for one that its item does not have.
    """
    found = regarded(instrument, answers)
    parts = tuple(
        PartScore(each.id, each.label, _part(instrument, answers, each))
        for each in instrument.subscales
    )
    fitting = tuple(each for each in instrument.patterns if _fits(each, answers))
    return replace(found, parts=parts, patterns=fitting)


def regarded(instrument: Instrument, answers: Answers) -> Scored:
    """Return the score of answers without its parts and patterns. Raises as `score` does."""
    check(instrument, answers)
    total, reason, worked_out = _total(instrument, answers)
    band = instrument.band(total)
    unknown = tuple(
        f"item {flag.item}"
        for flag in _asking(instrument)
        if flag.item and not isinstance(answers[flag.item - 1], int)
    )
    raised = _raised(instrument, answers)
    return Scored(total, reason, worked_out, band, flags=raised, unknown=unknown)


def entered(
    instrument: Instrument, total: float | None, parts: Mapping[str, float] | None = None
) -> Scored:
    """Return what there is to say of a score that was typed from a form, with its parts by ids.

    Any instrument can be entered so. Raises ValueError, one sentence, for what is out of range or
    finer than the form counts: between two bands nothing is said, nor below what a flag begins at.
    """
    parts = parts or {}
    if total is not None:
        span = (instrument.lowest, instrument.highest)
        _refuse(number_problem(instrument.short, total, span, instrument.decimals))
        _refuse(step_problem(instrument, total))
    known = {part.id: part for part in instrument.parts}
    for name, value in parts.items():
        if name not in known:
            raise ValueError(f"{instrument.short} has no such part.")
        part = known[name]
        span = (part.lowest, part.highest)
        _refuse(number_problem(part.label, value, span, instrument.decimals))
    raised = [
        Raised(flag.kind, known[flag.part].label, int(parts[flag.part]))
        for flag in instrument.flags
        if flag.part in parts and parts[flag.part] >= flag.value
    ]
    scores = tuple(
        PartScore(part.id, part.label, parts[part.id])
        for part in instrument.parts
        if part.id in parts
    )
    reason = "" if total is not None else "No total was given."
    unknown = [
        known[flag.part].label if flag.part else f"item {flag.item}"
        for flag in _asking(instrument)
        if flag.part not in parts and total != instrument.lowest  # then all is at its lowest
    ]
    return Scored(
        total, reason, "", instrument.band(total), scores, tuple(raised), unknown=tuple(unknown)
    )


def check(instrument: Instrument, answers: Answers) -> None:
    """Raise ValueError, one sentence, unless these are answers to this form."""
    if len(answers) != len(instrument.items):
        raise ValueError(
            f"{instrument.short} has {plural(len(instrument.items), 'item')}; "
            f"here are answers to {len(answers)}."
        )
    for number, (item, answer) in enumerate(zip(instrument.items, answers, strict=True), 1):
        if isinstance(answer, int) and not item.label(answer):
            raise ValueError(
                f"Item {number} has no answer {answer}; it goes from {item.lowest} to "
                f"{item.highest}."
            )


def missing(answers: Answers) -> tuple[int, ...]:
    """Return the numbers of the items without a number for an answer."""
    return tuple(n for n, answer in enumerate(answers, 1) if not isinstance(answer, int))


def number_problem(what: str, value: float, span: tuple[float, float], decimals: int) -> str:
    """Return what is wrong with a number that is typed from a form, a sentence; "" if nothing."""
    low, high = span
    if not low <= value <= high:
        return f"{what} goes from {told(low)} to {told(high)}."
    if round(value, decimals) == value:
        return ""
    if not decimals:
        return f"{what} is a whole number."
    return f"{what} has {plural(decimals, 'decimal')} at most."


def step_problem(instrument: Instrument, total: float) -> str:
    """Return that a score lies between two that there can be, a sentence; "" where it does not."""
    step = instrument.step
    if step == 1 or total % step == 0:
        return ""
    ends = f"from {told(instrument.lowest)} to {told(instrument.highest)}"
    return f"{instrument.short} goes {ends} in steps of {step}; {told(total)} is none of them."


def _refuse(problem: str) -> None:
    if problem:
        raise ValueError(problem)


def _total(instrument: Instrument, answers: Answers) -> tuple[float | None, str, str]:
    """Return the total, why there is none, and how it was worked out."""
    if instrument.how is How.NONE:
        return None, f"{instrument.short} has no total, only its parts.", ""
    gone = missing(answers)
    if len(gone) > instrument.may_miss:
        return None, f"No total: {_said(gone, answers)}.", ""
    counted = [n for n in range(1, len(answers) + 1) if n not in gone]
    over, under = _counts(instrument, answers, counted), 1
    if instrument.how is How.MEAN:
        under = len(counted)
    elif gone:
        over, under = over * len(answers), len(counted)
    total = rounded(over * instrument.times, under, instrument.decimals)
    worked = f"Worked out from the other {len(counted)}, as its rule allows: {_said(gone, answers)}"
    return total, "", f"{worked}." if gone else ""


def _said(gone: tuple[int, ...], answers: Answers) -> str:
    """Return "item 3 is not answered, 1 item preferred not to say"."""
    open_ = [n for n in gone if answers[n - 1] is None]
    declined = [n for n in gone if answers[n - 1] is DECLINED]
    said = []
    for numbers, words in ((open_, "not answered"), (declined, "rather not said")):
        if 0 < len(numbers) <= _FEW:
            lead = "item" if len(numbers) == 1 else "items"
            said.append(f"{lead} {listed([str(n) for n in numbers])} {words}")
        elif numbers:
            said.append(f"{len(numbers)} items {words}")
    return listed(said)


def _counts(instrument: Instrument, answers: Answers, numbers: Iterable[int]) -> int:
    """Return the sum of the answers to these items, reversed where the form says so."""
    whole = 0
    for number in numbers:
        item, answer = instrument.items[number - 1], answers[number - 1]
        if isinstance(answer, int):
            turned = number in instrument.reversed
            whole += item.lowest + item.highest - answer if turned else answer
    return whole


def _part(instrument: Instrument, answers: Answers, of: Subscale) -> float | None:
    """Return the score of a subscale, None where one of its answers is missing."""
    if any(not isinstance(answers[number - 1], int) for number in of.items):
        return None
    under = len(of.items) if of.how is How.MEAN else 1
    return rounded(_counts(instrument, answers, of.items), under, instrument.decimals)


def _asking(instrument: Instrument) -> Iterator[Flag]:
    """Yield the flags that ask for safety."""
    return (flag for flag in instrument.flags if flag.kind is not FlagKind.SOFT)


def _raised(instrument: Instrument, answers: Answers) -> tuple[Raised, ...]:
    found = []
    for flag in instrument.flags:
        answer = answers[flag.item - 1] if flag.item else None
        if isinstance(answer, int) and answer >= flag.value:
            text = instrument.items[flag.item - 1].text
            found.append(Raised(flag.kind, text, answer, flag.item))
    return tuple(found)


def _fits(pattern: Pattern, answers: Answers) -> bool:
    """Whether the answers make a pattern; with an answer missing it is not said."""
    for group in pattern.groups:
        given = [(number, answers[number - 1]) for number in group.items]
        if any(not isinstance(answer, int) for _, answer in given):
            return False
        count = sum(
            answer >= (1 if number in pattern.from_one else pattern.value)
            for number, answer in given
            if isinstance(answer, int)
        )
        if not group.least <= count <= group.most:
            return False
    return True

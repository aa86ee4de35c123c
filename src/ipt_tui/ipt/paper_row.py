"""A form on paper as a row of digits: read as it is typed.

`2 3 2 3 1 2 2 1 1 / 2`, `232312211 2` and `2323122112` are one: nine answers and, where the form
asks for it, how difficult it all made things, which is what `/` begins. `-` is for an answer
somebody prefers not to give, `.` for one that is missing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import plural
from ipt_tui.ipt.scoring import DECLINED

if TYPE_CHECKING:
    from ipt_tui.ipt.instrument import Instrument, Item
    from ipt_tui.ipt.scoring import Answer, Answers

_MARKS: dict[str, Answer] = {"-": DECLINED, ".": None}
_BETWEEN = re.compile(r"[\s,;|]+")
_LAST = "/"
_MARK_IT = "type . for an answer that is missing, - for one rather not given."
_ONE_DIGIT = 9


@dataclass(frozen=True, slots=True)
class PaperRow:
    """What is typed so far: the answers, and `problem`, one sentence, at the first that is wrong.

    `whole` says that all of the form's items are there, so that it can be kept.
    """

    answers: Answers = ()
    difficulty: int | None = None
    of: int = 0
    problem: str = ""

    @property
    def whole(self) -> bool:
        """Whether it can be kept."""
        return not self.problem and len(self.answers) == self.of

    @property
    def refusal(self) -> str:
        """Why it cannot be kept, "" where it can."""
        if self.problem or self.whole:
            return self.problem
        return (
            f"{len(self.answers)} of {self.of}: item {len(self.answers) + 1} is missing; {_MARK_IT}"
        )


def parse(instrument: Instrument, typed: str) -> PaperRow:
    """Read a row of answers, whole or as far as it is typed. Never raises."""
    items = instrument.items
    answers: list[Answer] = []
    difficulty: int | None = None
    given = last = False

    def row(problem: str = "") -> PaperRow:
        return PaperRow(tuple(answers), difficulty, len(items), problem)

    for piece in _pieces(instrument, typed):
        if piece == _LAST and not given and not last:
            if len(answers) < len(items):
                return row(f"Item {len(answers) + 1} is missing before {_LAST}: {_MARK_IT}")
            last = True
        elif len(answers) < len(items):
            number = len(answers) + 1
            if problem := _problem(items[number - 1], piece, f"Item {number}"):
                return row(problem)
            answers.append(_MARKS[piece] if piece in _MARKS else int(piece))
        elif instrument.difficulty is not None and not given:
            if problem := _problem(instrument.difficulty, piece, "The last question"):
                return row(problem)
            given, difficulty = True, None if piece in _MARKS else int(piece)
        else:
            more = " and one last question" if instrument.difficulty is not None else ""
            count = plural(len(items), "item")
            return row(f"{instrument.short} has {count}{more}; here are more.")
    return row()


def _pieces(instrument: Instrument, typed: str) -> list[str]:
    """Return what is typed answer by answer: each digit by itself where all answers have one."""
    apart = f" {_LAST} " if instrument.difficulty is not None else " "
    words = [word for word in _BETWEEN.split(typed.replace(_LAST, apart)) if word]
    every = (*instrument.items, *filter(None, (instrument.difficulty,)))
    if any(item.highest > _ONE_DIGIT or item.lowest < 0 for item in every):
        return words
    return [letter for word in words for letter in word]


def _problem(item: Item, piece: str, what: str) -> str:
    """Return what is wrong with one answer, "" where nothing is."""
    if piece in _MARKS:
        return ""
    span = f"{item.lowest} to {item.highest}"
    if not re.fullmatch(r"-?[0-9]{1,3}", piece):
        return f"{what}: “{piece[:10]}” is no number; the answers are {span}."
    if not item.label(int(piece)):
        high = " is too high" if int(piece) > item.highest else " is no answer"
        return f"{what}: {piece}{high}; the answers are {span}."
    return ""

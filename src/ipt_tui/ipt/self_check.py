"""The self-check: a few lines a practitioner may answer after a session, yes, partly or no.

It informs and no more: nothing is counted, compared or made of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ipt_tui.ipt.content import load
from ipt_tui.ipt.people import Met

_BETWEEN = ", "


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `id` is what is kept."""

    id: str
    label: str
    question: str


@cache
def lines() -> tuple[Line, ...]:
    """Return the lines, in the order in which they are asked."""
    tables = load("self_check.toml")["line"]
    return tuple(Line(table["id"], table["label"], table["question"]) for table in tables)


def answers(kept: str) -> dict[str, str]:
    """Return the answers as kept ("focus yes, affect partly"), by their lines."""
    return dict(pair.split(" ", 1) for pair in kept.split(_BETWEEN) if " " in pair)


def answered(kept: str, line: str, word: str) -> str:
    """Return what is to be kept once a line is answered; "" takes its answer away."""
    found = answers(kept) | {line: word}
    return _BETWEEN.join(f"{name} {said}" for name, said in found.items() if said)


def words(kept: str) -> str:
    """Return the answers as they are read: "the focus: yes · a feeling: partly"."""
    labels = {line.id: line.label for line in lines()}
    told = (f"{labels.get(name, name)}: {Met.say(word)}" for name, word in answers(kept).items())
    return " · ".join(told)

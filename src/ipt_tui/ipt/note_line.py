"""What a line of a note is about: who is named where the cursor stands, and which talk it is of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from ipt_tui.ipt.capture_names import Names
from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.ipt.tidy import talk_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from ipt_tui.ipt.tidy import Tidied, TidyItem


def named_at(line: str, column: int, known: Collection[str]) -> str:
    """Return who is named at a place in a line, else before it, else after it; "" for nobody.

    `known` are the names there are: with an @ the beginning of one will do, without it is whole.
    """
    found = [(n.start, n.stop, n.who.name) for n in Names(known).mentions(line) if n.who.name]
    for name in filter(str.strip, known):
        whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
        found += [(match.start(), match.end(), name) for match in whole.finditer(line)]
    if not found:
        return ""
    found.sort(key=lambda each: (each[0], -each[1]))
    here = [each for each in found if each[0] <= column <= each[1]]
    before = [each for each in found if each[1] < column]
    return (here or before[-1:] or found)[0][2]


_SAID = {Mark.TALK, Mark.TURN}


def nearest_above(pieces: Iterable[Captured], mark: Mark, row: int) -> int | None:
    """Return the nearest line at or above `row`, from 0, with such a mark; None for none."""
    lines = (piece.line for piece in pieces if piece.mark is mark and piece.line <= row)
    return max(lines, default=None)


@dataclass(frozen=True, slots=True)
class TalkHere:
    """The talk a line of a note is of: its first line, its items that wait, its uid once it is one.

    `uid` is "" until its first line was taken.
    """

    head: str
    waiting: tuple[TidyItem, ...]
    uid: str = ""


def talk_at(
    pieces: Sequence[Captured],
    items: Iterable[TidyItem],
    done: Iterable[Tidied],
    row: int,
    of: str = "",
) -> TalkHere | None:
    """Return the talk that the line `row` of a note belongs to, counted from 0; None for none.

    An empty line right after a talk belongs to it: there its next turn is typed. `pieces` and
    `items` are the whole note's, `done` the lines looked at in the session `of`, a uid.
    """
    first: Captured | None = None
    is_of_it, last = False, 0
    for number, line in groupby(pieces, key=lambda piece: piece.line):
        parts = tuple(line)
        marks = {piece.mark for piece in parts}
        if number > row and Mark.TALK in marks:
            break
        if Mark.TALK in marks:
            first = parts[0]
        said = bool(marks & _SAID)
        if number <= row and marks != {Mark.THIS_HOUR}:
            is_of_it = said
        last = number if said else last
    if first is None or not is_of_it:
        return None
    waiting = tuple(i for i in items if i.mark in _SAID and first.line <= i.number <= last)
    return TalkHere(first.words, waiting, talk_of(pieces, first.line, done, of))

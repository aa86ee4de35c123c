"""Across talks: what recurs when several are laid side by side, counted and never explained.

What is veiled is counted as such, and nothing of it is looked at.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.difficulties import NONE, difficulties
from ipt_tui.ipt.talk_vocabulary import Across as GotAcross
from ipt_tui.ipt.talk_vocabulary import Done, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ipt_tui.ipt.talk import TalkLine, Talks
    from ipt_tui.ipt.timeline import Named
    from ipt_tui.ipt.words import Vocabulary


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What got in the way of so many talks, and on which days as far as they are known."""

    code: str
    count: int
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Across:
    """What stands across talks.

    `lines` are the talks that are counted, the oldest first, `veiled` how many are not. `obstacles`
    are the most frequent first; `nothing` is in how many talks nothing got in the way. `wishes` are
    those said aloud and all there are, `led` how many talks one said aloud is noted with. `tried`
    is how many talks were tried; `done` and `got_across` are stored words with how often they
    stand, in the order of their vocabularies.
    """

    today: date
    lines: tuple[TalkLine, ...] = ()
    person: Named | None = None
    veiled: int = 0
    obstacles: tuple[Obstacle, ...] = ()
    nothing: int = 0
    wishes: tuple[int, int] = (0, 0)
    led: int = 0
    tried: int = 0
    done: tuple[tuple[str, int], ...] = ()
    got_across: tuple[tuple[str, int], ...] = ()

    @property
    def looked_at(self) -> tuple[TalkLine, ...]:
        """Those that are looked at."""
        return tuple(line for line in self.lines if line.stage is Stage.LOOKED_AT)

    @property
    def told(self) -> tuple[TalkLine, ...]:
        """Those of which it is told what got in the way, or that nothing did."""
        return tuple(line for line in self.lines if line.difficulties)


def across(talks: Talks) -> Across:
    """Return what stands across these talks, be they with one person or with everybody."""
    lines = tuple(line for line in reversed(talks.lines) if not line.veiled)
    marked = Counter(code for line in lines for code in dict.fromkeys(line.difficulties))
    nothing = marked.pop(NONE, 0)
    order = [difficulty.id for difficulty in difficulties()]
    codes = sorted(marked, key=lambda code: (-marked[code], _place(code, order), code))
    return Across(
        talks.today,
        lines,
        talks.person,
        len(talks.lines) - len(lines),
        tuple(
            Obstacle(
                code,
                marked[code],
                tuple(line.day for line in lines if line.day and code in line.difficulties),
            )
            for code in codes
        ),
        nothing,
        talks.wishes,
        sum(line.wishes_said > 0 for line in lines),
        sum(bool(line.tried) for line in lines),
        _counts(Done, (each.done for line in lines for each in line.tried)),
        _counts(GotAcross, (line.got_across for line in lines if line.got_across)),
    )


def _counts(words: type[Vocabulary], stored: Iterable[str]) -> tuple[tuple[str, int], ...]:
    found, order = Counter(stored), [word.value for word in words]
    return tuple((word, found[word]) for word in sorted(found, key=lambda w: (_place(w, order), w)))


def _place(word: str, order: list[str]) -> int:
    return order.index(word) if word in order else len(order)

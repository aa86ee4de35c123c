"""What was agreed beside the words of a contract: the focus and the goals, as they read then.

It is kept with the contract, because those go on changing in their own records; so it can be seen
that they have, and that it is to be agreed again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ipt_tui.ipt.entry_words import VEILED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ipt_tui.ipt.audience import Audience

FOCUS, GOALS = "focus", "goals"
NOTHING = "nothing"
"""What is kept where neither a focus nor a goal was there."""
GONE = "taken out of the record since"


@dataclass(frozen=True, slots=True)
class Agreed:
    """A focus, or a goal, by its `uid`: how it was called then, `plain` for the client."""

    sort: str
    uid: str
    words: str
    plain: str

    def said(self, audience: Audience) -> str:
        """Return its words for whoever reads."""
        return audience.pick(self.words, self.plain)


@dataclass(frozen=True, slots=True)
class Then:
    """What was agreed then, as it may be seen, and which sorts of it are others by now."""

    agreed: tuple[Agreed, ...] = ()
    moved: frozenset[str] = frozenset()

    def said(self, sort: str, audience: Audience) -> list[str]:
        """Return how the focus, or the goals, were called then."""
        return [item.said(audience) for item in self.agreed if item.sort == sort]


def kept(items: Iterable[Agreed]) -> str:
    """Return them as they are kept: one a line, its parts between tabs."""
    lines = ("\t".join(_flat(part) for part in _parts(item)) for item in items)
    return "\n".join(lines) or NOTHING


def read(text: str) -> tuple[Agreed, ...]:
    """Return what is kept; what is no such line is passed over."""
    rows = (line.split("\t") for line in text.split("\n"))
    return tuple(Agreed(*row) for row in rows if len(row) == len(Agreed.__slots__))


def without(text: str, uid: str) -> str:
    """Return what is kept without the words of what was taken out of the record."""
    items = read(text)
    if not any(item.uid == uid for item in items):
        return text
    return kept(replace(i, words=GONE, plain=GONE) if i.uid == uid else i for i in items)


def veiled(item: Agreed) -> Agreed:
    """Return it without its words."""
    return replace(item, words=VEILED, plain=VEILED)


def differs(then: Iterable[Agreed], now: Iterable[Agreed]) -> frozenset[str]:
    """Return whether the focus, or the goals, are others by now, or are called otherwise."""
    before, after = list(then), [Agreed(*map(_flat, _parts(item))) for item in now]
    return frozenset(
        sort for sort in (FOCUS, GOALS) if _of(before, sort) != _of(after, sort)
    )  # fmt: skip


def _of(items: list[Agreed], sort: str) -> list[Agreed]:
    return [item for item in items if item.sort == sort]


def _parts(item: Agreed) -> tuple[str, str, str, str]:
    return item.sort, item.uid, item.words, item.plain


def _flat(words: str) -> str:
    return " ".join(words.split())

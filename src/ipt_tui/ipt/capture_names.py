"""People named in a captured line with @: who is meant, and how the line reads without marks."""

import difflib
import re
from collections.abc import Collection
from dataclasses import dataclass

from ipt_tui.ipt.captured import Mentioned
from ipt_tui.ipt.folding import fold, folded

_AT = re.compile(r'(?<!\S)@(?:"(?P<quoted>[^"\n]{1,120})"|(?=[^\W\d_]))')
_WORD = re.compile(r"[^\W_][\w'’.-]*")
_JOINS = frozenset(
    (
        "with to and from for about of by without at met saw told asked rang called visited wrote"
    ).split()
)
"""Words that a name belongs to, so that it stays where it stands at the end of a title."""
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Named:
    """A mention in a text: who, and where it stands."""

    who: Mentioned
    start: int
    stop: int


SHORTEST_SLIP, LIKE = 4, 0.75
"""Shorter words are no slips of a name; so alike, of 1, has one to be."""


class Names:
    """The names that are known, prepared for looking up."""

    def __init__(self, known: Collection[str]) -> None:
        """Know these names; of two that fold alike the one spelled as typed, else the first."""
        self._spelled = frozenset(known)
        self._known = {folded(name): name for name in reversed(list(known)) if name.strip()}
        self._longest_first = sorted(self._known, key=len, reverse=True)

    def find(self, typed: str) -> Mentioned:
        """Return who is meant by a name as typed: whole, else a unique beginning, else a part."""
        wanted = folded(typed)
        if wanted in self._known:
            return Mentioned(typed, self._meant(typed, wanted))
        begins = [n for key, n in self._known.items() if key.startswith(wanted)]
        parts = [
            n for key, n in self._known.items()
            if any(word.startswith(wanted) for word in key.split())
        ]  # fmt: skip
        for found in (begins, parts):
            if len(found) == 1:
                return Mentioned(typed, found[0])
            if found:
                return Mentioned(typed, could_be=tuple(sorted(found)))
        return Mentioned(typed)

    def _meant(self, typed: str, key: str) -> str:
        """Return the name of somebody who is known, spelled as typed where there is such a one."""
        return typed if typed in self._spelled else self._known[key]

    def nearest(self, typed: str) -> str:
        """Return the one known name that a slip of a letter or two may have been, "" for none."""
        wanted = folded(typed)
        if len(wanted) < SHORTEST_SLIP:
            return ""
        near = difflib.get_close_matches(wanted, self._known, n=2, cutoff=LIKE)
        return self._known[near[0]] if len(near) == 1 else ""

    def mentions(self, text: str) -> list[Named]:
        """Return everybody named with @ in a text, in their order."""
        found = []
        for mark in _AT.finditer(text):
            if mark["quoted"]:
                name = " ".join(mark["quoted"].split())
                found.append(Named(self.find(name), mark.start(), mark.end()))
            elif named := self._after(text, mark.end()):
                found.append(Named(named[0], mark.start(), named[1]))
        return found

    def _after(self, text: str, at: int) -> tuple[Mentioned, int] | None:
        """Return the longest known name at a place, else the one word there."""
        head = text[at : at + LONGEST]
        plain, origin = fold(head)
        for key in self._longest_first:
            if plain.startswith(key) and not plain[len(key) : len(key) + 1].isalnum():
                stop = origin[len(key)] if len(key) < len(origin) else len(head)
                return Mentioned(head[:stop], self._meant(head[:stop], key)), at + stop
        word = _WORD.match(head)
        if word is None:
            return None
        typed = word[0].rstrip(".'’-")
        if typed.endswith(("'s", "’s")):
            typed = typed[:-2]
        return self.find(typed), at + len(typed)


def written_out(text: str, named: list[Named]) -> str:
    """Return a text with its mentions as names; those that only follow at its end are left out."""
    kept = list(named)
    end = len(text.rstrip(" ,;."))
    while kept and kept[-1].stop >= end and not takes_a_name(text[: kept[-1].start]):
        end = len(text[: kept[-1].start].rstrip(" ,;"))
        kept.pop()
    if end <= 0:
        kept, end = list(named), len(text)
    parts, at = [], 0
    for each in kept:
        parts += [text[at : each.start], each.who.name or each.who.typed]
        at = each.stop
    parts.append(text[at:end])
    return " ".join("".join(parts).split()).strip(" ,;")


def takes_a_name(before: str) -> bool:
    """Whether the word before a name belongs to it ("lunch with …")."""
    words = folded(before).split()
    return not words or words[-1].strip(",") in _JOINS


def without(text: str, named: list[Named]) -> str:
    """Return a text without its mentions."""
    parts, at = [], 0
    for each in named:
        parts.append(text[at : each.start])
        at = each.stop
    return " ".join("".join([*parts, text[at:]]).split())

"""Saying who people are in place of their names: "Sam listened" as "My partner listened"."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

KINDS = "kinds"
"""People are called who they are to the client; any other word kept says by their names."""
SOMEBODY = "somebody"
SHORTEST_PART = 3
_TITLES = frozenset("mr mrs ms miss dr sir aunt auntie uncle prof the my our".split())
_ALSO_WORDS = frozenset(
    (
        "april art august bill bob carol daisy dawn drew faith frank grace hope ivy jack joy june "
        "lance lily mark may mum dad olive pat ray rob robin rose ruby sky star sue summer will"
    ).split()
)
"""Names that are words too: written small they are taken for these."""


class WhoTheyAre:
    """Knows the people of one client, and puts who they are in place of what they are called.

    Where a part of a name is nobody else's it says so too: "Ito" of "Mr Ito".
    """

    def __init__(self, kinds: Mapping[str, str]) -> None:
        """Take what each of them is to the client, by their names; "" where nobody has said."""
        self._kinds = {name: kind.strip() for name, kind in kinds.items() if name.strip()}
        self._known = _parts(self._kinds) | {name.casefold(): name for name in self._kinds}
        found = "|".join(re.escape(each) for each in sorted(self._known, key=len, reverse=True))
        pattern = rf"(?P<own>\b(?:my|our|your)\s+)?(?<!\w)@?(?P<name>{found})(?!\w)"
        self._finding = re.compile(pattern, re.IGNORECASE) if found else None

    def label(self, name: str) -> str:
        """Return who somebody is, as it stands beside a sign: "partner", "partner's daughter"."""
        return self._replaced(self._kinds.get(name, ""), within="") or SOMEBODY

    def text(self, text: str, whose: str = "my") -> str:
        """Return a text that names nobody; `whose` they are is said before the word for them."""
        return self._replaced(text, within=whose)

    def _replaced(self, text: str, *, within: str) -> str:
        def said(match: re.Match[str]) -> str:
            written = match["name"]
            if written.islower() and written in _ALSO_WORDS:
                return match[0]
            name = self._known[written.casefold()]
            return self._within(match, name, within) if within else self._beside(name)

        return self._finding.sub(said, text) if self._finding else text

    def _beside(self, name: str) -> str:
        """Return who somebody is within the words for another: no name, and no further one."""
        kind = self._kinds[name]
        return SOMEBODY if not kind or (self._finding and self._finding.search(kind)) else kind

    def _within(self, match: re.Match[str], name: str, whose: str) -> str:
        """Return who somebody is within a sentence, with a capital where one begins."""
        kind = self.label(name)
        words = kind if kind == SOMEBODY else f"{match['own'] or f'{whose} '}{kind}"
        before = match.string[: match.start()].rstrip(" \t“\"'(")
        begins = not before or before[-1] in ".!?\n"
        return words[:1].upper() + words[1:] if begins else words


def _parts(kinds: Mapping[str, str]) -> dict[str, str]:
    """Return the parts of names by which one alone is called, each with the whole name."""
    every = Counter(part.casefold() for name in kinds for part in set(name.split()))
    return {
        part.casefold(): name
        for name in kinds
        for part in name.split()
        if len(part) >= SHORTEST_PART
        and part[0].isupper()
        and part.casefold() not in _TITLES
        and every[part.casefold()] == 1
    }

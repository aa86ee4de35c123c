"""Saying who people are in place of their names: "Sam listened" as "My partner listened"."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from ipt_tui.ipt.folding import fold, folded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KINDS = "kinds"
"""People are called who they are to the client; any other word kept says by their names."""
SOMEBODY = "somebody"
SHORTEST_SMALL = 3
"""A name of fewer letters is one only where it is written with a capital: "Jo", not "jo"."""
_NO_NAMES = frozenset(
    (
        "mr mrs ms miss dr sir aunt auntie uncle prof herr frau mme madame the my our your his her "
        "and of from at in on by with next old new big little young first other"
    ).split()
)
"""Words in what people are called by which nobody is known."""
_ALSO_WORDS = frozenset(
    (
        "april art august bill bob carol daisy dawn drew faith frank grace hope ivy jack joy june "
        "lance lily mark may mum dad olive pat ray rob robin rose ruby sky star sue summer van von "
        "will"
    ).split()
)
"""Names that are words too: written small they are taken for these."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_BETWEEN = re.compile(r"[ -]+")
_LETTER = r"[^\W\d_]"


class _Called(NamedTuple):
    """Whose name something is, "" where it could be several's; and whether also written small."""

    name: str
    small: bool


class WhoTheyAre:
    """Knows the people of one client, and puts who they are in place of what they are called.

    A part of a name says so too, "Ito" of "Mr Ito"; one that several have says "somebody". Texts
    are read without accents and with one kind of apostrophe, as names are typed in many ways.
    """

    def __init__(self, kinds: Mapping[str, str]) -> None:
        """Take what each of them is to the client, by their names; "" where nobody has said."""
        self._kinds = {name: kind.strip() for name, kind in kinds.items() if _key(name)}
        self._known = _known(self._kinds)
        found = "|".join(
            r"[ -]+".join(map(re.escape, key.split(" ")))
            for key in sorted(self._known, key=len, reverse=True)
        )
        pattern = (
            rf"(?:(?<!{_LETTER})(?P<own>(?:my|our|your) +))?(?<!{_LETTER})(?P<at>@?)"
            rf"(?P<name>{found})(?P<many>s?)(?!{_LETTER})"
        )
        self._finding = re.compile(pattern) if found else None

    def label(self, name: str) -> str:
        """Return who somebody is, as it stands beside a sign: "partner", "partner's daughter"."""
        return self._replaced(self._kinds.get(name, ""), within="") or SOMEBODY

    def text(self, text: str, whose: str = "my") -> str:
        """Return a text that names nobody; `whose` they are is said before the word for them."""
        return self._replaced(text, within=whose)

    def _replaced(self, text: str, *, within: str) -> str:
        if self._finding is None:
            return text
        plain, origin = fold(text)
        told, at = [], 0
        for match in self._finding.finditer(plain):
            start, named = (max(at, origin[match.start(n)]) for n in (0, "name"))
            written = text[named : origin[match.end("name") - 1] + 1]
            known = self._known.get(_between(match["name"]), _Called("", small=True))
            if not _is_name(known, match, written):
                continue
            end = origin[match.end() - 1] + 1
            while end < len(text) and not folded(text[end]):  # an accent of its own
                end += 1
            own = text[start : origin[match.start("at")]] if match["own"] else ""
            said = self._within(text[:start], own, known.name, within) if within else ""
            ends = "'s" if match["many"] and known.name else ""
            told += [text[at:start], said or self._beside(known.name), ends]
            at = end
        return "".join((*told, text[at:]))

    def _beside(self, name: str) -> str:
        """Return who somebody is within the words for another: no name, and no further one."""
        kind = self._kinds.get(name, "")
        return SOMEBODY if not kind or self._names_somebody(kind) else kind

    def _names_somebody(self, kind: str) -> bool:
        return self._finding is not None and bool(self._finding.search(folded(kind)))

    def _within(self, before: str, own: str, name: str, whose: str) -> str:
        """Return who somebody is within a sentence, with a capital where one begins."""
        kind = self.label(name)
        words = kind if kind == SOMEBODY else f"{own or f'{whose} '}{kind}"
        before = before.rstrip(" \t“\"'(")
        begins = not before or before[-1] in ".!?\n"
        return words[:1].upper() + words[1:] if begins else words


def _is_name(known: _Called, match: re.Match[str], written: str) -> bool:
    """Whether what was found names somebody as it was written, small or with a capital."""
    if match["at"] or not written[:1].islower():
        return True
    return known.small and not match["many"] and match["name"] not in _ALSO_WORDS


def _known(kinds: Mapping[str, str]) -> dict[str, _Called]:
    """Return by what each is called, folded: the whole name, and the parts of it."""
    whole: defaultdict[str, set[_Called]] = defaultdict(set)
    parts: defaultdict[str, set[_Called]] = defaultdict(set)
    for name in kinds:
        whole[_key(name)].add(_Called(name, _also_small(_key(name)) or name[:1].islower()))
        for part, called in _parts(name):
            parts[part].add(called)
    return {key: _one_of(found) for key, found in (parts | whole).items()}


def _one_of(found: set[_Called]) -> _Called:
    name = next(iter(found)).name if len(found) == 1 else ""
    return _Called(name, any(each.small for each in found))


def _parts(name: str) -> Iterator[tuple[str, _Called]]:
    """Yield the parts of a name by which one alone is called.

    Who typed a whole name small, "sam smith", may write "Sam" elsewhere. Of "Sam's mother" Sam is
    somebody else.
    """
    plain, origin = fold(name)
    words = [(found[0], name[origin[found.start()]]) for found in _WORD.finditer(plain)]
    typed_small = all(first.islower() and word not in _NO_NAMES for word, first in words)
    for word, first in words:
        other = word.removesuffix("'s")
        if len(other) > 1 and other not in _NO_NAMES and (typed_small or not first.islower()):
            small = not typed_small and _also_small(other)
            yield other, _Called(name if other == word else "", small)
    for joined in plain.split():
        if len(_WORD.findall(joined)) > 1 and "-" in joined:
            yield _between(joined), _Called(name, small=True)


def _also_small(key: str) -> bool:
    return len(key) >= SHORTEST_SMALL


def _key(name: str) -> str:
    """Return a whole name as it is looked for."""
    return _between(folded(name))


def _between(plain: str) -> str:
    return _BETWEEN.sub(" ", plain).strip()

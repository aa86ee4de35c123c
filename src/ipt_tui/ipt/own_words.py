"""The client's own words in a text: what stands in “…”, kept as theirs when the text changes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from typing import TYPE_CHECKING

from ipt_tui.ipt.capture_marks import QUOTE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OPEN, CLOSE = "‹", "›"
"""Between these the client's own words are shown."""
ADDED, TAKEN, END = "[+", "[−", "]"
"""Around words that one version has and the other has not."""
_TOKEN = re.compile(
    rf"(?P<quote>{QUOTE.pattern})|" + r"\w+(?:['’-]\w+)*|[^\w\s]",
)
"""The client's words as a whole, a word, or a sign."""
_MOST, _MOST_EQUAL = 4_000_000, 50_000
"""So many pairs of words, and so many of the same word, are compared one by one, in some 50 ms;
where there are more, in texts of thousands of words or of few said over and over, the middle is
one piece."""


class Change(Enum):
    """What became of words from one version to the next."""

    SAME = "same"
    ADDED = "added"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class _Quote:
    """The client's words: with their marks, the space before, and which word they stand before."""

    text: str
    space_before: str
    place: int


def shown(text: str) -> str:
    """Return a text with the client's own words between ‹ and ›."""
    return QUOTE.sub(lambda found: f"{OPEN}{found['said'] or found['curly']}{CLOSE}", text)


def are_in(text: str) -> bool:
    """Whether any of the client's own words stand in a text."""
    return QUOTE.search(text) is not None


def rebuilt(built: str, text: str) -> str:
    """Return a paragraph built anew with the client's own words of `text`, each as it stands there.

    They stand where they stood: after the word or sign before them, or before the word after, as
    far as that is in the new paragraph; else at its end. What is in it already is not put in again.
    """
    new = list(_TOKEN.finditer(built))
    told = list(_TOKEN.finditer(text))
    there = _there([match[0] for match in new], told)
    old: list[str] = []
    quotes: list[_Quote] = []
    for match, is_there in zip(told, there, strict=True):
        if is_there:
            old.append(match[0])
        else:
            quotes.append(_quote(match, text, len(old)))
    at = _pairs(old, [match[0] for match in new])
    put: list[tuple[int, int, str]] = []
    its_end = len(built.rstrip())
    for order, quote in enumerate(quotes):
        if quote.place - 1 in at:
            end = new[at[quote.place - 1]].end()
            put.append((end, order, quote.space_before + quote.text))
        elif quote.place in at and old[quote.place][0].isalnum():
            start = new[at[quote.place]].start()
            gap = built[len(built[:start].rstrip()) : start]
            put.append((start, order, quote.text + (gap or " ")))
        else:
            put.append((its_end, order, f" {quote.text}" if built or order else quote.text))
    for place, _, words in sorted(put, reverse=True):
        built = built[:place] + words + built[place:]
    return built


def _there(new: list[str], told: list[re.Match[str]]) -> list[bool]:
    """Return of each word of a text whether it is not to be put into the new paragraph.

    Those are all that are not the client's own, and of theirs those that are in it: where the
    text is that paragraph with more of their words in it, these in their places, else the first.
    """
    its = iter([*new, None])
    awaited = next(its)
    grown = []
    for match in told:
        grown.append(match[0] == awaited)
        if grown[-1]:
            awaited = next(its)
    if awaited is None and all(
        is_there or match["quote"] for match, is_there in zip(told, grown, strict=True)
    ):
        return grown
    left = Counter(new)
    found = []
    for match in told:
        found.append(match["quote"] is None or left[match[0]] > 0)
        left[match[0]] -= 1
    return found


def _quote(found: re.Match[str], text: str, place: int) -> _Quote:
    before = text[: found.start()]
    return _Quote(found[0], before[len(before.rstrip()) :], place)


def _pairs(old: list[str], new: list[str]) -> dict[int, int]:
    """Return which word of the old text is which of the new."""
    return {a + step: b + step for a, b, size in _matched(old, new) for step in range(size)}


def _matched(old: list[str], new: list[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the runs of words that are in both: where in the old, where in the new, how many."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    if start:
        yield 0, 0, start
    a, b = old[start : len(old) - end], new[start : len(new) - end]
    times = Counter(b)
    if len(a) * len(b) <= _MOST and sum(times[word] for word in a) <= _MOST_EQUAL:
        for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
            if block.size:
                yield start + block.a, start + block.b, block.size
    if end:
        yield len(old) - end, len(new) - end, end


def compared(old: str, new: str) -> tuple[tuple[Change, str], ...]:
    """Return two texts as one, word by word: what both have, what was taken, what was added."""
    was, now = old.split(), new.split()
    pieces: list[tuple[Change, list[str]]] = []
    a = b = 0
    for in_old, in_new, size in (*_matched(was, now), (len(was), len(now), 0)):
        pieces += [
            (Change.TAKEN, was[a:in_old]),
            (Change.ADDED, now[b:in_new]),
            (Change.SAME, now[in_new : in_new + size]),
        ]
        a, b = in_old + size, in_new + size
    return tuple((change, " ".join(words)) for change, words in pieces if words)


def marked(pieces: Iterable[tuple[Change, str]]) -> str:
    """Return compared texts as they are read: words added and taken between signs of their own."""
    signs = {Change.ADDED: ADDED, Change.TAKEN: TAKEN}
    return " ".join(
        words if change is Change.SAME else f"{signs[change]}{words}{END}"
        for change, words in pieces
    )

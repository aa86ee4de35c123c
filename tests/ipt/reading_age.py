"""How hard a text is to read: the Flesch-Kincaid grade, and words that a client is not to meet.

The grade counts words in sentences and syllables in words (Kincaid 1975), nothing else: it knows
no meaning, so it is one sign among others, and syllables are counted by their vowels.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[A-Za-z']+")
_SENTENCE = re.compile(r"[.!?:]+(?:\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
_HARD = frozenset(
    "deficit deficits dysfunction dysfunctional maladaptive symptom symptoms diagnosis pathology "
    "compliance noncompliant resistant resistance adherence homework failed failure blame fault "
    "faulty intervention modality termination formulation dispute transition inventory onset "
    "affect should shouldn't"
    .split()
)  # fmt: skip
"""Jargon, and words that blame."""
_ALLOWED = ("not homework", "not your fault", "your fault", "who may", "weak spots")
"""What takes such a word back: "it is not your fault"."""


def syllables(word: str) -> int:
    """Return about how many syllables a word has, at least one."""
    plain = word.lower().strip("'")
    found = len(_VOWELS.findall(plain))
    silent = plain.endswith("e") and not plain.endswith("le") and found > 1
    return max(1, found - silent)


def grade(texts: Iterable[str]) -> float:
    """Return the Flesch-Kincaid grade of texts taken together; each ends a sentence."""
    sentences = words = parts = 0
    for text in texts:
        found = _WORD.findall(text)
        sentences += max(1, len(_SENTENCE.findall(text)))
        words += len(found)
        parts += sum(map(syllables, found))
    return 0.39 * words / max(1, sentences) + 11.8 * parts / max(1, words) - 15.59


def hard_words(texts: Iterable[str]) -> list[str]:
    """Return the words in these texts that a client is not to meet."""
    found = []
    for text in texts:
        told = text.lower()
        for allowed in _ALLOWED:
            told = told.replace(allowed, "")
        found += [word for word in _WORD.findall(told) if word in _HARD]
    return found

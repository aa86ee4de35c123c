"""Passphrases: how strong one is, in words, and the one way it becomes bytes.

The judgement is a guide for a person choosing a passphrase, not a measurement: it counts the
characters that are left once repeats and runs such as "1234" are taken out. The advice of
unrelated words is the usual one (the UK's NCSC says three; we say four, because someone who has
the file can guess without limit).
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

SHORTEST = 8
_FAIR = 12
_STRONG = 18
_MIXED_COUNTS = 5
_ONE_WORD = 5
_FIRST_IDEOGRAPH = "⺀"
_ADVICE = "Four or more unrelated words are good."
_COMMON_WORDS = """
    password passwort passphrase letmein welcome iloveyou sunshine princess football baseball
    superman batman dragon monkey master shadow michael jennifer trustno trustnoone whatever
    starwars computer internet samsung liverpool charlie freedom qwerty qwertyui qwertyuiop
    qwertz qwertzuiop azertyuiop asdfgh asdfghjk asdfghjkl zxcvbnm qazwsx qazwsxedc qwer1234
    q1w2e3r4 abcd1234 1q2w3e4r 1qaz2wsx admin administrator changeme secret opensesame
    correcthorsebatterystaple
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_MIXED = re.compile(r"[^\W\d_]\S*[\d!-/:-@]\S*[^\W\d_]")
_WORDS = re.compile(r"[\W_]+")
_EDGES = re.compile(r"^[\W\d_]+|[\W\d_]+$")
_LOOKALIKES = str.maketrans("401357@$", "aoiestas")


class Level(StrEnum):
    """How strong; the value is the word shown."""

    TOO_SHORT = "too short"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Strength:
    """What to say about a passphrase, and whether it may be used at all."""

    level: Level
    sentence: str
    accepted: bool


_TOO_SHORT = Strength(Level.TOO_SHORT, f"At least eight characters, please. {_ADVICE}", False)
_REPEATED = Strength(
    Level.WEAK, f"That is one character again and again, so it cannot be used. {_ADVICE}", False
)
_KNOWN = Strength(
    Level.WEAK,
    f"That is among the first a stranger would try, so it cannot be used. {_ADVICE}",
    False,
)
_FOUND = Strength(Level.WEAK, f"Weak: someone with this file could find it. {_ADVICE}", True)
_BETTER = Strength(Level.FAIR, f"Fair; one more unrelated word helps much. {_ADVICE}", True)
_GOOD = Strength(
    Level.STRONG, "Strong. Nobody can reset it, so keep the recovery sheet as well.", True
)


def judge(passphrase: str) -> Strength:
    """Return how strong a passphrase is, with one calm sentence and whether it is accepted.

    Refused are fewer than eight characters, one character repeated, and the very common ones.
    """
    text = unicodedata.normalize("NFC", passphrase)
    if len(text) < SHORTEST:
        return _TOO_SHORT
    if len(set(text.casefold())) == 1:
        return _REPEATED
    if _is_common(text):
        return _KNOWN
    return _weigh(text)


def prepare(passphrase: str) -> bytes:
    """Return the bytes a passphrase stands for: UTF-8 of its NFC form, nothing else changed.

    The same letters typed on different systems may arrive composed or not, so they are composed.
    This is the only function used before the key derivation. It never fails: a lone surrogate,
    as a file read with `surrogateescape` may hold, is kept as its three bytes.
    """
    return unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass")


def _weigh(text: str) -> Strength:
    left = _left_over(text)
    if left >= _STRONG:
        return _GOOD
    return _BETTER if left >= _FAIR else _FOUND


def _left_over(text: str) -> int:
    """How many characters count.

    One of several words counts as five at most and a word said twice counts once. Few different
    characters cannot make many. Ideographs count double, digits and signs alone count half, and
    letters with digits or signs between them count a little more.
    """
    words = list(dict.fromkeys(_WORDS.split(text.casefold())))
    most = _ONE_WORD if len(words) > 1 else len(text)
    count = sum(min(most, _unpredictable(word)) for word in words) + len(words) - 1
    count = min(count, 2 * len(set(text)))
    count += sum(letter >= _FIRST_IDEOGRAPH for letter in set(text))
    if not any(letter.isalpha() for letter in text):
        return count // 2
    return count + (_MIXED_COUNTS if _MIXED.search(text) else 0)


def _is_common(text: str) -> bool:
    """Whether it is a run such as 12345678 or a common word, digits and signs around it or not."""
    folded = "".join(text.casefold().split())
    bare = _EDGES.sub("", folded)
    known = {folded, bare, bare.translate(_LOOKALIKES)} & _COMMON
    return _unpredictable(folded) <= 1 or bool(known)


def _unpredictable(text: str) -> int:
    """How many characters do not just repeat or continue (1 up, 1 down) the one before them."""
    return bool(text) + sum(abs(ord(after) - ord(before)) > 1 for before, after in pairwise(text))

"""Mood scales: a number means nothing without the words at the ends.

Some people's 10 is the best, others' the worst, so each mood keeps the scale it was given on and
only moods of one scale are compared or drawn together.
"""

import re
from dataclasses import dataclass

LONGEST_WORDS = 40
"""Characters of the words at one end, so that both fit on a line."""


@dataclass(frozen=True, slots=True, order=True)
class Scale:
    """A mood scale from `low` to `high`; `better` says which end is the better one."""

    low: int = 1
    high: int = 10
    low_words: str = "worst"
    high_words: str = "best"
    better: str = "high"

    def holds(self, value: int) -> bool:
        """Whether `value` is on the scale."""
        return self.low <= value <= self.high

    def is_low(self, value: int) -> bool:
        """Whether `value` is in the third towards the worse end."""
        apart = value - self.low if self.better == "high" else self.high - value
        return 3 * apart < self.high - self.low

    def is_lowest(self, value: int) -> bool:
        """Whether `value` is in the fifth towards the worse end."""
        apart = value - self.low if self.better == "high" else self.high - value
        return 5 * apart < self.high - self.low

    @property
    def words(self) -> str:
        """Both ends in words: "1 worst – 10 best"."""
        return f"{self.low} {self.low_words} – {self.high} {self.high_words}"

    @property
    def refusal(self) -> str:
        """The sentence for a value that is not on it."""
        return f"A mood here is a whole number from {self.low} to {self.high} ({self.words})."


USUAL = Scale()

_WRITTEN = re.compile(
    r"\s*(?P<low>[-−]?[0-9]{1,3})\s*(?P<low_words>[^\d–-]*?)\s*(?:–|-|to|/)\s*"
    r"(?P<high>[-−]?[0-9]{1,3})\s*(?P<high_words>\D*?)\s*"
)
_BETTER = ("best", "good", "great", "well", "fine", "calm", "happy", "better", "no ", "none")
HOW = "Write a scale like 1 worst – 10 best: two numbers with a word each, the smaller one first."


def number_of(typed: str) -> int:
    """Return a whole number as typed, with either minus sign."""
    return int(typed.replace("−", "-"))


def written(typed: str) -> Scale:
    """Read a scale as people write it: "1 worst – 10 best", "0 calm - 10 worst".

    The better end is the one whose words say so; where none does, it is the higher number.

    Raises ValueError with one sentence.
    """
    match = _WRITTEN.fullmatch(typed)
    if match is None:
        raise ValueError(HOW)
    low, high = (number_of(match[name]) for name in ("low", "high"))
    words = match["low_words"].strip(), match["high_words"].strip()
    if low >= high or not all(words) or max(map(len, words)) > LONGEST_WORDS:
        raise ValueError(HOW)
    kind_first = any(word in f"{words[0].casefold()} " for word in _BETTER)
    return Scale(low, high, *words, "low" if kind_first else "high")


SHIFT = 2
"""A change of this many points is called a shift: a rule of thumb, no validated threshold."""


def compared(before: int, after: int) -> str:
    """Return whether a number is "lower", "higher" or "the same"."""
    return "lower" if after < before else "higher" if after > before else "the same"

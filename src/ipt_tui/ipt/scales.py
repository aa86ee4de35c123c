"""Mood scales: a number means nothing without the words at the ends.

Some people's 10 is the best, others' the worst, so each mood keeps the scale it was given on and
only moods of one scale are compared or drawn together.
"""

from dataclasses import dataclass


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

    @property
    def words(self) -> str:
        """Both ends in words: "1 worst – 10 best"."""
        return f"{self.low} {self.low_words} – {self.high} {self.high_words}"

    @property
    def refusal(self) -> str:
        """The sentence for a value that is not on it."""
        return f"A mood here is a whole number from {self.low} to {self.high} ({self.words})."


USUAL = Scale()
SHIFT = 2
"""A change of this many points is called a shift: a rule of thumb, no validated threshold."""


def compared(before: int, after: int) -> str:
    """Return whether a number is "lower", "higher" or "the same"."""
    return "lower" if after < before else "higher" if after > before else "the same"

"""Words to choose from by a digit, where any other word is as good."""

from __future__ import annotations


def with_pick(text: str, digit: str, picks: tuple[tuple[str, str], ...]) -> str | None:
    """Return the text with the word a digit stands for, None where the digit is a letter like any.

    It is one where words of one's own are typed, but for those that end in a comma.
    """
    word = dict(picks).get(digit)
    parts = [part.strip() for part in text.split(",")]
    words = {picked for _, picked in picks}
    if word is None or (parts[-1] and not words.issuperset(parts)):
        return None
    if word in parts:
        return text
    return ", ".join([*filter(None, parts), word])


def picked(typed: str, picks: tuple[tuple[str, str], ...]) -> str:
    """Return the words that a line of digits stands for ("1, 3", "1 3"), else the line itself."""
    words = dict(picks)
    digits = typed.replace(",", " ").split()
    if not digits or any(digit not in words for digit in digits):
        return typed
    return ", ".join(words[digit] for digit in dict.fromkeys(digits))

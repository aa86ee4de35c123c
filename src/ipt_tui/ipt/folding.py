"""Plain letters for comparing what people type, with the way back to what they typed."""

from collections.abc import Iterable
from functools import lru_cache
from unicodedata import category, decimal, normalize

APOSTROPHES = "'’‘ʼ´`"


def fold(text: str) -> tuple[str, list[int]]:
    """Fold text for reading: lower case, no accents, one kind of dash, apostrophe and space.

    Args:
        text: Any text at all.

    Returns:
        The folded text, and for each of its characters the index in `text` it came from. Marks
        that cannot be seen are left out, so the folded text may be shorter; it may also be longer.
    """
    letters: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(text):
        plain = _plain(char)
        letters.append(plain)
        origin.extend([index] * len(plain))
    return "".join(letters), origin


def folded(text: str) -> str:
    """Return the folded text alone."""
    return "".join(map(_plain, text))


def same_name(typed: str, known: Iterable[str]) -> str:
    """Return the name among `known` that was typed, "" for none: capitals and space do not count.

    Where several differ by these alone it is the one spelled as typed, else the first.
    """
    name = typed.strip()
    alike = [each for each in known if each.strip() and folded(each.strip()) == folded(name)]
    return next((each for each in alike if each.strip() == name), next(iter(alike), ""))


@lru_cache(1024)
def _plain(char: str) -> str:
    """Return what one character is read as: none, one or several plain characters."""
    if char in APOSTROPHES:
        return "'"
    if char.isspace():
        return " "
    if char.isascii():
        return char.lower()
    kind = category(char)
    if kind == "Pd" or char == "−":
        return "-"
    if kind == "Nd":
        return str(decimal(char))
    return "".join(c for c in normalize("NFKD", char) if category(c) not in ("Mn", "Cf")).casefold()

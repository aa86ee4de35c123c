"""A few words of which one holds: "week ▸ MONTH ▸ course"."""

from collections.abc import Iterable

from textual.content import Content

_STYLES = {"strong": "bold", "muted": "$ipt-faint", "": ""}


def one_of(words: Iterable[str], holds: str) -> Content:
    """Return the words in a line; the one that holds is known by more than its colour."""
    return Content.assemble(*((text, _STYLES[role]) for text, role in pieces(words, holds)))


def pieces(words: Iterable[str], holds: str) -> tuple[tuple[str, str], ...]:
    """Return the same as the pieces of a line that is painted: text, and its role."""
    found: list[tuple[str, str]] = []
    for word in words:
        found += [(" ▸ ", "")] if found else []
        found.append((word.upper(), "strong") if word == holds else (word, "muted"))
    return tuple(found)

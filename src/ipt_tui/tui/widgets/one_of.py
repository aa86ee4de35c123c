"""A few words of which one holds: "week ▸ MONTH ▸ course"."""

from collections.abc import Iterable

from textual.content import Content


def one_of(words: Iterable[str], holds: str) -> Content:
    """Return the words in a line; the one that holds is known by more than its colour."""
    return Content(" ▸ ").join(
        Content(word.upper()).stylize("bold")
        if word == holds
        else Content(word).stylize("$ipt-faint")
        for word in words
    )

"""All that a client reads from content: at a reading age of eleven to twelve, and without jargon.

The figure is the Flesch-Kincaid grade of all texts of a file together; see `reading_age.py` for
what it does not know. Where a question has no wording for a client, the usual one is read.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ipt_tui.ipt.content import load
from ipt_tui.ipt.guide import pages
from tests.ipt.reading_age import grade, hard_words

if TYPE_CHECKING:
    from collections.abc import Iterator

OLDEST = 6.0
"""The school year (US) that readers of eleven to twelve are in."""
FILES = {
    "review.toml": ("ask", "label", "hint"),
    "first_week.toml": ("ask", "gone", "label", "none", "one", "many", "opening", "title"),
    "fit.toml": ("ask", "label", "hint", "title"),
    "rehearse.toml": ("ask", "label", "hint"),
    "areas.toml": ("client", "own", "own_alone", "own_plain", "own_rating", "own_who"),
    "card.toml": ("you|ask", "you_label"),
    "talk_questions.toml": ("you|ask",),
    "contract.toml": ("you", "you_ask"),
    "ending.toml": ("question", "title", "says"),
    "events.toml": ("client",),
}
"""Which keys of each file a client reads; of `you|ask` the first that is there."""
DOCS, CLOSE = Path(__file__).parents[2] / "docs" / "testing.md", 0.5
"""Where the figures stand, and how far one may be from it before it is noted anew."""


def told(file: str) -> list[str]:
    """Return the client's texts of a file, with a name wherever one is filled in."""
    return [re.sub(r"\{\w+\}", "Sam", text) for text in _texts(load(file), FILES[file])]


def _texts(value: Any, keys: tuple[str, ...]) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _texts(each, keys)
    elif isinstance(value, dict):
        for key in keys:
            first = next((name for name in key.split("|") if name in value), None)
            if first is not None:
                yield from _strings(value[first])
        for each in value.values():
            if isinstance(each, dict | list):
                yield from _texts(each, keys)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        yield from (each for each in value if isinstance(each, str))


@pytest.mark.parametrize("file", FILES)
def test_what_a_client_reads_is_plain(file: str) -> None:
    said = told(file)
    assert said
    assert grade(said) <= OLDEST, grade(said)
    assert hard_words(said) == []


def test_the_figures_in_the_docs_are_those_of_the_texts() -> None:
    guide = [piece.words for page in pages() for piece in page.pieces]
    found = {file: grade(told(file)) for file in FILES} | {"guide/": grade(guide)}
    noted = dict(re.findall(r"^\| `(\S+)` \| (-?[\d.]+) \|", DOCS.read_text("utf-8"), re.MULTILINE))
    assert noted.keys() == found.keys()
    for name, figure in found.items():
        assert abs(float(noted[name]) - figure) <= CLOSE, (name, figure)

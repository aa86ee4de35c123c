"""The guide: every page can be read, leads somewhere, and is in plain words."""

from __future__ import annotations

import pytest

from ipt_tui.ipt.content import ContentError
from ipt_tui.ipt.guide import PLACES, Kind, page, pages
from tests.ipt.reading_age import grade, hard_words

OLDEST = 6.0
"""The school year (US) a page may need on the average: readers of 11 are in the sixth."""


def test_every_page_has_a_title_words_and_a_place_to_go_on() -> None:
    found = pages()
    titles = [each.title for each in found]
    assert len(titles) == len(set(titles)) >= 10
    for each in found:
        assert each.leads in PLACES
        assert each.to
        assert sum(piece.kind is Kind.TEXT for piece in each.pieces) >= 1


def test_what_a_page_says_is_in_plain_words() -> None:
    for each in pages():
        words = [piece.words for piece in each.pieces]
        assert grade(words) <= OLDEST, (each.id, grade(words))
        assert hard_words(words) == [], each.id


def test_the_pages_repeat_none_of_the_errors_that_go_round() -> None:
    said = {each.id.partition("-")[2]: " ".join(p.words for p in each.pieces) for each in pages()}
    assert "not homework" in said["ipt-and-cbt.md"]
    assert "90 studies" in said["what-research-says.md"]
    assert "This program has not been tested" in said["what-research-says.md"]
    assert "no one is watching" in said["what-research-says.md"]
    whole = " ".join(said.values())
    for error in ("27 studies", "27 trials", "1 to 2 meetings", "relive", "go through the trauma"):
        assert error not in whole


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("words\n\n-> people Go\n", "begin with # and a title"),
        ("# Title\n\nwords\n", "end with ->"),
        ("# Title\n\n-> nowhere Go\n", "line 3: should lead to one of"),
        ("# Title\n\n-> people\n", "line 3: should lead to one of"),
    ],
)
def test_a_page_that_is_none_is_refused_with_its_line(source: str, says: str) -> None:
    with pytest.raises(ContentError, match=says):
        page("guide/x.md", source)


def test_lines_of_a_paragraph_are_joined_and_points_are_not() -> None:
    made = page("guide/x.md", "# T\n\none\ntwo\n\n- a\n- b\nc\n\n## H\nlast\n\n-> people Go\n")
    assert [(p.kind, p.words) for p in made.pieces] == [
        (Kind.TEXT, "one two"), (Kind.POINT, "a"), (Kind.POINT, "b c"), (Kind.HEADING, "H"),
        (Kind.TEXT, "last"),
    ]  # fmt: skip

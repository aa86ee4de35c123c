"""The guide: short pages about IPT in our own words, each of which leads somewhere.

A page is a file of `content/guide`, in their order by name. It begins with `# ` and its title;
paragraphs are parted by empty lines; `## ` begins a heading and `- ` a point. Its last line is
`-> place What to do there`, where `place` is one of `PLACES`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ipt_tui.ipt.content import ContentError, names, text
from ipt_tui.ipt.words import Vocabulary

FOLDER, FIRST = "guide", "guide"
PLACES = ("today", "people", "timeline", "talks", "measures", "help", FIRST)
"""Where a page may lead: an area, the help lines and the plan, or the first page."""


class Kind(Vocabulary):
    """What a piece of a page is."""

    HEADING = "heading", "heading"
    TEXT = "text", "text"
    POINT = "point", "point"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Piece:
    """A heading, a paragraph or a point."""

    kind: Kind
    words: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `leads` is a place of `PLACES`, `to` what one does there."""

    id: str
    title: str
    pieces: tuple[Piece, ...]
    leads: str
    to: str


@cache
def pages() -> tuple[Page, ...]:
    """Return every page there is, in their order."""
    return tuple(page(name, text(name)) for name in names(FOLDER, ".md"))


def page(name: str, source: str) -> Page:
    """Return the page a file holds. Raises ContentError, one sentence, for one that is none."""
    title, leads, to = "", "", ""
    pieces: list[Piece] = []
    for number, block in _blocks(source):
        if block.startswith("# "):
            title = block[2:]
        elif block.startswith("-> "):
            leads, _, to = block[3:].partition(" ")
            if leads not in PLACES or not to:
                raise ContentError(name, f"should lead to one of {', '.join(PLACES)}", number)
        else:
            pieces.append(_piece(block))
    if not title or not leads:
        what = "begin with # and a title" if not title else "end with -> and where it leads"
        raise ContentError(name, f"should {what}")
    return Page(name, title, tuple(pieces), leads, to)


def _piece(block: str) -> Piece:
    for mark, kind in (("## ", Kind.HEADING), ("- ", Kind.POINT)):
        if block.startswith(mark):
            return Piece(kind, block.removeprefix(mark))
    return Piece(Kind.TEXT, block)


def _blocks(source: str) -> list[tuple[int, str]]:
    """Return paragraphs, headings and points, each on one line, with the line they begin in."""
    found: list[tuple[int, str]] = []
    goes_on = False
    for number, line in enumerate(source.splitlines(), 1):
        words = line.strip()
        if goes_on and words and not words.startswith(("# ", "## ", "- ", "-> ")):
            found[-1] = (found[-1][0], f"{found[-1][1]} {words}")
        elif words:
            found.append((number, words))
        goes_on = bool(words) and not words.startswith("#")
    return found

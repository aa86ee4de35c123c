"""Text that people wrote, made safe and short enough to stand in one place on a screen.

Nothing here judges what somebody wrote: only what would move the cursor, turn the line around or
spill out of its place is taken away.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from itertools import islice

ELLIPSIS = "…"
MARKS_KEPT = 4
"""Marks kept on one letter: enough for every script, too few to smear over other lines."""

_ZERO_WIDTH_JOINER = "\u200d"
_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_WIDTH_CHANGING = re.compile(r"[\ufe00-\ufe0f]")

Measure = Callable[[str], int]
"""How many cells a text takes on the screen."""


def clean(text: str) -> str:
    """Return the text without what could steer a terminal or turn a line around.

    Control characters (C0 and C1, among them ESC) go, newline and tab stay; so go the
    bidirectional overrides and isolates, and halves of surrogate pairs, which cannot be written.
    """
    return _UNSAFE.sub("", text)


def cells(text: str) -> int:
    """Return how many cells the text takes: wide letters 2, combining marks 0, others 1."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def fit(text: str, limit: int, measure: Measure = cells) -> str:
    """Return the text in at most `limit` cells, its end given up for an ellipsis.

    Where the ellipsis alone would be left, nothing is: an ellipsis is not a name.
    """
    if measure(text) <= limit:
        return text
    room, end = limit - measure(ELLIPSIS), 0
    for letter in text:
        room -= measure(letter)
        if room < 0:
            break
        end += 1
    start = text[:end].rstrip()
    return start + ELLIPSIS if start else ""


def one_line(text: str, limit: int, measure: Measure = cells) -> str:
    """Return the text cleaned, on one line, in at most `limit` cells.

    Emoji that are joined or restyled are taken apart, because terminals disagree about how wide
    they are; letters of scripts that join stay joined. What takes no cell at all is nothing.
    """
    line = " ".join(clean(re.sub(r"\s", " ", text)).split())
    letters = line if line.isascii() else _steady(line)
    enough = (limit + 1) * (MARKS_KEPT + 1)
    fitting = fit("".join(islice(letters, enough)), limit, measure)
    return fitting if measure(fitting) else ""


def with_below(text: str, other: str) -> str:
    """Return a text, and below it the lines of another that are not in it; nothing stands twice."""
    if not text:
        return other
    there, more = text.split("\n"), []
    for line in other.split("\n"):
        if line in there:
            there.remove(line)
        else:
            more.append(line)
    return "\n".join([text.rstrip("\n"), *more])


def _cell(letter: str) -> int:
    kind = unicodedata.category(letter)
    if kind[0] == "M" or kind in ("Cc", "Cf") or "\u1160" <= letter <= "\u11ff":
        return 0
    if kind == "Sk" and "\U0001f3fb" <= letter <= "\U0001f3ff":
        return 0  # the tone of the emoji before it
    return 2 if kind != "Cn" and unicodedata.east_asian_width(letter) in "WF" else 1


def _steady(line: str) -> Iterator[str]:
    """Yield the letters of a line that has one width in every terminal, each with few marks."""
    marks, before = 0, ""
    for letter in _WIDTH_CHANGING.sub("", line):
        if letter == _ZERO_WIDTH_JOINER and (
            not before or unicodedata.category(before)[0] not in "LM"
        ):
            continue
        marks = marks + 1 if _cell(letter) == 0 else 0
        if marks <= MARKS_KEPT:
            before = letter
            yield letter


def filled(text: str, words: Mapping[str, str]) -> str:
    """Put words in for {names}, each looked at once: what a person typed may hold a brace."""
    pieces, rest = [], text
    while "{" in rest:
        before, _, after = rest.partition("{")
        name, _, rest = after.partition("}")
        pieces += [before, words.get(name, "")]
    return "".join([*pieces, rest])

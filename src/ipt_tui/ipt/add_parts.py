"""The parts of an adding line after the name, each read at a place: kind, life, since, rings.

A reader is given the line, a place in it where a word begins, and what it is read with. It returns
the fields it found and where they end, or None where there is nothing for it. The fields are
those of `ipt_tui.ipt.add_line.PersonLine`.
"""

import re
from collections.abc import Callable
from datetime import date
from itertools import islice
from typing import Any, NamedTuple

from ipt_tui.ipt.folding import fold
from ipt_tui.ipt.kinds import Kind, Kinds
from ipt_tui.ipt.people import Life, Ring
from ipt_tui.ipt.spoken import parse_prefix

WORD = re.compile(r"\S+")
DASH = re.compile(r"[-–—](?!\S)")
NUMBER = re.compile(r"[0-9]+[,;:]?(?!\S)")
SEPARATORS = ",;:"
RING_FIELDS = ("now", "before", "hoped")

_BREAK = re.compile(rf"[\s{SEPARATORS}]*")
_RING = re.compile(rf"(?P<ring>[0-4]|[-–—])(?:[{SEPARATORS}]|(?!\S))")
_SINCE = re.compile(r"since\s+")
_LIFE = {
    Life.DIED: re.compile(
        r"(?:died|deceased|passed away|†)(?!\w)|dead(?=\s*(?:$|[,;]|[0-9]|(?:in|since)\s))"
    ),
    Life.ESTRANGED: re.compile(
        r"estranged(?!\w|\s+from)|(?:out of touch|no contact|lost (?:touch|contact))(?!\w|\s+with)"
    ),
    Life.EXPECTED: re.compile(r"(?:unborn|expected)(?!\w)"),
    Life.LOST: re.compile(r"(?:miscarried|stillborn)(?!\w)"),
}
"""Only what can hardly be said of anybody else: "estranged from his brother" is a note."""

_WINDOW = 60


class Asked(NamedTuple):
    """What a line is read with."""

    kinds: Kinds
    today: date
    southern: bool


Values = dict[str, Any]
Reader = Callable[[str, int, Asked], tuple[Values, int] | None]


def skip(line: str, at: int) -> int:
    """Return where the next word begins, past spaces, commas, semicolons and colons."""
    found = _BREAK.match(line, at)
    return found.end() if found else at


def said_by(kind: Kind) -> Values:
    """Return the fields that a kind gives."""
    return {"kind": kind.word} | ({"life": kind.life} if kind.life else {})


def read_kind(line: str, at: int, asked: Asked) -> tuple[Values, int] | None:
    """Read a relationship word, and after a lost pregnancy when that was."""
    words = list(islice(WORD.finditer(line, at), asked.kinds.longest))
    found = asked.kinds.longest_at([word[0] for word in words])
    if not found:
        return None
    kind, count = found
    end = words[count - 1].end()
    dated = _dated("died", line, end, asked) if kind.life == Life.LOST else None
    return (said_by(kind) | dated[0], dated[1]) if dated else (said_by(kind), end)


def read_life(line: str, at: int, asked: Asked) -> tuple[Values, int] | None:
    """Read what is said of their life, and when they died."""
    for life, pattern in _LIFE.items():
        end = _end_of(pattern, line, at)
        if end is not None:
            ends = life in (Life.DIED, Life.LOST)
            dated = _dated("died", line, end, asked) if ends else None
            values, stop = dated or ({}, end)
            return {"life": life.value} | values, stop
    return None


def read_since(line: str, at: int, asked: Asked) -> tuple[Values, int] | None:
    """Read since when; the word since is left out."""
    end = _end_of(_SINCE, line, at)
    return None if end is None else _dated("since", line, end, asked)


def read_rings(line: str, at: int, _asked: Asked) -> tuple[Values, int] | None:
    """Read one to three rings; dashes that only set words apart are passed over."""
    found: list[str] = []
    stop = at
    while len(found) < len(RING_FIELDS) and (ring := _RING.match(line, at)):
        found.append(ring["ring"])
        stop, at = ring.end(), skip(line, ring.end())
    digits = [index for index, ring in enumerate(found) if ring.isdigit()]
    if not digits:
        return None
    kept = found[: digits[-1] + 1] if line[at:].strip() else found
    rings = (Ring(int(ring)) if ring.isdigit() else Ring.OFF for ring in kept)
    return dict(zip(RING_FIELDS, rings, strict=False)), stop


def _dated(field: str, line: str, at: int, asked: Asked) -> tuple[Values, int] | None:
    """Read a date into a field."""
    found = parse_prefix(line[at:], asked.today, asked.southern)
    return ({field: found[0]}, len(line) - len(found[1])) if found else None


def _end_of(pattern: re.Pattern[str], line: str, at: int) -> int | None:
    """Return where a pattern for folded text ends in the line, None where it does not match."""
    window = line[at : at + _WINDOW]
    plain, origin = fold(window)
    found = pattern.match(plain)
    if not found:
        return None
    return at + (origin[found.end()] if found.end() < len(origin) else len(window))

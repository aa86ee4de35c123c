"""The line that adds a person: name, what they are, where they stand, and the rest in words.

`Sam partner 1` · `Mum mother 2 1 2` · `Dad father 1 died 2019` · `Jo colleague 3 - 2` ·
`Priya friend 2 1 1 from training` · `"Mary Anne" friend 2` · `Ben brother estranged 3`.

- The first word is the name, and so are all before the first relationship word, number, dash or
  word about their life; where none of these comes within a few words, only the first. A name that
  is a relationship word ("Mum 2", "Uncle Ben 1") also says the relationship, where no other does.
  After "Sam's" a relationship word belongs to the name.
- Up to three digits, one after the other: the ring now, before, hoped for. 0, or a dash between
  or after digits, is off the circle. A dash before words only sets them apart.
- `died 2019` and `since 2017` may stand anywhere between the name and the note.
- The rest is the note, as it was typed. Nothing is refused.
"""

import re
from dataclasses import dataclass
from datetime import date

from ipt_tui.ipt.add_parts import (
    DASH,
    NUMBER,
    RING_FIELDS,
    SEPARATORS,
    WORD,
    Asked,
    Reader,
    Values,
    read_kind,
    read_life,
    read_rings,
    read_since,
    said_by,
    skip,
)
from ipt_tui.ipt.dates import FuzzyDate, say
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.kinds import Group, Kinds
from ipt_tui.ipt.people import Life, Ring, View
from ipt_tui.ipt.text import one_line

LONGEST_NAME = 8
"""The most words of a name that something follows."""

LONGEST_ALONE = 5
"""The most words of a name that nothing follows; of more, the first is the name."""

NAME_FIRST = "A name comes first, as in: Sam partner 1"
_SHOWN = 60

_QUOTED = re.compile(r'\s*["“„«](?P<name>[^"“”»]*)["“”»]')
_TITLES = (Group.GRANDPARENT, Group.OTHER_FAMILY)


@dataclass(frozen=True, slots=True)
class PersonLine:
    """What an adding line says. What it does not say is "" or None.

    `kind` is a relationship word, `life` a word of `Life`. `died` is also when a pregnancy was
    lost. `since` is when it began, without the word since. `problem` is one sentence about
    something that stays in the note although it may have been meant otherwise.
    """

    name: str
    kind: str = ""
    now: Ring | None = None
    before: Ring | None = None
    hoped: Ring | None = None
    life: str | None = None
    died: FuzzyDate | None = None
    since: FuzzyDate | None = None
    note: str = ""
    problem: str = ""


def parse_person(line: str, kinds: Kinds, today: date, southern: bool = False) -> PersonLine:
    """Read an adding line. Never fails: what is not understood is the note.

    Args:
        line: As typed. Without any name in it, the name is "".
        kinds: The relationship words there are.
        today: For the dates in it.
        southern: Whether seasons are those of the southern hemisphere.
    """
    asked = Asked(kinds, today, southern)
    name, at = _name(line, asked)
    values, at = _tail(line, at, asked)
    if not values.get("kind"):
        values = _kind_of_name(name, kinds) | values
    start = skip(line, at)
    if dash := DASH.match(line, start):
        start = skip(line, dash.end())
    problem = _problem(line, start, values)
    return PersonLine(name, note=line[start:].rstrip(), problem=problem, **values)


def preview(line: PersonLine) -> str:
    """Return one line of what will be kept: "Mum · mother · close now, closest before"."""
    if not line.name:
        return NAME_FIRST
    since = f"since {say(line.since)}" if line.since else ""
    rings = ((line.now, View.NOW), (line.before, View.BEFORE), (line.hoped, View.HOPED))
    places = [f"{ring.label} {view.label}" for ring, view in rings if ring is not None]
    parts = (
        one_line(line.name, _SHOWN),
        f"{line.kind} {since}".strip(),
        ", ".join(places) or "not placed yet",
        _life_said(line),
        f"“{one_line(line.note, _SHOWN)}”" if line.note else "",
    )
    return " · ".join(part for part in parts if part)


def _life_said(line: PersonLine) -> str:
    """Return what the line says of their life; a lost pregnancy is not said twice."""
    said_already = line.life == Life.LOST and line.kind
    words = "" if said_already else Life.say(line.life)
    return f"{words} {say(line.died) if line.died else ''}".strip()


def _name(line: str, asked: Asked) -> tuple[str, int]:
    """Return the name and where it ends."""
    quoted = _QUOTED.match(line)
    if quoted:
        return " ".join(quoted["name"].split()), quoted.end()
    words = list(WORD.finditer(line, skip(line, 0)))
    if not words or NUMBER.match(words[0][0]) or DASH.match(words[0][0]):
        return "", 0
    texts = [word[0] for word in words[: LONGEST_NAME + 1 + asked.kinds.longest]]
    opening = asked.kinds.longest_at(texts)
    least = opening[1] if opening else 1
    if opening and opening[0].life:  # "lost pregnancy feb 2025" is its own name
        return _plain(line[: words[least - 1].end()]), words[0].start()
    places = range(least, min(len(words), LONGEST_NAME + 1))
    count = next((n for n in places if _stops(line, words[n].start(), texts, n, asked)), 0)
    if not count:
        count = len(words) if len(words) <= LONGEST_ALONE else least
    end = words[count - 1].end()
    return _plain(line[:end]), end


def _plain(name: str) -> str:
    """Return a name without what separates it from the rest."""
    return " ".join(name.strip().strip(SEPARATORS).split())


def _stops(line: str, at: int, words: list[str], index: int, asked: Asked) -> bool:
    """Whether the name is over before the word at this index, which begins at this place."""
    belongs = folded(words[index - 1]).endswith(("'s", "s'"))
    if not belongs and asked.kinds.longest_at(words[index:]):
        return True
    if NUMBER.match(line, at) or DASH.match(line, at):
        return True
    return bool(read_life(line, at, asked) or read_since(line, at, asked))


def _tail(line: str, at: int, asked: Asked) -> tuple[Values, int]:
    """Return what is understood after the name, in whatever order, and where it ends."""
    start = skip(line, at)
    if DASH.match(line, start) and not read_rings(line, start, asked):
        at = start + 1
    values: Values = {}
    readers: list[Reader] = [read_kind, read_life, read_since, read_rings]
    while True:
        found = [(read, read(line, skip(line, at), asked)) for read in readers]
        reader, result = next(((r, f) for r, f in found if f), (None, None))
        if reader is None or result is None:
            return values, at
        values, at = values | result[0], result[1]
        done = (read_kind, read_rings) if reader is read_rings else (reader,)
        readers = [r for r in readers if r not in done]


def _kind_of_name(name: str, kinds: Kinds) -> Values:
    """Return what the name itself says: "Mum", "Uncle Ben", "best friend Lena"."""
    if kind := kinds.find(name):
        return said_by(kind)
    opening = kinds.longest_at(name.split())
    if opening and (opening[1] > 1 or opening[0].group in _TITLES):
        return said_by(opening[0])
    return {}


def _problem(line: str, at: int, values: Values) -> str:
    """Return a sentence for a number at the start of the note that looks like a ring, or ""."""
    number = NUMBER.match(line, at)
    digits = number[0].rstrip(SEPARATORS) if number else ""
    if not number or len(digits) > len(RING_FIELDS) or "hoped" in values:
        return ""
    after = skip(line, number.end())
    ends = after == len(line) or NUMBER.match(line, after) or DASH.match(line, after)
    if "now" in values and not (ends and len(digits) == 1):
        return ""
    return (
        f"There is no ring {digits}: give one digit each for now, before and hoped for, "
        f"1 closest to 4 outside and 0 off the circle; {digits} stays in the note."
    )

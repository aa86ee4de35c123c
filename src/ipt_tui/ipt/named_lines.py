"""Who is meant by names typed as one speaks: "Mum and Dad", "my sister", "nobody"."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from ipt_tui.ipt.add_line import PersonLine, parse_person
from ipt_tui.ipt.folding import folded, same_name
from ipt_tui.ipt.heard import NotHeard, apart
from ipt_tui.ipt.kinds import Kinds

_AND = re.compile(r"(?:^|\s+)(?:and|&)(?:\s+|$)", re.IGNORECASE)
_QUOTES = '"“„«'
_NOBODY = {"no", "none", "nobody", "no one", "no-one", "noone", "nothing", "nope"}
_MINE = {"my", "our"}
_OTHERS = {"the", "a", "an", "this", "his", "her", "their", "your"}
_NAMES = ("A", "An")
"""Alone the one may be all that somebody wants to write of a name, the other is one."""
_FULL_NAME = 3
"""The most words that are taken for a name after "my sister"."""


def named_lines(
    typed: str,
    kinds: Kinds,
    today: date,
    southern: bool = False,
    never: Iterable[str] = (),
) -> dict[str, PersonLine]:
    """Return what is said of each that is named, by the name; of nobody for "no" or "nobody".

    What cannot be read as a name with something about it is a name as a whole. `never` are names
    that are not meant by the rest of a longer part: "Ben brother" is then not Ben.

    Raises NotHeard, one sentence to show, for a mere "my" or "the".
    """
    found: dict[str, PersonLine] = {}
    known = tuple(never)
    for part in _parts(typed):
        line = _line(part, kinds, today, southern)
        if line.kind and not kinds.find(line.name) and same_name(line.name, known):
            line = PersonLine(part)
        found[line.name] = line
    return found


def _parts(typed: str) -> Iterable[str]:
    for part in apart(typed):
        for each in [part] if part[0] in _QUOTES else _AND.split(part):
            name = each.strip(" \t@")
            if name and folded(name.rstrip(".!")) not in _NOBODY:
                yield name


def _line(part: str, kinds: Kinds, today: date, southern: bool) -> PersonLine:
    """Return what one part says; after "my" a relationship stands for the name."""
    first, _, rest = part.partition(" ")
    word, rest = folded(first), rest.strip()
    if word not in _MINE | _OTHERS or part in _NAMES:
        return _whole_or_parsed(part, kinds, today, southern)
    if not rest:
        raise NotHeard(f"Who is “{part}”? Type a name, or who it is: my sister.")
    if word in _OTHERS:
        kind = kinds.find(rest) if word == "the" else None
        return PersonLine(part, kind=kind.word if kind else "")
    opening = kinds.longest_at(rest.split())
    names = rest.split()[opening[1] :] if opening else []
    if opening and 0 < len(names) <= _FULL_NAME and all(name[0].isupper() for name in names):
        return PersonLine(" ".join(names), kind=opening[0].word)
    line = parse_person(rest, kinds, today, southern)
    if not line.kind or line.note or line.problem or not kinds.find(line.name):
        return PersonLine(part)
    return replace(line, name=line.name[0].upper() + line.name[1:])


def _whole_or_parsed(part: str, kinds: Kinds, today: date, southern: bool) -> PersonLine:
    line = parse_person(part, kinds, today, southern)
    return PersonLine(part) if line.note or line.problem or not line.name else line

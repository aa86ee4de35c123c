"""What a session's agenda begins with, and the techniques that may be used: data from content."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.content import ContentError, load
from ipt_tui.ipt.course import ENDING, Modality, ending_named_at, halfway_at, words_of
from ipt_tui.ipt.phases import Bounds, Phase

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE = "agendas.toml"
USUAL = Bounds(16, 4, 14)
"""The course for which the data says what belongs to which session."""
_OPEN = "open"
_HALF, _NAMED = "half", "named"


@dataclass(frozen=True, slots=True)
class Item:
    """Something to do in a session. `code` stays the same whatever becomes of the text."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Each(Item):
    """Something to do every time in some phases, before or after what belongs to the session."""

    phases: frozenset[str]
    opening: bool


@dataclass(frozen=True, slots=True)
class Once(Item):
    """Something to do in the sessions `at` to `to` of the usual course, or in a `place`."""

    phase: Phase
    at: int = 0
    to: int = 0
    place: str = ""


@dataclass(frozen=True, slots=True)
class Technique:
    """A technique; `id` is what is kept."""

    id: str
    label: str
    line: str


@dataclass(frozen=True, slots=True)
class Agendas:
    """All there is of a file of agendas."""

    remote: tuple[Item, ...]
    each: tuple[Each, ...]
    once: tuple[Once, ...]
    techniques: tuple[Technique, ...]


def prefilled(
    template: str,
    bounds: Bounds,
    number: int,
    modality: str = "",
    agendas: Agendas | None = None,
    vocabulary: str = "",
) -> tuple[Item, ...]:
    """Return what the agenda of a session begins with, in its order.

    A session on one's own has none. `modality` and `vocabulary` are kept words; `agendas` are the
    shipped ones unless others are given.
    """
    if template == "self_review":
        return ()
    data = agendas or shipped()
    phase = bounds.of(number)
    here = phase.value if phase else _OPEN
    each = [item for item in data.each if here in item.phases]
    own = [item for item in data.once if number in _sessions(item, bounds)]
    ordered = [
        *remote(modality, data),
        *(item for item in each if item.opening),
        *own,
        *(item for item in each if not item.opening),
    ]
    first = {item.code: item for item in reversed(ordered)}
    ending = words_of(vocabulary)["ending"]
    return tuple(
        Item(i.code, i.text.replace(ENDING, ending)) for i in ordered if first[i.code] is i
    )


def remote(modality: str, agendas: Agendas | None = None) -> tuple[Item, ...]:
    """Return what comes first by video or phone, nothing in person; `modality` is a kept word."""
    far = Modality.read(modality) in (Modality.VIDEO, Modality.PHONE)
    return (agendas or shipped()).remote if far else ()


def techniques() -> tuple[Technique, ...]:
    """Return every technique, in the order in which they are offered."""
    return shipped().techniques


def technique_words(code: str) -> str:
    """Return how a kept technique is said; one that is not known is said as it stands."""
    return next((one.label for one in techniques() if one.id == code), code)


def read(extra_dir: Path | None = None) -> Agendas:
    """Return the agendas there are, a person's own laid over the shipped ones.

    Raises ContentError, one sentence, for a file that cannot be used.
    """
    data = load(FILE, extra_dir)
    return Agendas(
        tuple(Item(*_words(table)) for table in _tables(data, "remote")),
        tuple(_each(table) for table in _tables(data, "each")),
        tuple(_once(table) for table in _tables(data, "once")),
        tuple(
            Technique(*(_text(table, key) for key in ("id", "label", "line")))
            for table in _tables(data, "technique")
        ),
    )


@cache
def shipped() -> Agendas:
    """Return the agendas that came with the program."""
    return read()


def _sessions(item: Once, bounds: Bounds) -> range:
    """Return the numbers of the sessions of a course to which an item belongs."""
    if item.phase is Phase.BEFORE:
        return range(1)
    if not bounds.planned:
        return range(0)
    if item.place:
        at = halfway_at if item.place == _HALF else ending_named_at
        number = at(bounds.planned)
        return range(number, number + 1)
    first, last = _carried(item.phase, item.at, bounds), _carried(item.phase, item.to, bounds)
    return range(first, last + 1)


def _carried(phase: Phase, at: int, bounds: Bounds) -> int:
    """Return the session of a course that lies where session `at` does in the usual one.

    What belongs to a phase that is empty is done in the last session before it.
    """
    spans = {span[0]: span[1:] for span in USUAL.spans}
    usual_first, usual_last = spans[phase]
    there = {span[0]: span[1:] for span in bounds.spans}
    if phase not in there:
        follows = {Phase.INITIAL: 1, Phase.MIDDLE: bounds.middle_from}
        return max(1, follows.get(phase, bounds.ending_from) - 1)
    first, last = there[phase]
    return first + (at - usual_first) * (last + 1 - first) // (usual_last + 1 - usual_first)


def _each(table: Mapping[str, Any]) -> Each:
    code, text = _words(table)
    phases, opening = table.get("phases"), table.get("opening", True)
    known = {_OPEN, *(phase.value for phase in Phase if phase is not Phase.OTHER)}
    if not isinstance(phases, list) or not phases or not known.issuperset(map(str, phases)):
        raise ContentError(FILE, f"in {code}, phases should be a list of phases")
    if not isinstance(opening, bool):
        raise ContentError(FILE, f"in {code}, opening should be true or false")
    return Each(code, text, frozenset(phases), opening)


def _once(table: Mapping[str, Any]) -> Once:
    code, text = _words(table)
    phase, place = Phase.read(str(table.get("phase", ""))), table.get("place", "")
    if phase is None or phase is Phase.OTHER or place not in ("", _HALF, _NAMED):
        raise ContentError(FILE, f"in {code}, the phase or the place is not known")
    at = table.get("at", 0)
    to = table.get("to", at)
    within = {span[0]: range(span[1], span[2] + 1) for span in USUAL.spans}
    if phase is not Phase.BEFORE and not place:
        whole = type(at) is int and type(to) is int and at <= to
        if not whole or at not in within[phase] or to not in within[phase]:
            raise ContentError(FILE, f"in {code}, at should be a session of its phase")
    return Once(code, text, phase, at, to, place)


def _words(table: Mapping[str, Any]) -> tuple[str, str]:
    return _text(table, "code"), _text(table, "text")


def _text(table: Mapping[str, Any], key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value:
        raise ContentError(FILE, f"something has no {key}")
    return value


def _tables(data: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = data.get(name, [])
    if not isinstance(found, list) or not all(isinstance(table, dict) for table in found):
        raise ContentError(FILE, f"{name} should be a list of tables")
    return found

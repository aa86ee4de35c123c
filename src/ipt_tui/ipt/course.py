"""A course as one value: how many sessions, which phase each is in, and how many are left."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.content import ContentError, load
from ipt_tui.ipt.phases import MOST_SESSIONS, Bounds, Phase
from ipt_tui.ipt.words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Set
    from datetime import date, datetime
    from pathlib import Path

FILE = "courses.toml"
ENDING = "{ending}"
"""What stands in content for how a course calls its last phase."""
_NUMBERS = ("planned", "middle_from", "ending_from", "before", "minutes", "every_days")


class Format(Vocabulary):
    """With whom one meets."""

    INDIVIDUAL = "individual", "alone"
    GROUP = "group", "in a group"
    JOINT = "joint", "together with somebody"
    OTHER = "other", "another way"


class Modality(Vocabulary):
    """How one meets."""

    IN_PERSON = "in_person", "in person"
    VIDEO = "video", "video"
    PHONE = "phone", "phone"
    OTHER = "other", "another way"


class Ending(Vocabulary):
    """How the ending of a course is called."""

    TERMINATION = "termination", "termination"
    CONCLUSION = "conclusion", "conclusion"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Template:
    """A form in which IPT is offered; its fields are said in `content/courses.toml`."""

    id: str
    label: str
    note: str = ""
    bounds: Bounds = field(default_factory=Bounds)
    before: int = 0
    minutes: int = 50
    every_days: int = 7
    format: Format = Format.INDIVIDUAL


@dataclass(frozen=True, slots=True)
class Renegotiation:
    """A number of sessions agreed anew; `before` and `after` are 0 for an open course."""

    uid: str
    day: date
    before: int
    after: int
    reason: str = ""
    agreed_by: str = ""
    veiled: bool = False


@dataclass(frozen=True, slots=True)
class Course:
    """A course of one client's.

    `code` is the client's. `template`, `format`, `modality` and `vocabulary` are kept words.
    `numbered_from` is the number of the first session noted here. `ended` is the day it ended,
    None while it goes on.
    """

    uid: str
    client: str
    code: str
    template: str
    start: date
    bounds: Bounds
    numbered_from: int = 1
    minutes: int = 50
    every_days: int = 7
    format: str = Format.INDIVIDUAL.value
    modality: str = Modality.IN_PERSON.value
    vocabulary: str = Ending.TERMINATION.value
    renegotiations: tuple[Renegotiation, ...] = ()
    ended: date | None = None
    updated_at: datetime | None = None

    @property
    def planned(self) -> int:
        """How many sessions there are to be, 0 while it is open."""
        return self.bounds.planned

    def is_over(self, today: date) -> bool:
        """Whether its last day has gone by."""
        return self.ended is not None and self.ended < today

    def read_on(self, today: date) -> date:
        """Return the day as of which it is read: today, of one that is over its last day."""
        return min(today, self.ended) if self.ended is not None else today


@dataclass(frozen=True, slots=True)
class Gate:
    """What is missed from a phase on, and the sentence that says so."""

    needs: str
    phase: Phase
    words: str


def left_after(course: Course, number: int) -> int | None:
    """Return how many sessions are left after this one, None in an open course."""
    return max(0, course.planned - number) if course.planned else None


def left_words(course: Course, number: int, *, today: bool = True) -> str:
    """Return "8 left after today", "the last one", "one more than planned"; "" while open.

    Where the session is not of `today` it is "8 left after it".
    """
    left = left_after(course, number)
    if left is None:
        return ""
    if left:
        return f"{left} left after {'today' if today else 'it'}"
    over = number - course.planned
    return {0: "the last one", 1: "one more than planned"}.get(over, f"{over} more than planned")


def place_words(course: Course, number: int) -> str:
    """Return "session 8 of 16", "session 3" in an open course, "before the group" for number 0."""
    if number < 1:
        return phase_words(course, number)
    return f"session {number} of {course.planned}" if course.planned else f"session {number}"


def phase_words(course: Course, number: int) -> str:
    """Return how the phase of a session is called in this course, "" in an open one."""
    phase = course.bounds.of(number)
    return words_of(course.vocabulary)[phase.value] if phase else ""


def afterwards(course: Course) -> str:
    """Return how what comes after the course is called in it."""
    return words_of(course.vocabulary)["after"]


def ending_named_at(planned: int) -> int:
    """Return the session in which the ending is first spoken of: two to four before the last."""
    return max(1, planned - min(4, max(2, planned // 4)))


def halfway_at(planned: int) -> int:
    """Return the session of the halfway look, 0 in an open course."""
    return max(1, planned // 2) if planned else 0


def gates(course: Course, number: int, agreed: Set[str]) -> tuple[str, ...]:
    """Return what is to be said of a session before it goes on; it warns and never blocks.

    `agreed` are the words for what is: `focus`, `formulation`, `contract`, `ending_named`.
    """
    phase = course.bounds.of(number)
    order = (Phase.INITIAL, Phase.MIDDLE, Phase.ENDING)
    if phase not in order:
        return ()
    begun = order[: order.index(phase) + 1]
    ending = words_of(course.vocabulary)["ending"]
    missed = (g for g in _gates() if g.phase in begun and g.needs not in agreed)
    said = [gate.words.replace(ENDING, ending) for gate in missed]
    if number > course.planned:
        said.append(f"{course.planned} sessions were agreed; agree anew how many, or end here.")
    return tuple(said)


@cache
def templates(extra_dir: Path | None = None) -> Mapping[str, Template]:
    """Return every template by its id, in the order in which they are offered.

    Raises ContentError, one sentence, for a file that cannot be used.
    """
    return {one.id: one for one in map(_template, _tables(load(FILE, extra_dir), "template"))}


def template_words(kept: str) -> str:
    """Return how a kept template is called; one that is not known is said as it stands."""
    known = templates().get(kept)
    return known.label if known else kept


def _template(table: Mapping[str, Any]) -> Template:
    name = table.get("id")
    if not isinstance(name, str) or not isinstance(table.get("label"), str):
        raise ContentError(FILE, "every template needs an id and a label")
    for key in _NUMBERS:
        if type(table.get(key, 0)) is not int or not 0 <= table.get(key, 0) <= MOST_SESSIONS:
            raise ContentError(
                FILE, f"in {name}, {key} should be a whole number from 0 to {MOST_SESSIONS}"
            )
    form = table.get("format", Format.INDIVIDUAL.value)
    if not isinstance(form, str) or Format.read(form) in (None, Format.OTHER):
        raise ContentError(FILE, f"in {name}, format should be individual, group or joint")
    bounds = Bounds(*(table.get(key, 0) for key in _NUMBERS[:3]))
    if bounds.problem:
        raise ContentError(FILE, f"in {name}, the phases do not follow one another")
    return Template(
        name,
        table["label"],
        str(table.get("note", "")),
        bounds,
        table.get("before", 0),
        table.get("minutes", 50),
        table.get("every_days", 7),
        Format(form),
    )


def _tables(data: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    found = data.get(name, [])
    if not isinstance(found, list) or not all(isinstance(table, dict) for table in found):
        raise ContentError(FILE, f"{name} should be a list of tables")
    return found


@cache
def _gates() -> tuple[Gate, ...]:
    return tuple(
        Gate(table["needs"], Phase(table["phase"]), table["words"]) for table in load(FILE)["gate"]
    )


@cache
def _vocabularies() -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = load(FILE)["vocabulary"]
    return found


def words_of(vocabulary: str) -> Mapping[str, str]:
    """Return the words of a kept vocabulary; of one that is not known the usual ones."""
    known = _vocabularies()
    return known.get(vocabulary, known[Ending.TERMINATION.value])

"""Concerns: somebody may be in danger. What is kept of it, what is gone through, what is paused.

A concern is raised by a person, never worked out from text; it has no grade, and only a recorded
outcome closes it. The lists stand in `content/concerns.toml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import listed
from ipt_tui.ipt.content import load
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.instrument import FlagKind
from ipt_tui.ipt.words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date, datetime

    from ipt_tui.ipt.captured import Captured
    from ipt_tui.ipt.instrument import Instrument
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.scoring import Raised
    from ipt_tui.ipt.timeline import Named

_WEEK = 7
CORRECTED = "corrected since; the form does not ask for safety there now"
PAGES = "pages:home"
"""What may be on paper is open with anybody: nobody can know what was printed."""
SET_ASIDE = "Set aside for now. Everything is kept as you wrote it."
"""The one sentence in place of a question; it says nothing of a concern, for who looks on."""

NO_PAGES = "Pages to take home are set aside for now. This one is kept here."
"""What is said so where a page was to be written."""


class Kind(Vocabulary):
    """What a concern is about."""

    SELF = "self", "self"
    VIOLENCE = "violence", "violence"
    CHILD = "child", "child"
    OTHER = "other", "other"


class RaisedBy(Vocabulary):
    """What a concern was raised by."""

    SAID = "said", "what was said"
    MARK = "mark", "a line in a note"
    UNSAFE = "unsafe", "“unsafe” on a card"
    PHYSICAL = "physical", "“it gets physical” on a card"
    TALK = "talk", "what was said about safety of a talk"
    ITEM = "item", "an answer in a questionnaire"
    HELP = "help", "“help” as an answer"
    OTHER = "other", "something else"


@dataclass(frozen=True, slots=True)
class Check:
    """One line of a checklist; `id` is what is kept of it once it is ticked."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class KindList:
    """A kind with its checklist; `key` is the letter that chooses it."""

    id: str
    key: str
    label: str
    title: str
    checks: tuple[Check, ...]


@cache
def kinds() -> tuple[KindList, ...]:
    """Return the kinds there are, in the order in which they are offered."""
    return tuple(
        KindList(
            table["id"],
            table["key"],
            table["label"],
            table["title"],
            tuple(Check(check["id"], check["label"]) for check in table["check"]),
        )
        for table in load("concerns.toml")["kind"]
    )


def kind_of(word: str) -> KindList:
    """Return the kind of a stored word; for an unknown one the checks of `other`, named by it."""
    there = {kind.id: kind for kind in kinds()}
    if word in there:
        return there[word]
    other = there[Kind.OTHER.value]
    return KindList(word, other.key, word, word, other.checks)


def kind_in(words: str) -> tuple[str, str]:
    """Return the kind that a line begins with, `other` where it says none, and the rest of it."""
    first, _, rest = words.strip().partition(" ")
    word = first.rstrip(":,;.").casefold()
    if any(word in (kind.id, kind.label) for kind in kinds()):
        return word, rest.strip()
    return Kind.OTHER.value, words.strip()


def said_in(piece: Captured) -> tuple[str, str]:
    """Return the kind and the words of a line that raises a concern: all of it but its mark."""
    return kind_in(piece.words.lstrip()[piece.lead :])


def of_answers(name: str, form: Instrument | None, flags: Iterable[Raised]) -> str:
    """Return the words of a concern raised by answers: "PHQ-9, item 9: several days".

    Of an answer that tells of plans they say so. `name` is that of the measure; of a `form` that
    is gone, or of a score typed from paper, the number stands in place of the answer's words.
    """
    told = []
    for flag in flags:
        said = form.items[flag.item - 1].label(flag.value) if form and flag.item else ""
        told.append(f"{_asked(name, flag)}: {said[:1].lower()}{said[1:] or flag.value}")
    return "\n".join(told)


def of_corrections(name: str, flags: Iterable[Raised]) -> str:
    """Return that answers were corrected since, and need nobody by themselves any more."""
    return "\n".join(f"{_asked(name, flag)}: {CORRECTED}" for flag in flags)


def still_says(told: str, words: str) -> bool:
    """Whether the words of a concern hold these lines already, and no correction after them."""
    lines = told.split("\n")
    for line in words.split("\n"):
        if line not in lines:
            return False
        last = len(lines) - 1 - lines[::-1].index(line)
        if f"{line.rpartition(': ')[0]}: {CORRECTED}" in lines[last:]:
            return False
    return True


def _asked(name: str, flag: Raised) -> str:
    where = f"item {flag.item}" if flag.item else flag.label
    return f"{name}, {where}, plans" if flag.kind is FlagKind.PLANS else f"{name}, {where}"


class Thing(Vocabulary):
    """What may be open with somebody while there is a concern about them."""

    PRACTICE = "practice", "practice"
    TALK = "talk", "lines, rehearsal"
    SESSION = "session", "joint session"
    PAGES = "pages", "pages to take home"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class StillOpen:
    """Something still open with a person. `key` is its sort and uid, "practice:0190…"."""

    key: str
    words: str
    paused: bool = False

    @property
    def thing(self) -> Thing:
        """What it is."""
        return Thing.read(self.key.partition(":")[0]) or Thing.OTHER

    @property
    def by_itself(self) -> bool:
        """Whether it is set aside while the concern is open, and nobody has to pause it."""
        return self.thing is Thing.TALK

    @property
    def state(self) -> str:
        """How it stands: paused, set aside, or going on."""
        return "set aside" if self.by_itself else "paused" if self.paused else "not paused"


@dataclass(frozen=True, slots=True)
class Concern:
    """One concern; see `records.concern.ConcernFields` for what its fields hold.

    `people` are whom it is about, `session` the uid of the one it came up in, `still_open` what is
    open with them. A veiled one has its kind, its moment and its checks, and not a word or name.
    """

    uid: str
    client: str
    code: str
    kind: str
    raised_by: str
    at: Moment
    people: tuple[Named, ...] = ()
    words: str = ""
    ticked: frozenset[str] = frozenset()
    still_open: tuple[StillOpen, ...] = ()
    outcome: str = ""
    concluded: datetime | None = None
    session: str | None = None
    source: str = ""
    veiled: bool = False
    updated_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether no outcome is recorded: nothing else closes it, least of all time."""
        return self.concluded is None

    @property
    def checks(self) -> tuple[Check, ...]:
        """The lines of its checklist."""
        return kind_of(self.kind).checks


def since(at: Moment, today: date) -> str:
    """Return since when, as one says it: "since 14:21", "since yesterday", "since Tuesday"."""
    days = (today - at.day).days
    if days <= 0:
        return f"since {at.at:%H:%M}"
    if days == 1:
        return "since yesterday"
    return f"since {at.day:%A}" if days < _WEEK else f"since {short(at.day, today)}"


def names(people: Iterable[Named]) -> str:
    """Return "Sam and Noor", "" for nobody; one who is veiled is "someone"."""
    return listed([person.name or "someone" for person in people])


def about(people: Iterable[Named]) -> str:
    """Return "about Sam and Noor", "" for nobody."""
    told = names(people)
    return f"about {told}" if told else ""


def line(concern: Concern, today: date) -> str:
    """Return "violence, about Sam, since 14:21", for the practitioner alone."""
    told = (kind_of(concern.kind).title, about(concern.people), since(concern.at, today))
    return ", ".join(filter(None, told))


def line_of(concern: Concern, today: date) -> str:
    """Return whose it is and since when, no more: "M2, since Tuesday"."""
    return f"{concern.code}, {since(concern.at, today)}"


def quiet_line(open_ones: Iterable[Concern], today: date) -> str:
    """Return the line that stands in a session until there is an outcome, "" for none."""
    told = " · ".join(line(concern, today) for concern in open_ones)
    return f"Open concern: {told}" if told else ""


def summary(concern: Concern) -> str:
    """Return how far one is: "3 of 12 ticked", without a word on what that means."""
    done = sum(check.id in concern.ticked for check in concern.checks)
    return f"{done} of {len(concern.checks)} ticked"

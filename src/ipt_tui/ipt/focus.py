"""The focus as one value: the problem areas considered, which was chosen, and the work on each.

What speaks for or against an area was ticked or typed by somebody; nothing here weighs or counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.areas import Area, in_use
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from ipt_tui.ipt.card import ExpectationLine
    from ipt_tui.ipt.timeline import Named
    from ipt_tui.ipt.workbench import Prompt


class Rank(Vocabulary):
    """Whether an area is worked on: one is the first, at most one the second."""

    FIRST = "first", "1st"
    SECOND = "second", "2nd"
    NONE = "none", "no"
    OTHER = "other"


class Side(Vocabulary):
    """Whether something speaks for an area or against it."""

    FOR = "for", "for"
    AGAINST = "against", "against"
    OTHER = "other"


class Sort(Vocabulary):
    """What of the record evidence or an answer points at."""

    PERSON = "person", "person"
    EVENT = "event", "event"
    TALK = "talk", "talk"
    EXPECTATION = "expectation", "expectation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Pointer:
    """Something of the record that is pointed at: its `sort`, its uid, and how it is called.

    `when` is when it was; of an expectation `name` is with whom and `wish` how it stands.
    """

    sort: str
    uid: str
    words: str
    when: str = ""
    name: str = ""
    wish: ExpectationLine | None = None

    @property
    def key(self) -> str:
        """What it is known by among others: its sort and uid."""
        return f"{self.sort}:{self.uid}"


@dataclass(frozen=True, slots=True)
class Choice:
    """What was decided of an area on a day, and whether the client agrees: yes, partly, no, ""."""

    uid: str
    day: date
    rank: str
    agrees: str = ""
    why: str = ""
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class StageLine:
    """The stage of a dispute from a day on."""

    uid: str
    day: date
    stage: str
    why: str = ""
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """One thing that speaks for or against an area: words, or something of the record.

    A veiled one has its side and no more.
    """

    uid: str
    side: str
    text: str = ""
    of: Pointer | None = None
    sensitive: bool = False
    veiled: bool = False
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """What an answer is joined to."""

    uid: str
    of: Pointer


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer on a workbench; `done` is the day a step was done. A veiled one has its prompt."""

    uid: str
    prompt: str
    text: str = ""
    rating: int | None = None
    done: date | None = None
    links: tuple[Link, ...] = ()
    sensitive: bool = False
    veiled: bool = False
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ProblemArea:
    """One area as it stands: `area` is its id, `about` and `person` what and whom it is about.

    `rank` is what was last decided, `since` from which day on, None where nothing was; `agrees`
    is whether the client agrees. `ledger` is what the two expect of each other, `offered` what
    somebody may tick as evidence. `living` is whether it is for a death, and whom it is about is
    not marked as having died. It is `set_aside` while an open concern is about that person,
    and `unsafe` where it was answered that raising it may put anyone in danger, also where that
    answer is veiled. A veiled one has its area and its rank, and no more.
    """

    uid: str
    code: str
    area: str
    about: str = ""
    person: Named | None = None
    rank: str = Rank.NONE.value
    agrees: str = ""
    since: date | None = None
    choices: tuple[Choice, ...] = ()
    evidence: tuple[EvidenceLine, ...] = ()
    stages: tuple[StageLine, ...] = ()
    answers: tuple[Answer, ...] = ()
    ledger: tuple[ExpectationLine, ...] = ()
    offered: tuple[Pointer, ...] = ()
    living: bool = False
    set_aside: bool = False
    unsafe: bool = False
    sensitive: bool = False
    veiled: bool = False
    updated_at: datetime | None = None

    @property
    def kind(self) -> Area:
        """What is known of areas of this id."""
        return in_use().get(self.area)

    @property
    def name(self) -> str:
        """Whom it is about, "" for nobody."""
        return self.person.name if self.person else ""

    @property
    def stage(self) -> StageLine | None:
        """The stage it is in."""
        return self.stages[-1] if self.stages else None

    @property
    def says_unsafe(self) -> bool:
        """Whether an answer that may be seen says so: only then may the screen."""
        return any(self.kind.stops(each.prompt, each.text) for each in self.answers)

    def holds_back(self, prompt: Prompt) -> bool:
        """Whether a prompt is not worked through here for now."""
        return prompt.confronts and (self.set_aside or self.unsafe)

    def to(self, prompt: str) -> tuple[Answer, ...]:
        """Return the answers to a prompt, in the order in which they were given."""
        return tuple(answer for answer in self.answers if answer.prompt == prompt)

    def is_answered(self, prompt: str) -> bool:
        """Whether a prompt that takes one answer has it."""
        kind = self.kind.prompt(prompt)
        return kind is not None and not kind.many and bool(self.to(prompt))

    def on(self, side: Side) -> tuple[EvidenceLine, ...]:
        """Return what speaks on one side."""
        return tuple(line for line in self.evidence if Side.read(line.side) is side)


@dataclass(frozen=True, slots=True)
class Focus:
    """The problem areas of one client as of `today`, in the order in which they were added."""

    client: str
    code: str
    today: date
    areas: tuple[ProblemArea, ...] = ()

    @property
    def first(self) -> ProblemArea | None:
        """What is worked on first."""
        return self._of(Rank.FIRST)

    @property
    def second(self) -> ProblemArea | None:
        """What is worked on beside it."""
        return self._of(Rank.SECOND)

    @property
    def worked_on(self) -> tuple[ProblemArea, ...]:
        """The first focus and the second, as far as there are any and they are not veiled."""
        return tuple(area for area in (self.first, self.second) if area and not area.veiled)

    def get(self, uid: str | None) -> ProblemArea | None:
        """Return an area, None where it is gone."""
        return next((area for area in self.areas if area.uid == uid), None)

    def _of(self, rank: Rank) -> ProblemArea | None:
        return next((area for area in self.areas if area.rank == rank), None)


def standing(choices: Mapping[str, Sequence[Choice]], today: date) -> dict[str, Choice]:
    """Return what holds of each area on a day, by its uid; areas that are no focus are left out.

    `choices` are those of each area in the order of their days. Where two say they are first, or
    second, the one decided last is. `day` is from when on that was so without a break.
    """
    found: dict[str, Choice] = {}
    for uid, made in choices.items():
        until = [choice for choice in made if choice.day <= today]
        if until and until[-1].rank in (Rank.FIRST, Rank.SECOND):
            found[uid] = until[-1]
    for rank in (Rank.FIRST, Rank.SECOND):
        same = sorted((c.day, uid) for uid, c in found.items() if c.rank == rank)
        for _, uid in same[:-1]:
            del found[uid]
    return found


def since(made: Sequence[Choice], last: Choice) -> date:
    """Return from which day on a choice has held: the first of the unbroken run that it ends."""
    day = last.day
    for choice in reversed([c for c in made if c.day <= last.day]):
        if choice.rank != last.rank:
            break
        day = choice.day
    return day


def plain(area: ProblemArea, audience: Audience) -> str:
    """Return what is worked on in plain words: as it was typed, else "what you and Sam expect…"."""
    if area.veiled:
        return ""
    return area.about or area.kind.in_plain_words(audience, area.code, area.name)


def head(area: ProblemArea, audience: Audience = Audience.PRACTITIONER) -> str:
    """Return what an area is called: "dispute with Sam (the flat)", "grief (Dad)".

    Who is named in what it is about is not said twice. To the client it is said in plain words
    alone.
    """
    if area.veiled:
        return area.kind.said(audience)
    if audience is Audience.CLIENT:
        return plain(area, audience)
    named = bool(area.name) and area.name.casefold() in area.about.casefold()
    told, inner = area.kind.label, ["" if named else area.name, area.about]
    if area.kind.joined and area.name:
        told, inner = f"{told} with {area.name}", [area.about]
    brackets = ", ".join(filter(None, inner))
    return f"{told} ({brackets})" if brackets else told


def prompts_for(area: ProblemArea, audience: Audience) -> tuple[Prompt, ...]:
    """Return the prompts of an area; looking together not those for the practitioner alone."""
    together = audience is Audience.CLIENT
    return tuple(prompt for prompt in area.kind.prompts if not (together and prompt.private))

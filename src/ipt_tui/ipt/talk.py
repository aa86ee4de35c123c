"""A talk as one value: what was said, meant, felt and guessed, and what came of looking at it.

Table, questions, plain lines and sentences are all made from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience, listed
from ipt_tui.ipt.scales import USUAL, Scale
from ipt_tui.ipt.talk_vocabulary import ME, THEM, Stage, may_be_said

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from ipt_tui.ipt.dates import FuzzyDate
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.timeline import Named


@dataclass(frozen=True, slots=True)
class TurnLine:
    """One turn; see `records.talk.TurnFields` for what its fields hold.

    `number` counts the turns of the talk from 1.
    """

    uid: str
    number: int
    speaker: str
    said: str = ""
    tone: str = ""
    body: str = ""
    meant: str = ""
    felt: str = ""
    strength: int | None = None
    guessed_meant: str = ""
    guessed_felt: str = ""
    asked: str = ""
    updated_at: datetime | None = None

    @property
    def is_mine(self) -> bool:
        """Whether the client said it."""
        return self.speaker == ME


@dataclass(frozen=True, slots=True)
class DifficultyLine:
    """Something that got in the way, with the uid of its turn where it points at one."""

    uid: str
    code: str
    turn: str | None = None


@dataclass(frozen=True, slots=True)
class AlternativeLine:
    """What could be said, with the uid of the turn it would stand in place of."""

    uid: str
    line: str
    why: str = ""
    style: str = ""
    risk: str = ""
    turn: str | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OptionLine:
    """An option of the decision."""

    uid: str
    text: str
    pros: str = ""
    cons: str = ""
    likely: str = ""
    on_me: str = ""
    on_us: str = ""
    feasible: int | None = None
    safe: str = ""
    chosen: bool = False
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """One round of rehearsing, on a day; see `records.talk.RehearsalFields` for its fields."""

    uid: str
    day: date
    reversed: bool = False
    line: str = ""
    changed: str = ""
    worst_case: bool = False
    alone: bool = False
    situation: str = ""
    exchange: str = ""
    sure_before: int | None = None
    sure_after: int | None = None
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """A try and what came of it. `event` is the uid of the event it was, `day` its day if known.

    `title` is that event's, "" where it is veiled.
    """

    uid: str
    event: str
    title: str = ""
    day: date | None = None
    done: str = ""
    what: str = ""
    happened: str = ""
    left_me: str = ""
    left_them: str = ""
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that stands in the record already and can be meant: its uid and its words."""

    uid: str
    words: str


@dataclass(frozen=True, slots=True)
class WishNews:
    """What this talk changed for an expectation: `text` as it stands, `day` when."""

    expectation: str
    text: str
    day: date
    said: bool | None = None
    met: str | None = None


@dataclass(frozen=True, slots=True)
class TalkLine:
    """One talk in the list, with what is counted over several.

    `people` are those it was with. `title` is its event's. `day` is the first day it may have
    been, `when` and `at` how exactly that is known. `wishes_said` is how many expectations it led
    to being said aloud. A veiled one has its place in time, and not a word.
    """

    uid: str
    event: str
    people: tuple[Named, ...] = ()
    title: str = ""
    about: str = ""
    note: str = ""
    when: FuzzyDate | None = None
    at: Moment | None = None
    stage: Stage = Stage.NEW
    got_across: str = ""
    difficulties: tuple[str, ...] = ()
    tried: tuple[AttemptLine, ...] = ()
    wishes_said: int = 0
    jotting: str | None = None
    veiled: bool = False
    sensitive: bool = False

    @property
    def day(self) -> date | None:
        """The first day it may have been, None while nobody has said."""
        if self.at is not None:
            return self.at.day
        return self.when.first if self.when else None

    @property
    def day_said(self) -> bool:
        """Whether somebody said when it was; the days between two sessions nobody said."""
        when = self.when
        return self.at is not None or (when is not None and (when.exact or bool(when.words)))

    @property
    def subject(self) -> str:
        """What it was about: in its own words, else as the event is called."""
        return self.about or self.title


@dataclass(frozen=True, slots=True)
class Talks:
    """A client's talks, newest first. `person` is whom they are kept to, None for all.

    `wishes` are the client's own expectations: how many there are, and how many have been said
    aloud, of that person where there is one.
    """

    client: str
    code: str
    today: date
    lines: tuple[TalkLine, ...] = ()
    person: Named | None = None
    wishes: tuple[int, int] = (0, 0)

    def line(self, uid: str | None) -> TalkLine | None:
        """Return the talk with this uid."""
        return next((line for line in self.lines if line.uid == uid), None)


@dataclass(frozen=True, slots=True)
class Talk:
    """One talk, opened. A veiled one is its line and nothing else.

    `values` holds the fields of `records.talk.TalkFields` by their names. `mood_before` and
    `mood_after` are those that stood before and after its event on one scale; `scale` is the one
    moods are given on now. `others` are who else was there, `known` all the people who may be
    named, `wishes` what the client wants of those it was with. `set_aside` is whether an open
    concern is about one of those: then nothing is composed, rehearsed or asked for here.
    """

    line: TalkLine
    client: str
    code: str
    today: date
    values: Mapping[str, str | int | None] = field(default_factory=dict)
    others: tuple[Named, ...] = ()
    known: tuple[Named, ...] = ()
    turns: tuple[TurnLine, ...] = ()
    difficulties: tuple[DifficultyLine, ...] = ()
    alternatives: tuple[AlternativeLine, ...] = ()
    options: tuple[OptionLine, ...] = ()
    rounds: tuple[Round, ...] = ()
    attempts: tuple[AttemptLine, ...] = ()
    news: tuple[WishNews, ...] = ()
    wishes: tuple[Choice, ...] = ()
    scale: Scale = USUAL
    mood_before: int | None = None
    mood_after: int | None = None
    updated_at: datetime | None = None
    set_aside: bool = False

    @property
    def uid(self) -> str:
        """Its identity."""
        return self.line.uid

    def text(self, name: str) -> str:
        """Return a field as text, "" while nothing is told."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def turn(self, uid: str | None) -> TurnLine | None:
        """Return the turn with this uid."""
        return next((turn for turn in self.turns if turn.uid == uid), None)

    @property
    def may_practise(self) -> bool:
        """Whether lines are composed and rehearsed here: not once saying it may be unsafe."""
        return not self.set_aside and may_be_said(self.text("safe"))


def with_words(line: TalkLine) -> str:
    """Return whom a talk was with: "Sam", "Sam and Noor", "" while nobody has said."""
    return listed([person.name or "someone" for person in line.people])


def them_words(line: TalkLine) -> str:
    """Return the one spoken to, for a question: "Sam", or "the other person"."""
    return with_words(line) or "the other person"


def speaker_words(turn: TurnLine, talk: Talk, audience: Audience) -> str:
    """Return who speaks: "K7" or "me", "Sam", or the name of a third."""
    if turn.speaker == ME:
        return audience.pick(talk.code, ME)
    return with_words(talk.line) or THEM if turn.speaker == THEM else turn.speaker


def latest(talks: Talks, uid: str | None) -> TalkLine | None:
    """Return the talk with this uid, else the newest there is."""
    return talks.line(uid) or next(iter(talks.lines), None)

"""An instrument as one value: its words, how it is scored, and what its authors say of a score."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LARGEST = 10_000
"""The largest score there can be, above nothing or below it."""
THUMB = "rule of thumb"
"""What is said beside a rule that nobody has checked at its source."""


class Policy(StrEnum):
    """Whether the words of an instrument may stand in a program."""

    OK = "OK"
    OK_UNMODIFIED = "OK_UNMODIFIED"
    NC_ONLY = "NC_ONLY"
    SCORE_ENTRY = "SCORE_ENTRY"
    NO = "NO"


class How(StrEnum):
    """How a score is made of the answers. ENTRY: it is typed from a form on paper."""

    SUM = "sum"
    MEAN = "mean"
    NONE = "none"
    ENTRY = "entry"


class Better(StrEnum):
    """Which end of the score is better."""

    LOW = "low"
    HIGH = "high"
    NEITHER = "neither"


class FlagKind(StrEnum):
    """What an answer may mean for safety: PLANS takes the stronger path, SOFT is a quiet hint."""

    SELF = "self"
    PLANS = "plans"
    SOFT = "soft"


class RuleKind(StrEnum):
    """How a rule of change is read; see `ipt.score_change`."""

    PERCENT = "percent"
    POINTS = "points"
    BELOW = "below"
    NOISE = "noise"


@dataclass(frozen=True, slots=True)
class Option:
    """An answer one can give, with the number it counts for."""

    value: int
    label: str
    loinc: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A question, and the answers to it in the order in which the form has them."""

    text: str
    options: tuple[Option, ...]
    loinc: str = ""

    @property
    def lowest(self) -> int:
        """The lowest number an answer counts for."""
        return min(option.value for option in self.options)

    @property
    def highest(self) -> int:
        """The highest number an answer counts for."""
        return max(option.value for option in self.options)

    def label(self, value: int) -> str:
        """Return the words of an answer, "" for none there is."""
        return next((option.label for option in self.options if option.value == value), "")


@dataclass(frozen=True, slots=True)
class Subscale:
    """Some of the items, numbered from 1, scored by themselves."""

    id: str
    label: str
    items: tuple[int, ...]
    how: How


@dataclass(frozen=True, slots=True)
class Part:
    """A number that is typed beside the score of a form on paper."""

    id: str
    label: str
    lowest: float
    highest: float


@dataclass(frozen=True, slots=True)
class Band:
    """What scores from `low` to `high` are called by the authors."""

    low: float
    high: float
    words: str


@dataclass(frozen=True, slots=True)
class Flag:
    """From which answer on an item (from 1), or a part of a form on paper, needs a person."""

    value: int
    kind: FlagKind
    item: int = 0
    part: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Of these items at least `least` and at most `most` count, for a pattern."""

    items: tuple[int, ...]
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """Answers that belong together, by an authors' rule; for the practitioner alone.

    An item counts from the answer `value` on, those in `from_one` from 1 on.
    """

    name: str
    citation: str
    value: int
    from_one: tuple[int, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """A rule for what a change means, with whose it is.

    `threshold` is in points, in percent, or the score one has to be below. From `maybe_from` to it
    the sources differ. It says nothing where the first score is under `base_from`. One that is
    `from_first` is of the first score of a course, and of no other.
    """

    name: str
    kind: RuleKind
    threshold: float
    citation: str
    verified: bool
    maybe_from: float | None = None
    base_from: float | None = None
    from_first: bool = False

    @property
    def of_size(self) -> bool:
        """Whether it says of a change that it is large: in points, or in percent of enough."""
        of_enough = self.kind is RuleKind.PERCENT and self.base_from is not None
        return of_enough or self.kind is RuleKind.POINTS

    @property
    def cited(self) -> str:
        """Whose rule it is, and that it is one of thumb where nobody has checked it."""
        return self.citation if self.verified else f"{self.citation}; {THUMB}"


@dataclass(frozen=True, slots=True)
class Verified:
    """What of an instrument was checked at its source."""

    text: bool = False
    licence: bool = False
    scoring: bool = False
    bands: bool = False


@dataclass(frozen=True, slots=True)
class Instrument:
    """A questionnaire. Items are numbered from 1; see `docs/instruments.md`.

    `recall` is what it asks about in words, "" for none, `recall_days` how long that is, and
    `soonest_days` how soon it may be asked again. `lower` and `higher` are what such a score says,
    for a client. `times` multiplies the score, `decimals` are kept. So many items `may_miss`; the
    rest then counts in proportion. Of a form on paper there are no items but `parts`.
    """

    id: str
    version: str
    lang: str
    title: str
    short: str
    about: str
    policy: Policy
    licence: str
    attribution: str
    source: str
    recall: str
    recall_days: int
    soonest_days: int
    instruction: str
    stem: str
    better: Better
    lower: str
    higher: str
    facts: tuple[str, ...]
    items: tuple[Item, ...]
    difficulty: Item | None
    reversed: frozenset[int]
    subscales: tuple[Subscale, ...]
    parts: tuple[Part, ...]
    how: How
    times: int
    decimals: int
    may_miss: int
    lowest: float
    highest: float
    bands: tuple[Band, ...]
    no_bands: str
    flags: tuple[Flag, ...]
    patterns: tuple[Pattern, ...]
    changes: tuple[ChangeRule, ...]
    loinc_panel: str
    loinc_total: str
    verified: Verified
    own: bool = False

    @property
    def asked(self) -> bool:
        """Whether its items can be asked; else only its score is typed."""
        return bool(self.items)

    @property
    def full_name(self) -> str:
        """Both of its names, "GAD-7, Generalized …"; one where it begins with the other."""
        return self.title if self.title.startswith(self.short) else f"{self.short}, {self.title}"

    @property
    def credit(self) -> tuple[str, ...]:
        """Whose it is, and under what licence it stands here: they go wherever its words do."""
        return tuple(filter(None, (self.attribution, self.licence)))

    @property
    def step(self) -> int:
        """What a typed score is a multiple of: WHO-5 is a sum of whole numbers times 4."""
        return self.times if self.how is How.SUM and not self.may_miss else 1

    def band(self, total: float | None) -> Band | None:
        """Return what the authors call a score, None where they do not say."""
        if total is None:
            return None
        return next((band for band in self.bands if band.low <= total <= band.high), None)


def rounded(over: int, under: int, decimals: int) -> float:
    """Return a fraction with so many decimals, halves away from zero, as one does by hand."""
    scaled = abs(over) * 10**decimals
    whole = (2 * scaled + under) // (2 * under)
    return float((whole if over >= 0 else -whole) / 10**decimals)


def told(number: float) -> str:
    """Return a score as it is said: "9", "5.3"."""
    return str(int(number)) if number == int(number) else f"{number:.3f}".rstrip("0")

"""The timeline as one value: moods, events, spells and jottings of a window, and what ties them.

Picture, sentence, list and plain lines are all made from it.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from ipt_tui.ipt.dates import FuzzyDate
from ipt_tui.ipt.moments import Moment
from ipt_tui.ipt.scales import USUAL, Scale
from ipt_tui.ipt.timeline_marks import ScoreMark, SessionMark
from ipt_tui.ipt.words import Vocabulary


class Zoom(Vocabulary):
    """How much time is on screen, from near to far."""

    WEEK = "week", "week"
    MONTH = "month", "month"
    COURSE = "course", "course"
    LIFE = "life", "life"
    OTHER = "other"


ZOOMS = (Zoom.WEEK, Zoom.MONTH, Zoom.COURSE, Zoom.LIFE)


@dataclass(frozen=True, slots=True)
class Window:
    """The days on screen, both included. `today` is the day being lived."""

    zoom: Zoom
    first: date
    last: date
    today: date

    @property
    def days(self) -> int:
        """How many days there are."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody who is named; `name` is "" while they are veiled."""

    uid: str
    name: str


@dataclass(frozen=True, slots=True)
class MoodEntry:
    """One mood. A veiled one has its place, value and scale, and not a word."""

    uid: str
    when: Moment
    value: int
    scale: Scale = USUAL
    kind: str = "now"
    since: date | None = None
    feelings: tuple[str, ...] = ()
    people: tuple[Named, ...] = ()
    note: str = ""
    words: str = ""
    source: str = ""
    source_words: str = ""
    veiled: bool = False
    sensitive: bool = False
    updated_at: datetime | None = None

    @property
    def first(self) -> date:
        """The day it stands on."""
        return self.when.day


@dataclass(frozen=True, slots=True)
class EventEntry:
    """One event. `when` is None while nobody has said; `at` where a time of one day is known.

    `talk` is whether it is a talk that is noted, `tried` whether something was tried in it that a
    talk led to. A veiled one has its place in time, and not a word.
    """

    uid: str
    title: str
    when: FuzzyDate | None = None
    at: Moment | None = None
    category: str = ""
    valence: int | None = None
    area: str = ""
    controllable: str = ""
    anniversary: bool = False
    near_onset: bool = False
    people: tuple[Named, ...] = ()
    note: str = ""
    words: str = ""
    source: str = ""
    talk: bool = False
    tried: bool = False
    veiled: bool = False
    sensitive: bool = False
    updated_at: datetime | None = None

    @property
    def first(self) -> date:
        """The first day it may have been; `date.max` while undated."""
        if self.at is not None:
            return self.at.day
        return self.when.first if self.when else date.max

    @property
    def last(self) -> date:
        """The last day it may have been; `date.max` while undated or still open."""
        if self.at is not None:
            return self.at.day
        return self.when.last if self.when else date.max


@dataclass(frozen=True, slots=True)
class SpellEntry:
    """A symptom or treatment over time."""

    uid: str
    kind: str
    name: str
    when: FuzzyDate
    severity: int | None = None
    note: str = ""
    veiled: bool = False
    sensitive: bool = False
    updated_at: datetime | None = None

    @property
    def first(self) -> date:
        """The first day it may have been."""
        return self.when.first

    @property
    def last(self) -> date:
        """The last day it may have been; `date.max` while it goes on."""
        return self.when.last


@dataclass(frozen=True, slots=True)
class JottingEntry:
    """A line kept as it was typed; a veiled one has no text. `talk`: one was made from it."""

    uid: str
    when: Moment
    text: str
    people: tuple[Named, ...] = ()
    talk: bool = False
    veiled: bool = False
    sensitive: bool = False
    updated_at: datetime | None = None

    @property
    def first(self) -> date:
        """The day it stands on."""
        return self.when.day


Told = MoodEntry | EventEntry | SpellEntry | JottingEntry
"""What was told here, and is changed here."""
Entry = Told | ScoreMark


@dataclass(frozen=True, slots=True)
class Link:
    """A tie somebody made between a mood and an event; `direction` as they said, or ""."""

    mood: str
    event: str
    direction: str = ""


@dataclass(frozen=True, slots=True)
class Near:
    """An event within two days of a mood that shifted: offered, never asserted."""

    mood: str
    event: str


@dataclass(frozen=True)
class Timeline:
    """One client's time in a window.

    `moods`, `events`, `spells` and `jottings` are in the order of their time, undated events
    last. `before` are the moods of the two days before the window and `after` those of the day
    after it: they are compared with, not shown. `scores` are those of measures answered in the
    window, as far as they may be seen, `sessions` those that took place in it. With `person` given,
    `events` and `jottings` are those that name them while `moods` and `sessions` stay whole, there
    are no `scores`, and `naming` holds the uids of the moods that do. `split` is the date at which
    sentences are split. `onset` is when the low mood began.
    """

    client_uid: str
    code: str
    window: Window
    moods: tuple[MoodEntry, ...] = ()
    events: tuple[EventEntry, ...] = ()
    spells: tuple[SpellEntry, ...] = ()
    jottings: tuple[JottingEntry, ...] = ()
    before: tuple[MoodEntry, ...] = ()
    after: tuple[MoodEntry, ...] = ()
    scores: tuple[ScoreMark, ...] = ()
    sessions: tuple[SessionMark, ...] = ()
    links: tuple[Link, ...] = ()
    near: tuple[Near, ...] = ()
    person: Named | None = None
    naming: frozenset[str] = frozenset()
    split: date | None = None
    onset: FuzzyDate | None = None
    onset_words: str = ""
    scale: Scale = USUAL
    is_empty: bool = field(default=True)
    """Whether there is nothing at all in the record, in whatever window."""

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """What the cursor walks, in the order of time; with a person set, what names them."""
        moods: tuple[Entry, ...] = tuple(
            mood for mood in self.moods if self.person is None or mood.uid in self.naming
        )
        spells: tuple[Entry, ...] = () if self.person else self.spells
        life = self.window.zoom is Zoom.LIFE
        scores = tuple(each[-1] for each in self.measured.values()) if life else self.scores
        found = (*moods, *self.events, *spells, *self.jottings, *scores)
        return tuple(sorted(found, key=order))

    @cached_property
    def measured(self) -> dict[str, tuple[ScoreMark, ...]]:
        """The scores of each measure, by its name; in a whole life the last stands for all."""
        found: dict[str, list[ScoreMark]] = {}
        for score in self.scores:
            found.setdefault(score.name, []).append(score)
        return {name: tuple(each) for name, each in found.items()}

    @cached_property
    def _by_uid(self) -> dict[str, Entry]:
        told: tuple[Told, ...] = (*self.moods, *self.events, *self.spells, *self.jottings)
        every: tuple[Entry, ...] = (*told, *self.scores)
        return {entry.uid: entry for entry in every}

    @cached_property
    def _ties(self) -> dict[str, tuple[str, ...]]:
        ties: dict[str, list[str]] = {}
        for link in self.links:
            ties.setdefault(link.mood, []).append(link.event)
            ties.setdefault(link.event, []).append(link.mood)
        return {uid: tuple(others) for uid, others in ties.items()}

    @cached_property
    def every_mood(self) -> tuple[MoodEntry, ...]:
        """The moods, with those just before and after the window, in the order of time."""
        return (*self.before, *self.moods, *self.after)

    @cached_property
    def mood_places(self) -> dict[str, int]:
        """Where in `every_mood` each stands, by its uid."""
        return {mood.uid: place for place, mood in enumerate(self.every_mood)}

    @cached_property
    def instants(self) -> tuple[datetime, ...]:
        """When each of `every_mood` was."""
        return tuple(mood.when.instant for mood in self.every_mood)

    def entry(self, uid: str | None) -> Entry | None:
        """Return the entry with this uid, None if it is not in the window."""
        return self._by_uid.get(uid or "")

    @cached_property
    def _offered(self) -> dict[str, Near]:
        offered: dict[str, Near] = {}
        for near in self.near:
            offered.setdefault(near.mood, near)
            offered.setdefault(near.event, near)
        return offered

    def offered(self, uid: str) -> Near | None:
        """Return the first tie that is offered for an entry, None where none is."""
        return self._offered.get(uid)

    def tied(self, uid: str) -> tuple[str, ...]:
        """Return the uids that an entry is tied to: of a mood its events, of an event its moods."""
        return self._ties.get(uid, ())


_RANK = {EventEntry: 0, SpellEntry: 1, JottingEntry: 2, MoodEntry: 3, ScoreMark: 4}


def order(entry: Entry) -> tuple[date, float, int, str]:
    """Return what entries are ordered by: day, then instant where one is known, event first."""
    at = entry.at if isinstance(entry, EventEntry) else getattr(entry, "when", None)
    instant = at.instant.timestamp() if isinstance(at, Moment) else 0.0
    return entry.first, instant, _RANK[type(entry)], entry.uid

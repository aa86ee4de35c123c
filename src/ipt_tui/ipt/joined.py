"""The joined line: which mood stood before and which after what happened.

*Before* is the last entry on the same scale in the 48 hours before; *after* is the tied entry,
else the first within 24 hours. Where one of them is missing nothing is compared, and that is
counted too. Nothing here says cause.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from ipt_tui.ipt.moments import Moment, on_day, within
from ipt_tui.ipt.scales import SHIFT, compared
from ipt_tui.ipt.timeline import Entry, EventEntry, JottingEntry, MoodEntry, Near, Timeline
from ipt_tui.ipt.timeline_marks import ScoreMark

BEFORE_HOURS, AFTER_HOURS = 48, 24
NEAR_HOURS = 48


@dataclass(frozen=True, slots=True)
class Pair:
    """What stood before and after one entry; None where no entry is near enough."""

    entry: Entry
    before: MoodEntry | None
    after: MoodEntry | None

    @property
    def is_counted(self) -> bool:
        """Whether both are there."""
        return self.before is not None and self.after is not None

    @property
    def change(self) -> str:
        """Whether it was "lower", "higher" or "the same"; "" where it is not counted."""
        if self.before is None or self.after is None:
            return ""
        return compared(self.before.value, self.after.value)

    @property
    def felt(self) -> str:
        """Whether it was "better", "harder" or "the same"; "" where it is not counted."""
        if self.before is None or self.after is None:
            return ""
        return felt(self.before, self.after)


def felt(before: MoodEntry, after: MoodEntry) -> str:
    """Return whether a mood is "better" or "harder" than one on the same scale, or "the same"."""
    change = compared(before.value, after.value)
    if change == "the same":
        return change
    return "better" if (change == "higher") is (after.scale.better == "high") else "harder"


def moment_of(entry: Entry) -> Moment | None:
    """Return when an entry was, None where it is not one known day."""
    if isinstance(entry, MoodEntry | JottingEntry | ScoreMark):
        return entry.when
    if isinstance(entry, EventEntry):
        if entry.at is not None:
            return entry.at
        return on_day(entry.first) if entry.when is not None and entry.when.exact else None
    return None


def pair(timeline: Timeline, entry: Entry) -> Pair:
    """Return what stood before and after a mood or an event of the timeline."""
    when = moment_of(entry)
    if when is None:
        return Pair(entry, None, None)
    after = entry if isinstance(entry, MoodEntry) else _after(timeline, entry, when)
    if after is None:
        return Pair(entry, None, None)
    apart = {after.uid, *timeline.tied(entry.uid)} if isinstance(entry, EventEntry) else {after.uid}
    before = next(
        (
            mood
            for mood in _back_from(timeline, when)
            if mood.scale == after.scale
            and mood.uid not in apart
            and mood.when < when
            and within(mood.when, when, BEFORE_HOURS)
        ),
        None,
    )
    return Pair(entry, before, after)


def _after(timeline: Timeline, entry: Entry, when: Moment) -> MoodEntry | None:
    places = timeline.mood_places
    tied = sorted(places[uid] for uid in timeline.tied(entry.uid) if uid in places)
    found = [timeline.every_mood[place] for place in tied]
    if found:
        return next((mood for mood in found if mood.when >= when), found[-1])
    later = islice(timeline.every_mood, bisect_left(timeline.instants, when.instant), None)
    return next((mood for mood in later if within(when, mood.when, AFTER_HOURS)), None)


def _back_from(timeline: Timeline, when: Moment) -> Iterator[MoodEntry]:
    """Yield the moods before a moment, the nearest first, no further back than may count."""
    earliest = when.instant - timedelta(hours=BEFORE_HOURS + 24)
    for at in range(bisect_left(timeline.instants, when.instant) - 1, -1, -1):
        if timeline.instants[at] < earliest:
            return
        yield timeline.every_mood[at]


def naming(timeline: Timeline) -> tuple[Entry, ...]:
    """Return the entries that name the person: a mood with the event it is tied to is one."""
    shown = {mood.uid for mood in timeline.moods} & timeline.naming
    told = {link.event for link in timeline.links if link.mood in shown}
    return tuple(
        entry
        for entry in timeline.entries
        if entry.uid in shown or (isinstance(entry, EventEntry) and entry.uid not in told)
    )


def shifts(timeline: Timeline) -> Iterator[tuple[MoodEntry, MoodEntry]]:
    """Yield the mood before and the mood after each shift of two points or more, in order."""
    last: dict[object, MoodEntry] = {}
    for at, mood in enumerate((*timeline.before, *timeline.moods)):
        before = last.get(mood.scale)
        if (
            before is not None
            and at >= len(timeline.before)
            and abs(mood.value - before.value) >= SHIFT
            and within(before.when, mood.when, BEFORE_HOURS)
        ):
            yield before, mood
        last[mood.scale] = mood


def near(timeline: Timeline, looked_at: Iterable[tuple[str, str]] = ()) -> tuple[Near, ...]:
    """Return what may be offered: dated events within two days of a shift that has no tie yet.

    `looked_at` are pairs of mood and event that were set apart for good.
    """
    apart, found = set(looked_at), []
    dated = sorted(
        ((when.instant, when, event) for event in timeline.events
         if not event.veiled and (when := moment_of(event)) is not None),
        key=lambda each: each[0],
    )  # fmt: skip
    instants = [instant for instant, _, _ in dated]
    reach = timedelta(hours=NEAR_HOURS + 24)
    for _, mood in shifts(timeline):
        if timeline.tied(mood.uid) or mood.veiled:
            continue
        first = bisect_left(instants, mood.when.instant - reach)
        last = bisect_left(instants, mood.when.instant + reach)
        found += [
            Near(mood.uid, event.uid)
            for _, when, event in _nearest_first(dated[first:last], mood)
            if (mood.uid, event.uid) not in apart
            and (within(when, mood.when, NEAR_HOURS) or within(mood.when, when, NEAR_HOURS))
        ]
    return tuple(found)


def _nearest_first(
    dated: Sequence[tuple[datetime, Moment, EventEntry]], mood: MoodEntry
) -> list[tuple[datetime, Moment, EventEntry]]:
    return sorted(dated, key=lambda each: abs(each[0] - mood.when.instant))


def tied_titles(timeline: Timeline, mood: MoodEntry) -> tuple[str, ...]:
    """Return the titles of the events a mood is tied to; of the veiled there are none."""
    return _titles(timeline, timeline.tied(mood.uid))


def offered_titles(timeline: Timeline, mood: MoodEntry) -> tuple[str, ...]:
    """Return the title of what is first offered as near a mood that is not tied."""
    offered = timeline.offered(mood.uid)
    return _titles(timeline, [offered.event] if offered else [])


def _titles(timeline: Timeline, uids: Iterable[str]) -> tuple[str, ...]:
    found = (timeline.entry(uid) for uid in uids)
    return tuple(each.title for each in found if isinstance(each, EventEntry) and each.title)

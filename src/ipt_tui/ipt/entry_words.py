"""One entry of the timeline in words: when, what, who, and the mood before and after."""

from collections import defaultdict

from ipt_tui.ipt import moments
from ipt_tui.ipt.dates import short, shown
from ipt_tui.ipt.joined import moment_of, pair
from ipt_tui.ipt.timeline import (
    Entry,
    EventEntry,
    JottingEntry,
    MoodEntry,
    SpellEntry,
    Timeline,
)
from ipt_tui.ipt.timeline_marks import ScoreMark

VEILED = "a sensitive entry"
UNDATED = "no date yet"


def sort_of(entry: Entry) -> str:
    """Return what sort of entry it is, as the vault calls it."""
    return _SORTS[type(entry)]


_SORTS = {
    MoodEntry: "mood", EventEntry: "event", SpellEntry: "spell", JottingEntry: "jotting",
    ScoreMark: "response",
}  # fmt: skip
_ALONE = SpellEntry | JottingEntry | ScoreMark
"""What has no one named and no mood before it."""


def when_words(entry: Entry, timeline: Timeline) -> str:
    """Return when an entry was: "Mon 9 Nov, evening", "spring 2019", "since mid July"."""
    moment = moment_of(entry)
    if moment is not None:
        return moments.words(moment, timeline.window.today)
    if isinstance(entry, EventEntry | SpellEntry) and entry.when is not None:
        return shown(entry.when, timeline.window.today)
    return UNDATED


def joined(timeline: Timeline) -> tuple[tuple[Entry, tuple[MoodEntry, ...]], ...]:
    """Return the entries, each event with the moods tied to it, which then do not stand alone."""
    events = {event.uid for event in timeline.events}
    with_event: dict[str, str] = {}
    for link in timeline.links:
        if link.event in events:
            with_event.setdefault(link.mood, link.event)
    below: dict[str, list[MoodEntry]] = defaultdict(list)
    entries = timeline.entries
    moods = {entry.uid: entry for entry in entries if isinstance(entry, MoodEntry)}
    for mood, event in with_event.items():
        if mood in moods:
            below[event].append(moods[mood])
    return tuple(
        (entry, tuple(below[entry.uid])) for entry in entries if entry.uid not in with_event
    )


def what_words(entry: Entry, timeline: Timeline) -> str:
    """Return what an entry says, who is named, and the moods before and after it."""
    parts = [
        _own(entry),
        *_tied(entry, timeline),
        _people(entry, timeline),
        _moods(entry, timeline),
        *_talks(entry, timeline),
    ]
    return " · ".join(part for part in parts if part)


def row_words(entry: Entry, timeline: Timeline) -> str:
    """Return the same for a row that has the mood's number before it, and its moods below it."""
    own = _own(entry)
    if isinstance(entry, MoodEntry):
        own = _mood(entry).removeprefix(f"mood {entry.value}").lstrip(": ")
    parts = [own, _people(entry, timeline), _moods(entry, timeline), *_talks(entry, timeline)]
    return " · ".join(part for part in parts if part)


def _own(entry: Entry) -> str:
    if isinstance(entry, MoodEntry):
        return _mood(entry)
    if isinstance(entry, ScoreMark):
        return entry.words
    if entry.veiled:
        return VEILED
    if isinstance(entry, EventEntry):
        return entry.title
    if isinstance(entry, SpellEntry):
        severe = f", {entry.severity} of 10" if entry.severity is not None else ""
        return f"{entry.name}{severe}"
    return entry.text


def _mood(entry: MoodEntry) -> str:
    words = f"mood {entry.value}"
    if entry.kind == "since" and entry.since is not None:
        words += f" since {short(entry.since, entry.when.day)}"
    if entry.veiled:
        return f"{words} ({VEILED})"
    if entry.source_words:
        words += f" (“{entry.source_words}”)"
    return f"{words}: {', '.join(entry.feelings)}" if entry.feelings else words


def _tied(entry: Entry, timeline: Timeline) -> list[str]:
    """Return what an entry is tied to: of a mood the events, of an event the feelings."""
    found = [timeline.entry(uid) for uid in timeline.tied(entry.uid)]
    if isinstance(entry, MoodEntry):
        return [e.title for e in found if isinstance(e, EventEntry) and e.title]
    if isinstance(entry, EventEntry):
        return [", ".join(m.feelings) for m in found if isinstance(m, MoodEntry) and m.feelings]
    return []


def _people(entry: Entry, timeline: Timeline) -> str:
    if isinstance(entry, _ALONE):
        return ""
    names = [named.name for named in entry.people]
    for uid in timeline.tied(entry.uid):
        other = timeline.entry(uid)
        if isinstance(other, MoodEntry | EventEntry):
            names += [named.name for named in other.people]
    return ", ".join(dict.fromkeys(filter(None, names)))


def _talks(entry: Entry, timeline: Timeline) -> list[str]:
    """Return that a talk is noted of it, of a mood by its event, and that something was tried."""
    if isinstance(entry, SpellEntry | ScoreMark):
        return []
    is_mood = isinstance(entry, MoodEntry)
    there = map(timeline.entry, timeline.tied(entry.uid)) if is_mood else [entry]
    shown = [each for each in there if isinstance(each, EventEntry | JottingEntry)]
    tried = any(isinstance(each, EventEntry) and each.tried for each in shown)
    talk = any(each.talk for each in shown)
    return [word for word, is_so in (("talk", talk), ("tried", tried)) if is_so]


def _moods(entry: Entry, timeline: Timeline) -> str:
    """Return "mood 5 → 2", as far as there is one before and one after."""
    if isinstance(entry, _ALONE):
        return ""
    found = pair(timeline, entry)
    if found.before is not None and found.after is not None:
        return f"mood {found.before.value} → {found.after.value}"
    if isinstance(entry, EventEntry) and found.after is not None:
        return f"mood after: {found.after.value}"
    return ""

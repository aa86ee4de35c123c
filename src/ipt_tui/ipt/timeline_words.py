"""The timeline in words: counts and periods, never a cause.

A sentence is a pure function of the timeline. Medians, never means; under three counted pairs it
gives the entries and not a number.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from statistics import median

from ipt_tui.ipt.audience import Audience, listed, plural
from ipt_tui.ipt.joined import Pair, naming, pair, shifts
from ipt_tui.ipt.numbers import whole
from ipt_tui.ipt.scales import Scale
from ipt_tui.ipt.timeline import MoodEntry, Timeline, Zoom
from ipt_tui.ipt.timeline_own import own_sentence
from ipt_tui.ipt.timeline_phrases import (
    days_noted,
    on,
    period,
    scores_words,
    titled,
    with_ties,
)

FEWEST = 3
"""Under so many counted pairs the entries are given instead of a number."""
DAYS_NAMED = 4
SHIFTS_NAMED = 3
SAME = "the same"
ORDER = ("lower", "higher", "harder", "better", SAME)


def sentence(timeline: Timeline, audience: Audience = Audience.PRACTITIONER) -> str:
    """Return what the picture shows, in one or a few short sentences with counts."""
    if timeline.window.zoom is Zoom.LIFE:
        return _life(timeline)
    if timeline.person is not None:
        return _person(timeline, audience)
    if audience is Audience.CLIENT:
        return own_sentence(timeline)
    parts = [*_moods(timeline), *_shifts(timeline), _events(timeline)]
    parts += scores_words(timeline)
    return " ".join(part for part in parts if part)


# A window.


def _moods(timeline: Timeline) -> list[str]:
    moods = timeline.moods
    if not moods:
        return [f"No mood is noted {period(timeline)}."]
    days, over = days_noted(timeline, moods)
    told = f"{plural(len(moods), 'mood')} on {days} of {plural(over, 'day')}"
    scales = _by_scale(moods)
    parts = [f"{told}, {period(timeline)}."]
    for scale, of_scale in scales.items():
        on = f" On {scale.words}:" if len(scales) > 1 else ""
        parts.append(f"{on}{_spread(of_scale, timeline)}".strip())
    return parts


def _by_scale(moods: Iterable[MoodEntry]) -> dict[Scale, list[MoodEntry]]:
    found: dict[Scale, list[MoodEntry]] = {}
    for mood in moods:
        found.setdefault(mood.scale, []).append(mood)
    return dict(sorted(found.items(), key=lambda item: -len(item[1])))


def _spread(moods: Sequence[MoodEntry], timeline: Timeline) -> str:
    if len(moods) < FEWEST:
        return f"They were {listed([f'{m.value} on {on(m.first, timeline)}' for m in moods])}."
    values = [mood.value for mood in moods]
    number = whole(median(values))
    low, high = min(values), max(values)
    if low == high:
        return f"Each was {low}."
    return (
        f"Median {number}; lowest {low} {_days_of(moods, low, timeline)}, "
        f"highest {high} {_days_of(moods, high, timeline)}."
    )


def _days_of(moods: Sequence[MoodEntry], value: int, timeline: Timeline) -> str:
    days = sorted({mood.first for mood in moods if mood.value == value})
    if len(days) > DAYS_NAMED:
        return f"on {len(days)} days"
    return f"on {listed([on(each, timeline) for each in days])}"


def _shifts(timeline: Timeline) -> list[str]:
    """Return how often a mood was lower by two or more, and what was tied to it."""
    down = [mood for before, mood in shifts(timeline) if mood.value < before.value]
    if not down:
        return []
    told = [with_ties(timeline, mood) for mood in down]
    if len(down) <= SHIFTS_NAMED:
        return [f"Lower by 2 or more than the entry before: {'; '.join(told)}."]
    tied = sum("(" in words for words in told)
    return [
        f"Lower by 2 or more than the entry before {len(down)} times, "
        f"{tied or 'none'} of them tied to an event."
    ]


def _events(timeline: Timeline) -> str:
    events = timeline.events
    if not events:
        return ""
    tied = sum(bool(timeline.tied(event.uid)) for event in events)
    if tied == len(events):
        return f"{plural(len(events), 'event')}, {'each' if tied > 1 else 'it is'} tied to a mood."
    return f"{plural(len(events), 'event')}, {tied or 'none'} of them tied to a mood."


# One person.


def _person(timeline: Timeline, audience: Audience) -> str:
    name = timeline.person.name if timeline.person else ""
    if not name:
        return "This person is veiled, and so is what names them."
    entries = naming(timeline)
    number = len(entries) + len(timeline.jottings)
    if not number:
        return f"{name} is named in no entry {period(timeline)}."
    told = f"{name} is named in {plural(number, 'entry', 'entries')}, {period(timeline)}."
    pairs = [pair(timeline, entry) for entry in entries]
    return " ".join([told, *(_split(timeline, pairs, audience) if pairs else ())])


def _split(timeline: Timeline, pairs: Sequence[Pair], audience: Audience) -> list[str]:
    """Return what changed, before and since the date the sentences are split at, if one is set."""
    if timeline.split is None:
        return [_changes("", pairs, timeline, audience)]
    early = [p for p in pairs if p.entry.first < timeline.split]
    late = [p for p in pairs if p.entry.first >= timeline.split]
    parts = []
    for word, given, at in (("To", early, -1), ("Since", late, 0)):
        if given:
            lead = f"{word} {on(given[at].entry.first, timeline)}: "
            parts.append(_changes(lead, given, timeline, audience))
    return parts


def _changes(lead: str, pairs: Sequence[Pair], timeline: Timeline, audience: Audience) -> str:
    counted = [p for p in pairs if p.is_counted]
    aside = _missing(pairs)
    if not counted:
        return _capital(f"{lead}none can be compared{aside}.")
    if len(counted) < FEWEST:
        given = listed([_one(p, timeline) for p in counted])
        return _capital(f"{lead}{given}{aside}.")
    counts = Counter(p.felt if audience is Audience.CLIENT else p.change for p in counted)
    most = max(counts.values())
    told = [
        f"{change} {'as' if change == SAME else 'than'} the entry before {plural(number, 'time')}"
        for change, number in sorted(counts.items(), key=lambda item: ORDER.index(item[0]))
        if number == most
    ]
    return _capital(f"{lead}{' and '.join(told)} of {len(counted)}{aside}.")


def _one(found: Pair, timeline: Timeline) -> str:
    assert found.before is not None  # noqa: S101 - it is counted
    assert found.after is not None  # noqa: S101
    return f"{found.before.value} → {found.after.value} on {on(found.entry.first, timeline)}"


def _missing(pairs: Sequence[Pair]) -> str:
    """Return, in brackets, how many entries have no mood before and how many none after."""
    before = sum(p.before is None and p.after is not None for p in pairs)
    after = sum(p.after is None for p in pairs)
    told = [f"{before} had no entry in the two days before"] if before else []
    told += [f"{after} had no mood near enough"] if after else []
    return f" ({', '.join(told)})" if told else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _ended(text: str) -> str:
    """Return a sentence with its full stop, unless it ends in an ellipsis."""
    return text if text.endswith("…") else f"{text}."


# A life.


def _life(timeline: Timeline) -> str:
    parts = []
    began = timeline.onset_words
    if timeline.onset is not None and began:
        year = max(timeline.onset.first, date(2, 1, 1)) - timedelta(days=365)
        before = [
            e for e in timeline.events if e.when is not None and year <= e.first and
            e.first <= timeline.onset.last
        ]  # fmt: skip
        parts.append(f"The low mood began {began}.")
        titles = [titled(e.title) for e in before if e.title]
        if titles:
            parts.append(_ended(f"In the twelve months before: {listed(titles)}"))
        marked = [titled(e.title) for e in timeline.events if e.near_onset and e.title]
        if marked:
            parts.append(_ended(f"Marked as around that time: {listed(marked)}"))
    earlier = [
        titled(s.name) for s in timeline.spells
        if s.kind == "symptom" and s.name
        and (timeline.onset is None or s.last < timeline.onset.first)
    ]  # fmt: skip
    if earlier:
        parts.append(_ended(f"Low before: {'; '.join(earlier)}"))
    undated = sum(e.when is None for e in timeline.events)
    if undated:
        parts.append(f"{plural(undated, 'event')} without a date yet.")
    parts += scores_words(timeline)
    return " ".join(parts)

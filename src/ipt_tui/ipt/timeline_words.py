"""The timeline in words: counts and periods, never a cause.

A sentence is a pure function of the timeline. Medians, never means; under three counted pairs it
gives the entries and not a number.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from statistics import median

from ipt_tui.ipt.audience import Audience, listed, plural
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.joined import Pair, naming, pair, shifts
from ipt_tui.ipt.scales import Scale
from ipt_tui.ipt.timeline import EventEntry, MoodEntry, Timeline, Zoom

FEWEST = 3
"""Under so many counted pairs the entries are given instead of a number."""
DAYS_NAMED = 4
SHIFTS_NAMED = 3
TITLE = 40
CHANGES = ("lower", "higher", "the same")


def sentence(timeline: Timeline, audience: Audience = Audience.PRACTITIONER) -> str:
    """Return what the picture shows, in one or a few short sentences with counts."""
    if timeline.window.zoom is Zoom.LIFE:
        return _life(timeline)
    if timeline.person is not None:
        return _person(timeline)
    parts = [*_moods(timeline, audience), *_shifts(timeline), _events(timeline)]
    return " ".join(part for part in parts if part)


def period(timeline: Timeline) -> str:
    """Return the days on screen, as far as they have come: "4 Oct – 22 Nov"."""
    shown = timeline.window
    last = max(shown.first, min(shown.last, shown.today))
    first = short(shown.first, last if shown.first.year == last.year else None)
    return f"{first} – {short(last, shown.today)}"


def titled(title: str) -> str:
    """Return a title short enough to stand in a sentence."""
    line = " ".join(title.split())
    return line if len(line) <= TITLE else f"{line[: TITLE - 1].rstrip()}…"


# A window.


def _moods(timeline: Timeline, audience: Audience) -> list[str]:
    moods = timeline.moods
    if not moods:
        who = audience.pick("No mood is noted", "You noted no mood")
        return [f"{who} {period(timeline)}."]
    days = len({mood.first for mood in moods})
    over = min(timeline.window.last, timeline.window.today) - max(
        timeline.window.first, min(mood.first for mood in moods)
    )
    told = f"{plural(len(moods), 'mood')} on {days} of {plural(max(days, over.days + 1), 'day')}"
    told = audience.pick(told, f"You noted {told}")
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
        return f"They were {listed([f'{m.value} on {_on(m.first, timeline)}' for m in moods])}."
    values = [mood.value for mood in moods]
    middle = median(values)
    number = int(middle) if middle == int(middle) else middle
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
    return f"on {listed([_on(each, timeline) for each in days])}"


def _on(each: date, timeline: Timeline) -> str:
    return short(each, timeline.window.today)


def _shifts(timeline: Timeline) -> list[str]:
    """Return how often a mood was lower by two or more, and what was tied to it."""
    down = [mood for before, mood in shifts(timeline) if mood.value < before.value]
    if not down:
        return []
    told = [_with_tie(timeline, mood) for mood in down]
    if len(down) <= SHIFTS_NAMED:
        return [f"Lower by 2 or more than the entry before: {'; '.join(told)}."]
    tied = sum("(" in words for words in told)
    return [
        f"Lower by 2 or more than the entry before {len(down)} times, "
        f"{tied or 'none'} of them tied to an event."
    ]


def _with_tie(timeline: Timeline, mood: MoodEntry) -> str:
    events = (timeline.entry(uid) for uid in timeline.tied(mood.uid))
    titles = [titled(e.title) for e in events if isinstance(e, EventEntry) and e.title]
    return _on(mood.first, timeline) + (f" ({', '.join(titles)})" if titles else "")


def _events(timeline: Timeline) -> str:
    events = timeline.events
    if not events:
        return ""
    tied = sum(bool(timeline.tied(event.uid)) for event in events)
    if tied == len(events):
        return f"{plural(len(events), 'event')}, {'each' if tied > 1 else 'it is'} tied to a mood."
    return f"{plural(len(events), 'event')}, {tied or 'none'} of them tied to a mood."


# One person.


def _person(timeline: Timeline) -> str:
    name = (timeline.person.name if timeline.person else "") or "Someone"
    entries = naming(timeline)
    if not entries:
        return f"{name} is named in no entry {period(timeline)}."
    told = f"{name} is named in {plural(len(entries), 'entry', 'entries')}, {period(timeline)}."
    pairs = [pair(timeline, entry) for entry in entries]
    return " ".join([told, *_split(timeline, pairs)])


def _split(timeline: Timeline, pairs: Sequence[Pair]) -> list[str]:
    """Return what changed, before and since the date the sentences are split at, if one is set."""
    if timeline.split is None:
        return [_changes("", pairs, timeline)]
    early = [p for p in pairs if p.entry.first < timeline.split]
    late = [p for p in pairs if p.entry.first >= timeline.split]
    parts = []
    if early:
        parts.append(_changes(f"To {_on(early[-1].entry.first, timeline)}: ", early, timeline))
    if late:
        parts.append(_changes(f"Since {_on(late[0].entry.first, timeline)}: ", late, timeline))
    return parts


def _changes(lead: str, pairs: Sequence[Pair], timeline: Timeline) -> str:
    counted = [p for p in pairs if p.is_counted]
    aside = _missing(pairs)
    if not counted:
        return _capital(f"{lead}none can be compared{aside}.")
    if len(counted) < FEWEST:
        given = listed([_one(p, timeline) for p in counted])
        return _capital(f"{lead}{given}{aside}.")
    counts = {change: sum(p.change == change for p in counted) for change in CHANGES}
    most = max(counts.values())
    told = [
        f"{change} than the entry before {plural(number, 'time')}"
        if change != "the same"
        else f"the same as the entry before {plural(number, 'time')}"
        for change, number in counts.items()
        if number == most
    ]
    return _capital(f"{lead}{' and '.join(told)} of {len(counted)}{aside}.")


def _one(found: Pair, timeline: Timeline) -> str:
    assert found.before is not None  # noqa: S101 - it is counted
    assert found.after is not None  # noqa: S101
    return f"{found.before.value} → {found.after.value} on {_on(found.entry.first, timeline)}"


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
    return " ".join(parts)

"""The pieces that every sentence about a timeline is made of."""

from collections.abc import Iterable
from datetime import date

from ipt_tui.ipt.dates import short
from ipt_tui.ipt.instrument import told
from ipt_tui.ipt.timeline import EventEntry, MoodEntry, Timeline

TITLE = 40
SCORES_NAMED = 4
"""So many scores of a measure are each told."""


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


def on(day: date, timeline: Timeline) -> str:
    """Return a day as it is said in a sentence: "9 Nov"."""
    return short(day, timeline.window.today)


def with_ties(timeline: Timeline, mood: MoodEntry) -> str:
    """Return the day of a mood and what it is tied to: "9 Nov (kitchen)".

    What was on another day keeps its own, or the two would seem to be one: "9 Nov (rota, 8 Oct)".
    """
    events = (timeline.entry(uid) for uid in timeline.tied(mood.uid))
    titles = [
        f"{titled(e.title)}, {on(e.first, timeline)}" if _elsewhen(e, mood) else titled(e.title)
        for e in events
        if isinstance(e, EventEntry) and e.title
    ]
    return on(mood.first, timeline) + (f" ({', '.join(titles)})" if titles else "")


def _elsewhen(event: EventEntry, mood: MoodEntry) -> bool:
    """Whether an event is known to have been on another day than a mood."""
    return event.when is not None and not event.first <= mood.first <= event.last


def days_noted(timeline: Timeline, moods: Iterable[MoodEntry]) -> tuple[int, int]:
    """Return on how many days there is a mood, and how many days there have been on screen."""
    shown, days = timeline.window, {mood.first for mood in moods}
    over = min(shown.last, shown.today) - shown.first
    return len(days), max(len(days), over.days + 1)


def scores_words(timeline: Timeline) -> list[str]:
    """Return a sentence a measure, such as "PHQ-9: 17 on 6 Oct, 13 on 27 Oct, 9 on 17 Nov".

    Of many it is the first and the last. For a client what more or fewer points mean follows.
    """
    found, means = [], []
    for name, scores in timeline.measured.items():
        ends = scores if len(scores) <= SCORES_NAMED else (scores[0], scores[-1])
        given = [f"{told(each.total)} on {on(each.first, timeline)}" for each in ends]
        often = "" if len(ends) == len(scores) else f" {len(scores)} times, from"
        between = " to " if often else ", "
        found.append(f"{name}:{often} {between.join(given)}.")
        means += [scores[-1].means]
    return [*found, *dict.fromkeys(filter(None, means))]

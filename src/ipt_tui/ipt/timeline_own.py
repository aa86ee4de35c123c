"""A client's own timeline in words: the better days first, and who was there, before any number.

Read alone, and maybe on a bad evening: no lowest day, no median, nothing that sounds like a mark.
"""

from collections.abc import Sequence

from ipt_tui.ipt.audience import listed, plural
from ipt_tui.ipt.joined import felt, shifts
from ipt_tui.ipt.timeline import EventEntry, MoodEntry, Timeline
from ipt_tui.ipt.timeline_phrases import days_noted, on, period, scores_words, with_ties

LEAST_DAYS = 3
"""With fewer days noted nothing is said to have been better."""
NAMED = 2
"""Days named in a sentence at most: the latest ones."""


def own_sentence(timeline: Timeline) -> str:
    """Return what the client noted in the days on screen, in a few short sentences."""
    moods, scores = timeline.moods, scores_words(timeline)
    if not moods:
        parts = [f"You noted no mood {period(timeline)}.", _events(timeline), *scores]
        return " ".join(filter(None, parts))
    days, over = days_noted(timeline, moods)
    noted = f"{days} of {plural(over, 'day')}, {period(timeline)}"
    if days == 1:  # a first evening is not counted against the days before it
        noted = on(moods[0].first, timeline)
    parts = [f"You noted how you were on {noted}."]
    found = [(felt(before, mood), mood) for before, mood in shifts(timeline)]
    low = {mood.first for mood in moods if mood.scale.is_low(mood.value)}
    better = [m for how, m in found if how == "better" and m.first not in low]
    better = better if days >= LEAST_DAYS else []
    parts.append(_days("It was better", better, timeline))
    parts.append(_people(better, timeline))
    parts.append(_days("It was harder", [m for how, m in found if how == "harder"], timeline))
    parts += [_events(timeline), *scores]
    return " ".join(filter(None, parts))


def _days(lead: str, moods: Sequence[MoodEntry], timeline: Timeline) -> str:
    """Return "It was better on 12 Nov (walk) and 17 Nov.", of many days the latest."""
    if not moods:
        return ""
    told = list(dict.fromkeys(with_ties(timeline, mood) for mood in moods))
    days = listed(told[-NAMED:])
    if len(told) > NAMED:
        return f"{lead} {len(moods)} times, of late on {days}."
    return f"{lead} on {days}."


def _people(moods: Sequence[MoodEntry], timeline: Timeline) -> str:
    """Return who is named beside these moods, or beside what they are tied to."""
    names: dict[str, None] = {}
    for mood in moods:
        for entry in (mood, *map(timeline.entry, timeline.tied(mood.uid))):
            if isinstance(entry, MoodEntry | EventEntry):
                names |= dict.fromkeys(person.name for person in entry.people if person.name)
    return f"There you named {listed(list(names))}." if names else ""


def _events(timeline: Timeline) -> str:
    """Return how much of what happened has a mood beside it."""
    events = timeline.events
    if not events:
        return ""
    tied = sum(bool(timeline.tied(event.uid)) for event in events)
    if len(events) == 1:
        return f"1 thing happened{', with a mood beside it' if tied else ''}."
    beside = "each" if tied == len(events) else tied or "none"
    return f"{len(events)} things happened, {beside} with a mood beside it."

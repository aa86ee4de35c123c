"""The tie that is offered for an entry: what lies near it in time, never as its cause."""

from ipt_tui.ipt.entry_words import when_words
from ipt_tui.ipt.timeline import Entry, EventEntry, MoodEntry, Timeline
from ipt_tui.ipt.timeline_phrases import titled


def offered(timeline: Timeline, entry: Entry) -> tuple[MoodEntry, EventEntry] | None:
    """Return the mood and the event of the first tie that is offered for one of them."""
    near = timeline.offered(entry.uid)
    if near is None:
        return None
    mood, event = timeline.entry(near.mood), timeline.entry(near.event)
    if isinstance(mood, MoodEntry) and isinstance(event, EventEntry):
        return mood, event
    return None


def offer_words(timeline: Timeline, entry: Entry) -> str:
    """Return what lies near an entry, and the keys to take or leave it; "" if nothing does."""
    pair = offered(timeline, entry)
    if pair is None:
        return ""
    mood, event = pair
    other = f"mood {mood.value}, {when_words(mood, timeline)}"
    if entry == mood:
        other = f"“{titled(event.title)}”, {when_words(event, timeline)}"
    return f"space ties, z leaves for good · near: {other}"

"""Which mood stood beside which event, as a progress note tells it: counts, numbers and titles.

What a person tied is told and nothing else, and never a cause.
"""

from collections.abc import Iterator

from ipt_tui.ipt.audience import plural
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.joined import pair
from ipt_tui.ipt.timeline import EventEntry, Timeline
from ipt_tui.ipt.timeline_phrases import titled


def mood_links(timeline: Timeline) -> tuple[str, ...]:
    """Return how many moods are tied to an event, then a line for each of those events."""
    tied = [mood for mood in timeline.moods if any(map(timeline.entry, timeline.tied(mood.uid)))]
    if not tied:
        return ()
    moods = plural(len(timeline.moods), "mood")
    return (f"{len(tied)} of {moods} tied to an event.", *_lines(timeline))


def _lines(timeline: Timeline) -> Iterator[str]:
    """Yield "“Lena answered”, 14 Nov: mood 5 before, 6 after.", as far as it is known."""
    for event in timeline.events:
        moods = [mood for mood in timeline.moods if event.uid in timeline.tied(mood.uid)]
        if not moods:
            continue
        when = f", {short(event.first, timeline.window.today)}" if _is_dated(event) else ""
        found = pair(timeline, event)
        if found.before is not None and found.after is not None:
            told = f"mood {found.before.value} before, {found.after.value} after"
        else:
            told = f"mood {', '.join(str(mood.value) for mood in moods)}"
        yield f"“{titled(event.title)}”{when}: {told}."


def _is_dated(event: EventEntry) -> bool:
    return event.at is not None or (event.when is not None and event.when.exact)

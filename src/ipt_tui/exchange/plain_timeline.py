"""The timeline as plain lines: for any terminal, for screen readers, for pasting.

One line an entry, a mood with the event it is tied to, in the order of time; then the sessions
and the sentence.
No line relies on its place, a sign or a colour.
"""

from ipt_tui.exchange.plain import line, spaced, wrapped
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.entry_words import joined, sort_of, what_words, when_words
from ipt_tui.ipt.timeline import Entry, Timeline, Zoom
from ipt_tui.ipt.timeline_phrases import on, period
from ipt_tui.ipt.timeline_words import sentence

NOTHING = "Nothing is noted here."
_CALLED = {"jotting": "note", "response": "measure"}


def timeline_lines(
    timeline: Timeline,
    audience: Audience = Audience.PRACTITIONER,
    *,
    width: int | None = None,
) -> list[str]:
    """Return a timeline as lines: heading, scale, one line an entry, sessions, sentence.

    `width` is in cells; lines are wrapped only if it is given.
    """
    entries = [line(_entry(entry, timeline)) for entry, _ in joined(timeline)]
    scales = {mood.scale: None for mood in timeline.moods}
    scaled = [f"Mood: {scale.words}" for scale in scales]
    heading = line(_heading(timeline, audience))
    words = line(sentence(timeline, audience))
    return wrapped(
        [
            heading,
            *scaled,
            "",
            *(entries or [NOTHING]),
            *_sessions(timeline, audience),
            *spaced([words]),
        ],
        width,
    )


def _sessions(timeline: Timeline, audience: Audience) -> list[str]:
    """Return "Sessions: 1 on 6 Oct, 2 on 13 Oct", for a client "Meetings"."""
    told_ = [f"{each.number} on {on(each.when.day, timeline)}" for each in timeline.sessions]
    return spaced(
        [line(f"{audience.pick('Sessions', 'Meetings')}: {', '.join(told_)}")] if told_ else []
    )


def _heading(timeline: Timeline, audience: Audience) -> str:
    whose = "Your" if audience is Audience.CLIENT else f"{timeline.code},"
    zoom = timeline.window.zoom
    days = "" if zoom is Zoom.LIFE else f", {period(timeline)}"
    only = f", only {timeline.person.name or 'someone'}" if timeline.person else ""
    return f"{whose} {zoom.label}{days}{only}"


def _entry(entry: Entry, timeline: Timeline) -> str:
    sort = sort_of(entry)
    kind = f"{_CALLED.get(sort, sort)}: " if sort != "mood" else ""
    return f"{when_words(entry, timeline)}: {kind}{what_words(entry, timeline)}"

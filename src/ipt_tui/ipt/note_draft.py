"""The draft of a progress note: what was noted of a session, put where a form wants it.

Nothing is made up, weighed or explained: what was not noted leaves its part empty, counts and
titles stand beside each other, and what somebody wrote stays as they wrote it. A draft is never
a signed note; the practitioner reads, changes and signs it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median

from ipt_tui.ipt.audience import listed, plural
from ipt_tui.ipt.note_forms import FormPart, NoteForm, Taken
from ipt_tui.ipt.note_source import NotedMood, NoteSource, day_words, header
from ipt_tui.ipt.numbers import whole
from ipt_tui.ipt.practice_words import practice_words
from ipt_tui.ipt.scales import Scale
from ipt_tui.ipt.talk_phrases import quoted
from ipt_tui.ipt.timeline_words import FEWEST

SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class DraftPart:
    """One part of a note; `text` is "" where nothing was noted for it."""

    id: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A note: what stands above it, its parts, a line for each goal, and what was added later.

    `late` is the line of a late entry, `addenda` what was added after signing.
    """

    form: str
    header: tuple[tuple[str, str], ...]
    parts: tuple[DraftPart, ...]
    goals: tuple[str, ...] = ()
    late: str = ""
    addenda: tuple[str, ...] = ()


def draft(source: NoteSource, form: NoteForm) -> Draft:
    """Return a session written in a form; the same session always gives the same note."""
    parts = tuple(DraftPart(part.id, part.name, _part(part, source)) for part in form.parts)
    return Draft(form.id, header(source), parts, source.goals)


def late_entry(day: date, written: datetime, reason: str = "") -> str:
    """Return the line for a note of the session of `day` that was written late."""
    why = f" Reason: {reason}" if reason else ""
    return f"Late entry, written on {_moment(written)} for the session of {day_words(day)}.{why}"


def addendum(number: int, written: datetime, text: str, reason: str = "") -> str:
    """Return what was added to a signed note, under its number and when that was."""
    why = f" (reason: {reason})" if reason else ""
    return f"Addendum {number}, {_moment(written)}{why}: {text}"


def _moment(written: datetime) -> str:
    return f"{day_words(written.date())}, {written:%H:%M}"


def _part(part: FormPart, source: NoteSource) -> str:
    return "\n".join(filter(None, (_taken(taken, part, source) for taken in part.takes)))


def _taken(taken: Taken, part: FormPart, source: NoteSource) -> str:
    """Return one thing a part takes behind the words that lead to it; several lines stand below."""
    told = _TELL[taken.source](source)
    if not told or taken.lead in ("", part.name):
        return told
    return f"{taken.lead}:\n{told}" if "\n" in told else f"{taken.lead}: {told}"


# What there is to take.


def _moods(source: NoteSource) -> str:
    by_scale: dict[Scale, list[NotedMood]] = {}
    for mood in source.moods:
        by_scale.setdefault(mood.scale, []).append(mood)
    return "\n".join(_of_scale(scale, moods) for scale, moods in by_scale.items())


def _of_scale(scale: Scale, moods: Sequence[NotedMood]) -> str:
    """Return how many moods there were and how far apart; few are given one by one."""
    lead = f"{plural(len(moods), 'entry', 'entries')} ({scale.words})"
    if len(moods) < FEWEST:
        return f"{lead}: {_each(moods)}"
    values = [mood.value for mood in moods]
    middle, low, high = whole(median(values)), min(values), max(values)
    spread = f"each {low}" if low == high else f"median {middle}, lowest {low}, highest {high}"
    tied = [mood for mood in moods if mood.tied_to]
    return f"{lead}, {spread}" + (f". Beside an event: {_each(tied)}" if tied else "")


def _each(moods: Iterable[NotedMood]) -> str:
    return SEPARATOR.join(map(_mood, moods))


def _mood(mood: NotedMood) -> str:
    """Return "2 (9 Nov, evening, hurt, ashamed, with “kitchen”)"."""
    tied = f"with {listed([f'“{title}”' for title in mood.tied_to])}" if mood.tied_to else ""
    told = ", ".join(filter(None, [mood.when, *mood.feelings, tied]))
    return f"{mood.value} ({told})" if told else f"{mood.value}"


def _quotes(source: NoteSource) -> str:
    return " ".join(map(quoted, source.quotes))


def _practice(source: NoteSource) -> str:
    return SEPARATOR.join(map(practice_words, source.practice_looked_at))


def _scores(source: NoteSource) -> str:
    return SEPARATOR.join(f"{score.name} {score.score}" for score in source.scores)


def _score_changes(source: NoteSource) -> str:
    return SEPARATOR.join(f"{s.name} {s.change}" for s in source.scores if s.change)


def _safety(source: NoteSource) -> str:
    """Return whether safety was asked about and what was answered, with no grade of any kind."""
    asked = ""
    if source.safety_asked is not None:
        asked = "asked about" if source.safety_asked else "not asked about"
    return SEPARATOR.join(filter(None, [asked, source.safety]))


def _sessions_left(source: NoteSource) -> str:
    if source.sessions_left is None:
        return ""
    if source.sessions_left <= 0:
        return "none; this was the last one agreed"
    return f"{source.sessions_left} after this one"


_TELL: Mapping[str, Callable[[NoteSource], str]] = {
    "since_last": lambda source: source.since_last.strip("\n"),
    "moods": _moods,
    "quotes": _quotes,
    "practice_looked_at": _practice,
    "scores": _scores,
    "score_changes": _score_changes,
    "links": lambda source: "\n".join(source.links),
    "worked_on": lambda source: "\n".join(source.worked_on),
    "talks": lambda source: "\n".join(source.talks),
    "techniques": lambda source: listed(source.techniques),
    "response": lambda source: source.response.strip("\n"),
    "decided": lambda source: "\n".join(source.decided),
    "rated": lambda source: "\n".join(source.rated),
    "safety": _safety,
    "practice_agreed": lambda source: SEPARATOR.join(source.practice_agreed),
    "todos": lambda source: SEPARATOR.join(source.todos),
    "plan_next": lambda source: source.plan_next.strip("\n"),
    "sessions_left": _sessions_left,
}

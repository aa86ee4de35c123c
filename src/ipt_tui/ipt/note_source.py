"""What a progress note is drafted from: one session as plain values, nothing made of them yet."""

from dataclasses import dataclass
from datetime import date, datetime, time

from ipt_tui.ipt.audience import listed
from ipt_tui.ipt.practice_words import PracticeLine
from ipt_tui.ipt.scales import USUAL, Scale


@dataclass(frozen=True, slots=True)
class NotedMood:
    """A mood, when it was in words ("9 Nov, evening"), and the titles of what it is tied to."""

    value: int
    when: str = ""
    feelings: tuple[str, ...] = ()
    tied_to: tuple[str, ...] = ()
    scale: Scale = USUAL


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """A measure completed: its score with its band, and how that changed, both in words."""

    name: str
    score: str
    change: str = ""


@dataclass(frozen=True, slots=True)
class NoteSource:
    """One session. What was not noted is empty; `safety_asked` is None where nobody said.

    Texts are as they leave, their marks as words. `goals` are lines, one each; so are
    `decided`, what was decided and agreed that day, `rated`, the goals set, rated or closed then,
    `worked_on`, what of the agenda was done, `talks` and `todos`, what the practitioner took on.
    `sessions_left` are those after this one.
    """

    code: str
    number: int
    day: date
    of: int | None = None
    start: time | None = None
    end: time | None = None
    minutes: int | None = None
    modality: str = ""
    place: str = ""
    participants: tuple[str, ...] = ()
    focus: str = ""
    since_last: str = ""
    moods: tuple[NotedMood, ...] = ()
    quotes: tuple[str, ...] = ()
    scores: tuple[ScoreLine, ...] = ()
    links: tuple[str, ...] = ()
    worked_on: tuple[str, ...] = ()
    talks: tuple[str, ...] = ()
    techniques: tuple[str, ...] = ()
    response: str = ""
    safety_asked: bool | None = None
    safety: str = ""
    practice_looked_at: tuple[PracticeLine, ...] = ()
    practice_agreed: tuple[str, ...] = ()
    todos: tuple[str, ...] = ()
    plan_next: str = ""
    sessions_left: int | None = None
    goals: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()
    rated: tuple[str, ...] = ()


def day_words(day: date) -> str:
    """Return a day as it stands in a note that is kept for years: "Tue 17 Nov 2026"."""
    return f"{day:%a} {day.day} {day:%b} {day.year}"


def header(source: NoteSource) -> tuple[tuple[str, str], ...]:
    """Return what stands above a note, as pairs of label and text, as far as it is known."""
    number = f"{source.number} of {source.of}" if source.of else f"{source.number}"
    pairs = [
        ("Client", source.code),
        ("Session", number),
        ("Date", day_words(source.day)),
        ("Time", _time(source)),
        ("Setting", ", ".join(filter(None, [source.modality, source.place]))),
        ("Present", listed(source.participants)),
        ("Focus", source.focus),
    ]
    return tuple((label, text) for label, text in pairs if text)


def _time(source: NoteSource) -> str:
    """Return "14:00 to 14:50, 50 minutes", as far as it is known."""
    hours = [f"{each:%H:%M}" for each in (source.start, source.end) if each is not None]
    told = " to ".join(hours)
    if len(hours) == 1:
        told = f"{'from' if source.start else 'until'} {told}"
    minutes = source.minutes if source.minutes is not None else _between(source)
    length = "" if minutes is None else f"{minutes} minute{'' if minutes == 1 else 's'}"
    return ", ".join(filter(None, [told, length]))


def _between(source: NoteSource) -> int | None:
    """Return the minutes from start to end, also over midnight."""
    if source.start is None or source.end is None:
        return None
    start, end = (datetime.combine(source.day, each) for each in (source.start, source.end))
    return int((end - start).total_seconds()) // 60 % (24 * 60)

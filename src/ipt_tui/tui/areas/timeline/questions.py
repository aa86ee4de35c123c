"""How each question about an entry reads: its words, its choices, what stands there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt import areas, moments
from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.categories import categories
from ipt_tui.ipt.categories import label as category_label
from ipt_tui.ipt.dates import shown
from ipt_tui.ipt.entry_words import what_words, when_words
from ipt_tui.ipt.feelings import groups
from ipt_tui.ipt.joined import moment_of
from ipt_tui.ipt.timeline import (
    Entry,
    EventEntry,
    MoodEntry,
    SpellEntry,
    Timeline,
)
from ipt_tui.ipt.timeline_phrases import titled
from ipt_tui.tui.areas.inquiry import YES_NO, YES_PARTLY_NO
from ipt_tui.tui.areas.timeline.keys import TIE
from ipt_tui.tui.widgets.answer_bar import Asked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipt_tui.tui.areas.timeline.inquiry import EntryInquiry

DATES = "9 nov evening · yesterday 21:30 · spring 2019 · around June"
TIES = 8
_KINDS = (("1", "symptom", "a low spell or symptom"), ("2", "treatment", "a treatment"))
_NEITHER = "none"


def asked(inquiry: EntryInquiry, key: str) -> Asked | None:
    """Return the question of a field as it is shown, None where there is nothing to ask."""
    timeline, entry, audience = inquiry.timeline, inquiry.entry, inquiry.ground.audience
    if key == TIE:
        return _tie(timeline, entry)
    words, hint = _words(entry, key, audience)
    value, choices = _value(timeline, entry, key), _choices(key, audience)
    told = key in ("note", "title", "text")
    return Asked(key, words, value, choices, hint, inquiry.place(key), takes_words=told)


def candidates(timeline: Timeline, entry: Entry) -> tuple[Entry, ...]:
    """Return what a mood or event could be tied to, the nearest in time first."""
    others: tuple[MoodEntry | EventEntry, ...] = timeline.moods
    if isinstance(entry, MoodEntry):
        others = timeline.events
    tied = timeline.tied(entry.uid)
    others = tuple(other for other in others if not other.veiled and other.uid not in tied)
    return tuple(sorted(others, key=lambda other: _apart(entry, other))[:TIES])


def _apart(one: Entry, other: Entry) -> float:
    here, there = moment_of(one), moment_of(other)
    if here is None or there is None:
        return abs((other.first - one.first).days) * 86400.0
    return abs((there.instant - here.instant).total_seconds())


def _tie(timeline: Timeline, entry: Entry) -> Asked | None:
    choices = [
        (str(n), f"tie:{other.uid}", _short(other, timeline))
        for n, other in enumerate(candidates(timeline, entry), 1)
    ]
    for tied in map(timeline.entry, timeline.tied(entry.uid)):
        if tied is not None and len(choices) < TIES:
            word = f"not tied any more: {_short(tied, timeline)}"
            choices.append((str(len(choices) + 1), f"untie:{tied.uid}", word))
    what = "event" if isinstance(entry, MoodEntry) else "mood"
    if not choices:
        return None
    choices.append(("9", _NEITHER, "none of these"))
    return Asked(TIE, f"Which {what} goes with {_named(entry, timeline)}?", "", tuple(choices))


def _named(entry: Entry, timeline: Timeline) -> str:
    """Return "mood 3, hurt", or an event by its title."""
    if isinstance(entry, EventEntry):
        return f"“{titled(entry.title)}”"
    return what_words(entry, timeline).partition(" · ")[0].replace(": ", ", ", 1)


def _short(entry: Entry, timeline: Timeline) -> str:
    what = entry.title if isinstance(entry, EventEntry) else what_words(entry, timeline)
    return f"{when_words(entry, timeline)}: {titled(what)}"


def _words(entry: Entry, key: str, audience: Audience) -> tuple[str, str]:
    """Return a question and its hint."""
    own = audience is Audience.CLIENT
    if isinstance(entry, MoodEntry) and key == "value":
        return "How was the mood?", f"a number: {entry.scale.words}"
    if key == "category":
        known = " · ".join(category_label(c.id, audience) for c in categories())
        return "What was it about?", known
    questions = {
        "feelings": ("What did it feel like?", f"your own words, with commas, or: {_some()}"),
        "when": ("When was it?", DATES),
        "people": ("Who was in it?", "names with commas: Sam, Noor; @Ana for somebody new"),
        "note": ("Anything else about it?", ""),
        "sensitive": ("Is it sensitive? Then it is veiled, and shows only when asked for.", ""),
        "title": ("What happened, in a few words?", ""),
        "area": ("Does it belong to one of these?", ""),
        "valence": ("How was it?", "from -5 very hard to 5 very good; empty is fine"),
        "controllable": (
            "Could you do something about it?" if own else "Could it be influenced?", ""
        ),
        "anniversary": ("Bring the day to mind again in later years?", ""),
        "name": ("What is it called?", "low mood · sertraline 50 mg"),
        "kind": ("What is it?", ""),
        "severity": ("How strong, at its worst?", "0 to 10; empty is fine"),
        "text": ("The line", ""),
    }  # fmt: skip
    return questions[key]


def _some() -> str:
    """Return a word of each group of feelings, to begin from."""
    return " · ".join(group.feelings[1].word for group in groups())


def _areas(audience: Audience) -> tuple[tuple[str, str, str], ...]:
    """Return the problem areas of IPT that are offered, as both sides say them, and none."""
    said = [(area.id, area.said(audience)) for area in areas.in_use().offered]
    return tuple((str(n), *each) for n, each in enumerate([*said, ("", "none")], 1))


def _choices(key: str, audience: Audience) -> tuple[tuple[str, str, str], ...]:
    return {
        "area": _areas(audience),
        "sensitive": YES_NO,
        "anniversary": YES_NO,
        "controllable": YES_PARTLY_NO,
        "kind": _KINDS,
    }.get(key, ())


def _value(timeline: Timeline, entry: Entry, key: str) -> str:
    """Return what the record holds, as it is typed."""
    if key == "when":
        return _when(timeline, entry)
    if key == "people":
        return ", ".join(_names(entry))
    if key == "feelings" and isinstance(entry, MoodEntry):
        return ", ".join(entry.feelings)
    if key == "category" and isinstance(entry, EventEntry):
        return category_label(entry.category)
    value = getattr(entry, key)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _names(entry: Entry) -> Iterator[str]:
    if isinstance(entry, MoodEntry | EventEntry):
        yield from (named.name for named in entry.people if named.name)


def _when(timeline: Timeline, entry: Entry) -> str:
    if isinstance(entry, EventEntry | SpellEntry) and entry.when is not None:
        at = entry.at if isinstance(entry, EventEntry) else None
        if at is None:
            return shown(entry.when, timeline.window.today)
    moment = moment_of(entry)
    return moments.as_typed(moment, timeline.window.today) if moment else ""

"""The pieces that every sentence about talks is made of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ipt_tui.ipt import moments
from ipt_tui.ipt.audience import listed
from ipt_tui.ipt.dates import short, shown
from ipt_tui.ipt.difficulties import short as short_of
from ipt_tui.ipt.talk import them_words, with_words
from ipt_tui.ipt.talk_vocabulary import Across

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from ipt_tui.ipt.talk import Talk, TalkLine

VEILED = "a sensitive talk"
UNDATED = "no date yet"
POINT = " · "


def when_words(line: TalkLine, today: date, *, day_only: bool = False) -> str:
    """Return when a talk was: "Mon 9 Nov, evening", "spring 2019", "no date yet"."""
    if line.at is not None:
        at = replace(line.at, known=moments.Known.DAY) if day_only else line.at
        return moments.words(at, today)
    if line.when is None:
        return UNDATED
    if line.when.exact:  # as the timeline says it
        return f"{line.when.first:%a} {short(line.when.first, today)}"
    return shown(line.when, today)


def day_words(line: TalkLine, today: date) -> str:
    """Return the same as it stands within a sentence: "9 Nov", "spring 2019", "no date yet"."""
    if line.at is None and (line.when is None or not line.when.exact):
        return when_words(line, today)
    return short(line.day, today) if line.day else UNDATED


def called(line: TalkLine, today: date) -> str:
    """Return a talk in a list of several: "Mum, 6 Nov"."""
    return ", ".join(filter(None, [with_words(line), day_words(line, today)]))


def found_words(line: TalkLine, today: date) -> str:
    """Return a talk as a progress note tells it: with whom, about what, and what was found.

    Nothing that was said in it: that is the talk's own.
    """
    when = "" if line.at is None and line.when is None else f" ({day_words(line, today)})"
    whom = f"talk with {with_words(line)}" if line.people else "a talk"
    subject = subject_words(line)
    found = [
        f"got across: {got}" if (got := Across.say(line.got_across)) else "",
        f"in the way: {listed([*map(short_of, line.difficulties)])}" if line.difficulties else "",
    ]
    about = f"{whom}{when}{f', about “{subject}”' if subject else ''}"
    return "; ".join(filter(None, [about, *found]))


def subject_words(line: TalkLine) -> str:
    """Return what a talk was about, "" where its event is only called after whom it was with."""
    named = listed([person.name for person in line.people if person.name])
    if not line.about and line.title in ("a talk", f"talk with {named}"):
        return ""
    return line.subject


def obstacle_words(codes: Iterable[str]) -> str:
    """Return what got in the way in short words: "hinted · went quiet"."""
    return POINT.join(map(short_of, codes))


def got_across_words(talk: Talk) -> str:
    """Return "Did Sam get it? no · Did you ask? not yet"; it is read aloud, so it says "you"."""
    got, asked = Across.say(talk.text("got_across")), Across.say(talk.text("checked"))
    parts = [f"Did {them_words(talk.line)} get it? {got}"] if got else []
    if got or asked:
        parts.append(f"Did you ask? {asked or 'not yet'}")
    return POINT.join(parts)


def moods_words(talk: Talk) -> str:
    """Return the moods before and after: "5 before, 2 after", as far as they are there."""
    told = [
        f"{value} {word}"
        for value, word in ((talk.mood_before, "before"), (talk.mood_after, "after"))
        if value is not None
    ]
    return ", ".join(told)


def quoted(text: str) -> str:
    """Return what was said in quotes; what was done, in brackets, has none."""
    return text if not text or text.startswith(("“", '"', "(", "«")) else f"“{text}”"


def on_one_line(text: str) -> str:
    """Return a text without its line breaks."""
    return " ".join(text.split())

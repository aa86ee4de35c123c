"""The card for one's next session: what was noted, line by line, and what of it goes on the card.

Nothing is weighed and nobody is described: a line says what was noted, and no more. What the
screen shows, what is copied and what is written to a file are made of the same sections.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import listed, plural
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.ending_page import Items, Paragraph, Section
from ipt_tui.ipt.moments import Known
from ipt_tui.ipt.practice_words import own_done
from ipt_tui.ipt.scales import USUAL, Scale
from ipt_tui.ipt.talk_phrases import on_one_line
from ipt_tui.ipt.words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.timeline import MoodEntry

NAME = "For my next meeting"
NOTHING_KEPT = "Nothing is on it yet."
NOT_OWN = "This card is for a vault of one's own; this one is for a practitioner's clients."
_WEEK = 7


class Part(Vocabulary):
    """What a line is; the label is the heading on the card."""

    OWN = "own", "What I'd like to bring"
    TALK = "talk", "To talk about"
    MOMENT = "moment", "Moments I noted"
    SAY = "say", "What I might say"
    TRIED = "tried", "What I tried"
    GOAL = "goal", "My goals, from 0 to 10"
    OTHER = "other"


NOTED = {
    Part.OWN: "What you'd like to bring",
    Part.TALK: "You put aside, or marked to talk about",
    Part.MOMENT: "You noted",
    Part.SAY: "You might say",
    Part.TRIED: "You tried",
    Part.GOAL: "Your goals, from 0 to 10",
}
"""The same headings beside the list, to whom the list speaks."""


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line. `facts` are its words without the day: a choice is made for these.

    It is `kept` where it goes on the card; `marked` is whether it does unless it is left out.
    `rated` is whether a mood stands in it.
    A `veiled` one never does, and has words only while one's own line is shown.
    """

    key: str
    part: Part
    words: str
    facts: str = ""
    marked: bool = False
    kept: bool = False
    rated: bool = False
    veiled: bool = False
    updated_at: datetime | None = None

    @property
    def mark(self) -> str:
        """What is remembered of the words a choice was made for; it holds nothing of them."""
        return hashlib.sha256(f"{self.part}\0{self.facts or self.words}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class NextCard:
    """The lines there are since `first`, and how much is `veiled`.

    `since_session` is whether that is the day of a session. `scale` is that of the moods.
    """

    first: date
    today: date
    since_session: bool = False
    lines: tuple[CardLine, ...] = ()
    veiled: int = 0
    scale: Scale = USUAL

    def line(self, key: str | None) -> CardLine | None:
        """Return the line with this key."""
        return next((line for line in self.lines if line.key == key), None)

    def of(self, part: Part) -> tuple[CardLine, ...]:
        """Return the lines of a part, in their order."""
        return tuple(line for line in self.lines if line.part is part)

    @property
    def kept(self) -> tuple[CardLine, ...]:
        """The lines that are on the card."""
        return tuple(line for line in self.lines if line.kept and not line.veiled)


# The card.


def span_words(card: NextCard) -> str:
    """Return "17 Nov to 23 Nov 2026"."""
    first, last = short(card.first, card.today), short(card.today)
    return last if card.first == card.today else f"{first} to {last}"


def sections(card: NextCard) -> tuple[Section, ...]:
    """Return the parts of the card that have something on them."""
    if not card.kept:
        return (Section("none", "", (Paragraph(NOTHING_KEPT),)),)
    return tuple(_sections(card))


def _sections(card: NextCard) -> Iterator[Section]:
    for part in NOTED:
        kept = [line for line in card.kept if line.part is part]
        told = Items(tuple(line.words for line in kept))
        if any(line.rated for line in kept):
            yield Section(part, part.label, (told, Paragraph(f"Mood: {card.scale.words}.")))
        elif kept:
            yield Section(part, part.label, (told,))


# The screen.


def since_words(card: NextCard) -> str:
    """Return where the lines begin: "Since your meeting on 17 Nov", "The last 7 days"."""
    if card.since_session:
        return f"Since your meeting on {short(card.first, card.today)}"
    return f"The last {_WEEK} days"


def veiled_words(card: NextCard) -> str:
    """Return "1 thing is veiled, and not on the card.", "" where nothing is."""
    if not card.veiled:
        return ""
    return f"{plural(card.veiled, 'thing is', 'things are')} veiled, and not on the card."


# Lines.


def moment_words(
    title: str,
    people: Sequence[str],
    when: str = "",
    before: MoodEntry | None = None,
    after: MoodEntry | None = None,
) -> str:
    """Return "The kitchen, with Sam, Tuesday evening: 5, then 2, hurt."."""
    with_ = f"with {listed(list(people))}" if people else ""
    head = ", ".join(filter(None, (_sentence(title), with_, when)))
    moods = _moods(before, after)
    return f"{head}: {moods}." if moods else f"{head}."


def _moods(before: MoodEntry | None, after: MoodEntry | None) -> str:
    if after is None:
        return f"{_mood(before)} before" if before else ""
    return f"{_mood(before)}, then {_mood(after)}" if before else f"then {_mood(after)}"


def _mood(mood: MoodEntry | None) -> str:
    if mood is None:
        return ""
    return f"{mood.value} ({', '.join(mood.feelings)})" if mood.feelings else str(mood.value)


def when_words(when: Moment | None, day: date | None, first: date, today: date) -> str:
    """Return "Tuesday evening", "Tuesday 21:30", "Tuesday night, 00:15".

    It is with its date where the days are more than a week.

    A day told of as "today" would be another one when the card is read.
    """
    lived = when.day if when is not None else day
    if lived is None:
        return ""
    told = f"{lived:%A}"
    if (today - first).days >= _WEEK or lived < first:
        told = f"{told} {short(lived, today)}"
    if when is None or when.known is Known.DAY:
        return told
    if when.in_the_night:
        return f"{told} night, {when.at:%H:%M}"
    part = when.part
    return f"{told} {part.label if part else f'{when.at:%H:%M}'}"


def _sentence(text: str) -> str:
    told = on_one_line(text).rstrip(".")
    return f"{told[:1].upper()}{told[1:]}"


def say_words(line: str, people: Sequence[str]) -> str:
    """Return "To Sam: “Can we talk on Sunday?”"."""
    to = f"To {listed(list(people))}: " if people else ""
    return f"{to}“{on_one_line(line)}”"


def tried_words(what: str, done: str, happened: str) -> str:
    """Return "Ask Sam for Tuesdays: a part of it. He said maybe."."""
    head = ": ".join(filter(None, (_sentence(what), own_done(done))))
    after = _sentence(happened)
    return f"{head}. {after}." if after else f"{head}."


def goal_words(text: str, then: int, now: int | None) -> str:
    """Return "Rest on Sundays: 2 then, 6 now."; with one rating alone "Rest on Sundays: 2."."""
    told = _sentence(text)
    return f"{told}: {then}." if now is None else f"{told}: {then} then, {now} now."

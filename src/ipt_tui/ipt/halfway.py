"""The halfway look: what was at the start and what is now, as one value, and what is said of it.

Meant for looking together: it tells what was noted, and weighs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience
from ipt_tui.ipt.brief import wish_words
from ipt_tui.ipt.circle_words import moves, sentence
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.focus import head
from ipt_tui.ipt.goal_words import then_now
from ipt_tui.ipt.instrument import told
from ipt_tui.ipt.measure_schedule import BEFORE_START
from ipt_tui.ipt.measure_words import points_words, score_words
from ipt_tui.ipt.people import Met
from ipt_tui.ipt.talk_phrases import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from ipt_tui.ipt.brief import WishCount
    from ipt_tui.ipt.circle import Circle
    from ipt_tui.ipt.focus import ProblemArea
    from ipt_tui.ipt.goal import Goal
    from ipt_tui.ipt.measures import MeasureLine

FITS = "fits"
_ASKED = {
    FITS: ("Is the focus right?", "Is this the right thing to work on?"),
    "better": ("What is better?", "What is better?"),
    "missing": ("What is missing?", "What is missing?"),
    "change": ("What do we change?", "What do we change?"),
}
FIELDS = tuple(_ASKED)
"""What is asked at the end of the look, in its order."""
VEILED = "What was said is sensitive; enter shows it."
NOT_SAID = "not said yet"
_NOTHING = {
    Audience.PRACTITIONER: "Nothing noted yet.",
    Audience.CLIENT: "Nothing is noted here yet.",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish of the client's with somebody: said aloud since when, met or not, and at the start.

    `met` and `met_then` are kept words, "" where nobody said.
    """

    name: str
    text: str
    said: date | None = None
    met: str = ""
    met_then: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said at the look on a day; a veiled one has no words."""

    uid: str
    day: date
    fits: str = ""
    better: str = ""
    missing: str = ""
    change: str = ""
    sensitive: bool = False
    veiled: bool = False
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Halfway:
    """A course as it is looked at halfway, on a day.

    `number` is that of the session it is looked at in or before, of so many `planned` (0 in an open
    course). `circle` is compared with the start. `focus` is what is worked on, first and second.
    `said` is what was kept of the look.
    """

    client: str
    code: str
    course: str
    today: date
    start: date
    number: int
    planned: int
    circle: Circle
    measures: tuple[MeasureLine, ...] = ()
    goals: tuple[Goal, ...] = ()
    counts: tuple[WishCount, ...] = ()
    wishes: tuple[Wish, ...] = ()
    focus: tuple[ProblemArea, ...] = ()
    said: Said | None = None

    def answer(self, field: str) -> str:
        """Return an answer as it is kept, "" where there is none or it is veiled."""
        return str(getattr(self.said, field)) if self.said is not None else ""


@dataclass(frozen=True, slots=True)
class Told:
    """What was said at the halfway look of a course of so many `planned` sessions, and no more."""

    today: date
    planned: int
    said: Said | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the look: its title, and lines of words."""

    title: str
    lines: tuple[str, ...]


def heading(look: Halfway, audience: Audience) -> str:
    """Return "Halfway look · K7 · session 8 of 16 · 24 Nov"."""
    of = f" of {look.planned}" if look.planned else ""
    session = f"{audience.pick('session', 'meeting')} {look.number}{of}"
    parts = ("Halfway look", audience.pick(look.code, ""), session, short(look.today))
    return " · ".join(filter(None, parts))


def sections(look: Halfway, audience: Audience) -> tuple[Section, ...]:
    """Return all there is to look at before the questions, each part with its lines."""
    parts = (
        (audience.pick("Scores, at the start and now", "How you have been"), _scores),
        (audience.pick("Goals, at first and now", "Your goals"), _goals),
        (audience.pick("Circle", "Your circle"), _circle),
        (audience.pick("Expectations, said and met", "Said out loud, and what came"), _wishes),
        (audience.pick("Focus", "What you are working on"), _focus),
    )
    return tuple(
        Section(title, tuple(lines(look, audience)) or (_NOTHING[audience],))
        for title, lines in parts
    )


def question(field: str, audience: Audience) -> str:
    """Return one of the questions at the end, for whoever reads."""
    return audience.pick(*_ASKED[field])


def answer_words(look: Halfway | Told, field: str) -> str:
    """Return an answer in words, or that nothing is said yet."""
    kept = str(getattr(look.said, field)) if look.said is not None else ""
    return (Met.say(kept) if field == FITS else kept) or NOT_SAID


def _scores(look: Halfway, audience: Audience) -> Iterator[str]:
    for line in look.measures:
        given = [each for each in line.compared if each.day >= look.start - BEFORE_START]
        if line.instrument is None or not given or (audience is Audience.CLIENT and line.hidden):
            continue
        first, last = given[0], given[-1]
        form = line.instrument
        both = [first, last] if first is not last else [last]
        if audience is Audience.PRACTITIONER:
            told_ = (f"{score_words(form, each)}, {short(each.day, look.today)}" for each in both)
            yield f"{line.name}: {'; now '.join(told_)}."
            continue
        scores = (f"{told(each.total or 0)} on {short(each.day, look.today)}" for each in both)
        ends = f"{told(form.lowest)} to {told(form.highest)}"
        means = points_words(form)
        yield f"{line.name}, on a scale of {ends}: {', '.join(scores)}. {means}".rstrip()


def _goals(look: Halfway, audience: Audience) -> Iterator[str]:
    for goal in look.goals:
        if not goal.veiled:
            yield then_now(goal, look.today, audience)


def _circle(look: Halfway, audience: Audience) -> Iterator[str]:
    if look.circle.people:
        yield sentence(look.circle, audience)
        if look.circle.since is not None:
            yield from (f"{each}." for each in moves(look.circle))


def _wishes(look: Halfway, audience: Audience) -> Iterator[str]:
    for count in look.counts:
        yield f"{wish_words(count, audience)}."
        for wish in look.wishes:
            if wish.name == count.name:
                yield f"{on_one_line(wish.text)}: {_became(wish, look.today, audience)}."


def _became(wish: Wish, today: date, audience: Audience) -> str:
    """Return "said since 12 Nov; met: partly, at the start no"."""
    said = f"said since {short(wish.said, today)}" if wish.said else "not said"
    if not wish.met:
        return said
    then = f", at the start {Met.say(wish.met_then)}" if wish.met_then not in ("", wish.met) else ""
    return f"{said}; {audience.pick('met:', 'as hoped:')} {Met.say(wish.met)}{then}"


def _focus(look: Halfway, audience: Audience) -> Iterator[str]:
    for place, area in zip(("First", "Second"), look.focus, strict=False):
        yield f"{place}: {head(area, audience)}."

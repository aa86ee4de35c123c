"""The safety plan: own words for a bad hour, on one page.

The idea and the order of its six parts are those of the Safety Planning Intervention (Stanley and
Brown, 2012); the form is not theirs, and the headings are generic words of our own. What matters to
somebody stands with them. The part about the surroundings may stay empty and names no means.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ipt_tui.ipt import spoken
from ipt_tui.ipt.audience import Audience, listed
from ipt_tui.ipt.dates import DateNotUnderstood
from ipt_tui.ipt.people import Confide, Ending, Knows, Life, Quality
from ipt_tui.ipt.timeline import Named
from ipt_tui.ipt.wrapping import wrap

TITLE = "My safety plan"
LOOK_AGAIN = "Look at it again"
VEILED = "veiled"
PAGE = (50, 56)
"""Lines of a printed page, and letters of a line beside the headings."""
ONE_DAY = "Please give one day that is still to come, like 15 jan or 4 weeks."
_FROM_NOW = re.compile(r"(?:in\s+)?(\d{1,3})\s*(d|days?|w|weeks?)", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the plan: `key` is its field, `asks` what goes into it."""

    key: str
    title: str
    asks: str


PARTS = (
    Part("signs", "How I notice it", "Thoughts, feelings, what I do when it gets bad."),
    Part("alone", "What I can do alone", "What has helped before, even a little."),
    Part("around", "People and places", "To be among; nobody has to be told anything."),
    Part("ask", "Whom I can ask", "A name, and how to reach them."),
    Part("professionals", "Professionals", "A name, a number, when they are there."),
    Part("surroundings", "Making my place safer", "This may stay empty."),
    Part("matters", "What matters to me", "Who or what is worth it to me."),
)
WITH_PEOPLE = ("around", "ask")
"""The parts in which people are named who are on the circle."""


@dataclass(frozen=True, slots=True)
class SafetyPlan:
    """A client's plan, as it may be seen; without `seen` there is none yet.

    `texts` are its parts by their keys, without those that are `veiled`. `named` are the people
    it names, `doubtful` sentences about some of them, `offered` the names of those one can talk
    to. `changed` is the day it was last changed, `seen` the moment to save it with.
    """

    client: str
    code: str
    texts: dict[str, str]
    look_again: date | None = None
    changed: date | None = None
    seen: datetime | None = None
    uid: str | None = None
    veiled: frozenset[str] = frozenset()
    named: tuple[Named, ...] = ()
    doubtful: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanPage:
    """The plan as it is read anywhere: `rows` are a heading and the words beside it."""

    title: str
    rows: tuple[tuple[str, str], ...]
    foot: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stands:
    """How somebody stands to the client, as far as it decides whether they can be turned to."""

    name: str
    quality: str | None = None
    confide: str | None = None
    life: str | None = None
    knows: str = ""
    arguments: str = ""


def page(plan: SafetyPlan, audience: Audience, today: date) -> PlanPage | None:
    """Return the plan as it is read, None while there is none."""
    if plan.seen is None:
        return None
    rows = tuple(
        (part.title, VEILED if part.key in plan.veiled else plan.texts.get(part.key, ""))
        for part in PARTS
        if part.key in plan.veiled or plan.texts.get(part.key)
    )
    return PlanPage(title(plan, audience), rows, tuple(_dates(plan, today)))


def title(plan: SafetyPlan, audience: Audience) -> str:
    """Return what stands above the plan."""
    return audience.pick(f"Safety plan of {plan.code}", TITLE)


def _dates(plan: SafetyPlan, today: date) -> Iterable[str]:
    if plan.changed:
        yield f"Last changed on {_say(plan.changed)}."
    if plan.look_again and plan.look_again > today:
        yield f"To be looked at again on {_say(plan.look_again)}."
    elif plan.look_again:
        yield f"It was to be looked at again on {_say(plan.look_again)}."


def fits_a_page(texts: Iterable[str]) -> bool:
    """Whether a plan of these texts is one printed page: more is hard to read in a bad hour."""
    lines, width = PAGE
    return sum(len(wrap(text, width)) for text in texts if text) <= lines


def can_be_asked(person: Stands) -> bool:
    """Whether somebody may be offered as one to turn to.

    Living, someone who can be told things, and never anybody marked unsafe in any way.
    """
    there = Life.read(person.life) in (None, Life.LIVING)
    told = Confide.read(person.confide) in (Confide.YES, Confide.SOME)
    return there and told and not is_unsafe(person)


def is_unsafe(person: Stands) -> bool:
    """Whether anything told of somebody says that they are not safe to turn to."""
    return (
        Quality.read(person.quality) is Quality.UNSAFE
        or Knows.read(person.knows) is Knows.NOT_SAFE
        or Ending.read(person.arguments) is Ending.PHYSICAL
    )


def doubts(named: Iterable[Stands]) -> tuple[str, ...]:
    """Return sentences about those named in a plan who may not be there, or not be safe."""
    people = list(named)
    unsafe = [one.name for one in people if is_unsafe(one)]
    died = [one.name for one in people if Life.read(one.life) is Life.DIED]
    said = []
    if unsafe:
        said.append(f"Named here, and marked as not safe on the circle: {listed(unsafe)}.")
    if died:
        said.append(f"Named here, and has died: {listed(died)}.")
    return tuple(said)


def offer(plan: SafetyPlan) -> str:
    """Return who could be named, "" for nobody."""
    return f"Someone you can talk to: {listed(plan.offered)}." if plan.offered else ""


def day_ahead(typed: str, today: date) -> date | None:
    """Return the day on which a plan is to be looked at again, None for nothing typed.

    "4 weeks" are counted from `today`; a day without a year is the next one there is. Raises
    ValueError with one sentence where it is no one day, or one that has been.
    """
    if not typed.strip():
        return None
    if counted := _FROM_NOW.fullmatch(typed.strip()):
        days = int(counted[1]) * (7 if counted[2].lower().startswith("w") else 1)
        day = today + timedelta(days=days)
    else:
        try:
            when = spoken.parse(typed, today)
        except DateNotUnderstood as error:
            raise ValueError(str(error)) from None
        day = when.first
        if when.last != day:
            raise ValueError(ONE_DAY)
        if day <= today and not _YEAR.search(typed):
            day = date(day.year + 1, day.month, min(day.day, 28) if day.month == 2 else day.day)
    if day <= today:
        raise ValueError(ONE_DAY)
    return day


def _say(day: date) -> str:
    return f"{day.day} {day:%B %Y}"

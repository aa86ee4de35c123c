"""The contract of a course: what is agreed, and what can be set aside for now.

Its headings and fields stand in `content/contract.toml`. What is said of the meetings, of focus,
goals, measures and the safety plan stands in their own records and is only shown here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt.as_agreed import FOCUS, GOALS, Then
from ipt_tui.ipt.audience import Audience, listed, plural
from ipt_tui.ipt.content import load
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.focus import head

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from ipt_tui.ipt.course import Course
    from ipt_tui.ipt.focus import ProblemArea

FILE = "contract.toml"
CRISIS = "crisis_told"
VEILED = "veiled"
NONE = "none"
_OTHERS = ((FOCUS, "the focus"), (GOALS, "the goals"))
_OFTEN = {0: "", 7: "weekly", 14: "every two weeks", 28: "every four weeks", 30: "monthly"}


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the contract; a `fact` stands in another record, a `choice` is yes or no."""

    id: str
    heading: str
    label: str
    ask: str = ""
    you: str = ""
    you_ask: str = ""
    hint: str = ""
    fact: bool = False
    choice: bool = False

    def labelled(self, code: str, audience: Audience) -> str:
        """Return its label for whoever reads."""
        return audience.pick(self.label, self.you or self.label).replace("{code}", code)

    def asked(self, code: str, audience: Audience) -> str:
        """Return its question for whoever is asked."""
        return audience.pick(self.ask, self.you_ask or self.ask).replace("{code}", code)


@dataclass(frozen=True, slots=True)
class Beside:
    """What other records say and the contract shows.

    `ends` is the day of the last meeting, `ends_about` whether that is only worked out.
    `measures` are how often which is asked for, `plan` whether there is a safety plan. `focus`
    are the problem areas that were chosen, `goals` what is worked towards, in the client's words.
    """

    ends: date | None = None
    ends_about: bool = False
    measures: tuple[str, ...] = ()
    plan: bool = False
    focus: tuple[ProblemArea, ...] = ()
    goals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contract:
    """The contract of the course that goes on, else of the last; without `seen` nothing is told.

    `texts` are its short texts by their fields, `changed` the day on which it was changed after
    it was agreed, `then` the focus and the goals it was agreed with.
    `course` is None where there was none yet: then there can be no contract. A
    veiled one has its state, and not a word.
    """

    client: str
    code: str
    course: Course | None = None
    uid: str | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    crisis_told: bool | None = None
    agreed: date | None = None
    agreed_by: str = ""
    changed: date | None = None
    sensitive: bool = False
    veiled: bool = False
    seen: datetime | None = None
    beside: Beside = Beside()
    then: Then = field(default_factory=Then)

    @property
    def to_agree_again(self) -> bool:
        """Whether it, or the focus or the goals it was agreed with, are others by now."""
        return self.agreed is not None and bool(self.changed or self.then.moved)

    def told(self, key: str) -> str:
        """Return what is told of a field, as it is answered."""
        if key == CRISIS:
            return {True: "yes", False: "no", None: ""}[self.crisis_told]
        return self.texts.get(key, "")


def fields() -> tuple[Field, ...]:
    """Return the lines of the contract, in the order of its headings."""
    known = [Field(**table) for table in _content()["field"]]
    return tuple(each for name, _ in headings() for each in known if each.heading == name)


def headings() -> tuple[tuple[str, str], ...]:
    """Return the ids and the titles of the headings, in their order."""
    return tuple((table["id"], table["title"]) for table in _content()["heading"])


def asked() -> tuple[Field, ...]:
    """Return the lines that are asked, one after another."""
    return tuple(each for each in fields() if not each.fact)


def title(audience: Audience) -> str:
    """Return what the contract is called."""
    return audience.pick("Contract", "What we agreed")


def lines(
    contract: Contract, audience: Audience, today: date
) -> Iterator[tuple[str, tuple[tuple[Field, str], ...]]]:
    """Yield the headings with what is said under each, what says nothing with "".

    Where nothing is veiled, these are all there are; of a veiled one only what stands elsewhere.
    """
    for name, heading in headings():
        here = [each for each in fields() if each.heading == name]
        told = [(each, _said(contract, each, audience, today)) for each in here]
        yield heading, tuple(told)


def _said(contract: Contract, line: Field, audience: Audience, today: date) -> str:
    beside = contract.beside
    if line.id == "meetings" and line.fact:
        return meetings(contract, today)
    if line.fact:
        now = {
            FOCUS: listed([head(area, audience) for area in beside.focus]),
            GOALS: "; ".join(beside.goals),
            "measures": "; ".join(beside.measures),
            "plan": "written" if beside.plan else "none yet",
        }[line.id]
        return _then_and_now(contract, line.id, now, audience)
    if contract.veiled:
        return VEILED
    if line.id == CRISIS:
        return {
            None: "",
            True: audience.pick("told whom to turn to", "you know whom to turn to"),
            False: "not told yet",
        }[contract.crisis_told]
    return contract.told(line.id)


def _then_and_now(contract: Contract, sort: str, now: str, audience: Audience) -> str:
    """Return what is so now, and before it what was agreed where that is another."""
    if sort not in contract.then.moved:
        return now
    said = contract.then.said(sort, audience)
    agreed = listed(said) if sort == FOCUS else "; ".join(said)
    again = audience.pick("to be agreed again", "still to be agreed")
    return f"agreed: {agreed or NONE}. Now: {now or NONE}, {again}."


def meetings(contract: Contract, today: date) -> str:
    """Return "16 meetings, weekly, 50 minutes each, until 19 Jan 2027", as the course has it."""
    course = contract.course
    if course is None:
        return ""
    number = plural(course.planned, "meeting") if course.planned else "as many as are needed"
    often = _OFTEN.get(course.every_days, f"every {course.every_days} days")
    long = f"{course.minutes} minutes each" if course.minutes else ""
    ends = contract.beside.ends
    until = f"until {'about ' * contract.beside.ends_about}{short(ends, today)}" if ends else ""
    return ", ".join(filter(None, (number, often, long, until)))


def state(contract: Contract, today: date) -> str:
    """Return whether it is agreed: "agreed 20 Oct by K7", "draft", "" while nothing is told.

    Of a course that is over it is said when that ended.
    """
    ended = contract.course.ended if contract.course is not None else None
    over = f"ended {short(ended, today)}" if ended is not None and ended < today else ""
    return "; ".join(filter(None, (_agreed(contract, today), over)))


def _agreed(contract: Contract, today: date) -> str:
    if contract.seen is None:
        return ""
    if contract.agreed is None:
        return "draft"
    by = f" by {contract.agreed_by}" if contract.agreed_by else ""
    said = f"agreed {short(contract.agreed, today)}{by}"
    what = [f"changed {short(contract.changed, today)}"] if contract.changed else []
    if others := [name for sort, name in _OTHERS if sort in contract.then.moved]:
        what.append(f"{listed(others)} changed since")
    return f"{said}, {', '.join(what)}: to be agreed again" if what else said


@cache
def _content() -> dict[str, Any]:
    return load(FILE)

"""The measures of a client as one value: what was answered, how scores went, and what is due."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ipt_tui.ipt.first_and_last import of_course
from ipt_tui.ipt.measure_schedule import USUAL, Often, due_since
from ipt_tui.ipt.score_change import Change, change
from ipt_tui.ipt.spark import spark
from ipt_tui.ipt.words import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from ipt_tui.ipt.instrument import Instrument
    from ipt_tui.ipt.instruments import Instruments
    from ipt_tui.ipt.measure_schedule import CourseDays
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.scoring import Answers, PartScore, Raised

_FINE = 10
GAP = "·"
"""Stands among bars for an answer that came to no score."""


class Source(Vocabulary):
    """How answers came in."""

    ASKED = "asked", "asked here"
    PAPER = "paper", "from paper"
    SCORE = "score", "score alone"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Response:
    """One time a measure was answered; what is kept of it is said in `records.response`.

    `instrument` is an id, `name` and `band` are what they were called then. `session` is the uid of
    the one it was answered in, with its `number` (0 for none). `reason` says why there is no
    total, `unknown` which answers that would ask for safety are not known. `older` says that the
    form has changed since, or is gone: it is shown as it was given, and not
    compared. A veiled note is empty.
    """

    uid: str
    instrument: str
    name: str
    version: str
    at: Moment
    source: str = Source.ASKED.value
    finished: bool = True
    answers: Answers = ()
    difficulty: int | None = None
    total: float | None = None
    band: str = ""
    reason: str = ""
    worked_out: str = ""
    parts: tuple[PartScore, ...] = ()
    flags: tuple[Raised, ...] = ()
    unknown: tuple[str, ...] = ()
    session: str | None = None
    number: int = 0
    note: str = ""
    veiled: bool = False
    older: bool = False
    updated_at: datetime | None = None

    @property
    def day(self) -> date:
        """The day it was answered on."""
        return self.at.day


@dataclass(frozen=True)
class MeasureLine:
    """One instrument as it stands for a client.

    `instrument` is None where its file is gone; its scores stay. `responses` are those that are
    finished, oldest first, `unfinished` those that are not, `begun` the last of them. `often` is
    how often it is asked for, `due` the number of the session since which it is due. `hidden` says
    that its scores are not shown to the client. `since_first` and `since_last` are of the last
    score: since the first of the course that began on `start`, and since the one before it where
    that is another.
    """

    id: str
    name: str
    instrument: Instrument | None = None
    responses: tuple[Response, ...] = ()
    unfinished: tuple[Response, ...] = ()
    often: str = Often.NEVER.value
    due: int | None = None
    hidden: bool = False
    since_first: Change | None = None
    since_last: Change | None = None
    start: date | None = None

    @property
    def last(self) -> Response | None:
        """The one answered last, None where there is none."""
        return self.responses[-1] if self.responses else None

    @property
    def begun(self) -> Response | None:
        """The last of those that are not finished, None where there is none."""
        return self.unfinished[-1] if self.unfinished else None

    @property
    def scored(self) -> Response | None:
        """The last one that has a score, None where none has."""
        with_score = (each for each in reversed(self.responses) if each.total is not None)
        return next(with_score, None)

    @cached_property
    def compared(self) -> tuple[Response, ...]:
        """Those with a score that can be compared, oldest first."""
        return tuple(each for each in self.responses if each.total is not None and not each.older)

    @property
    def spark(self) -> str:
        """A bar for each score that can be compared, on the whole range of the form.

        A gap stands where it was answered without coming to a score.
        """
        if self.instrument is None or not self.compared:
            return ""
        low, high = (
            round(end * _FINE) for end in (self.instrument.lowest, self.instrument.highest)
        )
        shown = [each for each in self.responses if not each.older]
        return "".join(
            GAP if each.total is None else spark([round(each.total * _FINE)], low, high)
            for each in shown
        )


@dataclass(frozen=True, slots=True)
class Plan:
    """What was said of a measure for one client: how often, and whether its scores are hidden.

    `said` is the day that was last said on, None where it was not.
    """

    often: str = ""
    hidden: bool = False
    said: date | None = None


@dataclass(frozen=True)
class Measures:
    """All measures of a client, in an order that answering one does not change."""

    client: str
    code: str
    today: date
    lines: tuple[MeasureLine, ...] = ()

    @property
    def due(self) -> tuple[str, ...]:
        """The names of those that are due."""
        return tuple(line.name for line in self.lines if line.due is not None)

    def line(self, instrument: str) -> MeasureLine | None:
        """Return the line of one instrument by its id."""
        return next((line for line in self.lines if line.id == instrument), None)


def build(
    whose: tuple[str, str],
    today: date,
    responses: Iterable[Response],
    known: Instruments,
    plans: Mapping[str, Plan],
    course: CourseDays | None,
    usual: Mapping[str, Often] = USUAL,
) -> Measures:
    """Return the measures of a client from what is kept, oldest response first.

    Args:
        whose: The uid and the code of the client.
        today: The day it is read on; only what was answered by then is in it.
        responses: All that were given, also those not finished.
        known: The instruments there are.
        plans: What was said of each, by its id.
        course: When something is due, None where no course goes on.
        usual: How often those are asked for of which nobody has said anything.
    """
    given: defaultdict[str, list[Response]] = defaultdict(list)
    for response in responses:
        if response.day <= today:
            given[response.instrument].append(response)
    names = {*given, *(name for name, plan in plans.items() if _asked_for(plan))}
    names |= set(usual) & set(known.by_id) if course is not None else set()
    plans = {name: Plan(often.value) for name, often in usual.items()} | _said(plans, usual)
    lines = [
        _line(name, given[name], known.get(name), plans.get(name, Plan()), course) for name in names
    ]
    order = list(known.by_id)
    lines.sort(
        key=lambda line: (
            line.due is None and not line.responses, _place(line.id, order), line.name, line.id
        )
    )  # fmt: skip
    return Measures(*whose, today, tuple(lines))


def offered(measures: Measures, known: Instruments) -> tuple[Instrument, ...]:
    """Return the instruments to choose from: what is due, what else is in use, then the others.

    Of the others first those that can be asked here, then those of which only the score is kept.
    """
    due_first = sorted(measures.lines, key=lambda line: line.due is None)
    used = [line.instrument for line in due_first if line.instrument is not None]
    others = [each for each in known.by_id.values() if each not in used]
    return (*used, *sorted(others, key=lambda each: not each.asked))


def as_given(response: Response, known: Instruments) -> Response:
    """Say of a response whether its form is still the one it was given in."""
    older = known.get(response.instrument, response.version) is None
    return replace(response, older=True) if older else response


def _said(plans: Mapping[str, Plan], usual: Mapping[str, Often]) -> dict[str, Plan]:
    """Return the plans with the usual in place of what was not said."""
    return {
        name: plan
        if plan.often
        else replace(plan, often=usual.get(name, Often.NEVER).value, said=None)
        for name, plan in plans.items()
    }


def _asked_for(plan: Plan) -> bool:
    return Often.read(plan.often) not in (None, Often.NEVER)


def _place(name: str, order: list[str]) -> tuple[int, int]:
    """Return where an instrument stands: the usual ones first, one that is gone last."""
    usual = list(USUAL)
    if name in usual:
        return 0, usual.index(name)
    return 1, order.index(name) if name in order else len(order)


def _line(
    name: str,
    given: Sequence[Response],
    instrument: Instrument | None,
    plan: Plan,
    course: CourseDays | None,
) -> MeasureLine:
    finished = tuple(each for each in given if each.finished)
    unfinished = tuple(each for each in given if not each.finished)
    said = Often.read(plan.often) or Often.NEVER
    due = None
    if course is not None and instrument is not None:
        due = due_since(said, course, [each.day for each in finished], plan.said)
    called = instrument.short if instrument else given[-1].name if given else name
    line = MeasureLine(
        name, called, instrument, finished, unfinished, plan.often or said.value, due, plan.hidden,
        start=course.start if course else None,
    )  # fmt: skip
    return _changed(line)


def as_of(line: MeasureLine, given: Response) -> MeasureLine:
    """Return a measure as it stood when `given` was its last: how the score had changed by then."""
    if given is line.last or given not in line.responses:
        return line
    until = line.responses[: line.responses.index(given) + 1]
    return _changed(replace(line, responses=until))


def _changed(line: MeasureLine) -> MeasureLine:
    """Say how the last score changed, where it can be compared."""
    scores = line.compared
    line = replace(line, since_first=None, since_last=None)
    if line.instrument is None or not scores or scores[-1] is not line.scored:
        return line
    first, last = (of_course(scores, line.start) or scores)[0], scores[-1]
    before = scores[-2] if len(scores) > 1 else None
    first_ = None if first is last else _change(line.instrument, first, last, first=True)
    last_ = None if before in (None, first) else _change(line.instrument, before, last)
    return replace(line, since_first=first_, since_last=last_)


def _change(
    instrument: Instrument, before: Response | None, now: Response, *, first: bool = False
) -> Change | None:
    if before is None or before.total is None or now.total is None:
        return None
    return change(instrument, before.total, now.total, before.day, first=first)

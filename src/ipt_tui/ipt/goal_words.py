"""Goals in words: where one stands, how it was rated, what became of it; never how well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ipt_tui.ipt.audience import Audience, listed
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.goal import GoalStatus, came_from, followed_by
from ipt_tui.ipt.talk_phrases import on_one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from ipt_tui.ipt.goal import Goal, Rating

NOT_RATED = "not rated yet"
VEILED = "a goal, sensitive"
NOW, STATUS, WHY, AFTER, BEFORE = "now", "status", "why", "after", "before"
AREA, PERSON, PRACTICE = "area", "person", "practice"
NO_GOALS = "No goal is noted yet."
_OWN_STATUS = {
    GoalStatus.MET: "reached",
    GoalStatus.CHANGED: "changed",
    GoalStatus.DROPPED: "left aside",
}


def text_of(goal: Goal) -> str:
    """Return a goal on one line; of a veiled one that there is one."""
    return VEILED if goal.veiled else on_one_line(goal.text)


def stands_words(goal: Goal) -> str:
    """Return where a goal stands: "6 of 8", "6", "not rated yet; target 8"."""
    if goal.last is None:
        return NOT_RATED if goal.target is None else f"{NOT_RATED}; target {goal.target}"
    return str(goal.last.value) if goal.target is None else f"{goal.last.value} of {goal.target}"


def picture_words(goal: Goal) -> str:
    """Return the small picture with its words: "▁▂▄▅ 6 of 8"."""
    return f"{goal.spark} {stands_words(goal)}".strip()


def sentence(goal: Goal, today: date, audience: Audience) -> str:
    """Return the first rating and the last: "2 on 20 Oct, 6 on 17 Nov; target 8."."""
    ends = [goal.first, goal.last] if len(goal.ratings) > 1 else [goal.last]
    told = [f"{each.value} on {short(each.day, today)}" for each in ends if each is not None]
    if audience is Audience.CLIENT:
        rated = (
            f"You put it at {listed([*told])}" if told else "You have not put a number to it yet"
        )
        hoped = "" if goal.target is None else f"; you hope for {goal.target}"
        return f"{rated}{hoped}."
    rated = ", ".join(told) or "Not rated yet"
    return f"{rated}." if goal.target is None else f"{rated}; target {goal.target}."


def status_words(goal: Goal, today: date, audience: Audience) -> str:
    """Return "changed on 10 Nov", "" while it goes on."""
    if goal.closed is None:
        return ""
    status = GoalStatus.read(goal.status)
    own = _OWN_STATUS.get(status, "") if status else ""
    said = audience.pick(GoalStatus.say(goal.status), own) or GoalStatus.say(goal.status)
    return f"{said} on {short(goal.closed, today)}"


def rating_words(rating: Rating, today: date) -> str:
    """Return "17 Nov: 6, said it twice"."""
    note = "(a note, sensitive)" if rating.veiled else on_one_line(rating.note)
    return ", ".join(filter(None, (f"{short(rating.day, today)}: {rating.value}", note)))


@dataclass(frozen=True, slots=True)
class Told:
    """Something told of a goal: what it is about, its label, its words."""

    key: str
    label: str
    words: str


def told(
    goal: Goal,
    goals: Sequence[Goal],
    today: date,
    audience: Audience,
    areas: Mapping[str, str],
) -> Iterator[Told]:
    """Yield all there is to say of a goal but its ratings.

    `areas` are the problem areas in words for whoever reads, by their uids.
    """
    yield Told(NOW, "now", sentence(goal, today, audience))
    if not goal.open:
        label = audience.pick("status", "what became")
        yield Told(STATUS, label, f"{status_words(goal, today, audience)}.")
    if goal.why:
        yield Told(WHY, "why" if not goal.open else "once left", goal.why)
    if after := followed_by(goal, goals):
        yield Told(AFTER, "became", text_of(after))
    if before := came_from(goal, goals):
        yield Told(BEFORE, "was before", text_of(before))
    if area := areas.get(goal.area or ""):
        yield Told(AREA, audience.pick("belongs to", "part of"), area)
    if goal.person is not None:
        yield Told(PERSON, "with", goal.person.name)
    label = audience.pick("practice", "to try")
    for practice in goal.practices:
        what = on_one_line(practice.what) or "sensitive"
        yield Told(PRACTICE, label, f"{what} ({short(practice.day, today)})")


def note_line(goal: Goal, day: date) -> str:
    """Return a goal as a line of a progress note: "answer my friends: 4 → 6 (target 7)".

    The day of the last rating is said where it is not that of the note.
    """
    values = " → ".join(str(each.value) for each in goal.ratings[-2:])
    if goal.last is not None and goal.last.day != day:
        values += f" on {short(goal.last.day, day)}"
    target = "" if goal.target is None else f" (target {goal.target})"
    closed = "" if goal.open else f", {GoalStatus.say(goal.status)}"
    return f"{text_of(goal)}: {values or NOT_RATED}{target}{closed}"


def brief_words(goal: Goal) -> str:
    """Return a goal with its last two ratings: "answer my friends 4 → 6 of 7"."""
    values = " → ".join(str(each.value) for each in goal.ratings[-2:])
    target = "" if goal.target is None else f" of {goal.target}"
    return (
        f"{text_of(goal)} {values}{target}" if values else f"{text_of(goal)} {stands_words(goal)}"
    )


def then_now(goal: Goal, today: date, audience: Audience) -> str:
    """Return a goal at first and now, as it is looked at halfway and at the end."""
    closed = status_words(goal, today, audience)
    said = sentence(goal, today, audience)
    said = f"{said[:1].lower()}{said[1:]}"  # it goes on after a colon
    return " ".join(
        filter(None, (f"{text_of(goal)}:", said, closed and f"{closed[:1].upper()}{closed[1:]}."))
    )

"""What is agreed of a course, as it is typed: which form, how many, when, where and how."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ipt_tui.ipt.capture_dates import DateNotUnderstood, Reader
from ipt_tui.ipt.course import Ending, Modality, templates, words_of
from ipt_tui.ipt.dates import short
from ipt_tui.ipt.folding import folded
from ipt_tui.ipt.heard import NotHeard
from ipt_tui.ipt.moments import Known, at_time
from ipt_tui.ipt.phases import MOST_SESSIONS, Bounds
from ipt_tui.ipt.session import Earlier, Kept

if TYPE_CHECKING:
    from datetime import time

    from ipt_tui.ipt.course import Template
    from ipt_tui.ipt.moments import Moment
    from ipt_tui.ipt.words import Vocabulary

ALONE = "self_review"
"""The form in which one works on one's own: it is in no practitioner's list."""
USUAL = "ipt16"
OPEN = "open"
_NUMBER = re.compile(r"[0-9]{1,3}")
_DIGITS = re.compile(r"[0-9]")
_WEEKDAY = re.compile(r"(?:on )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*(?: at)?")


@dataclass(frozen=True, slots=True)
class CoursePlan:
    """What is agreed. `now` is the number of the session that is next, `planned` 0 while open.

    `first` is when the next session is, None where the sessions are not planned. `modality`,
    `vocabulary`, `kept`, `earlier` (what becomes of the notes until now where less is kept from now
    on) and `format` are words of their vocabularies. `why` says why there are to
    be other many sessions than were agreed before, `by` who agreed. Of `format` "", and of what
    stands below it None, it is as the form has it, the phases in proportion; `start` is then worked
    out. `ended` is the day on which the course ended, None while it goes on. `anew_day`, `anew_why`
    and `anew_by` are of what was last agreed anew before, to be corrected.
    """

    template: str = USUAL
    now: int = 1
    planned: int = 16
    first: Moment | None = None
    place: str = ""
    modality: str = Modality.IN_PERSON.value
    vocabulary: str = Ending.TERMINATION.value
    kept: str = Kept.FULL.value
    earlier: str = Earlier.STAY.value
    why: str = ""
    by: str = ""
    format: str = ""
    middle_from: int | None = None
    ending_from: int | None = None
    minutes: int | None = None
    every_days: int | None = None
    start: date | None = None
    ended: date | None = None
    anew_day: date | None = None
    anew_why: str = ""
    anew_by: str = ""


def offered() -> tuple[Template, ...]:
    """Return the forms of a course in which a practitioner works."""
    return tuple(form for form in templates().values() if form.id != ALONE)


def form(typed: str, usual: str = USUAL) -> Template:
    """Read a form of a course, by its digit or its words; `usual` where nothing is typed.

    Raises NotHeard, one sentence to show.
    """
    forms = offered()
    wanted = folded(typed).strip()
    if not wanted:
        return next(one for one in forms if one.id == usual)
    if wanted.isdecimal():
        found = [one for digit, one in enumerate(forms, 1) if digit == int(wanted)]
    else:
        found = [one for one in forms if wanted in (one.id, folded(one.label))]
        found = found or [one for one in forms if wanted in folded(one.label)]
    if len(found) == 1:
        return found[0]
    what = "Several forms of a course are called" if found else "No form of a course is called"
    raise NotHeard(f"{what} “{typed[:40]}”; type a number from 1 to {len(forms)}.")


def number(typed: str, usual: int, most: int = MOST_SESSIONS) -> int:
    """Read how many, or which session; 0 for "open". Raises NotHeard, one sentence to show."""
    wanted = typed.strip().casefold()
    if not wanted:
        return usual
    if wanted == OPEN:
        return 0
    if not _NUMBER.fullmatch(wanted) or int(wanted) > most:
        raise NotHeard(f"Please type a whole number from 0 to {most}, or open.")
    return int(wanted)


def day(typed: str, today: date) -> date | None:
    """Read a day that has been, or today; None where nothing is typed.

    Raises NotHeard, one sentence to show.
    """
    if not typed.strip():
        return None
    try:
        when, _ = Reader(today).whole(typed)
    except DateNotUnderstood:
        raise NotHeard(f"“{typed[:40]}” is no day; type 6 oct, or today.") from None
    if when.first != when.last:
        raise NotHeard(f"“{typed[:40]}” is more than one day; type 6 oct, or today.")
    if when.first > today:
        raise NotHeard("That day has still to come; say so when it has.")
    return when.first


def first_session(typed: str, today: date, day_starts_at: time) -> Moment | None:
    """Read "tue 14:00", "tomorrow 2pm", "1 dec 14:00": the next such time from today on.

    Nothing typed plans nothing. Raises NotHeard, one sentence to show.
    """
    return session_time(typed, today, day_starts_at) if typed.strip() else None


def session_time(
    typed: str, today: date, day_starts_at: time, usual: Moment | None = None
) -> Moment:
    """Read when a session is to be, from today on: a day and an hour.

    Of a day alone the hour is that of `usual`, of an hour alone the day; a weekday alone is that of
    its week, as long as that is still to come. Raises NotHeard, one sentence to show.
    """
    refusal = f"“{typed[:40]}” is no day and hour; type tue 14:00, or 1 dec 9:30."
    try:
        when, moment = Reader(today, day_starts_at=day_starts_at).whole(typed)
    except DateNotUnderstood:
        raise NotHeard(refusal) from None
    known = moment if moment is not None and moment.known is Known.TIME else usual
    if known is None or when.first != when.last:
        raise NotHeard(refusal)
    words = _words(typed).strip(" ,")
    if usual is not None and words in ("", "at") and usual.day >= today:
        return at_time(usual.day, known.at.time(), day_starts_at)
    day = when.first
    if usual is not None and _WEEKDAY.fullmatch(words):
        that_week = usual.day + timedelta(days=day.weekday() - usual.day.weekday())
        day = that_week if that_week >= today else day
    if day < today:
        day = _ahead(day, words, today)
    return at_time(day, known.at.time(), day_starts_at)


def looks_like_a_date(typed: str, today: date) -> bool:
    """Whether a text that is to be no date, such as a room, could be read as one."""
    try:
        Reader(today).whole(typed)
    except DateNotUnderstood:
        return False
    return not typed.strip().isdecimal()


def _words(typed: str) -> str:
    """Return what is typed without its hour."""
    return re.sub(r"[0-9]{1,2}[:.][0-9]{2}|[0-9]{1,2}\s*(?:am|pm)", "", typed.casefold())


def _ahead(day: date, words: str, today: date) -> date:
    """Return the day to come that a day gone by stands for: a weekday, or a date without year."""
    if not _DIGITS.search(words):
        if "yesterday" in words or "last" in words.split():
            raise NotHeard("That day has gone by; type the day of the next session.")
        return day + timedelta(days=-(-(today - day).days // 7) * 7)
    if str(day.year) not in words:
        for year in range(today.year, today.year + 2):
            try:
                found = day.replace(year=year)
            except ValueError:
                continue
            if found >= today:
                return found
    raise NotHeard("That day has gone by; type the day of the next session.")


def one_of(typed: str, words: type[Vocabulary], usual: str) -> str:
    """Read a word of a vocabulary, or its beginning. Raises NotHeard, one sentence to show."""
    wanted = folded(typed).strip()
    if not wanted:
        return usual
    known = [word for word in words if word.value != "other"]
    for word in known:
        labels = {folded(word.label), folded(word.label).removeprefix("in ")}
        if any(label.startswith(wanted) for label in labels):
            return word.value
    told = ", ".join(word.label for word in known[:-1])
    raise NotHeard(f"“{typed[:40]}” does not fit here; type {told} or {known[-1].label}.")


def phases_told(plan: CoursePlan) -> str:
    """Return the phases: "beginning 1–3 · middle 4–13 · ending 14–16", "" in an open course."""
    bounds = Bounds(plan.planned, plan.middle_from or 0, plan.ending_from or 0)
    if bounds.problem:
        return bounds.problem
    return " · ".join(
        f"{words_of(plan.vocabulary)[phase.value]} {first}" + (f"–{last}" if last > first else "")
        for phase, first, last in bounds.spans
    )


def begun(plan: CoursePlan, today: date) -> date:
    """Return when a course began: as it is said, else by the number of the session that is next."""
    form = templates().get(plan.template)
    apart = plan.every_days if plan.every_days is not None else form.every_days if form else 0
    coming = plan.first.day if plan.first else today
    return plan.start or coming - timedelta(days=max(0, plan.now - 1) * apart)


def begun_told(plan: CoursePlan, today: date) -> str:
    """Return "begun about 6 Oct, worked out from this number; …", "" where the day is said."""
    if plan.start is not None or plan.now <= 1:
        return ""
    day = short(begun(plan, today), today)
    return f"begun about {day}, worked out from this number; “Began” below corrects it"


def told(plan: CoursePlan, today: date) -> str:
    """Return what would be planned: "Sessions 2 to 16, Tuesdays at 14:00, from 24 Nov to 9 Mar"."""
    last, every_days = plan.planned, plan.every_days or 0
    if plan.first is None or last < plan.now:
        return ""
    begins = plan.first
    if last == plan.now:
        return f"Session {last}, {begins.at:%A} {short(begins.day, today)} at {begins.at:%H:%M}"
    ends = begins.day + timedelta(days=(last - plan.now) * (every_days or 7))
    often = f"{begins.at:%A}s" if every_days in (0, 7) else f"every {every_days} days"
    return (
        f"Sessions {plan.now} to {last}, {often} at {begins.at:%H:%M}, "
        f"from {short(begins.day, today)} to {short(ends, today)}"
    )

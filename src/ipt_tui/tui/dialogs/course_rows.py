"""The rows of the form of a course: labels, the fields beside them, and what goes into each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.ipt import course_plan
from ipt_tui.ipt.dates import short

if TYPE_CHECKING:
    from datetime import date

    from ipt_tui.ipt.course import Course
    from ipt_tui.ipt.course_plan import CoursePlan
    from ipt_tui.vault.course_setup import Standing

FIRST = (
    ("Form", "template"),
    ("Next is session", "now", "of", "planned"),
    ("Why the change", "why", "agreed by", "by"),
    ("Day and hour", "first"),
    ("Room", "place"),
    ("How you meet", "modality"),
    ("The last phase", "vocabulary"),
    ("Kept", "kept"),
    ("Notes so far", "earlier"),
)
"""What is asked of each course: a label, a field, and what stands between it and a second one."""
MORE = (
    ("One meets", "format"),
    ("Middle from", "middle_from", "ending from", "ending_from"),
    ("Minutes", "minutes", "days apart", "every_days"),
    ("Began", "start", "ended", "ended"),
    ("Agreed anew", "anew_day", "by", "anew_by"),
    ("Why then", "anew_why"),
)
"""What may stay as the form has it."""
LAST = ("kept", "earlier")
"""Where enter keeps, though there is more: at the last of them that is shown."""
MORE_SAID = "these come with the form above · tab goes there to change them"
HINTS = {
    "now": "today's, or the next to come",
    "planned": "open, where there is to be no end",
    "why": "kept with the change; it may stay empty",
    "by": "both of us; it may stay empty",
    "first": "tue 14:00 · 1 dec 9:30 · empty plans nothing",
    "place": "room 2",
    "modality": "in person, video or phone",
    "vocabulary": "termination or conclusion: how you call it",
    "kept": "in full, in brief or dates only, as agreed · enter keeps it all",
    "earlier": "stay: they can be read as before · forget: they go for good, but for backups",
    "format": "alone, in a group, or together with somebody",
    "minutes": "how long a session takes",
    "every_days": "7 a week apart, 14 two weeks, 30 a month",
    "start": "6 oct; empty has it worked out from the next session",
    "ended": "the day it ended; what is planned after it goes",
    "anew_day": "the day on which another number was agreed",
    "anew_by": "who agreed then",
    "anew_why": "why it was agreed then",
}
ROOM_IS_A_DATE = "That looks like a date; day and hour stand above. enter keeps it as the room."
LATER = "esc leaves it for later: p on Today sets it up."


def label(row: tuple[str, ...], *, first_run: bool) -> str:
    """Return the label of a row; on the first run the client is there."""
    return "Today is session" if first_run and row[1] == "now" else row[0]


def title(stood: Standing, today: date, *, first_run: bool) -> str:
    """Return what stands above the form."""
    if first_run:
        return f"The course of {stood.code}. {LATER}"
    if stood.before is None or stood.before.ended is None:
        return f"The course of {stood.code}"
    ended = short(stood.before.ended, today)
    return f"The next course of {stood.code}; the one before ended {ended}"


def hint(name: str, plan: CoursePlan | None, today: date, course: Course | None) -> str:
    """Return what goes into a field, or what would come of it; without a `plan` that is unclear.

    `course` is the one there is already.
    """
    told = ""
    if course is not None and name == "start" and course.numbered_from > 1:
        return (
            f"taken up at session {course.numbered_from}; if nobody said the day, worked out by it"
        )
    if plan is not None and course is None and name in ("now", "start"):
        told = course_plan.begun_told(plan, today)
    if plan is not None and not told and name in ("now", "planned", "first"):
        told = course_plan.told(plan, today)
    if plan is not None and not told and name in ("planned", "middle_from", "ending_from"):
        told = course_plan.phases_told(plan)
    return told or HINTS.get(name, "")


def anew_words(stood: Standing) -> str:
    """Return what was agreed anew last: "16 → 20"."""
    anew = stood.anew
    if anew is None:
        return ""
    before, after = (str(n) if n else course_plan.OPEN for n in (anew.before, anew.after))
    return f"Was {before}, now {after}"

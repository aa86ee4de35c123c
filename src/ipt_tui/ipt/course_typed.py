"""The fields of a course as they are typed: the words of each, and what is heard of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ipt_tui.ipt import course_plan
from ipt_tui.ipt.course import Ending, Format, Modality, template_words
from ipt_tui.ipt.heard import NotHeard
from ipt_tui.ipt.phases import Bounds
from ipt_tui.ipt.session import Earlier, Kept

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time

    from ipt_tui.ipt.course_plan import CoursePlan

FIELDS = (
    "template", "now", "planned", "why", "by", "first", "place", "modality", "vocabulary", "kept",
    "earlier",
    "format", "middle_from", "ending_from", "minutes", "every_days", "start", "ended",
    "anew_day", "anew_by", "anew_why",
)  # fmt: skip
"""In the order in which they are asked and read: each may rest on those before it."""
OF_FORM = ("planned", "format", "middle_from", "ending_from", "minutes", "every_days")
"""What a form of a course brings along; it follows the form until something else is typed."""
_VOCABULARIES: Mapping[str, Any] = {
    "modality": Modality, "vocabulary": Ending, "kept": Kept, "earlier": Earlier,
    "format": Format,
}  # fmt: skip
_DAYS = ("start", "ended", "anew_day")
_MOST = {"minutes": 600, "every_days": 366}


@dataclass(frozen=True, slots=True)
class Hearing:
    """What fields are heard with: what stood before, the day, when a day starts.

    `new` is whether there is no course yet.
    """

    stood: CoursePlan
    new: bool
    today: date
    day_starts_at: time

    def heard(self, name: str, typed: str | None, plan: CoursePlan) -> Any:
        """Return what a field says; `typed` is None where nothing was typed over what stood.

        `plan` holds what is heard of the fields before it. Raises NotHeard with a sentence.
        """
        if name == "template":
            if typed or self.new:
                return course_plan.form(typed or "", self.stood.template).id
            return plan.template
        usual = self._usual(name, plan)
        if typed is None:
            return usual
        if name in _VOCABULARIES:
            return course_plan.one_of(typed, _VOCABULARIES[name], usual)
        if name in _DAYS:
            found = course_plan.day(typed, self.today)
            return found if found or name == "ended" else usual
        if name == "first":
            heard = course_plan.first_session(typed, self.today, self.day_starts_at)
            return heard or plan.first
        if name in ("now", *OF_FORM):
            return course_plan.number(typed, usual, **_most(name))
        return typed

    def _usual(self, name: str, plan: CoursePlan) -> Any:
        """Return what a field is where nothing is typed: as it stood, else as the form has it."""
        other_form = self.new or plan.template != self.stood.template
        stood = getattr(self.stood, name)
        if name not in OF_FORM or (name == "planned" and not self.new):
            return stood
        form = course_plan.form("", plan.template) if other_form else None
        if name in ("middle_from", "ending_from"):
            bounds = form.bounds if form else _bounds(self.stood)
            return getattr(bounds.scaled(plan.planned), name)
        if form is None:
            return stood
        return form.bounds.planned if name == "planned" else getattr(form, name)

    def all_heard(
        self, typed: Mapping[str, str | None]
    ) -> tuple[CoursePlan, str, Exception | None]:
        """Return what all fields say, with the name of the first that is not understood and why."""
        plan, wrong, error = self.stood, "", None
        for name in FIELDS:
            try:
                plan = replace(plan, **{name: self.heard(name, typed.get(name), plan)})
            except NotHeard as refused:
                wrong, error = wrong or name, error or refused
        return plan, wrong, error


def _most(name: str) -> dict[str, int]:
    return {"most": _MOST[name]} if name in _MOST else {}


def _bounds(plan: CoursePlan) -> Bounds:
    return Bounds(plan.planned, plan.middle_from or 0, plan.ending_from or 0)


def words(plan: CoursePlan) -> dict[str, str]:
    """Return what is agreed as it would be typed."""
    return {
        "template": template_words(plan.template),
        "now": str(plan.now),
        "planned": str(plan.planned) if plan.planned else course_plan.OPEN,
        "first": f"{plan.first.at:%a %H:%M}".lower() if plan.first else "",
        "place": plan.place,
        "modality": Modality.say(plan.modality),
        "vocabulary": Ending.say(plan.vocabulary),
        "kept": Kept.say(plan.kept),
        "earlier": Earlier.say(plan.earlier),
        "format": Format.say(plan.format) if plan.format else "",
        **{name: str(getattr(plan, name) or "") for name in OF_FORM[2:]},
        **{name: _day_words(getattr(plan, name)) for name in _DAYS},
        "anew_why": plan.anew_why,
        "anew_by": plan.anew_by,
    }


def _day_words(day: date | None) -> str:
    return f"{day:%-d %b %Y}".lower() if day else ""

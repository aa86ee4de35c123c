"""K7's formulation and contract, as a file holds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

V1 = (
    "Since July you have been low, sleepless and cut off. Around then Sam began planning a move "
    "and neither of you said it aloud, a year after you left the coast for him and after February. "
    "Together these look like depression, which is treatable and not your fault. It seems tied to "
    "what you and Sam expect and don't say. Over the next thirteen meetings we'd work on saying "
    'it, and make room for February "and Dad" when you want.'
)
FORMULATION = {
    "version": 1, "day": "2026-10-20", "onset": "July", "shows": "low, sleepless and cut off",
    "problem": "depression", "links": "what you and Sam expect and don't say",
    "vulnerable": "two earlier low spells", "strengths": "Jo at lunch",
    "work_on": "saying it, and make room for February when you want", "text": V1,
    "agreed": "2026-10-20", "agreed_by": "K7",
}  # fmt: skip
CONTRACT = {
    "relieved": "overtime, hosting Christmas", "responsible": "coming here, trying things out",
    "needs_to_know": "Sam", "role": "what happened with people, and how it felt",
    "practice": "small things, when they fit", "confidentiality": "all of it, unless in danger",
    "contact": "by phone on weekdays", "fees": "none", "notes": "notes, no recordings",
    "ending": "on 19 January", "afterwards": "once a month, agreed anew", "crisis_told": True,
    "agreed": "2026-10-20", "agreed_by": "K7", "changed": "2026-11-17",
    "agreed_with": "goals\tg1\tsay it\tsay it",
}  # fmt: skip


def agreed(
    row: Callable[..., dict[str, Any]],
    whose: Mapping[str, Any],
    course: str,
    person: str,
    event: str,
) -> dict[str, list[dict[str, Any]]]:
    """Return the rows; `course`, `person` and `event` are uids of what they point at."""
    version = row("formulation", FORMULATION, **whose)
    its = {**whose, "formulation": version["uid"]}
    return {
        "formulation": [version],
        "formulation_link": [
            row("formulation_link", {}, **its, person=person, event=None),
            row("formulation_link", {}, **its, person=None, event=event),
        ],
        "contract": [row("contract", CONTRACT, **whose, course=course)],
    }

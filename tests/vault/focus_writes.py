"""One write of every kind that the focus has, on the small record."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from ipt_tui.vault import evidence, focus_choices, problem_areas, stages, workbench
from tests.vault.talk_writes import first

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.vault.world import World

TODAY = date(2026, 11, 23)


def writes() -> dict[str, Callable[[World], Any]]:
    """Return one write of every kind, by the name of its function."""
    return {
        "problem_areas.add": lambda w: w.vault.write(
            problem_areas.add, w.client, "role_transition", None, "the island"
        ),
        "problem_areas.tell": lambda w: w.vault.write(
            problem_areas.tell, w.dispute, about="the rota", sensitive=True
        ),
        "problem_areas.be_about": lambda w: w.vault.write(
            problem_areas.be_about, w.grief, TODAY, [w.noor]
        ),
        "problem_areas.remove": lambda w: w.vault.write(problem_areas.remove, w.dispute),
        "focus_choices.choose": lambda w: w.vault.write(
            focus_choices.choose, w.grief, TODAY, "first", "partly", "spring", instead=True
        ),
        "focus_choices.choose none": lambda w: w.vault.write(
            focus_choices.choose, w.dispute, TODAY, "none"
        ),
        "focus_choices.tell": lambda w: w.vault.write(
            focus_choices.tell, first(w, "focus_choice"), day="2026-11-04", agrees="no"
        ),
        "focus_choices.remove": lambda w: w.vault.write(
            focus_choices.remove, first(w, "focus_choice")
        ),
        "evidence.add": lambda w: w.vault.write(
            evidence.add, w.grief, "for", "quiet in May", person=w.noor
        ),
        "evidence.add again": lambda w: w.vault.write(
            evidence.add, w.dispute, "against", event=w.event
        ),
        "evidence.tell": lambda w: w.vault.write(
            evidence.tell, first(w, "evidence"), side="against", text="she listens"
        ),
        "evidence.remove": lambda w: w.vault.write(evidence.remove, first(w, "evidence")),
        "stages.enter": lambda w: w.vault.write(
            stages.enter, w.dispute, TODAY, "renegotiation", "asked"
        ),
        "stages.tell": lambda w: w.vault.write(
            stages.tell, first(w, "dispute_stage"), stage="dissolution", day="2026-11-05"
        ),
        "stages.remove": lambda w: w.vault.write(stages.remove, first(w, "dispute_stage")),
        "workbench.answer": lambda w: w.vault.write(
            workbench.answer, w.dispute, "dispute_issue", "who decides", 4
        ),
        "workbench.tell": lambda w: w.vault.write(
            workbench.tell, first(w, "workbench_answer"), text="on the door", rating=3
        ),
        "workbench.tick": lambda w: w.vault.write(workbench.tick, _step(w), TODAY),
        "workbench.join": lambda w: w.vault.write(
            workbench.join, first(w, "workbench_answer"), "event", w.event
        ),
        "workbench.part": lambda w: w.vault.write(workbench.part, first(w, "answer_link")),
        "workbench.remove": lambda w: w.vault.write(
            workbench.remove, first(w, "workbench_answer")
        ),
    }  # fmt: skip


def _step(w: World) -> str:
    return next(
        answer.uid
        for area in w.vault.read(problem_areas.of_client, w.client, TODAY).areas
        for answer in area.to("dispute_steps")
    )

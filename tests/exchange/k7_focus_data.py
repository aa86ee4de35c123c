"""K7's focus as the export has it: three areas, the choice, evidence, stages, answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Rows = Sequence[Mapping[str, Any]]

AREAS = (
    ("Sam", {"area": "role_dispute", "about": "saying it to Sam"}),
    ("Dad", {"area": "grief", "about": "Dad and February"}),
    (None, {"area": "role_transition", "about": "the move"}),
)
CHOICES = (
    {"day": "2026-10-20", "rank": "first", "agrees": "yes"},
    {"day": "2026-10-20", "rank": "second", "agrees": "yes", "why": "room for it when she wants"},
)
STAGES = (
    {"day": "2026-10-27", "stage": "impasse", "why": "\u201cwe don't talk about it\u201d"},
    {"day": "2026-11-17", "stage": "renegotiation"},
)


def focused(
    row: Callable[..., dict[str, Any]],
    whose: Mapping[str, str],
    by_name: Mapping[str, str],
    events: Rows,
    wishes: Rows,
    talk: Mapping[str, Any],
) -> dict[str, list[dict[str, Any]]]:
    """Return the rows of the focus, by their tables."""
    areas = [
        row("problem_area", values, **whose, person=by_name[name] if name else None)
        for name, values in AREAS
    ]
    its = {**whose, "problem_area": areas[0]["uid"]}
    nothing = {"person": None, "event": None, "expectation": None}
    tried = row("workbench_answer", {"prompt": "dispute_tried", "text": "in the kitchen"}, **its)
    step = row(
        "workbench_answer",
        {"prompt": "dispute_steps", "text": "ask for Tuesdays", "done": "2026-11-12"}, **its,
    )  # fmt: skip
    return {
        "problem_area": areas,
        "focus_choice": [
            row("focus_choice", values, **whose, problem_area=area["uid"])
            for values, area in zip(CHOICES, areas, strict=False)
        ],
        "evidence": [
            row("evidence", {"text": "we talk logistics"}, **its, **nothing),
            row("evidence", {}, **its, **nothing | {"expectation": wishes[0]["uid"]}),
            row("evidence", {"side": "against", "text": "he came"}, **its,
                **nothing | {"event": events[0]["uid"]}),
        ],
        "dispute_stage": [row("dispute_stage", values, **its) for values in STAGES],
        "workbench_answer": [tried, step],
        "answer_link": [
            row("answer_link", {}, **whose, workbench_answer=tried["uid"], person=None,
                event=None, talk=talk["uid"])
        ],
    }  # fmt: skip

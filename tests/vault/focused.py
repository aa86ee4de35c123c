"""A focus for the small record: a dispute with all that may belong to one, and a grief."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from ipt_tui.records import Client
from ipt_tui.records import Event as EventRow
from ipt_tui.vault import evidence, focus_choices, problem_areas, stages, workbench
from ipt_tui.vault.editing import one
from ipt_tui.vault.steps import describe

if TYPE_CHECKING:
    from sqlmodel import Session

AGREED = date(2026, 11, 3)


def consider(
    session: Session, client: str, person: str, event: str, wish: str, talk: str
) -> tuple[str, str]:
    """Consider two areas, choose one, and work on it; return the uids of both."""
    dispute = problem_areas.add(session, client, "role_dispute", person, "the ferry times")
    grief = problem_areas.add(session, client, "grief", about="an aunt")
    focus_choices.choose(session, dispute, AGREED, "first", "yes", "it comes up every week")
    evidence.add(session, dispute, "for", "they talk logistics")
    evidence.add(session, dispute, "for", event=event)
    evidence.add(session, dispute, "against", "she asked once", expectation=wish)
    stages.enter(session, dispute, AGREED, "impasse", "silence after supper")
    answer = workbench.answer(session, dispute, "dispute_tried", "writing it on the fridge")
    workbench.join(session, answer, "talk", talk)
    workbench.join(session, answer, "person", person)
    workbench.answer(session, dispute, "dispute_steps", "ask on Sunday")
    workbench.answer(session, grief, "grief_good", "the orchard")
    one(session, EventRow, event).area = "role_dispute"
    describe(session, one(session, Client, client).id, "a focus")
    return dispute, grief

"""K7's focus, as the case tells it, put into the demo's record in the place of what is there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from ipt_tui.exchange import demo, json_file
from ipt_tui.ipt.content import load
from ipt_tui.vault import (
    clients,
    evidence,
    focus_choices,
    people,
    problem_areas,
    settings,
    stages,
    transfer,
    workbench,
)
from ipt_tui.vault.cards import inventory

if TYPE_CHECKING:
    from ipt_tui.vault.vault import Vault

THIRD = date(2026, 10, 20)
FOURTH = date(2026, 10, 27)
SEVENTH = date(2026, 11, 17)
TODAY = date(2026, 11, 23)


class Focused(NamedTuple):
    """The uids of what was put in."""

    client: str
    sam: str
    dispute: str
    grief: str
    move: str


FOCUS = (
    "problem_area", "focus_choice", "evidence", "dispute_stage", "workbench_answer", "answer_link",
    "formulation", "formulation_link", "contract", "goal", "goal_rating", "goal_practice",
)  # fmt: skip
"""The tables that hold what is keyed in on Focus."""


def unfocused(vault: Vault) -> None:
    """Fill an empty vault with the demo, and nothing on Focus."""
    _, data = json_file.record(load(demo.FILE), demo.FILE)
    vault.keep(settings.put, settings.AUDIENCE, "clients")
    vault.write(transfer.load, data | {table: [] for table in FOCUS})


def focused(vault: Vault) -> Focused:
    """Fill an empty vault with the demo and K7's focus, area by area."""
    unfocused(vault)
    client = vault.read(clients.listing)[0].uid
    names = vault.read(people.names, client)
    sam, write = names["Sam"], vault.write
    dispute = write(problem_areas.add, client, "role_dispute", sam)
    grief = write(problem_areas.add, client, "grief", names["Dad"], "February")
    move = write(problem_areas.add, client, "role_transition", None, "the move")
    write(focus_choices.choose, dispute, THIRD, "first", "yes")
    write(focus_choices.choose, grief, THIRD, "second", "yes", "room for it when she wants")
    write(evidence.add, dispute, "for", "“we talk logistics”")
    card = vault.read(inventory, client, TODAY).cards[sam]
    for wish in card.expectations[:3]:
        write(evidence.add, dispute, "for", expectation=wish.uid)
    write(evidence.add, dispute, "against", "he listens when asked")
    write(stages.enter, dispute, FOURTH, "impasse", "“we don't talk about it”")
    write(stages.enter, dispute, SEVENTH, "renegotiation", "Tuesdays yes, flat not yet")
    write(workbench.answer, dispute, "dispute_tried", "asking about the flat, in the kitchen")
    write(workbench.answer, dispute, "dispute_keeps", "communication_habits")
    write(workbench.answer, grief, "grief_unsaid", "goodbye")
    return Focused(client, sam, dispute, grief, move)

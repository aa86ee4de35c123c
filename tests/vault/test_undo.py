"""What was done can be taken back and brought back, to the last letter."""

import inspect
import re
from types import ModuleType

import pytest

from ipt_tui.vault import (
    agendas,
    bringing,
    clients,
    concerns,
    contracts,
    course_setup,
    courses,
    endings,
    evidence,
    expectations,
    felt,
    fits,
    focus_choices,
    formulating,
    goals,
    halfways,
    measure_plans,
    measuring,
    noting,
    people,
    practices,
    problem_areas,
    progress_notes,
    rounds,
    safety_plans,
    session_begin,
    session_end,
    session_times,
    session_told,
    stages,
    talk_begin,
    talk_parts,
    talking,
    tidying,
    ties,
    timed,
    todos,
    transfer,
    turns,
    undo,
    workbench,
)
from ipt_tui.vault.errors import CannotUndo
from ipt_tui.vault.vault import Vault
from tests.vault.session_writes import FINAL
from tests.vault.world import WRITES, World, client_of, content, last_step, value

MODULES = (
    agendas, bringing, clients, concerns, contracts, course_setup, courses, endings, expectations,
    felt, fits, formulating, goals, halfways,
    measure_plans, measuring, noting, people, practices, progress_notes, rounds, safety_plans,
    session_begin,
    session_end, session_times, session_told, talk_begin,
    talk_parts, talking, tidying, ties, timed, todos, transfer, turns,
    evidence, focus_choices, problem_areas, stages, workbench,
)  # fmt: skip


def writers(module: ModuleType) -> set[str]:
    """Return the public functions of a module that say what they did."""
    return {
        f"{module.__name__.rpartition('.')[2]}.{name}"
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and re.search(r"\b_?describe\(|\b_(link|plan)\(", inspect.getsource(function))
    }


def test_every_kind_of_write_is_tried_here() -> None:
    named = {name.split()[0] for name in WRITES}
    assert named == set().union(*map(writers, MODULES))


@pytest.mark.parametrize("name", [name for name in WRITES if name not in FINAL])
def test_undo_returns_everything_to_what_it_was_and_redo_brings_it_back(
    world: World, name: str
) -> None:
    vault = world.vault
    before = vault.read(content)
    WRITES[name](world)
    after = vault.read(content)
    assert after != before
    step, client = last_step(vault)
    what = value(vault, "SELECT what FROM step WHERE id = :id", id=step)
    assert vault.write(undo.undo, client) in (what, "a sensitive entry")
    assert vault.read(content) == before
    vault.write(undo.redo, client)
    assert vault.read(content) == after
    vault.write(undo.undo, client)
    assert vault.read(content) == before


@pytest.mark.parametrize("name", FINAL)
def test_what_is_final_is_not_taken_back(world: World, name: str) -> None:
    WRITES[name](world)
    after = world.vault.read(content)
    with pytest.raises(CannotUndo, match="final"):
        world.vault.write(undo.undo, world.client_id)
    assert world.vault.read(content) == after


def test_undo_walks_back_step_by_step_and_redo_walks_forward_again(world: World) -> None:
    vault, client = world.vault, world.client_id
    shelf = [vault.read(content)]
    for name in ("people.place", "expectations.note", "people.tell", "ties.tie", "people.remove"):
        WRITES[name](world)
        shelf.append(vault.read(content))
    for state in reversed(shelf[:-1]):
        vault.write(undo.undo, client)
        assert vault.read(content) == state
    for state in shelf[1:]:
        vault.write(undo.redo, client)
        assert vault.read(content) == state


def test_undo_is_asked_for_by_the_client_on_screen(world: World) -> None:
    vault = world.vault
    before = vault.read(content)
    WRITES["people.place"](world)
    vault.write(clients.add, "M3")
    assert vault.write(undo.undo_for, world.client).startswith("Sam to")
    assert vault.write(undo.redo_for, world.client).startswith("Sam to")
    assert vault.write(undo.undo_for, world.client).startswith("Sam to")
    other = vault.read(client_of, "M3")
    assert vault.write(undo.undo_for, other) == "client M3 added"
    assert vault.read(content) == before
    assert vault.write(undo.redo_for, other) == "client M3 added"


def test_what_belongs_to_no_client_is_taken_back_as_well(vault: Vault) -> None:
    vault.write(ties.add_kind, "choirmaster", "chorister")
    assert vault.write(undo.undo_for, None) == "a relationship word added"
    assert vault.write(undo.redo_for, None) == "a relationship word added"


def test_a_new_change_forgets_what_could_be_brought_back(world: World) -> None:
    WRITES["people.place"](world)
    world.vault.write(undo.undo, world.client_id)
    WRITES["people.stand"](world)
    with pytest.raises(CannotUndo, match="nothing to bring back"):
        world.vault.write(undo.redo, world.client_id)

"""What was veiled by something stays veiled when that is taken out of the record."""

from typing import Any

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.captured import Captured, Mark
from ipt_tui.vault import (
    clients,
    endings,
    formulating,
    formulations,
    goals,
    noting,
    people,
    problem_areas,
    timed,
    transfer,
    undo,
)
from tests.vault import ending_writes
from tests.vault.world import EARLIER, NOW, TODAY, World


def veiled(world: World, client: str) -> dict[str, Any]:
    """Return of a client's goals, versions and parts of the ending which are veiled."""
    read = world.vault.read
    told = read(endings.told, client, TODAY)
    return {
        "goals": [goal.veiled for goal in read(goals.of_client, client, TODAY)],
        "versions": [each.veiled for each in read(formulations.of_client, client, TODAY)],
        "ending": told.veiled if told else None,
    }


def test_what_told_of_a_sensitive_event_stays_veiled_without_it(world: World) -> None:
    write = world.vault.write
    write(timed.change, "event", world.event, None, title="the quarrel", sensitive=True)
    write(goals.add, world.client, "no word of the quarrel", TODAY)
    write(ending_writes.put, endings.tell, world.course, plan="forget the quarrel")
    before, dump = veiled(world, world.client), world.vault.read(transfer.dump)
    assert before["goals"][-1]
    assert before["ending"] == {"plan"}
    assert before["versions"][0]  # the event is ticked
    write(timed.change, "event", world.event, None, title="the evening")
    after = veiled(world, world.client)
    assert after["ending"] == {"changed", "plan"}  # an ending that is sensitive is so as a whole
    assert {**after, "ending": before["ending"]} == before
    write(undo.undo_for, world.client)
    write(timed.remove, "event", world.event)
    after = veiled(world, world.client)
    assert after["ending"] == {"changed", "plan"}
    assert {**after, "ending": before["ending"]} == before
    write(undo.undo_for, world.client)
    assert world.vault.read(transfer.dump) == dump


def test_a_version_stays_veiled_without_the_event_that_named_somebody_sensitive(
    world: World,
) -> None:
    """The event is not sensitive itself, and the words of the version say nothing of it."""
    write = world.vault.write
    client = write(clients.add, "M2")
    perpetua = write(people.add, client, PersonLine("Perpetua"), EARLIER)
    write(people.tell, perpetua, sensitive=True)
    version = write(formulating.begin, client, TODAY)
    event = write(_event_with, client, perpetua)
    version = write(formulating.tick, version, "event", event, TODAY)
    write(formulating.write, version, "It began after that visit.", TODAY)
    assert veiled(world, client)["versions"] == [True]
    write(timed.remove, "event", event)
    assert veiled(world, client)["versions"] == [True]


def _event_with(session: Any, client: str, person: str) -> str:
    line = Captured(Mark.EVENT, 0, "!a visit", "a visit", category="home")
    (event,) = noting.note(session, client, (line,), NOW).events
    timed.name_people(session, "event", event, TODAY, [person])
    return event


def test_a_goal_stays_veiled_without_the_sensitive_area_it_belonged_to(world: World) -> None:
    write = world.vault.write
    goal = write(goals.add, world.client, "visit once", TODAY)
    write(goals.belongs, goal, world.grief)
    write(problem_areas.tell, world.grief, sensitive=True)
    write(problem_areas.remove, world.grief)
    assert world.vault.read(goals.goal, goal, TODAY).veiled

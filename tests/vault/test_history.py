"""Every change is in the history, and nothing can be changed past it."""

from collections.abc import Callable

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, SQLModel

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.people import Ring
from ipt_tui.records import KEPT, OWN_KEPT, OWN_RECORDED, RECORDED
from ipt_tui.records.own import OWN_TABLES
from ipt_tui.vault import clients, expectations, people, steps, ties, undo
from ipt_tui.vault.vault import Vault
from tests.vault.work import work
from tests.vault.world import TODAY, WRITES, World, content, history, value

RECORDED_NAMES = [record.__tablename__ for record in RECORDED]


def test_every_table_is_recorded_or_known_to_need_no_history() -> None:
    named = {record.__tablename__ for record in RECORDED + KEPT}
    assert named == set(SQLModel.metadata.tables)
    assert len(named) == len(RECORDED + KEPT)
    own = {record.__tablename__ for record in OWN_RECORDED + OWN_KEPT}
    assert own == set(OWN_TABLES.tables) | {record.__tablename__ for record in KEPT}


def test_every_recorded_table_writes_down_all_that_is_done_and_uses_no_number_twice(
    vault: Vault,
) -> None:
    """A number used again would let an undo change somebody else's row."""
    triggers = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name = :name"
    made = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = :name"
    for table in RECORDED_NAMES:
        for event in ("insert", "update", "delete"):
            assert value(vault, triggers, name=f"history_{table}_{event}") == 1, table
        assert "AUTOINCREMENT" in value(vault, made, name=table), table


CHANGES = {
    "insert": "INSERT INTO {table} SELECT {fresh} FROM {table} LIMIT 1",
    "update": "UPDATE {table} SET uid = uid || 'x'",
    "delete": "DELETE FROM {table}",
}
FRESH = {
    "id": "9999",
    "uid": "'another'",
    "word": "'another'",
    "day": "'2001-01-01'",
    "person_id": "other_id",
    "other_id": "person_id",
    "mood_id": "(SELECT max(id) FROM mood)",
}
_LAST_PERSON, _LAST_EVENT = (f"(SELECT max(id) FROM {table})" for table in ("person", "event"))
ANOTHER = {
    "event_person": {"person_id": _LAST_PERSON},
    "talk_person": {"person_id": _LAST_PERSON},
    "talk": {"event_id": _LAST_EVENT},
    "attempt": {"event_id": "(SELECT min(id) FROM event)"},
    "difficulty": {"code": "'another'"},
    "option": {"chosen": "0"},
    "course": {"ended": "'2026-11-30'"},
    "session": {"number": "99"},
    "technique": {"code": "'another'"},
    "concern_person": {"concern_id": "(SELECT min(id) FROM concern)"},
    "progress_note": {"session_id": "(SELECT max(id) FROM session)"},
    "measure_plan": {"instrument": "'another'"},
    "safety_plan": {"client_id": "client_id + 1"},
    "fit": {"client_id": "client_id + 1"},
    "plan_person": {"part": "'signs'"},
    "goal_practice": {"goal_id": "(SELECT min(id) FROM goal)"},
    "halfway": {"course_id": "course_id + 1"},
    "ending": {"course_id": "course_id + 1"},
    "formulation": {"version": "99"},
    "contract": {"course_id": "course_id + 1"},
}


def change(session: Session, table: str, how: str) -> None:
    """Change a table behind the back of the program, whatever points at its rows."""
    names = [row[1] for row in session.execute(text(f"PRAGMA table_info({table})"))]
    swapped = FRESH if "other_id" in names else FRESH | {"person_id": "person_id"}
    swapped = swapped | ANOTHER.get(table, {})
    fresh = ", ".join(swapped.get(name, f'"{name}"') for name in names)
    session.execute(text("PRAGMA defer_foreign_keys=ON"))
    session.execute(text(CHANGES[how].format(table=table, fresh=fresh)))


@pytest.mark.parametrize("how", CHANGES)
def test_a_change_of_any_table_without_a_step_is_refused(world: World, how: str) -> None:
    before = world.vault.read(content)

    def without_a_step(session: Session, table: str) -> None:
        with pytest.raises(IntegrityError, match=r"NOT NULL.*history\.step"):
            change(session, table, how)
        raise ZeroDivisionError

    def with_a_step(session: Session, table: str) -> None:
        change(session, table, how)
        raise ZeroDivisionError

    for table in RECORDED_NAMES:
        for ask, fn in ((world.vault.keep, without_a_step), (world.vault.write, with_a_step)):
            with pytest.raises(ZeroDivisionError):
                ask(fn, table)
            assert world.vault.read(content) == before, table


def test_the_history_holds_only_what_was_changed(world: World) -> None:
    WRITES["people.stand"](world)
    image = value(world.vault, "SELECT after FROM history ORDER BY id DESC LIMIT 1")
    assert "tense, shut out" not in image


def test_a_change_to_the_same_value_is_no_change(world: World) -> None:
    before = world.vault.read(history)

    def same(session: Session) -> None:
        session.execute(text("UPDATE person SET name = name"))

    world.vault.write(same)
    assert world.vault.read(history) == before


def test_the_list_shows_the_newest_first_and_what_was_taken_back(world: World) -> None:
    vault, client = world.vault, world.client_id
    vault.write(people.place, world.sam, Ring.WIDER, TODAY)
    vault.write(people.stand, world.sam, TODAY, friction=7)
    vault.write(undo.undo, client)
    lines = vault.read(steps.listing, client)
    assert [(line.what, line.standing) for line in lines[:2]] == [
        ("Sam: friction", False),
        ("Sam to wider circle", True),
    ]
    assert lines[0].at > lines[-1].at or lines[0].id > lines[-1].id
    assert [line.before_unlock for line in lines[:3]] == [False, False, True]
    assert len(vault.read(steps.listing, client, 1)) == 1


def test_every_record_has_a_list_of_its_own(world: World) -> None:
    other = world.vault.write(clients.add, "M3")
    number = value(world.vault, "SELECT id FROM client WHERE uid = :uid", uid=other)
    assert [line.what for line in world.vault.read(steps.listing, number)] == ["client M3 added"]


def test_the_list_is_asked_for_by_the_client_on_screen(world: World) -> None:
    ours = world.vault.read(steps.listing_for, world.client)
    assert ours == world.vault.read(steps.listing, world.client_id)
    assert ours
    assert world.vault.read(steps.listing_for, None) == ()


def two_clients(session: Session) -> None:
    """Do what an import of several records does: one step that belongs to none of them."""
    for code in ("M3", "P1"):
        clients.add(session, code)
    steps.describe(session, None, "imported 2 clients: 2 entries")


def test_a_step_of_the_whole_vault_is_in_every_list_and_taken_back_there(world: World) -> None:
    vault = world.vault
    before = vault.read(content)
    vault.write(two_clients)
    for whose in (world.client, None):
        line = vault.read(steps.listing_for, whose)[0]
        assert (line.what, line.whole_vault) == ("imported 2 clients: 2 entries", True)
    alone = vault.read(steps.listing_for, world.client, whole_vault=False)
    assert alone
    assert not any(line.whole_vault for line in alone)
    vault.write(undo.undo_step, line.id)
    assert vault.read(content) == before
    assert not vault.read(steps.listing_for, world.client)[0].standing


@pytest.mark.parametrize("ask", [steps.to_undo, steps.to_redo])
def test_what_is_next_is_known_without_the_whole_history(
    world: World, ask: Callable[..., int | None]
) -> None:
    vault, client = world.vault, world.client_id

    def go_on(count: int) -> int:
        for number in range(count):
            vault.write(people.tell, world.sam, notes=f"{vault.opened_at_step}.{count}.{number}")
        vault.write(undo.undo, client)
        return work(vault, ask, client)

    assert go_on(3) == go_on(60)


def test_the_steps_of_somebody_sensitive_are_not_named(world: World) -> None:
    vault, client = world.vault, world.client_id
    vault.write(people.tell, world.sam, sensitive=True)
    said = {line.what for line in vault.read(steps.listing, client)}
    assert not any("Sam" in what for what in said)
    assert "Noor added" in said
    assert vault.write(undo.undo, client) == steps.VEILED
    assert "Sam added" in {line.what for line in vault.read(steps.listing, client)}


def test_nor_is_the_word_for_who_they_are(world: World) -> None:
    """A word of one's own is kept beside a person, and may be a sensitive person's."""
    vault = world.vault
    vault.write(people.tell, world.sam, kind="affair", sensitive=True)
    vault.write(ties.add_kind, "affair", "affair", world.client)
    assert "affair" not in repr(vault.read(steps.listing_for, world.client))
    assert "affair" not in vault.write(undo.undo, world.client_id)


def test_nor_are_ties_and_wishes_that_name_them(world: World) -> None:
    vault, client = world.vault, world.client_id
    kim = vault.write(people.add, world.client, PersonLine("Kim"), TODAY)
    vault.write(ties.tie, world.noor, kim, "friend")
    vault.write(expectations.note, vault.write(expectations.add, kim, "a call"), TODAY, said=True)
    assert sum("Kim" in line.what for line in vault.read(steps.listing, client)) == 4
    vault.write(people.tell, kim, sensitive=True)
    said = [line.what for line in vault.read(steps.listing, client)]
    assert not any("Kim" in what for what in said)
    assert said.count(steps.VEILED) == 5
    vault.write(people.remove, kim)
    said = [line.what for line in vault.read(steps.listing, client)]
    assert not any("Kim" in what for what in said)


def test_nor_are_they_once_that_person_was_taken_out(world: World) -> None:
    vault, client = world.vault, world.client_id
    vault.write(people.place, world.sam, Ring.WIDER, TODAY)
    vault.write(people.stand, world.sam, TODAY, friction=7)
    vault.write(people.tell, world.sam, sensitive=True)
    vault.write(people.remove, world.sam)
    said = {line.what for line in vault.read(steps.listing, client)}
    assert not any("Sam" in what for what in said)
    assert "Noor added" in said
    vault.write(undo.undo, client)
    vault.write(people.tell, world.sam, sensitive=False)
    assert "Sam added" in {line.what for line in vault.read(steps.listing, client)}

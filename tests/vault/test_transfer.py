"""The record as plain data, out and in again: nothing is lost, nothing is overwritten."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.ipt.clock import Clock
from ipt_tui.ipt.people import Ring
from ipt_tui.ipt.uid import new_uid
from ipt_tui.records import FIELDS
from ipt_tui.vault import (
    clients,
    concerns,
    expectations,
    people,
    practices,
    search,
    settings,
    steps,
    talks,
    ties,
    timed,
    transfer,
    undo,
)
from ipt_tui.vault.errors import CannotUndo, NotValid
from ipt_tui.vault.key import random_key
from ipt_tui.vault.vault import Vault
from tests.conftest import NOW
from tests.vault.work import work
from tests.vault.world import EARLIER, TODAY, WRITES, World, content, value


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Vault]:
    """Another vault with nothing in it."""
    vault = Vault.create(tmp_path / "other.ipt", random_key(), Clock(NOW))
    yield vault
    vault.close()


def entries(world: World) -> int:
    """Return how many entries there are in the small record."""
    return sum(map(len, world.vault.read(transfer.dump).values()))


def test_out_and_into_an_empty_vault_it_is_the_same(world: World, empty: Vault) -> None:
    for name in ("people.add", "people.tell", "expectations.note", "clients.add"):
        WRITES[name](world)
    data = world.vault.read(transfer.dump)
    assert all(data.values()), "or some table is not tried"
    told = empty.write(transfer.load, data)
    assert told.total == sum(map(len, data.values()))
    assert (told.same, told.conflicts) == (0, ())
    assert empty.read(transfer.dump) == data
    assert empty.read(transfer.plan, data).total == 0


def test_it_holds_no_numbers_of_rows_and_every_field(world: World) -> None:
    data = world.vault.read(transfer.dump)
    assert list(data) == list(FIELDS)
    for name, rows in data.items():
        assert set(FIELDS[name].model_fields) < set(rows[0])
        assert not {key for key in rows[0] if key == "id" or key.endswith("_id")}
        assert [row["uid"] for row in rows] == sorted(row["uid"] for row in rows)
    assert data["standing"][0]["person"] == world.sam
    assert data["client"][0]["created_at"] == NOW.isoformat()


def test_one_client_goes_out_without_a_look_at_the_others(world: World) -> None:
    vault = world.vault
    other = vault.write(clients.add, "M3")

    def go_on(count: int) -> int:
        for number in range(count):
            line = PersonLine(f"Kim {count}.{number}", now=Ring.CLOSE)
            vault.write(people.add, other, line, TODAY)
        return work(vault, transfer.dump, world.client)

    assert go_on(1) == go_on(30)


def test_a_vault_is_empty_until_anything_is_in_it(empty: Vault) -> None:
    assert empty.read(transfer.is_empty)
    empty.write(ties.add_kind, "bandmate", "bandmate")
    assert not empty.read(transfer.is_empty)


def test_one_client_goes_out_alone(world: World) -> None:
    vault = world.vault
    other = vault.write(clients.add, "M3")
    kim = vault.write(people.add, other, PersonLine("Kim", "bandmate"), TODAY)
    vault.write(ties.add_kind, "bandmate", "bandmate")
    vault.write(expectations.add, kim, "a call")
    data = vault.read(transfer.dump, other)
    assert [row["code"] for row in data["client"]] == ["M3"]
    assert [row["name"] for row in data["person"]] == ["Kim"]
    assert [row["text"] for row in data["expectation"]] == ["a call"]
    assert [row["word"] for row in data["kind"]] == ["bandmate"], "and no word of another client"
    assert "Sam" not in str(data)


def test_a_second_time_there_is_nothing_new(world: World) -> None:
    data = world.vault.read(transfer.dump)
    before = world.vault.read(content)
    steps_before = value(world.vault, "SELECT max(id) FROM step")
    told = world.vault.write(transfer.load, data)
    assert (told.total, told.same, told.conflicts) == (0, sum(map(len, data.values())), ())
    assert world.vault.read(content) == before
    assert value(world.vault, "SELECT max(id) FROM step") == steps_before


def test_what_differs_is_left_as_it_is_and_told(world: World) -> None:
    data = world.vault.read(transfer.dump)
    world.vault.write(people.tell, world.sam, notes="newer here")
    world.vault.write(expectations.change, world.wish, text="newer here")
    world.vault.write(people.remove, world.noor)
    told = world.vault.read(transfer.plan, data)
    sam = [row["uid"] for row in data["person"]].index(world.sam) + 1
    assert set(told.conflicts) == {f"person {sam}", "expectation 1", "concern_person 1"}
    assert told.new == {"person": 1, "tie": 1}, "and nobody is named anew in a closed concern"
    assert world.vault.write(transfer.load, data) == told
    after = world.vault.read(transfer.dump)
    assert value(world.vault, "SELECT notes FROM person WHERE name = 'Sam'") == "newer here"
    assert after["tie"] == data["tie"]


def test_times_in_another_zone_are_the_same_times(world: World, empty: Vault) -> None:
    data = world.vault.read(transfer.dump)
    shifted = {
        name: [row | {"created_at": "2026-11-23T20:00:00+02:00"} for row in rows]
        for name, rows in data.items()
    }
    assert world.vault.read(transfer.plan, shifted).same == sum(map(len, data.values()))
    empty.write(transfer.load, shifted)
    assert empty.read(transfer.dump) == data


def test_what_two_made_apart_is_not_kept_twice(world: World) -> None:
    """A word, a day of one person or a tie that both have, under uids of their own."""
    data = world.vault.read(transfer.dump)
    theirs = {name: [dict(row) for row in rows] for name, rows in data.items()}
    theirs["kind"][0] |= {"uid": new_uid(), "word": "CHOIRMASTER", "reverse": "chorister"}
    theirs["standing"][0] |= {"uid": new_uid(), "why": "as they see it"}
    theirs["outcome"][0]["uid"] = new_uid()
    tie = theirs["tie"][0]
    tie |= {"uid": new_uid(), "person": tie["other"], "other": tie["person"], "kind": "child"}
    before = world.vault.read(content)
    told = world.vault.write(transfer.load, theirs)
    assert told.total == 0
    assert told.conflicts == ("kind 1", "standing 1", "tie 1")
    assert world.vault.read(content) == before


def test_what_points_at_nothing_comes_back_pointing_at_nothing(world: World, empty: Vault) -> None:
    vault = world.vault
    vault.write(timed.remove, "jotting", world.jotting)
    vault.write(expectations.note, world.wish, EARLIER, said=True)
    data = vault.read(transfer.dump)
    assert [row["jotting"] for row in data["talk"]] == [None]
    assert [row["talk"] for row in data["outcome"]] == [world.talk, None]
    for name in ("difficulty", "alternative"):
        assert [row["turn"] for row in data[name]] == [world.turn, None]
    empty.write(transfer.load, data)
    assert empty.read(transfer.dump) == data
    assert value(empty, "SELECT count(*) FROM difficulty WHERE turn_id IS NULL") == 1


def test_a_talk_that_both_made_of_one_event_is_one(world: World) -> None:
    """What theirs holds is added to ours, and the other differences are told, also twice."""
    data = world.vault.read(transfer.dump)
    theirs = {name: [dict(row) for row in rows] for name, rows in data.items()}
    made_apart = theirs["talk"][0] | {"uid": new_uid(), "about": "as they see it"}
    theirs["talk"] = [made_apart]
    ours = data["talk"][0]["uid"]
    for name, rows in theirs.items():
        theirs[name] = [
            {key: made_apart["uid"] if value == ours else value for key, value in row.items()}
            for row in rows
        ]
    said = data["turn"][0] | {"uid": new_uid(), "said": "and you might have asked"}
    theirs["turn"].append(said | {"talk": made_apart["uid"]})
    for new in ({"turn": 1}, {}):
        told = world.vault.write(transfer.load, theirs)
        assert (told.new, told.conflicts) == (new, ("talk 1",))
    after = world.vault.read(transfer.dump)
    assert after == data | {"turn": sorted([*data["turn"], said], key=lambda row: row["uid"])}


def test_an_import_is_one_step_of_its_client(world: World, empty: Vault) -> None:
    empty.write(clients.add, "M3")
    before = empty.read(content)
    empty.write(transfer.load, world.vault.read(transfer.dump))
    after = empty.read(content)
    number = value(empty, "SELECT id FROM client WHERE code = 'K7'")
    lines = empty.read(steps.listing, number)
    assert [line.what for line in lines] == [f"imported K7: {entries(world)} entries"]
    assert empty.write(undo.undo, number) == f"imported K7: {entries(world)} entries"
    assert empty.read(content) == before
    empty.write(undo.redo, number)
    assert empty.read(content) == after


def test_an_import_of_several_or_of_none_belongs_to_nobody(world: World, empty: Vault) -> None:
    world.vault.write(clients.add, "M3")
    before = empty.read(content)
    words = {"kind": world.vault.read(transfer.dump)["kind"]}
    empty.write(transfer.load, words)
    assert empty.read(steps.listing, None)[0].what == "imported a file: 1 entry"
    empty.write(transfer.load, world.vault.read(transfer.dump))
    anew = entries(world) - 1  # the word is there already
    assert empty.read(steps.listing, None)[0].what == f"imported 2 clients: {anew} entries"
    empty.write(undo.undo, None)
    empty.write(undo.undo, None)
    assert empty.read(content) == before


def test_into_ones_own_vault_comes_nothing_that_is_for_a_practitioner(
    world: World, empty: Vault, tmp_path: Path
) -> None:
    world.vault.write(
        concerns.raise_concern, world.client, "violence", "said", people=[world.sam],
        words="he blocked the quince door",
    )  # fmt: skip
    data = world.vault.read(transfer.dump)
    empty.keep(settings.put, settings.AUDIENCE, "me")
    assert empty.write(transfer.load, data).left_out
    assert empty.read(clients.listing)[0].role == "self"
    assert not empty.read(talks.talk, world.talk, TODAY).set_aside
    for word in ("quince", "umbrella"):
        assert empty.read(search.find, word, world.client).hits == ()
    empty.write(practices.agree, world.client, "ask Sam", TODAY, world.sam)
    assert not empty.read(transfer.plan, empty.read(transfer.dump)).left_out
    assert empty.read(transfer.plan, data).conflicts == ()
    # the other way round somebody's own record is a client's: about them a concern can be raised
    own = empty.read(transfer.dump)
    with closing(Vault.create(tmp_path / "practice.ipt", random_key(), Clock(NOW))) as practice:
        practice.keep(settings.put, settings.AUDIENCE, "clients")
        practice.write(transfer.load, own)
        assert practice.write(concerns.raise_concern, world.client, "self", "said")


def test_what_is_final_here_stays_as_it_is(world: World, empty: Vault) -> None:
    vault = world.vault
    empty.write(transfer.load, vault.read(transfer.dump))
    uid = vault.write(
        concerns.raise_concern, world.client, "violence", "said", people=[world.sam, world.noor]
    )
    earlier = vault.read(transfer.dump)
    vault.write(concerns.name, uid, TODAY, [world.sam])
    vault.write(concerns.conclude, uid, "safe with her mother")
    before = vault.read(content)
    told = vault.write(transfer.load, earlier)
    assert (told.new, len(told.conflicts)) == ({}, 2), "an older file names nobody in it anew"
    assert vault.read(content) == before
    # what is final and was added to a record that is here cannot be taken back either
    assert empty.write(transfer.load, vault.read(transfer.dump)).final
    number = value(empty, "SELECT id FROM client WHERE code = 'K7'")
    with pytest.raises(CannotUndo, match="final"):
        empty.write(undo.undo, number)
    assert value(empty, "SELECT outcome FROM concern WHERE uid = :uid", uid=uid)


def test_what_was_added_since_keeps_an_import(world: World, empty: Vault) -> None:
    empty.write(transfer.load, world.vault.read(transfer.dump))
    empty.write(people.place, world.noor, Ring.WIDER, TODAY)
    last = value(empty, "SELECT max(id) FROM step")
    with pytest.raises(CannotUndo, match="added to it since"):
        empty.write(undo.undo_step, last - 1)


@pytest.mark.parametrize("code", ["K7", "k7"])
def test_two_clients_of_one_code_are_not_mixed_up(world: World, empty: Vault, code: str) -> None:
    empty.write(clients.add, code)
    before = empty.read(content)
    with pytest.raises(NotValid, match="another client K7 here"):
        empty.write(transfer.load, world.vault.read(transfer.dump))
    assert empty.read(content) == before


def test_somebody_of_another_client_here_is_not_written_to(world: World) -> None:
    """The file says they are of one client; here they are of another."""
    other = world.vault.write(clients.add, "M3")
    data = world.vault.read(transfer.dump)
    theirs: transfer.Data = {"client": [row for row in data["client"] if row["uid"] == other]}
    theirs["person"] = [
        row | {"client": other} for row in data["person"] if row["uid"] == world.sam
    ]
    moved: dict[str, Any] = data["standing"][0] | {"client": other, "uid": new_uid()}
    theirs["standing"] = [moved | {"day": EARLIER.isoformat()}]
    with pytest.raises(NotValid, match="In standing, entry 1: it points at a person of another"):
        world.vault.read(transfer.plan, theirs)


def test_order_and_missing_tables_make_no_difference(world: World, empty: Vault) -> None:
    data = world.vault.read(transfer.dump)
    mixed = {name: rows[::-1] for name, rows in reversed(data.items())}
    del mixed["outcome"]
    empty.write(transfer.load, mixed)
    assert empty.read(transfer.dump) == data | {"outcome": []}

"""A faulty entry of a file is named in one sentence, and nothing is changed."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ipt_tui.ipt.uid import new_uid
from ipt_tui.records import FIELDS
from ipt_tui.vault import clients, transfer
from ipt_tui.vault.errors import NotValid
from tests.vault.world import World, content

Data = dict[str, Any]


def put(table: str, **values: Any) -> Callable[[Data], None]:
    """Return a change of the first entry of a table."""
    return lambda data: data[table][0].update(values)


def again(table: str, **values: Any) -> Callable[[Data], None]:
    """Return an addition: the first entry of a table once more, a little changed."""
    return lambda data: data[table].append(data[table][0] | {"uid": new_uid()} | values)


def drop(table: str, name: str) -> Callable[[Data], object]:
    return lambda data: data[table][0].pop(name)


def of_another_client(data: Data) -> None:
    other = data["client"][0] | {"uid": new_uid(), "code": "M3"}
    data["client"].append(other)
    data["standing"][0]["client"] = other["uid"]


def talk_of_another_client(data: Data) -> None:
    other = data["client"][0] | {"uid": new_uid(), "code": "M3"}
    data["client"].append(other)
    event = data["event"][0] | {"uid": new_uid(), "client": other["uid"]}
    talk = {"uid": new_uid(), "client": other["uid"], "event": event["uid"], "jotting": None}
    data["event"].append(event)
    data["talk"].append(data["talk"][0] | talk)
    data["outcome"][0]["talk"] = talk["uid"]


FAULTS: dict[str, tuple[Callable[[Data], object], str]] = {
    "a ring there is not": (put("standing", ring=7), r"In standing, entry 1: Ring is .* 0 to 4"),
    "a rating there is not": (put("standing", gives=11), r"In standing, entry 1: Gives .* 0 to 10"),
    "a word for a number": (put("standing", ring="abc"), "In standing, entry 1: Ring"),
    "digits for a number": (
        put("standing", ring="2"),
        "In standing, entry 1: “ring” has the wrong",
    ),
    "yes for a number": (put("person", trust=True), "In person, entry 1: “trust” has the wrong"),
    "a number without room": (
        put("turn", position=10**30),
        "In turn, entry 1: “position” is a number too large",
    ),
    "a broken number": (put("person", trust=4.0), "In person, entry 1: “trust” has the wrong"),
    "a number for yes": (put("person", sensitive=1), "In person, entry 1: “sensitive” has the"),
    "a number for a text": (put("person", notes=5), "In person, entry 1: Notes does not fit"),
    "nothing for a text": (put("person", notes=None), "In person, entry 1: Notes does not fit"),
    "a list": (put("person", notes=["a"]), "In person, entry 1: Notes does not fit"),
    "no name": (put("person", name=""), "In person, entry 1: The name is empty"),
    "a name of spaces": (put("person", name="  "), "In person, entry 1: The name is empty"),
    "a name too long": (put("person", name="x" * 121), "In person, entry 1: The name can be 120"),
    "a steered terminal": (put("person", notes="\x1b[2J"), "In person, entry 1: “notes” has"),
    "a turned line": (put("person", name="\u202eSam"), "In person, entry 1: “name” has"),
    "half a letter": (put("person", notes="\ud800"), "In person, entry 1: “notes” has"),
    "a missing field": (drop("person", "name"), "In person, entry 1: “name” is missing"),
    "a missing time": (drop("tie", "updated_at"), "In tie, entry 1: “updated_at” is missing"),
    "an unknown field": (put("person", shoe=43), "In person, entry 1: “shoe” is not known here"),
    "an unknown table": (lambda data: data.update(shoes=[]), "“shoes”, which is not known here"),
    "a hostile table": (lambda data: data.update({"\x1b[2J" * 99: []}), "which is not known here"),
    "a hostile field": (put("person", **{"\x1b]0;x": 1}), "In person, entry 1: “.*” is not known"),
    "a dangling reference": (put("standing", person=new_uid()), "points at a person that is not"),
    "a reference to nothing": (put("standing", person=None), "points at a person that is not"),
    "a reference of a kind": (put("standing", person=["a"]), "points at a person that is not"),
    "nothing where something must be": (put("talk", event=None), "points at an event that is not"),
    "a turn there is not": (put("difficulty", turn=new_uid()), "points at a turn that is not"),
    "a turn of nothing": (put("difficulty", turn=""), "points at a turn that is not"),
    "a turn of a kind": (put("alternative", turn=[1]), "points at a turn that is not"),
    "a missing reference": (drop("outcome", "talk"), "In outcome, entry 1: “talk” is missing"),
    "another client's talk": (
        talk_of_another_client,
        "In outcome, entry 1: .* talk of another client",
    ),
    "two talks of one event": (again("talk"), "In talk, entry 2: it stands in the file twice"),
    "a client who is missing": (
        lambda data: data.update(client=[]),
        "In person, entry 1: it points",
    ),
    "another client's": (of_another_client, "In standing, entry 1: .* person of another client"),
    "a tie with oneself": (
        lambda data: data["tie"][0].update(other=data["tie"][0]["person"]),
        "In tie, entry 1: it points at the same one twice",
    ),
    "a naive time": (put("client", created_at="2026-11-23T18:00:00"), "entry 1: .* no time zone"),
    "no time": (
        put("client", created_at="yesterday"),
        "In client, entry 1: a time in it is not one",
    ),
    "a number for a time": (put("client", updated_at=5), "In client, entry 1: a time in it is not"),
    "a time before time": (
        put("client", created_at="0001-01-01T00:00:00+14:00"),
        "In client, entry 1: a time in it is not one",
    ),
    "a day there is not": (put("standing", day="2026-02-31"), "In standing, entry 1: The date"),
    "a day in weeks": (put("outcome", day="2026-W48-1"), "In outcome, entry 1: The date"),
    "a date nobody can read": (put("person", died="lately"), "In person, entry 1: Died does not"),
    "an odd day of adding": (put("person", added="soon"), "In person, entry 1: The date does not"),
    "a uid twice": (
        lambda data: data["tie"].append(data["tie"][0]),
        "In tie, entry 2: it stands in",
    ),
    "a day twice": (again("standing"), r"In standing, entry \d: it stands in the file twice"),
    "a word twice": (again("kind", word="Choirmaster"), "In kind, entry 2: it stands in the file"),
    "a uid of signs": (put("kind", uid="\x1b[2J"), "In kind, entry 1: its uid is not one"),
    "a uid of lists": (put("kind", uid=[1]), "In kind, entry 1: its uid is not one"),
    "an endless uid": (put("kind", uid="a" * 37), "In kind, entry 1: its uid is not one"),
    "no entry": (lambda data: data["kind"].append("x"), "In kind, entry 2: it is not an entry"),
    "no list": (lambda data: data.update(kind=5), "a list of entries is something else"),
    "two of one code": (again("client", code="k7"), "another client k7 here"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_entry_is_named_and_nothing_is_changed(world: World, fault: str) -> None:
    data = world.vault.read(transfer.dump)
    make, sentence = FAULTS[fault]
    make(data)
    data["client"] += [row | {"uid": new_uid(), "code": "new"} for row in data["client"][:1]]
    before = world.vault.read(content)
    for ask in (world.vault.read, world.vault.write):
        with pytest.raises(NotValid, match=sentence) as caught:
            ask(transfer.plan if ask == world.vault.read else transfer.load, data)
        told = str(caught.value)
        assert told.isprintable()
        assert told.endswith(".")
        assert len(told) < 200
    assert world.vault.read(content) == before


values = st.none() | st.booleans() | st.integers() | st.text() | st.floats() | st.lists(st.none())


@given(st.sampled_from(sorted(FIELDS)), st.data())
@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_whatever_stands_in_a_file_it_is_kept_exactly_or_refused(
    world: World, table: str, chosen: st.DataObject
) -> None:
    data = world.vault.read(transfer.dump)
    row = dict(data[table][0])
    name = chosen.draw(st.sampled_from(sorted(row)))
    row[name] = chosen.draw(values)
    if name != "uid":
        row["uid"] = new_uid()
    theirs: Data = {**data, table: [*data[table][1:], row]}

    def tried(session: Any) -> None:
        try:
            told = transfer.load(session, theirs)
        except NotValid:
            raise ZeroDivisionError from None
        kept = {kept["uid"]: kept for kept in transfer.dump(session)[table]}
        if told.new.get(table):
            assert kept[row["uid"]] == row or name in ("created_at", "updated_at")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        world.vault.write(tried)


def test_a_vault_that_was_told_no_goes_on(world: World) -> None:
    with pytest.raises(NotValid):
        world.vault.write(transfer.load, {"shoes": []})
    world.vault.write(clients.add, "M3")

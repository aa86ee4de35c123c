"""Clients are known by their codes."""

from typing import Any

import pytest

from ipt_tui.ipt.add_line import PersonLine
from ipt_tui.vault import clients, people, steps
from ipt_tui.vault.errors import NotValid
from ipt_tui.vault.vault import Vault
from tests.vault.world import TODAY, World, client_of, last_step, value


def what(vault: Vault) -> str:
    return str(value(vault, "SELECT what FROM step WHERE id = :id", id=last_step(vault)[0]))


def test_the_list_has_the_active_first_and_counts_their_people(vault: Vault) -> None:
    for code, status in (("b", "active"), ("C", "ended"), ("A", "paused"), ("ä", "active")):
        vault.write(clients.change, vault.write(clients.add, code), status=status)
    uid = vault.read(client_of, "b")
    vault.write(people.add, uid, PersonLine("Sam"), TODAY)
    lines = vault.read(clients.listing)
    assert [(line.code, line.status, line.people) for line in lines] == [
        ("b", "active", 1),
        ("ä", "active", 0),
        ("A", "paused", 0),
        ("C", "ended", 0),
    ]
    assert lines[0].uid == uid


@pytest.mark.parametrize("code", ["K7", "Ä1", "ж3", "ﬁ", "k 7", "[/]", "a" * 40])
def test_a_code_is_given_once_however_it_is_written(vault: Vault, code: str) -> None:
    vault.write(clients.add, f" {code}\t")
    for typed in (code, code.upper(), code.lower(), f" {code} "):
        with pytest.raises(NotValid, match="already"):
            vault.write(clients.add, typed)
    assert [line.code for line in vault.read(clients.listing)] == [code]


@pytest.mark.parametrize("code", ["", "   ", "\x1b", "\u200b", "\u202e", "a" * 41])
def test_what_is_no_code_is_refused(world: World, code: str) -> None:
    with pytest.raises(NotValid, match="The client's code"):
        world.vault.write(clients.add, code)
    with pytest.raises(NotValid, match="The client's code"):
        world.vault.write(clients.change, world.client, code=code)


def test_a_client_is_paused_ended_and_taken_up_again(world: World) -> None:
    vault, client = world.vault, world.client
    for status, said in (("paused", "paused"), ("ended", "ended"), ("active", "taken up again")):
        vault.write(clients.change, client, status=status)
        assert what(vault) == f"client K7 {said}"
    with pytest.raises(NotValid, match="active, paused or ended"):
        vault.write(clients.change, client, status="lost")
    with pytest.raises(NotValid, match="active, paused or ended"):
        vault.write(clients.add, "M3", status="lost")


def test_a_status_that_stays_is_not_said_again(world: World) -> None:
    world.vault.write(clients.change, world.client, status="active", onset="2026-06~", about="two")
    assert what(world.vault) == "client K7 changed: onset, about"


def test_a_code_can_be_changed_but_not_to_somebody_elses(world: World) -> None:
    vault = world.vault
    vault.write(clients.add, "M3")
    vault.write(clients.change, world.client, code="k7")
    vault.write(clients.change, world.client, code=" M4 ")
    assert what(vault) == "client k7 changed: code"
    for taken in ("M3", "m3", "M\x1b3", " m3"):
        with pytest.raises(NotValid, match="already"):
            vault.write(clients.change, world.client, code=taken)
    assert vault.read(client_of, "M4") == world.client


def test_an_onset_nobody_can_read_is_refused(world: World) -> None:
    with pytest.raises(NotValid, match="Onset does not fit"):
        world.vault.write(clients.change, world.client, onset="lately")
    with pytest.raises(KeyError):
        world.vault.write(clients.change, world.client, shoe="43")


def test_the_fields_come_back_as_they_were_put(world: World) -> None:
    put: dict[str, Any] = {
        "about": "two\n\tmoves",
        "region": "DE",
        "languages": "de, en",
        "onset_words": "June",
    }
    world.vault.write(clients.change, world.client, **put)
    fields, _ = world.vault.read(clients.fields_of, world.client)
    assert {name: getattr(fields, name) for name in put} == put
    assert world.vault.read(steps.listing, world.client_id)[0].what.endswith("onset words")

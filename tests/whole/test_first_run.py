"""A first run typed ahead: what is typed reaches the field it was meant for, on every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ipt_tui.vault import connection, transfer, unlock
from tests.whole.record import PASSPHRASE
from tests.whole.terminal import Terminal

if TYPE_CHECKING:
    from pathlib import Path

    from ipt_tui.vault.entries import Data

WRITTEN_DOWN = "\x04"
CLIENT = {
    "code": "K7",
    "onset_words": "around June",
    "region": "UK",
    "languages": "English, some Portuguese",
    "about": "34, nurse, 2 jobs",
}
PEOPLE = ("Sam partner 1 2 1", "Mum mother 2 1 2", "Jo colleague 3 - 2 eats lunch with her")
RINGS = {"Sam": {1, 2}, "Mum": {1, 2}, "Jo": {3, 0, 2}}
SET_UP = f"{PASSPHRASE}\r{PASSPHRASE}\r{WRITTEN_DOWN}"


def ahead(home: Path, text: str, last: str, *, anew: bool = False) -> None:
    """Type all of it as soon as the first screen is there; quit when the last of it is seen."""
    with Terminal(home=home, anew=anew) as terminal:
        terminal.wait("Who is it for")
        terminal.type(text)
        terminal.wait(last)
        terminal.press("esc")
        terminal.control("q")
        assert terminal.ended() == 0


def kept(home: Path) -> tuple[Data, list[str]]:
    """Return what was kept under the passphrase typed, and the texts that wait as drafts."""
    vault = unlock.unlock(home / "record.ipt", PASSPHRASE)
    data = vault.read(transfer.dump)
    key = vault.key
    vault.close()
    raw = connection.connect(home / "record.ipt", key)
    drafts = [text for (text,) in raw.execute("SELECT text FROM draft") if text]
    raw.close()
    return data, drafts


def rings(data: Data) -> dict[str, set[int]]:
    """Return the rings each person stands in, in whichever view."""
    names = {row["uid"]: row["name"] for row in data["person"]}
    found: dict[str, set[int]] = {name: set() for name in names.values()}
    for row in data["standing"]:
        found[names[row["person"]]].add(row["ring"])
    return found


def test_a_practitioner_types_ahead_to_the_third_person(tmp_path: Path) -> None:
    *first, about = CLIENT.values()
    client = "".join(f"{answer}\r" for answer in (*first, "", about))
    people = "".join(f"{line}\r" for line in PEOPLE)
    course = "".join(f"{answer}\r" for answer in ("3", "2", "", "", "room 2", "", "", ""))
    ahead(tmp_path, f"1{SET_UP}{client}{course}2n{people}", "Jo is here", anew=True)
    data, drafts = kept(tmp_path)
    (begun,), (planned,) = data["course"], data["session"]
    assert (begun["planned"], begun["numbered_from"]) == (12, 2)
    assert (planned["number"], planned["place"]) == (2, "room 2")
    (row,) = data["client"]
    assert {name: row[name] for name in CLIENT} == CLIENT
    assert [person["name"] for person in data["person"]] == ["Sam", "Mum", "Jo"]
    assert rings(data) == RINGS
    assert drafts == []


def test_somebody_alone_types_ahead_to_the_third_person(tmp_path: Path) -> None:
    people = "".join(f"{line}\r" for line in PEOPLE)
    about = "".join(f"{answer}\r" for answer in ("", "UK", "", "", ""))
    ahead(tmp_path, f"2\r{SET_UP}{about}2n{people}", "Jo is here")
    data, drafts = kept(tmp_path)
    assert [(row["role"], row["region"]) for row in data["client"]] == [("self", "UK")]
    assert [person["name"] for person in data["person"]] == ["Sam", "Mum", "Jo"]
    assert rings(data) == RINGS
    assert drafts == []


def test_a_passphrase_mistyped_ahead_makes_no_vault(tmp_path: Path) -> None:
    with Terminal(home=tmp_path) as terminal:
        terminal.wait("Who is it for")
        terminal.type(f"1{PASSPHRASE}\r{PASSPHRASE} and\r")
        terminal.wait("not the same")
        assert not (tmp_path / "record.ipt").exists()
        terminal.type(f"{PASSPHRASE}\r")
        terminal.wait("Recovery sheet")
        terminal.control("q")
        assert terminal.ended() == 0
    assert kept(tmp_path)[0]["client"] == []

"""Before any passphrase it is said what stands at a path, and it is left as it is."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from ipt_tui.vault import place, unlock
from ipt_tui.vault.errors import AlreadyThere, NewerFile, NoPermission, NotAVault, NoVault
from ipt_tui.vault.key import random_key
from ipt_tui.vault.place import Found
from ipt_tui.vault.vault import Vault
from tests.vault.nobody import give_away, without_rights


def sqlite_file(path: Path) -> None:
    plain = sqlite3.connect(path)
    plain.execute("CREATE TABLE diary(line)")
    plain.close()


STRANGE: dict[str, tuple[Callable[[Path], object], str]] = {
    "a folder": (Path.mkdir, "That path is a folder, not a vault."),
    "empty": (Path.touch, "That file is empty"),
    "another program's": (sqlite_file, "unencrypted SQLite file"),
    "a text": (lambda path: path.write_text("Dear diary, it is me"), "not an ipt-tui vault"),
    "random": (lambda path: path.write_bytes(b"\x8f" * 5000), "not an ipt-tui vault"),
    "too short": (lambda path: path.write_bytes(b"IPT\x01"), "not an ipt-tui vault"),
    "of no profile": (lambda path: path.write_bytes(b"IPT\0" + bytes(9999)), "not an ipt-tui"),
    "a pipe": (os.mkfifo, "not an ipt-tui vault"),
}


@pytest.mark.parametrize("name", STRANGE)
def test_what_is_no_vault_is_named_and_left_alone(tmp_path: Path, name: str) -> None:
    make, sentence = STRANGE[name]
    path = tmp_path / "record.ipt"
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    for opened in (
        lambda: place.look(path),
        lambda: unlock.unlock(path, "a passphrase"),
        lambda: Vault.open(path, random_key()),
    ):
        with pytest.raises(NotAVault, match=sentence):
            opened()
    assert [found.name for found in tmp_path.iterdir()] == ["record.ipt"]
    assert (path.read_bytes() if path.is_file() else b"") == before


def test_a_key_made_in_a_way_of_the_future_asks_for_an_update(tmp_path: Path) -> None:
    path = tmp_path / "record.ipt"
    path.write_bytes(b"IPT\x02" + bytes(9999))
    with pytest.raises(NewerFile, match="Please update to open it"):
        unlock.unlock(path, "a passphrase")


def test_nothing_is_told_from_a_vault(vault: Vault) -> None:
    assert place.look(vault.path) is Found.VAULT
    assert place.look(vault.path.with_name("other.ipt")) is Found.NOTHING


def test_a_path_through_a_file_is_no_place_for_a_vault(tmp_path: Path) -> None:
    (tmp_path / "letter").write_text("Dear")
    with pytest.raises(NoPermission):
        place.look(tmp_path / "letter" / "record.ipt")
    with pytest.raises(NoPermission, match="cannot be made in"):
        Vault.create(tmp_path / "letter" / "record.ipt", random_key())


def test_a_file_of_somebody_else_is_not_opened(vault: Vault) -> None:
    vault.close()
    vault.path.chmod(0)
    with without_rights(vault.path), pytest.raises(NoPermission, match="no permission"):
        unlock.unlock(vault.path, "a passphrase")


def test_a_folder_of_somebody_else_is_not_entered(vault: Vault) -> None:
    vault.close()
    vault.path.parent.chmod(0)
    try:
        with without_rights(vault.path.parent), pytest.raises(NoPermission):
            place.look(vault.path)
    finally:
        vault.path.parent.chmod(0o700)


def test_no_vault_is_made_where_nothing_may_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "theirs"
    folder.mkdir(mode=0o555)
    give_away(folder)
    with without_rights(folder):
        with pytest.raises(NoPermission, match="cannot be made in"):
            Vault.create(folder / "record.ipt", random_key())
        with pytest.raises(NoPermission, match="cannot be made in"):
            Vault.create(folder / "deep" / "record.ipt", random_key())
    assert list(folder.iterdir()) == []


def test_a_name_taken_or_refused_at_the_last_moment_is_told(tmp_path: Path) -> None:
    part = tmp_path / "part"
    part.write_bytes(b"whole")
    with pytest.raises(NoPermission):
        place.give_name(part, tmp_path / "nowhere" / "record.ipt")
    with pytest.raises(NoVault):
        place.salt_of(tmp_path / "record.ipt")
    with pytest.raises(AlreadyThere):
        place.make_room(part)
    assert part.read_bytes() == b"whole"

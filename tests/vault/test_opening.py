"""Making a vault and opening it again, by passphrase or by the recovery sheet."""

from pathlib import Path

import pytest

from ipt_tui.ipt.clock import Clock
from ipt_tui.vault import clients, place, recovery, unlock
from ipt_tui.vault import key as key_module
from ipt_tui.vault import vault as vault_module
from ipt_tui.vault.errors import AlreadyThere, NoVault, VaultError, WrongPassphrase
from ipt_tui.vault.key import Key, derive, is_ours, new_salt, random_key
from ipt_tui.vault.schema import Schema
from ipt_tui.vault.vault import Vault
from tests.vault.conftest import COSTS

PASSPHRASE = "garden kettle Ålesund bicycle"


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault with a client in it."""
    path = tmp_path_factory.mktemp("opening") / "deep" / "record.ipt"
    vault = unlock.create(path, PASSPHRASE)
    vault.write(clients.add, "K7")
    vault.close()
    return path


def test_the_passphrase_opens_it(locked: Path, clock: Clock) -> None:
    vault = unlock.unlock(locked, PASSPHRASE, clock)
    assert [line.code for line in vault.read(clients.listing)] == ["K7"]
    assert not vault.read_only
    assert not vault.is_newer
    vault.close()


def test_the_passphrase_opens_it_however_its_letters_are_composed(locked: Path) -> None:
    unlock.unlock(locked, PASSPHRASE.replace("Å", "A\u030a")).close()


@pytest.mark.parametrize("typed", ["wrong", "", PASSPHRASE + " ", PASSPHRASE.upper(), "\ud800"])
def test_another_does_not(locked: Path, typed: str, capfd: pytest.CaptureFixture[str]) -> None:
    before = locked.read_bytes()
    with pytest.raises(WrongPassphrase) as caught:
        unlock.unlock(locked, typed)
    assert str(caught.value) == WrongPassphrase.sentence
    assert locked.read_bytes() == before
    assert capfd.readouterr() == ("", ""), "or it would be written over the screen"


def test_the_letters_of_the_recovery_sheet_open_it(locked: Path) -> None:
    vault = unlock.unlock(locked, PASSPHRASE)
    letters = recovery.encode(vault.key.raw)
    vault.close()
    again = unlock.unlock(locked, letters.lower().replace(" ", "-"))
    assert again.key == vault.key
    again.close()


def test_a_mistake_in_the_letters_is_pointed_at(locked: Path) -> None:
    letters = recovery.encode(bytes(range(32)))
    with pytest.raises(WrongPassphrase, match="near group 1"):
        unlock.unlock(locked, ("1" if letters[0] == "0" else "0") + letters[1:])


def test_the_letters_of_another_sheet_are_told_from_a_mistake(locked: Path) -> None:
    with pytest.raises(WrongPassphrase, match="sheet of another file"):
        unlock.unlock(locked, recovery.encode(bytes(range(32))))


def test_a_passphrase_that_looks_like_letters_of_a_sheet_opens_its_vault(tmp_path: Path) -> None:
    """As one from a password manager may."""
    typed = "4kQ8zV1mX7" * 5 + "abc123"
    assert recovery.looks_like(typed)
    path = tmp_path / "record.ipt"
    unlock.create(path, typed).close()
    unlock.unlock(path, typed).close()


def test_nothing_is_made_over_something(tmp_path: Path) -> None:
    path = tmp_path / "record.ipt"
    for stands in (b"", b"a letter", b"IPT\x01" + bytes(12)):
        path.write_bytes(stands)
        with pytest.raises(AlreadyThere):
            Vault.create(path, random_key())
        assert path.read_bytes() == stands
    path.unlink()
    path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(AlreadyThere):
        Vault.create(path, random_key())
    assert not (tmp_path / "nowhere").exists()


def test_two_who_make_a_vault_at_once_do_not_overwrite_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "record.ipt"
    build = vault_module._build

    def build_and_lose(part: Path, key: Key, of: Schema) -> None:
        build(part, key, of)
        path.write_bytes(b"theirs")

    monkeypatch.setattr(vault_module, "_build", build_and_lose)
    with pytest.raises(AlreadyThere):
        Vault.create(path, random_key())
    assert [found.name for found in tmp_path.iterdir()] == ["record.ipt"]
    assert path.read_bytes() == b"theirs"


def test_a_disk_that_knows_no_links_will_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(self: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    path = tmp_path / "record.ipt"
    Vault.create(path, random_key()).close()
    assert [found.name for found in tmp_path.iterdir()] == ["record.ipt"]
    with pytest.raises(AlreadyThere):
        place.give_name(tmp_path / "part", path)


@pytest.mark.parametrize("where", ["_build", "schema.statements", "place.give_name"])
def test_a_making_that_fails_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def fail(*_: object) -> None:
        raise VaultError("no")

    monkeypatch.setattr(f"ipt_tui.vault.vault.{where}", fail)
    with pytest.raises(VaultError, match="no"):
        Vault.create(tmp_path / "record.ipt", random_key())
    assert list(tmp_path.iterdir()) == []


def test_where_there_is_nothing_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(NoVault, match="There is no vault at"):
        unlock.unlock(tmp_path / "record.ipt", PASSPHRASE)
    with pytest.raises(NoVault):
        Vault.open(tmp_path / "record.ipt", random_key())
    assert list(tmp_path.iterdir()) == []


def test_a_closed_vault_is_one_whole_file(vault: Vault) -> None:
    vault.write(clients.add, "K7")
    vault.close()
    assert [found.name for found in vault.path.parent.iterdir()] == ["record.ipt"]
    with pytest.raises(VaultError):
        vault.read(clients.listing)
    with pytest.raises(VaultError):
        vault.write(clients.add, "M3")


def test_the_file_names_its_format_and_nothing_else(locked: Path) -> None:
    header = locked.read_bytes()[:16]
    assert is_ours(header)
    assert header == place.salt_of(locked)
    assert new_salt() != new_salt()


def test_the_key_of_a_passphrase_never_changes_between_versions(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The costs are those OWASP accepts for scrypt: 2^17, 8 and 1."""
    monkeypatch.setitem(key_module._SCRYPT, 1, COSTS)
    made = derive(b"garden kettle", b"IPT\x01twelve bytes")
    assert made.raw.hex() == "d3d785cef00a6ff0715c6413fdc74289083a3edd02271babe2dadd067b45e614"


def test_a_vault_is_where_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IPT_TUI_HOME", str(tmp_path))
    assert place.default_path() == tmp_path / "record.ipt"
    monkeypatch.delenv("IPT_TUI_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert place.default_path().name == "record.ipt"
    assert "ipt-tui" in place.default_path().parts

"""A damaged file is told from a wrong passphrase, and the way out of it is named."""

import random
from contextlib import suppress
from pathlib import Path

import pytest

from ipt_tui.vault import backup, clients, recovery, transfer, unlock
from ipt_tui.vault.errors import Damaged, VaultError, WrongPassphrase
from ipt_tui.vault.vault import Vault
from tests.attack.size import FULL
from tests.conftest import NOW

PASSPHRASE = "garden kettle Alesund bicycle"
PAGE = 4096


@pytest.fixture
def locked(tmp_path: Path) -> Vault:
    """A closed vault with something on many pages."""
    vault = unlock.create(tmp_path / "record.ipt", PASSPHRASE)
    for number in range(12):
        about = random.Random(number).randbytes(1500).hex()
        vault.write(clients.add, f"K{number}", about=about)
    vault.close()
    return vault


def hurt(path: Path, at: int, length: int = 64) -> None:
    """Overwrite some bytes of a file."""
    whole = bytearray(path.read_bytes())
    whole[at : at + length] = b"\0" * length
    path.write_bytes(whole)


def test_with_a_backup_the_damage_is_named_and_so_is_the_backup(locked: Vault) -> None:
    made = backup.make(locked.path, locked.key, NOW)
    hurt(locked.path, 100)
    hurt_bytes = locked.path.read_bytes()
    with pytest.raises(Damaged) as caught:
        unlock.unlock(locked.path, PASSPHRASE)
    assert "23 Nov 2026, 18:00" in str(caught.value)
    assert str(made.path) in str(caught.value)
    with pytest.raises(Damaged):
        unlock.unlock(locked.path, recovery.encode(locked.key.raw))
    assert locked.path.read_bytes() == hurt_bytes


def test_a_wrong_passphrase_is_still_a_wrong_passphrase(locked: Vault) -> None:
    backup.make(locked.path, locked.key, NOW)
    with pytest.raises(WrongPassphrase):
        unlock.unlock(locked.path, "another one")
    hurt(locked.path, 100)
    with pytest.raises(WrongPassphrase):
        unlock.unlock(locked.path, "another one")


def test_without_a_backup_nobody_can_tell_them_apart(locked: Vault) -> None:
    hurt(locked.path, 100)
    with pytest.raises(WrongPassphrase):
        unlock.unlock(locked.path, PASSPHRASE)


def test_a_damaged_backup_does_not_count(locked: Vault) -> None:
    older = backup.make(locked.path, locked.key, NOW.replace(day=21))
    newer = backup.make(locked.path, locked.key, NOW)
    hurt(newer.path, 3 * PAGE + 100)
    hurt(locked.path, 100)
    assert backup.newest_whole(locked.path, locked.key) == older
    hurt(older.path, 100)
    assert backup.newest_whole(locked.path, locked.key) is None
    with pytest.raises(WrongPassphrase):
        unlock.unlock(locked.path, PASSPHRASE)


def ways_to_hurt(path: Path) -> list[bytes]:
    """Return the file cut short, and with its pages but the first hurt in turn: all, or some."""
    whole = path.read_bytes()
    cut = [whole[:length] for length in (PAGE + 10, len(whole) // 2, len(whole) - 10)]
    starts = range(PAGE + 100, len(whole), PAGE * (1 if FULL else 5))
    return cut + [whole[:at] + b"\0" * 64 + whole[at + 64 :] for at in starts]


def test_what_is_not_whole_is_never_read_as_if_it_were(locked: Vault) -> None:
    """Wherever it is hurt: what can be read is true, and what cannot be says so."""
    before = Vault.open(locked.path, locked.key)
    whole = before.read(transfer.dump)
    before.close()
    read, ways = [], ways_to_hurt(locked.path)
    for hurt_bytes in ways:
        locked.path.write_bytes(hurt_bytes)
        with suppress(Damaged):
            vault = unlock.unlock(locked.path, PASSPHRASE)
            try:
                read.append(vault.read(transfer.dump))
            finally:
                vault.close()
        with pytest.raises(VaultError):
            backup.verify(locked.path, locked.key)
    assert all(found == whole for found in read)
    assert 0 < len(read) < len(ways)


def test_a_damaged_file_is_not_backed_up_over_whole_ones(locked: Vault) -> None:
    hurt(locked.path, 3 * PAGE + 100)
    with pytest.raises(VaultError):
        backup.make(locked.path, locked.key, NOW)
    assert list(backup.folder(locked.path).iterdir()) == []

"""A disk that is full says so, loses nothing, and takes everything again once there is room."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from resource import RLIM_INFINITY, RLIMIT_FSIZE, getrlimit, setrlimit
from signal import SIG_IGN, SIGXFSZ, signal

import pytest

from ipt_tui.ipt.clock import Clock
from ipt_tui.vault import backup, clients, drafts
from ipt_tui.vault.errors import DiskFull, VaultError
from ipt_tui.vault.key import random_key
from ipt_tui.vault.vault import Vault
from tests.conftest import NOW
from tests.vault.world import content, history

LONG = "x" * 90_000


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of three megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(folder)]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=20)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only an administrator can make a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True, timeout=20)


def fill_up(vault: Vault) -> int:
    """Write until the disk is full; return how much was written."""
    for number in range(200):
        before, log = vault.read(content), vault.read(history)
        try:
            vault.write(clients.add, f"K{number}", about=LONG)
        except DiskFull:
            assert vault.read(content) == before
            assert vault.read(history) == log
            return number
    raise AssertionError("the disk never filled up")


def test_a_full_disk_loses_nothing(small_disk: Path) -> None:
    vault = Vault.create(small_disk / "record.ipt", random_key(), Clock(NOW))
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(400_000))
    written = fill_up(vault)
    assert len(vault.read(clients.listing)) == written > 0
    with pytest.raises(DiskFull, match="Free some space and save again"):
        vault.keep(drafts.save, "person:1:notes", LONG * 20)
    with pytest.raises(VaultError):
        backup.make(vault.path, vault.key, NOW)
    assert list(backup.folder(vault.path).iterdir()) == []
    ballast.unlink()
    vault.write(clients.add, "after", about="there is room again")
    vault.close()
    again = Vault.open(vault.path, vault.key)
    assert len(again.read(clients.listing)) == written + 1
    again.close()
    backup.verify(vault.path, vault.key)


def test_no_vault_is_left_half_made_on_a_full_disk(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(bytes(2_900_000))
    with pytest.raises(VaultError):
        Vault.create(small_disk / "record.ipt", random_key())
    assert [path.name for path in small_disk.iterdir()] == ["ballast"]


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    hard = getrlimit(RLIMIT_FSIZE)[1]
    former = signal(SIGXFSZ, SIG_IGN)
    setrlimit(RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        setrlimit(RLIMIT_FSIZE, (RLIM_INFINITY if hard == RLIM_INFINITY else hard, hard))
        signal(SIGXFSZ, former)


def test_a_quota_that_is_used_up_is_a_full_disk(vault: Vault) -> None:
    vault.write(clients.add, "K7")
    size = max(path.stat().st_size for path in vault.path.parent.iterdir())
    with no_file_larger_than(size + 200_000):
        written = fill_up(vault)
    vault.write(clients.add, "after", about=LONG)
    assert len(vault.read(clients.listing)) == written + 2
    vault.close()
    backup.verify(vault.path, vault.key)

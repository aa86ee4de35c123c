"""The vault for the screen: in order, on one thread, and no write is lost by leaving."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ipt_tui.ipt.clock import Clock
from ipt_tui.vault import backup, clients, drafts, undo
from ipt_tui.vault.errors import AlreadyThere, CannotUndo, NotValid, VaultError, WrongPassphrase
from ipt_tui.vault.key import random_key
from ipt_tui.vault.thread import VaultThread
from ipt_tui.vault.vault import Vault
from tests.conftest import NOW
from tests.vault.threads import codes, codes_of, is_open
from tests.vault.world import client_of


def test_nothing_of_the_database_is_imported_before_it_is_needed() -> None:
    program = """
import sys, ipt_tui.vault.thread, ipt_tui.vault.errors, ipt_tui.vault.place
heavy = {"sqlmodel", "sqlalchemy", "pydantic", "sqlcipher3", "platformdirs"}
from ipt_tui.ipt.clock import Clock
thread = ipt_tui.vault.thread.VaultThread(Clock())
print(sorted(heavy & {name.partition(".")[0] for name in sys.modules}))
thread.close_now()
"""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


async def test_what_is_needed_later_is_imported_on_its_thread(thread: VaultThread) -> None:
    thread.warm("ipt_tui.vault.cards", "no.such.module")
    assert not is_open(thread)


async def test_nothing_is_prepared_any_more_while_one_leaves(clock: Clock) -> None:
    thread = VaultThread(clock)
    await thread.close()
    thread.warm("ipt_tui.vault.cards")
    thread = VaultThread(clock)
    thread.close_now()
    thread.warm("ipt_tui.vault.cards")


async def test_a_vault_is_made_and_opened(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "new.ipt"
    one, two = VaultThread(clock), VaultThread(clock)
    assert not is_open(one)
    await one.create(path, "garden kettle bicycle")
    assert is_open(one)
    assert one.vault.path == path
    await one.write(clients.add, "K7")
    await one.close()
    assert not is_open(one)
    with pytest.raises(WrongPassphrase):
        await two.unlock(path, "another")
    assert not is_open(two)
    await two.unlock(path, "garden kettle bicycle")
    assert await two.read(codes_of) == ["K7"]
    with pytest.raises(AlreadyThere):
        await two.create(path, "again")
    assert is_open(two)
    await two.close()
    await two.close()


async def test_a_throw_away_vault_comes_filled(tmp_path: Path, thread: VaultThread) -> None:
    await thread.create_throwaway(tmp_path / "demo.ipt", _fill)
    assert await thread.read(codes_of) == ["K7"]
    client = await thread.read(client_of, "K7")
    with pytest.raises(CannotUndo, match="since you unlocked"):
        await thread.write(undo.undo_for, client)


def _fill(vault: Vault) -> None:
    vault.write(clients.add, "K7")


async def test_and_if_it_cannot_be_filled_nothing_is_open(
    tmp_path: Path, thread: VaultThread
) -> None:
    def fail(vault: Vault) -> None:
        raise NotValid

    with pytest.raises(NotValid):
        await thread.create_throwaway(tmp_path / "demo.ipt", fail)
    assert not is_open(thread)


async def test_while_it_is_locked_that_is_said(thread: VaultThread) -> None:
    for ask in (thread.read, thread.write, thread.keep):
        with pytest.raises(VaultError, match="locked"):
            await ask(codes_of)
    with pytest.raises(VaultError, match="locked"):
        thread.keep_now(drafts.save, "x", "y")
    with pytest.raises(VaultError, match="locked"):
        await thread.backup()


async def test_writes_are_kept_in_the_order_they_were_asked_for(
    opened: VaultThread, vault: Vault
) -> None:
    names = [f"K{number}" for number in range(20)]
    await asyncio.gather(*(opened.write(clients.add, name) for name in names))
    assert await opened.read(codes_of) == names
    assert codes(vault) == names


async def test_what_is_refused_comes_back_to_the_one_who_asked(opened: VaultThread) -> None:
    await opened.write(clients.add, "K7")
    with pytest.raises(NotValid, match="K7 already"):
        await opened.write(clients.add, "K7")
    assert await opened.read(codes_of) == ["K7"]


async def test_opening_another_closes_the_one_before(
    opened: VaultThread, vault: Vault, tmp_path: Path
) -> None:
    first = opened.vault
    other = Vault.create(tmp_path / "other.ipt", random_key(), Clock(NOW))
    other.close()
    await opened.open(other.path, other.key)
    assert opened.vault.path == other.path
    with pytest.raises(VaultError):
        first.read(codes_of)


async def test_the_days_backup_is_made_beside_the_work(opened: VaultThread, vault: Vault) -> None:
    await opened.write(clients.add, "K7")
    await asyncio.gather(opened.backup(), opened.write(clients.add, "M3"))
    assert len(backup.listing(vault.path)) == 1
    await opened.backup()
    assert len(backup.listing(vault.path)) == 1


async def test_a_vault_that_can_only_be_read_is_not_backed_up(opened: VaultThread) -> None:
    opened.vault.read_only = True
    await opened.backup()
    assert backup.listing(opened.vault.path) == ()
    opened.vault.read_only = False

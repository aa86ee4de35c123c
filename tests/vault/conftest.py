"""A vault with a small record in it, made once and copied for every test."""

import shutil
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from ipt_tui.ipt.clock import Clock
from ipt_tui.vault import key
from ipt_tui.vault.key import random_key
from ipt_tui.vault.own_file import OwnFile
from ipt_tui.vault.thread import VaultThread
from ipt_tui.vault.vault import Vault
from tests.conftest import NOW
from tests.vault.world import World, fill

COSTS = dict(key._SCRYPT[1])


@pytest.fixture(scope="package", autouse=True)
def _quick_keys() -> Iterator[None]:
    """Derive keys in no time; `test_opening` has one derived in earnest."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(key._SCRYPT, 1, {"n": 2**4, "r": 8, "p": 1})
        yield


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The small record in a vault that is closed again."""
    path = tmp_path_factory.mktemp("made") / "record.ipt"
    world = fill(Vault.create(path, random_key(), Clock(NOW)))
    world.vault.close()
    return world


@pytest.fixture
def world(made_once: World, tmp_path: Path, clock: Clock) -> Iterator[World]:
    """A vault just opened, with one client, two people, a wish and a tie."""
    path = tmp_path / "home" / "record.ipt"
    path.parent.mkdir(mode=0o700)
    shutil.copy2(made_once.vault.path, path)
    vault = Vault.open(path, made_once.vault.key, clock)
    yield replace(made_once, vault=vault)
    vault.close()


@pytest.fixture
def own(world: World) -> Iterator[OwnFile]:
    """The own notes of that vault, of which there are none yet."""
    own = OwnFile(world.vault)
    yield own
    own.close()


@pytest.fixture
def thread(vault: Vault, clock: Clock) -> Iterator[VaultThread]:
    """A thread with nothing open, beside a vault that is closed."""
    vault.close()
    thread = VaultThread(clock)
    yield thread
    thread.close_now()


@pytest.fixture
async def opened(thread: VaultThread, vault: Vault) -> AsyncIterator[VaultThread]:
    """A thread with the vault open."""
    await thread.open(vault.path, vault.key)
    yield thread
    await thread.close()

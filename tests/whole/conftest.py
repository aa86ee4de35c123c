"""A vault that holds K7 and Sam, made once with its key derived in earnest, copied for a test."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest

from ipt_tui.ipt.add_line import parse_person
from ipt_tui.ipt.kinds import Kinds
from ipt_tui.ipt.passphrase import prepare
from ipt_tui.vault import clients, key, people, unlock
from tests import warm
from tests.whole.record import PASSPHRASE, Made

if TYPE_CHECKING:
    from pathlib import Path

IN_EARNEST = {"n": 2**17, "r": 8, "p": 1}
DAY = date(2026, 10, 13)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The vault, closed; of the program's own cost, whatever other tests make theirs with."""
    path = tmp_path_factory.mktemp("whole") / "record.ipt"
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(key._SCRYPT, 1, IN_EARNEST)
        vault = unlock.create(path, PASSPHRASE)
    client = vault.write(clients.add, "K7", region="UK")
    vault.write(people.add, client, parse_person("Sam partner 1", Kinds(), DAY), DAY)
    vault.close()
    warm.remember(prepare(PASSPHRASE), vault.key)
    return Made(path, vault.key)


@pytest.fixture
def home(made: Made, tmp_path: Path) -> Path:
    """A folder with a copy of it."""
    shutil.copy2(made.path, tmp_path / "record.ipt")
    return tmp_path

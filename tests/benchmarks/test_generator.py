"""The big vault: the same size gives the same content, whole in history and search."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import Session

from benchmarks import big_vault
from ipt_tui.records import RECORDED
from ipt_tui.vault import search, unlock
from ipt_tui.vault.vault import Vault

PASSPHRASE = "seven lanterns over harbour"
CLIENTS, PEOPLE = 2, 3


def made(folder: Path) -> Vault:
    folder.mkdir()
    big_vault.fill(folder / "big.ipt", PASSPHRASE, CLIENTS, PEOPLE)
    return unlock.unlock(folder / "big.ipt", PASSPHRASE)


def content(vault: Vault) -> dict[str, list[Any]]:
    names = [record.__tablename__ for record in RECORDED] + ["history", "search"]
    return {name: vault.read(_rows, name) for name in names}


def _rows(session: Session, table: str) -> list[Any]:
    query = text(f"SELECT rowid, * FROM {table} ORDER BY rowid")
    return [tuple(row) for row in session.execute(query)]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Vault, Vault]:
    folder = tmp_path_factory.mktemp("made")
    return made(folder / "first"), made(folder / "second")


def test_the_same_size_gives_the_same_content(both: tuple[Vault, Vault]) -> None:
    first, second = (content(vault) for vault in both)
    assert first == second


def test_every_size_asked_for_is_there(both: tuple[Vault, Vault]) -> None:
    found = {name: len(rows) for name, rows in content(both[0]).items()}
    others = CLIENTS * PEOPLE
    assert found["client"] == CLIENTS + 1
    assert found["person"] == others + 9
    assert found["standing"] >= others * big_vault.MOVES
    assert found["expectation"] >= others * big_vault.EXPECTATIONS
    assert found["mood"] >= CLIENTS * big_vault.MOODS
    assert found["event"] >= CLIENTS * big_vault.EVENTS
    assert found["mood_link"] >= CLIENTS
    assert found["outcome"] >= others * big_vault.EXPECTATIONS * big_vault.OUTCOMES


def test_history_holds_every_row_and_nothing_is_being_written(both: tuple[Vault, Vault]) -> None:
    found = content(both[0])
    rows = sum(len(found[record.__tablename__]) for record in RECORDED)
    assert len(found["history"]) == rows
    assert both[0]._scalar("SELECT count(*) FROM now WHERE step IS NULL") == 1
    assert both[0]._scalar("SELECT count(*) FROM step") == CLIENTS + 1


def test_what_was_made_is_found(both: tuple[Vault, Vault]) -> None:
    assert both[0].read(search.find, "evening").hits

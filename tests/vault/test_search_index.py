"""The search index stays true to the rows, however often one word is said."""

import pytest
from sqlalchemy import text
from sqlmodel import Session

from ipt_tui.vault import people, search, search_index
from ipt_tui.vault.errors import Damaged
from ipt_tui.vault.vault import Vault
from tests.vault.world import World

OFTEN = "word " * 300
CHECK = text("INSERT INTO search(search, rank) VALUES('integrity-check', 1)")


def check(session: Session) -> None:
    session.execute(CHECK)


def say_often(vault: Vault, world: World) -> None:
    """Keep a text that says one word very often, change it, and take it out."""
    for notes in (OFTEN, f"{OFTEN} again and again", ""):
        vault.write(people.tell, world.noor, notes=notes)


def test_a_word_said_very_often_leaves_the_index_with_its_text(world: World) -> None:
    say_often(world.vault, world)
    world.vault.keep(check)
    assert not world.vault.read(search.find, "word").hits


def _is_wrong(vault: Vault) -> bool:
    try:
        vault.keep(check)
    except Damaged:
        return True
    return False


@pytest.fixture
def old(world: World) -> World:
    """A file as it was made before, in whose index a word leads nowhere."""
    raw = world.vault._raw
    raw.execute("INSERT INTO search(search, rank) VALUES('secure-delete', 1)")
    for _ in range(5):  # how the index lies just then decides whether it goes wrong
        say_often(world.vault, world)
        if _is_wrong(world.vault):
            break
    assert _is_wrong(world.vault)
    world.vault.close()
    return world


def test_an_index_that_went_wrong_before_is_made_anew_at_the_unlock(old: World) -> None:
    vault = Vault.open(old.vault.path, old.vault.key)
    vault.keep(check)
    assert [hit.title for hit in vault.read(search.find, "rota").hits]
    assert vault._raw.execute(search_index._ASKED_FOR).fetchone() is None
    vault.close()


def test_another_window_that_writes_is_not_waited_out(old: World) -> None:
    """The index is made anew at the next unlock."""
    first = Vault.open(old.vault.path, old.vault.key)
    first._raw.execute("INSERT INTO search(search, rank) VALUES('secure-delete', 1)")
    second = Vault.open(old.vault.path, old.vault.key)
    second._raw.execute("INSERT INTO search(search, rank) VALUES('secure-delete', 1)")
    second._raw.execute("PRAGMA busy_timeout = 0")
    first._raw.execute("BEGIN IMMEDIATE")
    search_index.mend(second._raw)
    assert second._raw.execute(search_index._ASKED_FOR).fetchone()
    assert not second._raw.in_transaction
    first._raw.execute("ROLLBACK")
    second.close()
    first.close()


def test_a_mending_that_stops_in_the_middle_leaves_nothing_open(
    old: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(search_index, "_MENDED", ("BEGIN IMMEDIATE", "INSERT INTO nowhere VALUES(1)"))
        vault = Vault.open(old.vault.path, old.vault.key)
    assert not vault._raw.in_transaction
    assert vault._raw.execute(search_index._ASKED_FOR).fetchone()
    vault.close()

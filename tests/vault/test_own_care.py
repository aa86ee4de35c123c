"""Own notes are backed up beside the record, get a new key before it, and go with it at a lock."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from sqlmodel import Session

from ipt_tui.vault import backup, drafts, own_notes, place, schema
from ipt_tui.vault.errors import Damaged, VaultError, WrongPassphrase
from ipt_tui.vault.key import Key, random_key
from ipt_tui.vault.own_care import back_up, rekey
from ipt_tui.vault.own_file import OwnFile
from ipt_tui.vault.thread import VaultThread
from ipt_tui.vault.vault import Vault
from tests.conftest import NOW
from tests.vault.test_damaged import PAGE, hurt
from tests.vault.threads import Gate
from tests.vault.world import World


def texts(session: Session, client: str) -> list[str]:
    return [note.text for note in own_notes.of_client(session, client)]


def test_their_backups_are_files_of_their_own(own: OwnFile, world: World) -> None:
    path, key = world.vault.path, world.vault.key
    assert back_up(path, key, NOW) is None
    assert not backup.folder(path).exists()
    own.write(own_notes.add, world.client, "first")
    record = backup.make(path, key, NOW)
    made = back_up(path, key, NOW)
    assert made
    assert made.path.name == "record.own-20261123-180000.ipt"
    assert made.path.parent == record.path.parent
    assert backup.listing(path) == (record,)
    assert backup.listing(own.path) == (made,)
    copy = Vault.open(made.path, key, of=schema.OWN)
    assert copy.read(texts, world.client) == ["first"]
    copy.close()


def test_one_a_day_and_each_keeps_to_its_own_days(own: OwnFile, world: World) -> None:
    path, key = world.vault.path, world.vault.key
    own.write(own_notes.add, world.client, "first")
    backup.make(path, key, NOW)
    for ahead in range(30):
        back_up(path, key, NOW + timedelta(days=ahead))
        assert back_up(path, key, NOW + timedelta(days=ahead)) is None
    assert len(backup.listing(path)) == 1
    assert len(backup.listing(own.path)) == backup.DAILY + 3
    assert back_up(path, key, NOW + timedelta(days=29, hours=1), how=backup.make) is not None
    for ahead in range(30):
        backup.make(path, key, NOW + timedelta(days=ahead))
    assert len(backup.listing(own.path)) == backup.DAILY + 4


def test_a_damaged_file_is_not_backed_up_and_that_is_said(own: OwnFile, world: World) -> None:
    for _ in range(40):
        own.write(own_notes.add, world.client, "tired " * 600)
    own.close()
    hurt(own.path, 3 * PAGE + 100)
    with pytest.raises(Damaged, match=r"^Your own notes were not backed up\. Your own notes are"):
        back_up(world.vault.path, world.vault.key, NOW)
    assert backup.listing(own.path) == ()
    assert backup.make(world.vault.path, world.vault.key, NOW).path.exists()


def new_key(world: World) -> Key:
    return Key(random_key().raw, world.vault.key.salt)


def test_a_new_key_opens_them_and_the_old_one_does_not(own: OwnFile, world: World) -> None:
    rekey(world.vault.path, world.vault.key, new_key(world))
    assert not own.path.exists()
    own.write(own_notes.add, world.client, "first")
    own.close()
    old, new = world.vault.key, new_key(world)
    header = own.path.read_bytes()[:16]
    rekey(world.vault.path, old, new)
    assert own.path.read_bytes()[:16] == header
    assert [path.name for path in own.path.parent.glob("*.own*")] == [own.path.name]
    with pytest.raises(WrongPassphrase):
        Vault.open(own.path, old, of=schema.OWN)
    vault = Vault.open(own.path, new, of=schema.OWN)
    assert vault.read(texts, world.client) == ["first"]
    vault.close()


def test_a_change_interrupted_after_own_notes_is_completed_by_doing_it_again(
    own: OwnFile, world: World
) -> None:
    """Meanwhile the record opens as before, and own notes say what happened."""
    own.write(own_notes.add, world.client, "first")
    own.close()
    old, new = world.vault.key, new_key(world)
    rekey(world.vault.path, old, new)
    with pytest.raises(WrongPassphrase, match="a change of passphrase was interrupted"):
        own.read(texts, world.client)
    rekey(world.vault.path, old, new)
    rekey(world.vault.path, new, old)
    assert own.read(texts, world.client) == ["first"]


def test_a_key_that_does_not_open_them_changes_nothing(own: OwnFile, world: World) -> None:
    own.write(own_notes.add, world.client, "first")
    own.close()
    whole = own.path.read_bytes()
    with pytest.raises(WrongPassphrase, match="own notes"):
        rekey(world.vault.path, new_key(world), new_key(world))
    assert own.path.read_bytes() == whole


async def test_the_screen_asks_them_on_the_same_thread(opened: VaultThread) -> None:
    gate = Gate()
    assert opened.own.is_open
    waiting = asyncio.create_task(opened.keep(gate.wait))
    await gate.is_entered()
    writing = asyncio.create_task(opened.own.write(own_notes.add, "c-1", "first"))
    await asyncio.sleep(0)
    writing.cancel()
    gate.open.set()
    await asyncio.gather(waiting, writing, return_exceptions=True)
    await opened.drain()
    assert await opened.own.read(texts, "c-1") == ["first"]
    await opened.own.keep(drafts.save, "own:new", "half a sen", "c-1")
    opened.own.keep_now(drafts.save, "own:new", "half a sentence", "c-1")
    line = await opened.own.read(drafts.load, "own:new")
    assert line
    assert line.text == "half a sentence"
    assert await opened.read(drafts.load, "own:new") is None


async def test_they_are_backed_up_beside_the_work(opened: VaultThread, vault: Vault) -> None:
    await opened.back_up_own()
    await opened.own.write(own_notes.add, "c-1", "first")
    await opened.back_up_own()
    await opened.back_up_own()
    assert len(backup.listing(place.own_path(vault.path))) == 1
    assert backup.listing(vault.path) == ()


async def test_they_are_closed_and_forgotten_with_the_vault(
    opened: VaultThread, vault: Vault
) -> None:
    await opened.own.write(own_notes.add, "c-1", "first")
    file = opened._own
    assert file
    await opened.close()
    assert opened._own is None
    assert file._open is None
    assert not opened.own.is_open
    for ask in (opened.own.read, opened.own.write, opened.own.keep):
        with pytest.raises(VaultError, match="locked"):
            await ask(texts, "c-1")
    assert {path.name for path in vault.path.parent.iterdir()} == {"record.ipt", "record.own.ipt"}


async def test_opening_another_vault_opens_its_own_notes(
    opened: VaultThread, vault: Vault, tmp_path: Path
) -> None:
    await opened.own.write(own_notes.add, "c-1", "of the first")
    other = Vault.create(tmp_path / "other.ipt", random_key())
    other.close()
    await opened.open(other.path, other.key)
    assert await opened.own.read(texts, "c-1") == []
    await opened.open(vault.path, vault.key)
    assert await opened.own.read(texts, "c-1") == ["of the first"]
    opened.close_now()
    assert not opened.own.is_open

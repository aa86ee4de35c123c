"""A backup is put back where it is named, and what it replaces is kept."""

from datetime import timedelta

import pytest

from ipt_tui.vault import backup, clients, own_notes, schema
from ipt_tui.vault.errors import Busy, Damaged, NotAVault, VaultError
from ipt_tui.vault.key import random_key
from ipt_tui.vault.own_care import back_up
from ipt_tui.vault.own_file import OwnFile
from ipt_tui.vault.restoring import restore
from ipt_tui.vault.vault import Vault
from tests.conftest import NOW
from tests.vault.test_damaged import hurt
from tests.vault.world import World, content


def texts(own: OwnFile, world: World) -> list[str]:
    return [note.text for note in own.read(own_notes.of_client, world.client)]


def saved(own: OwnFile, world: World) -> backup.Backup:
    """Write a note and back it up; then another."""
    own.write(own_notes.add, world.client, "first")
    made = back_up(world.vault.path, world.vault.key, NOW)
    assert made
    own.write(own_notes.add, world.client, "second")
    own.close()
    return made


def test_own_notes_come_back_alone_and_what_they_replace_is_kept(
    own: OwnFile, world: World
) -> None:
    made, before = saved(own, world), world.vault.read(content)
    (kept,) = restore(own.path, world.vault.key, made.path, NOW, schema.OWN)
    assert texts(own, world) == ["first"]
    assert world.vault.read(content) == before
    assert kept.name.startswith("record.own-replaced-20261123-180000-")
    assert made.path.exists()
    for path in (own.path, kept):
        assert path.stat().st_mode & 0o777 == 0o600
    replaced = Vault.open(kept, world.vault.key, of=schema.OWN)
    assert len(replaced.read(own_notes.of_client, world.client)) == 2
    replaced.close()


def test_missing_or_damaged_ones_come_back_too(own: OwnFile, world: World) -> None:
    made = saved(own, world)
    hurt(own.path, 100)
    (kept,) = restore(own.path, world.vault.key, made.path, NOW, schema.OWN)
    assert texts(own, world) == ["first"]
    own.close()
    own.path.unlink()
    assert restore(own.path, world.vault.key, made.path, NOW, schema.OWN) == ()
    assert texts(own, world) == ["first"]
    assert kept.exists()


def test_a_log_that_cannot_be_brought_into_the_file_is_kept_with_it(
    own: OwnFile, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = saved(own, world)
    monkeypatch.setattr("ipt_tui.vault.restoring._come_to_rest", lambda path, key: None)
    log = own.path.with_name(f"{own.path.name}-wal")
    log.write_bytes(b"a log")
    kept = restore(own.path, world.vault.key, made.path, NOW, schema.OWN)
    assert [path.read_bytes() == b"a log" for path in kept] == [False, True]
    assert kept[1].name == f"{kept[0].name}-wal"
    assert texts(own, world) == ["first"]


def test_a_record_comes_back_in_the_same_way(world: World) -> None:
    before = world.vault.read(content)
    made = backup.make(world.vault.path, world.vault.key, NOW)
    world.vault.write(clients.add, "M3")
    world.vault.close()
    restore(world.vault.path, world.vault.key, made.path, NOW + timedelta(days=1))
    again = Vault.open(world.vault.path, world.vault.key)
    assert again.read(content) == before
    again.close()


def test_nothing_is_changed_where_it_is_refused(own: OwnFile, world: World) -> None:
    made = saved(own, world)
    record = backup.make(world.vault.path, world.vault.key, NOW)
    whole, names = own.path.read_bytes(), sorted(own.path.parent.rglob("*"))
    key = world.vault.key
    with pytest.raises(NotAVault, match="backup of something else"):
        restore(own.path, key, record.path, NOW, schema.OWN)
    with pytest.raises(NotAVault, match="backup of something else"):
        restore(world.vault.path, key, made.path, NOW)
    with pytest.raises(VaultError):
        restore(own.path, random_key(), made.path, NOW, schema.OWN)
    hurt(made.path, 4096 + 100)
    with pytest.raises(Damaged):
        restore(own.path, key, made.path, NOW, schema.OWN)
    with pytest.raises(VaultError):
        restore(own.path, key, made.path.with_name("nowhere"), NOW, schema.OWN)
    assert own.path.read_bytes() == whole
    assert sorted(own.path.parent.rglob("*")) == names


def test_while_a_window_has_them_open_nothing_is_put_back(
    own: OwnFile, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = saved(own, world)
    monkeypatch.setattr("ipt_tui.vault.connection.BUSY_SECONDS", 0.05)
    other = OwnFile(world.vault)
    assert len(texts(other, world)) == 2
    with pytest.raises(Busy, match="Another window has this open"):
        restore(own.path, world.vault.key, made.path, NOW, schema.OWN)
    other.write(own_notes.add, world.client, "third")
    other.close()
    assert texts(own, world) == ["third", "second", "first"]

"""A vault that cannot be written is opened to be read, and says so when something is saved."""

import shutil
from pathlib import Path

import pytest

from ipt_tui.ipt.people import Ring
from ipt_tui.vault import clients, connection, drafts, people, schema
from ipt_tui.vault.errors import NewerFile, NoPermission, ReadOnly, VaultError
from ipt_tui.vault.key import Key
from ipt_tui.vault.vault import Vault
from tests.vault.nobody import give_away, without_rights
from tests.vault.world import TODAY, World, content


def make_newer(path: Path, key: Key) -> None:
    """Leave a file as a later version of the program would."""
    raw = connection.connect(path, key)
    raw.execute(f"PRAGMA user_version={schema.VERSION + 1}")
    raw.close()


def test_a_file_of_a_newer_version_is_read_and_left_alone(world: World) -> None:
    before = world.vault.read(content)
    world.vault.close()
    path, key = world.vault.path, world.vault.key
    make_newer(path, key)
    whole = path.read_bytes()
    vault = Vault.open(path, key)
    assert vault.is_newer
    assert vault.read_only
    assert vault.read(content) == before
    with pytest.raises(NewerFile, match="newer ipt-tui"):
        vault.write(people.place, world.sam, Ring.WIDER, TODAY)
    with pytest.raises(NewerFile):
        vault.keep(drafts.save, "x", "y")
    vault.close()
    assert path.read_bytes() == whole


def in_a_folder(world: World, tmp_path: Path, mode: int, folder_mode: int) -> Path:
    """Copy the closed vault into a folder of somebody without rights."""
    world.vault.close()
    folder = tmp_path / "theirs"
    folder.mkdir()
    path = folder / "record.ipt"
    shutil.copy(world.vault.path, path)
    give_away(folder, path)
    path.chmod(mode)
    folder.chmod(folder_mode)
    return path


@pytest.mark.parametrize(("mode", "folder_mode"), [(0o400, 0o700), (0o600, 0o500), (0o400, 0o500)])
def test_a_file_or_folder_that_refuses_is_read_all_the_same(
    world: World, tmp_path: Path, mode: int, folder_mode: int
) -> None:
    before = world.vault.read(content)
    path = in_a_folder(world, tmp_path, mode, folder_mode)
    whole = path.read_bytes()
    with without_rights(path):
        vault = Vault.open(path, world.vault.key)
        assert vault.read_only
        assert not vault.is_newer
        assert vault.read(content) == before
        with pytest.raises(ReadOnly, match="only be read here"):
            vault.write(people.place, world.sam, Ring.WIDER, TODAY)
        with pytest.raises(ReadOnly):
            vault.keep(drafts.save, "x", "y")
        assert vault.read(content) == before
        vault.close()
    assert path.read_bytes() == whole
    assert [found.name for found in path.parent.iterdir()] == ["record.ipt"]


def test_what_a_crash_left_in_the_log_is_read_too(world: World, tmp_path: Path) -> None:
    world.vault.write(people.place, world.sam, Ring.WIDER, TODAY)
    before = world.vault.read(content)
    folder = tmp_path / "theirs"
    folder.mkdir()
    for suffix in ("", "-wal", "-shm"):
        shutil.copy(f"{world.vault.path}{suffix}", folder / f"record.ipt{suffix}")
    path = folder / "record.ipt"
    give_away(folder, *folder.iterdir())
    folder.chmod(0o500)
    with without_rights(path):
        vault = Vault.open(path, world.vault.key)
        assert vault.read_only
        assert vault.read(content) == before
        vault.close()


def test_a_file_that_refuses_while_it_is_open_says_so(world: World, tmp_path: Path) -> None:
    world.vault._raw.execute("PRAGMA query_only=ON")
    with pytest.raises(ReadOnly):
        world.vault.write(people.place, world.sam, Ring.WIDER, TODAY)
    world.vault._raw.execute("PRAGMA query_only=OFF")
    world.vault.write(people.place, world.sam, Ring.WIDER, TODAY)


def test_a_file_that_goes_away_while_it_is_opened_is_one_sentence(world: World) -> None:
    world.vault.close()
    key, path = world.vault.key, world.vault.path.with_name("gone.ipt")
    with pytest.raises(NoPermission):
        connection.connect(path, key)
    shutil.copy(world.vault.path, path)
    raw = connection.connect(path, key)
    raw.execute("DROP TABLE now")
    raw.close()
    vault = Vault.open(path, key)
    with pytest.raises(VaultError):
        vault.write(clients.add, "M3")
    vault.close()
    raw = connection.connect(path, key)
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("DROP TABLE step")
    raw.close()
    with pytest.raises(VaultError):
        Vault.open(path, key)

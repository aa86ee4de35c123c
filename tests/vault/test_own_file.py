"""The file of own notes: apart from the record, and never in its way."""

import shutil
import stat
from pathlib import Path

import pytest

from ipt_tui.vault import clients, connection, drafts, own_notes, place, schema, steps
from ipt_tui.vault.errors import (
    Damaged,
    NewerFile,
    NoPermission,
    NotAVault,
    NoVault,
    ReadOnly,
    Vanished,
    VaultError,
    WrongPassphrase,
)
from ipt_tui.vault.key import Key, random_key
from ipt_tui.vault.own_care import back_up
from ipt_tui.vault.own_file import OwnFile
from ipt_tui.vault.vault import Vault, side_files
from tests.conftest import NOW
from tests.vault.nobody import give_away, without_rights
from tests.vault.test_damaged import PAGE, hurt
from tests.vault.world import World, content


def write(own: OwnFile, world: World, many: int = 1) -> None:
    """Write notes and close the file."""
    for number in range(many):
        own.write(own_notes.add, world.client, f"{number} {'tired ' * 600}")
    own.close()


def texts(own: OwnFile, world: World) -> list[str]:
    return [note.text for note in own.read(own_notes.of_client, world.client)]


@pytest.mark.parametrize(
    ("vault", "own"),
    [("record.ipt", "record.own.ipt"), ("my.vault", "my.vault.own.ipt"), ("x", "x.own.ipt")],
)
def test_it_stands_beside_the_vault_under_its_name(vault: str, own: str) -> None:
    assert place.own_path(Path("/somewhere") / vault) == Path("/somewhere") / own


def test_it_is_made_when_first_written(own: OwnFile, world: World) -> None:
    assert own.read(own_notes.of_client, world.client) == ()
    assert own.read(own_notes.of_subject, world.sam) == ()
    assert own.read(drafts.load, "own:new") is None
    assert own.read(steps.listing_for, world.client) == ()
    assert not own.path.exists()
    own.keep(drafts.save, "own:new", "half a sen", world.client)
    assert stat.S_IMODE(own.path.stat().st_mode) == 0o600
    for path in side_files(own.path):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert own.path.read_bytes()[:16] == world.vault.path.read_bytes()[:16] == world.vault.key.salt
    own.close()
    assert [path.name for path in own.path.parent.glob("record.own*")] == ["record.own.ipt"]


def test_it_is_kept_as_carefully_as_the_record(own: OwnFile, world: World) -> None:
    own.write(own_notes.add, world.client, "x")
    assert own._open
    for pragma in ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "temp_store"):
        asked = f"PRAGMA {pragma}"
        ours, theirs = own._open._raw.execute(asked), world.vault._raw.execute(asked)
        assert ours.fetchone() == theirs.fetchone()
    assert world.vault._raw.execute("PRAGMA database_list").fetchall()[1:] == []
    assert own._open._raw.execute("PRAGMA database_list").fetchall()[1:] == []
    names = own._open._raw.execute("SELECT name FROM sqlite_master").fetchall()
    assert not any("search" in name for (name,) in names)


def test_two_windows_that_begin_at_once_have_one_file(
    own: OwnFile, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = OwnFile(world.vault)
    found = own._found

    def just_before() -> None:
        monkeypatch.setattr(own, "_found", found)
        other.write(own_notes.add, world.client, "theirs")

    monkeypatch.setattr(own, "_found", just_before)
    own.write(own_notes.add, world.client, "ours")
    assert texts(own, world) == texts(other, world) == ["ours", "theirs"]
    other.close()


def test_own_notes_are_not_opened_as_a_record(own: OwnFile, world: World) -> None:
    write(own, world)
    with pytest.raises(NotAVault, match="not by themselves"):
        Vault.open(own.path, world.vault.key)


def foreign(own: OwnFile, world: World) -> None:
    Vault.create(own.path, random_key(), of=schema.OWN).close()


def a_record(own: OwnFile, world: World) -> None:
    Vault.create(own.path, world.vault.key).close()


def a_text(own: OwnFile, world: World) -> None:
    own.path.write_text("Dear diary, it is me")


def a_folder(own: OwnFile, world: World) -> None:
    own.path.mkdir()


def nothing_in_it(own: OwnFile, world: World) -> None:
    own.path.touch()


def under_another_key(own: OwnFile, world: World) -> None:
    key = Key(random_key().raw, world.vault.key.salt)
    Vault.create(own.path, key, of=schema.OWN).close()


def damaged(own: OwnFile, world: World) -> None:
    write(own, world)
    hurt(own.path, 100)


def damaged_with_a_backup(own: OwnFile, world: World) -> None:
    write(own, world)
    back_up(world.vault.path, world.vault.key, NOW)
    hurt(own.path, 100)


def damaged_within(own: OwnFile, world: World) -> None:
    write(own, world, many=40)
    for at in range(PAGE * 3 + 100, own.path.stat().st_size, PAGE):
        hurt(own.path, at)


def missing(own: OwnFile, world: World) -> None:
    write(own, world)
    back_up(world.vault.path, world.vault.key, NOW)
    own.path.unlink()


def of_the_future(own: OwnFile, world: World) -> None:
    own.path.write_bytes(b"IPT\x02" + bytes(9999))


WRONG = {
    foreign: (NotAVault, "are not the own notes of this vault"),
    a_record: (NotAVault, "are not the own notes of this vault"),
    a_text: (NotAVault, "are not the own notes of this vault"),
    a_folder: (NotAVault, "are not the own notes of this vault"),
    nothing_in_it: (NotAVault, "are not the own notes of this vault"),
    under_another_key: (WrongPassphrase, "does not open its own notes"),
    damaged: (WrongPassphrase, "They are damaged, or a change of passphrase"),
    damaged_with_a_backup: (Damaged, "The backup of 23 Nov 2026, 18:00 is whole: "),
    damaged_within: (Damaged, "Your own notes are damaged: "),
    missing: (NoVault, "missing: .* Backups of it are in "),
    of_the_future: (NewerFile, "made by a newer ipt-tui"),
}


@pytest.mark.parametrize("make", WRONG)
def test_whatever_is_wrong_with_it_the_record_opens_and_one_sentence_says_it(
    own: OwnFile, world: World, make: object
) -> None:
    make(own, world)  # type: ignore[operator]
    kind, sentence = WRONG[make]  # type: ignore[index]
    before = world.vault.read(content)
    world.vault.close()
    whole = own.path.read_bytes() if own.path.is_file() else None
    vault = Vault.open(world.vault.path, world.vault.key)
    own = OwnFile(vault)
    for _ in range(2):
        with pytest.raises(kind, match=sentence) as caught:
            own.read(own_notes.of_client, world.client)
        assert "\n" not in str(caught.value)
        assert str(caught.value).count(str(own.path)) <= 1
        with pytest.raises(kind, match=sentence):
            own.write(own_notes.add, world.client, "lost?")
        with pytest.raises(kind, match=sentence):
            own.keep(drafts.save, "own:new", "lost?")
    own.close()
    assert vault.read(content) == before
    vault.write(clients.add, "M3")
    vault.close()
    assert (own.path.read_bytes() if own.path.is_file() else None) == whole


def test_one_of_a_newer_version_is_read(own: OwnFile, world: World) -> None:
    write(own, world)
    raw = connection.connect(own.path, world.vault.key)
    raw.execute(f"PRAGMA user_version={schema.OWN.version + 1}")
    raw.close()
    assert len(texts(own, world)) == 1
    with pytest.raises(NewerFile, match="own notes were made by a newer"):
        own.write(own_notes.add, world.client, "second")
    assert not world.vault.read_only


def test_one_that_cannot_be_written_is_read(own: OwnFile, world: World, tmp_path: Path) -> None:
    write(own, world)
    world.vault.close()
    folder = tmp_path / "theirs"
    shutil.copytree(own.path.parent, folder)
    there = OwnFile(Vault.open(folder / "record.ipt", world.vault.key))
    give_away(there.path, folder)
    there.path.chmod(0o400)
    with without_rights(there.path):
        assert len(texts(there, world)) == 1
        with pytest.raises(ReadOnly, match="own notes can only be read"):
            there.write(own_notes.add, world.client, "second")
    there.close()
    there.path.chmod(0)
    with without_rights(there.path), pytest.raises(NoPermission, match="no permission for"):
        texts(there, world)
    there._record.close()


def test_where_none_can_be_made_that_is_said(own: OwnFile, world: World, tmp_path: Path) -> None:
    world.vault.close()
    folder = tmp_path / "theirs"
    shutil.copytree(own.path.parent, folder)
    give_away(folder, folder / "record.ipt")
    folder.chmod(0o500)
    with without_rights(folder / "record.ipt"):
        vault = Vault.open(folder / "record.ipt", world.vault.key)
        there = OwnFile(vault)
        assert texts(there, world) == []
        with pytest.raises(VaultError, match="own notes cannot be opened"):
            there.write(own_notes.add, world.client, "first")
        vault.close()


def test_one_that_is_replaced_while_it_is_open_is_not_written(own: OwnFile, world: World) -> None:
    own.write(own_notes.add, world.client, "first")
    own.path.rename(own.path.with_name("moved"))
    with pytest.raises(Vanished, match="own notes was moved"):
        own.write(own_notes.add, world.client, "second")
    assert texts(own, world) == ["first"]
    own.path.with_name("moved").rename(own.path)
    own.write(own_notes.add, world.client, "second")
    assert texts(own, world) == ["second", "first"]

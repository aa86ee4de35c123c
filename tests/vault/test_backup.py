"""Backups are whole, one a day, and kept for seven days and eight weeks."""

import errno
import os
import shutil
import stat
import threading
import time
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from threading import Event

import pytest

from ipt_tui.ipt.people import Ring
from ipt_tui.vault import backup, clients, people
from ipt_tui.vault.errors import Damaged, NoPermission, VaultError, WrongPassphrase
from ipt_tui.vault.key import Key, random_key
from ipt_tui.vault.vault import Vault
from tests.conftest import NOW
from tests.vault.world import TODAY, World, content, history


def names(vault: Vault) -> list[str]:
    return sorted(path.name for path in backup.folder(vault.path).iterdir())


def test_a_backup_opens_with_the_same_key_and_holds_the_same(world: World) -> None:
    before, log = world.vault.read(content), world.vault.read(history)
    made = backup.make(world.vault.path, world.vault.key, NOW)
    assert made == backup.Backup(made.path, datetime(2026, 11, 23, 18))  # noqa: DTZ001
    assert names(world.vault) == ["record-20261123-180000.ipt"]
    restored = world.vault.path.with_name("restored.ipt")
    shutil.copy(made.path, restored)
    vault = Vault.open(restored, world.vault.key)
    assert vault.read(content) == before
    assert vault.read(history) == log
    vault.write(people.place, world.sam, Ring.WIDER, TODAY)
    vault.close()


def test_one_a_day_is_enough(world: World) -> None:
    path, key = world.vault.path, world.vault.key
    assert backup.daily(path, key, NOW) is not None
    assert backup.daily(path, key, NOW + timedelta(hours=5)) is None
    assert backup.daily(path, key, NOW + timedelta(hours=6)) is not None
    assert [made.made.day for made in backup.listing(path)] == [24, 23]


def test_a_series_of_days_leaves_seven_days_and_eight_weeks(vault: Vault) -> None:
    backup.make(vault.path, vault.key, NOW)
    whole = backup.listing(vault.path)[0].path
    for ago in range(1, 200):
        made = NOW - timedelta(days=ago)
        shutil.copy(whole, whole.with_name(f"record-{made:%Y%m%d-%H%M%S}.ipt"))
    backup.make(vault.path, vault.key, NOW + timedelta(hours=1))
    days = [made.made.date() for made in backup.listing(vault.path)]
    assert days[:8] == [NOW.date()] * 2 + [NOW.date() - timedelta(days=ago) for ago in range(1, 7)]
    weeks = [day.isocalendar()[:2] for day in days[8:]]
    assert len(weeks) == len(set(weeks)) == backup.WEEKLY
    assert not set(weeks) & {day.isocalendar()[:2] for day in days[:8]}
    assert all(newer - older == timedelta(days=7) for newer, older in pairwise(days[8:]))


def test_day_by_day_the_same_are_kept_as_all_at_once(vault: Vault) -> None:
    backup.make(vault.path, vault.key, NOW)
    whole = backup.listing(vault.path)[0].path.read_bytes()
    for ahead in range(1, 120):
        made = NOW + timedelta(days=ahead)
        copy = backup.folder(vault.path) / f"record-{made:%Y%m%d-%H%M%S}.ipt"
        copy.write_bytes(whole[:9])
        backup._rotate(vault.path, copy)
    days = [made.made.date() for made in backup.listing(vault.path)]
    last = NOW.date() + timedelta(days=119)
    assert days[:7] == [last - timedelta(days=ago) for ago in range(7)]
    assert len(days) == backup.DAILY + backup.WEEKLY
    assert all(day.isoweekday() == 7 for day in days[7:])


def test_the_one_just_made_stays_though_the_clock_was_set_back(vault: Vault) -> None:
    backup.make(vault.path, vault.key, NOW)
    whole = backup.listing(vault.path)[0].path
    for ago in range(1, 200):
        made = NOW - timedelta(days=ago)
        shutil.copy(whole, whole.with_name(f"record-{made:%Y%m%d-%H%M%S}.ipt"))
    assert backup.make(vault.path, vault.key, NOW - timedelta(days=3000)).path.exists()


def test_a_file_system_that_cannot_flush_a_folder_is_good_enough(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    flush = os.fsync

    def refuse(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        flush(handle)

    monkeypatch.setattr(os, "fsync", refuse)
    assert backup.make(vault.path, vault.key, NOW).path.exists()


def test_after_long_away_the_few_there_are_stay(vault: Vault) -> None:
    for months in range(10):
        backup.make(vault.path, vault.key, NOW + timedelta(days=30 * months))
    assert len(backup.listing(vault.path)) == 10


def test_only_its_own_backups_are_touched(tmp_path: Path) -> None:
    """Whatever the vault is called, and whatever else lies there."""
    vault = Vault.create(tmp_path / "my [old] record.ipt", random_key())
    folder = backup.folder(vault.path)
    folder.mkdir()
    others = [
        "my [old] record-2-20200101-120000.ipt",
        "my [old] record-letter.ipt",
        "my [old] record-2020111-120000.ipt",
        "my o record-20200101-120000.ipt",
        "my [old] record-20200101-120000.txt",
        "another-20200101-120000.ipt",
    ]
    for name in others:
        (folder / name).write_text("mine")
    for ahead in range(9):
        backup.make(vault.path, vault.key, NOW + timedelta(days=ahead))
    assert len(backup.listing(vault.path)) == backup.DAILY
    assert {path.name for path in folder.iterdir()} > set(others)
    vault.close()


def test_there_are_none_before_the_first(vault: Vault) -> None:
    assert backup.listing(vault.path) == ()
    assert backup.newest_whole(vault.path, vault.key) is None


def test_a_copy_that_is_not_whole_never_gets_the_name_of_one(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = backup._copy

    def torn(vault: Path, key: Key, part: Path, stop: Event) -> None:
        copy(vault, key, part, stop)
        whole = part.read_bytes()
        part.write_bytes(whole[:5000] + bytes(100) + whole[5100:])

    monkeypatch.setattr(backup, "_copy", torn)
    with pytest.raises(VaultError, match="could not be read back"):
        backup.make(world.vault.path, world.vault.key, NOW)
    assert names(world.vault) == []
    monkeypatch.setattr(
        backup, "_copy", lambda vault, key, part, stop: part.write_bytes(b"IPT" * 99)
    )
    with pytest.raises(VaultError, match="could not be read back"):
        backup.make(world.vault.path, world.vault.key, NOW)
    assert names(world.vault) == []


def test_with_another_key_there_is_no_backup(world: World) -> None:
    with pytest.raises(WrongPassphrase):
        backup.make(world.vault.path, random_key(), NOW)
    assert names(world.vault) == []


def test_what_is_no_vault_is_not_verified(world: World, tmp_path: Path) -> None:
    with pytest.raises(NoPermission):
        backup.verify(tmp_path / "nowhere.ipt", world.vault.key)
    assert not (tmp_path / "nowhere.ipt").exists()
    from ipt_tui.vault.connection import connect

    made = backup.make(world.vault.path, world.vault.key, NOW)
    raw = connect(made.path, world.vault.key)
    raw.execute("PRAGMA foreign_keys=OFF")
    raw.execute("DROP TABLE step")
    raw.close()
    with pytest.raises(Damaged):
        backup.verify(made.path, world.vault.key)


def test_where_no_backup_can_be_written_that_is_said(world: World) -> None:
    backup.folder(world.vault.path).write_text("in the way")
    with pytest.raises(VaultError, match="No backup could be written to"):
        backup.make(world.vault.path, world.vault.key, NOW)
    assert backup.listing(world.vault.path) == ()


def test_what_an_ended_backup_left_behind_is_cleared_away(world: World) -> None:
    folder = backup.folder(world.vault.path)
    folder.mkdir()
    stale = folder / "record-20261101-180000.ipt.77.part"
    running = folder / "record-20261123-175959.ipt.78.part"
    for part in (stale, running):
        part.write_bytes(b"half")
    long_ago = time.time() - 7200
    os.utime(stale, (long_ago, long_ago))
    (folder / "record-link.part").symlink_to(folder / "gone")
    backup.make(world.vault.path, world.vault.key, NOW)
    assert names(world.vault) == [
        "record-20261123-175959.ipt.78.part",
        "record-20261123-180000.ipt",
        "record-link.part",
    ]


def test_a_backup_is_made_while_one_goes_on_writing(world: World) -> None:
    vault, made, stop = world.vault, [], threading.Event()

    def back_up() -> None:
        for number in range(8):
            now = NOW + timedelta(minutes=number)
            made.extend([backup.make(vault.path, vault.key, now)])
        stop.set()

    thread = threading.Thread(target=back_up)
    thread.start()
    written = 0
    while not stop.is_set():
        vault.write(clients.add, f"M{written}")
        written += 1
    thread.join()
    assert written > 8
    counts = []
    for one in made:
        copy = Vault.open(one.path, vault.key)
        codes = [line.code for line in copy.read(clients.listing)]
        assert set(codes) == {"K7"} | {f"M{number}" for number in range(len(codes) - 1)}
        counts.append(len(codes))
        copy.close()
    assert counts == sorted(counts)
    assert len(vault.read(clients.listing)) == written + 1


def test_copying_ends_when_the_vault_is_wanted_closed(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also while it is under way, and nothing of it is left."""
    monkeypatch.setattr(backup, "_LOOK_UP", 10)
    stop, looks = Event(), 0

    class Later(Event):
        def is_set(self) -> bool:
            nonlocal looks
            looks += 1
            return looks > 3

    stop.set()
    for asked in (stop, Later()):
        with pytest.raises(VaultError):
            backup.make(world.vault.path, world.vault.key, NOW, asked)
        assert names(world.vault) == []
    assert looks >= 4
    assert backup.daily(world.vault.path, world.vault.key, NOW, Event()) is not None
